#include "ontology/text_map.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace demarche {
namespace {

TEST(TextMap, FindsNothingWhereNothingIs) {
  const TextMap<int> map;
  EXPECT_TRUE(map.empty());
  EXPECT_EQ(map.find(""), nullptr);
  EXPECT_FALSE(map.contains("word"));
}

TEST(TextMap, KeepsTheFirstValueOfATextTheEmptyOneToo) {
  TextMap<int> map(2);
  map.emplace("", 1);
  map.emplace("word", 2);
  map.emplace("word", 3);
  ASSERT_NE(map.find(""), nullptr);
  EXPECT_EQ(*map.find(""), 1);
  ASSERT_NE(map.find("word"), nullptr);
  EXPECT_EQ(*map.find("word"), 2);
  EXPECT_FALSE(map.contains("wor"));
}

TEST(TextMap, GrowsBeyondWhatWasExpected) {
  std::vector<std::string> texts;
  for (int i = 0; i < 10000; ++i) texts.push_back(std::to_string(i));
  TextMap<int> map;
  for (int i = 0; i < 10000; ++i)
    map.emplace(texts[static_cast<std::size_t>(i)], i);
  for (int i = 0; i < 10000; ++i) {
    const int* found = map.find(std::to_string(i));
    ASSERT_NE(found, nullptr);
    EXPECT_EQ(*found, i);
  }
  EXPECT_FALSE(map.contains("10000"));
}

}  // namespace
}  // namespace demarche
