#include "extractor/tree.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analysis_builder.h"

namespace demarche {
namespace {

using testing::ElementsAre;

constexpr auto lines = R"(
  The     the    DET    2 det
  envoy   envoy  NOUN   3 nsubj
  left    leave  VERB   0 root
  the     the    DET    5 det
  talks   talk   NOUN   3 obj
  early-  early  ADV    3 advmod
  .       .      PUNCT  3 punct
)";

TEST(Tree, ListsDependentsInOrderOfWords) {
  const auto built = build_analysis(lines);
  const Tree tree(built.analysis.sentences[0]);
  const auto children = tree.children(2);
  EXPECT_THAT(std::vector(children.begin(), children.end()),
              ElementsAre(1, 4, 5, 6));
  EXPECT_TRUE(tree.children(0).empty());
}

TEST(Tree, VisitsEveryWordAfterItsHead) {
  const auto built = build_analysis(lines);
  const Tree tree(built.analysis.sentences[0]);
  EXPECT_THAT(std::vector(tree.top_down().begin(), tree.top_down().end()),
              ElementsAre(2, 1, 0, 4, 3, 5, 6));
}

TEST(Tree, DominatesWhatLiesBelow) {
  const auto built = build_analysis(lines);
  const Tree tree(built.analysis.sentences[0]);
  EXPECT_TRUE(tree.dominates(2, 0));
  EXPECT_TRUE(tree.dominates(4, 4));
  EXPECT_FALSE(tree.dominates(4, 0));
  EXPECT_FALSE(tree.dominates(0, 1));
}

TEST(Tree, SpansASubtreeWithoutOuterPunctuation) {
  const auto built = build_analysis(lines);
  const Tree tree(built.analysis.sentences[0]);
  EXPECT_EQ(slice(built.article.text, tree.subtree_span(2)),
            "The envoy left the talks early");
  EXPECT_EQ(slice(built.article.text, tree.subtree_span(4)), "the talks");
}

TEST(Tree, FindsAChildByRelationWithOrWithoutSubtype) {
  const auto built = build_analysis(R"(
    Chad  Chad  PROPN 3 nsubj:pass
    was   be    AUX   3 aux:pass
    hit   hit   VERB  0 root
  )");
  const Tree tree(built.analysis.sentences[0]);
  EXPECT_EQ(tree.child(2, {"nsubj"}), 0u);
  EXPECT_EQ(tree.child(2, {"aux:pass"}), 1u);
  EXPECT_EQ(tree.child(2, {"nsubj:outer"}), std::nullopt);
}

TEST(Tree, OfAHundredThousandNestedWordsNeedsNoDeepStack) {
  Sentence sentence;
  sentence.words.resize(100000);
  for (WordIndex i = 0; i < sentence.words.size(); ++i)
    sentence.words[i].head = i == 0 ? no_word : i - 1;
  const Tree tree(sentence);
  EXPECT_EQ(tree.end_below(0), 100000u);
  EXPECT_EQ(tree.first_below(99999), 99999u);
}

}  // namespace
}  // namespace demarche
