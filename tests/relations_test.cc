#include "extractor/relations.h"

#include <gtest/gtest.h>

#include "tests/small_world.h"

namespace demarche {
namespace {

std::string relations_in(std::string_view lines) {
  return relations_of(read_in_small_world(lines));
}

TEST(Relations, OfASpokeswomanAreWithHerMinistry) {
  const auto e = read_in_small_world(R"(
    Chad-       Chad        PROPN 5 nmod:poss B-GPE
    's          's          PART  1 case
    foreign     foreign     ADJ   4 amod
    ministry    ministry    NOUN  5 compound
    spokeswoman spokeswoman NOUN  6 nmod:desc
    Awa         Awa         PROPN 8 nsubj B-PER
    Sy          Sy          PROPN 6 flat  I-PER
    spoke       speak       VERB  0 root
  )");
  EXPECT_EQ(relations_of(e), "Awa Sy speaksFor foreign ministry");
  ASSERT_EQ(e.relations.size(), 1u);
  EXPECT_EQ(e.relations[0].label, "spokeswoman");
  EXPECT_EQ(slice(e.article.text, e.relations[0].evidence), "spokeswoman");
}

TEST(Relations, OfTitlesAreWithTheirOwners) {
  EXPECT_EQ(relations_in(R"(
    Malian  Malian  ADJ   3 amod B-NORP
    Prime   Prime   ADJ   3 amod
    Minister Minister PROPN 4 nmod:desc
    Awa     Awa     PROPN 5 nsubj B-PER
    spoke   speak   VERB  0 root
  )"),
            "Awa holdsOffice Mali");
}

TEST(Relations, OfTitlesAreWithTheNameAfterThem) {
  // The parser hangs both titles on the first name.
  EXPECT_EQ(relations_in(R"(
    Malian    Malian    ADJ   2 amod B-NORP
    President President PROPN 3 nmod:desc
    Awa       Awa       PROPN 8 nsubj B-PER
    and       and       CCONJ 7 cc
    Chadian   Chadian   ADJ   6 amod B-NORP
    President President PROPN 3 nmod:desc
    Idris     Idris     PROPN 3 conj B-PER
    met       meet      VERB  0 root
  )"),
            "Awa holdsOffice Mali\nIdris holdsOffice Chad");
}

TEST(Relations, OfFormerOfficesAreOver) {
  EXPECT_EQ(relations_in(R"(
    Awa     Awa     PROPN 8 nsubj B-PER
    ,       ,       PUNCT 5 punct
    a       a       DET   5 det
    former  former  ADJ   5 amod
    president president NOUN 1 appos
    of      of      ADP   7 case
    Mali    Mali    PROPN 5 nmod  B-GPE
    spoke   speak   VERB  0 root
  )"),
            "Awa formerlyHeldOffice Mali");
}

TEST(Relations, OfCopulasAreWithTheirSubject) {
  EXPECT_EQ(relations_in(R"(
    Chad    Chad    PROPN 4 nsubj B-GPE
    is      be      AUX   4 cop
    a       a       DET   4 det
    member  member  NOUN  0 root
    of      of      ADP   8 case
    the     the     DET   8 det
    African African PROPN 8 compound B-ORG
    Union   Union   PROPN 4 nmod  I-ORG
  )"),
            "Chad memberOf African Union");
}

TEST(Relations, MayBeDeniedOrMerelyPossible) {
  EXPECT_EQ(relations_in(R"(
    Chad    Chad    PROPN 5 nsubj B-GPE
    is      be      AUX   5 cop
    not     not     PART  5 advmod
    Mali-   Mali    PROPN 5 nmod:poss B-GPE
    ally    ally    NOUN  0 root

    Chad    Chad    PROPN 5 nsubj B-GPE
    may     may     AUX   5 aux
    be      be      AUX   5 cop
    Mali-   Mali    PROPN 5 nmod:poss B-GPE
    ally    ally    NOUN  0 root
  )"),
            "certain_negative: Chad allyOf Mali\n"
            "possible_positive: Chad allyOf Mali");
}

TEST(Relations, OfComplementsAreWithTheSubjectOfTheVerb) {
  EXPECT_EQ(relations_in(R"(
    Mali    Mali    PROPN 2 nsubj B-GPE
    remains remain  VERB  0 root
    a       a       DET   4 det
    ally    ally    NOUN  2 xcomp
    of      of      ADP   6 case
    Chad    Chad    PROPN 4 nmod B-GPE

    Kanem   Kanem   PROPN 3 nsubj:pass B-LOC
    is      be      AUX   3 aux:pass
    seen    see     VERB  0 root
    as      as      ADP   5 case
    part    part    NOUN  3 obl
    of      of      ADP   7 case
    Chad    Chad    PROPN 5 nmod B-GPE
  )"),
            "Mali allyOf Chad\nprobable_positive: Kanem partOf Chad");
}

TEST(Relations, OfSlotsAreWithTheirFillers) {
  EXPECT_EQ(relations_in(R"(
    Kanem   Kanem   PROPN 3 nsubj B-LOC
    is      be      AUX   3 cop
    home    home    NOUN  0 root
    to      to      ADP   6 case
    a       a       DET   6 det
    population population NOUN 3 nmod

    the     the     DET   2 det
    road    road    NOUN  0 root
    linking link    VERB/VBG 2 acl
    Kanem   Kanem   PROPN 3 obj  B-LOC
    to      to      ADP   6 case
    Mali    Mali    PROPN 3 obl  B-GPE
  )"),
            "Kanem homeOf a population\nthe road links Kanem\n"
            "the road links Mali");
}

TEST(Relations, OfPlacesAreWithWhatTheyLieIn) {
  EXPECT_EQ(relations_in(R"(
    the     the     DET   2 det
    village village NOUN  7 nsubj
    of      of      ADP   4 case
    Bol     Bol     PROPN 2 nmod  B-GPE
    in      in      ADP   6 case
    Chad    Chad    PROPN 2 nmod  B-GPE
    burned  burn    VERB  0 root
  )"),
            "Bol locatedIn Chad");
}

TEST(Relations, OfAlliesHoldBetweenThem) {
  EXPECT_EQ(relations_in(R"(
    allies  ally    NOUN/NNS 2 nmod:desc
    Chad    Chad    PROPN 5 nsubj B-GPE
    and     and     CCONJ 4 cc
    Mali    Mali    PROPN 2 conj  B-GPE
    met     meet    VERB  0 root
  )"),
            "Chad allyOf Mali");
}

TEST(Relations, AreNotStatedOfNamelessCrowds) {
  EXPECT_EQ(relations_in(R"(
    Chadian Chadian ADJ  2 amod B-NORP
    presidents president NOUN/NNS 3 nsubj
    met     meet    VERB 0 root
  )"),
            "");
}

}  // namespace
}  // namespace demarche
