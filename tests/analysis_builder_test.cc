#include "tests/analysis_builder.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace demarche {
namespace {

TEST(AnalysisBuilder, BuildsTextWordsNamesAndFrames) {
  const auto built = build_analysis(R"(
    # headline
    Chad     Chad   PROPN     2 nsubj B-GPE
    sues     sue    VERB/VBZ  0 root  _     sue.01 ARG0=1 ARG1=3
    Acme     Acme   PROPN     2 obj   B-ORG
    Oil-     Oil    PROPN     3 flat  I-ORG
    .        .      PUNCT     2 punct

    # paragraph
    It       it     PRON/PRP/Number=Sing 2 nsubj
    won      win    VERB      0 root

    Yes      yes    INTJ      0 root
  )");
  EXPECT_EQ(built.article.text, "Chad sues Acme Oil.\n\nIt won Yes");
  ASSERT_EQ(built.analysis.sentences.size(), 3u);
  const Sentence& first = built.analysis.sentences[0];
  ASSERT_EQ(first.names.size(), 2u);
  EXPECT_EQ(first.names[1].end, 4u);
  ASSERT_EQ(first.frames.size(), 1u);
  EXPECT_EQ(first.frames[0].arguments[1].head, 2u);
  EXPECT_EQ(first.words[1].xpos, "VBZ");
  EXPECT_EQ(first.words[1].head, no_word);
  EXPECT_EQ(slice(built.article.text, first.span), "Chad sues Acme Oil.");
  EXPECT_EQ(built.article.passages.size(), 2u);
  EXPECT_EQ(built.article.passages[0].kind, PassageKind::headline);
  EXPECT_EQ(built.analysis.sentences[2].passage, 1u);
  EXPECT_EQ(built.analysis.sentences[1].words[0].features, "Number=Sing");
}

TEST(AnalysisBuilder, SplitsPlainWordsFromTheirPunctuation) {
  const auto built = build_words("On Dec. 12, rain fell.");
  ASSERT_EQ(built.analysis.sentences.size(), 1u);
  const auto& words = built.analysis.sentences[0].words;
  ASSERT_EQ(words.size(), 7u);
  EXPECT_EQ(words[1].form, "Dec.");
  EXPECT_EQ(words[3].form, ",");
  EXPECT_EQ(built.article.text, "On Dec. 12, rain fell.");
}

TEST(AnalysisBuilder, RefusesALineThatHasTooLittle) {
  EXPECT_THROW(build_analysis("Chad Chad PROPN"), std::invalid_argument);
  EXPECT_THROW(build_analysis("Chad Chad NAME 0 root"), std::invalid_argument);
}

}  // namespace
}  // namespace demarche
