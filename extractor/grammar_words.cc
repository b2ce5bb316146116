#include "extractor/grammar_words.h"

#include <algorithm>
#include <array>

namespace demarche {
namespace {

constexpr auto fem = Gender::feminine;
constexpr auto masc = Gender::masculine;
constexpr auto any = Gender::unknown;

// form, person, plural, personal, gender, possessive, reflexive
constexpr std::array<Pronoun, 31> pronouns = {{
    {"he", 3, false, true, masc, false, false},
    {"him", 3, false, true, masc, false, false},
    {"his", 3, false, true, masc, true, false},
    {"himself", 3, false, true, masc, false, true},
    {"she", 3, false, true, fem, false, false},
    {"her", 3, false, true, fem, true, false},
    {"hers", 3, false, true, fem, true, false},
    {"herself", 3, false, true, fem, false, true},
    {"it", 3, false, false, any, false, false},
    {"its", 3, false, false, any, true, false},
    {"itself", 3, false, false, any, false, true},
    {"they", 3, true, false, any, false, false},
    {"them", 3, true, false, any, false, false},
    {"their", 3, true, false, any, true, false},
    {"theirs", 3, true, false, any, true, false},
    {"themselves", 3, true, false, any, false, true},
    {"i", 1, false, true, any, false, false},
    {"me", 1, false, true, any, false, false},
    {"my", 1, false, true, any, true, false},
    {"mine", 1, false, true, any, true, false},
    {"myself", 1, false, true, any, false, true},
    {"we", 1, true, false, any, false, false},
    {"us", 1, true, false, any, false, false},
    {"our", 1, true, false, any, true, false},
    {"ours", 1, true, false, any, true, false},
    {"ourselves", 1, true, false, any, false, true},
    {"you", 2, false, true, any, false, false},
    {"your", 2, false, true, any, true, false},
    {"yours", 2, false, true, any, true, false},
    {"yourself", 2, false, true, any, false, true},
    {"yourselves", 2, true, true, any, false, true},
}};

constexpr std::array<std::string_view, 21> feminine_nouns = {
    "mrs",   "mrs.",    "ms",       "ms.",      "miss",   "lady",
    "madam", "queen",   "empress",  "princess", "mother", "sister",
    "wife",  "widow",   "daughter", "aunt",     "girl",   "niece",
    "woman", "actress", "baroness"};

constexpr std::array<std::string_view, 21> masculine_nouns = {
    "mr",      "mr.",     "sir",     "lord",   "king",  "prince", "father",
    "brother", "husband", "widower", "son",    "uncle", "boy",    "nephew",
    "man",     "pope",    "emir",    "sultan", "actor", "baron",  "sheikh"};

constexpr std::array<std::string_view, 22> partitive_nouns = {
    "series", "round",  "wave",   "string", "spate",   "set",
    "number", "couple", "flurry", "range",  "variety", "kind",
    "type",   "sort",   "form",   "act",    "bout",    "barrage",
    "day",    "hour",   "week",   "month"};

constexpr std::array<std::string_view, 13> directing_prepositions = {
    "to",      "for",  "against", "with",    "on",   "about", "of",
    "towards", "into", "toward",  "between", "over", "at"};

template <std::size_t size>
bool holds(const std::array<std::string_view, size>& words,
           std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

const Pronoun* find_pronoun(std::string_view form) {
  const auto found =
      std::find_if(pronouns.begin(), pronouns.end(),
                   [&](const Pronoun& one) { return one.form == form; });
  return found == pronouns.end() ? nullptr : &*found;
}

Gender gender_of_noun(std::string_view lemma) {
  if (lemma.ends_with("woman") || holds(feminine_nouns, lemma))
    return Gender::feminine;
  if (lemma.ends_with("man") || holds(masculine_nouns, lemma))
    return Gender::masculine;
  return Gender::unknown;
}

bool is_partitive_noun(std::string_view lemma) {
  return holds(partitive_nouns, lemma);
}

bool is_directing_preposition(std::string_view lemma) {
  return holds(directing_prepositions, lemma);
}

bool is_definite_determiner(std::string_view form) {
  return form == "the" || form == "this" || form == "that" || form == "these" ||
         form == "those";
}

bool is_quantified_determiner(std::string_view form) {
  return form == "every" || form == "each" || form == "no" || form == "any" ||
         form == "another" || form == "what" || form == "which";
}

}  // namespace demarche
