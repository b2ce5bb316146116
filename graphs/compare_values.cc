#include "graphs/compare_values.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

#include "extractor/noun_phrase.h"

namespace demarche {
namespace {

struct Range {
  double least = 0;
  double most = 0;
};

bool is_measured(const Quantity& quantity) {
  return std::abs(quantity.value) >= 1000 || quantity.unit == "percent" ||
         quantity.value != std::floor(quantity.value);
}

/// By how much a number may be off though it is told as exact: small counts by
/// nothing, what is measured by less than its last digit that is not naught.
double rounding_of(const Quantity& quantity) {
  if (!is_measured(quantity)) return 0;
  const double value = std::abs(quantity.value);
  double digit = 0.001;
  while (digit < value &&
         std::abs(std::remainder(value, digit * 10)) < digit * 1e-3)
    digit *= 10;
  return std::min(0.9 * digit, 0.03 * value);
}

Range range_of(const Quantity& quantity) {
  constexpr double tolerance = 0.2;
  constexpr double infinity = std::numeric_limits<double>::infinity();
  const double value = quantity.value;
  const double rounding = rounding_of(quantity);
  switch (quantity.bound) {
    case Quantity::Bound::exact:
      return {value - rounding, value + rounding};
    case Quantity::Bound::about:
      return {value * (1 - tolerance), value * (1 + tolerance)};
    case Quantity::Bound::at_least:
      return {value, infinity};
    case Quantity::Bound::at_most:
      return {-infinity, value};
  }
  return {};
}

/// What is counted; people are people whatever they are called.
std::string_view unit_of(const Quantity& quantity) {
  if (quantity.unit == "person") return "people";
  return quantity.unit;
}

/// No share, and no sum of money, whose unit is a code: "USD".
bool is_count(const Quantity& quantity) {
  return quantity.unit != "percent" && !quantity.unit.empty() &&
         std::ranges::any_of(quantity.unit,
                             [](char c) { return c < 'A' || c > 'Z'; });
}

/// Of the pairs that count the same: how many there are, and can be one.
struct Pairs {
  int all = 0;
  int equal = 0;
};

Pairs compare(const std::vector<const Quantity*>& a,
              const std::vector<const Quantity*>& b) {
  Pairs pairs;
  for (const auto* one : a)
    for (const auto* other : b) {
      if (unit_of(*one) != unit_of(*other)) continue;
      ++pairs.all;
      const Range first = range_of(*one), second = range_of(*other);
      if (first.least <= second.most && second.least <= first.most)
        ++pairs.equal;
    }
  return pairs;
}

/// "2020", "2020-05", "2020-05-17"; no seasons, ranges or doubts.
bool is_plain_date(std::string_view date) {
  if (date.size() != 4 && date.size() != 7 && date.size() != 10) return false;
  for (std::size_t i = 0; i < date.size(); ++i)
    if (i == 4 || i == 7 ? date[i] != '-' : date[i] < '0' || date[i] > '9')
      return false;
  return date.size() == 4 || date.substr(5, 2) <= "12";
}

/// Of a date both are it; of a range its ends.  Nothing of an open or a
/// doubtful one.
std::optional<std::pair<std::string_view, std::string_view>> bounds_of(
    std::string_view date) {
  const std::size_t cut = date.find('/');
  const std::string_view first = date.substr(0, cut);
  const std::string_view last =
      cut == std::string_view::npos ? first : date.substr(cut + 1);
  if (!is_plain_date(first) || !is_plain_date(last)) return std::nullopt;
  return std::pair(first, last);
}

/// Surely: a month is not before its year.
bool is_before(std::string_view a, std::string_view b) {
  return a < b && !b.starts_with(a);
}

}  // namespace

bool share(const std::vector<std::string>& a,
           const std::vector<std::string>& b) {
  return std::ranges::find_first_of(a, b) != a.end();
}

bool numbers_agree(const std::vector<const Quantity*>& a,
                   const std::vector<const Quantity*>& b) {
  return compare(a, b).equal > 0;
}

bool numbers_differ(const std::vector<const Quantity*>& a,
                    const std::vector<const Quantity*>& b) {
  const Pairs pairs = compare(a, b);
  return pairs.all > 0 && pairs.equal == 0;
}

bool grow(const std::vector<const Quantity*>& earlier,
          const std::vector<const Quantity*>& later) {
  return std::ranges::any_of(earlier, [&](const Quantity* one) {
    return std::ranges::any_of(later, [&](const Quantity* other) {
      return is_count(*one) && unit_of(*one) == unit_of(*other) &&
             one->value < other->value;
    });
  });
}

bool dates_differ(std::string_view a, std::string_view b) {
  const auto first = bounds_of(a), second = bounds_of(b);
  return first && second &&
         (is_before(first->second, second->first) ||
          is_before(second->second, first->first));
}

bool may_be_one_date(std::string_view a, std::string_view b) {
  return a.starts_with(b) || b.starts_with(a);
}

bool is_contrastive(const Word& word) {
  constexpr std::array<std::string_view, 5> words = {"but", "however", "yet",
                                                     "nevertheless", "still"};
  return std::find(words.begin(), words.end(), to_lower(word.form)) !=
         words.end();
}

}  // namespace demarche
