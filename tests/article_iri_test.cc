#include "extractor/article_iri.h"

#include <gtest/gtest.h>

namespace demarche {
namespace {

TEST(IriOfUrl, IsTheUrlWhereItIsAnIri) {
  for (const char* url :
       {"https://example.org/news/1?a=b&c=d", "http://[::1]:8080/x",
        "urn:example:article-1", "https://example.org/München",
        "https://münchen.example/1", "https://example.org/a%20b"})
    EXPECT_EQ(iri_of_url(url), url);
}

TEST(IriOfUrl, EncodesWhatNoIriMayHold) {
  EXPECT_EQ(iri_of_url("https://example.org/a b<c>\"{d}|\\^`"),
            "https://example.org/a%20b%3Cc%3E%22%7Bd%7D%7C%5C%5E%60");
  EXPECT_EQ(iri_of_url("https://example.org/100%"),
            "https://example.org/100%25");
  EXPECT_EQ(iri_of_url("https://example.org/a[1]"),
            "https://example.org/a%5B1%5D");
}

TEST(IriOfUrl, LeavesTheFragmentToTheSpans) {
  EXPECT_EQ(iri_of_url("https://example.org/live#post-1"),
            "https://example.org/live%23post-1");
}

TEST(IriOfUrl, RefusesWhatIsNotAbsolute) {
  for (const char* url :
       {"", "www.example.org/1", "/news/1", "https:", "https://", "https:///x",
        "https://a b/c", "https://exa\x7fmple.org/1", "https://a<b@c.org/",
        "https://exa\nmple.org/", "https://exa\uFFFDmple.org/",
        "https://exa\uE000mple.org/", "https://example.org:port/", "1http://x"})
    EXPECT_EQ(iri_of_url(url), std::nullopt) << url;
}

TEST(IriOfContent, DependsOnIdAndText) {
  const std::string iri = iri_of_content("a", "bc");
  EXPECT_EQ(iri, iri_of_content("a", "bc"));
  EXPECT_NE(iri, iri_of_content("ab", "c"));
  EXPECT_EQ(iri.size(),
            std::string("https://w3id.org/demarche/article/").size() + 16);
}

}  // namespace
}  // namespace demarche
