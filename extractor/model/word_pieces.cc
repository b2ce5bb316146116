#include "extractor/model/word_pieces.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>

#include "extractor/model/code_points.h"

namespace demarche {
namespace {

constexpr std::size_t longest_word = 100;  // In characters.

enum class Kind { part, alone, space, nothing };

bool is_ideograph(char32_t c) {
  return (c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3400 && c <= 0x4dbf) ||
         (c >= 0xf900 && c <= 0xfaff) || (c >= 0x20000 && c <= 0x2ceaf) ||
         (c >= 0x2f800 && c <= 0x2fa1f);
}

bool is_alphanumeric(char32_t c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
         (c >= 'A' && c <= 'Z');
}

// What BERT's basic tokenizer does with a character, accents removed.
Kind kind_of(char32_t c) {
  if (is_alphanumeric(c)) return Kind::part;
  if (c > ' ' && c < 0x7f) return Kind::alone;
  if ((c >= 0x09 && c <= 0x0d) || (c >= 0x1c && c <= 0x20) || c == 0x85)
    return Kind::space;
  if (is_ideograph(c)) return Kind::alone;
  if (c == 0xfffd) return Kind::nothing;
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
      return Kind::space;
    case UTF8PROC_CATEGORY_PC:
    case UTF8PROC_CATEGORY_PD:
    case UTF8PROC_CATEGORY_PS:
    case UTF8PROC_CATEGORY_PE:
    case UTF8PROC_CATEGORY_PI:
    case UTF8PROC_CATEGORY_PF:
    case UTF8PROC_CATEGORY_PO:
      return Kind::alone;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_CN:
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_CS:
    case UTF8PROC_CATEGORY_CO:
      return Kind::nothing;
    default:
      return Kind::part;
  }
}

// Calls `use` with each character of the canonical decomposition.
template <class Use>
void decompose(char32_t code, Use use) {
  if (code < 0x80) return use(code);
  std::array<utf8proc_int32_t, 16> parts;
  int boundary = 0;
  const auto count =
      utf8proc_decompose_char(static_cast<utf8proc_int32_t>(code), parts.data(),
                              static_cast<utf8proc_ssize_t>(parts.size()),
                              UTF8PROC_DECOMPOSE, &boundary);
  for (utf8proc_ssize_t i = 0;
       i < std::min<utf8proc_ssize_t>(count, parts.size()); ++i)
    use(static_cast<char32_t>(parts[static_cast<std::size_t>(i)]));
}

// The byte before `end` at which a character begins.
std::size_t previous(std::string_view text, std::size_t end) {
  do --end;
  while (end > 0 && (text[end] & 0xc0) == 0x80);
  return end;
}

}  // namespace

WordPieces::WordPieces(const ModelFile& file) {
  const std::vector<std::string_view> pieces = file.lines("pieces");
  size_ = pieces.size();
  first_ = TextMap<PieceId>(size_);
  for (PieceId id = 0; id < size_; ++id) {
    std::string_view piece = pieces[id];
    longest_ = std::max(longest_, piece.size());
    if (piece.size() > 2 && piece.starts_with("##"))
      next_.emplace(piece.substr(2), id);
    else
      first_.emplace(piece, id);
  }
  const auto find = [&](std::string_view piece) {
    const PieceId* found = first_.find(piece);
    if (found == nullptr) file.refuse("no piece " + std::string(piece));
    return *found;
  };
  unknown_ = find("[UNK]");
  begin_ = find("[CLS]");
  end_ = find("[SEP]");
}

void WordPieces::split(std::string_view word,
                       std::vector<PieceId>& pieces) const {
  const std::size_t before = pieces.size();
  // A character has at most four bytes: no need to look at a long word.
  const std::u32string codes =
      code_points(word.substr(0, 4 * longest_word + 4));
  if (codes.size() > longest_word) {
    pieces.push_back(unknown_);
    return;
  }
  std::string part;
  const auto close = [&] {
    if (!part.empty()) match(part, pieces);
    part.clear();
  };
  const auto read = [&](char32_t code) {
    const Kind kind = kind_of(code);
    if (kind == Kind::nothing) return;
    if (kind != Kind::part) close();
    if (kind != Kind::space) append(part, code);
    if (kind == Kind::alone) close();
  };
  for (const char32_t code : codes) decompose(lower(code), read);
  close();
  if (pieces.size() == before) pieces.push_back(unknown_);
}

void WordPieces::match(std::string_view part,
                       std::vector<PieceId>& pieces) const {
  const std::size_t before = pieces.size();
  for (std::size_t start = 0; start < part.size();) {
    const auto& vocabulary = start == 0 ? first_ : next_;
    std::size_t end = part.size();
    while (end - start > longest_) end = previous(part, end);
    const PieceId* found = nullptr;
    for (; end > start; end = previous(part, end)) {
      found = vocabulary.find(part.substr(start, end - start));
      if (found != nullptr) break;
    }
    if (found == nullptr) {
      pieces.resize(before);
      pieces.push_back(unknown_);
      return;
    }
    pieces.push_back(*found);
    start = end;
  }
}

}  // namespace demarche
