#include "extractor/events.h"

#include <gtest/gtest.h>

#include "tests/reading.h"
#include "tests/small_ontology.h"

namespace demarche {
namespace {

std::string_view type_of(const Event& event) {
  if (event.type == ClassId::none) return "none";
  return small_ontology()[event.type].plover;
}

TEST(Events, FillRolesFromTheFrameOfTheirTrigger) {
  const Extraction extraction = read(R"(
    Chad     Chad    PROPN     2 nsubj B-GPE
    accused  accuse  VERB/VBD  0 root  _ accuse.01 ARG0=1 ARG1=3 ARG2=5
    Sudan    Sudan   PROPN     2 obj   B-GPE
    of       of      SCONJ     5 mark
    attacking attack VERB/VBG  2 advcl _ attack.01 ARG0=3
  )");
  const Event& accusation = event_at(extraction, "accused");
  EXPECT_EQ(type_of(accusation), "ACCUSE");
  EXPECT_EQ(filler(extraction, accusation, "accuser"), "Chad");
  EXPECT_EQ(filler(extraction, accusation, "accused"), "Sudan");
  EXPECT_EQ(filler(extraction, accusation, "content"), "attacking");
  const Event& attack = event_at(extraction, "attacking");
  EXPECT_EQ(filler(extraction, attack, "attacker"), "Sudan");
}

TEST(Events, FillRolesFromSyntaxWhereTheFrameIsBare) {
  const Extraction extraction = read(R"(
    Sudan    Sudan   PROPN     3 nsubj:pass B-GPE
    was      be      AUX       3 aux:pass
    attacked attack  VERB/VBN  0 root  _ attack.01
    by       by      ADP       5 case
    Chad     Chad    PROPN     3 obl:agent B-GPE
  )");
  const Event& attack = event_at(extraction, "attacked");
  EXPECT_EQ(filler(extraction, attack, "attacker"), "Chad");
  EXPECT_EQ(filler(extraction, attack, "attacked"), "Sudan");
}

TEST(Events, OfCoordinatedVerbsShareTheirSubject) {
  const Extraction extraction = read(R"(
    Chad     Chad    PROPN     2 nsubj B-GPE
    accused  accuse  VERB/VBD  0 root  _ accuse.01 ARG0=1 ARG1=3
    Sudan    Sudan   PROPN     2 obj   B-GPE
    and      and     CCONJ     5 cc
    attacked attack  VERB/VBD  2 conj  _ attack.01 ARG1=6
    Niger    Niger   PROPN     5 obj   B-GPE
  )");
  const Event& attack = event_at(extraction, "attacked");
  EXPECT_EQ(filler(extraction, attack, "attacker"), "Chad");
  EXPECT_EQ(filler(extraction, attack, "attacked"), "Niger");
}

TEST(Events, AreChosenByWhatFillsTheirSlots) {
  const Extraction troops = read(R"(
    Chad     Chad     PROPN    2 nsubj B-GPE
    withdrew withdraw VERB/VBD 0 root  _ withdraw.01 ARG0=1 ARG1=3
    troops   troop    NOUN     2 obj
  )");
  EXPECT_EQ(type_of(event_at(troops, "withdrew")), "RETREAT");
  const Extraction talks = read(R"(
    Chad     Chad     PROPN    2 nsubj B-GPE
    withdrew withdraw VERB/VBD 0 root  _ withdraw.01 ARG0=1 ARG2=4
    from     from     ADP      4 case
    talks    talk     NOUN     2 obl
  )");
  EXPECT_EQ(type_of(event_at(talks, "withdrew")), "SANCTION");
  EXPECT_EQ(filler(talks, event_at(talks, "withdrew"), "process"), "talks");
}

TEST(Events, OfLightVerbsAreTheirNouns) {
  const Extraction extraction = read(R"(
    Chad     Chad    PROPN     2 nsubj B-GPE
    held     hold    VERB/VBD  0 root  _ hold.04 ARG0=1 ARG1=3
    talks    talk    NOUN      2 obj
    with     with    ADP       5 case
    Niger    Niger   PROPN     2 obl   B-GPE
  )");
  ASSERT_EQ(extraction.events.size(), 1u);
  const Event& talks = event_at(extraction, "talks");
  EXPECT_EQ(talks.factuality, Factuality::certain_positive);
  ASSERT_EQ(talks.roles.size(), 2u);
}

TEST(Events, OfSomeLightVerbsAreDoneToTheirSubject) {
  const Extraction extraction = read(R"(
    Chad     Chad    PROPN     2 nsubj B-GPE
    faced    face    VERB/VBD  0 root  _ face.01 ARG0=1 ARG1=4
    an       a       DET       4 det
    attack   attack  NOUN      2 obj
    from     from    ADP       6 case
    Niger    Niger   PROPN     2 obl   B-GPE
  )");
  const Event& attack = event_at(extraction, "attack");
  EXPECT_EQ(filler(extraction, attack, "attacker"), "Niger");
  EXPECT_EQ(filler(extraction, attack, "attacked"), "Chad");
}

TEST(Events, ThatAreADutyAreRequested) {
  const Extraction extraction = read(R"(
    Chad     Chad      PROPN     3 nsubj B-GPE
    must     must      AUX/MD    3 aux
    attack   attack    VERB/VB   0 root  _ attack.01 ARG0=1 ARG1=4
    Niger    Niger     PROPN     3 obj   B-GPE
  )");
  EXPECT_TRUE(event_at(extraction, "attack").requested);
}

TEST(Events, ThatAPlanTellsAreInitiatedByWhoOrdersIt) {
  const Extraction extraction = read(R"(
    Chad      Chad      PROPN     2 nsubj B-GPE
    ordered   order     VERB/VBD  0 root  _ order.01 ARG0=1 ARG1=4
    a         a         DET       4 det
    plan      plan      NOUN      2 obj
    to        to        PART/TO   6 mark
    accuse    accuse    VERB/VB   4 acl   _ accuse.01 ARG1=7
    Niger     Niger     PROPN     6 obj   B-GPE
  )");
  const Event& accusation = event_at(extraction, "accuse");
  ASSERT_EQ(accusation.initiators.size(), 1u);
  EXPECT_EQ(slice(extraction.article.text,
                  extraction.mentions[index(accusation.initiators[0])].span),
            "Chad");
}

TEST(Events, HaveInitiatorsThatFillNoRole) {
  const Extraction extraction = read(R"(
    Chad     Chad    PROPN     2 nsubj B-GPE
    ordered  order   VERB/VBD  0 root  _ order.01 ARG0=1 ARG1=4
    an       a       DET       4 det
    attack   attack  NOUN      2 obj
    on       on      ADP       6 case
    Niger    Niger   PROPN     4 nmod  B-GPE
  )");
  const Event& attack = event_at(extraction, "attack");
  EXPECT_EQ(filler(extraction, attack, "attacker"), "");
  ASSERT_EQ(attack.initiators.size(), 1u);
  EXPECT_EQ(slice(extraction.article.text,
                  extraction.mentions[index(attack.initiators[0])].span),
            "Chad");
  EXPECT_TRUE(attack.requested);
}

TEST(Events, OfSeveralWordsNeedAllOfThem) {
  const Extraction phrase = read(R"(
    Chad     Chad    PROPN     2 nsubj B-GPE
    pulled   pull    VERB/VBD  0 root
    out      out     ADV       2 advmod
    of       of      ADP       5 case
    talks    talk    NOUN      2 obl
  )");
  EXPECT_EQ(type_of(event_at(phrase, "pulled")), "SANCTION");
  const Extraction word = read(R"(
    Chad     Chad    PROPN     2 nsubj B-GPE
    pulled   pull    VERB/VBD  0 root _ pull.01 ARG0=1 ARG1=3
    levers   lever   NOUN      2 obj
  )");
  EXPECT_EQ(type_of(event_at(word, "pulled")), "none");
}

TEST(Events, WithoutATypeKeepTheirFrame) {
  const Extraction extraction = read(R"(
    Chad     Chad    PROPN     2 nsubj B-GPE
    grew     grow    VERB/VBD  0 root _ grow.01 ARG1=1
  )");
  const Event& event = event_at(extraction, "grew");
  EXPECT_EQ(event.type, ClassId::none);
  EXPECT_EQ(event.roleset, "grow.01");
  ASSERT_EQ(event.roles.size(), 1u);
  EXPECT_EQ(event.roles[0].label, "ARG1");
}

TEST(Events, OfARepeatedSentenceAreOneWithTwoEvidences) {
  const Extraction extraction = read(R"(
    # paragraph
    Chad     Chad    PROPN     2 nsubj B-GPE
    attacked attack  VERB/VBD  0 root  _ attack.01 ARG0=1 ARG1=3
    Sudan    Sudan   PROPN     2 obj   B-GPE
    again-   again   ADV       2 advmod
    .        .       PUNCT     2 punct

    # fact
    Chad     Chad    PROPN     2 nsubj B-GPE
    attacked attack  VERB/VBD  0 root  _ attack.01 ARG0=1 ARG1=3
    Sudan    Sudan   PROPN     2 obj   B-GPE
    again-   again   ADV       2 advmod
    .        .       PUNCT     2 punct
  )");
  ASSERT_EQ(extraction.events.size(), 1u);
  const Event& event = extraction.events[0];
  ASSERT_EQ(event.evidence.size(), 2u);
  EXPECT_EQ(slice(extraction.article.text, event.evidence[1]), "attacked");
}

TEST(Events, AreNotSoughtInHeadings) {
  const Extraction extraction = read(R"(
    # heading
    Chad     Chad    PROPN     2 nsubj B-GPE
    attacked attack  VERB/VBD  0 root  _ attack.01 ARG0=1
  )");
  EXPECT_TRUE(extraction.events.empty());
}

}  // namespace
}  // namespace demarche
