#include "extractor/office_holders.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "extractor/noun_phrase.h"
#include "extractor/owners.h"
#include "extractor/relation_words.h"

namespace demarche {
namespace {

/// A bare office is that of the article's state only if so many of its linked
/// mentions belong to a state, and this share of them to that one.
constexpr int least_evidence = 5;
constexpr double least_share = 0.6;

using Office = std::pair<ConceptId, std::string>;  ///< State and words.

class HolderLinker {
 public:
  HolderLinker(const std::vector<Tree>& trees,
               const std::vector<Mention>& mentions,
               const References& references, const Ontology& ontology,
               std::string_view date, MentionClusters* clusters)
      : trees_(trees),
        mentions_(mentions),
        references_(references),
        ontology_(ontology),
        clusters_(clusters) {
    note_holders(date);
    note_mentions();
  }

  void link() {
    for (std::uint32_t i = 0; i < mentions_.size(); ++i)
      if (may_be_holder(i))
        if (const Tenure* tenure = tenure_of(i)) link_to(i, *tenure);
  }

 private:
  /// The last to take each office of a state, among those who have it.
  void note_holders(std::string_view date) {
    for (const Tenure& tenure : ontology_.tenures()) {
      const bool held = !tenure.since.empty() && tenure.since <= date &&
                        (tenure.until.empty() || date < tenure.until);
      if (!held || !is_state(tenure.of)) continue;
      const Tenure*& holder = holders_[{tenure.of, to_lower(tenure.office)}];
      if (holder == nullptr || holder->since < tenure.since) holder = &tenure;
    }
  }

  /// Whom the linked mentions name, and which states they belong to.
  void note_mentions() {
    std::map<ConceptId, int> states;
    int all = 0;
    for (std::uint32_t i = 0; i < mentions_.size(); ++i) {
      const Link* link = clusters_->link_of(i);
      if (link == nullptr) continue;
      known_.try_emplace(link->concept_id, i);
      const ConceptId state = is_state(link->concept_id)
                                  ? link->concept_id
                                  : ontology_[link->concept_id].country;
      if (state == ConceptId::none) continue;
      ++states[state];
      ++all;
    }
    for (const auto& [state, count] : states)
      if (count >= least_evidence && count >= least_share * all) main_ = state;
  }

  bool is_state(ConceptId id) const {
    return ontology_.is_a(ontology_[id].type, clusters_->classes().state);
  }

  /// One person without name and link, by a definite noun of an office.
  bool may_be_holder(std::uint32_t i) const {
    const Mention& mention = mentions_[i];
    const auto& referent = (*clusters_)[i];
    if (mention.kind != MentionKind::nominal || mention.plural ||
        referent.named || referent.linked || !clusters_->is_person(i))
      return false;
    const Tree& tree = trees_[mention.sentence];
    return !find_change(tree, mention.head, ontology_) &&
           !tree.child(mention.head, {"appos", "flat", "cop", "nummod"}) &&
           !is_qualified(tree, mention.head);
  }

  /// "the next president", "the acting president"; not "the French president".
  bool is_qualified(const Tree& tree, WordIndex head) const {
    const WordRange office = find_denotation(tree, head, ontology_).words;
    for (const WordIndex child : tree.children(head))
      if (is_relation(tree[child].relation, "amod") &&
          !(office.first <= child && child < office.end) &&
          !state_at(tree, child))
        return true;
    return false;
  }

  std::optional<ConceptId> state_at(const Tree& tree, WordIndex word) const {
    const auto sentence = static_cast<std::uint32_t>(&tree - trees_.data());
    const auto mention = references_.mention_at(sentence, word);
    const Link* link = mention ? clusters_->link_of(index(*mention)) : nullptr;
    if (link == nullptr || !is_state(link->concept_id)) return std::nullopt;
    return link->concept_id;
  }

  const Tenure* tenure_of(std::uint32_t i) const {
    const Mention& mention = mentions_[i];
    const Tree& tree = trees_[mention.sentence];
    const Denotation noun = find_denotation(tree, mention.head, ontology_);
    if (!noun || !noun.entry->acts_for_state) return nullptr;
    std::string office;
    for (const std::string_view lemma : noun.entry->lemmas)
      office.append(office.empty() ? "" : " ").append(lemma);
    const auto found = holders_.find({state_of(mention, tree), office});
    return found == holders_.end() ? nullptr : found->second;
  }

  ConceptId state_of(const Mention& mention, const Tree& tree) const {
    ConceptId state = ConceptId::none;
    const auto owners = find_owners(tree, mention, references_);
    for (const Owner& owner : owners) {
      const auto found = state_at(tree, mentions_[index(owner.mention)].head);
      if (!found || (state != ConceptId::none && *found != state))
        return ConceptId::none;
      state = *found;
    }
    const std::string determiner = determiner_of(tree, mention.head);
    const bool definite = determiner == "the" || determiner == "this";
    if (state != ConceptId::none) {
      const bool owned = tree.child(mention.head, {"nmod:poss"}).has_value();
      return definite || owned || determiner.empty() ? state : ConceptId::none;
    }
    const bool bare =
        owners.empty() && !tree.child(mention.head, {"nmod", "acl"});
    return bare && definite ? main_ : ConceptId::none;
  }

  void link_to(std::uint32_t i, const Tenure& tenure) {
    const auto [known, added] = known_.try_emplace(tenure.holder, i);
    if (!added) {
      clusters_->join_if_fit(known->second, i);
      return;
    }
    Link link;
    link.concept_id = tenure.holder;
    link.type = ontology_[tenure.holder].type;
    const Mention& mention = mentions_[i];
    link.label = text_of(trees_[mention.sentence].sentence(), mention.first,
                         mention.end);
    clusters_->set_link(i, link);
  }

  const std::vector<Tree>& trees_;
  const std::vector<Mention>& mentions_;
  const References& references_;
  const Ontology& ontology_;
  MentionClusters* clusters_;
  std::map<Office, const Tenure*> holders_;
  std::map<ConceptId, std::uint32_t> known_;  ///< First mention of each.
  ConceptId main_ = ConceptId::none;
};

}  // namespace

void link_office_holders(const std::vector<Tree>& trees,
                         const std::vector<Mention>& mentions,
                         const References& references, const Ontology& ontology,
                         std::string_view date, MentionClusters* clusters) {
  if (date.empty()) return;
  HolderLinker(trees, mentions, references, ontology, date.substr(0, 10),
               clusters)
      .link();
}

}  // namespace demarche
