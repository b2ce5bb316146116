#ifndef DEMARCHE_EXTRACTOR_RELATION_JUDGE_H_
#define DEMARCHE_EXTRACTOR_RELATION_JUDGE_H_

#include <optional>
#include <string_view>
#include <vector>

#include "extractor/extraction.h"
#include "extractor/relation_ends.h"
#include "extractor/relation_words.h"
#include "extractor/tree.h"
#include "ontology/ontology.h"

namespace demarche {

/// Two words of a sentence that an entry of a relation word may relate.
struct RelationCandidate {
  const RelationWord& word;
  const LexicalEntry& entry;
  WordIndex subject = 0;
  WordIndex object = 0;
  WordIndex clause = no_word;  ///< That says so; negation hangs on it.
};

/// Decides what a relation word says of its ends once they are found: nothing,
/// its own relation or another ("a Chadian lawyer" is a citizen, and holds no
/// office), and how surely.  Refers to what it is made of.
class RelationJudge {
 public:
  /// `date` is the article's, or "".
  RelationJudge(const Tree& tree, const std::vector<TimeExpression>& times,
                std::string_view date, const Ontology& ontology,
                const RelationEnds& ends);

  std::optional<Relation> judge(const RelationCandidate& candidate) const;

  /// The relation, as an adjective before the noun ("former") or the verb
  /// that it completes ("served as") changes it.  Of a former ally, wife,
  /// candidate or senator of a party nothing is said that still holds: none.
  PropertyId property_of(const RelationWord& word,
                         const LexicalEntry& entry) const;

 private:
  bool says_nothing(const RelationCandidate& candidate,
                    const Relation& relation) const;
  bool is_officer(const RelationCandidate& candidate,
                  PropertyId property) const;
  PropertyId property_between(const RelationCandidate& candidate,
                              PropertyId stated, bool officer) const;
  bool is_doubtful(const RelationCandidate& candidate,
                   const Relation& relation) const;
  bool is_office(const Property& property) const;
  bool is_adjective(WordIndex word) const;
  bool is_at(WordIndex word, ClassId wanted) const;
  bool is_over_by(WordIndex noun) const;
  bool held_once(WordIndex verb) const;
  bool may_be_former(WordIndex noun) const;
  bool is_one_of_leaders(WordIndex noun) const;
  bool is_by_its_people(WordIndex party) const;
  bool is_doubtful_subject(WordIndex subject) const;
  bool is_told_by_others(const RelationWord& word, WordIndex subject) const;
  bool is_of_mere_party(PropertyId property, WordIndex owner) const;
  bool has_left(const Relation& relation, WordIndex subject,
                WordIndex object) const;
  bool is_known(const Relation& relation, WordIndex subject,
                WordIndex object) const;
  template <class Question>
  bool gazetteer_says(Question question, const Relation& relation,
                      WordIndex subject, WordIndex object,
                      std::string_view office) const;
  bool is_one_of_party(WordIndex word) const;
  bool is_over(const RelationWord& word, PropertyId property,
               WordIndex subject) const;

  const Tree& tree_;
  const std::vector<TimeExpression>& times_;
  std::string_view date_;
  const Ontology& ontology_;
  const RelationEnds& ends_;
  PropertyId citizen_of_, employed_by_, holds_office_, formerly_held_office_,
      leads_, candidate_of_, member_of_;
  ClassId party_;
};

}  // namespace demarche

#endif
