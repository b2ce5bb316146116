#ifndef DEMARCHE_GRAPHS_CLAIM_VALUES_H_
#define DEMARCHE_GRAPHS_CLAIM_VALUES_H_

#include <string>
#include <string_view>
#include <vector>

#include "extractor/extraction.h"

// The numbers and dates by which accounts of one event may differ.

namespace demarche {

/// The numbers of an event and of the nouns that fill its roles, but not those
/// that count only a part: "three other envoys", "two of them".  Pointers into
/// the extraction.
struct ClaimNumbers {
  std::vector<const Quantity*> own;
  std::vector<const Quantity*> all;  ///< And those in the phrases of its roles.
};
ClaimNumbers numbers_of(const Extraction& extraction, const Event& event);

/// When it happened, in EDTF: "a blast on Monday killed two" is of Monday.
std::string date_of(const Extraction& extraction, const Event& event);

/// The dates told in a sentence.
std::vector<std::string> dates_in(const Extraction& extraction,
                                  std::uint32_t sentence);

/// Whether all of the dates, of which there are some, lie two months or more
/// before a day of publication.
bool are_long_before(const std::vector<std::string>& dates,
                     std::string_view published);

}  // namespace demarche

#endif
