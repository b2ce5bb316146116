#include "extractor/link_entities.h"

#include <gtest/gtest.h>

#include "tests/analysis_builder.h"
#include "tests/temporary_folder.h"

namespace demarche {
namespace {

constexpr auto turtle = R"(
@prefix dm: <https://w3id.org/demarche/ontology#> .
@prefix ent: <https://w3id.org/demarche/entity/> .
@prefix lex: <https://w3id.org/demarche/lexicon/> .
@prefix prep: <https://w3id.org/demarche/preposition#> .
@prefix ontolex: <http://www.w3.org/ns/lemon/ontolex#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

dm:Entity a rdfs:Class .
dm:Event a rdfs:Class .
dm:Actor a rdfs:Class ; rdfs:subClassOf dm:Entity .
dm:Person a rdfs:Class ; rdfs:subClassOf dm:Actor .
dm:PopulationGroup a rdfs:Class ; rdfs:subClassOf dm:Actor .
dm:Organization a rdfs:Class ; rdfs:subClassOf dm:Actor .
dm:Place a rdfs:Class ; rdfs:subClassOf dm:Entity .
dm:State a rdfs:Class ; rdfs:subClassOf dm:Organization, dm:Place .
dm:GovernmentBody a rdfs:Class ; rdfs:subClassOf dm:Organization .
dm:City a rdfs:Class ; rdfs:subClassOf dm:Place .
dm:Region a rdfs:Class ; rdfs:subClassOf dm:Place .
dm:Facility a rdfs:Class ; rdfs:subClassOf dm:Place .
dm:Accusation a rdfs:Class ; rdfs:subClassOf dm:Event ;
    dm:ploverCategory "ACCUSE" ; dm:hasRole dm:accuser, dm:accused .
dm:Attack a rdfs:Class ; rdfs:subClassOf dm:Event ;
    dm:ploverCategory "ASSAULT" ; dm:hasRole dm:attacker, dm:attacked .
dm:accuser a dm:RoleProperty ; dm:side dm:source ; rdfs:range dm:Actor .
dm:accused a dm:RoleProperty ; dm:side dm:target ; rdfs:range dm:Actor .
dm:attacker a dm:RoleProperty ; dm:side dm:source ; rdfs:range dm:Actor .
dm:attacked a dm:RoleProperty ; dm:side dm:target ; rdfs:range dm:Actor .
lex:accuse a ontolex:LexicalEntry ; dm:lemma "accuse" ;
    dm:partOfSpeech "VERB" ; dm:roleset "accuse.01" ;
    dm:evokes dm:Accusation ; dm:arg0 dm:accuser ; dm:arg1 dm:accused .
lex:shell a ontolex:LexicalEntry ; dm:lemma "shell" ;
    dm:partOfSpeech "VERB" ; dm:roleset "shell.01" ;
    dm:evokes dm:Attack ; dm:arg0 dm:attacker ; dm:arg1 dm:attacked .
lex:envoy a ontolex:LexicalEntry ; dm:lemma "envoy" ;
    dm:partOfSpeech "NOUN" ; dm:denotes dm:Person ; dm:actsForState true .
lex:suburb a ontolex:LexicalEntry ; dm:lemma "suburb" ;
    dm:partOfSpeech "NOUN" ; dm:denotes dm:Place .

ent:norland a skos:Concept, dm:State ; skos:prefLabel "Norland"@en ;
    dm:adjective "Norlandic"@en ; dm:people "Norlanders"@en, "Norlandic"@en ;
    dm:actorCode "NRL" .
ent:southmark a skos:Concept, dm:State ; skos:prefLabel "Southmark"@en ;
    skos:altLabel "SM"@en ; dm:adjective "Southmarkish"@en ;
    dm:actorCode "SMK" .
ent:carolia a skos:Concept, dm:State ; skos:prefLabel "Carolia"@en ;
    dm:adjective "Carolian"@en ; dm:actorCode "CRL" .
ent:carolia-region a skos:Concept, dm:Region ;
    skos:prefLabel "Carolia"@en ; dm:country ent:southmark .
ent:vesta a skos:Concept, dm:Region ;
    skos:prefLabel "Vesta"@en ; dm:country ent:southmark .
ent:hafn a skos:Concept, dm:City ; skos:prefLabel "Hafn"@en ;
    dm:country ent:norland ; dm:metonymOf ent:norland .
ent:red-house a skos:Concept, dm:Facility ; skos:prefLabel "Red House"@en ;
    dm:country ent:southmark ; dm:metonymOf ent:southmark .
ent:lund a skos:Concept, dm:City ; skos:prefLabel "Lund"@en ;
    dm:country ent:southmark .
ent:brook a skos:Concept, dm:City ; skos:prefLabel "Brook"@en ;
    dm:country ent:southmark .
ent:ada-lund a skos:Concept, dm:Person ; skos:prefLabel "Ada Lund"@en ;
    skos:altLabel "Lund"@en ; dm:country ent:norland ; dm:sector "GOV" .
ent:ada-lund.1 a dm:Tenure ; dm:holder ent:ada-lund ; dm:of ent:norland ;
    dm:office "premier" ; dm:since "2010-05-01"^^xsd:date ;
    dm:until "2014-05-01"^^xsd:date .
ent:ada-lund.2 a dm:Tenure ; dm:holder ent:ada-lund ; dm:of ent:norland ;
    dm:office "judge" ; dm:since "2020-01-01"^^xsd:date ; dm:sector "JUD" .
ent:world-league a skos:Concept, dm:Organization ;
    skos:prefLabel "World League"@en ; dm:actorCode "IGOWLG" .
ent:bo-rask a skos:Concept, dm:Person ; skos:prefLabel "Bo Rask"@en ;
    dm:country ent:norland .
ent:bo-rask.1 a dm:Tenure ; dm:holder ent:bo-rask ; dm:of ent:world-league ;
    dm:office "secretary general" ; dm:since "2015-01-01"^^xsd:date .
ent:dawn-norland a skos:Concept, dm:Organization ;
    skos:prefLabel "Dawn Party"@en ; dm:country ent:norland .
ent:dawn-southmark a skos:Concept, dm:Organization ;
    skos:prefLabel "Dawn Party"@en ; dm:country ent:southmark .
ent:thing a skos:Concept, dm:GovernmentBody ; skos:prefLabel "Thing"@en ;
    dm:actorCode "NRLLEG" ; dm:sector "LEG" ; dm:country ent:norland .
)";

const Ontology& ontology() {
  static const Ontology loaded = [] {
    const TemporaryFolder folder;
    folder.write("all.ttl", turtle);
    return Ontology::load(folder.path());
  }();
  return loaded;
}

/// Every name of the analysis as a mention, as mentions.cc types them.
std::vector<Mention> mentions_of(const Analysis& analysis) {
  std::vector<Mention> mentions;
  for (std::uint32_t i = 0; i < analysis.sentences.size(); ++i) {
    const Sentence& sentence = analysis.sentences[i];
    for (const Name& name : sentence.names) {
      Mention mention;
      mention.sentence = i;
      mention.first = name.first;
      mention.end = name.end;
      mention.head = name.first;
      while (mention.head + 1 < name.end &&
             sentence.words[mention.head].head > mention.head &&
             sentence.words[mention.head].head < name.end)
        ++mention.head;
      const bool is_adjective = sentence.words[mention.head].upos == Upos::adj;
      mention.type = ontology().find_class(
          name.type == "PER"    ? "Person"
          : name.type == "ORG"  ? "Organization"
          : name.type == "FAC"  ? "Facility"
          : name.type == "NORP" ? (is_adjective ? "State" : "PopulationGroup")
                                : "Place");
      mentions.push_back(mention);
    }
  }
  return mentions;
}

/// Local IRI and kind of each name's link: "norland name"; "-" without one.
std::vector<std::string> links_in(std::string_view lines) {
  constexpr const char* kinds[] = {"name", "adjective", "people", "metonym"};
  const BuiltAnalysis built = build_analysis(lines);
  std::vector<std::string> shown;
  for (const auto& link :
       link_mentions(built.analysis, mentions_of(built.analysis), ontology())) {
    if (!link) {
      shown.push_back("-");
      continue;
    }
    const std::string_view iri = ontology()[link->concept_id].iri;
    shown.push_back(std::string(local_name(iri)) + " " +
                    kinds[static_cast<int>(link->kind)]);
  }
  return shown;
}

using Links = std::vector<std::string>;

TEST(LinkMentions, TakesLabelsWithArticleAndInCapitals) {
  EXPECT_EQ(links_in(R"(
The    the    DET   3 det      B-FAC
Red    red    ADJ   3 amod     I-FAC
House  House  PROPN 4 nsubj    I-FAC
slept  sleep  VERB  0 root

NORLAND Norland PROPN 2 nsubj B-GPE
WAITS   wait    VERB  0 root
)"),
            (Links{"southmark metonym", "norland name"}));
}

TEST(LinkMentions, LeavesUnknownNamesAlone) {
  EXPECT_EQ(links_in(R"(
Utopia Utopia PROPN 2 nsubj B-GPE
waits  wait   VERB  0 root
)"),
            Links{"-"});
}

TEST(LinkMentions, TellsTheStateFromItsPeople) {
  EXPECT_EQ(links_in(R"(
Norlandic  norlandic ADJ   2 amod  B-NORP
officials  official  NOUN  3 nsubj
met        meet      VERB  0 root
Norlanders Norlander PROPN 3 obj   B-NORP
)"),
            (Links{"norland adjective", "norland people"}));
}

TEST(LinkMentions, MakesAPeopleAPopulationGroup) {
  const auto built = build_analysis(R"(
Norlanders Norlander PROPN 2 nsubj B-NORP
protested  protest   VERB  0 root
)");
  const auto mentions = mentions_of(built.analysis);
  const auto links = link_mentions(built.analysis, mentions, ontology());
  ASSERT_TRUE(links[0]);
  EXPECT_EQ(links[0]->type, ontology().find_class("PopulationGroup"));
  Entity entity;
  describe_entity(*links[0], ontology(), &entity);
  EXPECT_EQ(entity.label, "Norlanders");
  EXPECT_EQ(entity.actor_code, "NRL");
  EXPECT_EQ(state_behind(*links[0], ontology()), ConceptId::none);
}

TEST(LinkMentions, NeverMakesAPersonACity) {
  EXPECT_EQ(links_in(R"(
Brook  Brook PROPN 2 nsubj B-PER
smiled smile VERB  0 root
)"),
            Links{"-"});
}

TEST(LinkMentions, MistrustsAPersonOfOneWordThatIsACapital) {
  const auto hafn = R"(
Hafn   Hafn  PROPN 2 nsubj B-PER
said   say   VERB  0 root  _ say.01 ARG0=1
)";
  EXPECT_EQ(links_in(hafn), Links{"norland metonym"});
  EXPECT_EQ(links_in(std::string(hafn) + R"(
Hafn   Hafn  PROPN 3 nsubj B-PER
Berg   Berg  PROPN 1 flat  I-PER
waved  wave  VERB  0 root
)"),
            (Links{"-", "-"}));
}

TEST(LinkMentions, TakesUpALabelAtItsFirstCapital) {
  EXPECT_EQ(links_in(R"(
pre-war pre-war ADJ   2 amod  B-GPE
Norland Norland PROPN 3 nsubj I-GPE
waited  wait    VERB  0 root
)"),
            Links{"norland name"});
}

TEST(LinkMentions, TakesASurnameOnlyWhereTheArticleLeavesIt) {
  EXPECT_EQ(links_in(R"(
Lund   Lund  PROPN 2 nsubj B-PER
smiled smile VERB  0 root
)"),
            Links{"ada-lund name"});
  EXPECT_EQ(links_in(R"(
Bo     Bo    PROPN 3 nsubj B-PER
Lund   Lund  PROPN 1 flat  I-PER
waved  wave  VERB  0 root

Lund   Lund  PROPN 2 nsubj B-PER
smiled smile VERB  0 root
)"),
            (Links{"-", "-"}));
}

TEST(LinkMentions, TakesStatesBeforeRegions) {
  EXPECT_EQ(links_in(R"(
Carolia Carolia PROPN 2 nsubj B-GPE
waits   wait    VERB  0 root
)"),
            Links{"carolia name"});
}

TEST(LinkMentions, TakesTheRegionAmongOthersOfItsCountry) {
  EXPECT_EQ(links_in(R"(
Carolia Carolia PROPN 6 nsubj B-GPE
,       ,       PUNCT 3 punct
Lund    Lund    PROPN 1 conj  B-GPE
and     and     CCONJ 5 cc
Brook   Brook   PROPN 1 conj  B-GPE
vote    vote    VERB  0 root

Voters  voter   NOUN  4 nsubj
in      in      ADP   3 case
Lund    Lund    PROPN 1 nmod  B-GPE
left    leave   VERB  0 root
Brook   Brook   PROPN 4 obj   B-GPE
)"),
            (Links{"carolia-region name", "lund name", "brook name",
                   "lund name", "brook name"}));
}

TEST(LinkMentions, DoesNotTakeABodyForThatOfAnotherCountry) {
  EXPECT_EQ(links_in(R"(
Southmark Southmark PROPN 3 nmod:poss B-GPE
's        's        PART  1 case
Thing     Thing     PROPN 4 nsubj     B-ORG
met       meet      VERB  0 root
)"),
            (Links{"southmark name", "-"}));
}

TEST(LinkMentions, DecidesMentionByMentionWhatACapitalIs) {
  EXPECT_EQ(links_in(R"(
Hafn   Hafn   PROPN 2 nsubj B-GPE
said   say    VERB  0 root  _ say.01 ARG0=1 ARG1=6
the    the    DET   4 det
talks  talk   NOUN  9 nsubj
in     in     ADP   6 case
Hafn   Hafn   PROPN 4 nmod  B-GPE
would  would  AUX   9 aux
not    not    PART  9 advmod
fail   fail   VERB  2 ccomp
)"),
            (Links{"norland metonym", "hafn name"}));
}

TEST(LinkMentions, ReadsAnOpenCapitalAsTheArticleDoes) {
  const auto open = R"(
Hafn     Hafn    PROPN 2 compound B-GPE
week     week    NOUN  0 root
)";
  EXPECT_EQ(links_in(open), Links{"hafn name"});
  EXPECT_EQ(links_in(std::string(open) + R"(
Hafn     Hafn    PROPN 2 nsubj B-GPE
said     say     VERB  0 root  _ say.01 ARG0=1
)"),
            (Links{"norland metonym", "norland metonym"}));
}

TEST(LinkMentions, LeavesABodyOpenThatNothingTellsFromItsNamesake) {
  const std::string party = R"(
Dawn     Dawn    PROPN 2 compound B-ORG
Party    Party   PROPN 3 nsubj    I-ORG
won      win     VERB  0 root
)";
  EXPECT_EQ(links_in(party), Links{"-"});
  EXPECT_EQ(links_in(party + R"(
Southmark Southmark PROPN 2 nsubj B-GPE
voted     vote      VERB  0 root
)"),
            (Links{"dawn-southmark name", "southmark name"}));
}

TEST(LinkMentions, ReadsPlacesInOneListAsOfOneCountry) {
  EXPECT_EQ(links_in(R"(
Carolia   Carolia PROPN 4 nsubj B-GPE
and       and     CCONJ 3 cc
Vesta     Vesta   PROPN 1 conj  B-GPE
voted     vote    VERB  0 root
)"),
            (Links{"carolia-region name", "vesta name"}));
}

TEST(DescribeEntity, GivesPersonsAndBodiesTheirCountrysCode) {
  Entity entity;
  Link link;
  link.concept_id =
      ontology().find_concept("https://w3id.org/demarche/entity/thing");
  link.type = ontology()[link.concept_id].type;
  link.label = "Thing";
  describe_entity(link, ontology(), &entity);
  EXPECT_EQ(entity.actor_code, "NRL");
  EXPECT_EQ(entity.sector, "LEG");
  EXPECT_EQ(entity.label, "Thing");
  EXPECT_EQ(
      state_behind(link, ontology()),
      ontology().find_concept("https://w3id.org/demarche/entity/norland"));
}

Link link_to(const char* name) {
  Link link;
  link.concept_id = ontology().find_concept(
      "https://w3id.org/demarche/entity/" + std::string(name));
  link.type = ontology()[link.concept_id].type;
  return link;
}

TEST(SectorOn, IsThatOfTheOfficeHeldOnTheDate) {
  const ConceptId ada = link_to("ada-lund").concept_id;
  EXPECT_EQ(sector_on("2012-06-01", ada, ontology()), "GOV");
  EXPECT_EQ(sector_on("2014-05-01", ada, ontology()), "ELI");
  EXPECT_EQ(sector_on("2021-06-01T08:00:00Z", ada, ontology()), "JUD");
  EXPECT_EQ(sector_on("", ada, ontology()), "GOV");
}

TEST(StateBehind, IsNoneForThoseWhoHaveLeftOffice) {
  const Link ada = link_to("ada-lund");
  EXPECT_EQ(state_behind(ada, ontology(), "2012-06-01"),
            link_to("norland").concept_id);
  EXPECT_EQ(state_behind(ada, ontology(), "2015-06-01"), ConceptId::none);
}

TEST(DescribeEntity, GivesOfficersOfAnOrganizationItsCode) {
  Entity before, during;
  describe_entity(link_to("bo-rask"), ontology(), &before, "2014-06-01");
  describe_entity(link_to("bo-rask"), ontology(), &during, "2016-06-01");
  EXPECT_EQ(before.actor_code, "NRL");
  EXPECT_EQ(during.actor_code, "IGOWLG");
}

TEST(FindGazetteerNames, TakesTheLongestLabel) {
  const auto built = build_analysis(R"(
Ada   Ada   PROPN 3 nsubj
Lund  Lund  PROPN 1 flat
left  leave VERB  0 root
Hafn  Hafn  PROPN 3 obj
)");
  const auto names =
      find_gazetteer_names(built.analysis.sentences[0], ontology());
  ASSERT_EQ(names.size(), 2u);
  EXPECT_EQ(names[0].end, 2u);
  EXPECT_EQ(names[0].type, "PER");
  EXPECT_EQ(names[1].type, "GPE");
}

TEST(FindGazetteerNames, LeavesCommonWordsAlone) {
  const auto built = build_analysis(R"(
Brook brook VERB 0 root
no    no    DET  3 det
thing thing NOUN 1 obj
)");
  EXPECT_TRUE(
      find_gazetteer_names(built.analysis.sentences[0], ontology()).empty());
}

TEST(FindGazetteerNames, ReadsPlacesInCapitalsThroughout) {
  const auto built = build_analysis(R"(
NORLAND Norland PROPN 2 nsubj
WAITS   wait    VERB  0 root
)");
  const auto names =
      find_gazetteer_names(built.analysis.sentences[0], ontology());
  ASSERT_EQ(names.size(), 1u);
  EXPECT_EQ(names[0].type, "GPE");
}

struct Meant {
  const char* lines;
  const char* link;
};
class Capitals : public testing::TestWithParam<Meant> {};

TEST_P(Capitals, AreMeantAsTheSentenceUsesThem) {
  EXPECT_EQ(links_in(GetParam().lines), Links{GetParam().link});
}
INSTANTIATE_TEST_SUITE_P(Sentences, Capitals,
                         testing::Values(Meant{R"(
They    they   PRON  2 nsubj
accused accuse VERB  0 root _ accuse.01 ARG0=1 ARG1=3
Hafn    Hafn   PROPN 2 obj  B-GPE
)",
                                               "norland metonym"},
                                         Meant{R"(
They    they  PRON  2 nsubj
shelled shell VERB  0 root _ shell.01 ARG0=1 ARG1=3
Hafn    Hafn  PROPN 2 obj  B-GPE
)",
                                               "hafn name"},
                                         Meant{R"(
They  they  PRON  2 nsubj
flew  fly   VERB  0 root
to    to    ADP   4 case
Hafn  Hafn  PROPN 2 obl  B-GPE
)",
                                               "hafn name"},
                                         Meant{R"(
Ties  tie   NOUN  0 root
with  with  ADP   3 case
Hafn  Hafn  PROPN 1 nmod  B-GPE
)",
                                               "norland metonym"},
                                         Meant{R"(
Hafn    Hafn   PROPN 3 nmod:poss B-GPE
's      's     PART  1 case
demands demand NOUN  0 root
)",
                                               "norland metonym"},
                                         Meant{R"(
Hafn    Hafn   PROPN 3 nmod:poss B-GPE
's      's     PART  1 case
suburbs suburb NOUN  0 root
)",
                                               "hafn name"},
                                         Meant{R"(
Hafn   Hafn  PROPN 2 compound B-GPE
envoy  envoy NOUN  0 root
)",
                                               "norland metonym"},
                                         Meant{R"(
Hafn-     Hafn   PROPN 3 obl  B-GPE
\-        -      PUNCT 1 punct
brokered  broker VERB  4 amod _ broker.01 ARG0=1 ARG1=4
truce     truce  NOUN  0 root
)",
                                               "norland metonym"},
                                         Meant{R"(
officials official NOUN  0 root
at        at       ADP   4 case
Red       red      ADJ   4 amod B-FAC
House     House    PROPN 1 nmod I-FAC
)",
                                               "red-house name"}));

}  // namespace
}  // namespace demarche
