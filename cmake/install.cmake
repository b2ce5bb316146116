# What `cmake --install` puts where.

install(TARGETS demarche RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(TARGETS demarche_library ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
foreach(folder ontology extractor graphs)
  install(
    DIRECTORY ${folder}
    DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/demarche
    FILES_MATCHING
    PATTERN "*.h"
    PATTERN "gazetteer" EXCLUDE
    PATTERN "lexicon" EXCLUDE)
endforeach()
install(
  DIRECTORY ontology
  DESTINATION ${CMAKE_INSTALL_DATADIR}/demarche
  FILES_MATCHING
  PATTERN "*.ttl")
install(
  DIRECTORY models
  DESTINATION ${CMAKE_INSTALL_DATADIR}/demarche
  FILES_MATCHING
  PATTERN "*.model")
install(FILES man/demarche.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)

# The same file as Autoconf makes of demarche.pc.in, but that it may be moved:
# `cmake --install --prefix` says only late where it goes.
file(RELATIVE_PATH up /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
string(REGEX REPLACE "/$" "" up "${up}")
set(prefix "\${pcfiledir}/${up}")
set(exec_prefix "\${prefix}")
set(libdir "\${prefix}/${CMAKE_INSTALL_LIBDIR}")
set(includedir "\${prefix}/${CMAKE_INSTALL_INCLUDEDIR}")
set(PACKAGE_VERSION ${PROJECT_VERSION})
if(GRAPHVIZ_FOUND)
  set(GRAPHVIZ_REQUIRES libgvc)
endif()
if(LIBARCHIVE_FOUND)
  set(LIBARCHIVE_REQUIRES libarchive)
endif()
if(LIBXML2_FOUND)
  set(LIBXML2_REQUIRES libxml-2.0)
endif()
configure_file(demarche.pc.in demarche.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/demarche.pc
        DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
