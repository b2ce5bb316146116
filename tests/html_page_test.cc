#include "extractor/input/html_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "extractor/input/page_metadata.h"
#include "extractor/input/page_tree.h"

namespace demarche {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

std::string bytes_of(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::string text_of_page(const std::string& html) {
  return read_page(html).record.text;
}

class HtmlPageTest : public testing::Test {
 protected:
  void SetUp() override {
    if (!can_parse_pages()) GTEST_SKIP() << "no libxml2";
  }
};

// tests/pages/X.html is a page with the usual clutter, X.txt what is read of
// it.
TEST_F(HtmlPageTest, GivesTheStoriesOfPagesAndNothingElse) {
  int count = 0;
  for (const auto& entry :
       fs::directory_iterator(fs::path(DEMARCHE_SOURCE_DIR) / "tests/pages")) {
    if (entry.path().extension() != ".html") continue;
    const Record record = read_page(bytes_of(entry.path())).record;
    const Metadata& metadata = record.metadata;
    EXPECT_EQ("url: " + metadata.url + "\ntitle: " + metadata.title +
                  "\npublished: " + metadata.published +
                  "\npublisher: " + metadata.publisher + "\n\n" + record.text,
              bytes_of(fs::path(entry.path()).replace_extension(".txt")))
        << entry.path();
    ++count;
  }
  EXPECT_GE(count, 4);
}

TEST_F(HtmlPageTest, ReadsTheShortestPages) {
  EXPECT_EQ(text_of_page(""), "");
  EXPECT_EQ(text_of_page("<html></html>"), "");
  EXPECT_EQ(text_of_page("<p>They left."), "They left.\n");
  EXPECT_EQ(text_of_page("They left."), "They left.\n");
  EXPECT_EQ(text_of_page("<h1>Talks end</h1><p>They left.</p>"),
            "Talks end\n\nThey left.\n");
}

TEST_F(HtmlPageTest, TakesNoWordFromScripts) {
  EXPECT_EQ(text_of_page("<p>A.</p><script>x='</script'+'>';y='<p>B.</p>'"
                         "</script><p>C.</p>"),
            "A.\n\nC.\n");
  EXPECT_EQ(text_of_page("<p>A.</p><!-- <p>B.</p> --><style><p>B.</style>"),
            "A.\n");
  EXPECT_EQ(text_of_page("<p>A.</p><script>while (1) { '<p>B.'"), "A.\n");
}

TEST_F(HtmlPageTest, ReadsEntitiesAndWhiteSpace) {
  EXPECT_EQ(text_of_page("<p>A&amp;B&nbsp;&lt;C&gt; \n D&#8217;s &#146;&eacute;"
                         "&shy;x&nosuch; &#xD800;&#0;y</p>"),
            "A&B <C> D’s ’éx&nosuch; y\n");
  EXPECT_EQ(text_of_page("<p>A<b>B</b> <i>C</i><br>D<br><br>E</p>"),
            "AB C\nD\n\nE\n");
}

TEST_F(HtmlPageTest, ReadsTheCharsetThatAPageDeclares) {
  const std::string latin = "<p>caf\xe9 \x93quoted\x94</p>";
  EXPECT_EQ(text_of_page("<meta charset=windows-1252>" + latin),
            "café “quoted”\n");
  EXPECT_EQ(read_page(latin, "ISO-8859-1").record.text, "café “quoted”\n");
  EXPECT_EQ(text_of_page(latin), "caf\uFFFD \uFFFDquoted\uFFFD\n");
  EXPECT_EQ(read_page(latin).warnings.size(), 1u);
  EXPECT_EQ(text_of_page("<meta charset=latin1><p>café</p>"), "café\n");
  const std::string utf16 = {"\xff\xfe<\0p\0>\0\xe9\0\x3d\xd8\x00\xde", 14};
  EXPECT_EQ(text_of_page(utf16), "é😀\n");
  EXPECT_EQ(text_of_page(std::string("<p>A\0B</p>", 10)), "A B\n");
}

TEST_F(HtmlPageTest, FindsMetadataInOtherPlaces) {
  const auto metadata_of = [](const std::string& head) {
    return read_page("<head>" + head + "</head><p>They left.</p>")
        .record.metadata;
  };
  EXPECT_EQ(metadata_of("<script type='application/ld+json'>[{\"@type\":"
                        "\"Organization\"},{\"@type\":\"ReportageNewsArticle\","
                        "\"headline\":\"Q&amp;A\n on fees\","
                        "\"publisher\":[{\"name\":\"P\"}]}]</script>")
                .title,
            "Q&A on fees");
  EXPECT_EQ(metadata_of("<script type='application/ld+json'>{oops</script>"
                        "<meta name='pubdate' content='20230112'>")
                .published,
            "2023-01-12");
  EXPECT_EQ(
      metadata_of("<link rel=canonical href='/relative'>"
                  "<meta property='og:url' content='https://x.example/1'>")
          .url,
      "https://x.example/1");
  EXPECT_EQ(metadata_of("<link rel=canonical href='javascript:alert(1)'>").url,
            "");
}

TEST_F(HtmlPageTest, ReadsTheDatesOfPages) {
  EXPECT_EQ(iso_date_of("2023-01-12T08:30:00.000Z"),
            "2023-01-12T08:30:00.000Z");
  EXPECT_EQ(iso_date_of("2023-01-12 08:30:00"), "2023-01-12T08:30:00");
  EXPECT_EQ(iso_date_of("2023-01-12T08:30+0100"), "2023-01-12T08:30:00+01:00");
  EXPECT_EQ(iso_date_of("2023-01-12T08:30Z"), "2023-01-12T08:30:00Z");
  EXPECT_EQ(iso_date_of("2023/01/12"), "2023-01-12");
  EXPECT_EQ(iso_date_of("Thu, 12 Jan 2023 08:30:00 GMT"), "2023-01-12");
  EXPECT_EQ(iso_date_of("Published January 2, 2023"), "2023-01-02");
  EXPECT_EQ(iso_date_of("31 February 2023"), "");
  EXPECT_EQ(iso_date_of("3 hours ago"), "");
}

/// The seconds that a page takes.
double seconds_for(const std::string& html) {
  const auto begin = std::chrono::steady_clock::now();
  read_page(html);
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin)
      .count();
}

std::string repeat(const std::string& text, std::size_t times) {
  std::string result;
  for (std::size_t i = 0; i < times; ++i) result += text;
  return result;
}

TEST_F(HtmlPageTest, SurvivesEndlessTags) {
  constexpr std::size_t many = 100'000;
  EXPECT_THAT(text_of_page(repeat("<div>", many) + "<p>They left.</p>" +
                           repeat("</div>", many)),
              HasSubstr("They left."));
  EXPECT_THAT(text_of_page(repeat("<b><p>", many) + "They left."),
              HasSubstr("They left."));
  std::string attributes = "<p ";
  for (std::size_t i = 0; i < many; ++i)
    attributes += "a" + std::to_string(i) + "=1 ";
  EXPECT_EQ(text_of_page(attributes + ">They left.</p>"), "They left.\n");
  for (const char* part :
       {"<div>", "</b>", "<", "&", "<!--", "<p class=\"", "<script>", "</s",
        "<table><tr><td>", "<ul><li>", "<blockquote>", "<q>", "<br>", "<a>x",
        "<h1>x", "<![CDATA[", "<?x", "<title>", "<meta charset=utf-8>"})
    EXPECT_LT(
        seconds_for("<p>A</p>" + repeat("<div>", many) + repeat(part, many)),
        20)
        << part;
}

}  // namespace
}  // namespace demarche
