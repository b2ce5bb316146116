# A digest of the code that compiles ontologies (ontology/loader_digest.h).

file(GLOB loader_files CONFIGURE_DEPENDS ontology/*.cc ontology/*.h)
set(digests "")
foreach(file ${loader_files})
  file(SHA256 ${file} digest)
  string(APPEND digests ${digest})
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
endforeach()
string(SHA256 digest "${digests}")
file(
  GENERATE
  OUTPUT ${PROJECT_BINARY_DIR}/loader_digest.cc
  CONTENT
    "#include \"ontology/loader_digest.h\"\n\nconst char* const demarche::loader_digest =\n    \"${digest}\";\n"
)
target_sources(demarche_library PRIVATE ${PROJECT_BINARY_DIR}/loader_digest.cc)
