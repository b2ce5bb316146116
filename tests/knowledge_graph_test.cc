#include "graphs/knowledge_graph.h"

#include <gtest/gtest.h>

#include "graphs/boost_graph.h"
#include "graphs/graph_builder.h"
#include "tests/extraction_builder.h"

namespace demarche {
namespace {

const std::string entities = "https://w3id.org/demarche/entity/";

TEST(KnowledgeGraph, ANodeIsFoundByItsIriAndAddedOnce) {
  KnowledgeGraph graph;
  const auto node = graph.add({"urn:a", NodeId::none, EntityNode{}});
  EXPECT_EQ(graph.add({"urn:a", NodeId::none, EventNode{}}), node);
  EXPECT_EQ(graph.size(), 1U);
  EXPECT_EQ(graph.find("urn:a"), node);
  EXPECT_EQ(graph.find("urn:b"), std::nullopt);
  EXPECT_NE(find_data<EntityNode>(graph, node), nullptr);
}

TEST(KnowledgeGraph, LinksKeepTheOrderOfAdding) {
  KnowledgeGraph graph;
  const auto a = graph.add({"urn:a", NodeId::none, EntityNode{}});
  const auto b = graph.add({"urn:b", NodeId::none, EntityNode{}});
  graph.link(a, {GraphLink::Kind::detail, "urn:2"}, b);
  graph.link(a, {GraphLink::Kind::detail, "urn:1"}, b);
  ASSERT_EQ(graph.links_from(a).size(), 2U);
  EXPECT_EQ(graph.links_from(a)[0].link->property, "urn:2");
  EXPECT_EQ(graph.links_to(b)[1].link->property, "urn:1");
  EXPECT_TRUE(graph.links_to(a).empty());
}

TEST(KnowledgeGraph, TellsWhoDoesWhatToWhomAndWhoSaysSo) {
  KnowledgeGraph graph;
  add_to_graph(accusation_extraction(), invented_ontology(), {}, graph);
  const auto sudmark = graph.find(entities + "sudmark");
  ASSERT_TRUE(sudmark);
  int direct = 0;
  for (const auto& [from, to, link] : graph.links_from(*sudmark)) {
    if (link->kind != GraphLink::Kind::direct) continue;
    ++direct;
    EXPECT_FALSE(link->asserted);
    const auto* claim = find_data<ClaimNode>(graph, link->claim);
    ASSERT_NE(claim, nullptr);
    EXPECT_EQ(claim->depth, 1U);
    for (const auto& [claim_id, who, about] : graph.links_from(link->claim)) {
      if (about->kind == GraphLink::Kind::claimer) {
        EXPECT_EQ(graph[who].iri, entities + "norland");
      }
    }
  }
  EXPECT_EQ(direct, 1);
}

TEST(KnowledgeGraph, ArticlesShareTheEntitiesOfTheGazetteer) {
  KnowledgeGraph graph;
  add_to_graph(accusation_extraction(), invented_ontology(), {}, graph);
  const auto size = graph.size();
  auto second = accusation_extraction();
  second.article.iri = "https://news.example/2";
  add_to_graph(second, invented_ontology(), {}, graph);
  EXPECT_EQ(graph.size(), 2 * size - 2);
}

TEST(KnowledgeGraph, AlgorithmsOfBoostRunOnIt) {
  KnowledgeGraph graph;
  add_to_graph(accusation_extraction(), invented_ontology(), {}, graph);
  const auto& boost_graph = graph.boost_graph().graph;
  EXPECT_EQ(boost::num_vertices(boost_graph), graph.size());
  EXPECT_GT(boost::num_edges(boost_graph), graph.size());
}

}  // namespace
}  // namespace demarche
