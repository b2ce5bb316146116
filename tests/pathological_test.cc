// What no newspaper prints: the stages from text to sentences take it in time
// that grows with its length.

#include <gtest/gtest.h>

#include <cstdint>
#include <ctime>
#include <sstream>
#include <string>
#include <string_view>

#include "extractor/conllu.h"
#include "extractor/sentence_splitter.h"

namespace demarche {
namespace {

Article one_passage(std::string text) {
  Article article;
  const auto size = static_cast<std::uint32_t>(text.size());
  article.text = std::move(text);
  article.passages = {{{0, size}, PassageKind::paragraph, std::nullopt}};
  return article;
}

std::string repeat(std::string_view piece, std::size_t size) {
  std::string text;
  text.reserve(size + piece.size());
  while (text.size() < size) text += piece;
  return text;
}

// A network of the shipped one's kind; all its numbers are the same.
BoundaryModel some_network() {
  BoundaryModel model;
  model.lists = make_token_lists({"Mr."}, {"anti"}, {"km"}, {"can not"});
  model.width = 8;
  model.word.assign(64 * model.width, 1);
  model.word_scale = 0.1F;
  model.shape.assign(16 * model.width, 0.1F);
  model.gap.assign(2 * model.width, 0.1F);
  model.quote.assign(2 * model.width, 0.1F);
  BoundaryModel::Layer layer{5, 8, 8, 1, {}, {}};
  layer.weight.assign(5 * 8 * 8, 0.01F);
  layer.bias.assign(8, 0);
  model.layers = {layer, layer};
  model.output.assign(8, -1);
  return model;
}

// Seconds of computing since `begin`, whatever else the machine does.
double seconds_since(std::clock_t begin) {
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

std::size_t words_of(const std::vector<Sentence>& sentences) {
  std::size_t words = 0;
  for (const Sentence& sentence : sentences) {
    EXPECT_LE(sentence.words.size(), longest_sentence);
    words += sentence.words.size();
  }
  return words;
}

TEST(Pathological, FiftyMegabytesOfOneWordAreOneWord) {
  const Article article = one_passage(std::string(50 << 20, 'a'));
  const std::clock_t begin = std::clock();
  EXPECT_EQ(words_of(split_sentences(article, some_network())), 1u);
  EXPECT_LT(seconds_since(begin), 60);
}

struct Run {
  std::string_view piece;
  std::size_t words;  ///< In each piece.
};

class PathologicalRun : public testing::TestWithParam<Run> {};

TEST_P(PathologicalRun, IsSplitInLinearTimeAndLosesNothing) {
  const std::string_view piece = GetParam().piece;
  const Article article = one_passage(repeat(piece, 100000 * piece.size()));
  const std::clock_t begin = std::clock();
  const auto sentences = split_sentences(article, some_network());
  EXPECT_EQ(words_of(sentences), 100000 * GetParam().words);
  EXPECT_LT(seconds_since(begin), 30);
}

INSTANTIATE_TEST_SUITE_P(Pieces, PathologicalRun,
                         testing::Values(Run{"[", 1}, Run{"(a ", 2},
                                         Run{"“", 1}, Run{"said that ", 2},
                                         Run{"x. ", 2}, Run{"don't ", 2},
                                         Run{"\n\n-", 1}));

TEST(Pathological, ConlluHoldsEachCharacterOfAnOddText) {
  std::string text =
      "\u2028-\t\u00A0x\u200B\x01 “\u0301 \xF0\x9F\x87\xA6 …\r\n"
      "* a\vb\fc\x1C"
      "d\u3000e\n \n";
  text = repeat(text, 20000);
  Article article = one_passage(text);
  article.passages[0].span = {20, 4001};  // The rest lies between passages.
  while ((article.text[article.passages[0].span.begin] & 0xC0) == 0x80)
    ++article.passages[0].span.begin;
  while ((article.text[article.passages[0].span.end] & 0xC0) == 0x80)
    ++article.passages[0].span.end;
  const std::clock_t begin = std::clock();
  const std::string file =
      to_conllu(article, {split_sentences(article, some_network())});
  EXPECT_LT(seconds_since(begin), 30);
  std::istringstream stream(file);
  ConlluReader reader(stream, "odd");
  const auto again = reader.next();
  ASSERT_TRUE(again.has_value());
  const auto joined = [](std::string_view whole) {
    const Span all{0, static_cast<std::uint32_t>(whole.size())};
    std::string forms;
    for (const Span word : tokenize(whole, all, {}).words) {
      forms += slice(whole, word);
    }
    return forms;
  };
  EXPECT_EQ(joined(again->article.text), joined(article.text));
}

}  // namespace
}  // namespace demarche
