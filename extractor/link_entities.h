#ifndef DEMARCHE_EXTRACTOR_LINK_ENTITIES_H_
#define DEMARCHE_EXTRACTOR_LINK_ENTITIES_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/analysis.h"
#include "extractor/extraction.h"
#include "ontology/ontology.h"

namespace demarche {

/// What a mention refers to, according to the gazetteer.
///
/// Two mentions are of one entity if both `concept_id` and `type` agree:
/// "Armenia", "Armenian" (of Armenian officials) and the "Yerevan" that says
/// something are the state Armenia; "Armenians" are a population group, whose
/// concept is that state but whose type is dm:PopulationGroup.
struct Link {
  ConceptId concept_id = ConceptId::none;
  LabelKind kind = LabelKind::name;
  ClassId type = ClassId::none;
  std::string label;  ///< The words that matched: "White House", "Chadian".

  friend bool operator==(const Link&, const Link&) = default;
};

/// Links each mention; in the order of `mentions`, one result each.
///
/// Homonyms are told apart by name type, by what else the article names, and
/// by standing (states before cities).  A capital or seat of government is
/// the state where it acts or is acted upon as one, the place elsewhere; this
/// is decided mention by mention.  Pronouns have no link, nominals only where
/// they are a label themselves ("the opposition bloc" is none).
/// `date` is the article's (ISO 8601), or "".
std::vector<std::optional<Link>> link_mentions(
    const Analysis& analysis, const std::vector<Mention>& mentions,
    const Ontology& ontology, std::string_view date = {});

/// Names that the gazetteer knows among the words of `sentence`, longest
/// first, left to right, not overlapping, with the type of name that its
/// class has: PER ORG GPE LOC FAC NORP (adjectives and peoples).  For what
/// the analyser's own names leave out; labels of one capitalised common word
/// at the start of a sentence are not taken.
std::vector<Name> find_gazetteer_names(const Sentence& sentence,
                                       const Ontology& ontology);

/// The words [first, end) as written, with spaces where the text has any.
std::string text_of(const Sentence& sentence, WordIndex first, WordIndex end);

/// The office that a person holds on a date as far as the gazetteer is sure
/// of it (`dm:since` and, if it is over, `dm:until`), a state's before others;
/// null for none.
const Tenure* tenure_on(std::string_view date, ConceptId holder,
                        const Ontology& ontology);

/// The sector of a concept on a date: of a person that of the office held
/// then, and "ELI" after the last one; without a date, or where the gazetteer
/// knows no offices with dates, what it says of the concept itself.
std::string_view sector_on(std::string_view date, ConceptId id,
                           const Ontology& ontology);

/// The state that `link` acts for on `date` (ISO 8601, or ""): the country of
/// a person, body, force or outlet of its government (sector GOV, MIL, JUD,
/// LEG, COP or SPY); none for states themselves, populations, cities,
/// companies, parties, and those who have left office.
ConceptId state_behind(const Link& link, const Ontology& ontology,
                       std::string_view date = {});

/// Fills in what the gazetteer says of a linked entity: concept, matched
/// label, type, label, actor code (its own, else its country's; that of the
/// organisation for those who hold an office in it), sector.
/// `acts_for` needs the other entities of the article and stays as it is.
void describe_entity(const Link& link, const Ontology& ontology, Entity* entity,
                     std::string_view date = {});

}  // namespace demarche

#endif
