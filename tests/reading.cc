#include "tests/reading.h"

#include <gtest/gtest.h>

#include <stdexcept>

#include "extractor/claims.h"
#include "extractor/event_coreference.h"
#include "extractor/events.h"
#include "tests/analysis_builder.h"
#include "tests/small_ontology.h"

namespace demarche {
namespace {

void add_mention(Extraction& extraction, std::uint32_t sentence,
                 WordIndex first, WordIndex end, ClassId type) {
  const auto& words = extraction.analysis.sentences[sentence].words;
  const auto id =
      MentionId{static_cast<std::uint32_t>(extraction.mentions.size())};
  const Span span{words[first].span.begin, words[end - 1].span.end};
  Entity entity;
  entity.type = type;
  entity.label = slice(extraction.article.text, span);
  entity.mentions = {id};
  extraction.mentions.push_back(
      {sentence, first, end, first, span, MentionKind::name, type, false});
  extraction.entities.push_back(std::move(entity));
}

void add_mentions(Extraction& extraction, const Ontology& ontology) {
  for (std::uint32_t i = 0; i < extraction.analysis.sentences.size(); ++i) {
    const Sentence& sentence = extraction.analysis.sentences[i];
    for (const Name& name : sentence.names)
      add_mention(extraction, i, name.first, name.end,
                  ontology.find_class("State"));
    for (WordIndex word = 0; word < sentence.words.size(); ++word)
      for (const LexicalEntry* entry :
           ontology.entries_of_lemma(sentence.words[word].lemma))
        if (entry->denotes != ClassId::none)
          add_mention(extraction, i, word, word + 1, entry->denotes);
  }
}

std::string_view text_of(const Extraction& extraction, const Filler& filler) {
  if (const auto* entity = std::get_if<EntityId>(&filler))
    return extraction.entities[index(*entity)].label;
  if (const auto* event = std::get_if<EventId>(&filler))
    return slice(extraction.article.text,
                 extraction.events[index(*event)].span);
  if (const auto* span = std::get_if<Span>(&filler))
    return slice(extraction.article.text, *span);
  return "";
}

}  // namespace

Extraction read(std::string_view lines) {
  const Ontology& ontology = small_ontology();
  Extraction extraction;
  BuiltAnalysis built = build_analysis(lines);
  extraction.article = std::move(built.article);
  extraction.analysis = std::move(built.analysis);
  add_mentions(extraction, ontology);
  const References references(extraction.analysis, extraction.mentions,
                              extraction.entities);
  const auto views = view_sentences(extraction.analysis, ontology);
  const Attributed attributed =
      attribute(extraction.article, extraction.analysis, views, references);
  extraction.events =
      find_events(extraction, views, references, attributed, ontology);
  extraction.events =
      join_events(extraction, views, references, attributed, ontology);
  add_claims(attributed, ontology, extraction);
  return extraction;
}

const Event& event_at(const Extraction& extraction, std::string_view form) {
  for (const Event& event : extraction.events)
    if (slice(extraction.article.text, event.span) == form) return event;
  throw std::logic_error("no event at " + std::string(form));
}

const Claim& claim_about(const Extraction& extraction, std::string_view form) {
  const Event* wanted = &event_at(extraction, form);
  for (const Claim& claim : extraction.claims)
    if (const auto* event = std::get_if<EventId>(&claim.about))
      if (&extraction.events[index(*event)] == wanted) return claim;
  throw std::logic_error("no claim about " + std::string(form));
}

std::string_view filler(const Extraction& extraction, const Event& event,
                        std::string_view role) {
  const PropertyId property = small_ontology().find_property(role);
  for (const Role& other : event.roles)
    if (other.property == property) return text_of(extraction, other.filler);
  return "";
}

std::string_view claimer(const Extraction& extraction, const Claim& claim) {
  if (!claim.attribution) return "article";
  const Attribution& attribution = extraction.attributions[*claim.attribution];
  if (!attribution.source) return "someone";
  return extraction.entities[index(*attribution.source)].label;
}

}  // namespace demarche
