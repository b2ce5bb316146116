#include "extractor/stance.h"

#include <algorithm>

namespace demarche {
namespace {

enum Certainty { none, possible, probable, certain };

Certainty certainty_of(Factuality factuality) {
  switch (factuality) {
    case Factuality::certain_positive:
    case Factuality::certain_negative:
      return certain;
    case Factuality::probable_positive:
    case Factuality::probable_negative:
      return probable;
    case Factuality::possible_positive:
    case Factuality::possible_negative:
      return possible;
    case Factuality::unknown:
      break;
  }
  return none;
}

Factuality compose(Certainty certainty, bool negative) {
  switch (certainty) {
    case certain:
      return negative ? Factuality::certain_negative
                      : Factuality::certain_positive;
    case probable:
      return negative ? Factuality::probable_negative
                      : Factuality::probable_positive;
    case possible:
      return negative ? Factuality::possible_negative
                      : Factuality::possible_positive;
    case none:
      break;
  }
  return Factuality::unknown;
}

Factuality at_most(Factuality factuality, Certainty limit) {
  return compose(std::min(certainty_of(factuality), limit),
                 is_negative(factuality));
}

}  // namespace

bool is_one_claimer(const std::vector<Attribution>& attributions,
                    std::optional<std::uint32_t> one,
                    std::optional<std::uint32_t> other) {
  if (one == other) return true;
  if (!one || !other) return false;
  const Attribution& first = attributions[*one];
  const Attribution& second = attributions[*other];
  return first.source && first.source == second.source && !first.within &&
         !second.within;
}

bool is_negative(Factuality factuality) {
  return factuality == Factuality::certain_negative ||
         factuality == Factuality::probable_negative ||
         factuality == Factuality::possible_negative;
}

Factuality negate(Factuality factuality) {
  return compose(certainty_of(factuality), !is_negative(factuality));
}

Factuality weaken_to_probable(Factuality factuality) {
  return at_most(factuality, probable);
}

Factuality weaken_to_possible(Factuality factuality) {
  return at_most(factuality, possible);
}

}  // namespace demarche
