#include "extractor/contents.h"

#include <gtest/gtest.h>

#include "tests/analysis_builder.h"

namespace demarche {
namespace {

using Texts = std::vector<std::string>;

Texts texts(std::string_view text, const std::vector<Span>& pieces) {
  Texts found;
  for (const Span piece : pieces) found.emplace_back(slice(text, piece));
  return found;
}

/// What is below `content` for the cue `cue`, both from 1.
Texts contents(const char* lines, WordIndex content, WordIndex cue) {
  const auto built = build_analysis(lines);
  std::vector<Span> pieces;
  append_content(Tree(built.analysis.sentences[0]), content - 1, cue - 1,
                 pieces);
  join_pieces(built.article.text, pieces);
  return texts(built.article.text, pieces);
}

TEST(Contents, AreWhatHangsOnTheClauseThatIsSaid) {
  EXPECT_EQ(contents(R"(
    Oslo  Oslo PROPN 2 nsubj
    said  say  VERB  0 root
    ships ship NOUN  4 nsubj
    left  leave VERB 2 ccomp
    early- early ADV 4 advmod
    .     .    PUNCT 2 punct
  )",
                     4, 2),
            Texts{"ships left early"});
}

TEST(Contents, LeaveOutTheClauseOfTheCue) {
  EXPECT_EQ(contents(R"(
    Ships- ship NOUN 6 nsubj
    ,     ,    PUNCT 4 punct
    Oslo  Oslo PROPN 4 nsubj
    said- say  VERB  6 parataxis
    ,     ,    PUNCT 4 punct
    left  leave VERB 0 root
  )",
                     6, 4),
            (Texts{"Ships", "left"}));
}

TEST(Contents, DoNotHoldWhoIsTold) {
  const auto built = build_analysis(R"(
    Oslo   Oslo   PROPN 2 nsubj
    told   tell   VERB  0 root
    envoys envoy  NOUN  2 iobj
    ships  ship   NOUN  5 nsubj
    left   leave  VERB  2 ccomp
  )");
  const Tree tree(built.analysis.sentences[0]);
  EXPECT_TRUE(is_hearer(tree, 2, 1));
  EXPECT_FALSE(is_hearer(tree, 4, 1));
}

TEST(Pieces, WithOnlyMarksBetweenThemAreOne) {
  const std::string text = "one, “two” – three and four";
  std::vector<Span> pieces = {
      {static_cast<std::uint32_t>(text.find("three")),
       static_cast<std::uint32_t>(text.find("three") + 5)},
      {0, 3},
      {static_cast<std::uint32_t>(text.find("two")),
       static_cast<std::uint32_t>(text.find("two") + 3)},
      {static_cast<std::uint32_t>(text.find("four")),
       static_cast<std::uint32_t>(text.size())}};
  join_pieces(text, pieces);
  EXPECT_EQ(texts(text, pieces), (Texts{"one, “two” – three", "four"}));
}

TEST(Pieces, CutKeepWhatStandsOnEitherSide) {
  std::vector<Span> pieces = {{0, 10}, {12, 20}};
  cut_out({4, 14}, pieces);
  EXPECT_EQ(pieces, (std::vector<Span>{{0, 4}, {14, 20}}));
}

}  // namespace
}  // namespace demarche
