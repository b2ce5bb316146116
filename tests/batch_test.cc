#include "extractor/model/batch.h"

#include <gtest/gtest.h>

#include "tests/model_builder.h"

namespace demarche {
namespace {

constexpr std::size_t longest_window = 12;

std::vector<Sentence> sentences_of(
    const std::vector<std::vector<std::string>>& forms) {
  std::vector<Sentence> sentences(forms.size());
  for (std::size_t i = 0; i < forms.size(); ++i)
    for (const std::string& form : forms[i]) {
      sentences[i].words.emplace_back();
      sentences[i].words.back().form = form;
    }
  return sentences;
}

// All windows: "0:0-2" for words 0 and 1 of sentence 0, "|" between batches.
std::string windows_of(const std::vector<std::vector<std::string>>& forms,
                       std::size_t rows) {
  const auto sentences = sentences_of(forms);
  const ModelFile file = ModelFile::load(random_model(1).save("batch.model"));
  const WordPieces pieces(file);
  BatchReader reader(sentences, pieces, longest_window, rows);
  std::string text;
  for (Batch batch = reader.next(); !batch.windows.empty();
       batch = reader.next()) {
    text += text.empty() ? "" : "| ";
    EXPECT_EQ(batch.ends.back(), batch.pieces.size());
    EXPECT_EQ(batch.shapes.size(), batch.pieces.size());
    std::size_t row = 0;
    for (const Window& window : batch.windows) {
      EXPECT_EQ(window.row, row);
      row += window.size();
      text += std::to_string(window.sentence) + ":" +
              std::to_string(window.first) + "-" + std::to_string(window.end) +
              " ";
    }
    EXPECT_EQ(batch.word_rows.size(), row);
  }
  return text;
}

TEST(Batch, HoldsWholeSentences) {
  EXPECT_EQ(windows_of({{"a", "b"}, {"c"}, {"d"}}, 100), "0:0-2 1:0-1 2:0-1 ");
  EXPECT_EQ(windows_of({{"a", "b"}, {"c"}, {"d"}}, 7), "0:0-2 1:0-1 | 2:0-1 ");
}

TEST(Batch, HasNoMoreRowsThanItMayUnlessOneWindowHas) {
  EXPECT_EQ(windows_of({{"a", "b"}, {"c"}, {"d"}}, 6), "0:0-2 | 1:0-1 2:0-1 ");
  EXPECT_EQ(windows_of({{"a", "b"}, {"c"}, {"d"}}, 3),
            "0:0-2 | 1:0-1 | 2:0-1 ");
  EXPECT_EQ(windows_of({{"c"}, std::vector<std::string>(11, "a")}, 6),
            "0:0-1 | 1:0-10 | 1:10-11 ");
}

TEST(Batch, PassesOverSentencesWithoutWords) {
  EXPECT_EQ(windows_of({}, 100), "");
  EXPECT_EQ(windows_of({{}, {"a"}, {}}, 100), "1:0-1 ");
}

TEST(Batch, CutsWhatIsTooLongForTheEncoder) {
  EXPECT_EQ(windows_of({std::vector<std::string>(10, "a")}, 100), "0:0-10 ");
  EXPECT_EQ(windows_of({std::vector<std::string>(11, "a")}, 100),
            "0:0-10 0:10-11 ");
  EXPECT_EQ(windows_of({{"aaaaaa", "bbbbbb", "c"}}, 100), "0:0-1 0:1-3 ");
}

TEST(Batch, CutsAWordThatFillsAWindow) {
  EXPECT_EQ(windows_of({{"a", std::string(50, 'b'), "c"}}, 100),
            "0:0-1 0:1-2 0:2-3 ");
}

TEST(Batch, NotesWhereWordsBeginAndTheirShapes) {
  const auto sentences = sentences_of({{"Ab", "c"}});
  const ModelFile file = ModelFile::load(random_model(1).save("batch.model"));
  const WordPieces pieces(file);
  const Batch batch = BatchReader(sentences, pieces, 12, 100).next();
  EXPECT_EQ(batch.word_rows, (std::vector<std::uint32_t>{1, 3}));
  EXPECT_EQ(batch.shapes,
            (std::vector<WordShape>{WordShape::marker, WordShape::title,
                                    WordShape::title, WordShape::lower,
                                    WordShape::marker}));
}

}  // namespace
}  // namespace demarche
