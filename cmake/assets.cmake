# Styles, scripts, fonts and images: server/assets becomes build/*/assets with content-hash names and a
# manifest.txt that the server reads. Nothing is done when nothing changed; npm runs only for a new lock file.
find_program(NPM npm REQUIRED)
find_program(NODE node REQUIRED)
set(asset_source ${CMAKE_SOURCE_DIR}/server/assets)
set(asset_packages ${CMAKE_BINARY_DIR}/asset_packages)
file(GLOB asset_files CONFIGURE_DEPENDS ${asset_source}/styles/* ${asset_source}/scripts/* ${asset_source}/images/*)

add_custom_command(
  OUTPUT ${asset_packages}/installed
  COMMAND ${CMAKE_COMMAND} -E make_directory ${asset_packages}
  COMMAND ${CMAKE_COMMAND} -E copy ${asset_source}/package.json ${asset_source}/package-lock.json ${asset_packages}
  COMMAND ${NPM} ci --prefix ${asset_packages} --ignore-scripts --no-audit --no-fund --loglevel=error
  COMMAND ${CMAKE_COMMAND} -E touch ${asset_packages}/installed
  DEPENDS ${asset_source}/package.json ${asset_source}/package-lock.json
  COMMENT "Fetching the packages that styles and fonts are made of" VERBATIM)
add_custom_command(
  OUTPUT ${CMAKE_BINARY_DIR}/assets/manifest.txt
  COMMAND ${NODE} ${asset_source}/build.mjs ${CMAKE_BINARY_DIR}/assets ${asset_packages}/node_modules
  DEPENDS ${asset_packages}/installed ${asset_source}/build.mjs ${asset_files}
  COMMENT "Building styles, scripts and fonts" VERBATIM)
add_custom_target(assets ALL DEPENDS ${CMAKE_BINARY_DIR}/assets/manifest.txt)
add_dependencies(wego-awards assets)
