#include "extractor/slots.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analysis_builder.h"

namespace demarche {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// The forms that fill `slot` of the word number `word`, from 1.
std::vector<std::string> fillers(const char* lines, WordIndex word,
                                 std::string_view slot) {
  const auto built = build_analysis(lines);
  const Tree tree(built.analysis.sentences[0]);
  std::vector<std::string> forms;
  for (const WordIndex filler : find_slot(tree, word - 1, slot))
    forms.push_back(tree[filler].form);
  return forms;
}

constexpr auto passive = R"(
  Rebels   rebel  NOUN      3 nsubj:pass
  were     be     AUX       3 aux:pass
  attacked attack VERB/VBN  0 root
  by       by     ADP       5 case
  troops   troop  NOUN      3 obl:agent
  and      and    CCONJ     7 cc
  police   police NOUN      5 conj
)";

TEST(Slots, OfAPassiveVerbAreTurnedRound) {
  EXPECT_THAT(fillers(passive, 3, "subject"), ElementsAre("troops", "police"));
  EXPECT_THAT(fillers(passive, 3, "object"), ElementsAre("Rebels"));
  EXPECT_THAT(fillers(passive, 3, "ARG0"), ElementsAre("troops", "police"));
}

TEST(Slots, TakeTheFramesArgumentsBeforeSyntax) {
  constexpr auto lines = R"(
    He     he     PRON     2 nsubj
    rains  rain   VERB/VBZ 0 root _ rain.01 ARG1=1
  )";
  EXPECT_THAT(fillers(lines, 2, "ARG1"), ElementsAre("He"));
  EXPECT_THAT(fillers(lines, 2, "ARG0"), IsEmpty());
}

TEST(Slots, OfACoordinatedVerbComeFromItsFirst) {
  constexpr auto lines = R"(
    Chad   Chad   PROPN    2 nsubj
    left   leave  VERB/VBD 0 root
    and    and    CCONJ    4 cc
    sued   sue    VERB/VBD 2 conj
  )";
  EXPECT_THAT(fillers(lines, 4, "subject"), ElementsAre("Chad"));
}

TEST(Slots, OfAnOpenComplementComeFromItsController) {
  constexpr auto lines = R"(
    Chad   Chad   PROPN    2 nsubj
    urged  urge   VERB/VBD 0 root
    Niger  Niger  PROPN    2 obj
    to     to     PART/TO  5 mark
    return return VERB/VB  2 xcomp
  )";
  EXPECT_THAT(fillers(lines, 5, "subject"), ElementsAre("Niger"));
}

TEST(Slots, OfARelativeParticipleComeFromItsNoun) {
  constexpr auto lines = R"(
    forces  force NOUN     0 root
    sent    send  VERB/VBN 1 acl
    by      by    ADP      4 case
    Paris   Paris PROPN    2 obl:agent
  )";
  EXPECT_THAT(fillers(lines, 2, "object"), ElementsAre("forces"));
  EXPECT_THAT(fillers(lines, 2, "subject"), ElementsAre("Paris"));
}

TEST(Slots, OfNounsAreOwnersModifiersAndPrepositions) {
  constexpr auto lines = R"(
    Chad-   Chad   PROPN 4 nmod:poss
    's      's     PART  1 case
    naval   naval  ADJ   4 amod
    attack  attack NOUN  0 root
    on      on     ADP   6 case
    ports   port   NOUN  4 nmod
  )";
  EXPECT_THAT(fillers(lines, 4, "possessive"), ElementsAre("Chad"));
  EXPECT_THAT(fillers(lines, 4, "modifier"), ElementsAre("naval"));
  EXPECT_THAT(fillers(lines, 4, "on"), ElementsAre("ports"));
  EXPECT_THAT(fillers(lines, 4, "with"), IsEmpty());
}

}  // namespace
}  // namespace demarche
