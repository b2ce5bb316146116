#include "tests/model_builder.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "ontology/sha256.h"

namespace demarche {
namespace {

template <class Number>
std::string bytes_of(Number number) {
  return {reinterpret_cast<const char*>(&number), sizeof number};
}

template <class Number>
std::string bytes_of(const std::vector<Number>& numbers) {
  return {reinterpret_cast<const char*>(numbers.data()),
          numbers.size() * sizeof(Number)};
}

void align(std::string& bytes) { bytes.resize((bytes.size() + 63) / 64 * 64); }

}  // namespace

std::uint32_t Dice::below(std::uint32_t limit) {
  state_ = state_ * 6364136223846793005u + 1442695040888963407u;
  return static_cast<std::uint32_t>((state_ >> 33) % limit);
}

float Dice::real() {
  return static_cast<float>(below(1 << 24)) / (1 << 23) - 1;
}

std::vector<float> Dice::reals(std::size_t count, float scale) {
  std::vector<float> numbers(count);
  for (float& number : numbers) number = real() * scale;
  return numbers;
}

std::vector<std::int8_t> Dice::integers(std::size_t count) {
  std::vector<std::int8_t> numbers(count);
  for (std::int8_t& number : numbers)
    number = static_cast<std::int8_t>(static_cast<int>(below(255)) - 127);
  return numbers;
}

void ModelBuilder::add(const std::string& name, const Shape& shape,
                       const std::vector<float>& values) {
  tensors_[name] = {0, shape, bytes_of(values)};
}

void ModelBuilder::add(const std::string& name, const Shape& shape,
                       const std::vector<std::int8_t>& values) {
  tensors_[name] = {1, shape, bytes_of(values)};
}

void ModelBuilder::add(const std::string& name,
                       const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  tensors_[name] = {2, {static_cast<std::uint32_t>(lines.size())}, text};
}

void ModelBuilder::add_linear(const std::string& name, std::uint32_t inputs,
                              std::uint32_t outputs, Dice& dice) {
  add(name + ".weight", {outputs, inputs}, dice.integers(outputs * inputs));
  add(name + ".scale", {outputs}, dice.reals(outputs, 0.01f));
  add(name + ".bias", {outputs}, dice.reals(outputs));
}

std::string ModelBuilder::bytes() const {
  std::string data(64, '\0');
  std::string directory;
  for (const auto& [name, tensor] : tensors_) {
    align(data);
    directory += bytes_of(static_cast<std::uint16_t>(name.size())) + name +
                 bytes_of(tensor.kind) +
                 bytes_of(static_cast<std::uint8_t>(tensor.shape.size())) +
                 bytes_of(tensor.shape) + bytes_of<std::uint64_t>(data.size()) +
                 bytes_of<std::uint64_t>(tensor.bytes.size());
    data += tensor.bytes;
  }
  align(data);
  const std::uint64_t offset = data.size();
  data += directory;
  const Sha256::Digest digest = sha256(std::string_view(data).substr(64));
  const std::string header =
      "DEMARCHE" + bytes_of<std::uint32_t>(1) +
      bytes_of(static_cast<std::uint32_t>(tensors_.size())) +
      bytes_of<std::uint64_t>(data.size()) + bytes_of(offset) +
      std::string(digest.begin(), digest.end());
  return data.replace(0, header.size(), header);
}

std::string ModelBuilder::save(const std::string& name) const {
  return save_file(name, bytes());
}

std::string save_file(const std::string& name, std::string_view bytes) {
  const std::string path = testing::TempDir() + std::to_string(getpid()) + name;
  std::ofstream(path, std::ios::binary) << bytes;
  return path;
}

}  // namespace demarche
