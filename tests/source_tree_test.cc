// What the source tree as a whole must be: layers, sizes, lists, format.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace demarche {
namespace {

namespace fs = std::filesystem;

const std::vector<std::string> layers = {"ontology", "extractor", "graphs",
                                         "app"};

/// The C++ files below a folder of the source tree, by name.
std::vector<fs::path> sources_of(const std::string& folder) {
  std::vector<fs::path> files;
  for (const auto& entry :
       fs::recursive_directory_iterator(fs::path(DEMARCHE_SOURCE_DIR) / folder))
    if (entry.path().extension() == ".cc" || entry.path().extension() == ".h")
      files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

std::vector<std::string> lines_of(const fs::path& path) {
  std::vector<std::string> lines;
  std::ifstream stream(path);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

/// The path in `#include "…"` or `#include <…>`, or nothing.
std::string included_by(const std::string& line) {
  if (!line.starts_with("#include ")) return "";
  const std::size_t end = line.find_last_of("\">");
  return end < 11 ? "" : line.substr(10, end - 10);
}

/// The layer that a file or an included path belongs to; their number if none.
std::size_t layer_of(const std::string& path) {
  const std::string folder = path.substr(0, path.find('/'));
  return static_cast<std::size_t>(
      std::find(layers.begin(), layers.end(), folder) - layers.begin());
}

TEST(Layers, IncludeOneWay) {
  for (std::size_t layer = 0; layer < layers.size(); ++layer)
    for (const fs::path& file : sources_of(layers[layer]))
      for (const std::string& line : lines_of(file)) {
        const std::size_t included = layer_of(included_by(line));
        EXPECT_TRUE(included == layers.size() || included <= layer)
            << file << ": " << line;
      }
}

TEST(Layers, KeepTheExtractorFreeOfGraphsAndRdf) {
  for (const fs::path& file : sources_of("extractor"))
    for (const std::string& line : lines_of(file))
      for (const char* library : {"boost/", "serd/", "sord/", "graphviz/"})
        EXPECT_FALSE(included_by(line).starts_with(library))
            << file << ": " << line;
}

TEST(Files, AreNotTooLongNorTooWide) {
  for (const char* folder : {"ontology", "extractor", "graphs", "app", "tests"})
    for (const fs::path& file : sources_of(folder)) {
      const auto lines = lines_of(file);
      if (!file.stem().string().ends_with("_table")) {
        EXPECT_LE(lines.size(), 500u) << file;
      }
      if (folder == std::string("tests")) continue;  // They quote Turtle.
      for (const std::string& line : lines) {
        const auto width =
            line.size() - static_cast<std::size_t>(std::count_if(
                              line.begin(), line.end(),
                              [](char c) { return (c & '\xc0') == '\x80'; }));
        EXPECT_LE(width, 80u) << file << ": " << line;
      }
    }
}

TEST(Files, AreAllListedForBothBuilds) {
  std::ostringstream listed;
  listed << std::ifstream(fs::path(DEMARCHE_SOURCE_DIR) / "sources.mk").rdbuf();
  for (const char* folder : {"ontology", "extractor", "graphs", "app", "tests"})
    for (const fs::path& file : sources_of(folder)) {
      if (file.extension() != ".cc") continue;
      const std::string name =
          fs::relative(file, DEMARCHE_SOURCE_DIR).generic_string();
      EXPECT_NE(listed.str().find("  " + name), std::string::npos) << name;
    }
}

TEST(Files, HaveTheFormatOfClangFormat) {
  if (std::system("clang-format --version >/dev/null 2>&1") != 0)
    GTEST_SKIP() << "clang-format is not installed";
  std::string command = "clang-format --dry-run -Werror";
  for (const char* folder : {"ontology", "extractor", "graphs", "app", "tests"})
    for (const fs::path& file : sources_of(folder))
      command += " '" + file.string() + "'";
  EXPECT_EQ(std::system(command.c_str()), 0);
}

}  // namespace
}  // namespace demarche
