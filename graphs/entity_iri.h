#ifndef DEMARCHE_GRAPHS_ENTITY_IRI_H_
#define DEMARCHE_GRAPHS_ENTITY_IRI_H_

#include <string>

#include "extractor/extraction.h"
#include "graphs/offsets.h"
#include "ontology/ontology.h"

namespace demarche {

/// Whether the entity is what the gazetteer's concept describes: "Armenians"
/// are linked to the state, but are not it.
bool is_shared(const Entity& entity, const Ontology& ontology);

/// Where an entity is first mentioned; empty if it is nowhere.
Span first_mention(const Extraction& extraction, const Entity& entity);

/// The concept's IRI, or "…#entity=7,14" by the first mention.
std::string entity_iri(const Extraction& extraction, EntityId id,
                       const Ontology& ontology, const Offsets& offsets);

/// What a person or organisation that the gazetteer does not know is called
/// across articles: full name, code and sector
/// ("…/entity/asha-otieno.ken.gov"), so that those are joined whose attributes
/// agree, whatever order articles come in.  An organisation that is no body of
/// a state may have the acronym that the text gives it instead of a code
/// ("…/entity/lake-fishers-union.lfu").  Empty for anybody else: a name of one
/// word, a piece of a name, "Ministry of Finance" of nobody knows which state.
std::string common_iri(const Extraction& extraction, const Entity& entity,
                       const Ontology& ontology);

}  // namespace demarche

#endif
