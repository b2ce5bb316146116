#ifndef DEMARCHE_GRAPHS_ADDRESSED_ACTORS_H_
#define DEMARCHE_GRAPHS_ADDRESSED_ACTORS_H_

#include <vector>

#include "extractor/extraction.h"
#include "ontology/ontology.h"

namespace demarche {

/// Who is mentioned in each sentence of an article.
struct SentenceMentions {
  explicit SentenceMentions(const Extraction& extraction);

  std::vector<std::vector<MentionId>> of_sentence;
  std::vector<EntityId> entity_of;  ///< By mention.
};

/// For event data, which wants a target: the actors that the phrase of an
/// event's trigger names when no actor that can be told apart (a name, or who
/// acts for one) fills a target role, nearest first, at most two ("demanded an
/// admission by Moscow": Moscow; "sent troops to the border with Chad": Chad).
/// Where the phrase names no actor, its places.
///
/// After the practice of event coders such as PETRARCH, but within the
/// trigger's own subtree.  No triple is ever made from it.
std::vector<MentionId> addressed_actors(const Extraction& extraction,
                                        const Event& event,
                                        const SentenceMentions& mentions,
                                        const Ontology& ontology);

}  // namespace demarche

#endif
