#include "extractor/article_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace demarche {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(ArticleReader, KeepsTheTextButForBomAndBrokenBytes) {
  const Reading reading = read_article("\xef\xbb\xbf They\r\nleft\xff.\n", {});
  EXPECT_EQ(reading.article.text, " They\r\nleft\uFFFD.\n");
  EXPECT_THAT(reading.warnings,
              ElementsAre("1 sequence of broken UTF-8 replaced by U+FFFD"));
}

TEST(ArticleReader, NamesAnArticleByItsUrl) {
  Metadata metadata;
  metadata.url = "https://example.org/a b";
  EXPECT_EQ(read_article("They left.", metadata).article.iri,
            "https://example.org/a%20b");
}

TEST(ArticleReader, RepairsWhatIsSaidOfTheArticle) {
  const Reading reading = read_article(
      "They left.", {"a\xff.txt", "https:/\xe2\x82/1", "T\xc3", "", "\xf0P"});
  EXPECT_EQ(reading.article.iri, "https:/%EF%BF%BD/1");
  EXPECT_EQ(reading.article.metadata.id, "a\uFFFD.txt");
  EXPECT_EQ(reading.article.metadata.title, "T\uFFFD");
  EXPECT_EQ(reading.article.metadata.publisher, "\uFFFDP");
  EXPECT_THAT(reading.warnings,
              ElementsAre("4 sequences of broken UTF-8 replaced by U+FFFD"));
}

TEST(ArticleReader, NamesAnArticleWithoutUrlByItsContent) {
  Metadata metadata;
  metadata.id = "a";
  const auto iri = [&](const char* text) {
    return read_article(text, metadata).article.iri;
  };
  EXPECT_EQ(iri("They left."), iri("They left."));
  EXPECT_NE(iri("They left."), iri("They stayed."));
}

TEST(ArticleReader, TakesAnEmptyArticleWithAWarning) {
  for (const char* text : {"", " \r\n\t\u2003\n"}) {
    const Reading reading = read_article(text, {});
    EXPECT_THAT(reading.article.passages, IsEmpty());
    EXPECT_THAT(reading.warnings, ElementsAre("the article is empty"));
  }
}

TEST(ArticleReader, WarnsOfAnEndlessWordAndOfDeepNesting) {
  EXPECT_THAT(read_article(std::string(20000, 'a'), {}).warnings,
              ElementsAre("one word is 20000 bytes long"));
  std::string nested;
  for (int i = 0; i < 5000; ++i) nested += "( ";
  EXPECT_THAT(read_article(nested, {}).warnings,
              ElementsAre("brackets are nested 5000 deep"));
}

TEST(ArticleReader, LeavesOutADateThatIsNone) {
  Metadata metadata;
  metadata.published = "last Friday";
  const Reading reading = read_article("They left.", metadata);
  EXPECT_EQ(reading.article.metadata.published, "");
  EXPECT_THAT(reading.warnings, ElementsAre(HasSubstr("'last Friday'")));
}

}  // namespace
}  // namespace demarche
