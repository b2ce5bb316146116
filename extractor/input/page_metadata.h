#ifndef DEMARCHE_EXTRACTOR_INPUT_PAGE_METADATA_H_
#define DEMARCHE_EXTRACTOR_INPUT_PAGE_METADATA_H_

#include <string>
#include <string_view>
#include <vector>

#include "extractor/article.h"
#include "extractor/input/page_tree.h"

namespace demarche {

/// What a page says of its article, without the id: in JSON-LD, else in
/// OpenGraph and other `<meta>`s, the URL also in `<link rel="canonical">`.
/// Dates are ISO 8601, URLs absolute; what is neither is left out.
Metadata find_metadata(const PageTree& tree);

/// The date of the first `<time>` among the nodes of a story that is not that
/// of an update; empty: none.
std::string find_time(const PageTree& tree, std::uint32_t begin,
                      std::uint32_t end);

/// A date in one of the forms that pages have, as ISO 8601: "2023-01-12 08:30",
/// "20230112", "Thu, 12 Jan 2023 08:30:00 GMT".  Empty: it is none.
std::string iso_date_of(std::string_view text);

}  // namespace demarche

#endif
