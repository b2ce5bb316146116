# The one list of what is compiled, read by CMake and by Automake.
# One file a line, in order of name.

ontology_sources = \
  ontology/check.cc \
  ontology/load_gazetteer.cc \
  ontology/load_lexicon.cc \
  ontology/load_schema.cc \
  ontology/ontology.cc \
  ontology/ontology_loader.cc \
  ontology/sha256.cc \
  ontology/sha256_x86.cc \
  ontology/turtle_files.cc

extractor_sources = \
  extractor/analyser.cc \
  extractor/antecedents.cc \
  extractor/article_iri.cc \
  extractor/article_reader.cc \
  extractor/article_source.cc \
  extractor/attribute.cc \
  extractor/boundary_features.cc \
  extractor/boundary_model.cc \
  extractor/calendar.cc \
  extractor/characters.cc \
  extractor/claims.cc \
  extractor/conllu_reader.cc \
  extractor/conllu_writer.cc \
  extractor/coreference.cc \
  extractor/descriptions.cc \
  extractor/digest.cc \
  extractor/entity_description.cc \
  extractor/events.cc \
  extractor/gazetteer_names.cc \
  extractor/grammar_words.cc \
  extractor/iso_date.cc \
  extractor/jsonl.cc \
  extractor/layout.cc \
  extractor/lines.cc \
  extractor/link_candidates.cc \
  extractor/link_entities.cc \
  extractor/linked_entity.cc \
  extractor/meanings.cc \
  extractor/mention_clusters.cc \
  extractor/mentions.cc \
  extractor/metonymy.cc \
  extractor/model/arborescence.cc \
  extractor/model/attention.cc \
  extractor/model/batch.cc \
  extractor/model/bilinear.cc \
  extractor/model/code_points.cc \
  extractor/model/encoder.cc \
  extractor/model/functions.cc \
  extractor/model/lemma_rule.cc \
  extractor/model/linear.cc \
  extractor/model/mapped_file.cc \
  extractor/model/model_file.cc \
  extractor/model/name_decoder.cc \
  extractor/model/name_finder.cc \
  extractor/model/parser.cc \
  extractor/model/role_labeller.cc \
  extractor/model/sense_inventory.cc \
  extractor/model/tagger.cc \
  extractor/model/word_pieces.cc \
  extractor/model/word_shape.cc \
  extractor/name_coreference.cc \
  extractor/names.cc \
  extractor/narratives.cc \
  extractor/noun_phrase.cc \
  extractor/owners.cc \
  extractor/passages.cc \
  extractor/quantities.cc \
  extractor/quotes.cc \
  extractor/reference.cc \
  extractor/relation_words.cc \
  extractor/relations.cc \
  extractor/sentence_judge.cc \
  extractor/sentence_names.cc \
  extractor/sentence_splitter.cc \
  extractor/sentence_view.cc \
  extractor/slots.cc \
  extractor/stance.cc \
  extractor/text_tokens.cc \
  extractor/time_points.cc \
  extractor/time_reader.cc \
  extractor/time_words.cc \
  extractor/times.cc \
  extractor/token_patterns.cc \
  extractor/token_scanner.cc \
  extractor/tokenizer.cc \
  extractor/tree.cc \
  extractor/triggers.cc \
  extractor/utf8.cc

graphs_sources = \
  graphs/article_nodes.cc \
  graphs/check_graph.cc \
  graphs/claim_nodes.cc \
  graphs/direct_triples.cc \
  graphs/dot_writer.cc \
  graphs/entity_iri.cc \
  graphs/event_category.cc \
  graphs/events_json.cc \
  graphs/graph_builder.cc \
  graphs/graph_reader.cc \
  graphs/knowledge_graph.cc \
  graphs/offsets.cc \
  graphs/relation_diagram.cc \
  graphs/sord_sink.cc \
  graphs/statement_check.cc \
  graphs/statement_writer.cc \
  graphs/statements.cc \
  graphs/svg_writer.cc \
  graphs/time_statements.cc \
  graphs/turtle_sink.cc

app_sources = \
  app/demarche.cc

test_sources = \
  tests/analyser_test.cc \
  tests/analysis_builder.cc \
  tests/analysis_builder_test.cc \
  tests/arborescence_test.cc \
  tests/article_iri_test.cc \
  tests/article_reader_test.cc \
  tests/article_source_test.cc \
  tests/batch_test.cc \
  tests/check_test.cc \
  tests/claims_test.cc \
  tests/conllu_test.cc \
  tests/digest_test.cc \
  tests/event_category_test.cc \
  tests/events_test.cc \
  tests/extraction_builder.cc \
  tests/functions_test.cc \
  tests/gazetteer_test.cc \
  tests/iso_date_test.cc \
  tests/jsonl_test.cc \
  tests/layout_test.cc \
  tests/lemma_rule_test.cc \
  tests/linear_test.cc \
  tests/lines_test.cc \
  tests/link_entities_test.cc \
  tests/meanings_test.cc \
  tests/model_builder.cc \
  tests/model_file_test.cc \
  tests/model_vectors_test.cc \
  tests/name_decoder_test.cc \
  tests/narratives_test.cc \
  tests/offsets_test.cc \
  tests/ontology_test.cc \
  tests/passages_test.cc \
  tests/pathological_test.cc \
  tests/quantities_test.cc \
  tests/quotes_test.cc \
  tests/reading.cc \
  tests/sense_inventory_test.cc \
  tests/sentence_splitter_test.cc \
  tests/sha256_test.cc \
  tests/slots_test.cc \
  tests/small_ontology.cc \
  tests/span_test.cc \
  tests/stance_test.cc \
  tests/statement_check_test.cc \
  tests/times_test.cc \
  tests/tokenizer_test.cc \
  tests/tree_test.cc \
  tests/turtle_sink_test.cc \
  tests/utf8_test.cc \
  tests/vocabulary_test.cc \
  tests/word_pieces_test.cc \
  tests/word_shape_test.cc
