#include "extractor/article_source.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "ontology/error.h"
#include "tests/temporary_folder.h"

namespace demarche {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

/// The texts of a file's articles, and the messages of those without one.
std::vector<std::string> articles_of(const std::string& path,
                                     InputKind kind = InputKind::detect,
                                     const Metadata& given = {}) {
  std::vector<std::string> texts;
  ArticleSource source(path, kind, given);
  for (;;) {
    try {
      const auto reading = source.next();
      if (!reading) return texts;
      texts.push_back(reading->article.metadata.id + ": " +
                      reading->article.text);
    } catch (const Error& error) {
      texts.push_back(error.what());
    }
  }
}

TEST(ArticleSource, ReadsATextFileAsOneArticle) {
  const TemporaryFolder folder;
  const std::string path = folder.write("a.txt", "\n\nThey left.\nAll.\n");
  EXPECT_THAT(articles_of(path), ElementsAre("a.txt: \n\nThey left.\nAll.\n"));
}

TEST(ArticleSource, ReadsRecordsAndGoesOnAfterABadOne) {
  const TemporaryFolder folder;
  const std::string path = folder.write(
      "a.jsonl",
      "\xef\xbb\xbf\n{\"id\":\"1\",\"text\":\"A\"}\r\n{\"id\":\"2\"}\n\n"
      "{\"id\":\"3\",\"text\":\"C\"}");
  EXPECT_THAT(articles_of(path),
              ElementsAre("1: A", path + ":3: the record has no text", "3: C"));
}

TEST(ArticleSource, TakesABraceForARecordOnlyBeforeAKey) {
  const TemporaryFolder folder;
  EXPECT_THAT(articles_of(folder.write("a.txt", "{sic} They left.")),
              ElementsAre("a.txt: {sic} They left."));
  EXPECT_THAT(
      articles_of(folder.write("b.txt", "{\"text\":\"A\"}"), InputKind::text),
      ElementsAre("b.txt: {\"text\":\"A\"}"));
}

TEST(ArticleSource, LetsWhatIsGivenReplaceTheRecord) {
  const TemporaryFolder folder;
  const std::string path = folder.write(
      "a.jsonl", "{\"text\":\"A\",\"title\":\"T\",\"publisher\":\"P\"}\n");
  Metadata given;
  given.publisher = "Q";
  ArticleSource source(path, InputKind::detect, given);
  const Metadata metadata = source.next()->article.metadata;
  EXPECT_EQ(metadata.title, "T");
  EXPECT_EQ(metadata.publisher, "Q");
}

TEST(ArticleSource, SaysWhyAFileCannotBeRead) {
  const TemporaryFolder folder;
  const auto error_of = [](const std::string& path) -> std::string {
    try {
      ArticleSource(path, InputKind::detect).next();
    } catch (const Error& error) {
      return error.what();
    }
    return "";
  };
  const std::string missing = folder.path() + "/missing.txt";
  EXPECT_EQ(error_of(missing), missing + ": No such file or directory");
  EXPECT_EQ(error_of(folder.path()), folder.path() + ": is a directory");
  const std::string binary = folder.write("a.bin", std::string("a\0b", 3));
  EXPECT_THAT(error_of(binary), HasSubstr("NUL bytes"));
}

TEST(ArticleSource, ReadsAnEmptyFileAsAnEmptyArticle) {
  const TemporaryFolder folder;
  EXPECT_THAT(articles_of(folder.write("a.txt", "")), ElementsAre("a.txt: "));
}

}  // namespace
}  // namespace demarche
