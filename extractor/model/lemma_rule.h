#ifndef DEMARCHE_EXTRACTOR_MODEL_LEMMA_RULE_H_
#define DEMARCHE_EXTRACTOR_MODEL_LEMMA_RULE_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace demarche {

/// How a lemma is made from a form.
///
/// "l3+y" lowers the form, cuts three characters and appends "y": Armies
/// becomes army.  "k0+" keeps the form; "=be" gives "be" for any form.
struct LemmaRule {
  /// Nothing if `label` is no rule.
  static std::optional<LemmaRule> parse(std::string_view label);

  /// Never empty, unless `form` is: what would be cut away wholly stays.
  std::string apply(std::string_view form) const;

  bool whole = false;  ///< `ending` is the lemma.
  bool lowers = false;
  std::size_t cut = 0;  ///< In characters.
  std::string ending;
};

}  // namespace demarche

#endif
