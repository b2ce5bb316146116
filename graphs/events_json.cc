#include "graphs/events_json.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>
#include <vector>

#include "extractor/grammar_words.h"
#include "extractor/noun_phrase.h"
#include "graphs/actor_code.h"
#include "graphs/direct_triples.h"
#include "graphs/entity_iri.h"
#include "graphs/event_actors.h"
#include "graphs/event_category.h"
#include "graphs/offsets.h"

namespace demarche {
namespace {

using Json = nlohmann::ordered_json;

/// Null for what is not known.
Json known(std::string_view text) { return text.empty() ? Json() : Json(text); }

/// FactBank's value on two scales: how sure, and whether at all.
std::string certainty(Factuality factuality) {
  const std::string_view name = name_of(factuality);
  return std::string(name.substr(0, name.find('_')));
}

std::string polarity(Factuality factuality) {
  return std::string_view(name_of(factuality)).ends_with("negative") ? "-"
                                                                     : "+";
}

class EventWriter {
 public:
  EventWriter(const Extraction& extraction, const Ontology& ontology)
      : extraction_(extraction),
        ontology_(ontology),
        offsets_(extraction.article.text),
        claims_of_(extraction.events.size()),
        mentions_(extraction) {
    for (const auto& claim : extraction.claims)
      if (const auto* event = std::get_if<EventId>(&claim.about))
        claims_of_[index(*event)].push_back(&claim);
  }

  Json event(EventId id) const;
  Json attribution(const Attribution& attribution) const;

 private:
  std::string text(Span span) const {
    return std::string(slice(extraction_.article.text, span));
  }
  Json place(Span span) const;
  Json place_with_text(Span span) const;
  bool is_named_by(Span words) const;
  Json actor(EntityId id, Span words) const;
  Json filler(const Role& role) const;
  Json actors(const std::vector<EventActor>& side) const;
  Json roles(const Event& event) const;
  Json date_of(const Event& event) const;
  Json quantities(const Event& event) const;
  Json claims(EventId id) const;
  bool is_direct(EventId id) const;

  const Extraction& extraction_;
  const Ontology& ontology_;
  Offsets offsets_;
  std::vector<std::vector<const Claim*>> claims_of_;
  SentenceMentions mentions_;
};

Json EventWriter::place(Span span) const {
  const auto points = offsets_.code_points(span);
  return {{"begin", points.begin}, {"end", points.end}};
}

Json EventWriter::place_with_text(Span span) const {
  auto json = place(span);
  json["text"] = text(span);
  return json;
}

/// Whether these words tell who it is; "them" does not.
bool EventWriter::is_named_by(Span words) const {
  return words.begin < words.end &&
         find_pronoun(to_lower(text(words))) == nullptr;
}

Json EventWriter::actor(EntityId id, Span words) const {
  const auto& entity = extraction_.entities[index(id)];
  const bool has_kind =
      entity.type != ontology_.find_class("Entity") || words.begin == words.end;
  const auto written =
      is_named_by(words) || !has_kind ? text(words) : entity.label;
  const auto code = actor_code(extraction_, id, written, ontology_);
  Json json = {{"text", written}};
  if (words.begin < words.end) json.update(place(words));
  json["entity"] = entity_iri(extraction_, id, ontology_, offsets_);
  json["code"] = known(code.code);
  json["role"] = known(code.sector);
  return json;
}

Json EventWriter::filler(const Role& role) const {
  if (const auto* entity = std::get_if<EntityId>(&role.filler))
    return actor(*entity, role.evidence);
  if (const auto* span = std::get_if<Span>(&role.filler)) {
    Json json = {{"text", text(*span)}};
    json.update(place(*span));
    return json;
  }
  Json json = {{"text", text(role.evidence)}};
  if (const auto* time = std::get_if<TimeId>(&role.filler))
    json["time"] = known(extraction_.times[index(*time)].value);
  if (const auto* quantity = std::get_if<QuantityId>(&role.filler))
    json["value"] = extraction_.quantities[index(*quantity)].value;
  if (const auto* event = std::get_if<EventId>(&role.filler))
    json["event"] = place(extraction_.events[index(*event)].span);
  return json;
}

Json EventWriter::actors(const std::vector<EventActor>& side) const {
  auto list = Json::array();
  for (const EventActor& one : side) {
    list.push_back(actor(one.entity, one.words));
    if (list.back()["code"].is_null())
      list.back()["code"] = known(one.code.code);
  }
  return list;
}

Json EventWriter::roles(const Event& event) const {
  auto json = Json::object();
  for (const auto& role : event.roles) {
    const auto name = role.property == PropertyId::none
                          ? std::string_view(role.label)
                          : local_name(ontology_[role.property].iri);
    json[std::string(name)].push_back(filler(role));
  }
  return json;
}

/// EDTF, so neither a duration, nor what recurs, nor a mere clock time.
Json EventWriter::date_of(const Event& event) const {
  if (!event.time) return {};
  const std::string& value = extraction_.times[index(*event.time)].value;
  const bool dated = value.find_first_of("PRT") != 0;
  return dated ? known(value) : Json();
}

Json EventWriter::quantities(const Event& event) const {
  auto list = Json::array();
  for (const auto id : event.quantities) {
    const auto& quantity = extraction_.quantities[index(id)];
    list.push_back({{"text", text(quantity.span)},
                    {"value", quantity.value},
                    {"unit", known(quantity.unit)}});
  }
  return list;
}

Json EventWriter::claims(EventId id) const {
  auto list = Json::array();
  for (const auto* claim : claims_of_[index(id)]) {
    Json claimer;  // Null: the article.
    if (claim->attribution) {
      const auto& by = extraction_.attributions[*claim->attribution];
      claimer = by.source ? actor(*by.source, by.source_span)
                          : Json{{"text", known(text(by.source_span))}};
    }
    list.push_back({{"claimer", std::move(claimer)},
                    {"factuality", certainty(claim->factuality)},
                    {"polarity", polarity(claim->factuality)},
                    {"depth", claim->depth}});
  }
  return list;
}

bool EventWriter::is_direct(EventId id) const {
  const auto& claims = claims_of_[index(id)];
  const auto triples = direct_triples(extraction_, id, ontology_, false);
  return std::any_of(claims.begin(), claims.end(),
                     [&](const Claim* claim) {
                       return is_asserted(extraction_, *claim);
                     }) &&
         std::any_of(
             triples.begin(), triples.end(),
             [](const DirectTriple& triple) { return triple.is_plain; });
}

Json EventWriter::event(EventId id) const {
  const auto& event = extraction_.events[index(id)];
  const bool is_typed = event.type != ClassId::none;
  const auto sides = event_actors(extraction_, event, mentions_, ontology_);
  auto places = Json::array();
  for (const auto place : event.places) places.push_back(actor(place, Span{}));
  return {{"type", known(category_of(extraction_, id, ontology_))},
          {"class", is_typed ? known(ontology_[event.type].iri) : Json()},
          {"mode", known(event.mode)},
          {"confidence", is_typed ? Json(event.confidence) : Json()},
          {"roleset", known(event.roleset)},
          {"trigger", place_with_text(event.span)},
          {"source", actors(sides.sources)},
          {"target", actors(sides.targets)},
          {"roles", roles(event)},
          {"date", date_of(event)},
          {"place", std::move(places)},
          {"quantities", quantities(event)},
          {"factuality", certainty(event.factuality)},
          {"polarity", polarity(event.factuality)},
          {"future", event.future},
          {"direct", is_direct(id)},
          {"claims", claims(id)}};
}

Json EventWriter::attribution(const Attribution& attribution) const {
  Json source;
  if (attribution.source_span.begin < attribution.source_span.end)
    source = place_with_text(attribution.source_span);
  if (attribution.source_head.begin < attribution.source_head.end)
    source["head"] = place(attribution.source_head);
  if (attribution.source)
    source["entity"] =
        entity_iri(extraction_, *attribution.source, ontology_, offsets_);
  auto content = Json::array();
  for (const auto& span : attribution.content) content.push_back(place(span));
  return {{"source", std::move(source)},
          {"cue", place_with_text(attribution.cue)},
          {"content", std::move(content)},
          {"depth", attribution.depth}};
}

}  // namespace

std::string to_events_json(const Extraction& extraction,
                           const Ontology& ontology) {
  const EventWriter writer(extraction, ontology);
  auto events = Json::array(), attributions = Json::array();
  for (std::uint32_t i = 0; i < extraction.events.size(); ++i)
    events.push_back(writer.event(EventId{i}));
  for (const auto& attribution : extraction.attributions)
    attributions.push_back(writer.attribution(attribution));
  const auto& about = extraction.article.metadata;
  const Json article = {{"id", about.id},
                        {"url", known(about.url)},
                        {"events", std::move(events)},
                        {"attributions", std::move(attributions)}};
  return article.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace demarche
