#include "extractor/coreference.h"

#include <gtest/gtest.h>

#include <set>

#include "tests/small_world.h"

namespace demarche {
namespace {

TEST(Coreference, JoinsANameWithItsDemonymAndItsAcronym) {
  const auto e = read_in_small_world(R"(
    The      the     DET   3 det
    African  African PROPN 3 compound B-ORG
    Union    Union   PROPN 7 nsubj    I-ORG
    (-       (       PUNCT 5 punct
    UA-      UA      PROPN 3 appos    B-ORG
    )        )       PUNCT 5 punct
    praised  praise  VERB  0 root
    Chadian  Chadian ADJ   9 amod     B-NORP
    officials official NOUN/NNS 7 obj

    UA       UA      PROPN 2 nsubj    B-ORG
    left     leave   VERB  0 root
    Chad     Chad    PROPN 2 obj      B-GPE
  )");
  EXPECT_EQ(cluster_of(e, "UA"), "African Union | UA | UA");
  EXPECT_EQ(cluster_of(e, "Chad"), "Chadian | Chad");
  EXPECT_EQ(entity_called(e, "UA").actor_code, "IGOAFU");
}

constexpr auto spokeswoman = R"(
    Chad-       Chad        PROPN 5 nmod:poss B-GPE
    's          's          PART  1 case
    foreign     foreign     ADJ   4 amod
    ministry    ministry    NOUN  5 compound
    spokeswoman spokeswoman NOUN  6 nmod:desc
    Awa         Awa         PROPN 8 nsubj B-PER
    Sy          Sy          PROPN 6 flat  I-PER
    praised     praise      VERB  0 root  _  praise.01 ARG0=6 ARG1=9
    Mali        Mali        PROPN 8 obj  B-GPE

    Sy          Sy          PROPN 2 nsubj B-PER
    said        say         VERB  0 root  _ say.01 ARG0=1
    she         she         PRON/PRP 4 nsubj
    wept        weep        VERB  2 ccomp
  )";

TEST(Coreference, JoinsTitleSurnameAndPronounOfAPerson) {
  const auto e = read_in_small_world(spokeswoman);
  EXPECT_EQ(cluster_of(e, "Awa Sy"),
            "Chad's foreign ministry spokeswoman | Awa Sy | Sy | she");
  EXPECT_EQ(entity_called(e, "Awa Sy").label, "Awa Sy");
}

TEST(Coreference, SaysForWhomOfficesAndForcesAct) {
  const auto e = read_in_small_world(spokeswoman);
  const Entity& chad = entity_called(e, "Chad");
  for (const char* name : {"Awa Sy", "foreign ministry"}) {
    const Entity& entity = entity_called(e, name);
    ASSERT_TRUE(entity.acts_for.has_value()) << name;
    EXPECT_EQ(&e.entities[index(*entity.acts_for)], &chad) << name;
    EXPECT_EQ(entity.actor_code, "TCD");
    EXPECT_EQ(entity.sector, "GOV");
  }
  EXPECT_FALSE(chad.acts_for.has_value());
}

TEST(Coreference, GivesEveryMentionToExactlyOneEntity) {
  const auto e = read_in_small_world(spokeswoman);
  std::set<std::uint32_t> seen;
  for (const Entity& entity : e.entities) {
    ASSERT_FALSE(entity.mentions.empty());
    for (const MentionId mention : entity.mentions)
      EXPECT_TRUE(seen.insert(index(mention)).second);
  }
  EXPECT_EQ(seen.size(), e.mentions.size());
}

TEST(Coreference, RefersItToAStateAndHeToAPerson) {
  const auto e = read_in_small_world(R"(
    Chad    Chad    PROPN 2 nsubj B-GPE
    told    tell    VERB  0 root  _ tell.01 ARG0=1 ARG2=3
    Idris   Idris   PROPN 2 iobj  B-PER
    it      it      PRON/PRP 6 nsubj
    would   would   AUX   6 aux
    stay    stay    VERB  2 ccomp

    He      he      PRON/PRP 2 nsubj
    laughed laugh   VERB  0 root
    at      at      ADP   5 case
    its     its     PRON/PRP$ 5 nmod:poss
    army    army    NOUN  2 obl
  )");
  EXPECT_EQ(cluster_of(e, "Chad"), "Chad | it | its");
  EXPECT_EQ(cluster_of(e, "Idris"), "Idris | He");
}

TEST(Coreference, NeverMakesSubjectAndObjectOfAVerbOne) {
  const auto e = read_in_small_world(R"(
    Chad    Chad   PROPN 2 nsubj B-GPE
    left    leave  VERB  0 root
    it      it     PRON/PRP 2 obj
  )");
  EXPECT_EQ(cluster_of(e, "it"), "it");
}

TEST(Coreference, RefersTheCountryToTheLastStateInFocus) {
  const auto e = read_in_small_world(R"(
    Mali    Mali    PROPN 2 nsubj B-GPE
    blamed  blame   VERB  0 root
    Awa     Awa     PROPN 2 obj   B-PER

    The     the     DET   2 det
    country country NOUN  3 nsubj
    left    leave   VERB  0 root
    the     the     DET   5 det
    talks   talk    NOUN  3 obj
  )");
  EXPECT_EQ(cluster_of(e, "Mali"), "Mali | The country");
}

TEST(Coreference, KeepsAnUnnamedCountryApart) {
  const auto e = read_in_small_world(R"(
    Mali    Mali    PROPN 2 nsubj B-GPE
    blamed  blame   VERB  0 root
    a       a       DET   5 det
    rich    rich    ADJ   5 amod
    country country NOUN  2 obj
  )");
  EXPECT_EQ(cluster_of(e, "Mali"), "Mali");
}

TEST(Coreference, JoinsAppositionsAndKindsOfPlaceWithTheirNames) {
  const auto e = read_in_small_world(R"(
    Awa         Awa         PROPN 11 nsubj B-PER
    Sy          Sy          PROPN 1 flat  I-PER
    ,           ,           PUNCT 5 punct
    a           a           DET   5 det
    spokeswoman spokeswoman NOUN  1 appos
    for         for         ADP   9 case
    the         the         DET   9 det
    Kanem       Kanem       PROPN 9 compound B-LOC
    region      region      NOUN  5 nmod
    ,           ,           PUNCT 5 punct
    left        leave       VERB  0 root
  )");
  EXPECT_EQ(cluster_of(e, "Awa Sy"), "Awa Sy | a spokeswoman");
  EXPECT_EQ(cluster_of(e, "Kanem"), "the Kanem region | Kanem");
}

TEST(Coreference, JoinsAnArmyWithItselfButNotWithAnother) {
  const auto e = read_in_small_world(R"(
    Chadian Chadian ADJ  2 amod B-NORP
    peacekeepers peacekeeper NOUN/NNS 3 nsubj
    left    leave   VERB 0 root

    Mali-   Mali    PROPN 3 nmod:poss B-GPE
    's      's      PART 1 case
    peacekeepers peacekeeper NOUN/NNS 4 nsubj
    left    leave   VERB 0 root

    Chad-   Chad    PROPN 3 nmod:poss B-GPE
    's      's      PART 1 case
    peacekeepers peacekeeper NOUN/NNS 4 nsubj
    ,       ,       PUNCT 6 punct
    who     who     PRON/WP 6 nsubj
    wept    weep    VERB 3 acl:relcl
    left    leave   VERB 0 root
  )");
  EXPECT_EQ(cluster_of(e, "Chadian peacekeepers"),
            "Chadian peacekeepers | Chad's peacekeepers | who");
  EXPECT_EQ(cluster_of(e, "Mali's peacekeepers"), "Mali's peacekeepers");
}

TEST(Coreference, RefersAReflexiveToTheOneWhoActs) {
  const auto e = read_in_small_world(R"(
    Awa     Awa     PROPN 2 nsubj B-PER
    urged   urge    VERB  0 root
    Idris   Idris   PROPN 2 obj   B-PER
    to      to      PART  5 mark
    excuse  excuse  VERB  2 xcomp
    himself himself PRON/PRP 5 obj
  )");
  EXPECT_EQ(cluster_of(e, "Idris"), "Idris | himself");
}

TEST(Coreference, RefersIInQuotationMarksToTheSpeaker) {
  const auto e = read_in_small_world(R"(
    "-     "    PUNCT 3 punct
    I      I    PRON/PRP 3 nsubj
    won    win  VERB  8 ccomp
    the    the  DET   6 det
    second second ADJ 6 amod
    seat-  seat NOUN  3 obj
    "      "    PUNCT 3 punct
    said   say  VERB  0 root
    Awa    Awa  PROPN 8 nsubj B-PER
  )");
  EXPECT_EQ(cluster_of(e, "Awa"), "I | Awa");
}

TEST(Coreference, RefersIOutsideQuotationMarksToTheAuthor) {
  const auto e = read_in_small_world(R"(
    I      I    PRON/PRP 2 nsubj
    doubt  doubt VERB 0 root

    Awa    Awa  PROPN 2 nsubj B-PER
    said   say  VERB  0 root
    I      I    PRON/PRP 4 nsubj
    won    win  VERB  2 ccomp
  )");
  EXPECT_EQ(cluster_of(e, "Awa"), "Awa");
  EXPECT_EQ(cluster_of(e, "I"), "I | I");
}

TEST(Coreference, NeverRefersHeToTheOneWhoSaysI) {
  const auto e = read_in_small_world(R"(
    I      I    PRON/PRP 2 nsubj
    know   know VERB 0 root
    he     he   PRON/PRP 4 nsubj
    left   leave VERB 2 ccomp
  )");
  EXPECT_EQ(cluster_of(e, "he"), "he");
}

TEST(Coreference, HoldsAKindOfThingForOneAndPeopleForOthersEachTime) {
  const auto e = read_in_small_world(R"(
    Iodine iodine NOUN  2 nsubj
    helps  help   VERB  0 root
    officials official NOUN/NNS 2 obj

    Officials official NOUN/NNS 2 nsubj
    sell   sell   VERB  0 root
    iodine iodine NOUN  2 obj
  )");
  EXPECT_EQ(cluster_of(e, "iodine"), "Iodine | iodine");
  EXPECT_EQ(cluster_of(e, "officials"), "officials");
}

}  // namespace
}  // namespace demarche
