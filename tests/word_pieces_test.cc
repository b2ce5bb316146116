#include "extractor/model/word_pieces.h"

#include <gtest/gtest.h>

#include "ontology/error.h"
#include "tests/model_builder.h"

namespace demarche {
namespace {

const std::vector<std::string> vocabulary = {
    "[PAD]",  "[UNK]", "[CLS]", "[SEP]", "peace", "##keep", "##keepers",
    "pea",    "u",     "s",     ".",     "##s",   "cafe",   "-",
    "\u4e2d", "#",     "##",    "'",     "t",     "n"};

// The pieces of a word, between spaces.
std::string pieces_of(std::string_view word) {
  ModelBuilder model;
  model.add("pieces", vocabulary);
  const ModelFile file = ModelFile::load(model.save("pieces.model"));
  std::vector<PieceId> ids;
  WordPieces(file).split(word, ids);
  std::string text;
  for (const PieceId id : ids)
    text += (text.empty() ? "" : " ") + vocabulary[id];
  return text;
}

TEST(WordPieces, AreTheLongestFromTheLeft) {
  EXPECT_EQ(pieces_of("peacekeepers"), "peace ##keepers");
  EXPECT_EQ(pieces_of("peas"), "pea ##s");
  EXPECT_EQ(pieces_of("peacekeep"), "peace ##keep");
}

TEST(WordPieces, HaveNoCaseAndNoAccents) {
  EXPECT_EQ(pieces_of("PEACE"), "peace");
  EXPECT_EQ(pieces_of("CAF\u00c9S"), "cafe ##s");
  EXPECT_EQ(pieces_of("cafe\u0301"), "cafe");
}

TEST(WordPieces, EndAtPunctuation) {
  EXPECT_EQ(pieces_of("U.S."), "u . s .");
  EXPECT_EQ(pieces_of("peace-cafe"), "peace - cafe");
  EXPECT_EQ(pieces_of("n't"), "n ' t");
  EXPECT_EQ(pieces_of("##"), "# #");
  EXPECT_EQ(pieces_of("s\u4e2du"), "s \u4e2d u");
}

TEST(WordPieces, AreUnknownWhereNoneFits) {
  EXPECT_EQ(pieces_of("xyz"), "[UNK]");
  EXPECT_EQ(pieces_of("peacex"), "[UNK]");
  EXPECT_EQ(pieces_of("xyz-s"), "[UNK] - s");
  EXPECT_EQ(pieces_of(""), "[UNK]");
  EXPECT_EQ(pieces_of("\u200b"), "[UNK]");
  EXPECT_EQ(pieces_of("\xff\xfe"), "[UNK]");
  EXPECT_EQ(pieces_of(std::string(101, 's')), "[UNK]");
  EXPECT_EQ(pieces_of(std::string(1 << 20, '.')), "[UNK]");
  EXPECT_NE(pieces_of(std::string(100, 's')), "[UNK]");
}

TEST(WordPieces, NeedTheMarkers) {
  ModelBuilder model;
  model.add("pieces", {"[UNK]", "[CLS]", "word"});
  const ModelFile file = ModelFile::load(model.save("pieces.model"));
  EXPECT_THROW(WordPieces{file}, Error);
}

}  // namespace
}  // namespace demarche
