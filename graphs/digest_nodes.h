#ifndef DEMARCHE_GRAPHS_DIGEST_NODES_H_
#define DEMARCHE_GRAPHS_DIGEST_NODES_H_

#include "graphs/article_nodes.h"
#include "graphs/claim_nodes.h"

namespace demarche {

/// Adds the parts of a digest: its sections, its narratives with whom they are
/// about and who provides them, and the outlets and links that it cites.
/// Before `add_claims`, so that a provider has its node as a claimer too.
void add_digest(const Extraction& extraction, const Ontology& ontology,
                ArticleNodes& nodes);

/// Gives each claim to the section or narrative that its words stand in: a
/// narrative is a named set of claims.
void link_sections(const Extraction& extraction, const ClaimNodes& claims,
                   ArticleNodes& nodes);

}  // namespace demarche

#endif
