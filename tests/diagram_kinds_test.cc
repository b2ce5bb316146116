// Diagrams of events, of narratives and of time.  Those of relations are tested
// in relation_diagram_test.cc.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "graphs/dot_writer.h"
#include "graphs/event_diagram.h"
#include "graphs/graph_builder.h"
#include "graphs/narrative_diagram.h"
#include "graphs/timeline_diagram.h"
#include "tests/extraction_builder.h"

namespace demarche {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAre;

KnowledgeGraph graph_of(const Extraction& extraction) {
  KnowledgeGraph graph;
  add_to_graph(extraction, invented_ontology(), {}, graph);
  return graph;
}

/// "Norland -accuses-> Sudmark", with dots for dashes.
std::vector<std::string> arrows_of(const Diagram& diagram) {
  std::vector<std::string> lines;
  for (const auto& arrow : diagram.arrows)
    lines.push_back(diagram.boxes[arrow.from].label +
                    (arrow.asserted ? " -" : " .") + full_label(arrow) +
                    (arrow.asserted ? "-> " : ".> ") +
                    diagram.boxes[arrow.to].label);
  return lines;
}

Diagram events_of(const Extraction& extraction,
                  const RelationFilter& filter = {}) {
  Diagram diagram;
  add_events(graph_of(extraction), invented_ontology(), filter, diagram);
  return diagram;
}

TEST(EventDiagram, JoinsEventsWithWhatFillsTheirRolesAndWhoClaimsThem) {
  EXPECT_THAT(
      arrows_of(events_of(accusation_extraction())),
      UnorderedElementsAre("accusation: accused -accuser-> Norland",
                           "accusation: accused -accused-> Sudmark",
                           "accusation: accused -content-> Withdrawal: leaving",
                           "Withdrawal: leaving .withdrawer.> Sudmark",
                           "Withdrawal: leaving .process.> Negotiation: talks",
                           "Norland .claims.> Withdrawal: leaving"));
}

TEST(EventDiagram, ABoxHasTheSentenceAndTheScoreOfItsEvent) {
  const auto diagram = events_of(accusation_extraction());
  for (const auto& box : diagram.boxes) {
    if (box.label != "Withdrawal: leaving") continue;
    EXPECT_EQ(box.score, -5);
    EXPECT_FALSE(box.asserted);
    ASSERT_EQ(box.evidence.size(), 1U);
    EXPECT_EQ(box.evidence[0].excerpt.words, "leaving");
    EXPECT_EQ(box.evidence[0].claimers.size(), 1U);
  }
}

TEST(EventDiagram, IsFiltered) {
  RelationFilter filter;
  filter.asserted_only = true;
  EXPECT_THAT(arrows_of(events_of(accusation_extraction(), filter)),
              Not(testing::Contains(HasSubstr("withdrawer"))));
  filter = {};
  filter.relations = {"Withdrawal"};
  EXPECT_EQ(events_of(accusation_extraction(), filter).arrows.size(), 3U);
  filter = {};
  filter.actors = {"Norland"};
  EXPECT_EQ(events_of(accusation_extraction(), filter).arrows.size(), 3U);
  filter.actors = {"Estia"};
  EXPECT_THAT(events_of(accusation_extraction(), filter).boxes, IsEmpty());
}

/// Two narratives: in one Sudmark leaves the talks, in the other Norland
/// accuses Sudmark, and Estia is cited for the same.
Extraction narratives_extraction() {
  ExtractionBuilder builder(
      "Pro-Norland, by Dawn. Sudmark is leaving the talks. "
      "Anti-Norland, by Dusk. Norland accused Sudmark, Estia said.");
  auto& article = builder.extraction.article;
  article.is_digest = true;
  article.narratives.resize(2);
  article.narratives[0].stance = Narrative::Stance::pro;
  article.narratives[0].heading = builder.at("Pro-Norland, by Dawn.");
  article.narratives[0].body = {builder.at("Sudmark is leaving the talks.")};
  article.narratives[1].stance = Narrative::Stance::anti;
  article.narratives[1].heading = builder.at("Anti-Norland, by Dusk.");
  article.narratives[1].body = {
      builder.at("Norland accused Sudmark, Estia said.")};
  const auto dawn = builder.entity("Dawn", "NewsOutlet");
  const auto dusk = builder.entity("Dusk", "NewsOutlet");
  const auto sudmark = builder.entity("Sudmark", "State", "sudmark");
  const auto norland = builder.entity("Norland accused", "State", "norland");
  const auto estia = builder.entity("Estia", "State", "estia");
  const auto leaving = builder.event("leaving", "Withdrawal");
  const auto talks = builder.event("talks", "Negotiation");
  builder.role(leaving, "withdrawer", sudmark, "Sudmark");
  builder.role(leaving, "process", talks, "talks");
  const auto accusing = builder.event("accused", "Accusation");
  builder.role(accusing, "accuser", norland, "Norland accused");
  builder.role(accusing, "accused", sudmark, "Sudmark", 2);
  const auto first = builder.attribution(dawn, "Dawn", "Dawn");
  const auto second = builder.attribution(dusk, "Dusk", "Dusk");
  const auto third = builder.attribution(estia, "Estia", "said");
  builder.claim(leaving, Factuality::certain_positive, first);
  const auto outer =
      builder.claim(accusing, Factuality::certain_negative, second);
  builder.claim(accusing, Factuality::certain_positive, third, outer);
  builder.extraction.claims.back().depth = 2;
  return builder.extraction;
}

TEST(NarrativeDiagram, HasAFrameForEachNarrativeWithWhatItSays) {
  Diagram diagram;
  add_narratives(graph_of(narratives_extraction()), invented_ontology(), {},
                 diagram);
  EXPECT_THAT(diagram.groups,
              ElementsAre("Pro-Norland, by Dawn", "Anti-Norland, by Dusk"));
  EXPECT_THAT(arrows_of(diagram),
              ElementsAre("Sudmark .withdraws from.> Negotiation: talks",
                          "Norland .accuses [Estia].> Sudmark",
                          "Norland .accuses [not].> Sudmark"));
  for (const auto& arrow : diagram.arrows)
    EXPECT_EQ(diagram.boxes[arrow.from].group, diagram.boxes[arrow.to].group);
  EXPECT_NE(diagram.arrows[0].from, diagram.arrows[1].to);  // Two Sudmarks.
}

TEST(NarrativeDiagram, FramesItsGroupsInGraphvizToo) {
  Diagram diagram;
  add_narratives(graph_of(narratives_extraction()), invented_ontology(), {},
                 diagram);
  EXPECT_THAT(to_dot(diagram), HasSubstr("subgraph cluster_1 { label=\"Anti-"));
}

TEST(NarrativeDiagram, OfAnArticleWithoutNarrativesIsEmpty) {
  Diagram diagram;
  add_narratives(graph_of(accusation_extraction()), invented_ontology(), {},
                 diagram);
  EXPECT_THAT(diagram.boxes, IsEmpty());
}

TEST(TimelineDiagram, HasAColumnForEachDateInOrder) {
  const auto graph = graph_of(accusation_extraction());
  auto table = relation_table(graph, invented_ontology());
  auto more = table;
  table.rows[0].evidence.date = "";
  more.rows[0].evidence.date = "2021";
  append(more, table);
  const auto diagram = timeline_diagram(table);
  EXPECT_TRUE(diagram.in_columns);
  EXPECT_THAT(diagram.groups, ElementsAre("2021", "2024-05-02", "no date"));
  std::vector<std::string> labels;
  for (const auto& box : diagram.boxes)
    labels.push_back(diagram.groups[*box.group] + ": " + box.label);
  EXPECT_THAT(labels, ElementsAre("2021: Norland accuses Sudmark",
                                  "2024-05-02: Sudmark withdraws from talks "
                                  "[Norland]",
                                  "no date: Norland accuses Sudmark"));
  EXPECT_EQ(diagram.boxes[1].evidence.size(), 2U);
  EXPECT_FALSE(diagram.boxes[1].asserted);
  EXPECT_THAT(to_dot(diagram), HasSubstr("g0 -> g1"));
}

}  // namespace
}  // namespace demarche
