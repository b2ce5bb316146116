#include "graphs/statements.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>

#include "graphs/graph_builder.h"
#include "graphs/sord_sink.h"
#include "graphs/turtle_sink.h"
#include "ontology/error.h"
#include "ontology/vocabulary.h"
#include "tests/extraction_builder.h"

namespace demarche {
namespace {

const std::string base = "https://news.example/1";

KnowledgeGraph graph_of(const Extraction& extraction,
                        const DescribeOptions& options = {}) {
  KnowledgeGraph graph;
  add_to_graph(extraction, invented_ontology(), options, graph);
  return graph;
}

std::string turtle_of(const Extraction& extraction,
                      const DescribeOptions& options = {},
                      TurtleSink::Syntax syntax = TurtleSink::Syntax::turtle) {
  std::string bytes;
  TurtleSink sink(syntax, [&](std::string_view more) {
    bytes += more;
    return true;
  });
  describe(graph_of(extraction, options), options, sink);
  sink.finish();
  return bytes;
}

/// Reads Turtle in which the article is the base.
bool says(const SordSink& store, const std::string& turtle) {
  SordSink expected;
  expected.read("expected",
                "@base <" + base +
                    "> .\n"
                    "@prefix dm: <https://w3id.org/demarche/ontology#> .\n"
                    "@prefix ent: <https://w3id.org/demarche/entity/> .\n"
                    "@prefix gaf: <http://groundedannotationframework.org/"
                    "gaf#> .\n"
                    "@prefix nif: <http://persistence.uni-leipzig.org/"
                    "nlp2rdf/ontologies/nif-core#> .\n"
                    "@prefix rdf: <http://www.w3.org/1999/02/"
                    "22-rdf-syntax-ns#> .\n"
                    "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
                    "@prefix time: <http://www.w3.org/2006/time#> .\n"
                    "@prefix wd: <http://www.wikidata.org/entity/> .\n"
                    "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
                    "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n" +
                    turtle);
  for (const auto& statement : expected.all())
    if (store.find(statement.subject, statement.predicate, statement.object)
            .empty())
      return false;
  return true;
}

class Statements : public testing::Test {
 protected:
  void describe_to_store(const Extraction& extraction,
                         const DescribeOptions& options = {}) {
    describe(graph_of(extraction, options), options, store);
  }
  SordSink store;
};

TEST_F(Statements, TheAccusationIsAssertedAndWhatItAccusesOfIsNot) {
  describe_to_store(accusation_extraction());
  EXPECT_TRUE(says(store, R"(
    <#event=8,15> a dm:Accusation ; dm:accuser ent:norland ;
        dm:accused ent:sudmark ; dm:content <#claim=27,34;by=8,15> ;
        dm:factuality dm:certain_positive ; gaf:denotedBy <#char=8,15> .
    <#claim=8,15;by=article> a dm:Claim , rdf:Statement ;
        dm:claims <#event=8,15> ; dm:attributionDepth 0 ;
        dm:factuality dm:certain_positive ; rdf:subject ent:norland ;
        rdf:predicate dm:accuses ; rdf:object ent:sudmark .
    ent:norland dm:accuses ent:sudmark .
    <#event=27,34> a dm:Withdrawal ; dm:withdrawer ent:sudmark ;
        dm:process <#event=45,50> ; dm:factuality dm:unknown .
    <#claim=27,34;by=8,15> dm:claims <#event=27,34> ;
        dm:claimer ent:norland ; dm:attributionDepth 1 ;
        dm:factuality dm:certain_positive ; rdf:subject ent:sudmark ;
        rdf:predicate dm:withdrawsFrom ; rdf:object <#event=45,50> .)"));
  EXPECT_TRUE(store.find("", "https://w3id.org/demarche/ontology#withdrawsFrom")
                  .empty());
}

TEST_F(Statements, EvidenceIsTheTextBetweenItsOffsetsInCodePoints) {
  ExtractionBuilder builder("“Ørland” protested.");
  const auto event = builder.event("protested", "Protest");
  builder.role(event, "protester", builder.entity("Ørland", "State"), "Ørland");
  builder.claim(event);
  describe_to_store(builder.extraction);
  EXPECT_TRUE(says(store, R"(
    <#char=0,19> a nif:Context ; nif:isString "“Ørland” protested."@en .
    <#char=1,7> a nif:Phrase ; nif:anchorOf "Ørland" ;
        nif:referenceContext <#char=0,19> ;
        nif:beginIndex "1"^^xsd:nonNegativeInteger ;
        nif:endIndex "7"^^xsd:nonNegativeInteger .
    <#entity=1,7> a dm:State ; rdfs:label "Ørland"@en ;
        gaf:denotedBy <#char=1,7> .
    <#event=9,18> dm:protester <#entity=1,7> .)"));
}

TEST_F(Statements, SharedEntitiesAreDescribedByTheGazetteer) {
  describe_to_store(accusation_extraction());
  EXPECT_TRUE(says(store, R"(
    ent:norland a dm:State ; rdfs:label "Norland"@en ; dm:actorCode "NLD" ;
        dm:sector "GOV" ; skos:exactMatch wd:Q1 ;
        gaf:denotedBy <#char=0,7> .
    <#char=0,7> dm:matchedLabel "Norland" .)"));
}

TEST_F(Statements, SeveralActorsGiveSeveralClaims) {
  ExtractionBuilder builder("Norland and Estia accused Sudmark.");
  const auto event = builder.event("accused", "Accusation");
  builder.role(event, "accuser", builder.entity("Norland", "State", "norland"),
               "Norland");
  builder.role(event, "accuser", builder.entity("Estia", "State", "estia"),
               "Estia");
  builder.role(event, "accused", builder.entity("Sudmark", "State", "sudmark"),
               "Sudmark");
  builder.claim(event);
  describe_to_store(builder.extraction);
  EXPECT_TRUE(says(store, R"(
    <#claim=18,25;by=article> rdf:subject ent:norland .
    <#claim=18,25,2;by=article> rdf:subject ent:estia .
    ent:norland dm:accuses ent:sudmark . ent:estia dm:accuses ent:sudmark .)"));
}

TEST_F(Statements, AnEnvoyActsOnBehalfOfHerState) {
  ExtractionBuilder builder("Ana Ferro of Norland accused Sudmark.");
  const auto envoy = builder.entity("Ana Ferro", "Person");
  builder.extraction.entities[index(envoy)].acts_for =
      builder.entity("Norland", "State", "norland");
  const auto event = builder.event("accused", "Accusation");
  builder.role(event, "accuser", envoy, "Ana Ferro");
  builder.role(event, "accused", builder.entity("Sudmark", "State", "sudmark"),
               "Sudmark");
  builder.claim(event);
  describe_to_store(builder.extraction);
  EXPECT_TRUE(says(store, R"(
    <#event=21,28> dm:accuser <#entity=0,9> ; dm:onBehalfOf ent:norland .
    <#entity=0,9> dm:actsFor ent:norland .
    ent:norland dm:accuses ent:sudmark .)"));
  SordSink strict;
  DescribeOptions options;
  options.strict_attribution = true;
  describe(graph_of(builder.extraction, options), options, strict);
  EXPECT_TRUE(says(strict, "<#entity=0,9> dm:accuses ent:sudmark ."));
  EXPECT_FALSE(says(strict, "ent:norland dm:accuses ent:sudmark ."));
}

TEST_F(Statements, AStandingRelationIsAssertedInTheArticlesVoiceOnly) {
  ExtractionBuilder builder("Norland, an ally of Estia, said Sudmark is one.");
  const auto norland = builder.entity("Norland", "State", "norland");
  const auto estia = builder.entity("Estia", "State", "estia");
  const auto sudmark = builder.entity("Sudmark", "State", "sudmark");
  const auto ally = invented_ontology().find_property("allyOf");
  Relation own{norland, ally, estia, builder.at("ally of Estia"), "", {}};
  Relation claimed{sudmark, ally, estia, builder.at("Sudmark is one"), "", {}};
  claimed.factuality = Factuality::unknown;
  builder.extraction.relations = {own, claimed};
  builder.claim(std::uint32_t{1}, Factuality::certain_positive,
                builder.attribution(norland, "Norland", "said"));
  describe_to_store(builder.extraction);
  EXPECT_TRUE(says(store, R"(
    ent:norland dm:allyOf ent:estia .
    <#relation=12,25> a dm:Standing ; gaf:denotedBy <#char=12,25> .
    <#claim=12,25;by=article> dm:claims <#relation=12,25> ;
        dm:attributionDepth 0 .
    <#claim=32,46;by=27,31> dm:claims <#relation=32,46> ;
        dm:claimer ent:norland ; rdf:subject ent:sudmark ;
        rdf:predicate dm:allyOf ; rdf:object ent:estia .)"));
  EXPECT_FALSE(says(store, "ent:sudmark dm:allyOf ent:estia ."));
}

TEST_F(Statements, AnUnnamedSourceIsAClaimerToo) {
  ExtractionBuilder builder("Norland reportedly protested.");
  const auto event =
      builder.event("protested", "Protest", Factuality::possible_positive);
  builder.claim(event, Factuality::certain_positive,
                builder.attribution({}, "", "reportedly"));
  describe_to_store(builder.extraction);
  EXPECT_TRUE(
      says(store, "<#claim=19,28;by=8,18> dm:claimer dm:unnamed_source ."));
}

TEST_F(Statements, TheFactsAreEntitiesAndAssertedRelationsOnly) {
  DescribeOptions options;
  options.view = View::facts;
  describe_to_store(accusation_extraction(), options);
  EXPECT_TRUE(says(store, R"(
    ent:norland a dm:State ; rdfs:label "Norland"@en ;
        dm:accuses ent:sudmark .
    ent:sudmark rdfs:label "Sudmark"@en .)"));
  EXPECT_TRUE(store.find("", vocabulary::dm::claims).empty());
  EXPECT_TRUE(store.find("", vocabulary::nif::anchor_of).empty());
}

TEST_F(Statements, TheFullViewKeepsFramesWithTheirRolesAndClaims) {
  ExtractionBuilder builder("Sudmark said Norland sang loudly.");
  const auto sudmark = builder.entity("Sudmark", "State", "sudmark");
  const auto norland = builder.entity("Norland", "State", "norland");
  const auto event = builder.event("sang", "", Factuality::unknown);
  auto& frame = builder.extraction.events[index(event)];
  frame.roleset = "sing.01";
  frame.roles = {{PropertyId::none, "ARG0", norland, builder.at("Norland")},
                 {PropertyId::none, "ARGM-MNR", builder.at("loudly"), {}},
                 {PropertyId::none, "R-ARG1", builder.at("loudly"), {}}};
  builder.claim(event, Factuality::certain_positive,
                builder.attribution(sudmark, "Sudmark", "said"));
  DescribeOptions options;
  describe_to_store(builder.extraction, options);
  EXPECT_TRUE(store.find("", vocabulary::dm::arg0).empty());
  SordSink full;
  options.view = View::full;
  describe(graph_of(builder.extraction, options), options, full);
  EXPECT_TRUE(says(full, R"(
    <#frame=21,25> a dm:Frame ; dm:roleset "sing.01" ;
        dm:factuality dm:unknown ; dm:arg0 ent:norland ;
        dm:argmMnr <#char=26,32> ; dm:argument <#char=26,32> ;
        gaf:denotedBy <#char=21,25> .
    <#claim=21,25;by=8,12> dm:claims <#frame=21,25> ;
        dm:claimer ent:sudmark ; dm:attributionDepth 1 .)"));
}

TEST_F(Statements, TheFullViewHasSentencesWordsAndAllMentions) {
  ExtractionBuilder builder("Norland slept. Norland won.");
  const auto norland = builder.entity("Norland", "State", "norland");
  Mention again = builder.extraction.mentions.front();
  again.span = builder.at("Norland", 2);
  builder.extraction.mentions.push_back(again);
  builder.extraction.entities[index(norland)].mentions.push_back(MentionId{1});
  Sentence sentence;
  sentence.span = builder.at("Norland won.");
  sentence.words = {{builder.at("Norland", 2),
                     "Norland",
                     "Norland",
                     Upos::propn,
                     "NNP",
                     "",
                     1,
                     "nsubj",
                     {}},
                    {builder.at("won"),
                     "won",
                     "win",
                     Upos::verb,
                     "VBD",
                     "",
                     no_word,
                     "root",
                     {}}};
  builder.extraction.analysis.sentences = {sentence};
  DescribeOptions options;
  options.view = View::full;
  options.web_annotation = true;
  describe_to_store(builder.extraction, options);
  EXPECT_TRUE(says(store, R"(
    @prefix itsrdf: <http://www.w3.org/2005/11/its/rdf#> .
    @prefix oa: <http://www.w3.org/ns/oa#> .
    <#sentence=15,27> a nif:Sentence ; nif:anchorOf "Norland won." .
    <#word=15,22> a nif:Word ; nif:lemma "Norland" ; nif:posTag "NNP" ;
        nif:dependency <#word=23,26> ; nif:dependencyRelationType "nsubj" ;
        nif:sentence <#sentence=15,27> .
    <#word=23,26> nif:lemma "win" ; dm:partOfSpeech "VERB" .
    <#char=15,22> a nif:Phrase ; itsrdf:taIdentRef ent:norland .
    ent:norland gaf:denotedBy <#char=0,7> , <#char=15,22> .
    <#annotation=15,22> a oa:Annotation ; oa:hasTarget <#char=15,22> ;
        oa:hasBody ent:norland .)"));
}

TEST_F(Statements, AnAnnotationHasABodyOnce) {
  ExtractionBuilder builder("Norland accused Sudmark and left.");
  const auto norland = builder.entity("Norland", "State", "norland");
  for (const char* words : {"accused", "left"})
    builder.role(builder.event(words, "Accusation"), "accuser", norland,
                 "Norland");
  DescribeOptions options;
  options.web_annotation = true;
  const auto lines =
      turtle_of(builder.extraction, options, RdfSyntax::ntriples);
  const std::string body = "#annotation=0,7> <http://www.w3.org/ns/oa#hasBody>";
  const auto first = lines.find(body);
  ASSERT_NE(first, std::string::npos);
  EXPECT_EQ(lines.find(body, first + 1), std::string::npos);
}

TEST_F(Statements, TheSourceIsTheUrlThatWasGiven) {
  auto extraction = accusation_extraction();
  extraction.article.iri = "https://news.example/a%23top";
  extraction.article.metadata.url = "https://news.example/a#top";
  EXPECT_NE(
      turtle_of(extraction).find("nif:sourceUrl <https://news.example/a#top>"),
      std::string::npos);
  extraction.article.metadata.url = "https://news.example/a top";
  EXPECT_NE(turtle_of(extraction)
                .find("nif:sourceUrl <https://news.example/a%23top>"),
            std::string::npos);
}

TEST_F(Statements, TimesAndQuantitiesAreDescribedAsFarAsTheyAreKnown) {
  ExtractionBuilder builder("On May 1 some 2K marched.");
  const auto event = builder.event("marched", "Protest");
  auto& extraction = builder.extraction;
  extraction.times.push_back({0, 0, builder.at("May 1"), {}, "2024-05-01"});
  extraction.quantities.push_back(
      {0, 0, builder.at("some 2K"), 2000, "people", Quantity::Bound::about});
  extraction.events[index(event)].time = TimeId{0};
  extraction.events[index(event)].quantities = {QuantityId{0}};
  describe_to_store(extraction);
  EXPECT_TRUE(says(store, R"(
    <#time=3,8> a time:Instant ; time:inXSDDate "2024-05-01"^^xsd:date ;
        gaf:denotedBy <#char=3,8> .
    <#quantity=9,16> a dm:Quantity ; dm:value 2000.0 ; dm:unit "people" ;
        dm:bound dm:approximate .)"));
}

TEST_F(Statements, ADigestNamesItsSourcesAndWhoProvidesItsNarratives) {
  ExtractionBuilder builder(
      "Sources: The Norland Post. Pro-Sudmark narrative, as provided by Dusk. "
      "All is well. Anti-Sudmark narrative, as provided by Dawn. "
      "https://d.org");
  auto& article = builder.extraction.article;
  article.is_digest = true;
  article.sections = {{Section::Kind::sources, builder.at("Sources:"),
                       builder.at("The Norland Post")}};
  article.sources = {builder.at("The Norland Post"),
                     builder.at("https://d.org")};
  article.narratives = {
      {Narrative::Stance::pro, builder.at("Pro-Sudmark narrative"),
       builder.at("Sudmark"), builder.at("Dusk"), builder.at("All is well.")},
      {Narrative::Stance::anti,
       builder.at("Anti-Sudmark narrative"),
       builder.at("Sudmark"),
       builder.at("Dawn"),
       {}}};
  builder.entity("Dusk", "Actor");
  describe_to_store(builder.extraction);
  EXPECT_TRUE(says(store, R"(
    @prefix schema: <https://schema.org/> .
    <#char=0,142> a dm:Digest ;
        schema:citation ent:norland-post , <https://d.org> ;
        schema:hasPart <#section=0,8> , <#narrative=27,48> ,
            <#narrative=84,106> .
    <https://d.org> a schema:WebPage ; gaf:denotedBy <#char=129,142> .
    ent:norland-post gaf:denotedBy <#char=9,25> .
    <#section=0,8> a dm:SourceSection ; rdfs:label "Sources"@en ;
        dm:body <#char=9,25> .
    <#narrative=27,48> a dm:Narrative ; dm:stance dm:pro ;
        rdfs:label "Pro-Sudmark narrative"@en ;
        dm:about ent:sudmark ; dm:provider <#entity=65,69> ;
        dm:body <#char=71,83> ; dm:counterNarrative <#narrative=84,106> .
    <#narrative=84,106> dm:stance dm:anti ; dm:provider <#entity=123,127> ;
        dm:counterNarrative <#narrative=27,48> .
    <#entity=123,127> a dm:NewsOutlet ; rdfs:label "Dawn"@en .)"));
}

TEST(StatementLaws, TurtleAndNTriplesSayTheSame) {
  SordSink turtle, ntriples;
  turtle.read("turtle", turtle_of(accusation_extraction()));
  ntriples.read("ntriples", turtle_of(accusation_extraction(), {},
                                      TurtleSink::Syntax::ntriples));
  EXPECT_GT(turtle.size(), 50U);
  EXPECT_EQ(turtle.all(), ntriples.all());
}

TEST(StatementLaws, TheSameExtractionGivesTheSameBytes) {
  EXPECT_EQ(turtle_of(accusation_extraction()),
            turtle_of(accusation_extraction()));
}

TEST(StatementLaws, AnEmptyArticleIsValid) {
  Extraction extraction;
  extraction.article.iri = base;
  SordSink store;
  describe(graph_of(extraction), {}, store);
  EXPECT_TRUE(
      says(store, "<#char=0,0> a nif:Context ; nif:isString \"\"@en ."));
}

TEST(StatementLaws, ASpanOutsideTheTextIsNotWritten) {
  auto extraction = accusation_extraction();
  extraction.events[0].span.end = 1000;
  EXPECT_THROW(graph_of(extraction), std::logic_error);
}

TEST(StatementLaws, OneIriHasOneText) {
  auto graph = graph_of(accusation_extraction());
  const auto size = graph.size();
  add_to_graph(accusation_extraction(), invented_ontology(), {}, graph);
  EXPECT_EQ(graph.size(), size);
  auto other = accusation_extraction();
  other.article.text += " ";
  EXPECT_THROW(add_to_graph(other, invented_ontology(), {}, graph), Error);
}

}  // namespace
}  // namespace demarche
