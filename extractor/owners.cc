#include "extractor/owners.h"

#include <algorithm>
#include <optional>

namespace demarche {
namespace {

constexpr int max_climb = 3;

std::optional<Owner::Link> link_of(const Tree& tree, WordIndex child) {
  const Word& word = tree[child];
  // "In Chad Minister Sy met …" is not of a minister of Chad.
  const auto marker = tree.child(child, {"case"});
  if (marker && tree[*marker].upos == Upos::adp && *marker < child &&
      !is_relation(word.relation, "nmod"))
    return std::nullopt;
  if (is_relation(word.relation, "compound"))
    return child < word.head ? std::optional(Owner::Link::compound)
                             : std::nullopt;
  if (word.relation == "nmod:poss") return Owner::Link::possessive;
  if (is_relation(word.relation, "amod")) return Owner::Link::adjective;
  // Two words of a name that the parser joins otherwise: "the Chad army".
  if (word.relation == "nmod:desc" || word.relation == "nmod:unmarked")
    return Owner::Link::compound;
  if (!is_relation(word.relation, "nmod")) return std::nullopt;
  const auto preposition = tree.child(child, {"case"});
  if (!preposition) return std::nullopt;
  const std::string& lemma = tree[*preposition].lemma;
  if (lemma == "of" || lemma == "for" || lemma == "from" || lemma == "at")
    return Owner::Link::of_phrase;
  return std::nullopt;
}

class OwnerFinder {
 public:
  OwnerFinder(const Tree& tree, const Mention& nominal,
              const References& references)
      : tree_(tree), nominal_(nominal), references_(references) {}

  std::vector<Owner> find() {
    add_children(nominal_.head);
    WordIndex word = nominal_.head;
    for (int step = 0; step < max_climb && is_inside(word); ++step) {
      word = tree_[word].head;
      add_children(word);
    }
    add_before();
    std::stable_sort(
        owners_.begin(), owners_.end(),
        [](const Owner& a, const Owner& b) { return a.link < b.link; });
    return owners_;
  }

 private:
  /// Whether a noun's head is the noun or name whose phrase it is part of.
  bool is_inside(WordIndex word) const {
    const std::string& relation = tree_[word].relation;
    return tree_[word].head != no_word && tree_[word].head > word &&
           (is_relation(relation, "compound") || relation == "nmod:desc");
  }

  void add_children(WordIndex word) {
    for (const WordIndex child : tree_.children(word)) {
      // Of what belongs to the outer noun only what stands before this one.
      if (word != nominal_.head && child >= nominal_.head) break;
      const auto link = link_of(tree_, child);
      // "of" before the noun belongs to what stands before it.
      if (!link || (link == Owner::Link::of_phrase && child < word)) continue;
      // 'on "Our Day," Senate leader Sy': nothing before a comma.
      if (is_before_comma(child, word)) continue;
      add(*link, child);
      for (const WordIndex conjunct : tree_.children(child))
        if (is_relation(tree_[conjunct].relation, "conj")) add(*link, conjunct);
    }
  }

  /// "North Korea" of "North Korea's envoy", whatever the parser hangs it on.
  void add_before() {
    const WordIndex first = nominal_.first;
    if (first < 2 || tree_[first - 1].xpos != "POS") return;
    const auto mention = references_.mention_at(nominal_.sentence, first - 2);
    const bool known =
        std::any_of(owners_.begin(), owners_.end(), [&](const Owner& owner) {
          return owner.link == Owner::Link::possessive ||
                 owner.mention == mention;
        });
    if (mention && !known)
      owners_.push_back({Owner::Link::possessive, *mention});
  }

  /// Whether a comma or semicolon parts `child` from the noun after it.
  bool is_before_comma(WordIndex child, WordIndex word) const {
    if (child >= word || tree_[child].relation == "nmod:poss") return false;
    for (WordIndex i = child + 1; i < word; ++i)
      if (tree_[i].form == "," || tree_[i].form == ";") return true;
    return false;
  }

  void add(Owner::Link link, WordIndex word) {
    const auto mention = references_.mention_at(nominal_.sentence, word);
    if (mention) owners_.push_back({link, *mention});
  }

  const Tree& tree_;
  const Mention& nominal_;
  const References& references_;
  std::vector<Owner> owners_;
};

}  // namespace

std::vector<Owner> find_owners(const Tree& tree, const Mention& nominal,
                               const References& references) {
  return OwnerFinder(tree, nominal, references).find();
}

}  // namespace demarche
