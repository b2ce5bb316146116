// The printed names of the enumerations that the layers use.

#include <array>

#include "extractor/extraction.h"

namespace demarche {
namespace {

constexpr std::array<std::string_view, 17> upos_names = {
    "ADJ",  "ADP",  "ADV",   "AUX",   "CCONJ", "DET", "INTJ", "NOUN", "NUM",
    "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"};

}  // namespace

std::string_view name_of(Upos upos) {
  return upos_names[static_cast<std::size_t>(upos)];
}

std::optional<Upos> find_upos(std::string_view name) {
  for (std::size_t i = 0; i < upos_names.size(); ++i)
    if (upos_names[i] == name) return static_cast<Upos>(i);
  return std::nullopt;
}

bool is_read(PassageKind kind) {
  return kind != PassageKind::heading && kind != PassageKind::credit &&
         kind != PassageKind::source_line;
}

const char* name_of(PassageKind kind) {
  constexpr std::array names = {"headline",  "paragraph",  "fact",
                                "narrative", "caption",    "heading",
                                "credit",    "source_line"};
  return names[static_cast<std::size_t>(kind)];
}

const char* name_of(Factuality factuality) {
  constexpr std::array names = {
      "certain_positive", "probable_positive", "possible_positive",
      "certain_negative", "probable_negative", "possible_negative",
      "unknown"};
  return names[static_cast<std::size_t>(factuality)];
}

}  // namespace demarche
