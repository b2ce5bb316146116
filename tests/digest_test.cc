#include "extractor/digest.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "extractor/article_reader.h"

namespace demarche {
namespace {

using testing::ElementsAre;

constexpr std::string_view ferry_digest =
    "Ferry Talks Collapse in Split\n"
    "Two ministers left the talks on Friday.\n"
    "Facts\n"
    "- Two ministers left the talks on Friday.\n"
    "- Nobody signed. [AFP]\n"
    "Sources: Morning Sun, AFP and the Evening Star.\n"
    "Narratives\n"
    "- Pro-Croatia narrative, as provided by Morning Sun. Others broke it.\n"
    "- Anti-Croatia narrative, as provided by Evening Star.\n"
    "Croatia broke it.\n"
    "It always does.\n";

std::vector<std::string> passages_of(const Article& article) {
  std::vector<std::string> printed;
  for (const Passage& passage : article.passages)
    printed.push_back(std::string(name_of(passage.kind)) + ": " +
                      std::string(slice(article.text, passage.span)));
  return printed;
}

std::vector<std::string> names_of(const Article& article) {
  std::vector<std::string> names;
  for (const Span source : article.sources)
    names.emplace_back(slice(article.text, source));
  return names;
}

Article read(std::string_view text, ArticleForm form = ArticleForm::detect) {
  return read_article(std::string(text), {}, form).article;
}

TEST(Digest, IsDividedIntoItsSections) {
  const Article article = read(ferry_digest);
  EXPECT_TRUE(article.is_digest);
  EXPECT_THAT(
      passages_of(article),
      ElementsAre(
          "headline: Ferry Talks Collapse in Split",
          "paragraph: Two ministers left the talks on Friday.",
          "heading: Facts", "fact: Two ministers left the talks on Friday.",
          "fact: Nobody signed.", "credit: [AFP]",
          "source_line: Sources: Morning Sun, AFP and the Evening Star.",
          "heading: Narratives",
          "heading: Pro-Croatia narrative, as provided by Morning Sun.",
          "narrative: Others broke it.",
          "heading: Anti-Croatia narrative, as provided by Evening Star.",
          "narrative: Croatia broke it.", "narrative: It always does."));
}

TEST(Digest, NamesItsSources) {
  EXPECT_THAT(names_of(read(ferry_digest)),
              ElementsAre("Morning Sun", "AFP", "Evening Star"));
}

TEST(Digest, KeepsItsNarrativesWithTheirPassages) {
  const Article article = read(ferry_digest);
  ASSERT_EQ(article.narratives.size(), 2u);
  EXPECT_EQ(slice(article.text, article.narratives[1].body),
            "Croatia broke it.\nIt always does.");
  EXPECT_EQ(article.passages.back().narrative, 1u);
  EXPECT_EQ(article.passages[3].narrative, std::nullopt);
}

TEST(Digest, MayListItsSourcesUnderATitle) {
  const Article article = read(
      "Talks Fail\nThe Facts:\n• They left.\nSOURCES\n• AFP\n• Morning Sun\n");
  EXPECT_TRUE(article.is_digest);
  EXPECT_THAT(names_of(article), ElementsAre("AFP", "Morning Sun"));
}

TEST(Digest, IsNotAnArticleWithABulletOrASource) {
  EXPECT_FALSE(read("Talks fail\n\nThey left.\n- One.\nSource: AFP").is_digest);
  EXPECT_FALSE(read("Talks fail\n\nThey left.\n\nFacts\n\nWho?").is_digest);
}

TEST(Digest, CanBeForcedAndForbidden) {
  EXPECT_FALSE(read(ferry_digest, ArticleForm::plain).is_digest);
  const Article article = read("They left.", ArticleForm::digest);
  EXPECT_TRUE(article.is_digest);
  EXPECT_THAT(passages_of(article), ElementsAre("paragraph: They left."));
}

TEST(Digest, SplitsListsOfNames) {
  const auto split = [](std::string_view text) {
    std::vector<std::string> names;
    for (const Span name :
         split_names(text, {0, static_cast<std::uint32_t>(text.size())}))
      names.emplace_back(slice(text, name));
    return names;
  };
  EXPECT_THAT(split("A, B, and C"), ElementsAre("A", "B", "C"));
  EXPECT_THAT(split("The Sun; the Moon (LR: 2)"), ElementsAre("Sun", "Moon"));
  EXPECT_THAT(split("A and B"), ElementsAre("A", "B"));
  EXPECT_THAT(split("Sun and Moon Daily, AFP"),
              ElementsAre("Sun and Moon Daily", "AFP"));
  EXPECT_TRUE(split(" , ").empty());
}

}  // namespace
}  // namespace demarche
