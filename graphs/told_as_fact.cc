#include "graphs/told_as_fact.h"

#include <algorithm>
#include <string>

#include "extractor/clause_grammar.h"
#include "extractor/meanings.h"
#include "extractor/noun_phrase.h"

namespace demarche {
namespace {

constexpr int max_climb = 24;  ///< Steps up a tree, at most.

class ClauseJudge {
 public:
  ClauseJudge(const Tree& tree, const Ontology& ontology)
      : tree_(tree), ontology_(ontology) {}

  bool is_fact(WordIndex word) const {
    // What a relative clause tells may be true of what is only wished for.
    bool own = true;
    for (int step = 0; step < max_climb && tree_[word].head != no_word;
         ++step) {
      if (is_told_of_noun(word) || is_asked(word) ||
          is_relation(tree_[word].relation, "parataxis") || is_example(word))
        return false;
      if (own && (lacks_gap(word) || is_wish(word) || may_not_be(word) ||
                  follows_from_allegation(word)))
        return false;
      own = own && !is_relation(tree_[word].relation, "acl") &&
            !is_relation(tree_[word].relation, "appos");
      word = tree_[word].head;
    }
    return true;
  }

 private:
  std::string marker_of(WordIndex clause) const {
    const auto mark = tree_.child(clause, {"mark"});
    return mark ? to_lower(tree_[*mark].lemma) : "";
  }

  /// "the narrative that they had met"
  bool is_told_of_noun(WordIndex clause) const {
    return marker_of(clause) == "that" &&
           (is_relation(tree_[clause].relation, "acl") ||
            tree_[tree_[clause].head].upos == Upos::noun);
  }

  /// "asked whether they met", "even if they met"
  bool is_asked(WordIndex clause) const {
    const std::string marker = marker_of(clause);
    return marker == "if" || marker == "whether";
  }

  /// "ideas such as banning them", "immunity from banning them"
  bool is_example(WordIndex word) const {
    if (tree_[word].xpos != "VBG") return false;
    const auto children = tree_.children(word);
    return std::any_of(children.begin(), children.end(), [&](WordIndex child) {
      const std::string& lemma = tree_[child].lemma;
      return (is_relation(tree_[child].relation, "case") ||
              is_relation(tree_[child].relation, "mark")) &&
             (lemma == "such" || lemma == "like" || lemma == "about" ||
              (lemma == "from" && is_relation(tree_[word].relation, "acl")));
    });
  }

  bool is_relative(WordIndex word) const {
    return has_feature(tree_[word], "PronType=Rel") ||
           tree_[word].xpos.starts_with("W");
  }

  /// "the notion she has met them": with subject and object, and no part in it
  /// for the noun, the clause is what the noun says.
  bool lacks_gap(WordIndex clause) const {
    const auto subject = tree_.child(clause, {"nsubj"});
    const Frame* frame = find_frame(tree_.sentence(), clause);
    if (!is_relation(tree_[clause].relation, "acl") || frame == nullptr ||
        !subject || !tree_.child(clause, {"obj"}))
      return false;
    const WordIndex noun = tree_[clause].head;
    const bool has_part =
        std::any_of(frame->arguments.begin(), frame->arguments.end(),
                    [&](const Argument& one) { return one.head == noun; });
    return !has_part && tree_[noun].upos == Upos::noun && noun < *subject &&
           std::none_of(tree_.top_down().begin(), tree_.top_down().end(),
                        [&](WordIndex word) {
                          return is_relative(word) && word < clause &&
                                 word > noun && tree_.dominates(clause, word);
                        });
  }

  /// "happy to meet them", "the first to meet them", who did.
  bool is_so_for(WordIndex word) const {
    const auto children = tree_.children(word);
    if (std::any_of(children.begin(), children.end(), [&](WordIndex child) {
          const std::string lemma = to_lower(tree_[child].lemma);
          return is_relation(tree_[child].relation, "amod") &&
                 (has_feature(tree_[child], "NumType=Ord") || lemma == "last" ||
                  lemma == "only");
        }))
      return true;
    const auto entries =
        ontology_.entries_of_lemma(to_lower(tree_[word].lemma));
    return std::any_of(entries.begin(), entries.end(), [&](const auto* entry) {
      return entry->effect == Effect::implicative ||
             entry->effect == Effect::factive;
    });
  }

  /// "the need to meet", "easy to meet"
  bool is_wish(WordIndex clause) const {
    const std::string& relation = tree_[clause].relation;
    const Upos above = tree_[tree_[clause].head].upos;
    return is_infinitive(tree_, clause) && !is_so_for(tree_[clause].head) &&
           ((is_relation(relation, "acl") && above == Upos::noun) ||
            (above == Upos::adj && !is_relation(relation, "acl")));
  }

  /// "it may be the day they meet", "it was not she who met them"
  bool may_not_be(WordIndex clause) const {
    const WordIndex noun = tree_[clause].head;
    if (!is_relation(tree_[clause].relation, "acl") ||
        !tree_.child(noun, {"cop"}))
      return false;
    const auto children = tree_.children(noun);
    return std::any_of(children.begin(), children.end(), [&](WordIndex child) {
      return tree_[child].xpos == "MD" || has_effect(child, Effect::negating);
    });
  }

  bool has_effect(WordIndex word, Effect effect) const {
    if (!is_relation(tree_[word].relation, "advmod")) return false;
    const auto entries =
        ontology_.entries_of_lemma(to_lower(tree_[word].lemma));
    return std::any_of(entries.begin(), entries.end(), [&](const auto* entry) {
      return entry->lemmas.size() == 1 && entry->effect == effect;
    });
  }

  bool is_alleged(WordIndex word) const {
    const auto children = tree_.children(word);
    return std::any_of(children.begin(), children.end(), [&](WordIndex child) {
      return has_effect(child, Effect::alleged);
    });
  }

  /// "It was hit, allegedly by a bus, killing two."
  bool follows_from_allegation(WordIndex clause) const {
    const WordIndex main = tree_[clause].head;
    if (!is_relation(tree_[clause].relation, "advcl") ||
        tree_[clause].xpos != "VBG")
      return false;
    const auto children = tree_.children(main);
    return is_alleged(main) ||
           std::any_of(children.begin(), children.end(), [&](WordIndex child) {
             return is_noun(tree_[child]) && is_alleged(child);
           });
  }

  const Tree& tree_;
  const Ontology& ontology_;
};

}  // namespace

bool is_told_as_fact(const Tree& tree, WordIndex trigger,
                     const Ontology& ontology) {
  return ClauseJudge(tree, ontology).is_fact(trigger);
}

}  // namespace demarche
