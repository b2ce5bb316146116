// Runs the specification, tests/cases/*.txt, with the shipped model.

#include <gtest/gtest.h>

#include <map>

#include "extractor/article_reader.h"
#include "extractor/extractor.h"
#include "tests/case_file.h"
#include "tests/shipped.h"

namespace demarche {
namespace {

const std::string folder = DEMARCHE_SOURCE_DIR "/tests/cases";

Extraction extract(const std::string& sentence) {
  Metadata metadata;
  metadata.id = "case";
  metadata.published = "2023-01-12";
  return shipped_extractor().extract(
      read_article(sentence, metadata, ArticleForm::detect).article);
}

std::string problems(const Case& one) {
  return find_problems(one.expectations, extract(one.sentence),
                       shipped_extractor().ontology());
}

class Cases : public testing::TestWithParam<Case> {};

TEST_P(Cases, AreReadAsTheySay) {
  const std::string found = problems(GetParam());
  if (GetParam().fails)
    EXPECT_NE(found, "") << GetParam().file << " passes now; remove 'fails'";
  else
    EXPECT_EQ(found, "") << GetParam().file << ": " << GetParam().sentence;
}

std::string test_name(const testing::TestParamInfo<Case>& info) {
  std::string name = info.param.file;
  for (char& c : name)
    if (c == '.' || c == ':') c = '_';
  return name;
}

INSTANTIATE_TEST_SUITE_P(Files, Cases, testing::ValuesIn(load_cases(folder)),
                         test_name);

TEST(CaseFiles, HoldEnoughOfEverything) {
  const auto cases = load_cases(folder);
  std::size_t negated = 0;
  for (const Case& one : cases)
    for (const Expectation& expectation : one.expectations)
      negated += expectation.negated;
  EXPECT_GE(cases.size(), 120u);
  EXPECT_GE(negated, 50u);
}

}  // namespace
}  // namespace demarche
