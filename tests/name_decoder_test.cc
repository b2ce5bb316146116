#include "extractor/model/name_decoder.h"

#include <gtest/gtest.h>

#include <limits>

#include "tests/model_builder.h"

namespace demarche {
namespace {

const std::vector<std::string_view> labels = {"O", "B-PER", "I-PER", "B-GPE",
                                              "I-GPE"};

// "PER 0-2" for each name.
std::string names_of(const std::vector<float>& scores) {
  Matrix matrix(scores.size() / labels.size(), labels.size());
  matrix.values.assign(scores.begin(), scores.end());
  std::string text;
  for (const Name& name : NameDecoder::make(labels)->decode(matrix))
    text += (text.empty() ? "" : " ") + name.type + " " +
            std::to_string(name.first) + "-" + std::to_string(name.end);
  return text;
}

bool is_allowed(const std::vector<std::size_t>& path) {
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (!labels[path[i]].starts_with("I-")) continue;
    if (i == 0 || labels[path[i - 1]].size() < 3 ||
        labels[path[i - 1]].substr(2) != labels[path[i]].substr(2))
      return false;
  }
  return true;
}

double total(const Matrix& scores, const std::vector<std::size_t>& path) {
  double sum = 0;
  for (std::size_t i = 0; i < path.size(); ++i) sum += scores.row(i)[path[i]];
  return sum;
}

TEST(NameDecoder, ReadsNamesOffTheirLabels) {
  EXPECT_EQ(names_of({0, 9, 0, 0, 0,  //
                      0, 0, 9, 0, 0,  //
                      9, 0, 0, 0, 0,  //
                      0, 0, 0, 9, 0,  //
                      0, 0, 0, 9, 0}),
            "PER 0-2 GPE 3-4 GPE 4-5");
  EXPECT_EQ(names_of({}), "");
}

TEST(NameDecoder, ContinuesNoNameThatHasNotBegun) {
  EXPECT_EQ(names_of({1, 0, 9, 0, 0}), "");
  EXPECT_EQ(names_of({9, 8, 0, 0, 0,  //
                      0, 0, 5, 0, 0}),
            "PER 0-2");
}

TEST(NameDecoder, TakesTheBestAllowedPath) {
  Dice dice(2);
  const NameDecoder decoder = *NameDecoder::make(labels);
  for (int round = 0; round < 50; ++round) {
    Matrix scores(1 + dice.below(4), labels.size());
    std::ranges::copy(dice.reals(scores.values.size()), scores.values.begin());
    const std::vector<std::size_t> found = decoder.best_path(scores);
    ASSERT_TRUE(is_allowed(found));
    std::vector<std::size_t> path(scores.rows, 0);
    for (std::size_t i = 0; i < path.size();) {
      if (is_allowed(path)) {
        EXPECT_LE(total(scores, path), total(scores, found) + 1e-5);
      }
      for (i = 0; i < path.size() && ++path[i] == labels.size(); ++i)
        path[i] = 0;
    }
  }
}

TEST(NameDecoder, SurvivesScoresThatAreNoNumbers) {
  names_of(std::vector<float>(50, std::numeric_limits<float>::quiet_NaN()));
  names_of(std::vector<float>(50, std::numeric_limits<float>::infinity()));
}

TEST(NameDecoder, NeedsLabelsOfItsKind) {
  EXPECT_FALSE(NameDecoder::make({}));
  EXPECT_FALSE(NameDecoder::make({"B-PER", "I-PER"}));
  EXPECT_FALSE(NameDecoder::make({"O", "PER"}));
  EXPECT_FALSE(NameDecoder::make({"O", "B-"}));
}

}  // namespace
}  // namespace demarche
