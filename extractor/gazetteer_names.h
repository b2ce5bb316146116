#ifndef DEMARCHE_EXTRACTOR_GAZETTEER_NAMES_H_
#define DEMARCHE_EXTRACTOR_GAZETTEER_NAMES_H_

#include <span>
#include <string>
#include <string_view>

#include "extractor/analysis.h"
#include "ontology/ontology.h"

namespace demarche {

/// Concepts with a label as a text may write it: as `Ontology::find_label`,
/// then without a possessive mark, then, for capitals throughout, in ordinary
/// case ("NORTH KOREA"), then without the initials of a person's name.
std::span<const LabelMatch> find_written_label(std::string_view text,
                                               const Ontology& ontology);

/// "NORTH KOREA" as "North Korea"; ASCII letters only.
std::string in_title_case(std::string_view text);

/// Whether there are letters and none of them is small.
bool is_all_capitals(std::string_view text);

}  // namespace demarche

#endif
