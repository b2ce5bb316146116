#include "extractor/sentence_splitter.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "extractor/boundary_features.h"

namespace demarche {
namespace {

// A model without a network, so that only the rules decide.
BoundaryModel rules() {
  BoundaryModel model;
  model.lists = make_token_lists({"Mr."}, {}, {}, {});
  return model;
}

// A network that sees nothing but the bucket of the token: it ends a sentence
// after each word of `ends`.
BoundaryModel ends_after(const std::vector<std::string_view>& ends) {
  constexpr std::uint32_t buckets = 4096;
  BoundaryModel model;
  model.lists = make_token_lists({"Mr."}, {}, {}, {});
  model.width = 1;
  model.word.assign(buckets, 0);
  for (const auto form : ends) model.word[word_bucket(form, buckets)] = 1;
  model.word_scale = 1;
  model.shape.assign(16, 0);
  model.gap = model.quote = {0, 0};
  model.layers = {{1, 1, 1, 1, {1}, {0}}};
  model.output = {2};
  model.output_bias = -0.5F;
  return model;
}

Article one_passage(std::string text) {
  Article article;
  const auto size = static_cast<std::uint32_t>(text.size());
  article.text = std::move(text);
  article.passages = {{{0, size}, PassageKind::paragraph, std::nullopt}};
  return article;
}

std::string split(const std::string& text, const BoundaryModel& model) {
  const Article article = one_passage(text);
  std::string line;
  for (const Sentence& sentence : split_sentences(article, model)) {
    if (!line.empty()) line += " | ";
    line += slice(article.text, sentence.span);
  }
  return line;
}

TEST(SplitSentences, EndsThemAtStopsWhereThereIsNoNetwork) {
  EXPECT_EQ(split("Envoys met. “Go!” Mr. X said. (Why?) they ask.", rules()),
            "Envoys met. | “Go!” | Mr. X said. | (Why?) they ask.");
}

TEST(SplitSentences, EndsThemWhereTheNetworkScoresAboveZero) {
  EXPECT_EQ(split("one two one, three", ends_after({"one"})),
            "one | two one | , three");
}

TEST(SplitSentences, AsksMoreOfTheNetworkAfterABareWord) {
  BoundaryModel model = ends_after({"one", "!"});
  model.output = {1};  // Scores of a half.
  EXPECT_EQ(split("one two! one", model), "one two! | one");
}

TEST(SplitSentences, KeepsWhatIsSaidWithWhoSaysIt) {
  EXPECT_EQ(split("He said: “Go!” she said. “No” He went",
                  ends_after({":", "”", "."})),
            "He said: “Go!” she said. | “No” | He went");
}

TEST(SplitSentences, EndsThemWithThePassage) {
  Article article = one_passage("Talks Fail\nThey ended.");
  article.passages = {{{0, 10}, PassageKind::headline, std::nullopt},
                      {{11, 22}, PassageKind::paragraph, std::nullopt}};
  const auto sentences = split_sentences(article, rules());
  ASSERT_EQ(sentences.size(), 2u);
  EXPECT_EQ(sentences[0].passage, 0u);
  EXPECT_EQ(sentences[1].passage, 1u);
}

TEST(SplitSentences, PartsTheStopThatEndsASentence) {
  const Article article = one_passage("They left the U.S. The end");
  const auto sentences = split_sentences(article, ends_after({"U.S."}));
  ASSERT_EQ(sentences.size(), 2u);
  const auto& words = sentences[0].words;
  ASSERT_EQ(words.size(), 5u);
  EXPECT_EQ(words[3].form, "U.S");
  EXPECT_EQ(words[4].form, ".");
  EXPECT_EQ(words[4].span, (Span{17, 18}));
  EXPECT_EQ(sentences[0].tokens.back().first, 4u);
  EXPECT_EQ(sentences[0].span, (Span{0, 18}));
}

TEST(SplitSentences, KeepsTheStopInsideAndInEllipses) {
  const Article article = one_passage("Mr. X left ... Mr.");
  const auto sentences = split_sentences(article, ends_after({"..."}));
  ASSERT_EQ(sentences.size(), 2u);
  EXPECT_EQ(sentences[0].words.front().form, "Mr.");
  EXPECT_EQ(sentences[0].words.back().form, "...");
  EXPECT_EQ(sentences[1].words.front().form, "Mr.");  // It is all there is.
}

TEST(SplitSentences, CountsWordsFromTheSentencesBegin) {
  const Article article = one_passage("A. don't go");
  const auto sentences = split_sentences(article, ends_after({"a."}));
  ASSERT_EQ(sentences.size(), 2u);
  EXPECT_EQ(sentences[1].tokens[0].first, 0u);
  EXPECT_EQ(sentences[1].tokens[0].end, 2u);
  EXPECT_EQ(sentences[1].words[1].form, "n't");
}

TEST(SplitSentences, CutsLongOnesWithoutLosingWords) {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "word ";
  text.pop_back();
  std::size_t words = 0;
  for (const Sentence& sentence :
       split_sentences(one_passage(text), ends_after({}))) {
    EXPECT_LE(sentence.words.size(), longest_sentence);
    words += sentence.words.size();
  }
  EXPECT_EQ(words, 2000u);
}

TEST(SplitSentences, CutsLongOnesAtTheBestPlace) {
  BoundaryModel model = ends_after({","});
  model.output_bias = -2;  // A comma is likelier than a word, but no end.
  std::string text;
  for (int i = 0; i < 300; ++i) text += i == 200 ? "word, " : "word ";
  text.pop_back();
  const auto sentences = split_sentences(one_passage(text), model);
  ASSERT_EQ(sentences.size(), 2u);
  EXPECT_EQ(sentences[0].words.back().form, ",");
}

TEST(SplitSentences, TakesEmptyArticles) {
  EXPECT_TRUE(split_sentences(Article{}, rules()).empty());
  EXPECT_TRUE(split_sentences(one_passage(" \n"), rules()).empty());
}

TEST(BoundaryScores, DoNotDependOnWhereAPartOfThePassageBegins) {
  BoundaryModel model = ends_after({"stop"});
  model.layers = {{3, 1, 1, 2, {1, 1, 1}, {0}}, {3, 1, 1, 1, {1, 1, 1}, {0}}};
  const std::string piece = "a stop b c d e f ";
  std::string text;
  for (int i = 0; i < 700; ++i) text += piece;
  const Span all{0, static_cast<std::uint32_t>(text.size())};
  const auto tokens = tokenize(text, all, model.lists).tokens;
  const auto scores = boundary_scores(text, tokens, model);
  ASSERT_EQ(scores.size(), tokens.size());
  for (std::size_t i = 14; i + 14 < scores.size(); ++i) {
    ASSERT_EQ(scores[i], scores[i % 7 + 14]) << i;
  }
}

TEST(WordBucket, ForgetsCaseAndDigits) {
  EXPECT_EQ(word_bucket("Talks 19", 8192), word_bucket("tALKS 73", 8192));
  EXPECT_NE(word_bucket("talks", 8192), word_bucket("talk", 8192));
}

TEST(WordBucket, IsThatOfTraining) {
  EXPECT_EQ(word_bucket("Moscow", 8192), 4788u);
  EXPECT_EQ(word_bucket("“", 8192), 7381u);
  EXPECT_EQ(word_bucket("12.5", 8192), 2150u);
}

TEST(BoundaryShape, IsThatOfTraining) {
  const std::vector<std::string_view> forms = {
      "talks", "Talks", "U.N", "U.S.", "etc.", "15", "15th", "-", ".",
      "?!",    ",",     "\"",  "“",    "]",    "$",  "—",    "é", "Élan"};
  const std::vector<int> shapes = {1,  2,  3,  4,  5,  6,  7,  8, 9,
                                   10, 11, 12, 13, 14, 15, 15, 1, 1};
  for (std::size_t i = 0; i < forms.size(); ++i) {
    EXPECT_EQ(boundary_shape(forms[i]), shapes[i]) << forms[i];
  }
}

}  // namespace
}  // namespace demarche
