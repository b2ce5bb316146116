// Compares an extraction with a line of a case.

#include <algorithm>
#include <cctype>
#include <cmath>
#include <map>
#include <set>
#include <sstream>

#include "extractor/claims.h"
#include "extractor/coreference.h"
#include "graphs/actor_code.h"
#include "graphs/check_graph.h"
#include "graphs/direct_triples.h"
#include "graphs/graph_builder.h"
#include "graphs/sord_sink.h"
#include "graphs/statements.h"
#include "tests/case_file.h"

namespace demarche {
namespace {

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return result;
}

bool has_words(std::string_view text, std::string_view wanted) {
  return lower(text).find(lower(wanted)) != std::string::npos;
}

class Matcher {
 public:
  Matcher(const Extraction& extraction, const Ontology& ontology)
      : extraction_(extraction), ontology_(ontology) {}

  bool event(const Expectation& wanted) const;
  bool relation(const std::string& subject) const;
  bool triple(const std::string& subject) const;
  bool time(const std::string& subject) const;
  bool quantity(const std::string& subject) const;
  bool actor(const std::string& subject) const;
  bool link(const std::string& subject) const;
  bool same(const Expectation& wanted) const;
  bool one(const Expectation& wanted) const;
  bool says(const Expectation& wanted) const;
  bool narrative(const Expectation& wanted) const;

 private:
  bool is_event(const Claim& claim, const Expectation& wanted) const;
  bool has_field(const Claim& claim, const std::string& field) const;
  bool has_role(const Event& event, const std::string& name,
                const std::string& words) const;
  bool is_of_type(const Event& event, const std::string& type) const;
  bool filler_has(const Filler& filler, const std::string& words) const;
  bool entity_has(EntityId id, const std::string& words) const;
  bool end_has(const DirectTriple::End& end, const std::string& words) const;
  bool claimer_is(const Claim& claim, const std::string& words) const;
  bool is_within(const Claim& claim, const std::string& words) const;
  bool narrative_field(const Narrative& narrative,
                       const std::string& field) const;
  bool source_is(const Attribution& attribution,
                 const std::string& words) const;
  bool says_field(const Attribution& attribution,
                  const std::string& field) const;
  /// "Chad accuses Sudan" around the name of the property.
  bool splits(const std::string& subject, std::string_view property,
              std::string& before, std::string& after) const;
  /// The entities whose mentions are exactly these words.
  std::vector<EntityId> entities_at(std::string_view words) const;
  std::string_view text(Span span) const {
    return slice(extraction_.article.text, span);
  }

  const Extraction& extraction_;
  const Ontology& ontology_;
};

bool Matcher::event(const Expectation& wanted) const {
  return std::any_of(
      extraction_.claims.begin(), extraction_.claims.end(),
      [&](const Claim& claim) { return is_event(claim, wanted); });
}

bool Matcher::is_event(const Claim& claim, const Expectation& wanted) const {
  const auto* id = std::get_if<EventId>(&claim.about);
  if (id == nullptr) return false;
  std::istringstream words(wanted.subject);
  std::string type, trigger;
  words >> type >> trigger;
  const Event& event = extraction_.events[index(*id)];
  if (text(event.span) != trigger || !is_of_type(event, type)) return false;
  return std::all_of(
      wanted.fields.begin(), wanted.fields.end(),
      [&](const std::string& field) { return has_field(claim, field); });
}

bool Matcher::one(const Expectation& wanted) const {
  std::multiset<std::string_view> words(wanted.fields.begin(),
                                        wanted.fields.end());
  words.insert(wanted.subject);
  return std::any_of(extraction_.events.begin(), extraction_.events.end(),
                     [&](const Event& event) {
                       std::multiset<std::string_view> triggers;
                       for (const Span span : event.evidence)
                         triggers.insert(text(span));
                       return std::includes(triggers.begin(), triggers.end(),
                                            words.begin(), words.end());
                     });
}

bool Matcher::is_of_type(const Event& event, const std::string& type) const {
  if (event.type == ClassId::none) return type == "none";
  return ontology_[event.type].plover == type ||
         ontology_.is_a(event.type, ontology_.find_class(type));
}

bool Matcher::has_field(const Claim& claim, const std::string& field) const {
  const auto space = field.find(' ');
  const std::string name = field.substr(0, space);
  if (space == std::string::npos) return name == name_of(claim.factuality);
  const std::string words = field.substr(space + 1);
  if (name == "by") return claimer_is(claim, words);
  if (name == "within") return is_within(claim, words);
  return has_role(extraction_.events[index(std::get<EventId>(claim.about))],
                  name, words);
}

bool Matcher::claimer_is(const Claim& claim, const std::string& words) const {
  if (!claim.attribution) return words == "article";
  return source_is(extraction_.attributions[*claim.attribution], words);
}

bool Matcher::is_within(const Claim& claim, const std::string& words) const {
  for (auto next = claim.within; next;) {
    const Claim& outer = extraction_.claims[index(*next)];
    if (claimer_is(outer, words)) return true;
    next = outer.within;
  }
  return false;
}

bool Matcher::narrative_field(const Narrative& narrative,
                              const std::string& field) const {
  const auto space = field.find(' ');
  const std::string words = field.substr(space + 1);
  if (field.substr(0, space) == "provider")
    return text(narrative.provider) == words;
  return std::any_of(
      extraction_.claims.begin(), extraction_.claims.end(),
      [&](const Claim& claim) {
        const auto told = evidence_of(extraction_, claim);
        return claim.attribution &&
               std::any_of(told.begin(), told.end(), [&](Span span) {
                 return contains(narrative.body, span) && text(span) == words;
               });
      });
}

bool Matcher::narrative(const Expectation& wanted) const {
  const std::map<std::string, Narrative::Stance> stances = {
      {"pro", Narrative::Stance::pro},
      {"anti", Narrative::Stance::anti},
      {"other", Narrative::Stance::other}};
  const auto space = wanted.subject.find(' ');
  const auto stance = stances.at(wanted.subject.substr(0, space));
  const auto& narratives = extraction_.article.narratives;
  return std::any_of(
      narratives.begin(), narratives.end(), [&](const Narrative& narrative) {
        return narrative.stance == stance &&
               text(narrative.about) == wanted.subject.substr(space + 1) &&
               std::all_of(wanted.fields.begin(), wanted.fields.end(),
                           [&](const std::string& field) {
                             return narrative_field(narrative, field);
                           });
      });
}

bool Matcher::source_is(const Attribution& attribution,
                        const std::string& words) const {
  if (!attribution.source)
    return words == "someone" ||
           has_words(text(attribution.source_span), words);
  return entity_has(*attribution.source, words);
}

bool Matcher::says_field(const Attribution& attribution,
                         const std::string& field) const {
  const auto space = field.find(' ');
  const std::string name = field.substr(0, space);
  const std::string words = field.substr(space + 1);
  if (name == "source") return source_is(attribution, words);
  if (name == "depth") return std::to_string(attribution.depth) == words;
  return std::any_of(attribution.content.begin(), attribution.content.end(),
                     [&](Span piece) { return has_words(text(piece), words); });
}

bool Matcher::says(const Expectation& wanted) const {
  return std::any_of(
      extraction_.attributions.begin(), extraction_.attributions.end(),
      [&](const Attribution& attribution) {
        return text(attribution.cue) == wanted.subject &&
               std::all_of(wanted.fields.begin(), wanted.fields.end(),
                           [&](const std::string& field) {
                             return says_field(attribution, field);
                           });
      });
}

bool Matcher::has_role(const Event& event, const std::string& name,
                       const std::string& words) const {
  const Sides sides = sides_of(event, ontology_);
  const auto any = [&](const std::vector<const Role*>& roles) {
    return std::any_of(roles.begin(), roles.end(), [&](const Role* role) {
      return filler_has(role->filler, words) ||
             has_words(text(role->evidence), words);
    });
  };
  // Partners act alike: either side will do.
  const bool reciprocal =
      event.type != ClassId::none && ontology_[event.type].reciprocal;
  if (name == "when")
    return event.time &&
           has_words(text(extraction_.times[index(*event.time)].span), words);
  if (name == "where")
    return std::any_of(event.places.begin(), event.places.end(),
                       [&](EntityId id) { return entity_has(id, words); });
  if (name == "number")
    return std::any_of(
        event.quantities.begin(), event.quantities.end(), [&](QuantityId id) {
          return has_words(text(extraction_.quantities[index(id)].span), words);
        });
  if (name == "source")
    return any(sides.sources) || (reciprocal && any(sides.targets));
  if (name == "target")
    return any(sides.targets) || (reciprocal && any(sides.sources));
  return std::any_of(
      event.roles.begin(), event.roles.end(), [&](const Role& role) {
        return role.property != PropertyId::none &&
               local_name(ontology_[role.property].iri) == name &&
               filler_has(role.filler, words);
      });
}

bool Matcher::filler_has(const Filler& filler, const std::string& words) const {
  if (const auto* entity = std::get_if<EntityId>(&filler))
    return entity_has(*entity, words);
  if (const auto* event = std::get_if<EventId>(&filler))
    return has_words(text(extraction_.events[index(*event)].span), words);
  if (const auto* span = std::get_if<Span>(&filler))
    return has_words(text(*span), words);
  return false;
}

bool Matcher::entity_has(EntityId id, const std::string& words) const {
  const Entity& entity = extraction_.entities[index(id)];
  if (has_words(entity.label, words)) return true;
  if (entity.concept_id &&
      has_words(ontology_[*entity.concept_id].label, words))
    return true;
  return std::any_of(
      entity.mentions.begin(), entity.mentions.end(), [&](MentionId mention) {
        return has_words(text(extraction_.mentions[index(mention)].span),
                         words);
      });
}

bool Matcher::splits(const std::string& subject, std::string_view property,
                     std::string& before, std::string& after) const {
  const std::string middle = " " + std::string(property) + " ";
  const auto at = subject.find(middle);
  if (at == std::string::npos) return false;
  before = subject.substr(0, at);
  after = subject.substr(at + middle.size());
  return true;
}

bool Matcher::relation(const std::string& subject) const {
  std::string before, after;
  for (const Relation& relation : extraction_.relations)
    if (splits(subject, local_name(ontology_[relation.property].iri), before,
               after) &&
        entity_has(relation.subject, before) &&
        entity_has(relation.object, after))
      return true;
  return false;
}

bool Matcher::end_has(const DirectTriple::End& end,
                      const std::string& words) const {
  if (const auto* entity = std::get_if<EntityId>(&end))
    return entity_has(*entity, words);
  return filler_has(std::get<EventId>(end), words);
}

bool Matcher::triple(const std::string& subject) const {
  std::string before, after;
  for (const Claim& claim : extraction_.claims) {
    if (!is_asserted(extraction_, claim)) continue;
    if (const auto* number = std::get_if<std::uint32_t>(&claim.about)) {
      const Relation& relation = extraction_.relations[*number];
      if (splits(subject, local_name(ontology_[relation.property].iri), before,
                 after) &&
          entity_has(relation.subject, before) &&
          entity_has(relation.object, after))
        return true;
      continue;
    }
    for (const DirectTriple& triple : direct_triples(
             extraction_, std::get<EventId>(claim.about), ontology_, false))
      if (triple.is_plain &&
          splits(subject, local_name(ontology_[triple.predicate].iri), before,
                 after) &&
          end_has(triple.subject, before) && end_has(triple.object, after))
        return true;
  }
  return false;
}

bool Matcher::time(const std::string& subject) const {
  const auto equals = subject.find(" = ");
  const std::string named = subject.substr(equals + 3);
  const std::string value = named == "none" ? "" : named;
  return std::any_of(extraction_.times.begin(), extraction_.times.end(),
                     [&](const TimeExpression& time) {
                       return has_words(text(time.span),
                                        subject.substr(0, equals)) &&
                              time.value == value;
                     });
}

bool Matcher::quantity(const std::string& subject) const {
  const auto equals = subject.find(" = ");
  std::istringstream right(subject.substr(equals + 3));
  double value = 0;
  std::string unit;
  right >> value >> unit;
  return std::any_of(
      extraction_.quantities.begin(), extraction_.quantities.end(),
      [&](const Quantity& quantity) {
        return has_words(text(quantity.span), subject.substr(0, equals)) &&
               std::abs(quantity.value - value) < 1e-6 * std::abs(value) &&
               quantity.unit == unit;
      });
}

bool Matcher::same(const Expectation& wanted) const {
  const auto is_called = [&](const Entity& entity, const std::string& words) {
    return std::any_of(
        entity.mentions.begin(), entity.mentions.end(), [&](MentionId id) {
          return lower(text(extraction_.mentions[index(id)].span)) ==
                 lower(words);
        });
  };
  return std::any_of(extraction_.entities.begin(), extraction_.entities.end(),
                     [&](const Entity& entity) {
                       return is_called(entity, wanted.subject) &&
                              std::all_of(wanted.fields.begin(),
                                          wanted.fields.end(),
                                          [&](const std::string& words) {
                                            return is_called(entity, words);
                                          });
                     });
}

std::vector<EntityId> Matcher::entities_at(std::string_view words) const {
  const auto entity_of =
      entities_by_mention(extraction_.entities, extraction_.mentions.size());
  std::vector<EntityId> found;
  for (std::size_t i = 0; i < extraction_.mentions.size(); ++i)
    if (text(extraction_.mentions[i].span) == words)
      found.push_back(entity_of[i]);
  return found;
}

bool Matcher::actor(const std::string& subject) const {
  const auto equals = subject.find(" = ");
  const std::string words = subject.substr(0, equals);
  std::istringstream right(subject.substr(equals + 3));
  ActorCode wanted;
  right >> wanted.code >> wanted.sector;
  for (std::string* part : {&wanted.code, &wanted.sector})
    if (*part == "-") part->clear();
  const auto found = entities_at(words);
  return std::any_of(found.begin(), found.end(), [&](EntityId id) {
    return actor_code(extraction_, id, words, ontology_) == wanted;
  });
}

bool Matcher::link(const std::string& subject) const {
  const auto equals = subject.find(" = ");
  const auto found = entities_at(subject.substr(0, equals));
  return std::any_of(found.begin(), found.end(), [&](EntityId id) {
    const auto& entity = extraction_.entities[index(id)];
    return entity.concept_id && local_name(ontology_[*entity.concept_id].iri) ==
                                    subject.substr(equals + 3);
  });
}

}  // namespace

bool is_met(const Expectation& expectation, const Extraction& extraction,
            const Ontology& ontology) {
  const Matcher matcher(extraction, ontology);
  if (expectation.kind == "event") return matcher.event(expectation);
  if (expectation.kind == "relation")
    return matcher.relation(expectation.subject);
  if (expectation.kind == "triple") return matcher.triple(expectation.subject);
  if (expectation.kind == "same") return matcher.same(expectation);
  if (expectation.kind == "one") return matcher.one(expectation);
  if (expectation.kind == "says") return matcher.says(expectation);
  if (expectation.kind == "narrative") return matcher.narrative(expectation);
  if (expectation.kind == "time") return matcher.time(expectation.subject);
  if (expectation.kind == "actor") return matcher.actor(expectation.subject);
  if (expectation.kind == "link") return matcher.link(expectation.subject);
  return matcher.quantity(expectation.subject);
}

std::string find_problems(const std::vector<Expectation>& expectations,
                          const Extraction& extraction,
                          const Ontology& ontology) {
  std::string result;
  for (const Expectation& expectation : expectations)
    if (is_met(expectation, extraction, ontology) == expectation.negated)
      result += "\n  " + expectation.line;
  KnowledgeGraph graph;
  SordSink store;
  add_to_graph(extraction, ontology, {}, graph);
  describe(graph, {}, store);
  for (const std::string& problem : check_graph(store, ontology))
    result += "\n  the graph: " + problem;
  return result;
}

}  // namespace demarche
