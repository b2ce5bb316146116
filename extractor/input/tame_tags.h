#ifndef DEMARCHE_EXTRACTOR_INPUT_TAME_TAGS_H_
#define DEMARCHE_EXTRACTOR_INPUT_TAME_TAGS_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace demarche {

/// More attributes of one element are left out.
constexpr std::size_t most_attributes = 256;

/// Blanks what the parser of pages does not take as browsers do: attributes by
/// the thousand, which take it quadratic time, the end tags of the page, behind
/// which it reads nothing, and "</script" where no tag is.
void tame_tags(std::string& page);

/// Whether what an element of this name holds is no markup.
bool is_raw_element(std::string_view name);

}  // namespace demarche

#endif
