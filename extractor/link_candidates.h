#ifndef DEMARCHE_EXTRACTOR_LINK_CANDIDATES_H_
#define DEMARCHE_EXTRACTOR_LINK_CANDIDATES_H_

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "extractor/extraction.h"
#include "extractor/tree.h"
#include "ontology/ontology.h"

namespace demarche {

/// The classes that linking asks for; `none` in an ontology without them.
struct LinkClasses {
  explicit LinkClasses(const Ontology& ontology);

  ClassId person, state, place, region, city, facility, organization,
      international, bloc, alliance, outlet, company, population, party,
      government;
};

/// A mention's words with what they may stand for.
struct Candidates {
  std::string text;                  ///< Without determiner.
  std::vector<LabelMatch> names;     ///< Every kind but metonyms.
  std::vector<LabelMatch> metonyms;  ///< States whose seat it names.
};

/// What each mention of an article may stand for, and which of it is likely.
///
/// Mentions with one candidate left by their type are the evidence by which
/// the others choose; of persons those go first who are in office on `date`.
/// Refers to all that it was made from.
class LinkCandidates {
 public:
  LinkCandidates(const std::vector<Tree>& trees,
                 const std::vector<Mention>& mentions, const Ontology& ontology,
                 std::string_view date);

  const Candidates& operator[](std::size_t mention) const {
    return candidates_[mention];
  }
  const LinkClasses& classes() const { return classes_; }

  /// The likeliest name, adjective or people; none where nothing fits.
  bool is_stray_acronym(std::size_t index, ConceptId id) const;
  std::optional<LabelMatch> best(std::size_t mention) const;

 private:
  bool is(ConceptId id, ClassId ancestor) const {
    return ontology_.is_a(ontology_[id].type, ancestor);
  }
  const Word& head_of(const Mention& mention) const {
    return trees_[mention.sentence][mention.head];
  }
  std::string text_of_mention(const Mention& mention) const;
  void count_concepts();
  void note_full_names();
  void note_evidence();
  Candidates candidates_of(const Mention& mention) const;
  const Tenure* tenure_by_title(const std::string& text, ConceptId id) const;
  bool is_free_surname(const std::string& text, ConceptId id) const;
  bool allows(const Mention& mention, const std::string& text,
              const LabelMatch& match) const;
  bool is_of_a_region(const Mention& mention) const;
  bool is_after_region(const Mention& mention) const;
  bool is_only_of_persons(const std::string& text) const;
  bool is_misread(const Mention& mention, const std::string& text,
                  const LabelMatch& match) const;
  bool has_title(const Mention& mention) const;
  bool is_located(const Mention& mention) const;
  bool is_elsewhere(const Mention& mention, ConceptId country) const;
  bool is_foreign(const Mention& mention, ConceptId id) const;
  double standing_of(ClassId type) const;
  double kind_score(const Mention& mention, LabelKind kind) const;
  double score(const Mention& mention, const LabelMatch& match) const;
  bool is_after_place(const Mention& mention) const;
  bool owns_office_of(const Mention& mention, ClassId type) const;
  bool is_beside_compatriot(const Mention& mention, ConceptId id) const;
  bool is_undecided(double lead, ConceptId a, ConceptId b) const;

  const std::vector<Tree>& trees_;
  const std::vector<Mention>& mentions_;
  const Ontology& ontology_;
  const LinkClasses classes_;
  const std::string_view date_;  ///< Of the article, or "".
  std::vector<int> weight_;      ///< Concepts of each country.
  /// Full names of persons, by their first and last words.
  std::map<std::string, std::set<std::string>> full_names_;
  /// The words right before a surname alone, in lower case.
  std::map<std::string, std::set<std::string, std::less<>>> titles_;
  std::vector<Candidates> candidates_;
  /// Mentions that can only be of a concept, of something in a country.
  std::map<ConceptId, int> evidence_, inside_;
};

}  // namespace demarche

#endif
