#include "extractor/jsonl.h"

#include <gtest/gtest.h>

#include "ontology/error.h"

namespace demarche {
namespace {

Record parse(const std::string& line) {
  return parse_record(line, "folder/news.jsonl", 3);
}

std::string error_of(const std::string& line) {
  try {
    parse(line);
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

TEST(Jsonl, GivesTextAndMetadata) {
  const Record record =
      parse(R"({"id":"a1","url":"https://example.org/1","title":"T",)"
            R"("published":"2023-01-12","publisher":"P","text":"They left."})");
  EXPECT_EQ(record.text, "They left.");
  EXPECT_EQ(record.metadata.id, "a1");
  EXPECT_EQ(record.metadata.url, "https://example.org/1");
  EXPECT_EQ(record.metadata.title, "T");
  EXPECT_EQ(record.metadata.published, "2023-01-12");
  EXPECT_EQ(record.metadata.publisher, "P");
}

TEST(Jsonl, IgnoresUnknownKeysAndNulls) {
  const Record record =
      parse(R"({"text":"A","topic":{"x":[1]},"title":null,"id":7})");
  EXPECT_EQ(record.metadata.title, "");
  EXPECT_EQ(record.metadata.id, "7");
}

TEST(Jsonl, SaysWhereARecordHasNoText) {
  EXPECT_EQ(error_of(R"({"id":"a"})"),
            "folder/news.jsonl:3: the record has no text");
  EXPECT_EQ(error_of(R"({"text":null})"),
            "folder/news.jsonl:3: the record has no text");
  EXPECT_EQ(error_of(R"({"text":["A"]})"),
            "folder/news.jsonl:3: 'text' is not a string");
}

TEST(Jsonl, RefusesWhatIsNoRecord) {
  EXPECT_TRUE(error_of("[1]").ends_with(":3: not a JSON object"));
  EXPECT_NE(error_of("{\"text\":").find(":3: not JSON: "), std::string::npos);
  EXPECT_LT(error_of("{\"text\":\"" + std::string(9999, 'a')).size(), 200u);
  EXPECT_NE(error_of(R"({"text":"A","url":"example.org"})"), "");
  EXPECT_NE(error_of(R"({"text":"A\u0000B"})"), "");
}

TEST(Jsonl, RepairsBrokenCharacters) {
  EXPECT_EQ(parse("{\"text\":\"caf\xC3\"}").text, "caf\uFFFD");
  EXPECT_EQ(parse(R"({"text":"\ud83d\ude00 \ud83d x \ude00"})").text,
            "😀 \uFFFD x \uFFFD");
  EXPECT_EQ(parse(R"({"text":"\\ud83d"})").text, "\\ud83d");
}

TEST(Jsonl, AcceptsAnEmptyText) { EXPECT_EQ(parse(R"({"text":""})").text, ""); }

TEST(Jsonl, SurvivesDeepNesting) {
  EXPECT_NE(error_of(std::string(100000, '[')), "");
  EXPECT_EQ(parse(R"({"text":"A","x":)" + std::string(100000, '[') +
                  std::string(100000, ']') + "}")
                .text,
            "A");
}

}  // namespace
}  // namespace demarche
