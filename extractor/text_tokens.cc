#include "extractor/text_tokens.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "extractor/noun_phrase.h"

namespace demarche {
namespace {

constexpr std::array<std::string_view, 5> dashes = {"-", "\u2010", "\u2011",
                                                    "\u2013", "\u2014"};

constexpr std::array<std::pair<std::string_view, int>, 28> small_numbers = {{
    {"zero", 0},     {"one", 1},        {"two", 2},       {"three", 3},
    {"four", 4},     {"five", 5},       {"six", 6},       {"seven", 7},
    {"eight", 8},    {"nine", 9},       {"ten", 10},      {"eleven", 11},
    {"twelve", 12},  {"thirteen", 13},  {"fourteen", 14}, {"fifteen", 15},
    {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19},
    {"twenty", 20},  {"thirty", 30},    {"forty", 40},    {"fifty", 50},
    {"sixty", 60},   {"seventy", 70},   {"eighty", 80},   {"ninety", 90},
}};

constexpr std::array<std::pair<std::string_view, double>, 14> magnitudes = {{
    {"dozen", 12},
    {"score", 20},
    {"hundred", 100},
    {"thousand", 1e3},
    {"k", 1e3},
    {"million", 1e6},
    {"mn", 1e6},
    {"mln", 1e6},
    {"billion", 1e9},
    {"bn", 1e9},
    {"bln", 1e9},
    {"trillion", 1e12},
    {"tn", 1e12},
    {"trn", 1e12},
}};

constexpr std::array<std::pair<std::string_view, double>, 7> plural_numbers = {{
    {"dozens", 24},
    {"scores", 40},
    {"hundreds", 200},
    {"thousands", 2e3},
    {"millions", 2e6},
    {"billions", 2e9},
    {"trillions", 2e12},
}};

/// What a share is of; "second" is none.
constexpr std::array<std::pair<std::string_view, double>, 9> fractions = {{
    {"half", 2},
    {"third", 3},
    {"quarter", 4},
    {"fifth", 5},
    {"sixth", 6},
    {"seventh", 7},
    {"eighth", 8},
    {"ninth", 9},
    {"tenth", 10},
}};

constexpr std::array<std::string_view, 20> ordinals = {
    "first",     "second",      "third",      "fourth",     "fifth",
    "sixth",     "seventh",     "eighth",     "ninth",      "tenth",
    "eleventh",  "twelfth",     "thirteenth", "fourteenth", "fifteenth",
    "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"};

template <class Table>
auto look_up(const Table& table, std::string_view word)
    -> std::optional<typename Table::value_type::second_type> {
  for (const auto& [name, value] : table)
    if (name == word) return value;
  return std::nullopt;
}

std::size_t dash_at(std::string_view text) {
  for (const std::string_view dash : dashes)
    if (text.starts_with(dash)) return dash.size();
  return 0;
}

void add_token(const Sentence& sentence, WordIndex index, std::size_t begin,
               std::size_t end, std::vector<TextToken>* tokens) {
  if (begin == end) return;
  const Word& word = sentence.words[index];
  TextToken token;
  token.form = word.form.substr(begin, end - begin);
  token.word = index;
  token.dash = dash_at(token.form) == token.form.size();
  token.text = token.dash ? std::string(1, '-') : to_lower(token.form);
  token.span = word.span;
  if (word.span.end - word.span.begin == word.form.size())
    token.span = {word.span.begin + static_cast<std::uint32_t>(begin),
                  word.span.begin + static_cast<std::uint32_t>(end)};
  tokens->push_back(std::move(token));
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// "2,000.5" without its commas: the number, and where it ends.
std::pair<double, std::size_t> leading_number(std::string_view text) {
  std::string plain;
  std::size_t i = 0;
  bool point = false;
  for (; i < text.size(); ++i) {
    const bool next = i + 1 < text.size() && is_digit(text[i + 1]);
    if (is_digit(text[i])) {
      plain += text[i];
    } else if (text[i] == '.' && !point && next && !plain.empty()) {
      point = true;
      plain += '.';
    } else if (text[i] != ',' || !next || plain.empty()) {
      break;
    }
  }
  double value = 0;
  std::from_chars(plain.data(), plain.data() + plain.size(), value);
  return {value, plain.empty() ? 0 : i};
}

class NumberReader {
 public:
  NumberReader(const std::vector<TextToken>& tokens, std::size_t first)
      : tokens_(tokens), at_(first) {}

  std::optional<NumberMatch> read() {
    if (read_plural() || read_few() || read_digits() || read_words()) {
      match_.end = at_;
      return match_;
    }
    return std::nullopt;
  }

 private:
  std::string_view text(std::size_t i) const {
    return i < tokens_.size() ? std::string_view(tokens_[i].text)
                              : std::string_view();
  }

  // "hundreds", "tens of thousands"
  bool read_plural() {
    const bool tens = text(at_) == "tens";
    const auto value = look_up(plural_numbers, text(at_));
    if (!value && !tens) return false;
    const auto more = text(at_ + 1) == "of"
                          ? look_up(plural_numbers, text(at_ + 2))
                          : std::nullopt;
    if (tens && !more) return false;
    match_.plural = true;
    match_.value = tens ? 10 * *more : more ? *value * *more / 2 : *value;
    at_ += more ? 3 : 1;
    return true;
  }

  // "several hundred", "a few thousand": at least two of them
  bool read_few() {
    const std::size_t next = at_ + (text(at_) == "a");
    if (text(next) != "few" && text(next) != "several") return false;
    const auto more = look_up(magnitudes, text(next + 1));
    if (!more || text(next + 1) == "k") return false;
    match_.plural = true;
    match_.value = 2 * *more;
    at_ = next + 2;
    return true;
  }

  bool read_digits() {
    const auto [value, length] = leading_number(text(at_));
    if (length == 0) return false;
    const std::string_view rest = text(at_).substr(length);
    const auto suffix = rest == "m"   ? std::optional(1e6)
                        : rest == "b" ? std::optional(1e9)
                                      : look_up(magnitudes, rest);
    if (!rest.empty() && !suffix && rest != "+" && rest != "%") return false;
    match_.in_digits = true;
    match_.plural = rest == "+";
    match_.value = value * suffix.value_or(1);
    ++at_;
    if (is_letter_of_magnitude())
      match_.value *= text(at_++) == "m" ? 1e6 : 1e9;
    read_magnitudes();
    return true;
  }

  // "$5m", "3m people": a letter right after the digits, of money or of what
  // is many; "the 300m tower", "5m from the shore" are metres.
  bool is_letter_of_magnitude() const {
    if ((text(at_) != "m" && text(at_) != "b") || !are_glued(at_ - 1))
      return false;
    const bool is_money =
        at_ >= 2 && are_glued(at_ - 2) && text(at_ - 2) != "-";
    const std::string_view next = text(at_ + 1);
    return is_money || next == "people" || next.ends_with('s');
  }

  // Whether nothing stands between a token and the next.
  bool are_glued(std::size_t i) const {
    return tokens_[i].span.end == tokens_[i + 1].span.begin;
  }

  void read_magnitudes() {
    while (true) {
      const std::size_t next = at_ + (text(at_) == "-");
      const auto more = look_up(magnitudes, text(next));
      if (!more) return;
      match_.value *= *more;
      at_ = next + 1;
    }
  }

  // "twenty-five", "two hundred and ten thousand", "half a million"
  bool read_words() {
    if (read_half()) return true;
    double total = 0;
    double current = 0;
    bool any = read_article(&current);
    for (;;) {
      std::size_t next = at_;
      if (any && read_and_a_half(&current)) continue;
      if (any && (text(next) == "-" || text(next) == "and")) ++next;
      const auto small = look_up(small_numbers, text(next));
      const auto more = look_up(magnitudes, text(next));
      if (small && (current == 0 || fits_below(current, *small))) {
        current += *small;
      } else if (more && any && *more > 1 && text(next) != "k") {
        current = (current == 0 ? 1 : current) * *more;
        if (*more >= 1000) total += std::exchange(current, 0);
      } else {
        break;
      }
      any = true;
      at_ = next + 1;
    }
    match_.value = total + current;
    return any;
  }

  /// "two and a half (million)"
  bool read_and_a_half(double* current) {
    if (text(at_) != "and" || text(at_ + 1) != "a" || text(at_ + 2) != "half")
      return false;
    *current += 0.5;
    at_ += 3;
    return true;
  }

  /// Whether "five" may follow "twenty" or "hundred".
  static bool fits_below(double current, int small) {
    const int last = static_cast<int>(current) % 100;
    return last == 0 || (last >= 20 && last % 10 == 0 && small < 10);
  }

  bool read_half() {
    const bool article = text(at_ + 1) == "a";
    const auto more = look_up(magnitudes, text(at_ + 1 + article));
    if (text(at_) != "half" || !more) return false;
    match_.value = *more / 2;
    at_ += 2 + article;
    return true;
  }

  /// "a hundred", "a couple of"
  bool read_article(double* current) {
    if (text(at_) != "a" && text(at_) != "an") return false;
    if (text(at_ + 1) == "couple") {
      *current = 2;
      at_ += text(at_ + 2) == "of" ? 3 : 2;
      return true;
    }
    if (!look_up(magnitudes, text(at_ + 1)) || text(at_ + 1) == "k")
      return false;
    *current = 1;
    ++at_;
    return true;
  }

  const std::vector<TextToken>& tokens_;
  std::size_t at_;
  NumberMatch match_;
};

}  // namespace

std::vector<TextToken> text_tokens(const Sentence& sentence) {
  std::vector<TextToken> tokens;
  for (WordIndex i = 0; i < sentence.words.size(); ++i) {
    const std::string& form = sentence.words[i].form;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < form.size();) {
      const std::size_t dash = dash_at(std::string_view(form).substr(at));
      if (dash == 0) {
        ++at;
        continue;
      }
      add_token(sentence, i, begin, at, &tokens);
      add_token(sentence, i, at, at + dash, &tokens);
      at += dash;
      begin = at;
    }
    add_token(sentence, i, begin, form.size(), &tokens);
  }
  return tokens;
}

std::optional<NumberMatch> match_number(const std::vector<TextToken>& tokens,
                                        std::size_t first) {
  return NumberReader(tokens, first).read();
}

std::optional<NumberMatch> match_share(const std::vector<TextToken>& tokens,
                                       std::size_t first) {
  const auto text = [&](std::size_t i) {
    return i < tokens.size() ? std::string_view(tokens[i].text)
                             : std::string_view();
  };
  NumberMatch share;
  const bool article = text(first) == "a" || text(first) == "one";
  if (const auto part = look_up(fractions, text(first + article));
      part && article == (*part != 2)) {
    share.value = 100 / *part;
    share.end = first + article + 1;
    return share;
  }
  const auto number = match_number(tokens, first);
  if (!number || number->plural || number->value < 1) return std::nullopt;
  const std::size_t next = number->end + (text(number->end) == "-");
  std::string_view name = text(next);
  if (name.ends_with('s') && number->value > 1) {
    name.remove_suffix(1);
    const auto part = look_up(fractions, name);
    if (!part || number->value >= *part) return std::nullopt;
    return NumberMatch{100 * number->value / *part, next + 1, true, false};
  }
  const bool in = text(next) == "in" && number->value == 1;
  const bool out_of = text(next) == "out" && text(next + 1) == "of";
  if (!in && !out_of) return std::nullopt;
  const auto whole = match_number(tokens, next + 1 + out_of);
  if (!whole || whole->value <= number->value || whole->value > 1000)
    return std::nullopt;
  return NumberMatch{100 * number->value / whole->value, whole->end, true,
                     false};
}

std::optional<int> ordinal_of(std::string_view text) {
  const auto named = std::find(ordinals.begin(), ordinals.end(), text);
  if (named != ordinals.end())
    return static_cast<int>(named - ordinals.begin()) + 1;
  if (text.size() < 3) return std::nullopt;
  const std::string_view ending = text.substr(text.size() - 2);
  if (ending != "th" && ending != "st" && ending != "nd" && ending != "rd")
    return std::nullopt;
  return digits_of(text.substr(0, text.size() - 2), 1, 3);
}

std::optional<int> digits_of(std::string_view text, std::size_t least,
                             std::size_t most) {
  if (text.size() < least || text.size() > most) return std::nullopt;
  int value = 0;
  for (const char c : text) {
    if (!is_digit(c)) return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace demarche
