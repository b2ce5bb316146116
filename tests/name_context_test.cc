#include "extractor/model/name_context.h"

#include <gtest/gtest.h>

#include "ontology/error.h"
#include "tests/analysis_builder.h"
#include "tests/model_builder.h"

namespace demarche {
namespace {

const std::vector<std::string_view> labels = {"O", "B-PER", "I-PER", "B-ORG",
                                              "I-ORG"};

NameScores zeros(const std::vector<Sentence>& sentences) {
  NameScores scores{labels.size(), {}};
  for (const Sentence& sentence : sentences)
    scores.sentences.emplace_back(sentence.words.size() * labels.size());
  return scores;
}

std::vector<Sentence> greeting() {
  return build_analysis(
             "Lena Lena PROPN 0 root\n"
             ",    ,    PUNCT 1 punct\n"
             "\n"
             "We      we     PRON  2 nsubj\n"
             "thanked thank  VERB  0 root\n"
             "Lena    Lena   PROPN 2 obj\n")
      .analysis.sentences;
}

TEST(NameContext, AddsTheWeightsOfTraits) {
  ModelBuilder model;
  model.add("name.context",
            {"any\tORG\t-0.5", "alone\tPER\t1", "common\tinside\t-2"});
  const ModelFile file = ModelFile::load(model.save("context.model"));
  NameScores scores = zeros(greeting());
  NameContext(file, labels).weigh(greeting(), scores);
  using Row = std::vector<float>;
  EXPECT_EQ(scores.sentences[0], (Row{0, 1, 1, -.5, -.5,  //
                                      0, 0, -2, -.5, -2.5}));
  EXPECT_EQ(Row(scores.row(1, 2), scores.row(1, 2) + 5),
            (Row{0, 0, 0, -.5, -.5}));
}

TEST(NameContext, TakesANameForTheSameThroughoutTheDocument) {
  ModelBuilder model;
  model.add("name.document", {1}, std::vector<float>{.6F});
  const ModelFile file = ModelFile::load(model.save("document.model"));
  NameScores scores = zeros(greeting());
  scores.row(0, 0)[1] = 4;
  NameContext(file, labels).weigh(greeting(), scores);
  EXPECT_FLOAT_EQ(scores.row(1, 2)[1], 0);
  EXPECT_FLOAT_EQ(scores.row(1, 2)[3], -.8F);
  EXPECT_FLOAT_EQ(scores.row(0, 0)[1], 4);
  EXPECT_FLOAT_EQ(scores.row(1, 1)[3], 0);
}

TEST(NameContext, RefusesTraitsThatItDoesNotKnow) {
  ModelBuilder model;
  model.add("name.context", {"purple\tPER\t1"});
  const ModelFile file = ModelFile::load(model.save("unknown.model"));
  EXPECT_THROW(NameContext(file, labels), Error);
}

}  // namespace
}  // namespace demarche
