#include "graphs/check_graph.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "graphs/graph_builder.h"
#include "graphs/statements.h"
#include "graphs/turtle_sink.h"
#include "tests/extraction_builder.h"

namespace demarche {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

std::string turtle_of(View view) {
  KnowledgeGraph graph;
  DescribeOptions options;
  options.view = view;
  add_to_graph(accusation_extraction(), invented_ontology(), options, graph);
  std::string bytes;
  TurtleSink sink(TurtleSink::Syntax::turtle, [&](std::string_view more) {
    bytes += more;
    return true;
  });
  describe(graph, options, sink);
  sink.finish();
  return bytes;
}

std::vector<std::string> problems_of(const std::string& turtle) {
  SordSink store;
  store.read("test", turtle);
  return check_graph(store, invented_ontology());
}

/// The problems after `from` is replaced by `to` in what we wrote.
std::vector<std::string> problems_after(const std::string& from,
                                        const std::string& to) {
  auto turtle = turtle_of(View::claims);
  const auto place = turtle.find(from);
  EXPECT_NE(place, std::string::npos) << from << " in\n" << turtle;
  if (place != std::string::npos) turtle.replace(place, from.size(), to);
  return problems_of(turtle);
}

TEST(CheckGraph, WhatWeWriteIsRight) {
  EXPECT_THAT(problems_of(turtle_of(View::claims)), IsEmpty());
  EXPECT_THAT(problems_of(turtle_of(View::facts)), IsEmpty());
}

TEST(CheckGraph, APhraseIsTheTextBetweenItsOffsets) {
  EXPECT_THAT(
      problems_after("nif:anchorOf \"accused\"", "nif:anchorOf \"accuses\""),
      Contains(HasSubstr("is not the text between its offsets")));
  EXPECT_THAT(problems_after("Norland accused Sudmark of",
                             "So Norland accused Sudmark of"),
              Contains(HasSubstr("does not end where its text ends")));
}

TEST(CheckGraph, AClaimHasOneFactualityAndOneClaimer) {
  EXPECT_THAT(problems_after("dm:claimer ent:norland",
                             "dm:claimer ent:norland, ent:sudmark"),
              Contains(HasSubstr("has 2 claimers")));
  EXPECT_THAT(problems_after("dm:factuality dm:certain_positive",
                             "dm:factuality dm:certain_positive , dm:unknown"),
              Contains(HasSubstr("has 2 factuality")));
}

TEST(CheckGraph, AClaimIsOneDeeperThanTheClaimAroundIt) {
  const std::string depth = "dm:attributionDepth 1";
  EXPECT_THAT(problems_after(depth, "dm:attributionDepth 7"),
              Contains(HasSubstr("of depth 7 lies within 0 claims, not 1")));
  const std::string own = "<#claim=8,15;by=article>";
  const std::string cited = "<#claim=27,34;by=8,15>";
  EXPECT_THAT(problems_after(depth, depth + "; dm:withinClaim " + own),
              Contains(HasSubstr("of depth 1 lies within 1 claims, not 0")));
  EXPECT_THAT(
      problems_after(depth, "dm:attributionDepth 3; dm:withinClaim " + own),
      Contains(HasSubstr("is not one deeper than the claim around")));
  EXPECT_THAT(
      problems_after(depth, "dm:attributionDepth 2; dm:withinClaim " + cited),
      Contains(HasSubstr("lies within itself")));
}

TEST(CheckGraph, AClaimIsNoFact) {
  auto turtle = turtle_of(View::claims);
  turtle += "\nent:sudmark dm:withdrawsFrom <#event=45,50> .\n";
  EXPECT_THAT(problems_of(turtle),
              Contains(HasSubstr("the article does not claim it")));
}

TEST(CheckGraph, AnEventHasEvidence) {
  EXPECT_THAT(problems_after("gaf:denotedBy <#char=8,15>",
                             "gaf:denotedBy <#char=8,14>"),
              testing::AllOf(Contains(HasSubstr("has no evidence")),
                             Contains(HasSubstr("of which nothing is said"))));
}

TEST(CheckGraph, OurTermsAreDefined) {
  EXPECT_THAT(problems_after("a dm:Accusation", "a dm:Acusation"),
              Contains(HasSubstr("which the ontology does not define")));
}

}  // namespace
}  // namespace demarche
