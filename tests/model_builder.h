#ifndef DEMARCHE_TESTS_MODEL_BUILDER_H_
#define DEMARCHE_TESTS_MODEL_BUILDER_H_

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace demarche {

/// A small source of numbers that are the same everywhere.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  /// A number from 0 to `limit` - 1.
  std::uint32_t below(std::uint32_t limit);
  /// A number from -1 to 1.
  float real();
  std::vector<float> reals(std::size_t count, float scale = 1);
  std::vector<std::int8_t> integers(std::size_t count);

 private:
  std::uint64_t state_;
};

/// Writes model files for tests.
class ModelBuilder {
 public:
  using Shape = std::vector<std::uint32_t>;

  void add(const std::string& name, const Shape& shape,
           const std::vector<float>& values);
  void add(const std::string& name, const Shape& shape,
           const std::vector<std::int8_t>& values);
  void add(const std::string& name, const std::vector<std::string>& lines);
  /// Random weight, scale and bias.
  void add_linear(const std::string& name, std::uint32_t inputs,
                  std::uint32_t outputs, Dice& dice);

  /// The traits of a log-linear model, each with its weight.
  void add_log_linear(const std::string& name,
                      const std::vector<std::pair<std::string, float>>& weights,
                      float bias);

  void remove(const std::string& name) { tensors_.erase(name); }
  std::vector<std::string> names() const;

  /// The bytes of the file.
  std::string bytes() const;
  /// Writes them as a temporary file of this process; returns the path.
  std::string save(const std::string& name) const;

 private:
  struct Tensor {
    std::uint8_t kind = 0;
    Shape shape;
    std::string bytes;
  };
  std::map<std::string, Tensor> tensors_;
};

/// Writes `bytes` as a temporary file of this process; returns the path.
std::string save_file(const std::string& name, std::string_view bytes);

/// Of the word vectors of `random_model`.
inline constexpr std::uint32_t random_width = 16;

/// A whole analyser with random weights: it reads words of single letters
/// and answers nonsense, always the same.
ModelBuilder random_model(std::uint64_t seed);

}  // namespace demarche

#endif
