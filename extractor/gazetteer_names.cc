// Finds the gazetteer's labels in the words of a text.

#include "extractor/gazetteer_names.h"

#include <algorithm>
#include <array>

#include "extractor/link_entities.h"
#include "extractor/noun_phrase.h"

namespace demarche {
namespace {

constexpr WordIndex longest_label = 10;  // In words.

bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_letter(char c) {
  return is_capital(c) || is_small(c) || static_cast<unsigned char>(c) >= 0x80;
}

std::string_view without_possessive(std::string_view text) {
  for (const std::string_view mark : {"'s", "’s", "'", "’"})
    if (text.ends_with(mark)) return text.substr(0, text.size() - mark.size());
  return text;
}

/// "Donald J. Trump" as "Donald Trump"; the same text without initials.
std::string without_initials(std::string_view text) {
  std::string plain;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    const bool is_initial =
        word.size() == 2 && is_capital(word[0]) && word[1] == '.';
    if (!is_initial || plain.empty())
      plain += (plain.empty() ? "" : " ") + std::string(word);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return plain;
}

/// "Donald John Trump" as "Donald Trump": the first and last of three or four
/// words with capitals; "" for others.
std::string without_middle_names(std::string_view text) {
  const std::size_t first = text.find(' '), last = text.rfind(' ');
  if (first == last) return "";
  std::ptrdiff_t spaces = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool begins = i == 0 || text[i - 1] == ' ';
    if (begins && !is_capital(text[i])) return "";
    spaces += text[i] == ' ';
  }
  const char* const digits = "IVX";  // "Charles Sy III" is no Charles III.
  if (spaces > 3 || text.find_first_not_of(digits, last + 1) == text.npos)
    return "";
  return std::string(text.substr(0, first)) + std::string(text.substr(last));
}

bool are_persons(std::span<const LabelMatch> matches,
                 const Ontology& ontology) {
  const ClassId person = ontology.find_class("Person");
  return std::all_of(
      matches.begin(), matches.end(), [&](const LabelMatch& match) {
        return ontology.is_a(ontology[match.concept_id].type, person);
      });
}

std::string_view type_of_name(const LabelMatch& match,
                              const Ontology& ontology) {
  const ClassId type = ontology[match.concept_id].type;
  const auto is = [&](std::string_view name) {
    return ontology.is_a(type, ontology.find_class(name));
  };
  if (match.kind == LabelKind::adjective || match.kind == LabelKind::people ||
      is("PopulationGroup"))
    return "NORP";
  if (is("Person")) return "PER";
  if (is("State") || is("City")) return "GPE";
  if (is("Facility")) return "FAC";
  if (is("Place")) return "LOC";
  return "ORG";
}

/// Labels of one word are taken from gazetteer and tags together: a name must
/// be tagged as one, an adjective or people not as a verb.
class SingleWord {
 public:
  SingleWord(const Sentence& sentence, WordIndex index)
      : sentence_(sentence), index_(index), word_(sentence.words[index]) {}

  bool allows(std::string_view type) const {
    if (type == "NORP")
      return word_.upos == Upos::adj || word_.upos == Upos::noun ||
             word_.upos == Upos::propn;
    if (!is_proper(index_) && !is_acronym()) return false;
    if (type == "GPE") return !is_in_longer_name();
    if (type == "PER") return word_.form.size() > 3 && stands_alone();
    return stands_alone();
  }

 private:
  /// Acronyms may be read as nouns: their tags tell.
  bool is_proper(WordIndex i) const {
    if (i >= sentence_.words.size()) return false;
    const Word& word = sentence_.words[i];
    return word.upos == Upos::propn ||
           ((word.xpos.starts_with("NNP") || is_shouted_pronoun(i)) &&
            is_all_capitals(word.form));
  }
  /// "IMF", read as a noun, where the words beside it are not in capitals.
  bool is_acronym() const {
    constexpr std::size_t shortest = 3;
    const auto& words = sentence_.words;
    const auto is_shouted = [&](WordIndex other) {
      return other < words.size() && words[other].form.size() > 1 &&
             is_all_capitals(words[other].form);
    };
    return word_.upos == Upos::noun && word_.form.size() >= shortest &&
           is_all_capitals(word_.form) && !is_shouted(index_ + 1) &&
           (index_ == 0 || !is_shouted(index_ - 1));
  }
  /// "WHO says", which is the body; not "WHO SAYS".
  bool is_shouted_pronoun(WordIndex i) const {
    const auto& words = sentence_.words;
    const auto is_small_word = [&](WordIndex other) {
      return other < words.size() && is_small(words[other].form.back());
    };
    return words[i].upos == Upos::pron && words[i].form.size() > 2 &&
           (is_small_word(i + 1) || (i > 0 && is_small_word(i - 1)));
  }
  bool stands_alone() const {
    return !is_proper(index_ + 1) && (index_ == 0 || !is_proper(index_ - 1));
  }
  /// "Jordan" of "Michael Jordan".
  bool is_in_longer_name() const {
    if (word_.relation.starts_with("flat")) return true;
    return index_ + 1 < sentence_.words.size() &&
           sentence_.words[index_ + 1].relation.starts_with("flat") &&
           sentence_.words[index_ + 1].head == index_;
  }

  const Sentence& sentence_;
  WordIndex index_;
  const Word& word_;
};

/// "LinkedIn", "PayPal": a capital after a small letter.
bool has_inner_capital(std::string_view text) {
  for (std::size_t i = 1; i < text.size(); ++i)
    if (is_small(text[i - 1]) && is_capital(text[i])) return true;
  return false;
}

/// Papers and companies of one common word ("Sun", "Apple") need the
/// analyser's word for it.
bool is_common_name(const LabelMatch& match, std::string_view text,
                    const Ontology& ontology) {
  if (is_all_capitals(text) || has_inner_capital(text)) return false;
  const ClassId type = ontology[match.concept_id].type;
  return ontology.is_a(type, ontology.find_class("NewsOutlet")) ||
         ontology.is_a(type, ontology.find_class("Company"));
}

/// The type of name that words [first, end) have; "" for none.
std::string_view find_type(const Sentence& sentence, WordIndex first,
                           WordIndex end, const Ontology& ontology) {
  const std::string text = text_of(sentence, first, end);
  auto matches = ontology.find_label(text);
  const bool is_shouted =
      matches.empty() && text.size() > 3 && is_all_capitals(text);
  if (is_shouted) matches = ontology.find_label(in_title_case(text));
  for (const LabelMatch& match : matches) {
    if (match.kind == LabelKind::metonym) continue;
    const std::string_view type = type_of_name(match, ontology);
    if (end - first > 1) return type;
    if (is_shouted && type != "GPE") continue;
    if (is_common_name(match, text, ontology)) continue;
    if (SingleWord(sentence, first).allows(type)) return type;
  }
  return "";
}

bool can_begin_name(const Word& word) {
  if (word.form.empty() || word.upos == Upos::punct) return false;
  const unsigned char c = static_cast<unsigned char>(word.form[0]);
  return is_capital(word.form[0]) || c >= 0x80 ||
         word.form.starts_with("al");  // "al-Qaeda"
}

}  // namespace

bool is_all_capitals(std::string_view text) {
  return std::any_of(text.begin(), text.end(), is_capital) &&
         std::none_of(text.begin(), text.end(), is_small);
}

std::string in_title_case(std::string_view text) {
  constexpr std::array<std::string_view, 6> small = {"OF",  "AND", "THE",
                                                     "FOR", "IN",  "DE"};
  std::string titled(text);
  for (std::size_t begin = 0; begin < titled.size();) {
    std::size_t end = begin;
    while (end < titled.size() && is_letter(titled[end])) ++end;
    const std::string_view word = text.substr(begin, end - begin);
    const bool stays_small =
        begin > 0 && std::find(small.begin(), small.end(), word) != small.end();
    for (std::size_t i = begin + (stays_small ? 0 : 1); i < end; ++i)
      if (is_capital(titled[i])) titled[i] += 'a' - 'A';
    begin = end + 1;
  }
  return titled;
}

/// The initials between the first and the last word: "P" of "Awa P. Sy".
std::string middle_initials(std::string_view name) {
  std::string initials;
  const std::size_t last = name.rfind(' ');
  for (std::size_t i = name.find(' '); i < last && i + 2 < name.size(); ++i)
    if (name[i + 1] == '.' && is_capital(name[i])) initials += name[i];
  return initials;
}

/// Whether they name persons of other initials than those of the text.
bool are_others(std::string_view text, std::span<const LabelMatch> matches,
                const Ontology& ontology) {
  const std::string initials = middle_initials(text);
  return !initials.empty() && !matches.empty() &&
         are_persons(matches, ontology) &&
         std::all_of(matches.begin(), matches.end(), [&](auto& match) {
           const auto own = middle_initials(ontology[match.concept_id].label);
           return !own.empty() && own != initials;
         });
}

std::span<const LabelMatch> find_written_label(std::string_view text,
                                               const Ontology& ontology) {
  auto matches = ontology.find_label(text);
  if (matches.empty()) matches = ontology.find_label(without_possessive(text));
  if (matches.empty() && text.size() > 2 && is_all_capitals(text))
    matches = ontology.find_label(in_title_case(without_possessive(text)));
  if (matches.empty() && text.find(". ") != std::string_view::npos)
    matches = ontology.find_label(without_initials(text));
  if (are_others(text, matches, ontology)) return {};
  if (!matches.empty()) return matches;
  const auto persons =
      ontology.find_label(without_middle_names(without_possessive(text)));
  return are_persons(persons, ontology) ? persons : matches;
}

std::string text_of(const Sentence& sentence, WordIndex first, WordIndex end) {
  std::string text;
  for (WordIndex i = first; i < end; ++i) {
    const Word& word = sentence.words[i];
    if (i > first && sentence.words[i - 1].span.end < word.span.begin)
      text += ' ';
    text += word.form;
  }
  return text;
}

std::vector<Name> find_gazetteer_names(const Sentence& sentence,
                                       const Ontology& ontology) {
  std::vector<Name> names;
  const WordIndex count = static_cast<WordIndex>(sentence.words.size());
  for (WordIndex first = 0; first < count;) {
    WordIndex next = first + 1;
    if (can_begin_name(sentence.words[first])) {
      WordIndex end = std::min(count, first + longest_label);
      for (; end > first; --end) {
        const auto type = find_type(sentence, first, end, ontology);
        if (type.empty()) continue;
        names.push_back({first, end, std::string(type)});
        next = end;
        break;
      }
    }
    first = next;
  }
  return names;
}

}  // namespace demarche
