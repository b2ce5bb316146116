#ifndef DEMARCHE_GRAPHS_COMPARE_VALUES_H_
#define DEMARCHE_GRAPHS_COMPARE_VALUES_H_

#include <string>
#include <string_view>
#include <vector>

#include "extractor/extraction.h"

namespace demarche {

/// Whether two lists have something in common.
bool share(const std::vector<std::string>& a,
           const std::vector<std::string>& b);

/// Whether some of the first quantities count the same as some of the second,
/// and their values can be one within what "about" and "at least" allow.
bool numbers_agree(const std::vector<const Quantity*>& a,
                   const std::vector<const Quantity*>& b);
/// Whether some count the same, and no two of these can be one value.
bool numbers_differ(const std::vector<const Quantity*>& a,
                    const std::vector<const Quantity*>& b);

/// Whether a later count may be that of an earlier one and more.
bool grow(const std::vector<const Quantity*>& earlier,
          const std::vector<const Quantity*>& later);

/// Whether both are plain dates, years or months (EDTF), or ranges between two
/// such, and have no day in common.  What is not known differs from nothing.
bool dates_differ(std::string_view a, std::string_view b);

/// Whether what is known of two dates leaves it open that they are one.
bool may_be_one_date(std::string_view a, std::string_view b);

/// Whether a sentence that begins with this word turns against the one before
/// it: "But", "However".
bool is_contrastive(const Word& word);

}  // namespace demarche

#endif
