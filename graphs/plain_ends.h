#ifndef DEMARCHE_GRAPHS_PLAIN_ENDS_H_
#define DEMARCHE_GRAPHS_PLAIN_ENDS_H_

#include "extractor/extraction.h"
#include "ontology/ontology.h"

namespace demarche {

/// Whether the text makes it plain that the event holds of just these two, so
/// that it may be said of them outside the text.
///
/// Not plain is who a pronoun or a noun ("the president") stands for where
/// others may be meant; what a relative clause narrows down ("groups that
/// object"); what a noun only has before it ("the Bol debate"); what is the
/// content of a noun ("the idea that they met"), or is no fact otherwise (see
/// `is_told_as_fact`); who suffers what somebody favours or blames ("supports
/// her removal"); of whom one is told ("warned of war with Bol"); and a piece
/// of a word ("son" of "son-in-law").
bool has_plain_ends(const Extraction& extraction, const Event& event,
                    const Role& source, const Role& target,
                    const Ontology& ontology);

}  // namespace demarche

#endif
