#ifndef DEMARCHE_EXTRACTOR_QUOTES_H_
#define DEMARCHE_EXTRACTOR_QUOTES_H_

#include <vector>

#include "extractor/extraction.h"

namespace demarche {

/// The stretches of text inside quotation marks, marks included, in order.
///
/// Marks pair within a passage; a paragraph that opens a quotation without
/// closing it is quoted to its end.  Pairs of up to three words are scare
/// quotes, titles or terms rather than speech, and are left out, unless they
/// end in an exclamation or question mark.
std::vector<Span> find_quotations(const Article& article,
                                  const Analysis& analysis);

}  // namespace demarche

#endif
