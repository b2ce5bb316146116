// Finds out what a file is from its first line, and reads it as that.

#include "extractor/article_source.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <iostream>
#include <limits>
#include <utility>

#include "extractor/jsonl.h"
#include "ontology/error.h"

namespace demarche {
namespace {

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r\n") == line.npos;
}

/// Whether a line begins an object with a key, or an empty object.
bool begins_record(std::string_view line) {
  const std::size_t brace = line.find_first_not_of(" \t");
  if (brace == line.npos || line[brace] != '{') return false;
  const std::size_t next = line.find_first_not_of(" \t\r", brace + 1);
  return next != line.npos && (line[next] == '"' || line[next] == '}');
}

}  // namespace

void open_input(const std::string& path, std::ifstream& file) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error))
    throw Error(path + ": is a directory");
  errno = 0;
  file.open(path, std::ios::binary);
  if (!file)
    throw Error(path + ": " +
                (errno != 0 ? std::strerror(errno) : "cannot be opened"));
}

ArticleSource::ArticleSource(const std::string& path, InputKind kind,
                             Metadata given)
    : name_(path == "-" ? "stdin" : path),
      kind_(kind),
      given_(std::move(given)),
      stream_(path == "-" ? std::cin : file_) {
  if (path != "-") open_input(path, file_);
  if (kind_ == InputKind::detect) kind_ = detect();
}

std::optional<Reading> ArticleSource::next() {
  if (done_) return std::nullopt;
  if (kind_ == InputKind::jsonl) return next_record();
  done_ = true;
  return read_whole();
}

std::string ArticleSource::place() const {
  return line_ == 0 ? name_ : name_ + ":" + std::to_string(line_);
}

/// Whether it is plain or a digest is seen when it has been read.
InputKind ArticleSource::detect() {
  std::string line;
  while (std::getline(stream_, line)) {
    begun_ += line;
    if (!stream_.eof()) begun_ += '\n';
    if (line.starts_with(byte_order_mark)) line.erase(0, 3);
    if (!is_blank(line)) break;
  }
  return begins_record(line) ? InputKind::jsonl : InputKind::detect;
}

std::optional<Reading> ArticleSource::next_record() {
  for (std::string line;;) {
    if (!begun_.empty()) {
      const std::size_t end = std::min(begun_.find('\n'), begun_.size());
      line = begun_.substr(0, end);
      begun_.erase(0, end + 1);
    } else if (!std::getline(stream_, line)) {
      break;
    }
    ++line_;
    bytes_read_ += line.size() + 1;
    if (line_ == 1 && line.starts_with(byte_order_mark)) line.erase(0, 3);
    if (is_blank(line)) continue;
    Record record = parse_record(std::move(line), name_, line_);
    complete(record.metadata);
    return read_article(std::move(record.text), std::move(record.metadata));
  }
  done_ = true;
  check_stream();
  return std::nullopt;
}

Reading ArticleSource::read_whole() {
  std::string bytes = std::move(begun_);
  for (std::array<char, 65536> buffer; stream_;) {
    stream_.read(buffer.data(), buffer.size());
    bytes.append(buffer.data(), static_cast<std::size_t>(stream_.gcount()));
  }
  check_stream();
  bytes_read_ = bytes.size();
  if (bytes.find('\0') != bytes.npos)
    throw Error(name_ + ": is not text: it holds NUL bytes");
  if (bytes.size() >= std::numeric_limits<std::uint32_t>::max())
    throw Error(name_ + ": is longer than 4 GiB");
  Metadata metadata;
  metadata.id = std::filesystem::path(name_).filename().string();
  complete(metadata);
  const ArticleForm form = kind_ == InputKind::digest ? ArticleForm::digest
                           : kind_ == InputKind::text ? ArticleForm::plain
                                                      : ArticleForm::detect;
  return read_article(std::move(bytes), std::move(metadata), form);
}

void ArticleSource::complete(Metadata& metadata) const {
  const auto replace = [](std::string& value, const std::string& given) {
    if (!given.empty()) value = given;
  };
  replace(metadata.url, given_.url);
  replace(metadata.title, given_.title);
  replace(metadata.published, given_.published);
  replace(metadata.publisher, given_.publisher);
}

void ArticleSource::check_stream() const {
  if (stream_.bad()) throw Error(name_ + ": cannot be read to its end");
}

}  // namespace demarche
