#ifndef DEMARCHE_TESTS_READING_H_
#define DEMARCHE_TESTS_READING_H_

#include <string_view>

#include "extractor/extraction.h"

namespace demarche {

/// What the stages from attribution upwards make of an analysis given by hand
/// (see tests/analysis_builder.h) with the words of tests/small_ontology.h.
///
/// Every name is a mention and an entity of its own, of class dm:State;
/// further mentions ("troops") are the nouns that the lexicon denotes.
Extraction read(std::string_view lines);

/// The event triggered by the word `form`; fails the test if there is none.
const Event& event_at(const Extraction& extraction, std::string_view form);

/// The claim about that event.
const Claim& claim_about(const Extraction& extraction, std::string_view form);

/// What fills the role of this local name, as text: "Chad"; "" for none.
std::string_view filler(const Extraction& extraction, const Event& event,
                        std::string_view role);

/// Who makes a claim: the text of the source, "article", or "someone".
std::string_view claimer(const Extraction& extraction, const Claim& claim);

}  // namespace demarche

#endif
