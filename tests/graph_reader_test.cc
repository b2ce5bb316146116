#include "graphs/graph_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "graphs/event_diagram.h"
#include "graphs/graph_builder.h"
#include "graphs/html_writer.h"
#include "graphs/relation_diagram.h"
#include "graphs/statements.h"
#include "tests/extraction_builder.h"

namespace demarche {
namespace {

using testing::UnorderedElementsAreArray;

std::vector<RdfStatement> statements_of(const KnowledgeGraph& graph,
                                        const DescribeOptions& options = {}) {
  SordSink store;
  describe(graph, options, store);
  return store.all();
}

/// The statements of a graph that was written and read again.
std::vector<RdfStatement> read_again(const KnowledgeGraph& graph,
                                     const DescribeOptions& options = {}) {
  SordSink store;
  describe(graph, options, store);
  return statements_of(read_graph(store, invented_ontology()), options);
}

KnowledgeGraph graph_of(const Extraction& extraction) {
  KnowledgeGraph graph;
  DescribeOptions options;
  options.configuration = {"1.0", "aa", "bb"};
  add_to_graph(extraction, invented_ontology(), options, graph);
  return graph;
}

/// With times, a quantity, a digest's parts and a standing relation.
Extraction rich_extraction() {
  ExtractionBuilder builder(
      "On May 1 some 2,000 of Norland met Sudmark for 3 days at noon daily. "
      "Dusk is an ally. Pro-Sudmark narrative. https://d.org Post");
  auto& extraction = builder.extraction;
  auto& article = extraction.article;
  article.metadata.title = "A \"title\"";
  article.metadata.publisher = "The Post";
  const auto norland = builder.entity("Norland", "State", "norland");
  const auto sudmark = builder.entity("Sudmark", "State", "sudmark");
  const auto dusk = builder.entity("Dusk", "Actor");
  const auto met = builder.event("met", "Negotiation");
  builder.role(met, "participant", norland, "Norland");
  builder.role(met, "participant", sudmark, "Sudmark");
  builder.claim(met);
  const auto said = builder.attribution(std::nullopt, "", "ally");
  builder.claim(met, Factuality::possible_negative, said);
  for (const auto& [words, value] :
       {std::pair("May 1", "2024-05-01"), std::pair("3 days", "P3D"),
        std::pair("noon", "T12:00"), std::pair("daily", "R/P1D")})
    extraction.times.push_back({0, 0, builder.at(words), {}, value});
  extraction.events[0].time = TimeId{0};
  for (std::uint32_t i = 1; i < 4; ++i) {
    auto event = extraction.events[0];
    event.span = builder.at(i == 1 ? "for" : i == 2 ? "at" : "an");
    event.evidence = {event.span};
    event.time = TimeId{i};
    extraction.events.push_back(event);
    builder.claim(EventId{i});
  }
  extraction.quantities.push_back(
      {0, 0, builder.at("some 2,000"), 2000, "people", Quantity::Bound::about});
  extraction.events[0].quantities = {QuantityId{0}};
  extraction.relations.push_back(
      {dusk, invented_ontology().find_property("allyOf"), norland,
       builder.at("ally"), "ally", TimeId{0}});
  article.is_digest = true;
  article.narratives.resize(1);
  article.narratives[0].heading = builder.at("Pro-Sudmark narrative.");
  article.narratives[0].about = builder.at("Sudmark", 2);
  article.narratives[0].body = {builder.at("Post")};
  article.sources = {builder.at("https://d.org")};
  return extraction;
}

TEST(GraphReader, WhatIsReadSaysWhatWasWritten) {
  for (const auto& extraction : {accusation_extraction(), rich_extraction()}) {
    const auto graph = graph_of(extraction);
    EXPECT_THAT(read_again(graph),
                UnorderedElementsAreArray(statements_of(graph)));
  }
}

TEST(GraphReader, DiagramsOfWhatIsReadAreTheSame) {
  const auto& ontology = invented_ontology();
  for (const auto& extraction : {accusation_extraction(), rich_extraction()}) {
    const auto graph = graph_of(extraction);
    SordSink store;
    describe(graph, {}, store);
    const auto read = read_graph(store, ontology);
    Diagram events, events_read;
    add_events(graph, ontology, {}, events);
    add_events(read, ontology, {}, events_read);
    EXPECT_EQ(to_html(events_read), to_html(events));
    EXPECT_EQ(to_html(relation_diagram(relation_table(read, ontology))),
              to_html(relation_diagram(relation_table(graph, ontology))));
  }
}

TEST(GraphReader, ReadsTheViewOfFacts) {
  const auto graph = graph_of(accusation_extraction());
  DescribeOptions facts;
  facts.view = View::facts;
  EXPECT_EQ(read_again(graph, facts), statements_of(graph, facts));
}

TEST(GraphReader, ReadsRelationsOfWhatNothingElseIsSaidOf) {
  SordSink store;
  store.read("bare",
             "<urn:a> <https://w3id.org/demarche/ontology#accuses> <urn:b> .");
  const auto graph = read_graph(store, invented_ontology());
  ASSERT_EQ(graph.size(), 2U);
  EXPECT_EQ(graph.links_from(*graph.find("urn:a")).size(), 1U);
}

TEST(GraphReader, ReadsTheLayersOfTheFullView) {
  auto extraction = rich_extraction();
  Sentence sentence;
  sentence.span = {0, 8};
  Word word;
  word.span = {0, 2};
  word.form = "On";
  word.lemma = "on";
  word.upos = Upos::adp;
  word.xpos = "IN";
  word.relation = "case";
  word.head = 1;
  sentence.words = {word, word};
  sentence.words[1].span = {3, 6};
  sentence.words[1].head = no_word;
  sentence.tokens = {{{0, 2}, 0, 1}, {{3, 6}, 1, 2}};
  extraction.analysis.sentences = {sentence};
  DescribeOptions full;
  full.view = View::full;
  KnowledgeGraph graph;
  add_to_graph(extraction, invented_ontology(), full, graph);
  const auto statements = statements_of(graph, full);
  EXPECT_GT(statements.size(), statements_of(graph_of(extraction)).size() + 10);
  EXPECT_THAT(read_again(graph, full), UnorderedElementsAreArray(statements));
}

TEST(GraphReader, OfAnEmptyStoreIsEmpty) {
  EXPECT_EQ(read_graph(SordSink(), invented_ontology()).size(), 0U);
}

}  // namespace
}  // namespace demarche
