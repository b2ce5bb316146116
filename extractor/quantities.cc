#include "extractor/quantities.h"

#include <algorithm>
#include <array>
#include <utility>

#include "extractor/noun_phrase.h"
#include "extractor/sentence_names.h"
#include "extractor/text_tokens.h"
#include "extractor/tree.h"

namespace demarche {
namespace {

using Bound = Quantity::Bound;

constexpr std::array<std::pair<std::string_view, std::string_view>, 30>
    currencies = {{{"a$", "AUD"},      {"c$", "CAD"},     {"hk$", "HKD"},
                   {"nt$", "TWD"},     {"nz$", "NZD"},    {"r$", "BRL"},
                   {"s$", "SGD"},      {"z$", "ZWL"},     {"$", "USD"},
                   {"us$", "USD"},     {"dollar", "USD"}, {"usd", "USD"},
                   {"\u20ac", "EUR"},  {"euro", "EUR"},   {"eur", "EUR"},
                   {"\u00a3", "GBP"},  {"gbp", "GBP"},    {"\u00a5", "JPY"},
                   {"yen", "JPY"},     {"yuan", "CNY"},   {"renminbi", "CNY"},
                   {"rouble", "RUB"},  {"ruble", "RUB"},  {"\u20b9", "INR"},
                   {"rupee", "INR"},   {"pound", "GBP"},  {"sterling", "GBP"},
                   {"hryvnia", "UAH"}, {"shekel", "ILS"}, {"\u20bd", "RUB"}}};

/// Currencies that two words name: "Swiss francs".
constexpr std::array<std::array<std::string_view, 3>, 14> national_currencies =
    {{{"swiss", "franc", "CHF"},
      {"canadian", "dollar", "CAD"},
      {"australian", "dollar", "AUD"},
      {"singapore", "dollar", "SGD"},
      {"turkish", "lira", "TRY"},
      {"egyptian", "pound", "EGP"},
      {"sudanese", "pound", "SDG"},
      {"syrian", "pound", "SYP"},
      {"lebanese", "pound", "LBP"},
      {"pakistani", "rupee", "PKR"},
      {"iranian", "rial", "IRR"},
      {"swedish", "krona", "SEK"},
      {"norwegian", "krone", "NOK"},
      {"indian", "rupee", "INR"}}};

struct BoundPhrase {
  std::array<std::string_view, 3> words;  ///< Empty ones at the front.
  Bound bound;
};

/// What may stand before a number, longest first.
constexpr std::array<BoundPhrase, 26> bound_phrases = {{
    {{"as", "many", "as"}, Bound::at_most},
    {{"as", "much", "as"}, Bound::at_most},
    {{"no", "fewer", "than"}, Bound::at_least},
    {{"no", "less", "than"}, Bound::at_least},
    {{"no", "more", "than"}, Bound::at_most},
    {{"", "more", "than"}, Bound::at_least},
    {{"", "greater", "than"}, Bound::at_least},
    {{"", "less", "than"}, Bound::at_most},
    {{"", "fewer", "than"}, Bound::at_most},
    {{"", "at", "least"}, Bound::at_least},
    {{"", "at", "most"}, Bound::at_most},
    {{"", "up", "to"}, Bound::at_most},
    {{"", "upwards", "of"}, Bound::at_least},
    {{"", "close", "to"}, Bound::about},
    {{"", "", "over"}, Bound::at_least},
    {{"", "", "exceeding"}, Bound::at_least},
    {{"", "", "under"}, Bound::at_most},
    {{"", "", "below"}, Bound::at_most},
    {{"", "", "about"}, Bound::about},
    {{"", "", "around"}, Bound::about},
    {{"", "", "some"}, Bound::about},
    {{"", "", "nearly"}, Bound::about},
    {{"", "", "almost"}, Bound::about},
    {{"", "", "roughly"}, Bound::about},
    {{"", "", "approximately"}, Bound::about},
    {{"", "", "estimated"}, Bound::about},
}};

/// Plurals in -ves of nouns in -f, and nouns whose plural in -ies has an -ie.
constexpr std::array<std::pair<std::string_view, std::string_view>, 8>
    plurals_in_ves = {{{"lives", "life"},
                       {"wives", "wife"},
                       {"knives", "knife"},
                       {"thieves", "thief"},
                       {"wolves", "wolf"},
                       {"leaves", "leaf"},
                       {"calves", "calf"},
                       {"shelves", "shelf"}}};
constexpr std::array<std::string_view, 12> nouns_in_ie = {
    "movie",   "cookie", "zombie", "calorie", "rookie", "prairie",
    "brownie", "selfie", "sortie", "genie",   "tie",    "pie"};

/// "km", "kg", "mph"
bool is_abbreviated(std::string_view form) {
  return form.size() > 1 && form.find_first_of("aeiouy") == form.npos;
}

/// The lemma of a counted noun; of one that was cut too short ("peacekeep"),
/// what the form tells.
std::string unit_of(const Word& word) {
  const auto lemmas = possible_lemmas(word);
  const bool cut = lemmas.size() > 2 &&
                   lemmas.back().starts_with(lemmas.front()) &&
                   lemmas[2] != lemmas.front() + "e";
  const std::string form = to_lower(word.form);
  if (is_abbreviated(form)) return form;
  for (const auto& [plural, singular] : plurals_in_ves)
    if (form == plural) return std::string(singular);
  if (form.ends_with("ies") && lemmas.front() + "s" == form &&
      std::find(nouns_in_ie.begin(), nouns_in_ie.end(), lemmas.front()) ==
          nouns_in_ie.end())
    return form.substr(0, form.size() - 3) + "y";
  const bool regular = lemmas.back() + "s" == form;
  return cut && regular ? lemmas.back() : lemmas.front();
}

std::string currency_of(std::string_view word) {
  for (const auto& [name, code] : currencies)
    if (name == word) return std::string(code);
  return {};
}

class SentenceQuantities {
 public:
  SentenceQuantities(std::uint32_t index, const Sentence& sentence,
                     std::vector<bool> taken, std::vector<Quantity>* quantities)
      : index_(index),
        sentence_(sentence),
        tree_(sentence),
        tokens_(text_tokens(sentence)),
        taken_(std::move(taken)),
        quantities_(*quantities) {}

  void find() {
    for (std::size_t at = 0; at < tokens_.size();) at = read(at);
  }

 private:
  std::string_view text(std::size_t i) const {
    return i < tokens_.size() ? std::string_view(tokens_[i].text)
                              : std::string_view();
  }
  const Word& word_of(std::size_t token) const {
    return sentence_.words[tokens_[token].word];
  }

  /// Reads what begins at a token; where to go on.
  std::size_t read(std::size_t at) {
    if (taken_[tokens_[at].word]) return at + 1;
    if (const auto share = match_share(tokens_, at);
        share && is_share(at, *share))
      return add_share(at, *share);
    const std::string sign = currency_of(text(at));
    const std::size_t number = at + !sign.empty();
    if (!sign.empty() && text(number) == "-") return at + 1;
    const auto match = match_number(tokens_, number);
    if (!match) return at + 1;
    Quantity quantity;
    quantity.sentence = index_;
    quantity.value = match->value;
    quantity.unit = sign;
    quantity.bound = match->plural ? Bound::at_least : bound_before(at);
    std::size_t end = match->end;
    read_range(*match, &quantity, &end);
    quantity.span = {tokens_[at].span.begin, tokens_[end - 1].span.end};
    if (count(number, end, &quantity)) quantities_.push_back(quantity);
    return end;
  }

  /// Not "a third party", "half an hour", "the first half": a share is of
  /// something, or what something changed by.
  bool is_share(std::size_t at, const NumberMatch& share) const {
    const std::string_view next = text(share.end);
    if (share.plural || next == "of") return text(share.end + 1) != "an";
    if (text(at) == "half")
      for (const std::string_view word :
           {"the", "its", "their", "his", "her", "our", "all", "those"})
        if (next == word) return true;
    const bool by = at > 0 && text(at - 1) == "by";
    const bool bare =
        share.end == tokens_.size() || word_of(share.end).upos != Upos::noun;
    return bare && (by || bound_before(at) != Bound::exact);
  }

  std::size_t add_share(std::size_t at, const NumberMatch& share) {
    Quantity quantity;
    quantity.sentence = index_;
    quantity.value = share.value;
    quantity.unit = "percent";
    quantity.bound = bound_before(at);
    quantity.span = {tokens_[at].span.begin, tokens_[share.end - 1].span.end};
    quantity.head = tokens_[share.end - 1].word;
    quantities_.push_back(quantity);
    return share.end;
  }

  /// "200 to 300", "200-300", "between 200 and 300": at least the first.
  void read_range(const NumberMatch& first, Quantity* quantity,
                  std::size_t* end) const {
    const bool between = text(*end) == "and" && quantity->bound == Bound::about;
    if (text(*end) != "-" && text(*end) != "to" && text(*end) != "or" &&
        !between)
      return;
    const std::size_t next = *end + 1 + !currency_of(text(*end + 1)).empty();
    const auto second = match_number(tokens_, next);
    if (!second || !(second->value > 0)) return;
    // In "two to three million" the first number shares the magnitude.
    if (second->value < first.value) return;
    const bool scaled = second->value >= 1000 * first.value &&
                        second->end > next + 1 && first.value < 1000;
    constexpr int most_magnitudes = 4;  // Trillions; and nothing for 0.
    for (int i = 0; scaled && i < most_magnitudes &&
                    quantity->value * 1000 <= second->value;
         ++i)
      quantity->value *= 1000;
    quantity->bound = Bound::at_least;
    *end = second->end;
  }

  Bound bound_before(std::size_t at) const {
    if (at > 0 && text(at - 1) == "between") return Bound::about;
    for (const BoundPhrase& phrase : bound_phrases)
      if (stands_before(phrase, at)) return phrase.bound;
    return Bound::exact;
  }

  bool stands_before(const BoundPhrase& phrase, std::size_t at) const {
    for (std::size_t back = 1; back <= 3; ++back) {
      const std::string_view wanted = phrase.words[3 - back];
      if (wanted.empty()) return true;
      if (at < back || text(at - back) != wanted) return false;
      // "handed over 7,600 documents"
      if (phrase.words[1].empty() &&
          word_of(at - back).relation == "compound:prt")
        return false;
    }
    return true;
  }

  /// Finds the unit and what is counted; whether this is a quantity at all.
  bool count(std::size_t first, std::size_t end, Quantity* quantity) const {
    std::size_t next = end;
    if (text(next) == "or" && text(next + 1) == "more") {
      quantity->bound = Bound::at_least;
      next += 2;
    }
    if (const std::size_t plus = next + (text(next) == "-");
        text(plus) == "+" || text(plus) == "plus") {
      quantity->bound = Bound::at_least;
      if (text(plus) == "plus") next = plus + 1;
    }
    const Word& last = word_of(end - 1);
    quantity->head = tokens_[end - 1].word;
    if (is_percent(next, end, quantity)) return true;
    if (!quantity->unit.empty()) return true;
    if (is_money(next, quantity)) return true;
    if (is_age(next)) return false;
    if (const auto counted = counted_noun(first, next, end)) {
      quantity->head = *counted;
      if (tree_[*counted].upos == Upos::pron) return quantity->value != 1;
      quantity->unit = unit_at(*counted);
      return true;
    }
    return stands_alone(first, last);
  }

  bool is_kind_of_unit(WordIndex word) const {
    const std::string form = to_lower(tree_[word].form);
    for (const std::string_view kind :
         {"square", "sq", "cubic", "nautical", "basis", "metric"})
      if (form == kind) return true;
    return false;
  }

  /// "square mile", however the tree joins the two.
  std::string unit_at(WordIndex word) const {
    if (is_kind_of_unit(word) && word + 1 < sentence_.words.size()) ++word;
    std::string unit = unit_of(tree_[word]);
    if (word > 0 && is_kind_of_unit(word - 1))
      unit = to_lower(tree_[word - 1].form) + ' ' + unit;
    return unit;
  }

  /// "3 billion dollars", "billions of dollars", "250,000 Swiss francs"
  bool is_money(std::size_t next, Quantity* quantity) const {
    if (quantity->bound == Bound::at_least && text(next) == "of") ++next;
    std::string money = currency_of(without_s(text(next)));
    for (const auto& [nation, noun, code] : national_currencies)
      if (text(next) == nation && without_s(text(next + 1)) == noun) {
        money = code;
        ++next;
      }
    // Pounds of something are a weight.
    if (money.empty() || (money == "GBP" && text(next + 1) == "of"))
      return false;
    quantity->unit = money;
    quantity->head = tokens_[next].word;
    quantity->span.end = tokens_[next].span.end;
    return true;
  }

  static std::string_view without_s(std::string_view word) {
    if (word.size() > 3 && word.ends_with('s')) word.remove_suffix(1);
    return word;
  }

  std::string lemma_at(std::size_t token) const {
    return token < tokens_.size() ? word_of(token).lemma : std::string();
  }

  bool is_percent(std::size_t next, std::size_t end, Quantity* quantity) const {
    std::size_t last = next;
    const bool glued = text(end - 1).ends_with('%');
    if (text(next) == "%" || text(next) == "percent" || text(next) == "pct")
      last = next + 1;
    else if (text(next) == "per" && text(next + 1) == "cent")
      last = next + 2;
    else if (!glued)
      return false;
    quantity->unit = "percent";
    quantity->span.end = tokens_[last - 1].span.end;
    quantity->head = tokens_[last - 1].word;
    return true;
  }

  bool is_age(std::size_t next) const {
    if (text(next) == "-") ++next;
    if (!text(next).starts_with("year")) return false;
    ++next;
    if (text(next) == "-") ++next;
    return text(next).starts_with("old");
  }

  bool is_of_phrase(WordIndex word) const {
    const auto preposition = tree_.child(word, {"case"});
    return is_relation(tree_[word].relation, "nmod") &&
           tree_[word].upos != Upos::num && preposition &&
           tree_[*preposition].lemma == "of";
  }

  /// The noun after the number on which it hangs, or that "of" joins to it.
  std::optional<WordIndex> counted_noun(std::size_t first, std::size_t next,
                                        std::size_t end) const {
    const WordIndex begin = tokens_[first].word;
    const WordIndex last = tokens_[end - 1].word;
    // "30-plus rockets", where the tree may count the "plus".
    if (next > end && next < tokens_.size() && word_of(next).upos == Upos::noun)
      return tokens_[next].word;
    WordIndex word = head_of(sentence_, begin, last + 1);
    for (WordIndex i = begin; i <= last; ++i)
      for (const WordIndex child : tree_.children(i))
        if (child > last && is_of_phrase(child)) return child;
    if (is_relation(tree_[word].relation, "conj")) word = tree_[word].head;
    const std::string& relation = tree_[word].relation;
    const bool counts =
        is_relation(relation, "nummod") || is_relation(relation, "compound") ||
        is_relation(relation, "amod") || is_relation(relation, "det");
    const WordIndex head = tree_[word].head;
    if (!counts || head == no_word || head <= last) return plural_after(next);
    const Upos upos = tree_[head].upos;
    if (upos != Upos::noun && upos != Upos::propn && upos != Upos::sym)
      return std::nullopt;
    return head;
  }

  /// "as many as 12 tents", where the number hangs on another word.
  std::optional<WordIndex> plural_after(std::size_t next) const {
    if (next >= tokens_.size() || word_of(next).xpos != "NNS")
      return std::nullopt;
    return tokens_[next].word;
  }

  /// "killing 35", "12 dead and 30 wounded", but not "Article 5" or "one of
  /// them".
  bool stands_alone(std::size_t first, const Word& last) const {
    if (last.head == no_word) return false;
    const Word& number = sentence_.words[head_of(sentence_, tokens_[first].word,
                                                 tokens_[first].word + 1)];
    const std::string lemma = to_lower(number.lemma);
    if (lemma == "one" || lemma == "zero") return false;
    const Upos above = tree_[last.head].upos;
    if (above == Upos::adj)
      return is_relation(last.relation, "nsubj") ||
             is_relation(last.relation, "conj") ||
             is_relation(last.relation, "nummod");
    return above == Upos::verb && (is_relation(last.relation, "obj") ||
                                   is_relation(last.relation, "nsubj") ||
                                   is_relation(last.relation, "obl"));
  }

  std::uint32_t index_;
  const Sentence& sentence_;
  Tree tree_;
  std::vector<TextToken> tokens_;
  std::vector<bool> taken_;  ///< Words of times and names.
  std::vector<Quantity>& quantities_;
};

void take_names(const Sentence& sentence, std::vector<bool>* taken) {
  for (const Name& name : sentence.names)
    for (WordIndex i = name.first; i < name.end; ++i) (*taken)[i] = true;
}

}  // namespace

std::vector<Quantity> find_quantities(
    const Article&, const Analysis& analysis,
    const std::vector<TimeExpression>& times) {
  std::vector<Quantity> quantities;
  auto time = times.begin();
  for (std::uint32_t i = 0; i < analysis.sentences.size(); ++i) {
    const Sentence& sentence = analysis.sentences[i];
    std::vector<bool> taken(sentence.words.size(), false);
    take_names(sentence, &taken);
    for (WordIndex word = 0; time != times.end() && time->sentence == i; ++time)
      for (; word < sentence.words.size() &&
             sentence.words[word].span.begin < time->span.end;
           ++word)
        if (sentence.words[word].span.end > time->span.begin)
          taken[word] = true;
    SentenceQuantities(i, sentence, std::move(taken), &quantities).find();
  }
  return quantities;
}

}  // namespace demarche
