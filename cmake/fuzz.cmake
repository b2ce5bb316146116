# Programs that try one way into the library with bytes that libFuzzer makes up:
# build/fuzz_NAME, as tests/fuzz/README.md says.  Needs clang; without it they
# replay the files that they are given.

include(CheckCXXCompilerFlag)
set(CMAKE_REQUIRED_FLAGS -fsanitize=fuzzer-no-link)
check_cxx_compiler_flag(-fsanitize=fuzzer-no-link DEMARCHE_HAS_LIBFUZZER)
unset(CMAKE_REQUIRED_FLAGS)
if(DEMARCHE_HAS_LIBFUZZER)
  target_compile_options(demarche_library PUBLIC -fsanitize=fuzzer-no-link)
  # The arithmetic of the network sees numbers alone, and watched it would take
  # nearly all of the time.
  set_source_files_properties(
    extractor/model/attention.cc extractor/model/functions.cc
    extractor/model/kernels_amx.cc extractor/model/kernels_avx2.cc
    extractor/model/kernels_avx512.cc extractor/model/kernels_avx_vnni.cc
    extractor/model/kernels_plain.cc PROPERTIES COMPILE_OPTIONS
                                                "-fno-sanitize=all;-O3")
endif()

set(fuzz_sources ${test_sources})
list(FILTER fuzz_sources INCLUDE
     REGEX "tests/(fuzz/.*|shipped|small_ontology)\\.cc")
add_library(fuzz_targets STATIC ${fuzz_sources})
target_link_libraries(fuzz_targets PUBLIC demarche_library)
target_compile_definitions(
  fuzz_targets PRIVATE DEMARCHE_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
file(GLOB fuzz_names RELATIVE ${PROJECT_SOURCE_DIR}/tests/fuzz/corpus
     ${PROJECT_SOURCE_DIR}/tests/fuzz/corpus/*)
foreach(name ${fuzz_names})
  add_executable(fuzz_${name} tests/fuzz/fuzz_main.cc)
  target_compile_definitions(fuzz_${name}
                             PRIVATE DEMARCHE_FUZZ_TARGET="${name}")
  target_link_libraries(fuzz_${name} PRIVATE fuzz_targets)
  if(DEMARCHE_HAS_LIBFUZZER)
    target_compile_definitions(fuzz_${name} PRIVATE DEMARCHE_HAS_LIBFUZZER)
    target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
  endif()
endforeach()
