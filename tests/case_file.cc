#include "tests/case_file.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace demarche {
namespace {

std::string trim(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return "";
  return std::string(
      text.substr(first, text.find_last_not_of(" \t") - first + 1));
}

Expectation parse(const std::string& line) {
  Expectation result;
  result.line = line;
  std::string rest = line;
  if (rest.starts_with("not ")) {
    result.negated = true;
    rest = trim(rest.substr(4));
  }
  const auto space = rest.find(' ');
  result.kind = rest.substr(0, space);
  const bool known = result.kind == "event" || result.kind == "relation" ||
                     result.kind == "triple" || result.kind == "time" ||
                     result.kind == "quantity" || result.kind == "actor" ||
                     result.kind == "link" || result.kind == "same" ||
                     result.kind == "one" || result.kind == "says" ||
                     result.kind == "narrative";
  if (!known || space == std::string::npos)
    throw std::runtime_error("not a line of a case: " + line);
  rest = rest.substr(space + 1);
  for (std::size_t begin = 0; begin <= rest.size();) {
    const std::size_t end = std::min(rest.find('|', begin), rest.size());
    const std::string part = trim(rest.substr(begin, end - begin));
    if (begin == 0)
      result.subject = part;
    else
      result.fields.push_back(part);
    begin = end + 1;
  }
  return result;
}

/// A sentence as written, with ¶ for the end of a paragraph.
std::string with_paragraphs(std::string text) {
  const std::string mark = " ¶ ";
  for (auto at = text.find(mark); at != text.npos; at = text.find(mark))
    text.replace(at, mark.size(), "\n\n");
  return text;
}

/// What a line is: prose ends at the first sentence, and begins again after a
/// blank line.
void read_line(const std::string& line, const std::string& where, bool& prose,
               std::vector<Case>& cases) {
  if (line.starts_with("> ")) {
    cases.push_back({where, with_paragraphs(line.substr(2)), false, {}});
    prose = false;
  } else if (line.empty()) {
    prose = true;
  } else if (line == "fails") {
    cases.back().fails = true;
  } else if (!prose) {
    cases.back().expectations.push_back(parse(line));
  }
}

void load_file(const std::filesystem::path& path, std::vector<Case>& cases) {
  std::ifstream file(path);
  bool prose = true;
  std::string line;
  for (int number = 1; std::getline(file, line); ++number) {
    const std::string where =
        path.filename().string() + ":" + std::to_string(number);
    read_line(line, where, prose, cases);
  }
}

}  // namespace

std::vector<Case> load_cases(const std::string& folder) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() == ".txt") paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  std::vector<Case> cases;
  for (const auto& path : paths) load_file(path, cases);
  return cases;
}

std::vector<Expectation> load_expectations(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot read " + path);
  std::vector<Expectation> expectations;
  std::string line;
  while (std::getline(file, line))
    if (!line.empty() && line[0] != '#') expectations.push_back(parse(line));
  return expectations;
}

}  // namespace demarche
