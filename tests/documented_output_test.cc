// The examples of docs/output.md are what the program writes.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "graphs/graph_file.h"
#include "graphs/nquads.h"
#include "tests/run_program.h"
#include "tests/temporary_folder.h"

namespace demarche {
namespace {

using testing::IsSupersetOf;

/// A block of code and the article that it is about.
struct Example {
  std::string article;
  std::string syntax;
  std::string text;
};

/// Examples read the article that is quoted before them under their heading, or
/// else the first of the page.  Digests and links have articles that the page
/// does not show.
std::vector<Example> examples_of_page() {
  std::ifstream page(DEMARCHE_SOURCE_DIR "/docs/output.md");
  std::vector<Example> examples;
  std::string first, quoted;
  bool is_inside = false, is_shown = true;
  for (std::string line; std::getline(page, line);) {
    if (is_inside && line != "```") {
      examples.back().text += line + "\n";
    } else if (line.starts_with("```")) {
      is_inside = !is_inside;
      if (is_inside) examples.push_back({quoted, line.substr(3), ""});
      if (!is_inside && !is_shown) examples.pop_back();
    } else if (line.starts_with("#")) {
      quoted = first;
      is_shown = line != "### Digests" && line != "## Datasets";
    } else if (line.starts_with("> ")) {
      quoted = line.substr(2);
      if (first.empty()) first = quoted;
    }
  }
  return examples;
}

/// What depends on the version is left out.
std::vector<std::string> lines_of(const std::string& text, RdfSyntax syntax) {
  std::vector<std::string> lines;
  for (const auto& statement : read_statements("example", text, syntax)) {
    const auto line = print_nquad(statement);
    if (line.find("#activity=") == std::string::npos) lines.push_back(line);
  }
  return lines;
}

/// The program's output for an article, as the page has it.
std::string output_of(const std::string& article, const std::string& format) {
  const nlohmann::json record = {{"id", "1"},
                                 {"url", "https://example.org/1"},
                                 {"published", "2024-05-02"},
                                 {"text", article}};
  const TemporaryFolder folder;
  const auto file = folder.write("a.jsonl", record.dump() + "\n");
  const Outcome outcome = run_shell(
      DEMARCHE_PROGRAM, "$D extract --view full --web-annotation --format " +
                            format + " " + file);
  EXPECT_EQ(outcome.status, 0) << outcome.errors;
  return outcome.output;
}

std::string prefixes_of(const std::string& turtle) {
  return turtle.substr(0, turtle.find("\n<") + 1);
}

TEST(DocumentedOutput, OfTurtleAndTrigIsWritten) {
  std::size_t count = 0;
  for (const auto& example : examples_of_page()) {
    if (example.syntax != "turtle" && example.syntax != "trig") continue;
    const auto output = output_of(example.article, example.syntax);
    EXPECT_THAT(lines_of(output, RdfSyntax::trig),
                IsSupersetOf(lines_of(prefixes_of(output) + example.text,
                                      RdfSyntax::trig)))
        << example.article << "\n"
        << example.text;
    ++count;
  }
  EXPECT_GE(count, 12u);
}

/// The page shows the first event, and shortens some of its roles.
TEST(DocumentedOutput, OfEventsIsWritten) {
  for (const auto& example : examples_of_page()) {
    if (example.syntax != "json") continue;
    auto shown = nlohmann::json::parse(example.text);
    auto written = nlohmann::json::parse(output_of(example.article, "events"));
    EXPECT_EQ(shown["attributions"], written["attributions"]);
    EXPECT_EQ(shown["id"], written["id"]);
    auto& event = shown["events"][0];
    auto& same = written["events"][0];
    EXPECT_EQ(event["roles"]["content"], same["roles"]["content"]);
    event.erase("roles");
    same.erase("roles");
    EXPECT_EQ(event, same);
  }
}

}  // namespace
}  // namespace demarche
