# Programs of bench/ that need the library: each file is one, build/bench_NAME.

file(GLOB bench_sources CONFIGURE_DEPENDS bench/*.cc bench/accuracy/*.cc)
foreach(source ${bench_sources})
  get_filename_component(name ${source} NAME_WE)
  add_executable(bench_${name} ${source})
  target_compile_definitions(
    bench_${name} PRIVATE DEMARCHE_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  target_link_libraries(bench_${name} PRIVATE demarche_library)
endforeach()
