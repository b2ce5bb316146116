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

void ModelBuilder::add_log_linear(
    const std::string& name,
    const std::vector<std::pair<std::string, float>>& weights, float bias) {
  std::vector<std::string> traits;
  std::vector<float> values;
  for (const auto& [trait, value] : weights) {
    traits.push_back(trait);
    values.push_back(value);
  }
  add(name + ".traits", traits);
  add(name + ".weights", {static_cast<std::uint32_t>(traits.size())}, values);
  add(name + ".bias", {1}, std::vector<float>{bias});
}

std::vector<std::string> ModelBuilder::names() const {
  std::vector<std::string> names;
  for (const auto& [name, tensor] : tensors_) names.push_back(name);
  return names;
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
      "DEMARCHE" + bytes_of<std::uint32_t>(2) +
      bytes_of(static_cast<std::uint32_t>(tensors_.size())) +
      bytes_of<std::uint64_t>(data.size()) + bytes_of(offset) +
      std::string(digest.begin(), digest.end());
  return data.replace(0, header.size(), header);
}

namespace {

constexpr std::uint32_t width = random_width;
constexpr std::uint32_t inner = 24;
constexpr std::uint32_t positions = 12;
constexpr std::uint32_t layers = 2;

void add_norm(ModelBuilder& model, const std::string& name, Dice& dice) {
  model.add(name + ".weight", {width}, dice.reals(width, 2));
  model.add(name + ".bias", {width}, dice.reals(width));
}

void add_rows(ModelBuilder& model, const std::string& name, std::uint32_t rows,
              Dice& dice) {
  model.add(name, {rows, width}, dice.integers(rows * width));
  model.add(name + ".scale", {rows}, dice.reals(rows, 0.02f));
}

void add_encoder(ModelBuilder& model, Dice& dice) {
  std::vector<std::string> pieces = {"[PAD]", "[UNK]", "[CLS]", "[SEP]"};
  for (char letter = 'a'; letter <= 'z'; ++letter) {
    pieces.push_back(std::string(1, letter));
    pieces.push_back("##" + pieces.back());
  }
  model.add("pieces", pieces);
  add_rows(model, "embeddings.piece", static_cast<std::uint32_t>(pieces.size()),
           dice);
  add_rows(model, "embeddings.position", positions, dice);
  model.add("embeddings.shape", {9, width}, dice.reals(9 * width));
  add_norm(model, "embeddings.norm", dice);
  model.add("encoder.heads", {1}, std::vector<float>{2});
  for (std::uint32_t i = 0; i < layers; ++i) {
    const std::string layer = "encoder." + std::to_string(i);
    model.add_linear(layer + ".attention.qkv", width, 3 * width, dice);
    model.add_linear(layer + ".attention.output", width, width, dice);
    add_norm(model, layer + ".attention.norm", dice);
    model.add_linear(layer + ".up", width, inner, dice);
    model.add_linear(layer + ".down", inner, width, dice);
    add_norm(model, layer + ".norm", dice);
  }
}

void add_classes(ModelBuilder& model, const std::string& name,
                 const std::vector<std::string>& labels, Dice& dice) {
  model.add(name + ".labels", labels);
  model.add_linear(name, width, static_cast<std::uint32_t>(labels.size()),
                   dice);
}

void add_pairs(ModelBuilder& model, const std::string& name,
               const std::string& left, const std::string& right,
               std::uint32_t outputs, Dice& dice) {
  model.add_linear(name + "." + left, width, 7, dice);
  model.add_linear(name + "." + right, width, 7, dice);
  model.add_linear(name + ".bilinear", 7, outputs, dice);
}

}  // namespace

ModelBuilder random_model(std::uint64_t seed) {
  Dice dice(seed);
  ModelBuilder model;
  add_encoder(model, dice);
  add_classes(model, "upos", {"NOUN", "VERB", "PUNCT"}, dice);
  add_classes(model, "xpos", {"NN", "VBD", "."}, dice);
  add_classes(model, "feats", {"_", "Number=Sing", "Number=Plur"}, dice);
  add_classes(model, "lemma", {"l0+", "k0+", "l1+y", "=be"}, dice);
  add_classes(model, "name", {"O", "B-PER", "I-PER", "B-GPE", "I-GPE"}, dice);
  add_classes(model, "sense", {"be.01", "be.02", "a.03"}, dice);
  model.add("rolesets", {"a\ta.01 a.03", "be\tbe.01 be.02"});
  model.add("lemmas", {"V was\tbe"});
  model.add_linear("predicate", width, 1, dice);
  add_pairs(model, "arc", "dependent", "head", 7, dice);
  model.add("relation.labels", {"nsubj", "obj", "root"});
  add_pairs(model, "relation", "dependent", "head", 3 * 8, dice);
  model.add("role.labels", {"_", "ARG0", "ARG1"});
  add_pairs(model, "role", "predicate", "argument", 3 * 8, dice);
  return model;
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
