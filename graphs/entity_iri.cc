#include "graphs/entity_iri.h"

#include <algorithm>

#include "extractor/cut_names.h"
#include "extractor/noun_phrase.h"
#include "extractor/reference.h"
#include "extractor/tree.h"
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

/// The first letters of the words with a capital: "KWS"; empty if another
/// word is longer than "of the", as in "the Texas clinics".
std::string initials_of(std::string_view name) {
  constexpr std::size_t longest_function_word = 3;
  std::string initials;
  while (!name.empty()) {
    const auto word = name.substr(0, name.find(' '));
    name.remove_prefix(std::min(name.size(), word.size() + 1));
    if (word.empty()) continue;
    if (is_capital(word.front()))
      initials += word.front();
    else if (word.size() > longest_function_word)
      return {};
  }
  return initials;
}

/// Whether the text calls the entity by this acronym of its name, too.
bool has_acronym(const Extraction& extraction, const Entity& entity,
                 std::string_view acronym) {
  constexpr std::size_t least_letters = 3;
  return acronym.size() >= least_letters &&
         std::any_of(
             entity.mentions.begin(), entity.mentions.end(), [&](MentionId id) {
               return slice(extraction.article.text,
                            extraction.mentions[index(id)].span) == acronym;
             });
}

/// Whether the label is a name as it stands, and a whole one.
bool is_whole_name(const Extraction& extraction, const Entity& entity,
                   const Ontology& ontology) {
  for (const MentionId id : entity.mentions) {
    const Mention& mention = extraction.mentions[index(id)];
    if (mention.kind == MentionKind::name &&
        slice(extraction.article.text, mention.span) == entity.label)
      return !is_cut_name(Tree(extraction.analysis.sentences[mention.sentence]),
                          mention, entity, ontology);
  }
  return false;
}

/// What tells one body from others of its name: the country, or the acronym
/// that the text gives it; empty where nothing does.
std::string mark_of_body(const Extraction& extraction, const Entity& entity,
                         const Ontology& ontology) {
  const auto initials = initials_of(normal_label(entity.label));
  if (initials.size() < 2 || !is_whole_name(extraction, entity, ontology))
    return {};
  if (!entity.actor_code.empty()) return entity.actor_code;
  const bool is_of_state =
      ontology.is_a(entity.type, ontology.find_class("GovernmentBody"));
  return !is_of_state && has_acronym(extraction, entity, initials) ? initials
                                                                   : "";
}

}  // namespace

std::string common_iri(const Extraction& extraction, const Entity& entity,
                       const Ontology& ontology) {
  if (entity.concept_id || !has_name(entity, extraction.mentions)) return {};
  const auto is_a = [&](std::string_view name) {
    return ontology.is_a(entity.type, ontology.find_class(name));
  };
  const std::string mark = is_a("Person") ? entity.actor_code
                           : is_a("Organization")
                               ? mark_of_body(extraction, entity, ontology)
                               : "";
  std::string iri = slug_of(entity.label);
  if (mark.empty() || iri.find('-') == std::string::npos) return {};
  iri += "." + to_lower(mark);
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
