// extractor/seen_articles: what was read is known again.

#include "extractor/seen_articles.h"

#include <gtest/gtest.h>

#include <string>

namespace demarche {
namespace {

Article article(const std::string& iri, const std::string& text) {
  Article made;
  made.iri = iri;
  made.text = text;
  return made;
}

TEST(SeenArticles, KnowAnArticleByIriAndText) {
  using Answer = SeenArticles::Answer;
  SeenArticles seen;
  EXPECT_EQ(seen.add(article("http://a/1", "One.")), Answer::is_new);
  EXPECT_EQ(seen.add(article("http://a/1", "One.")), Answer::is_same);
  EXPECT_EQ(seen.add(article("http://a/1", "Two.")), Answer::differs);
  EXPECT_EQ(seen.add(article("http://a/1", "One.")), Answer::is_same);
  EXPECT_EQ(seen.add(article("http://a/2", "One.")), Answer::is_new);
  EXPECT_EQ(seen.size(), 2U);
}

TEST(SeenArticles, ForgetNoneWhenTheirTableGrows) {
  SeenArticles seen;
  for (int round = 0; round < 2; ++round)
    for (int i = 0; i < 5000; ++i) {
      const auto number = std::to_string(i);
      EXPECT_EQ(seen.add(article("http://a/" + number, "Text " + number)),
                round == 0 ? SeenArticles::Answer::is_new
                           : SeenArticles::Answer::is_same);
    }
  EXPECT_EQ(seen.size(), 5000U);
}

}  // namespace
}  // namespace demarche
