#include "extractor/meanings.h"

#include <gtest/gtest.h>

#include "tests/analysis_builder.h"
#include "tests/small_ontology.h"

namespace demarche {
namespace {

/// The local names of the entries of the word number `word`, from 1.
std::vector<std::string> entries(const char* lines, WordIndex word) {
  const auto built = build_analysis(lines);
  const Tree tree(built.analysis.sentences[0]);
  std::vector<std::string> names;
  const auto meanings = find_meanings(tree, small_ontology());
  for (const Meaning& meaning : meanings[word - 1])
    names.emplace_back(local_name(meaning.entry->iri));
  return names;
}

using Names = std::vector<std::string>;

TEST(Meanings, OfAPredicateAreItsRolesets) {
  EXPECT_EQ(entries("attacks attack VERB/VBZ 0 root _ attack.01", 1),
            Names{"attack"});
  EXPECT_EQ(entries("attacks attack VERB/VBZ 0 root _ attack.99", 1), Names{});
}

TEST(Meanings, WithoutARolesetGoByLemmaAndPartOfSpeech) {
  EXPECT_EQ(entries("attacks attack NOUN 0 root", 1), Names{"attack-noun"});
  EXPECT_EQ(entries("attacks attack VERB/VBZ 0 root", 1), Names{"attack"});
}

TEST(Meanings, WithConditionsComeFirst) {
  EXPECT_EQ(entries("left withdraw VERB/VBD 0 root _ withdraw.01", 1),
            (Names{"withdraw-troops", "withdraw"}));
}

TEST(Meanings, OfSeveralWordsNeedThemInOrderBelowTheHead) {
  constexpr auto together = R"(
    pulled pull VERB/VBD 0 root
    troops troop NOUN    1 obj
    out    out  ADV      1 advmod
    of     of   ADP      5 case
    Niger  Niger PROPN   1 obl
  )";
  EXPECT_EQ(entries(together, 1), Names{"pull-out-of"});
  constexpr auto apart = R"(
    pulled pull VERB/VBD 0 root
    and    and  CCONJ    3 cc
    went   go   VERB/VBD 1 conj
    quite  quite ADV     5 advmod
    out    out  ADV      3 advmod
    of     of   ADP      7 case
    sight  sight NOUN    5 obl
  )";
  EXPECT_EQ(entries(apart, 1), Names{});
}

TEST(Meanings, AreFoundByFormWhereTheLemmaIsAnother) {
  constexpr auto lines = R"(
    According accord VERB/VBG 3 case
    to        to     ADP      1 fixed
    Niger     Niger  PROPN    0 root
  )";
  EXPECT_EQ(entries(lines, 1), Names{"according-to"});
}

}  // namespace
}  // namespace demarche
