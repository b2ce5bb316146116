#include "graphs/merge_lines.h"

#include <stdlib.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <queue>
#include <span>
#include <utility>

#include "ontology/error.h"
#include "ontology/mapped_file.h"
#include "ontology/turtle_files.h"

namespace demarche {
namespace {

using TakeLine = std::function<void(std::string_view)>;

/// One sorted run of lines among those that are merged.
struct Run {
  std::string_view line;
  std::string_view rest;

  /// Goes to the next line; false after the last.
  bool next() {
    line = take_line(rest);
    return !line.empty();
  }
  friend bool operator>(const Run& a, const Run& b) { return a.line > b.line; }
};

void merge(std::span<const MappedFile> files, std::string_view text,
           const TakeLine& take) {
  std::priority_queue<Run, std::vector<Run>, std::greater<>> runs;
  const auto push = [&](Run run) {
    if (run.next()) runs.push(run);
  };
  for (const auto& file : files) push({"", file.bytes()});
  push({"", text});
  std::string_view last;
  while (!runs.empty()) {
    const auto run = runs.top();
    runs.pop();
    if (run.line != last) take(run.line);
    last = run.line;
    push(run);
  }
}

std::vector<MappedFile> map_all(std::span<const std::string> files) {
  std::vector<MappedFile> mapped;
  mapped.reserve(files.size());
  for (const auto& file : files) mapped.emplace_back(file);
  return mapped;
}

/// A file that is gone from its folder, and from the disk with its mapping.
class TemporaryFile {
 public:
  TemporaryFile() {
    path_ = (std::filesystem::temp_directory_path() / "demarche-XXXXXX");
    const int descriptor = mkstemp(path_.data());
    if (descriptor < 0) fail();
    file_.reset(fdopen(descriptor, "wb"));
    if (!file_) fail();
  }
  ~TemporaryFile() { unlink(path_.c_str()); }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  void write(std::string_view bytes) {
    if (std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) != bytes.size())
      fail();
  }
  MappedFile map() {
    if (std::fflush(file_.get()) != 0) fail();
    return MappedFile(path_);
  }

 private:
  [[noreturn]] void fail() const {
    throw Error(path_ + ": cannot be written: " + std::strerror(errno));
  }

  std::string path_;
  std::unique_ptr<std::FILE, Release<std::fclose>> file_;
};

}  // namespace

std::string_view take_line(std::string_view& text) {
  const auto end = text.find('\n');
  const auto line = text.substr(0, end == text.npos ? text.size() : end + 1);
  text.remove_prefix(line.size());
  return line;
}

void merge_lines(const std::vector<std::string>& files, std::string_view text,
                 const TakeLine& take, std::size_t most) {
  if (files.size() <= most) return merge(map_all(files), text, take);
  std::vector<MappedFile> merged;
  std::span<const std::string> rest(files);
  while (!rest.empty()) {
    const auto batch = rest.first(std::min(most, rest.size()));
    rest = rest.subspan(batch.size());
    TemporaryFile file;
    merge(map_all(batch), "", [&](auto line) { file.write(line); });
    merged.push_back(file.map());
  }
  merge(merged, text, take);
}

}  // namespace demarche
