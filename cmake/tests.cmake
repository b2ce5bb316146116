# All tests are one program; each is a test of CTest.

enable_testing()
find_package(GTest REQUIRED)
include(GoogleTest)

add_executable(demarche_tests ${test_sources})
# Only these read the source tree; the others compile alike wherever it stands.
set_source_files_properties(
  tests/articles_test.cc tests/cases_test.cc tests/check_test.cc
  tests/fuzz_test.cc tests/gazetteer_test.cc tests/holidays_test.cc
  tests/html_page_test.cc tests/model_vectors_test.cc
  tests/ontology_cache_test.cc tests/ontology_test.cc
  tests/shipped.cc tests/source_tree_test.cc tests/vocabulary_test.cc
  PROPERTIES COMPILE_DEFINITIONS
             "DEMARCHE_SOURCE_DIR=\"${PROJECT_SOURCE_DIR}\"")
set_source_files_properties(
  tests/command_test.cc tests/corpus_command_test.cc
  tests/dataset_command_test.cc tests/documented_output_test.cc
  tests/hostile_text_test.cc tests/load_command_test.cc
  tests/shortage_test.cc
  PROPERTIES
    COMPILE_DEFINITIONS
    "DEMARCHE_PROGRAM=\"${PROJECT_BINARY_DIR}/demarche\";DEMARCHE_VERSION=\"${PROJECT_VERSION}\""
)
set_property(
  SOURCE tests/documented_output_test.cc APPEND PROPERTY COMPILE_DEFINITIONS
  "DEMARCHE_SOURCE_DIR=\"${PROJECT_SOURCE_DIR}\"")
# The program, short of memory where the environment says so.
add_executable(demarche_starved ${starved_sources} $<TARGET_OBJECTS:demarche>)
target_link_libraries(demarche_starved PRIVATE demarche_library PkgConfig::TBB)
target_link_libraries(demarche_tests PRIVATE demarche_library GTest::gtest
                                             GTest::gmock GTest::gtest_main
                                             PkgConfig::TBB)
if(LIBARCHIVE_FOUND)
  target_compile_definitions(demarche_tests PRIVATE DEMARCHE_HAS_LIBARCHIVE)
endif()
add_dependencies(demarche_tests demarche demarche_starved ontology_cache)
gtest_discover_tests(demarche_tests DISCOVERY_MODE PRE_TEST
                     PROPERTIES TIMEOUT 600)
