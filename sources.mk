# The one list of what is compiled, read by CMake and by Automake.
# One file a line, in order of name.

ontology_sources = \
  ontology/load_gazetteer.cc \
  ontology/load_lexicon.cc \
  ontology/load_schema.cc \
  ontology/ontology.cc \
  ontology/ontology_loader.cc \
  ontology/sha256.cc \
  ontology/turtle_files.cc

extractor_sources = \
  extractor/attribute.cc \
  extractor/characters.cc \
  extractor/claims.cc \
  extractor/events.cc \
  extractor/meanings.cc \
  extractor/model/functions.cc \
  extractor/model/linear.cc \
  extractor/model/mapped_file.cc \
  extractor/model/model_file.cc \
  extractor/names.cc \
  extractor/quotes.cc \
  extractor/reference.cc \
  extractor/sentence_judge.cc \
  extractor/sentence_view.cc \
  extractor/slots.cc \
  extractor/stance.cc \
  extractor/token_patterns.cc \
  extractor/token_scanner.cc \
  extractor/tokenizer.cc \
  extractor/tree.cc \
  extractor/triggers.cc

graphs_sources =

app_sources = \
  app/demarche.cc

test_sources = \
  tests/analysis_builder.cc \
  tests/analysis_builder_test.cc \
  tests/claims_test.cc \
  tests/events_test.cc \
  tests/functions_test.cc \
  tests/linear_test.cc \
  tests/model_builder.cc \
  tests/model_file_test.cc \
  tests/ontology_test.cc \
  tests/reading.cc \
  tests/sha256_test.cc \
  tests/small_ontology.cc \
  tests/span_test.cc \
  tests/tokenizer_test.cc \
  tests/vocabulary_test.cc
