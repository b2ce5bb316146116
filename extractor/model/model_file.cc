#include "extractor/model/model_file.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <optional>

#include "ontology/error.h"
#include "ontology/sha256.h"

namespace demarche {
namespace {

static_assert(std::endian::native == std::endian::little,
              "model files are read in place and are little-endian");

constexpr std::string_view magic = "DEMARCHE";
constexpr std::uint32_t newest_version = 2;
constexpr std::size_t header_size = 64;
constexpr std::size_t digest_offset = 32;
constexpr std::size_t alignment = 64;
constexpr std::size_t highest_rank = 4;

// The number at the start of `bytes`, which must be long enough.
template <class Number>
Number number_at(std::string_view bytes) {
  Number number;
  std::memcpy(&number, bytes.data(), sizeof number);
  return number;
}

std::string to_string(const ModelFile::Shape& shape) {
  std::string text;
  for (const std::uint32_t size : shape)
    text += (text.empty() ? "" : ", ") +
            (size == ModelFile::any ? "any" : std::to_string(size));
  return "[" + text + "]";
}

bool matches(const ModelFile::Shape& shape, const ModelFile::Shape& expected) {
  return std::ranges::equal(shape, expected,
                            [](std::uint32_t size, std::uint32_t wanted) {
                              return wanted == ModelFile::any || size == wanted;
                            });
}

// The number of elements; nothing if there are more than `limit`.
std::optional<std::uint64_t> count(const ModelFile::Shape& shape,
                                   std::uint64_t limit) {
  std::uint64_t elements = 1;
  for (const std::uint32_t size : shape) {
    elements *= size;
    if (elements > limit) return std::nullopt;
  }
  return elements;
}

bool all_finite(std::string_view bytes) {
  for (; !bytes.empty(); bytes.remove_prefix(sizeof(float)))
    if (!std::isfinite(number_at<float>(bytes))) return false;
  return true;
}

}  // namespace

ModelFile::ModelFile(const std::string& path) : path_(path), file_(path) {}

ModelFile ModelFile::load(const std::string& path) {
  ModelFile file(path);
  file.check_header();
  file.confirm(file.checksum());
  file.read_directory();
  return file;
}

ModelFile ModelFile::open(const std::string& path) {
  ModelFile file(path);
  file.check_header();
  file.read_directory();
  return file;
}

std::string ModelFile::checksum() const {
  return hexadecimal(sha256(file_.bytes().substr(header_size)));
}

void ModelFile::confirm(std::string checksum) {
  Sha256::Digest expected;
  std::memcpy(expected.data(), file_.bytes().data() + digest_offset,
              expected.size());
  if (checksum != hexadecimal(expected))
    refuse("damaged: its checksum does not match");
  digest_ = std::move(checksum);
}

void ModelFile::refuse(const std::string& problem) const {
  throw Error(path_ + ": " + problem);
}

void ModelFile::check_header() {
  const std::string_view bytes = file_.bytes();
  if (!bytes.starts_with(magic)) refuse("not a demarche model");
  if (bytes.size() < header_size) refuse("truncated");
  const auto version = number_at<std::uint32_t>(bytes.substr(8));
  if (version > newest_version)
    refuse("written by a newer version of demarche (format " +
           std::to_string(version) + ")");
  if (version != newest_version)
    refuse("unknown format " + std::to_string(version));
  const auto size = number_at<std::uint64_t>(bytes.substr(16));
  if (bytes.size() < size) refuse("truncated");
  if (bytes.size() > size) refuse("longer than it says");
}

void ModelFile::read_directory() {
  const std::string_view bytes = file_.bytes();
  const auto entries = number_at<std::uint32_t>(bytes.substr(12));
  const auto offset = number_at<std::uint64_t>(bytes.substr(24));
  if (offset < header_size || offset > bytes.size())
    refuse("damaged directory");
  std::string_view directory = bytes.substr(offset);
  for (std::uint32_t i = 0; i < entries; ++i) read_entry(directory);
}

void ModelFile::read_entry(std::string_view& directory) {
  const auto take = [&](std::size_t size) {
    if (directory.size() < size) refuse("damaged directory");
    const std::string_view taken = directory.substr(0, size);
    directory.remove_prefix(size);
    return taken;
  };
  const std::string name(take(number_at<std::uint16_t>(take(2))));
  const auto kind = number_at<std::uint8_t>(take(1));
  const auto rank = number_at<std::uint8_t>(take(1));
  if (kind > 2) refuse("tensor " + name + ": unknown kind");
  if (rank > highest_rank) refuse("tensor " + name + ": too many dimensions");
  Tensor tensor{static_cast<Kind>(kind), {}, {}};
  for (int i = 0; i < rank; ++i)
    tensor.shape.push_back(number_at<std::uint32_t>(take(4)));
  const auto offset = number_at<std::uint64_t>(take(8));
  const auto size = number_at<std::uint64_t>(take(8));
  const std::string_view bytes = file_.bytes();
  if (offset % alignment != 0 || offset > bytes.size() ||
      size > bytes.size() - offset)
    refuse("tensor " + name + ": lies outside the file");
  tensor.bytes = bytes.substr(offset, size);
  check_tensor(name, tensor);
  if (!tensors_.emplace(name, std::move(tensor)).second)
    refuse("tensor " + name + ": twice in the directory");
}

void ModelFile::check_tensor(const std::string& name,
                             const Tensor& tensor) const {
  const std::uint64_t bytes = tensor.bytes.size();
  const std::uint64_t elements = count(tensor.shape, bytes).value_or(bytes + 1);
  bool right = false;
  switch (tensor.kind) {
    case Kind::float32:
      right = elements <= bytes && elements * sizeof(float) == bytes;
      break;
    case Kind::int8:
      right = elements == bytes;
      break;
    case Kind::text:
      right = tensor.shape.size() == 1 &&
              (bytes == 0 || tensor.bytes.back() == '\n') &&
              std::ranges::count(tensor.bytes, '\n') ==
                  static_cast<std::ptrdiff_t>(elements);
  }
  if (!right) refuse("tensor " + name + ": size does not fit its shape");
  if (tensor.kind == Kind::float32 && !all_finite(tensor.bytes))
    refuse("tensor " + name + ": not a finite number");
}

bool ModelFile::contains(std::string_view name) const {
  return tensors_.contains(name);
}

bool ModelFile::contains_below(std::string_view prefix) const {
  const auto found = tensors_.lower_bound(prefix);
  return found != tensors_.end() && found->first.starts_with(prefix);
}

const ModelFile::Tensor& ModelFile::find(std::string_view name) const {
  const auto found = tensors_.find(name);
  if (found == tensors_.end()) refuse("no tensor " + std::string(name));
  return found->second;
}

const ModelFile::Tensor& ModelFile::find(std::string_view name, Kind kind,
                                         const Shape& expected) const {
  const Tensor& tensor = find(name);
  if (tensor.kind != kind)
    refuse("tensor " + std::string(name) + ": not of the expected kind");
  if (!matches(tensor.shape, expected))
    refuse("tensor " + std::string(name) + ": expected " + to_string(expected) +
           ", found " + to_string(tensor.shape));
  return tensor;
}

const ModelFile::Shape& ModelFile::shape(std::string_view name) const {
  return find(name).shape;
}

std::span<const float> ModelFile::floats(std::string_view name,
                                         const Shape& expected) const {
  const Tensor& tensor = find(name, Kind::float32, expected);
  return {reinterpret_cast<const float*>(tensor.bytes.data()),
          tensor.bytes.size() / sizeof(float)};
}

std::span<const std::int8_t> ModelFile::integers(std::string_view name,
                                                 const Shape& expected) const {
  const Tensor& tensor = find(name, Kind::int8, expected);
  return {reinterpret_cast<const std::int8_t*>(tensor.bytes.data()),
          tensor.bytes.size()};
}

std::vector<std::string_view> ModelFile::lines(std::string_view name) const {
  std::string_view text = find(name, Kind::text, {any}).bytes;
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    lines.push_back(text.substr(0, text.find('\n')));
    text.remove_prefix(lines.back().size() + 1);
  }
  return lines;
}

}  // namespace demarche
