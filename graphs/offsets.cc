#include "graphs/offsets.h"

#include <algorithm>
#include <stdexcept>

namespace demarche {
namespace {

constexpr std::uint32_t stride = 64;

bool continues(char byte) {
  return (static_cast<unsigned char>(byte) & 0xc0U) == 0x80U;
}

}  // namespace

std::string print(CodePoints span) {
  return std::to_string(span.begin) + "," + std::to_string(span.end);
}

Offsets::Offsets(std::string_view text) : text_(text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i % stride == 0) counts_.push_back(size_);
    if (!continues(text[i])) ++size_;
  }
}

std::uint32_t Offsets::count_before(std::uint32_t byte) const {
  if (byte == text_.size()) return size_;
  std::uint32_t count = counts_[byte / stride];
  for (std::uint32_t i = byte - byte % stride; i < byte; ++i)
    if (!continues(text_[i])) ++count;
  return count;
}

CodePoints Offsets::code_points(Span span) const {
  const auto cuts = [this](std::uint32_t byte) {
    return byte < text_.size() && continues(text_[byte]);
  };
  if (span.begin > span.end || span.end > text_.size() || cuts(span.begin) ||
      cuts(span.end))
    throw std::logic_error("a span [" + std::to_string(span.begin) + ", " +
                           std::to_string(span.end) +
                           ") is no part of its text of " +
                           std::to_string(text_.size()) + " bytes");
  return {count_before(span.begin), count_before(span.end)};
}

std::uint32_t Offsets::byte_of(std::uint32_t code_point) const {
  if (code_point == size_) return static_cast<std::uint32_t>(text_.size());
  const auto after =
      std::upper_bound(counts_.begin(), counts_.end(), code_point);
  const auto block = static_cast<std::uint32_t>(after - counts_.begin() - 1);
  std::uint32_t count = counts_[block];
  std::uint32_t byte = block * stride;
  while (continues(text_[byte]) || count < code_point)
    if (!continues(text_[byte++])) ++count;
  return byte;
}

std::optional<Span> Offsets::bytes(CodePoints span) const {
  if (span.begin > span.end || span.end > size_) return std::nullopt;
  return Span{byte_of(span.begin), byte_of(span.end)};
}

}  // namespace demarche
