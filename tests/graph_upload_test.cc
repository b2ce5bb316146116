#include "graphs/graph_upload.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "graphs/named_graphs.h"
#include "graphs/sord_sink.h"

namespace demarche {
namespace {

using testing::ElementsAre;

const std::vector<RdfStatement> statements = {
    {"urn:s", "urn:p", iri_term("urn:2"), {}},
    {"urn:s", "urn:p", iri_term("urn:o"), std::string(derived_graph)},
    {"urn:s", "urn:p", iri_term("urn:2"), "urn:b"},
    {"urn:s", "urn:p", iri_term("urn:1"), "urn:b"},
    {"urn:s", "urn:p", iri_term("urn:2"), "urn:b"},
    {"urn:s", "urn:p", iri_term("urn:o"), "urn:a"}};

TEST(GraphUploads, AreSortedEachTripleOnceAndWhatIsSharedLast) {
  const auto uploads = uploads_of(statements, false);
  ASSERT_EQ(uploads.size(), 4u);
  EXPECT_EQ(uploads[0].graph, "urn:a");
  EXPECT_EQ(uploads[1].graph, "urn:b");
  EXPECT_THAT(uploads[1].triples, ElementsAre("<urn:s> <urn:p> <urn:1> .\n",
                                              "<urn:s> <urn:p> <urn:2> .\n"));
  EXPECT_EQ(uploads[2].graph, std::nullopt);
  EXPECT_EQ(uploads[3].graph, derived_graph);
}

TEST(GraphUploads, OnlyWhatIsSharedIsJoined) {
  for (const auto& upload : uploads_of(statements, false))
    EXPECT_EQ(upload.replaces,
              upload.graph == "urn:a" || upload.graph == "urn:b");
  for (const auto& upload : uploads_of(statements, true))
    EXPECT_TRUE(upload.replaces);
}

TEST(GraphUploads, WhatLiesInNoGraphIsJoinedInItsPlaceToo) {
  const auto uploads = uploads_of(statements, false, "urn:b");
  ASSERT_EQ(uploads.size(), 3u);
  EXPECT_EQ(uploads[0].graph, "urn:a");
  EXPECT_EQ(uploads[1].graph, derived_graph);
  EXPECT_EQ(uploads[2].graph, "urn:b");
  EXPECT_FALSE(uploads[2].replaces);
  EXPECT_EQ(uploads[2].triples.size(), 2u);
}

}  // namespace
}  // namespace demarche
