#include "extractor/quotes.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace demarche {
namespace {

constexpr std::uint32_t fewest_words = 4;

bool is_straight(std::string_view form) { return form == "\"" || form == "''"; }

bool opens(std::string_view form, bool inside) {
  return form == "“" || form == "«" || form == "„" || form == "``" ||
         (is_straight(form) && !inside);
}

bool closes(std::string_view form) {
  return form == "”" || form == "»" || is_straight(form);
}

struct Open {
  Span mark;
  bool straight = false;
  bool is_exclaimed = false;  ///< The last token so far is "!" or "?".
  std::uint32_t words = 0;
  std::uint32_t inner = 0;  ///< Curly quotations open inside a straight one.
};

void close(std::optional<Open>& open, std::uint32_t end,
           std::vector<Span>& found) {
  if (open && (open->words >= fewest_words || open->is_exclaimed))
    found.push_back({open->mark.begin, end});
  open.reset();
}

}  // namespace

std::vector<Span> find_quotations(const Article& article,
                                  const Analysis& analysis) {
  std::vector<Span> found;
  std::optional<Open> open;
  std::uint32_t passage = 0;
  for (const Sentence& sentence : analysis.sentences) {
    if (sentence.passage != passage) {
      if (passage < article.passages.size())
        close(open, article.passages[passage].span.end, found);
      open.reset();
      passage = sentence.passage;
    }
    for (const Word& word : sentence.words) {
      if (opens(word.form, open.has_value())) {
        if (!open)
          open = Open{word.span, is_straight(word.form)};
        else if (open->straight)
          ++open->inner;
      } else if (open && open->inner > 0 && !is_straight(word.form) &&
                 closes(word.form)) {
        --open->inner;
      } else if (closes(word.form)) {
        close(open, word.span.end, found);
      } else if (open) {
        open->is_exclaimed = word.form == "!" || word.form == "?";
        if (word.upos != Upos::punct) ++open->words;
      }
    }
  }
  if (open && passage < article.passages.size())
    close(open, article.passages[passage].span.end, found);
  return found;
}

}  // namespace demarche
