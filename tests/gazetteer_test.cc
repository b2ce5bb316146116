// Laws of the gazetteer itself, over the Turtle that is shipped.

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "ontology/ontology.h"

namespace demarche {
namespace {

const Ontology& shipped() {
  static const Ontology ontology =
      Ontology::load(std::string(DEMARCHE_SOURCE_DIR) + "/ontology");
  return ontology;
}

std::vector<std::string> words(const char* text) {
  std::istringstream in(text);
  return {std::istream_iterator<std::string>(in), {}};
}

// The members of the United Nations by their ISO 3166 codes.
const std::vector<std::string>& members() {
  static const auto codes = words(
      "AFG ALB DZA AND AGO ATG ARG ARM AUS AUT AZE BHS BHR BGD BRB BLR BEL BLZ "
      "BEN BTN BOL BIH BWA BRA BRN BGR BFA BDI CPV KHM CMR CAN CAF TCD CHL CHN "
      "COL COM COG CRI CIV HRV CUB CYP CZE PRK COD DNK DJI DMA DOM ECU EGY SLV "
      "GNQ ERI EST SWZ ETH FJI FIN FRA GAB GMB GEO DEU GHA GRC GRD GTM GIN GNB "
      "GUY HTI HND HUN ISL IND IDN IRN IRQ IRL ISR ITA JAM JPN JOR KAZ KEN KIR "
      "KWT KGZ LAO LVA LBN LSO LBR LBY LIE LTU LUX MDG MWI MYS MDV MLI MLT MHL "
      "MRT MUS MEX FSM MCO MNG MNE MAR MOZ MMR NAM NRU NPL NLD NZL NIC NER NGA "
      "MKD NOR OMN PAK PLW PAN PNG PRY PER PHL POL PRT QAT KOR MDA ROU RUS RWA "
      "KNA LCA VCT WSM SMR STP SAU SEN SRB SYC SLE SGP SVK SVN SLB SOM ZAF SSD "
      "ESP LKA SDN SUR SWE CHE SYR TJK THA TLS TGO TON TTO TUN TUR TKM TUV UGA "
      "UKR ARE GBR TZA USA URY UZB VUT VEN VNM YEM ZMB ZWE");
  return codes;
}

bool is(const Concept& known, std::string_view name) {
  return shipped().is_a(known.type, shipped().find_class(name));
}

std::map<std::string, ConceptId> states_by_code() {
  std::map<std::string, ConceptId> states;
  for (std::uint32_t i = 0; i < shipped().concepts().size(); ++i)
    if (is(shipped().concepts()[i], "State"))
      states.emplace(shipped().concepts()[i].actor_code, ConceptId{i});
  return states;
}

bool has_match(std::string_view label, ConceptId id, LabelKind kind) {
  const auto matches = shipped().find_label(label);
  return std::any_of(matches.begin(), matches.end(),
                     [&](const LabelMatch& match) {
                       return match.concept_id == id && match.kind == kind;
                     });
}

ConceptId find(std::string_view name) {
  return shipped().find_concept("https://w3id.org/demarche/entity/" +
                                std::string(name));
}

TEST(Gazetteer, KnowsEveryMemberOfTheUnitedNations) {
  EXPECT_EQ(members().size(), 193u);
  const auto states = states_by_code();
  for (const std::string& code : members()) {
    ASSERT_EQ(states.count(code), 1u) << code;
    const Concept& state = shipped()[states.at(code)];
    EXPECT_TRUE(state.wikidata.starts_with("http://www.wikidata.org/entity/Q"))
        << code;
    EXPECT_TRUE(has_match(state.label, states.at(code), LabelKind::name))
        << code;
  }
}

// Some capitals bear the state's name; Brussels stands for the Union.
TEST(Gazetteer, LetsCapitalsStandForTheirGovernments) {
  std::set<std::string_view> missing(members().begin(), members().end());
  for (const char* code : {"BEL", "DJI", "LUX", "MCO", "SGP", "SMR"})
    missing.erase(code);
  for (const Concept& known : shipped().concepts())
    if (is(known, "City") && known.country != ConceptId::none &&
        has_match(known.label, known.country, LabelKind::metonym))
      missing.erase(shipped()[known.country].actor_code);
  EXPECT_TRUE(missing.empty()) << *missing.begin();
}

struct Demonym {
  const char *state, *adjective, *people;
};
class Demonyms : public testing::TestWithParam<Demonym> {};

TEST_P(Demonyms, AreOfTheirState) {
  const auto& [state, adjective, people] = GetParam();
  EXPECT_TRUE(has_match(adjective, find(state), LabelKind::adjective));
  EXPECT_TRUE(has_match(people, find(state), LabelKind::people));
}
INSTANTIATE_TEST_SUITE_P(
    Known, Demonyms,
    testing::Values(Demonym{"armenia", "Armenian", "Armenians"},
                    Demonym{"azerbaijan", "Azerbaijani", "Azeris"},
                    Demonym{"united-states", "American", "Americans"},
                    Demonym{"united-kingdom", "British", "Britons"},
                    Demonym{"netherlands", "Dutch", "Dutchman"},
                    Demonym{"philippines", "Philippine", "Filipinos"},
                    Demonym{"poland", "Polish", "Poles"},
                    Demonym{"turkey", "Turkish", "Turks"},
                    Demonym{"niger", "Nigerien", "Nigeriens"},
                    Demonym{"myanmar", "Burmese", "Burmese"}));

TEST(Gazetteer, GivesStatesCodesOfThreeLettersEachItsOwn) {
  std::set<std::string_view> seen;
  for (const Concept& known : shipped().concepts())
    if (is(known, "State")) {
      EXPECT_EQ(known.actor_code.size(), 3u) << known.iri;
      EXPECT_TRUE(seen.insert(known.actor_code).second) << known.iri;
    }
}

TEST(Gazetteer, BuildsCodesOfCapitalTriples) {
  for (const Concept& known : shipped().concepts()) {
    EXPECT_EQ(known.actor_code.size() % 3, 0u) << known.iri;
    for (const std::string_view code : {known.actor_code, known.sector})
      EXPECT_TRUE(std::all_of(code.begin(), code.end(), [](char c) {
        return 'A' <= c && c <= 'Z';
      })) << known.iri;
    EXPECT_TRUE(known.sector.empty() || known.sector.size() == 3) << known.iri;
  }
}

TEST(Gazetteer, NamesAndTypesEveryConcept) {
  for (const Concept& known : shipped().concepts()) {
    EXPECT_FALSE(known.label.empty()) << known.iri;
    EXPECT_TRUE(is(known, "Entity")) << known.iri;
    if (known.country == ConceptId::none) continue;
    EXPECT_TRUE(is(shipped()[known.country], "State")) << known.iri;
    EXPECT_FALSE(is(known, "State")) << known.iri;
  }
}

TEST(Gazetteer, HasNoLabelThatIsACommonWord) {
  for (const std::string& word :
       words("us it is who may will house state states china turkey polish "
             "post times sun time mirror guardian congress senate union west "
             "east north south bank bush rice brown park march august fed "
             "independent economist people president minister government car "
             "chad male van split mobile nice reading orange justice order "
             "cis quad nation nations party labour labor democrat republican "
             "sabah hill globe star dawn punch slate salon fox apple amazon"))
    EXPECT_TRUE(shipped().find_label(word).empty()) << word;
}

TEST(Gazetteer, EndsTenuresAfterTheyBegin) {
  EXPECT_GT(shipped().tenures().size(), 300u);
  for (const Tenure& tenure : shipped().tenures()) {
    const std::string_view holder = shipped()[tenure.holder].iri;
    EXPECT_TRUE(is(shipped()[tenure.holder], "Actor")) << holder;
    EXPECT_FALSE(tenure.office.empty()) << holder;
    if (!tenure.since.empty() && !tenure.until.empty()) {
      EXPECT_LT(tenure.since, tenure.until) << holder;
    }
  }
}

struct Metonym {
  const char *label, *house;
};
class Metonyms : public testing::TestWithParam<Metonym> {};

TEST_P(Metonyms, StandForThoseTheyHouse) {
  EXPECT_TRUE(
      has_match(GetParam().label, find(GetParam().house), LabelKind::metonym));
}
INSTANTIATE_TEST_SUITE_P(
    Seats, Metonyms,
    testing::Values(
        Metonym{"the Kremlin", "russia"}, Metonym{"Kiev", "ukraine"},
        Metonym{"White House", "united-states"},
        Metonym{"Downing Street", "united-kingdom"},
        Metonym{"Élysée", "france"}, Metonym{"Quai d’Orsay", "france"},
        Metonym{"Brussels", "european-union"},
        Metonym{"Capitol Hill", "united-states-congress"},
        Metonym{"Foggy Bottom", "united-states-department-of-state"}));

struct Coded {
  const char *label, *code;
};
class Codes : public testing::TestWithParam<Coded> {};

TEST_P(Codes, AreThoseOfEventData) {
  const auto matches = shipped().find_label(GetParam().label);
  ASSERT_FALSE(matches.empty());
  EXPECT_EQ(shipped()[matches[0].concept_id].actor_code, GetParam().code);
}
INSTANTIATE_TEST_SUITE_P(
    Organizations, Codes,
    testing::Values(Coded{"UN", "IGOUNO"}, Coded{"U.N.", "IGOUNO"},
                    Coded{"EU", "IGOEUREEC"}, Coded{"NATO", "IGOWSTNAT"},
                    Coded{"OSCE", "IGOEURSCE"}, Coded{"Hamas", "PSEREBHMS"},
                    Coded{"CSTO", "IGOCAS"}, Coded{"the IMF", "IGOBUSIMF"}));

}  // namespace
}  // namespace demarche
