// Reads articles as JSON lines on standard input and writes for each event of
// political event data, before anything doubtful is left out, a line of JSON:
// where it is, what its traits are, those of who may stand on its sides, and
// what the network says of them (log-odds); and for each standing relation one
// with its property, its ends and its traits. training/confidence.py learns
// from it.  Offsets are code points.
//
//   build/bench_traits [ONTOLOGY [MODEL]] < articles.jsonl

#include <cmath>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "bench/accuracy/each_article.h"
#include "extractor/coreference.h"
#include "extractor/event_scores.h"
#include "extractor/event_traits.h"
#include "extractor/reference.h"
#include "extractor/relation_traits.h"
#include "extractor/side_traits.h"
#include "graphs/offsets.h"

namespace demarche {
namespace {

using Json = nlohmann::ordered_json;

double rounded(double odds) { return std::round(odds * 1e4) / 1e4; }

Json print(const BySide& odds) {
  return {rounded(odds[acting]), rounded(odds[suffering])};
}

void write_events(const Extraction& read, const Ontology& ontology,
                  const EventScores& network) {
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
    const std::string_view category = ontology[event.type].plover;
    const Word& word = view.tree[event.trigger];
    Json json = {{"article", e.article.metadata.id},
                 {"begin", offsets.code_points(event.span).begin},
                 {"category", category},
                 {"network",
                  {{"type", rounded(network.of_type(word, category))},
                   {"nobody", print(network.of_nobody(word))}}},
                 {"traits", event_traits(e, event, fillers, view, ontology)},
                 {"candidates", Json::array()}};
    const auto candidates = side_candidates(
        e, entity_of, mentions_of[event.sentence], event, ontology);
    const auto traits =
        side_traits(e, entity_of, candidates, event, view, ontology);
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      const Mention& mention = e.mentions[index(candidates[i])];
      const Word& head = view.tree[mention.head];
      json["candidates"].push_back(
          {{"head", offsets.code_points(head.span).begin},
           {"entity", index(entity_of[index(candidates[i])])},
           {"actor", may_stand_on_side(mention, classes, ontology)},
           {"network", print(network.of_candidate(word, head))},
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

}  // namespace
}  // namespace demarche

int main(int count, char** arguments) {
  using namespace demarche;
  return for_each_article(
      count, arguments, [](const Extraction& read, const Extractor& extractor) {
        write_events(read, extractor.ontology(),
                     EventScores(extractor.analyser().file()));
        write_relations(read, extractor.ontology());
      });
}
