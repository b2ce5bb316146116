# The one list of what is compiled, read by CMake and by Automake.
# One file a line, in order of name.

ontology_sources =

extractor_sources = \
  extractor/names.cc

graphs_sources =

app_sources = \
  app/demarche.cc

test_sources = \
  tests/span_test.cc
