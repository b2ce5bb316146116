#include "extractor/model/lemma_rule.h"

#include <algorithm>
#include <charconv>

#include "extractor/model/code_points.h"

namespace demarche {

std::optional<LemmaRule> LemmaRule::parse(std::string_view label) {
  LemmaRule rule;
  if (label.starts_with('=') && label.size() > 1) {
    rule.whole = true;
    rule.ending = label.substr(1);
    return rule;
  }
  if (!label.starts_with('l') && !label.starts_with('k')) return std::nullopt;
  rule.lowers = label[0] == 'l';
  const char* const end = label.data() + label.size();
  const auto [plus, error] = std::from_chars(label.data() + 1, end, rule.cut);
  if (error != std::errc() || plus == end || *plus != '+') return std::nullopt;
  rule.ending.assign(plus + 1, end);
  return rule;
}

std::string LemmaRule::apply(std::string_view form) const {
  if (whole) return ending;
  std::string base = lowers ? lower(form) : std::string(form);
  for (std::size_t i = 0; i < cut && !base.empty(); ++i) {
    while (base.size() > 1 && (base.back() & 0xc0) == 0x80) base.pop_back();
    base.pop_back();
  }
  base += ending;
  return base.empty() ? std::string(form) : base;
}

}  // namespace demarche
