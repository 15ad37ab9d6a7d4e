# Translations: each locale/LANGUAGE/LC_MESSAGES/wego-awards.po becomes the .mo beside it, which the server reads.
file(GLOB catalogues CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/locale/*/LC_MESSAGES/wego-awards.po)
if(catalogues)
  find_program(MSGFMT msgfmt REQUIRED)
  foreach(catalogue ${catalogues})
    string(REGEX REPLACE "po$" "mo" compiled ${catalogue})
    add_custom_command(OUTPUT ${compiled} COMMAND ${MSGFMT} --check --output-file=${compiled} ${catalogue}
      DEPENDS ${catalogue} COMMENT "Compiling ${catalogue}" VERBATIM)
    list(APPEND compiled_catalogues ${compiled})
  endforeach()
  add_custom_target(catalogues ALL DEPENDS ${compiled_catalogues})
  add_dependencies(wego-awards catalogues)
endif()
