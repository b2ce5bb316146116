// Reads the articles of examples/ as a whole, with the shipped model; what
// must stand in each, and what must not, is in tests/articles/.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "extractor/article_reader.h"
#include "tests/case_file.h"
#include "tests/shipped.h"

namespace demarche {
namespace {

namespace fs = std::filesystem;

const fs::path source_folder = DEMARCHE_SOURCE_DIR;

std::vector<std::string> article_names() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(source_folder / "examples"))
    if (entry.path().extension() == ".txt" && entry.path().stem() != "README")
      names.push_back(entry.path().stem());
  std::sort(names.begin(), names.end());
  return names;
}

Extraction extract(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  Metadata metadata;
  metadata.id = path.filename();
  metadata.published = "2023-01-12";
  return shipped_extractor().extract(
      read_article(text.str(), metadata, ArticleForm::detect).article);
}

class Articles : public testing::TestWithParam<std::string> {};

TEST_P(Articles, SayWhatTheyMustAndNoMore) {
  const auto expectations = load_expectations(source_folder / "tests/articles" /
                                              (GetParam() + ".txt"));
  EXPECT_GE(expectations.size(), 10u);
  EXPECT_EQ(
      find_problems(expectations,
                    extract(source_folder / "examples" / (GetParam() + ".txt")),
                    shipped_extractor().ontology()),
      "");
}

INSTANTIATE_TEST_SUITE_P(Examples, Articles, testing::ValuesIn(article_names()),
                         [](const auto& info) { return info.param; });

}  // namespace
}  // namespace demarche
