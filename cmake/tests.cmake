# All tests are one program; each is a test of CTest.

enable_testing()
find_package(GTest REQUIRED)
include(GoogleTest)

add_executable(demarche_tests ${test_sources})
target_compile_definitions(
  demarche_tests PRIVATE DEMARCHE_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
set_source_files_properties(
  tests/command_test.cc
  PROPERTIES
    COMPILE_DEFINITIONS
    "DEMARCHE_PROGRAM=\"${PROJECT_BINARY_DIR}/demarche\";DEMARCHE_VERSION=\"${PROJECT_VERSION}\""
)
target_link_libraries(demarche_tests PRIVATE demarche_library GTest::gtest
                                             GTest::gmock GTest::gtest_main)
add_dependencies(demarche_tests demarche)
gtest_discover_tests(demarche_tests DISCOVERY_MODE PRE_TEST
                     PROPERTIES TIMEOUT 600)
