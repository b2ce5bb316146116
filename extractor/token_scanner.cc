// Finds the end of a word by joining, one character of punctuation at a time,
// what belongs to it:
//
//   U . S .   Qa ' ida   3 . 5   2 , 000   5 : 00   AT & T   anti - war
//
// Each decision sees the word so far and a few characters ahead.

#include "extractor/token_scanner.h"

#include <algorithm>

#include "extractor/characters.h"

namespace demarche {

namespace {

constexpr std::size_t longest_listed = 32;  // Bytes of a listed word.

bool lists_word(const std::vector<std::string>& list, std::string_view word) {
  return word.size() <= longest_listed &&
         std::binary_search(list.begin(), list.end(), word, std::less<>());
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// A word being read: [begin, end), its last segment after a full stop.
struct Growth {
  std::uint32_t begin, end, segment;
  std::uint32_t letters = 0;   // Characters of the segment.
  bool single_letters = true;  // No segment has two letters or a digit.
  Character last;
};

std::string_view so_far(const Chunk& chunk, const Growth& word) {
  return chunk.text.substr(word.begin, word.end - word.begin);
}

Character next(const Chunk& chunk, std::uint32_t position) {
  return position < chunk.span.end ? character_at(chunk.text, position)
                                   : Character{};
}

bool is_letter(const Character& c) { return c.kind == CharacterKind::letter; }
bool is_number(const Character& c) { return c.kind == CharacterKind::digit; }

// Whether a full stop between two characters of words is inside of a word:
// "3.5", "U.S", "example.org", "FILE.TXT"; not "end.Then".
bool joins_stop(const Chunk& chunk, const Growth& word, const Character& after,
                std::uint32_t after_begin) {
  if (is_number(word.last)) return is_number(after) || is_lower(after.code);
  if (is_number(after)) return false;
  if (is_lower(after.code)) return true;
  const Character second = next(chunk, after_begin + after.size);
  if (word.letters == 1) return !is_letter(second);
  if (word.letters == 2 && second.code == '.') return true;  // "Ph.D."
  return is_upper(word.last.code) && is_letter(second) && is_upper(second.code);
}

bool joins_hyphen(const Chunk& chunk, const Growth& word) {
  const auto text = so_far(chunk, word);
  return text.size() <= longest_listed &&
         lists_word(chunk.lists.prefixes, lower_ascii(text));
}

// "2,000" is a number, "13,14" are two.
bool joins_comma(const Chunk& chunk, std::uint32_t mark) {
  std::uint32_t digits = 0;
  while (digits < 4 && is_digit(chunk.at(mark + 1 + digits))) ++digits;
  return digits == 3;
}

// "w/o" and the like are listed.
bool joins_slash(const Chunk& chunk, const Growth& word) {
  std::uint32_t end = word.end + 1;
  while (end - word.begin < longest_listed && next(chunk, end).is_word()) {
    end += next(chunk, end).size;
  }
  return lists_word(chunk.lists.abbreviations,
                    chunk.text.substr(word.begin, end - word.begin));
}

// Whether the punctuation `mark` after the word, and before the character
// `after` at `after_begin`, is inside of a longer word.
bool joins(const Chunk& chunk, const Growth& word, const Character& mark,
           const Character& after, std::uint32_t after_begin) {
  if (!after.is_word()) return false;
  const bool letters = is_letter(word.last) && is_letter(after);
  const bool digits = is_number(word.last) && is_number(after);
  if (is_apostrophe(mark.code) && mark.code != 0x2018) {
    return is_letter(after) && (word.last.is_word() || word.last.code == '.');
  }
  if (!word.last.is_word()) return false;
  switch (mark.code) {
    case '.':
      return joins_stop(chunk, word, after, after_begin);
    case ',':
      return digits && joins_comma(chunk, word.end);
    case ':':
      return digits;
    case '/':
      return joins_slash(chunk, word);
    case '-':
    case 0x2010:
    case 0x2011:
      return joins_hyphen(chunk, word);
    case '&':
    case '*':
      return letters;
    case '_':
      return true;
    default:
      return false;
  }
}

// Whether the word keeps the full stop behind it: "U.S.", "W.", "Mr.".
bool keeps_stop(const Chunk& chunk, const Growth& word) {
  if (!word.last.is_word()) return false;
  const bool is_acronym = word.single_letters && word.segment > word.begin;
  if (chunk.at(word.end + 1) == '.') {  // "the U.S.." but not "etc..."
    return is_acronym && chunk.at(word.end + 2) != '.';
  }
  if (chunk.at(word.end + 1) == ',' && !is_number(word.last)) return true;
  if (is_acronym) return true;
  if (word.single_letters && is_upper(word.last.code)) return true;
  return lists_word(chunk.lists.abbreviations,
                    chunk.text.substr(word.begin, word.end + 1 - word.begin));
}

void take(Growth& word, const Character& character) {
  if (character.code == '.') {
    word.segment = word.end + 1;
    word.letters = 0;
  } else {
    ++word.letters;
    if (word.letters > 1 || !is_letter(character)) word.single_letters = false;
  }
  word.end += character.size;
  word.last = character;
}

// "6.5K" ends after "6.5".
std::uint32_t without_unit(const Chunk& chunk, std::uint32_t begin,
                           std::uint32_t end) {
  if (!is_digit(chunk.at(begin)) || end - begin > longest_listed) return end;
  std::uint32_t number = begin;
  while (number < end &&
         (is_digit(chunk.at(number)) ||
          (is_digit(chunk.at(number + 1)) &&
           (chunk.at(number) == '.' || chunk.at(number) == ',' ||
            chunk.at(number) == ':')))) {
    ++number;
  }
  const auto unit = chunk.text.substr(number, end - number);
  return lists_word(chunk.lists.units, unit) ? number : end;
}

}  // namespace

std::uint32_t end_of_word(const Chunk& chunk, std::uint32_t begin) {
  Growth word{begin, begin, begin, 0, true, {}};
  // What may begin a word without being of one: # @ '.
  const Character first = next(chunk, begin);
  if (!first.is_word()) word.end = word.segment = begin + first.size;
  for (;;) {
    const Character here = next(chunk, word.end);
    if (here.is_word()) {
      take(word, here);
      continue;
    }
    const std::uint32_t after_begin = word.end + here.size;
    const Character after = next(chunk, after_begin);
    if (here.kind == CharacterKind::space || word.end == begin) break;
    if (joins(chunk, word, here, after, after_begin)) {
      take(word, here);
    } else if (here.code == '.' && keeps_stop(chunk, word)) {
      take(word, here);
      const Character mark = next(chunk, word.end);
      if (!is_apostrophe(mark.code)) break;
    } else if (here.code == '$' && is_number(after) &&
               is_upper(word.last.code)) {
      take(word, here);
      return word.end;
    } else {
      break;
    }
  }
  return without_unit(chunk, begin, word.end);
}

}  // namespace demarche
