#ifndef DEMARCHE_EXTRACTOR_PARTICIPANTS_H_
#define DEMARCHE_EXTRACTOR_PARTICIPANTS_H_

#include <span>
#include <vector>

#include "extractor/analysis.h"
#include "extractor/article.h"
#include "extractor/extraction.h"
#include "extractor/mention_clusters.h"
#include "extractor/reference.h"
#include "extractor/tree.h"

namespace demarche {

/// Whether a mention is "I", "we" or "you" in any of their forms.
bool is_participant(const std::vector<Tree>& trees, const Mention& mention);

/// Joins the pronouns of the first and second person that one voice utters:
/// outside quotation marks the article's own (in a digest, that of the
/// narrative), inside them the quoted speaker's, who is "I" there, if the
/// sentence names one or the quotation goes on from one that has one.
/// `quotations` are those of the article (extractor/quotes.h).
void join_participants(const Article& article, const Analysis& analysis,
                       const std::vector<Tree>& trees,
                       const std::vector<Mention>& mentions,
                       const References& references,
                       std::span<const Span> quotations,
                       MentionClusters* clusters);

}  // namespace demarche

#endif
