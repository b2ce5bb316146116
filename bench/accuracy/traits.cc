// Reads articles as JSON lines on standard input and writes for each event of
// political event data, before anything doubtful is left out, a line of JSON:
// where it is, what its traits are, and those of who may stand on its sides;
// and for each standing relation one with its property, its ends and its
// traits. Where the model gives the vectors of words (confidence.py --probe),
// a line for each article comes first that has them, by where the word begins:
// a scale and 8-bit numbers in hexadecimal. training/confidence.py learns from
// it.  Offsets are code points.
//
//   build/bench_traits [ONTOLOGY [MODEL]] < articles.jsonl

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "bench/accuracy/each_article.h"
#include "extractor/coreference.h"
#include "extractor/event_traits.h"
#include "extractor/reference.h"
#include "extractor/relation_traits.h"
#include "extractor/side_traits.h"
#include "graphs/offsets.h"

namespace demarche {
namespace {

using Json = nlohmann::ordered_json;

/// The scale and the numbers.
Json vector_of(const Word& word) {
  float most = 0;
  for (const float number : word.log_odds)
    most = std::max(most, std::abs(number));
  std::string numbers;
  for (const float number : word.log_odds)
    numbers += fmt::format(
        "{:02x}", static_cast<std::uint8_t>(std::lround(number / most * 127)));
  return {most / 127, numbers};
}

/// Of the heads of mentions and of the words of events.
void write_vectors(const Extraction& e, const Offsets& offsets) {
  Json json = {{"article", e.article.metadata.id}, {"vectors", Json::object()}};
  const auto add = [&](std::uint32_t sentence, WordIndex word) {
    const Word& one = e.analysis.sentences[sentence].words[word];
    if (one.log_odds.empty()) return;
    const auto begin = offsets.code_points(one.span).begin;
    json["vectors"][std::to_string(begin)] = vector_of(one);
  };
  for (const Mention& mention : e.mentions) add(mention.sentence, mention.head);
  for (const Event& event : e.events) add(event.sentence, event.trigger);
  if (!json["vectors"].empty()) std::cout << json << '\n';
}

void write_events(const Extraction& read, const Ontology& ontology) {
  const Extraction e = interpret(read.article, read.analysis, ontology);
  const Offsets offsets(e.article.text);
  const auto views = view_sentences(e.analysis, ontology);
  const auto mentions_of = mentions_by_sentence(e.mentions, views.size());
  const auto entity_of = entities_by_mention(e.entities, e.mentions.size());
  const EntityClasses classes(ontology);
  for (const Event& event : e.events) {
    if (event.type == ClassId::none || ontology[event.type].plover.empty() ||
        event.evidence.size() > 1)  // Joined: its roles are of several places.
      continue;
    const auto fillers =
        side_fillers(e, event, mentions_of[event.sentence], ontology);
    const SentenceView& view = views[event.sentence];
    Json json = {{"article", e.article.metadata.id},
                 {"begin", offsets.code_points(event.span).begin},
                 {"category", ontology[event.type].plover},
                 {"traits", event_traits(e, event, fillers, view, ontology)},
                 {"candidates", Json::array()}};
    const auto candidates = side_candidates(
        e, entity_of, mentions_of[event.sentence], event, ontology);
    const auto traits =
        side_traits(e, entity_of, candidates, event, view, ontology);
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      const Mention& mention = e.mentions[index(candidates[i])];
      const Span head = view.tree[mention.head].span;
      json["candidates"].push_back(
          {{"head", offsets.code_points(head).begin},
           {"entity", index(entity_of[index(candidates[i])])},
           {"actor", may_stand_on_side(mention, classes, ontology)},
           {"traits", traits[i]}});
    }
    std::cout << json.dump(-1, ' ', false, Json::error_handler_t::replace)
              << '\n';
  }
}

void write_relations(const Extraction& e, const Ontology& ontology) {
  const Offsets offsets(e.article.text);
  const References references(e.analysis, e.mentions, e.entities);
  for (const Relation& relation : e.relations) {
    const Tree tree(e.analysis.sentences[relation.sentence]);
    const auto begin = [&](WordIndex word) {
      return offsets.code_points(tree[word].span).begin;
    };
    const Json json = {
        {"article", e.article.metadata.id},
        {"begin", offsets.code_points(relation.evidence).begin},
        {"relation", local_name(ontology[relation.property].iri)},
        {"subject", begin(relation.subject_word)},
        {"object", begin(relation.object_word)},
        {"traits", relation_traits(e, relation, references, tree, ontology)}};
    std::cout << json.dump(-1, ' ', false, Json::error_handler_t::replace)
              << '\n';
  }
}

void write_all(const Extraction& extraction, const Ontology& ontology) {
  write_vectors(extraction, Offsets(extraction.article.text));
  write_events(extraction, ontology);
  write_relations(extraction, ontology);
}

}  // namespace
}  // namespace demarche

int main(int count, char** arguments) {
  return demarche::for_each_article(count, arguments, demarche::write_all);
}
