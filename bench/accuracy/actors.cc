// Codes actor phrases: JSON lines {"id", "text", "published"} on standard
// input, each text a phrase or a sentence with the phrase at its begin; on
// standard output a line for each with the code that event data would give to
// the entity of the phrase's head, and the gazetteer's concept.
//
//   build/bench_actors [ONTOLOGY [MODEL]] < phrases.jsonl

#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "bench/accuracy/each_article.h"
#include "extractor/coreference.h"
#include "extractor/reference.h"
#include "extractor/tree.h"
#include "graphs/actor_code.h"

namespace demarche {
namespace {

/// The head of the phrase: the first word's highest ancestor that is no verb.
WordIndex head_of_phrase(const Sentence& sentence) {
  WordIndex head = 0;
  for (std::size_t steps = sentence.words.size(); steps > 0; --steps) {
    const WordIndex next = sentence.words[head].head;
    if (next == no_word || sentence.words[next].upos == Upos::verb) break;
    head = next;
  }
  return head;
}

std::optional<MentionId> find_actor(const Extraction& extraction) {
  if (extraction.analysis.sentences.empty()) return std::nullopt;
  const References references(extraction.analysis, extraction.mentions,
                              extraction.entities);
  return references.mention_at(
      0, head_of_phrase(extraction.analysis.sentences[0]));
}

nlohmann::ordered_json describe(const Extraction& extraction,
                                const Ontology& ontology) {
  nlohmann::ordered_json json = {{"id", extraction.article.metadata.id}};
  const auto mention = find_actor(extraction);
  if (!mention) return json;
  const EntityId id = entities_by_mention(
      extraction.entities, extraction.mentions.size())[index(*mention)];
  const Entity& entity = extraction.entities[index(id)];
  const auto words =
      slice(extraction.article.text, extraction.mentions[index(*mention)].span);
  const ActorCode code = actor_code(extraction, id, words, ontology);
  json["code"] = code.code;
  json["role"] = code.sector;
  json["label"] = entity.label;
  if (entity.concept_id) json["concept"] = ontology[*entity.concept_id].iri;
  json["matched"] = entity.matched_label;
  return json;
}

}  // namespace
}  // namespace demarche

int main(int count, char** arguments) {
  return demarche::for_each_article(
      count, arguments,
      [](const demarche::Extraction& extraction,
         const demarche::Extractor& extractor) {
        std::cout << demarche::describe(extraction, extractor.ontology()).dump()
                  << '\n';
      });
}
