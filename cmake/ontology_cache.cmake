# The shipped ontology, compiled: the program loads it from beside itself, or from
# beside the ontology where it is installed.  Nothing depends on its being there.

file(GLOB_RECURSE turtle_files CONFIGURE_DEPENDS ontology/*.ttl)
set(ontology_cache ${PROJECT_BINARY_DIR}/ontology.cache)
if(CMAKE_CROSSCOMPILING)
  add_custom_target(ontology_cache)
else()
  add_custom_command(
    OUTPUT ${ontology_cache}
    COMMAND
      demarche check ${PROJECT_SOURCE_DIR}/ontology --compile ${ontology_cache}
      || ${CMAKE_COMMAND} -E echo "The ontology is not compiled beforehand"
    DEPENDS demarche ${turtle_files}
    COMMENT "Compiling the ontology")
  add_custom_target(ontology_cache ALL DEPENDS ${ontology_cache})
endif()
install(
  FILES ${ontology_cache}
  DESTINATION ${CMAKE_INSTALL_DATADIR}/demarche
  OPTIONAL)
