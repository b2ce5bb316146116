#include "graphs/compare_json.h"

#include <nlohmann/json.hpp>
#include <vector>

#include "graphs/offsets.h"

namespace demarche {
namespace {

using Json = nlohmann::ordered_json;

class JsonWriter {
 public:
  JsonWriter(const Comparison& comparison, std::span<const Extraction> articles,
             const Ontology& ontology)
      : comparison_(comparison), articles_(articles), ontology_(ontology) {
    for (const Extraction& one : articles)
      offsets_.emplace_back(one.article.text);
  }

  Json write() const {
    Json json;
    json["sides"] = Json::array();
    for (const Side& side : comparison_.sides)
      json["sides"].push_back({{"name", side.name}});
    json["claims"] = Json::array();
    for (const auto& compared : comparison_.claims)
      json["claims"].push_back(claim(compared));
    json["shared"] = Json::array();
    for (const auto& shared : comparison_.shared)
      json["shared"].push_back({{"claims", shared.claims},
                                {"score", shared.score},
                                {"reason", shared.reason}});
    json["contradictions"] = Json::array();
    for (const auto& found : comparison_.contradictions)
      json["contradictions"].push_back(
          {{"claims", {found.first, found.second}},
           {"contrast", name_of(found.match.contrast)},
           {"score", found.match.score},
           {"reason", found.match.reason}});
    json["only"] = comparison_.only;
    json["unlisted"] = comparison_.unlisted;
    return json;
  }

 private:
  Json phrase(const ComparedClaim& compared, Span span) const {
    const auto points = offsets_[compared.article].code_points(span);
    return {{"begin", points.begin},
            {"end", points.end},
            {"text", slice(articles_[compared.article].article.text, span)}};
  }

  static Json participants(const std::vector<Participant>& all) {
    Json json = Json::array();
    for (const auto& one : all)
      json.push_back(one.label.empty() ? Json() : Json(one.label));
    return json;
  }

  Json kind(const ComparableClaim& claim) const {
    if (claim.relation != PropertyId::none)
      return ontology_[claim.relation].iri;
    if (claim.type != ClassId::none) return ontology_[claim.type].iri;
    return nullptr;
  }

  Json claim(const ComparedClaim& compared) const {
    const ComparableClaim& claim = compared.claim;
    Json numbers = Json::array();
    for (const auto* number : claim.numbers)
      numbers.push_back({{"value", number->value}, {"unit", number->unit}});
    return {{"side", compared.side},
            {"article", articles_[compared.article].article.iri},
            {"kind", kind(claim)},
            {"lemma", claim.lemma},
            {"trigger", phrase(compared, claim.words)},
            {"sentence", phrase(compared, claim.sentence)},
            {"source", participants(claim.sources)},
            {"target", participants(claim.others)},
            {"theme", claim.theme},
            {"claimers", participants(claim.claimers)},
            {"factuality", name_of(claim.factuality)},
            {"date", claim.date.empty() ? Json() : Json(claim.date)},
            {"numbers", numbers}};
  }

  const Comparison& comparison_;
  std::span<const Extraction> articles_;
  const Ontology& ontology_;
  std::vector<Offsets> offsets_;
};

}  // namespace

std::string to_json(const Comparison& comparison,
                    std::span<const Extraction> articles,
                    const Ontology& ontology) {
  return JsonWriter(comparison, articles, ontology).write().dump() + "\n";
}

}  // namespace demarche
