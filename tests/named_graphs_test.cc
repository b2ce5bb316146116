#include "graphs/named_graphs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "graphs/article_quads.h"
#include "graphs/check_graph.h"
#include "graphs/graph_builder.h"
#include "graphs/nquads.h"
#include "graphs/sord_sink.h"
#include "graphs/statement_table.h"
#include "graphs/statements.h"
#include "graphs/turtle_sink.h"
#include "ontology/vocabulary.h"
#include "tests/extraction_builder.h"

namespace demarche {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const std::string base = "https://news.example/1";
const std::string dm = "https://w3id.org/demarche/ontology#";
const std::string ent = "https://w3id.org/demarche/entity/";

std::vector<RdfStatement> triples_of(
    const std::vector<Extraction>& extractions) {
  KnowledgeGraph graph;
  for (const auto& extraction : extractions)
    add_to_graph(extraction, invented_ontology(), {}, graph);
  StatementTable table;
  describe(graph, {}, table);
  return table.statements();
}

std::vector<RdfStatement> sorted(std::vector<RdfStatement> statements) {
  std::sort(statements.begin(), statements.end());
  return statements;
}

RdfStatement quad(const std::string& subject, const std::string& predicate,
                  const std::string& object, const std::string& graph) {
  return {subject, dm + predicate, {RdfTerm::Kind::iri, object, "", ""}, graph};
}

Extraction second_article() {
  auto second = accusation_extraction();
  second.article.iri = "https://news.example/2";
  return second;
}

std::string print(RdfSyntax syntax, const std::vector<RdfStatement>& quads) {
  std::string bytes;
  TurtleSink sink(syntax, [&](std::string_view more) {
    bytes += more;
    return true;
  });
  for (const auto& each : quads) {
    if (each.graph) sink.set_base(article_of(*each.graph));
    sink.write(each);
  }
  sink.finish();
  return bytes;
}

TEST(NamedGraphs, WhatIsClaimedLiesInTheGraphOfItsClaim) {
  const auto quads =
      article_quads(accusation_extraction(), invented_ontology(), {});
  const auto claim = base + "#claim=27,34;by=8,15";
  EXPECT_THAT(quads, Contains(quad(ent + "sudmark", "withdrawsFrom",
                                   base + "#event=45,50", claim)));
  EXPECT_THAT(quads, Contains(quad(base + "#event=27,34", "withdrawer",
                                   ent + "sudmark", claim)));
  EXPECT_THAT(quads, Not(Contains(quad(base + "#event=27,34", "withdrawer",
                                       ent + "sudmark", base))));
  EXPECT_THAT(quads, Contains(quad(base + "#event=27,34", "factuality",
                                   dm + "unknown", base)));
}

TEST(NamedGraphs, WhatTheArticleStatesLiesInItsOwn) {
  const auto quads =
      article_quads(accusation_extraction(), invented_ontology(), {});
  EXPECT_THAT(
      quads, Contains(quad(ent + "norland", "accuses", ent + "sudmark", base)));
  EXPECT_THAT(quads, Contains(quad(ent + "norland", "accuses", ent + "sudmark",
                                   base + "#claim=8,15;by=article")));
  EXPECT_THAT(quads, Contains(quad(base + "#event=8,15", "accuser",
                                   ent + "norland", base)));
}

TEST(NamedGraphs, WhatIsDeniedOrPlannedIsNotStated) {
  ExtractionBuilder builder("Norland did not accuse Sudmark.");
  const auto event =
      builder.event("accuse", "Accusation", Factuality::certain_negative);
  builder.role(event, "accuser", builder.entity("Norland", "State", "norland"),
               "Norland");
  builder.claim(event, Factuality::certain_negative);
  for (const auto& each :
       article_quads(builder.extraction, invented_ontology(), {}))
    if (each.object.text == dm + "Accusation" ||
        each.predicate == dm + "accuser") {
      EXPECT_EQ(each.graph, base + "#claim=16,22;by=article");
    }
}

TEST(NamedGraphs, EveryGraphIsTheArticlesOrAClaims) {
  for (const auto& each :
       article_quads(accusation_extraction(), invented_ontology(), {})) {
    ASSERT_TRUE(each.graph) << print_nquad(each);
    EXPECT_TRUE(*each.graph == base ||
                each.graph->starts_with(base + "#claim="))
        << *each.graph;
  }
}

TEST(CheckNamedGraphs, WhatWeWriteIsInItsGraph) {
  const auto triples = triples_of({accusation_extraction(), second_article()});
  EXPECT_THAT(check_named_graphs(to_named_graphs(triples)), IsEmpty());
  EXPECT_THAT(check_named_graphs(triples), IsEmpty());
}

TEST(CheckNamedGraphs, AnArticlesGraphMayNotSayWhatIsClaimed) {
  auto quads = article_quads(accusation_extraction(), invented_ontology(), {});
  const auto claimed = quad(base + "#event=27,34", "withdrawer",
                            ent + "sudmark", base + "#claim=27,34;by=8,15");
  const auto place = std::find(quads.begin(), quads.end(), claimed);
  ASSERT_NE(place, quads.end());
  place->graph = base;
  EXPECT_THAT(check_named_graphs(quads),
              testing::UnorderedElementsAre(
                  HasSubstr("<https://news.example/1> . is in a graph that "
                            "may not say it"),
                  HasSubstr("by=8,15> . is missing from its graph")));
}

TEST(CheckNamedGraphs, AClaimThatLacksAPartClaimsNoTriple) {
  const std::string rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
  const auto whole =
      article_quads(accusation_extraction(), invented_ontology(), {});
  for (const char* part : {"subject", "predicate", "object"}) {
    auto quads = whole;
    std::erase_if(quads, [&](const RdfStatement& statement) {
      return statement.predicate == rdf + part;
    });
    ASSERT_LT(quads.size(), whole.size());
    EXPECT_THAT(check_named_graphs(quads), Not(IsEmpty())) << part;
  }
}

TEST(NamedGraphs, WithoutGraphsTheTriplesAreThoseOfTurtle) {
  const auto triples = triples_of({accusation_extraction(), second_article()});
  const auto quads = to_named_graphs(triples);
  EXPECT_NE(sorted(quads), sorted(triples));
  EXPECT_EQ(sorted(from_named_graphs(quads)), sorted(triples));
  EXPECT_EQ(sorted(from_named_graphs(triples)), sorted(triples));
}

TEST(NamedGraphs, ArticlesReadTogetherHaveTheGraphsOfEachAlone) {
  auto alone = article_quads(accusation_extraction(), invented_ontology(), {});
  const auto second = article_quads(second_article(), invented_ontology(), {});
  alone.insert(alone.end(), second.begin(), second.end());
  EXPECT_EQ(print_sorted(to_named_graphs(
                triples_of({accusation_extraction(), second_article()}))),
            print_sorted(alone));
}

TEST(NamedGraphs, TrigAndNQuadsSayTheSame) {
  const auto quads =
      to_named_graphs(triples_of({accusation_extraction(), second_article()}));
  const auto trig =
      read_statements("trig", print(RdfSyntax::trig, quads), RdfSyntax::trig);
  EXPECT_EQ(sorted(trig), sorted(quads));
  EXPECT_EQ(
      sorted(read_statements("nquads", print_sorted(quads), RdfSyntax::nquads)),
      sorted(quads));
  EXPECT_EQ(sorted(read_statements("nquads", print(RdfSyntax::nquads, quads),
                                   RdfSyntax::nquads)),
            sorted(quads));
}

TEST(NamedGraphs, AStoreOfTrigIsAStoreOfTurtle) {
  const auto triples = triples_of({accusation_extraction()});
  SordSink turtle, trig;
  turtle.read("turtle", print(RdfSyntax::turtle, triples));
  trig.read("trig", print(RdfSyntax::trig, to_named_graphs(triples)),
            RdfSyntax::trig);
  EXPECT_EQ(trig.all(), turtle.all());
}

}  // namespace
}  // namespace demarche
