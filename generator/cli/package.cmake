# What is installed, and the Debian package. Included by the CMakeLists.txt at the top.

set(cli ${CMAKE_SOURCE_DIR}/generator/cli)
set_source_files_properties(${cli}/version.cpp TARGET_DIRECTORY mektep_cli
                            PROPERTIES COMPILE_DEFINITIONS MEKTEP_VERSION="${PROJECT_VERSION}")
if(MEKTEP_DEVELOPMENT)
  set_source_files_properties(${cli}/data_folder.cpp TARGET_DIRECTORY mektep_cli
                              PROPERTIES COMPILE_DEFINITIONS MEKTEP_SOURCE_DATA="${CMAKE_SOURCE_DIR}")
endif()

# The manual and the completion scripts are printed by the program itself.
set(printed ${CMAKE_BINARY_DIR}/printed)
file(MAKE_DIRECTORY ${printed})
add_custom_command(
  OUTPUT ${printed}/mektep.1.gz ${printed}/mektep.bash ${printed}/_mektep ${printed}/mektep.fish
  COMMAND $<TARGET_FILE:mektep> help --man > ${printed}/mektep.1
  COMMAND gzip -9nf ${printed}/mektep.1
  COMMAND $<TARGET_FILE:mektep> completion bash --lang en > ${printed}/mektep.bash
  COMMAND $<TARGET_FILE:mektep> completion zsh --lang en > ${printed}/_mektep
  COMMAND $<TARGET_FILE:mektep> completion fish --lang en > ${printed}/mektep.fish
  DEPENDS mektep
  VERBATIM)
add_custom_target(mektep_printed ALL DEPENDS ${printed}/mektep.1.gz ${printed}/mektep.bash ${printed}/_mektep
                                             ${printed}/mektep.fish)

install(TARGETS mektep RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY schema themes DESTINATION ${CMAKE_INSTALL_DATADIR}/mektep
        PATTERN README.md EXCLUDE PATTERN scripts EXCLUDE)  # scripts are installed bundled
install(DIRECTORY content DESTINATION ${CMAKE_INSTALL_DATADIR}/mektep)  # `mektep theme check` makes its pages
install(FILES ${cli}/report/report.schema.json DESTINATION ${CMAKE_INSTALL_DATADIR}/mektep)
install(FILES ${printed}/mektep.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${printed}/mektep.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME mektep)
install(FILES ${printed}/_mektep DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
install(FILES ${printed}/mektep.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
install(TARGETS mektep-editor mektep-media-worker mektep-site-worker RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY editor/views/templates editor/views/strings editor/views/assets editor/views/help
        DESTINATION ${CMAKE_INSTALL_DATADIR}/mektep/editor/views)
install(FILES editor/http/openapi.json DESTINATION ${CMAKE_INSTALL_DATADIR}/mektep/editor/http)
install(FILES editor/accounts/common-passwords.txt DESTINATION ${CMAKE_INSTALL_DATADIR}/mektep/editor/accounts)
install(FILES editor/deploy/nginx.conf editor/deploy/Caddyfile DESTINATION ${CMAKE_INSTALL_DATADIR}/mektep/editor/deploy)
install(PROGRAMS editor/deploy/forget DESTINATION ${CMAKE_INSTALL_DATADIR}/mektep/editor/deploy)
install(FILES editor/deploy/README.md DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME editor.md)
install(FILES editor/deploy/mektep-editor.service DESTINATION lib/systemd/system)
install(FILES editor/deploy/sysusers.conf DESTINATION lib/sysusers.d RENAME mektep.conf)
add_custom_command(
  OUTPUT ${printed}/mektep-editor.8.gz
  COMMAND gzip -9nc ${CMAKE_SOURCE_DIR}/editor/deploy/mektep-editor.8 > ${printed}/mektep-editor.8.gz
  DEPENDS ${CMAKE_SOURCE_DIR}/editor/deploy/mektep-editor.8
  VERBATIM)
add_custom_target(mektep_editor_manual ALL DEPENDS ${printed}/mektep-editor.8.gz)
install(FILES ${printed}/mektep-editor.8.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man8)
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME copyright)

# What it is made of, with versions (CycloneDX): for whoever looks whether a fault of a library concerns the school.
include(${CMAKE_CURRENT_LIST_DIR}/components.cmake)
install(FILES ${CMAKE_BINARY_DIR}/components.json DESTINATION ${CMAKE_INSTALL_DOCDIR})

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME mektep)
set(CPACK_PACKAGE_VENDOR "Mektep maintainers")
set(CPACK_PACKAGE_CONTACT "Mektep maintainers <maintainers@mektep.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "site generator and editor for school websites in Kyrgyzstan")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION "Reads the content repository of a school, says in Kyrgyz, Russian or English
what the regulations still ask for, and makes a bilingual static website. The editor changes that repository in a browser.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION web)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "fonts-paratype")  # of the share cards and the sheets of the archive
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "git, git-lfs, poppler-utils")
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA ${CMAKE_SOURCE_DIR}/editor/deploy/postinst)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_OUTPUT_FILE_PREFIX ${CMAKE_BINARY_DIR})
include(CPack)
