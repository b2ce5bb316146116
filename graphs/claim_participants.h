#ifndef DEMARCHE_GRAPHS_CLAIM_PARTICIPANTS_H_
#define DEMARCHE_GRAPHS_CLAIM_PARTICIPANTS_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/extraction.h"
#include "ontology/ontology.h"

// Those who take part in claims, as far as texts that call them differently
// let one know them again.

namespace demarche {

/// Who or what takes part, by all that another text may know it by.
struct Participant {
  std::string label;  ///< "the protesters".
  /// Sorted.  IRIs of the gazetteer, "name:maria rossi", "noun:protester".
  std::vector<std::string> keys;
  /// The IRI of the state or body that acts through it; or "".
  std::string behind;
  std::string name_behind;  ///< What the article calls that one.
  /// Of persons: "maria" of "Maria Rossi", and names of one word.
  std::vector<std::string> given, single;
  bool named = false;
  bool person = false;
  bool many = false;     ///< "diplomats": of whom others may be others.
  bool pronoun = false;  ///< Known in this claim by a pronoun alone.
};

/// Borrows nothing from the extraction.
Participant participant(const Extraction& extraction, EntityId id,
                        const Ontology& ontology);

/// Who speaks in an attribution, those around first; who is no entity is known
/// by the words alone.
std::vector<Participant> claimers_of(const Extraction& extraction,
                                     std::uint32_t attribution,
                                     const Ontology& ontology);

/// The parts of a person's name by which another text may call the same: "John
/// G. "Jack" Roberts Jr. (R" has "john" and "roberts".
std::vector<std::string> parts_of_name(std::string_view name);

/// How far two participants are one: 1 yes, 0 no, nothing: not known.
std::optional<double> likeness(const Participant& a, const Participant& b);

/// The best likeness of two of them; 0 only if all of one side are known to
/// be none of the other.
std::optional<double> likeness(const std::vector<Participant>& a,
                               const std::vector<Participant>& b);

}  // namespace demarche

#endif
