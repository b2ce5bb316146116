#include "graphs/merge_lines.h"

#include <gtest/gtest.h>

#include <random>
#include <set>

#include "ontology/error.h"
#include "tests/temporary_folder.h"

namespace demarche {
namespace {

std::string joined(const std::set<std::string>& lines) {
  std::string text;
  for (const auto& line : lines) text += line;
  return text;
}

std::string merged(const std::vector<std::string>& files,
                   const std::string& text, std::size_t most) {
  std::string bytes;
  merge_lines(
      files, text, [&](auto line) { bytes += line; }, most);
  return bytes;
}

TEST(MergeLines, AreTheSortedLinesOfAllEachOnceHoweverManyAtATime) {
  const TemporaryFolder folder;
  std::mt19937 random(3);
  std::set<std::string> all;
  std::vector<std::string> files;
  const auto some_lines = [&] {
    std::set<std::string> lines;
    for (int i = random() % 6; i > 0; --i)
      lines.insert("<urn:" + std::to_string(random() % 40) + ">\n");
    all.insert(lines.begin(), lines.end());
    return joined(lines);
  };
  for (int i = 0; i < 25; ++i)
    files.push_back(folder.write(std::to_string(i), some_lines()));
  const std::string text = some_lines();
  for (const std::size_t most : {1, 2, 7, 24, 25, 1000})
    EXPECT_EQ(merged(files, text, most), joined(all)) << most;
  EXPECT_EQ(merged({}, text, 1), text);
  EXPECT_EQ(merged({}, "", 1), "");
  files.push_back(folder.path() + "/none");
  EXPECT_THROW(merged(files, text, 3), Error);
}

TEST(TakeLine, GivesLinesWithTheirEnds) {
  std::string_view text = "a\n\nb";
  EXPECT_EQ(take_line(text), "a\n");
  EXPECT_EQ(take_line(text), "\n");
  EXPECT_EQ(take_line(text), "b");
  EXPECT_EQ(take_line(text), "");
}

}  // namespace
}  // namespace demarche
