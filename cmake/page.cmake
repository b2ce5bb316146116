# Puts the files of graphs/page/ into the program, as strings.

set(page ${PROJECT_SOURCE_DIR}/graphs/page)
foreach(name page.html page.css drawing.js overview.js details.js controls.js)
  file(READ ${page}/${name} contents)
  string(REGEX REPLACE "\n$" "" contents "${contents}")
  string(REPLACE "." "_" variable ${name})
  set(${variable} "${contents}")
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS
                                         ${page}/${name})
endforeach()
configure_file(${page}/page_parts.cc.in page_parts.cc @ONLY)
target_sources(demarche_library PRIVATE ${PROJECT_BINARY_DIR}/page_parts.cc)
