# The scripts of themes: themes/<theme>/scripts/*.js, bundled into <build folder>/scripts/<theme>/*.js. A program of the
# build tree reads them from there; installed, they stand among the theme's assets. Included by the CMakeLists.txt at the top.
set(scripts ${CMAKE_SOURCE_DIR}/themes/default/scripts)
set(packages ${CMAKE_SOURCE_DIR}/build/tools/scripts)  # not among the themes, which are read and copied as a whole
add_custom_command(
  OUTPUT ${packages}/node_modules/.mektep-lock
  COMMAND ${CMAKE_SOURCE_DIR}/script/npm-install themes/default/scripts build/tools/scripts
  DEPENDS ${scripts}/package-lock.json
  COMMENT "Installing what bundles scripts"
  VERBATIM)
set(stamps)
file(GLOB folders CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/themes/*/scripts)
foreach(folder ${folders})
  cmake_path(GET folder PARENT_PATH theme)
  cmake_path(GET theme FILENAME theme)
  file(GLOB_RECURSE modules CONFIGURE_DEPENDS ${folder}/*.js ${folder}/*.mjs)
  set(stamp ${CMAKE_BINARY_DIR}/scripts/${theme}.stamp)
  add_custom_command(
    OUTPUT ${stamp}
    COMMAND ${MEKTEP_NODE} ${scripts}/bundle.mjs ${folder} ${CMAKE_BINARY_DIR}/scripts/${theme} ${packages}
    COMMAND ${CMAKE_COMMAND} -E touch ${stamp}
    DEPENDS ${scripts}/bundle.mjs ${packages}/node_modules/.mektep-lock ${modules}
    COMMENT "Bundling the scripts of the theme ${theme}"
    VERBATIM)
  list(APPEND stamps ${stamp})
  install(DIRECTORY ${CMAKE_BINARY_DIR}/scripts/${theme}/ DESTINATION ${CMAKE_INSTALL_DATADIR}/mektep/themes/${theme}/assets)
endforeach()
add_custom_target(mektep_scripts ALL DEPENDS ${stamps})
add_dependencies(mektep_build mektep_scripts)
if(MEKTEP_DEVELOPMENT)
  set_source_files_properties(${CMAKE_SOURCE_DIR}/generator/build/prepared_site.cpp TARGET_DIRECTORY mektep_build
                              PROPERTIES COMPILE_DEFINITIONS MEKTEP_BUNDLED_SCRIPTS="${CMAKE_BINARY_DIR}/scripts")
endif()
