#include "graphs/entity_iri.h"

#include <algorithm>

#include "extractor/noun_phrase.h"
#include "extractor/reference.h"
#include "graphs/statement_check.h"
#include "ontology/vocabulary.h"

namespace demarche {

bool is_shared(const Entity& entity, const Ontology& ontology) {
  return entity.concept_id && ontology[*entity.concept_id].type == entity.type;
}

Span first_mention(const Extraction& extraction, const Entity& entity) {
  return entity.mentions.empty()
             ? Span{}
             : extraction.mentions[index(entity.mentions.front())].span;
}

namespace {

/// "Asha Otieno" as "asha-otieno"; empty for other alphabets.
std::string slug_of(std::string_view name) {
  std::string slug;
  for (const char c : to_lower(normal_label(name))) {
    const bool is_plain = ('a' <= c && c <= 'z') || ('0' <= c && c <= '9');
    if (static_cast<unsigned char>(c) >= 0x80) return {};
    if (is_plain)
      slug += c;
    else if (!slug.empty() && slug.back() != '-')
      slug += '-';
  }
  while (slug.ends_with('-')) slug.pop_back();
  return slug;
}

}  // namespace

std::string common_iri(const Extraction& extraction, const Entity& entity,
                       const Ontology& ontology) {
  if (entity.concept_id || entity.actor_code.empty() ||
      !ontology.is_a(entity.type, ontology.find_class("Person")))
    return {};
  std::string iri = slug_of(entity.label);
  if (!has_name(entity, extraction.mentions) ||
      iri.find('-') == std::string::npos)
    return {};
  iri += "." + to_lower(entity.actor_code);
  if (!entity.sector.empty()) iri += "." + to_lower(entity.sector);
  return std::string(vocabulary::entity_namespace) + iri;
}

std::string entity_iri(const Extraction& extraction, EntityId id,
                       const Ontology& ontology, const Offsets& offsets) {
  const auto& entity = extraction.entities[index(id)];
  if (is_shared(entity, ontology))
    return std::string(ontology[*entity.concept_id].iri);
  return escape_iri(extraction.article.iri) + "#entity=" +
         print(offsets.code_points(first_mention(extraction, entity)));
}

}  // namespace demarche
