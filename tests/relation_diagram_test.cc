#include "graphs/relation_diagram.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "graphs/dot_writer.h"
#include "graphs/graph_builder.h"
#include "graphs/graph_reader.h"
#include "graphs/relation_filter.h"
#include "graphs/sord_sink.h"
#include "graphs/statements.h"
#include "graphs/svg_writer.h"
#include "ontology/error.h"
#include "tests/extraction_builder.h"

namespace demarche {
namespace {

using testing::HasSubstr;
using testing::Not;

KnowledgeGraph graph_of(int articles) {
  KnowledgeGraph graph;
  auto extraction = accusation_extraction();
  for (int i = 0; i < articles; ++i) {
    extraction.article.iri = "https://news.example/" + std::to_string(i);
    add_to_graph(extraction, invented_ontology(), {}, graph);
  }
  return graph;
}

std::string dot_of(const KnowledgeGraph& graph) {
  return to_dot(
      relation_diagram(filter(relation_table(graph, invented_ontology()), {})));
}

TEST(RelationDiagram, WhatIsAssertedIsSolidAndWhatIsClaimedIsDashed) {
  const auto dot = dot_of(graph_of(1));
  EXPECT_THAT(dot, HasSubstr("[label=\"accuses\", color=\"#de2d26\", "
                             "fontcolor=\"#de2d26\"];"));
  EXPECT_THAT(dot, HasSubstr("[label=\"withdraws from [Norland]\", "
                             "color=\"#a50f15\", fontcolor=\"#a50f15\", "
                             "style=dashed];"));
  EXPECT_THAT(dot, HasSubstr("[label=\"talks\""));
}

TEST(RelationDiagram, RepeatedRelationsAreOneArrowWithACount) {
  EXPECT_THAT(dot_of(graph_of(3)), HasSubstr("accuses \xc3\x97"
                                             "3"));
}

TEST(RelationDiagram, IsTheSameFromTheGraphAndFromItsStatements) {
  const auto graph = graph_of(2);
  SordSink store;
  describe(graph, {}, store);
  EXPECT_EQ(dot_of(read_graph(store, invented_ontology())), dot_of(graph));
}

TEST(RelationDiagram, TheFactsShowWhatIsAssertedOnly) {
  SordSink store;
  DescribeOptions options;
  options.view = View::facts;
  describe(graph_of(1), options, store);
  const auto dot = dot_of(read_graph(store, invented_ontology()));
  EXPECT_THAT(dot, HasSubstr("accuses"));
  EXPECT_THAT(dot, Not(HasSubstr("dashed")));
}

TEST(RelationDiagram, ADenialIsDrawnAsOne) {
  auto extraction = accusation_extraction();
  extraction.claims[1].factuality = Factuality::certain_negative;
  KnowledgeGraph graph;
  add_to_graph(extraction, invented_ontology(), {}, graph);
  EXPECT_THAT(dot_of(graph), HasSubstr("withdraws from [Norland: not]"));
}

TEST(RelationDiagram, WhatNobodyIsCommittedToIsNotDrawn) {
  auto extraction = accusation_extraction();
  extraction.claims[1].factuality = Factuality::unknown;
  KnowledgeGraph graph;
  add_to_graph(extraction, invented_ontology(), {}, graph);
  EXPECT_THAT(dot_of(graph), Not(HasSubstr("withdraws from")));
}

TEST(DotWriter, QuotesWhatLabelsHold) {
  Diagram diagram;
  diagram.boxes.resize(1);
  diagram.boxes[0].label = "the \"N\\L\"\nfront";
  EXPECT_THAT(to_dot(diagram), HasSubstr(R"(n0 [label="the \"N\\L\" front")"));
}

TEST(SvgWriter, DrawsTheDiagramOrSaysWhyNot) {
  const auto diagram =
      relation_diagram(relation_table(graph_of(1), invented_ontology()));
  if (!can_write_svg()) {
    EXPECT_THROW(to_svg(diagram), Error);
    return;
  }
  const auto svg = to_svg(diagram);
  EXPECT_THAT(svg, HasSubstr("<svg "));
  EXPECT_THAT(svg, HasSubstr("withdraws from"));
  EXPECT_EQ(svg, to_svg(diagram));
}

TEST(SvgWriter, AnEmptyDiagramIsAnImageToo) {
  if (can_write_svg()) {
    EXPECT_THAT(to_svg({}), HasSubstr("<svg "));
  }
}

}  // namespace
}  // namespace demarche
