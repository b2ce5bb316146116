#include "extractor/input/byte_reader.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace demarche {
namespace {

constexpr std::size_t block_size = 65536;

}  // namespace

ByteReader::ByteReader(std::unique_ptr<ByteStream> source, std::string name)
    : source_(std::move(source)), name_(std::move(name)) {}

std::string_view ByteReader::peek(std::size_t count) {
  while (bytes_.size() - begin_ < count && fill()) continue;
  return std::string_view(bytes_).substr(begin_, count);
}

std::string_view ByteReader::peek_some() {
  if (begin_ == bytes_.size() && !fill()) throw_problem();
  return std::string_view(bytes_).substr(begin_);
}

void ByteReader::skip(std::size_t count) {
  begin_ += count;
  position_ += count;
}

void ByteReader::put_back(std::string_view bytes) {
  bytes_.replace(0, begin_, bytes);
  begin_ = 0;
  position_ -= bytes.size();
}

bool ByteReader::read_line(std::string& line) {
  for (std::size_t seen = 0;;) {
    const std::size_t end = bytes_.find('\n', begin_ + seen);
    if (end != bytes_.npos) {
      line.assign(bytes_, begin_, end - begin_);
      skip(end + 1 - begin_);
      return true;
    }
    seen = bytes_.size() - begin_;
    if (seen > longest_record) lose_line();
    if (fill()) continue;
    line.assign(bytes_, begin_);
    skip(seen);
    throw_problem();
    return seen > 0;
  }
}

/// Goes on behind a line that is too long to be kept.
void ByteReader::lose_line() {
  for (;;) {
    const std::string_view bytes = peek_some();
    const std::size_t end = bytes.find('\n');
    const bool found = end != bytes.npos;
    const bool ended = bytes.empty();
    skip(found ? end + 1 : bytes.size());
    if (found || ended) throw Error(name_ + ": a line is longer than 1 GiB");
  }
}

std::string ByteReader::read_all() {
  while (bytes_.size() - begin_ <= longest_record && fill()) continue;
  std::string all = bytes_.substr(begin_);
  skip(all.size());
  throw_problem();
  if (all.size() > longest_record)
    throw Error(name_ + ": is longer than 1 GiB");
  return all;
}

std::size_t ByteReader::read(std::span<char> buffer) {
  const std::string_view bytes = peek_some();
  const std::size_t count = std::min(bytes.size(), buffer.size());
  std::memcpy(buffer.data(), bytes.data(), count);
  skip(count);
  return count;
}

bool ByteReader::seek(std::uint64_t position) {
  if (!source_->seek(position)) return false;
  bytes_.clear();
  begin_ = 0;
  position_ = position;
  problem_.reset();
  return true;
}

/// Reads on; false at the end, and before what cannot be read.
bool ByteReader::fill() {
  if (problem_) return false;
  if (begin_ > bytes_.size() / 2) {
    bytes_.erase(0, begin_);
    begin_ = 0;
  }
  const std::size_t size = bytes_.size();
  std::size_t count = 0;
  bytes_.resize(size + block_size);
  try {
    count = source_->read({bytes_.data() + size, block_size});
  } catch (const Error& error) {
    problem_ = error;
  }
  bytes_.resize(size + count);
  return count > 0;
}

/// What had been seen before it is given up by the caller.
void ByteReader::throw_problem() {
  if (!problem_) return;
  const Error problem = *std::exchange(problem_, std::nullopt);
  throw problem;
}

}  // namespace demarche
