#ifndef DEMARCHE_EXTRACTOR_INPUT_JSON_LD_H_
#define DEMARCHE_EXTRACTOR_INPUT_JSON_LD_H_

#include <string_view>

#include "extractor/article.h"

namespace demarche {

/// What the JSON-LD of a page says of the article in it, in the terms of
/// schema.org; the date as it stands there.  Empty where it says nothing or is
/// no JSON, as that of pages often is.
Metadata read_json_ld(std::string_view json);

}  // namespace demarche

#endif
