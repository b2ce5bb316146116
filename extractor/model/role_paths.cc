#include "extractor/model/role_paths.h"

#include <algorithm>
#include <functional>

#include "extractor/model/code_points.h"

namespace demarche {
namespace {

constexpr std::size_t longest_path = 2;
constexpr std::size_t farthest = 6;

/// The word and those above it.
std::vector<WordIndex> way_up(const Sentence& sentence, WordIndex word) {
  std::vector<WordIndex> way;
  for (; word != no_word && way.size() < sentence.words.size();
       word = sentence.words[word].head)
    way.push_back(word);
  return way;
}

std::string_view base_of(std::string_view relation) {
  return relation.substr(0, relation.find(':'));
}

/// The lemma of the preposition or conjunction of a word.
std::string marker_of(const Sentence& sentence, WordIndex word) {
  for (const Word& other : sentence.words) {
    const std::string_view relation = base_of(other.relation);
    if (other.head == word && (relation == "case" || relation == "mark"))
      return lower(other.lemma);
  }
  return {};
}

/// An arc, with the preposition of what hangs on the predicate by one.
std::string habit_key(const Sentence& sentence, WordIndex word,
                      const std::string& path) {
  const std::string_view relation = base_of(path);
  if (relation != "obl" && relation != "nmod") return path;
  const std::string marker = marker_of(sentence, word);
  return marker.empty() ? path : path + '+' + marker;
}

/// Tenths: A is 0, B and C are 1 and 2, b and c -1 and -2.
float value_of(char letter) {
  if (letter >= 'a' && letter <= 'z')
    return static_cast<float>('a' - letter) / 10;
  return static_cast<float>(letter - 'A') / 10;
}

bool is_letter(char character) {
  return (character >= 'a' && character <= 'z') ||
         (character >= 'A' && character <= 'Z');
}

/// The number of a label: A to Z, then a to z.
std::size_t label_of(char letter) {
  return static_cast<std::size_t>(letter >= 'a' ? letter - 'a' + 26
                                                : letter - 'A');
}

TextMap<std::string_view> read_map(const ModelFile& file,
                                   const std::string& name) {
  if (!file.contains(name)) return TextMap<std::string_view>();
  const std::vector<std::string_view> lines = file.lines(name);
  TextMap<std::string_view> found(lines.size());
  for (const std::string_view line : lines) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos)
      file.refuse(name + ": " + std::string(line));
    found.emplace(line.substr(0, tab), line.substr(tab + 1));
  }
  return found;
}

/// The text that stands for `key` among words "key=text".
std::string_view find_word(std::string_view words, std::string_view key) {
  while (!words.empty()) {
    const std::string_view word = words.substr(0, words.find(' '));
    if (word.starts_with(key) && word.size() > key.size() &&
        word[key.size()] == '=')
      return word.substr(key.size() + 1);
    words.remove_prefix(std::min(words.size(), word.size() + 1));
  }
  return {};
}

}  // namespace

std::string path_between(const Sentence& sentence, WordIndex predicate,
                         WordIndex word) {
  const std::vector<WordIndex> above = way_up(sentence, predicate);
  const std::vector<WordIndex> way = way_up(sentence, word);
  const auto meeting = std::ranges::find_first_of(way, above);
  if (meeting == way.end()) return std::to_string(farthest);
  const auto down = static_cast<std::size_t>(meeting - way.begin());
  const auto up = static_cast<std::size_t>(std::ranges::find(above, *meeting) -
                                           above.begin());
  if (up + down > longest_path)
    return std::to_string(std::min(up + down, farthest));
  std::string path;
  for (std::size_t i = 0; i < up; ++i)
    path += (path.empty() ? "^" : "/^") + sentence.words[above[i]].relation;
  for (std::size_t i = down; i-- > 0;)
    path += (path.empty() ? "" : "/") + sentence.words[way[i]].relation;
  return path;
}

RolePaths::RolePaths(const ModelFile& file, std::size_t labels)
    : paths_(read_map(file, "role.paths")),
      habits_(read_map(file, "role.habits")) {
  for (const auto& [path, letters] : paths_.entries())
    if (letters.size() != labels || !std::ranges::all_of(letters, is_letter))
      file.refuse("role.paths: not a letter for each role: " +
                  std::string(path));
}

void RolePaths::weigh(const Sentence& sentence, WordIndex predicate,
                      WordIndex word, std::string_view roleset,
                      std::vector<float>& scores) const {
  if (paths_.empty()) return;
  const std::string path = path_between(sentence, predicate, word);
  const char side = word < predicate ? '<' : word > predicate ? '>' : '=';
  const std::string_view* letters = paths_.find(side + path);
  const bool is_long = path.find('/') != std::string::npos;
  if (letters == nullptr)
    letters = paths_.find(std::string(1, side) + (is_long ? '2' : '1'));
  if (letters != nullptr)
    for (std::size_t i = 0; i < scores.size(); ++i)
      scores[i] += value_of((*letters)[i]);
  const bool is_arc =
      word != predicate && !is_long && !(path[0] >= '0' && path[0] <= '9');
  if (is_arc) weigh_habit(habit_key(sentence, word, path), roleset, scores);
}

void RolePaths::weigh_habit(std::string_view key, std::string_view roleset,
                            std::vector<float>& scores) const {
  const std::string_view* words = habits_.find(roleset);
  if (words == nullptr) return;
  const std::string_view habit = find_word(*words, key);
  if (habit.empty()) return;
  std::vector<float> added(scores.size(), value_of(habit[0]));
  for (std::size_t i = 1; i + 1 < habit.size(); i += 2)
    if (is_letter(habit[i]) && label_of(habit[i]) < added.size())
      added[label_of(habit[i])] = value_of(habit[i + 1]);
  std::ranges::transform(scores, added, scores.begin(), std::plus<>());
}

}  // namespace demarche
