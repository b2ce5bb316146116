#include "extractor/input/warc_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "extractor/article_source.h"
#include "extractor/input/file_stream.h"
#include "extractor/input/gzip_stream.h"
#include "extractor/input/page_tree.h"
#include "tests/packing.h"
#include "tests/temporary_folder.h"

namespace demarche {
namespace {

using testing::ElementsAre;

std::string record(const std::string& type, const std::string& url,
                   const std::string& block, int too_long = 0) {
  const auto size = static_cast<int>(block.size()) + too_long;
  return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + url +
         "\r\nWARC-Record-ID: <urn:uuid:" + url.substr(url.size() - 1) +
         ">\r\nContent-Length: " + std::to_string(size) + "\r\n\r\n" + block +
         "\r\n\r\n";
}

std::string response(const std::string& headers, const std::string& body) {
  return "HTTP/1.1 200 OK\r\n" + headers + "\r\n" + body;
}

std::string page(const std::string& url, const std::string& body,
                 int too_long = 0) {
  return record("response", url, response("Content-Type: text/html\r\n", body),
                too_long);
}

/// "offset url html" of each page, and the messages without the folder.
std::vector<std::string> pages_of(const std::string& bytes,
                                  bool packed = false) {
  const TemporaryFolder folder;
  std::unique_ptr<ByteStream> stream =
      std::make_unique<FileStream>(folder.write("w", bytes));
  if (packed) stream = std::make_unique<GzipStream>(std::move(stream), "w");
  ByteReader reader(std::move(stream), "w");
  WarcReader warc(reader, "w");
  std::vector<std::string> found;
  for (;;) {
    try {
      const auto next = warc.next();
      if (!next) return found;
      found.push_back(std::to_string(warc.offset()) + " " + next->url + " " +
                      next->html);
    } catch (const Error& error) {
      found.push_back(error.what());
    }
  }
}

std::string at(std::size_t offset, const std::string& rest) {
  return std::to_string(offset) + " " + rest;
}

std::string message(std::size_t offset, const std::string& rest) {
  return "w:" + std::to_string(offset) + ": " + rest;
}

TEST(WarcReader, RepairsAddressesThatAreNotUtf8) {
  EXPECT_THAT(pages_of(page("http://x.example/\xff\xc3/a", "<p>A")),
              ElementsAre(at(0, "http://x.example/\uFFFD\uFFFD/a <p>A")));
}

TEST(WarcReader, GivesPagesAndPassesOverTheRest) {
  const std::string info = record("warcinfo", "x", "software: none\r\n");
  const std::string a = page("http://x.example/a", "<p>A");
  const std::string picture =
      record("response", "http://x.example/b",
             response("Content-Type: image/png\r\n", "\x89PNG\r\n\r\n"));
  const std::string missing = record("response", "http://x.example/c",
                                     "HTTP/1.1 404 No\r\nContent-Type: "
                                     "text/html\r\n\r\n<p>Not found");
  const std::string request =
      record("request", "http://x.example/a", "GET / HTTP/1.1\r\n\r\n");
  const std::string before = info + a + picture + missing + request;
  EXPECT_THAT(pages_of(before + page("http://x.example/d", "")),
              ElementsAre(at(info.size(), "http://x.example/a <p>A"),
                          at(before.size(), "http://x.example/d ")));
  EXPECT_THAT(pages_of(""), ElementsAre());
}

TEST(WarcReader, DecodesBodies) {
  const auto body_of = [](const std::string& headers, const std::string& body) {
    return pages_of(
        record("response", "http://x.example/a",
               response("content-type: text/html\r\n" + headers, body)));
  };
  const auto expected = ElementsAre("0 http://x.example/a <p>A long page");
  EXPECT_THAT(body_of("Transfer-Encoding: chunked\r\n",
                      "5\r\n<p>A \r\n9;x=y\r\nlong page\r\n0\r\n\r\n"),
              expected);
  EXPECT_THAT(body_of("Transfer-Encoding: chunked\r\n", "<p>A long page"),
              expected);
  EXPECT_THAT(body_of("Content-Encoding: gzip\r\n", gzip("<p>A long page")),
              expected);
  EXPECT_THAT(body_of("Content-Encoding: gzip\r\n", "<p>A long page"),
              expected);
  EXPECT_THAT(body_of("Content-Encoding: gzip\r\n", "\x1f\x8b\x08nonsense"),
              ElementsAre(message(0, "the packed body is damaged")));
  EXPECT_THAT(
      body_of("Content-Encoding: br\r\n", "\x01\x02"),
      ElementsAre(message(0, "the encoding 'br' of the body is not known")));
  EXPECT_THAT(
      body_of("Content-Encoding: gzip\r\n", gzip(std::string(80'000'000, ' '))),
      ElementsAre(
          message(0, "the body unpacks to more than 500 times its size")));
}

TEST(WarcReader, LosesOnlyTheRecordWhoseLengthIsWrong) {
  const std::string a = page("http://x.example/a", "<p>A");
  const std::string c = page("http://x.example/c", "<p>C");
  for (const int wrong : {-7, 60, 300, 100'000}) {
    const std::string b = page("http://x.example/b", "<p>B is longer", wrong);
    const auto found = pages_of(a + b + c + a);
    ASSERT_EQ(found.size(), 4u) << wrong;
    EXPECT_EQ(found[0], at(0, "http://x.example/a <p>A"));
    EXPECT_TRUE(found[1].starts_with(message(a.size(), "the "))) << found[1];
    EXPECT_EQ(found[2], at((a + b).size(), "http://x.example/c <p>C"));
    EXPECT_EQ(found[3], at((a + b + c).size(), "http://x.example/a <p>A"));
  }
}

TEST(WarcReader, SaysWhereTheFileIsCutOffOrNoWarc) {
  const std::string a = page("http://x.example/a", "<p>A");
  const std::string cut = a.substr(0, a.size() - 7);
  EXPECT_THAT(pages_of(a + cut),
              ElementsAre("0 http://x.example/a <p>A",
                          message(a.size(), "the record ends early")));
  EXPECT_THAT(pages_of("WARC/1.0\r\nWARC-Type: resp"),
              ElementsAre(message(0, "the record ends early")));
  EXPECT_THAT(pages_of("WARC/1.0\r\nContent-Length: x\r\n\r\n" + a),
              ElementsAre(message(0, "the record has no Content-Length"),
                          "31 http://x.example/a <p>A"));
  EXPECT_THAT(pages_of(std::string("x\0y\r\n", 5) + a),
              ElementsAre(message(0, "no record of WARC begins here"),
                          "5 http://x.example/a <p>A"));
}

TEST(WarcReader, LosesOnlyTheMemberThatIsDamaged) {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "word" + std::to_string(i * 7919);
  const std::string a = gzip(page("http://x.example/a", "<p>A"));
  std::string b = gzip(page("http://x.example/b", "<p>" + text));
  const std::string c = gzip(page("http://x.example/c", "<p>C"));
  for (const std::size_t damaged : {b.size() / 2, b.size() - 6, b.size() / 9}) {
    std::string bytes = a + b + c;
    bytes[a.size() + damaged] ^= 0x5a;
    const auto found = pages_of(bytes, true);
    ASSERT_GE(found.size(), 3u) << testing::PrintToString(found);
    EXPECT_EQ(found.front(), at(0, "http://x.example/a <p>A"));
    for (std::size_t i = 1; i + 1 < found.size(); ++i)
      EXPECT_TRUE(found[i].starts_with(message(a.size(), "the ")));
    EXPECT_EQ(found.back(), at((a + b).size(), "http://x.example/c <p>C"));
  }
}

TEST(WarcReader, IsReadAsArticles) {
  if (!can_parse_pages()) GTEST_SKIP() << "no libxml2";
  const TemporaryFolder folder;
  const std::string path = folder.write(
      "a.warc.gz",
      gzip(record("warcinfo", "x", "")) +
          gzip(record("response", "http://x.example/a",
                      response("Content-Type: text/html; charset=latin1\r\n",
                               "<link rel=canonical href=http://y.example/>"
                               "<p>The caf\xe9 closed.</p>"))));
  ArticleSource source(path, InputKind::detect);
  const auto reading = source.next();
  ASSERT_TRUE(reading);
  EXPECT_EQ(reading->article.text, "The café closed.\n");
  EXPECT_EQ(reading->article.iri, "http://x.example/a");
  EXPECT_EQ(reading->article.metadata.id, "urn:uuid:a");
  EXPECT_EQ(reading->article.metadata.published, "");
  EXPECT_EQ(
      source.place().substr(folder.path().size()),
      "/a.warc.gz:" + std::to_string(gzip(record("warcinfo", "x", "")).size()));
  EXPECT_FALSE(source.next());
}

}  // namespace
}  // namespace demarche
