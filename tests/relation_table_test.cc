#include "graphs/relation_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "graphs/graph_builder.h"
#include "graphs/relation_filter.h"
#include "ontology/vocabulary.h"
#include "tests/extraction_builder.h"

namespace demarche {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

RelationTable table_of(const Extraction& extraction) {
  KnowledgeGraph graph;
  add_to_graph(extraction, invented_ontology(), {}, graph);
  return relation_table(graph, invented_ontology());
}

/// "Norland accuses Sudmark", in order.
std::vector<std::string> lines_of(const RelationTable& table) {
  std::vector<std::string> lines;
  for (const auto& row : table.rows)
    lines.push_back(table.actors.at(row.from).label + " " + row.label + " " +
                    table.actors.at(row.to).label);
  return lines;
}

std::vector<std::string> filtered(const RelationFilter& wanted) {
  return lines_of(filter(table_of(accusation_extraction()), wanted));
}

constexpr const char* accusation = "Norland accuses Sudmark";
constexpr const char* leaving = "Sudmark withdraws from talks";

TEST(RelationTable, HasARowForEachClaimWithItsSentenceAndClaimer) {
  const auto table = table_of(accusation_extraction());
  ASSERT_THAT(lines_of(table), ElementsAre(accusation, leaving));
  const auto& own = table.rows[0];
  EXPECT_TRUE(own.asserted);
  EXPECT_EQ(own.score, -2);
  EXPECT_THAT(own.evidence.claimers, IsEmpty());
  EXPECT_EQ(
      own.evidence.excerpt,
      (Excerpt{"Norland ", "accused", " Sudmark of leaving the grain talks."}));
  const auto& claimed = table.rows[1];
  EXPECT_FALSE(claimed.asserted);
  EXPECT_TRUE(table.actors.at(claimed.to).is_event);
  EXPECT_THAT(
      claimed.evidence.claimers,
      ElementsAre(Claimer{"Norland", "accused", Factuality::certain_positive}));
}

TEST(RelationTable, WhatTheArticleIsCertainOfIsItsOwnWithoutATriple) {
  KnowledgeGraph all = [] {
    KnowledgeGraph graph;
    add_to_graph(accusation_extraction(), invented_ontology(), {}, graph);
    return graph;
  }();
  const auto ends = all.find("https://w3id.org/demarche/entity/norland");
  ASSERT_TRUE(ends);
  KnowledgeGraph::Edge own{};
  for (const auto& edge : all.links_from(*ends))
    if (edge.link->kind == GraphLink::Kind::direct) own = edge;
  ASSERT_TRUE(own.link);
  auto unsure = *own.link;  // It is not plain who the ends are.
  unsure.asserted = false;
  unsure.property = "urn:unsure";
  all.link(own.from, unsure, own.to);
  bool is_found = false;
  for (const auto& row : relation_table(all, invented_ontology()).rows)
    if (row.property == "urn:unsure") is_found = row.asserted;
  EXPECT_TRUE(is_found);
}

TEST(RelationTable, ClaimsInACircleEnd) {
  KnowledgeGraph graph;
  std::vector<NodeId> claims;
  for (const char* iri : {"urn:a", "urn:b"}) {
    ClaimNode claim;
    claim.depth = 2;
    claims.push_back(graph.add({iri, NodeId::none, claim}));
  }
  const GraphLink within{GraphLink::Kind::detail, vocabulary::dm::within_claim};
  graph.link(claims[0], within, claims[1]);
  graph.link(claims[1], within, claims[0]);
  EXPECT_EQ(EvidenceReader(graph).of_claim(claims[0]).claimers.size(), 2U);
}

TEST(RelationTable, AClaimWithinAClaimHasTheWholeChain) {
  ExtractionBuilder builder(
      "Estia said Norland accused Sudmark of leaving the talks.");
  const auto estia = builder.entity("Estia", "State", "estia");
  const auto norland = builder.entity("Norland", "State", "norland");
  const auto sudmark = builder.entity("Sudmark", "State", "sudmark");
  const auto leaving = builder.event("leaving", "Withdrawal");
  const auto talks = builder.event("talks", "Negotiation");
  builder.role(leaving, "withdrawer", sudmark, "Sudmark");
  builder.role(leaving, "process", talks, "talks");
  const auto said = builder.attribution(estia, "Estia", "said");
  const auto accused = builder.attribution(norland, "Norland", "accused");
  const auto outer =
      builder.claim(leaving, Factuality::possible_positive, said);
  builder.claim(leaving, Factuality::certain_positive, accused, outer);
  builder.extraction.claims.back().depth = 2;
  const auto rows = table_of(builder.extraction).rows;
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_THAT(
      rows[1].evidence.claimers,
      ElementsAre(Claimer{"Estia", "said", Factuality::possible_positive},
                  Claimer{"Norland", "accused", Factuality::certain_positive}));
  EXPECT_EQ(last_claimer(rows[0].evidence), "Estia: possibly");
}

TEST(RelationTable, AnEventWithoutATimeHasTheDayOfItsArticle) {
  EXPECT_EQ(table_of(accusation_extraction()).rows[0].evidence.date,
            "2024-05-02");
}

TEST(RelationTable, WhatArticlesNameAlikeIsOneActor) {
  KnowledgeGraph graph;
  const std::string accuses = "https://w3id.org/demarche/ontology#accuses";
  EntityNode entity;
  entity.same_as = "urn:common";
  const auto other = graph.add({"urn:other", NodeId::none, EntityNode{}});
  for (const auto* name : {"Berg", "Anna Berg"}) {
    entity.label = name;
    const auto node =
        graph.add({std::string("urn:") + name, NodeId::none, entity});
    graph.link(node, {GraphLink::Kind::direct, accuses, NodeId::none, true},
               other);
  }
  const auto table = relation_table(graph, invented_ontology());
  EXPECT_EQ(table.rows.size(), 2U);
  ASSERT_EQ(table.actors.size(), 2U);
  EXPECT_EQ(table.actors.at("urn:common").label, "Anna Berg");
}

TEST(RelationTable, DoesNotDependOnTheOrderOfItsParts) {
  auto one = accusation_extraction(), other = accusation_extraction();
  other.article.iri = "https://news.example/2";
  auto forward = table_of(one), backward = table_of(other);
  append(table_of(other), forward);
  append(table_of(one), backward);
  EXPECT_EQ(forward.rows, backward.rows);
  EXPECT_EQ(forward.rows.size(), 4U);
}

TEST(RelationFilter, WantsEverythingThatSomebodyIsCommittedTo) {
  EXPECT_THAT(filtered({}), ElementsAre(accusation, leaving));
}

TEST(RelationFilter, ChoosesByRelationActorAndSource) {
  RelationFilter wanted;
  wanted.relations = {"withdraws from"};
  EXPECT_THAT(filtered(wanted), ElementsAre(leaving));
  wanted.relations = {"Accuses"};
  EXPECT_THAT(filtered(wanted), ElementsAre(accusation));
  wanted = {};
  wanted.actors = {"https://w3id.org/demarche/entity/norland"};
  EXPECT_THAT(filtered(wanted), ElementsAre(accusation));
  wanted = {};
  wanted.sources = {"norland"};
  EXPECT_THAT(filtered(wanted), ElementsAre(leaving));
}

TEST(RelationFilter, ChoosesByFactuality) {
  RelationFilter wanted;
  wanted.asserted_only = true;
  EXPECT_THAT(filtered(wanted), ElementsAre(accusation));
  wanted = {};
  wanted.factuality = {Factuality::certain_negative};
  EXPECT_THAT(filtered(wanted), IsEmpty());
}

TEST(RelationFilter, ChoosesByToneKindAndByWhoIsKnownEverywhere) {
  RelationFilter wanted;
  wanted.tone = RelationFilter::Tone::conflict;
  EXPECT_THAT(filtered(wanted), ElementsAre(accusation, leaving));
  wanted.tone = RelationFilter::Tone::cooperation;
  EXPECT_THAT(filtered(wanted), IsEmpty());
  auto table = table_of(accusation_extraction());
  table.rows[0].is_standing = true;
  table.actors["https://news.example/1#entity=0,7"] = {};
  table.rows[1].from = "https://news.example/1#entity=0,7";
  wanted = {};
  wanted.acts_only = true;
  EXPECT_EQ(filter(table, wanted).rows.size(), 1U);
  wanted.known_only = true;
  EXPECT_THAT(filter(table, wanted).rows, IsEmpty());
}

TEST(RelationFilter, CountsWhatAgreesInEndsAndRelation) {
  RelationFilter wanted;
  wanted.minimum_count = 2;
  EXPECT_THAT(filtered(wanted), IsEmpty());
}

TEST(RelationFilter, ADateMayBeGivenByItsBeginning) {
  EXPECT_TRUE(is_between("2023-01-12", "2023", "2023-01"));
  EXPECT_TRUE(is_between("2023-01-12", "2023-01-12", ""));
  EXPECT_FALSE(is_between("2023-01-12", "2023-02", ""));
  EXPECT_FALSE(is_between("2023-01-12", "", "2022"));
  EXPECT_FALSE(is_between("", "2023", ""));
  EXPECT_TRUE(is_between("", "", ""));
}

}  // namespace
}  // namespace demarche
