#ifndef DEMARCHE_GRAPHS_OFFSETS_H_
#define DEMARCHE_GRAPHS_OFFSETS_H_

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/span.h"

namespace demarche {

/// A half-open range of code points: what IRIs, NIF and event data count in.
/// A type of its own, so that it is never mistaken for a `Span` of bytes.
struct CodePoints {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  friend auto operator<=>(const CodePoints&, const CodePoints&) = default;
};

/// "7,14", as it stands in IRIs.
std::string print(CodePoints span);

/// The one place that turns bytes of a text into code points, and back.
///
/// Borrows the text, which must be valid UTF-8.  A lookup costs at most a few
/// dozen bytes of reading.
class Offsets {
 public:
  explicit Offsets(std::string_view text);

  /// The code points of `span`.  Throws `std::logic_error` if it does not lie
  /// inside the text or cuts a code point: then a stage made a mistake, and
  /// what it says must not be written.
  CodePoints code_points(Span span) const;

  /// The bytes of `span`; nothing if it does not lie inside the text.
  std::optional<Span> bytes(CodePoints span) const;

  /// How many code points the text has.
  std::uint32_t size() const { return size_; }

 private:
  std::uint32_t count_before(std::uint32_t byte) const;
  std::uint32_t byte_of(std::uint32_t code_point) const;

  std::string_view text_;
  std::vector<std::uint32_t> counts_;  ///< Before every 64th byte.
  std::uint32_t size_ = 0;
};

}  // namespace demarche

#endif
