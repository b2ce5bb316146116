#include "extractor/article_source.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "ontology/error.h"
#include "tests/packing.h"
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

TEST(ArticleSource, NamesARecordWithoutIdByItsPlace) {
  const TemporaryFolder folder;
  const std::string path = folder.write("a.jsonl", "\n{\"text\":\"A\"}\n");
  EXPECT_THAT(articles_of(path), ElementsAre("a.jsonl:2: A"));
}

// So that it does not matter for an article's IRI how it was handed over.
TEST(ArticleSource, ReadsTheSameHoweverItIsPacked) {
  if (!can_open_archives()) GTEST_SKIP() << "no libarchive";
  const TemporaryFolder folder;
  const std::string lines = "{\"text\":\"A\"}\n{\"id\":\"2\",\"text\":\"B\"}\n";
  const auto expected = ElementsAre("a.jsonl:1: A", "2: B", "c.txt: C");
  folder.write("in/a.jsonl.gz", gzip(lines));
  folder.write("in/b/c.txt.xz", pack("C", "xz"));
  EXPECT_THAT(articles_of(folder.path() + "/in"), expected);
  const Members members = {{"x/a.jsonl", lines}, {"c.txt", "C"}};
  EXPECT_THAT(articles_of(folder.write("d.tar.gz", gzip(tar(members)))),
              expected);
  EXPECT_THAT(articles_of(folder.write("d.zip", zip(members))), expected);
}

TEST(ArticleSource, KeepsTheLinesBeforeTheEndOfATruncatedFile) {
  const TemporaryFolder folder;
  const std::string line = "{\"id\":\"1\",\"text\":\"A\"}\n";
  const std::string packed = gzip(line + "{\"text\":\"cut off\"}");
  const std::string path =
      folder.write("a.jsonl.gz", packed.substr(0, packed.size() - 9));
  EXPECT_THAT(articles_of(path),
              ElementsAre("1: A", HasSubstr("a.jsonl.gz:0: the gzip data")));
}

TEST(ArticleSource, ReadsALineOfTenMegabytes) {
  const TemporaryFolder folder;
  const std::string text(10'000'000, 'a');
  const auto articles = articles_of(folder.write(
      "a.jsonl", "{\"id\":\"1\",\"text\":\"" + text + "\"}\n{\"text\":\"B\"}"));
  ASSERT_EQ(articles.size(), 2u);
  EXPECT_EQ(articles[0].size(), text.size() + 3);
  EXPECT_EQ(articles[1], "a.jsonl:2: B");
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
  const std::string binary = folder.write("a.bin", std::string("a\0b", 3));
  EXPECT_THAT(error_of(binary), HasSubstr("NUL bytes"));
}

TEST(ArticleSource, ReadsAnEmptyFileAsAnEmptyArticle) {
  const TemporaryFolder folder;
  EXPECT_THAT(articles_of(folder.write("a.txt", "")), ElementsAre("a.txt: "));
}

}  // namespace
}  // namespace demarche
