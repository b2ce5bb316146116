#ifndef DEMARCHE_EXTRACTOR_MODEL_INFLECTION_H_
#define DEMARCHE_EXTRACTOR_MODEL_INFLECTION_H_

#include <string>
#include <string_view>
#include <vector>

namespace demarche {

/// The base form of an English verb's irregular past form or participle, in
/// lower case, with or without a prefix ("withdrew": withdraw); "" for others.
///
/// Of forms that are also a regular verb's ("found", "wound") it is the more
/// common verb's.
std::string irregular_base(std::string_view form);

/// What a form in lower case may be inflected from by the rules of spelling:
/// "carried" from carry, "clashes" from clash and clashe, "stopped" from stop.
std::vector<std::string> regular_bases(std::string_view form);

}  // namespace demarche

#endif
