# Scripts and styles of the editor: editor/client/*.js and *.css, bundled into <build folder>/editor/assets, from where a
# program of the build tree reads them; installed, they stand beside the assets of the views. Included by editor/CMakeLists.txt.
set(client ${CMAKE_SOURCE_DIR}/editor/client)
set(client_packages ${CMAKE_SOURCE_DIR}/build/tools/editor)
add_custom_command(
  OUTPUT ${client_packages}/node_modules/.mektep-lock
  COMMAND ${CMAKE_SOURCE_DIR}/script/npm-install editor/client build/tools/editor
  DEPENDS ${client}/package-lock.json
  COMMENT "Installing what the editor's scripts are made of"
  VERBATIM)
file(GLOB_RECURSE client_sources CONFIGURE_DEPENDS ${client}/*.js ${client}/*.css)
add_custom_command(
  OUTPUT ${CMAKE_BINARY_DIR}/editor/assets.stamp
  COMMAND ${MEKTEP_NODE} ${client}/bundle.mjs ${client} ${CMAKE_BINARY_DIR}/editor/assets ${client_packages}
  COMMAND ${CMAKE_COMMAND} -E touch ${CMAKE_BINARY_DIR}/editor/assets.stamp
  DEPENDS ${client}/bundle.mjs ${client_packages}/node_modules/.mektep-lock ${client_sources}
  COMMENT "Bundling the scripts of the editor"
  VERBATIM)
add_custom_target(mektep_client ALL DEPENDS ${CMAKE_BINARY_DIR}/editor/assets.stamp)
install(DIRECTORY ${CMAKE_BINARY_DIR}/editor/assets/ DESTINATION ${CMAKE_INSTALL_DATADIR}/mektep/editor/views/assets)
