#ifndef DEMARCHE_EXTRACTOR_EXPLAIN_H_
#define DEMARCHE_EXTRACTOR_EXPLAIN_H_

#include <string>

#include "extractor/extraction.h"
#include "ontology/ontology.h"

namespace demarche {

/// Every layer of an extraction as lines of text, from passages to claims, so
/// that a wrong claim can be followed to the first wrong layer.
///
/// Things are named as in the layers: m3 a mention, e0 an entity, v2 an
/// event, t1 a time, q0 a quantity, r4 a relation, a1 an attribution, c7 a
/// claim; words by their number in the sentence, as in CoNLL-U; spans in
/// bytes.  Meant for reading: its form may change.
std::string explain(const Extraction& extraction, const Ontology& ontology);

/// The part of it that needs no ontology: one sentence, its words, tree,
/// names and frames.
std::string explain(const Article& article, const Sentence& sentence);

}  // namespace demarche

#endif
