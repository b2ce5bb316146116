#include "extractor/mention_clusters.h"

#include <algorithm>
#include <numeric>

namespace demarche {

MentionClusters::MentionClusters(const std::vector<Mention>& mentions,
                                 const std::vector<std::optional<Link>>& links,
                                 const Ontology& ontology)
    : links_(links),
      ontology_(ontology),
      classes_(ontology),
      parents_(mentions.size()),
      referents_(mentions.size()) {
  std::iota(parents_.begin(), parents_.end(), 0);
  for (std::uint32_t i = 0; i < mentions.size(); ++i) {
    const Mention& mention = mentions[i];
    Referent& referent = referents_[i];
    referent.type = links[i] ? links[i]->type : mention.type;
    referent.named = mention.kind == MentionKind::name;
    referent.plural = mention.plural;
    if (links[i]) referent.linked = i;
    referent.certainty = links[i]                               ? 3
                         : referent.named                       ? 2
                         : mention.kind == MentionKind::nominal ? 1
                                                                : 0;
  }
}

std::uint32_t MentionClusters::find(std::uint32_t mention) const {
  while (parents_[mention] != mention) {
    parents_[mention] = parents_[parents_[mention]];
    mention = parents_[mention];
  }
  return mention;
}

const Link* MentionClusters::link_of(std::uint32_t mention) const {
  const auto& linked = (*this)[mention].linked;
  return linked ? &*links_[*linked] : nullptr;
}

bool MentionClusters::may_join(std::uint32_t a, std::uint32_t b) const {
  const Referent& one = (*this)[a];
  const Referent& other = (*this)[b];
  if (&one == &other) return true;
  const Link* link = link_of(a);
  const Link* other_link = link_of(b);
  if (link != nullptr && other_link != nullptr)
    return link->concept_id == other_link->concept_id &&
           link->type == other_link->type;
  if (one.gender != Gender::unknown && other.gender != Gender::unknown &&
      one.gender != other.gender)
    return false;
  return are_compatible(one.type, other.type, ontology_);
}

void MentionClusters::join(std::uint32_t a, std::uint32_t b) {
  a = find(a);
  b = find(b);
  if (a == b) return;
  if (b < a) std::swap(a, b);
  parents_[b] = a;
  Referent& kept = referents_[a];
  const Referent& added = referents_[b];
  const bool narrower = ontology_.is_a(added.type, kept.type);
  const bool wider = ontology_.is_a(kept.type, added.type);
  if (kept.certainty == 0 && added.certainty > 0) kept.plural = added.plural;
  if (kept.certainty < 3 &&
      (narrower || added.certainty == 3 || kept.type == ClassId::none ||
       (!wider && added.certainty > kept.certainty)))
    kept.type = added.type == ClassId::none ? kept.type : added.type;
  kept.certainty = std::max(kept.certainty, added.certainty);
  kept.named = kept.named || added.named;
  kept.size += added.size;
  if (!kept.linked) kept.linked = added.linked;
  if (kept.gender == Gender::unknown) kept.gender = added.gender;
}

bool MentionClusters::join_if_fit(std::uint32_t a, std::uint32_t b) {
  if (!may_join(a, b)) return false;
  join(a, b);
  return true;
}

void MentionClusters::set_gender(std::uint32_t mention, Gender gender) {
  referents_[find(mention)].gender = gender;
}

void MentionClusters::set_link(std::uint32_t mention, const Link& link) {
  links_[mention] = link;
  Referent& referent = referents_[find(mention)];
  referent.linked = mention;
  referent.type = link.type;
  referent.certainty = 3;
}

}  // namespace demarche
