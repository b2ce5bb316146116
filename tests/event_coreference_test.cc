#include "extractor/event_coreference.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/reading.h"

namespace demarche {
namespace {

const std::string attack = R"(
    Chad     Chad    PROPN     2 nsubj B-GPE
    attacked attack  VERB/VBD  0 root  _ attack.01 ARG0=1 ARG1=3
    Sudan    Sudan   PROPN     2 obj   B-GPE

)";

std::size_t mentions_of_attack(const std::string& rest) {
  const Extraction extraction = read(attack + rest);
  return event_at(extraction, "attacked").evidence.size();
}

TEST(EventCoreference, JoinsADefiniteNounToTheEventBefore) {
  EXPECT_EQ(mentions_of_attack(R"(
    The      the     DET       2 det
    attack   attack  NOUN/NN   3 nsubj
    failed   fail    VERB/VBD  0 root
  )"),
            2);
}

TEST(EventCoreference, LeavesAnIndefiniteNounAlone) {
  EXPECT_EQ(mentions_of_attack(R"(
    An       a       DET       2 det
    attack   attack  NOUN/NN   3 nsubj
    failed   fail    VERB/VBD  0 root
  )"),
            1);
}

TEST(EventCoreference, AsksThatWhatTheNounPhraseTellsIsKnown) {
  EXPECT_EQ(mentions_of_attack(R"(
    The      the     DET       2 det
    attack   attack  NOUN/NN   5 nsubj
    on       on      ADP       4 case
    Niger    Niger   PROPN     2 nmod  B-GPE
    failed   fail    VERB/VBD  0 root
  )"),
            1);
  EXPECT_EQ(mentions_of_attack(R"(
    The      the     DET       3 det
    next     next    ADJ       3 amod
    attack   attack  NOUN/NN   4 nsubj
    failed   fail    VERB/VBD  0 root
  )"),
            1);
}

TEST(EventCoreference, KeepsTheClaimsOfOthersApart) {
  const Extraction extraction = read(attack + R"(
    Chad     Chad    PROPN     2 nsubj B-GPE
    denied   deny    VERB/VBD  0 root  _ deny.01 ARG0=1 ARG1=4
    the      the     DET       4 det
    attack   attack  NOUN/NN   2 obj
  )");
  ASSERT_EQ(event_at(extraction, "attacked").evidence.size(), 2);
  const EventId id{0};
  std::string told;
  for (const Claim& claim : extraction.claims)
    if (claim.about == std::variant<EventId, std::uint32_t>(id))
      told += std::string(claimer(extraction, claim)) + " " +
              name_of(claim.factuality) + "; ";
  EXPECT_EQ(told, "article certain_positive; Chad certain_negative; ");
}

TEST(EventCoreference, RenumbersTheFillersOfRoles) {
  const Extraction extraction = read(attack + R"(
    The      the     DET       2 det
    attack   attack  NOUN/NN   3 nsubj
    failed   fail    VERB/VBD  0 root

    Niger    Niger   PROPN     2 nsubj B-GPE
    accused  accuse  VERB/VBD  0 root  _ accuse.01 ARG0=1 ARG1=3 ARG2=5
    Mali     Mali    PROPN     2 obj   B-GPE
    of       of      SCONJ     5 mark
    attacking attack VERB/VBG  2 advcl _ attack.01 ARG0=3
  )");
  EXPECT_EQ(filler(extraction, event_at(extraction, "accused"), "content"),
            "attacking");
}

}  // namespace
}  // namespace demarche
