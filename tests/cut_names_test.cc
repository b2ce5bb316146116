#include "extractor/cut_names.h"

#include <gtest/gtest.h>

#include "tests/analysis_builder.h"
#include "tests/shipped.h"

namespace demarche {
namespace {

/// Of the words [first, end) of a sentence as a name.
bool is_cut(std::string_view lines, WordIndex first, WordIndex end,
            MentionKind kind = MentionKind::name, bool is_known = false) {
  const auto built = build_analysis(lines);
  Mention name;
  name.first = first;
  name.end = end;
  name.head = end - 1;
  name.kind = kind;
  Entity entity;
  if (is_known) entity.concept_id = ConceptId{0};
  return is_cut_name(Tree(built.analysis.sentences[0]), name, entity,
                     shipped_extractor().ontology());
}

constexpr std::string_view joined =
    "the       the       DET   2 det\n"
    "Fishery   Fishery   PROPN 6 compound B-ORG\n"
    "and       and       CCONJ 5 cc\n"
    "Lake      Lake      PROPN 5 compound B-ORG\n"
    "Affairs   Affairs   PROPN 2 conj I-ORG\n"
    "Committee committee PROPN 7 nsubj I-ORG\n"
    "met       meet      VERB  0 root\n";

TEST(CutNames, EndBeforeTheHeadOfTwoJoined) {
  EXPECT_TRUE(is_cut(joined, 1, 2));
}

TEST(CutNames, BeginAfterTheFirstOfTwoJoined) {
  EXPECT_TRUE(is_cut(joined, 3, 6));
}

TEST(CutNames, AreOfBodiesThatTheGazetteerDoesNotKnow) {
  EXPECT_FALSE(is_cut(joined, 1, 2, MentionKind::nominal));
  EXPECT_FALSE(is_cut(joined, 1, 2, MentionKind::name, true));
}

TEST(CutNames, TwoBodiesAreWhole) {
  const auto lines =
      "Fishery   Fishery   PROPN 2 compound B-ORG\n"
      "Committee committee PROPN 6 nsubj I-ORG\n"
      "and       and       CCONJ 5 cc\n"
      "Lake      Lake      PROPN 5 compound B-ORG\n"
      "Committee committee PROPN 2 conj I-ORG\n"
      "met       meet      VERB  0 root\n";
  EXPECT_FALSE(is_cut(lines, 0, 2));
  EXPECT_FALSE(is_cut(lines, 3, 5));
}

TEST(CutNames, APersonBeforeABodyIsNoHalfOfIt) {
  const auto lines =
      "Awa       Awa       PROPN 5 nsubj B-PER\n"
      "and       and       CCONJ 4 cc\n"
      "Lake      Lake      PROPN 4 compound B-ORG\n"
      "Committee committee PROPN 1 conj I-ORG\n"
      "met       meet      VERB  0 root\n";
  EXPECT_FALSE(is_cut(lines, 2, 4));
}

TEST(CutNames, EndBeforeATopicButNotBeforeATime) {
  const auto topic =
      "Committee committee PROPN 5 nsubj B-ORG\n"
      "for       for       ADP   4 case\n"
      "Clean     Clean     PROPN 4 compound\n"
      "Lakes     Lakes     PROPN 1 nmod\n"
      "met       meet      VERB  0 root\n";
  EXPECT_TRUE(is_cut(topic, 0, 1));
  const auto time =
      "Committee committee PROPN 4 nsubj B-ORG\n"
      "on        on        ADP   3 case\n"
      "Friday    Friday    PROPN 4 obl\n"
      "met       meet      VERB  0 root\n";
  EXPECT_FALSE(is_cut(time, 0, 1));
}

TEST(CutNames, EndBeforeAHyphenWithoutSpaces) {
  const auto close =
      "Awa- Awa PROPN 4 nsubj B-PER\n"
      "--   -   PUNCT 1 punct\n"
      "Sy   Sy  PROPN 1 flat\n"
      "left leave VERB 0 root\n";
  EXPECT_TRUE(is_cut(close, 0, 1));
  const auto apart =
      "Awa  Awa PROPN 4 nsubj B-PER\n"
      "\\-  - PUNCT 1 punct\n"
      "Sy   Sy  PROPN 1 flat\n"
      "left leave VERB 0 root\n";
  EXPECT_FALSE(is_cut(apart, 0, 1));
}

TEST(CutNames, APlaceBeforeAPartyAreTwo) {
  const auto lines =
      "Oklahoma   Oklahoma   PROPN 2 compound B-ORG\n"
      "Republican Republican PROPN 3 nsubj I-ORG\n"
      "left       leave      VERB  0 root\n";
  EXPECT_TRUE(is_cut(lines, 0, 2));
  EXPECT_FALSE(is_cut(lines, 0, 1));
}

}  // namespace
}  // namespace demarche
