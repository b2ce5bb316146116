// Chains of claims in sentences that the shipped model reads.

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "extractor/article_reader.h"
#include "graphs/check_graph.h"
#include "graphs/graph_builder.h"
#include "graphs/sord_sink.h"
#include "graphs/statements.h"
#include "tests/shipped.h"

namespace demarche {
namespace {

Extraction extract(const std::string& text) {
  Metadata metadata;
  metadata.id = "1";
  return shipped_extractor().extract(
      read_article(text, metadata, ArticleForm::detect).article);
}

class ClaimChains : public testing::TestWithParam<const char*> {};

TEST_P(ClaimChains, AreWholeAndEndInTheArticle) {
  const auto extraction = extract(GetParam());
  std::uint32_t deepest = 0;
  for (const Claim& claim : extraction.claims) {
    deepest = std::max(deepest, claim.depth);
    EXPECT_EQ(claim.within.has_value(), claim.depth > 1);
    if (claim.within) {
      EXPECT_EQ(extraction.claims[index(*claim.within)].depth + 1, claim.depth);
    }
  }
  EXPECT_GE(deepest, 2U);
  const auto& ontology = shipped_extractor().ontology();
  KnowledgeGraph graph;
  add_to_graph(extraction, ontology, {}, graph);
  SordSink store;
  describe(graph, {}, store);
  for (const auto& problem : check_graph(store, ontology))
    ADD_FAILURE() << problem;
}

INSTANTIATE_TEST_SUITE_P(
    Sentences, ClaimChains,
    testing::Values(
        "Kenya said the alleged attack had killed nobody.",
        "\"It did not answer anything the envoy said,\" Otieno told reporters.",
        "Uganda said that Kenya had reportedly expelled its ambassador.",
        "Kenya said the report showed that Uganda had attacked a village."));

TEST(ClaimChain, ACueIsNotWhatItReports) {
  const auto extraction = extract("The alleged attack killed two people.");
  for (const Claim& claim : extraction.claims) {
    const auto* event = std::get_if<EventId>(&claim.about);
    if (event == nullptr) continue;
    const Span words = extraction.events[index(*event)].span;
    const auto text = slice(extraction.article.text, words);
    if (text == "alleged" || text == "attack") {
      EXPECT_EQ(claim.attribution.has_value(), text == "attack");
    }
  }
}

}  // namespace
}  // namespace demarche
