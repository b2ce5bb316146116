#ifndef DEMARCHE_TESTS_SMALL_WORLD_H_
#define DEMARCHE_TESTS_SMALL_WORLD_H_

#include <string>
#include <string_view>
#include <vector>

#include "extractor/extraction.h"
#include "ontology/ontology.h"

namespace demarche {

/// An ontology of a few kinds of actor and place, words for them, standing
/// relations, and a gazetteer of Chad, Mali, N'Djamena, the African Union and
/// two presidents: for tests of who and what a text is about.
const Ontology& small_world();

/// Mentions, entities, times, quantities and relations of an analysis made by
/// hand (tests/analysis_builder.h), as the small world has it.
Extraction read_in_small_world(std::string_view lines,
                               std::string_view published = "");

/// The texts of the mentions of the entity of the first mention with this
/// text, joined by " | "; "" if there is none.
std::string cluster_of(const Extraction& extraction, std::string_view text);

/// That entity; fails the test if there is none.
const Entity& entity_called(const Extraction& extraction,
                            std::string_view text);

/// "Deby holdsOffice Chad", each a line, in order.
std::string relations_of(const Extraction& extraction);

}  // namespace demarche

#endif
