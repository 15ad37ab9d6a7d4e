# Says in HEADER which commit SOURCE stands at. The header is written only when that changed, so that a build
# without a new commit compiles nothing. Run by every build: cmake -D SOURCE=… -D HEADER=… -P cmake/version.cmake
cmake_minimum_required(VERSION 3.25)
set(version "")
find_program(GIT git)
# A tarball unpacked within another repository is no commit of that one.
if(GIT AND EXISTS ${SOURCE}/.git)
  # Whoever builds need not own the clone: ./run may be started by root.
  execute_process(COMMAND ${GIT} -c safe.directory=* -C ${SOURCE} describe --always --dirty --tags
    OUTPUT_VARIABLE version OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
endif()
if(NOT version)
  set(version "unknown")
endif()
file(CONFIGURE OUTPUT ${HEADER} CONTENT "#define WEGO_VERSION \"@version@\"\n" @ONLY)
