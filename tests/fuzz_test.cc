// The fuzz targets on what is in their corpora, and on that with some bytes
// changed: whatever a campaign found stays found, and every build tries a few
// hundred inputs that nobody has thought of.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "tests/fuzz/targets.h"
#include "tests/model_builder.h"

namespace demarche {
namespace {

std::vector<std::string> corpus_of(std::string_view name) {
  std::vector<std::string> inputs;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(
           std::string(DEMARCHE_SOURCE_DIR "/tests/fuzz/corpus/").append(name)))
    files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  for (const auto& path : files) {
    std::ifstream file(path, std::ios::binary);
    inputs.emplace_back(std::istreambuf_iterator<char>(file),
                        std::istreambuf_iterator<char>());
  }
  return inputs;
}

/// The input with a few bytes changed, left out, or said again.
std::string change(std::string input, Dice& dice) {
  constexpr std::string_view odd("\0\n\r\t <>\"'\\.;@^{}()\xff\xc3\xe2\x80",
                                 23);
  for (std::uint32_t changes = 1 + dice.below(4); changes > 0; --changes) {
    if (input.empty()) return std::string(1, odd[dice.below(odd.size())]);
    const std::size_t at = dice.below(static_cast<std::uint32_t>(input.size()));
    const std::size_t length = 1 + dice.below(20);
    switch (dice.below(4)) {
      case 0:
        input[at] = odd[dice.below(odd.size())];
        break;
      case 1:
        input.erase(at, length);
        break;
      case 2:
        input.insert(at, input.substr(at, length));
        break;
      default:
        input[at] = static_cast<char>(dice.below(256));
    }
  }
  return input;
}

class Fuzz : public testing::TestWithParam<FuzzTarget> {};

TEST_P(Fuzz, KeepsItsLawsOnTheCorpusAndNearIt) {
  const FuzzTarget& target = GetParam();
  const auto corpus = corpus_of(target.name);
  ASSERT_FALSE(corpus.empty());
  Dice dice(6);
  for (const std::string& input : corpus) {
    target.run(input);
    for (int i = 0; i < 8; ++i) target.run(change(input, dice));
  }
  target.run("");
}

INSTANTIATE_TEST_SUITE_P(Targets, Fuzz,
                         testing::ValuesIn(fuzz_targets().begin(),
                                           fuzz_targets().end()),
                         [](const auto& target) {
                           return std::string(target.param.name);
                         });

}  // namespace
}  // namespace demarche
