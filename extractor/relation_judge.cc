#include "extractor/relation_judge.h"

#include <algorithm>

#include "extractor/link_entities.h"
#include "extractor/noun_phrase.h"
#include "extractor/office_time.h"
#include "extractor/party_members.h"
#include "extractor/phrase_sector.h"

namespace demarche {

RelationJudge::RelationJudge(const Tree& tree,
                             const std::vector<TimeExpression>& times,
                             std::string_view date, const Ontology& ontology,
                             const RelationEnds& ends)
    : tree_(tree),
      times_(times),
      date_(date),
      ontology_(ontology),
      ends_(ends),
      citizen_of_(ontology.find_property("citizenOf")),
      employed_by_(ontology.find_property("employedBy")),
      holds_office_(ontology.find_property("holdsOffice")),
      formerly_held_office_(ontology.find_property("formerlyHeldOffice")),
      leads_(ontology.find_property("leads")),
      candidate_of_(ontology.find_property("candidateOf")),
      member_of_(ontology.find_property("memberOf")),
      party_(ontology.find_class("PoliticalParty")) {}

PropertyId RelationJudge::property_of(const RelationWord& word,
                                      const LexicalEntry& entry) const {
  const PropertyId own = entry.relation;
  if (!is_noun(tree_[word.head])) return own;
  const auto changed = find_change(tree_, word.head, ontology_);
  if (!changed) return own;
  return entry.conditions.empty() && is_office(ontology_[own])
             ? *changed
             : PropertyId::none;
}

/// Whether the relation is that of one who has a task in a body or place.
bool RelationJudge::is_office(const Property& property) const {
  const Property& held = ontology_[holds_office_];
  if (property.range == party_) return false;
  return are_compatible(property.domain, held.domain, ontology_) &&
         (are_compatible(property.range, held.range, ontology_) ||
          (property.domain == held.domain &&
           property.range == ends_.classes().actor));
}

std::optional<Relation> RelationJudge::judge(
    const RelationCandidate& candidate) const {
  const auto& [word, entry, subject, object, clause] = candidate;
  Relation relation;
  relation.property = property_of(word, entry);
  relation.word = word.head;
  relation.evidence = {tree_[word.words.first].span.begin,
                       tree_[word.words.end - 1].span.end};
  const bool officer = is_officer(candidate, relation.property);
  if (officer)
    relation.label =
        text_of(tree_.sentence(), word.words.first, word.words.end);
  if (says_nothing(candidate, relation)) return std::nullopt;
  relation.property = property_between(candidate, relation.property, officer);
  if (relation.property == PropertyId::none) return std::nullopt;
  if (is_over(word, relation.property, subject) ||
      has_left(relation, subject, object))
    relation.property = formerly_held_office_;
  relation.factuality = factuality_of(tree_, clause, ontology_);
  if (relation.factuality == Factuality::certain_positive &&
      is_doubtful(candidate, relation))
    relation.factuality = Factuality::probable_positive;
  relation.since = open_since(times_, ends_.sentence(), tree_, clause);
  return relation;
}

/// Whether it is by a noun what somebody is: "the mayor of Bol".
bool RelationJudge::is_officer(const RelationCandidate& candidate,
                               PropertyId property) const {
  return is_noun(tree_[candidate.word.head]) &&
         ontology_.is_a(ontology_[property].domain, ends_.classes().person);
}

bool RelationJudge::is_adjective(WordIndex word) const {
  return tree_[word].upos == Upos::adj;
}

bool RelationJudge::is_at(WordIndex word, ClassId wanted) const {
  const auto entity = ends_.entity_at(word);
  return entity && ends_.is_a(*entity, wanted);
}

bool RelationJudge::says_nothing(const RelationCandidate& candidate,
                                 const Relation& relation) const {
  const auto& [word, entry, subject, object, clause] = candidate;
  if (is_one_of_party(subject)) return true;
  if (relation.property == leads_ &&
      ((is_at(object, party_) && is_one_of_leaders(word.head)) ||
       determiner_of(tree_, word.head) == "another"))
    return true;
  // "an American hopeful" is no member of the state.
  if (relation.property == member_of_ &&
      is_at(subject, ends_.classes().person) &&
      is_at(object, ends_.classes().state))
    return true;
  // "an African-American representative", "a White officer"
  return is_officer(candidate, relation.property) && is_adjective(object) &&
         is_at(object, ends_.classes().population_group);
}

/// The relation that holds where the stated one cannot, as the one end is no
/// body that has such officers; or none.
PropertyId RelationJudge::property_between(const RelationCandidate& candidate,
                                           PropertyId stated,
                                           bool officer) const {
  const auto& [word, entry, subject, object, clause] = candidate;
  // "a Chadian lawyer": of the state, but not in its service.  "The Chad
  // correspondent" is neither.
  if ((stated == employed_by_ ||
       (stated == holds_office_ && is_adjective(object) &&
        entry.sector == "REL")) &&
      !entry.acts_for_state && entry.office_of == ClassId::none &&
      is_at(object, ends_.classes().state) && citizen_of_ != PropertyId::none)
    return is_adjective(object) ? citizen_of_ : PropertyId::none;
  // "a Chadian commander", whose troops need not be those of the state
  if (stated == leads_ && entry.acts_for_state && is_adjective(object) &&
      is_at(object, ends_.classes().state))
    return citizen_of_;
  // "Chad's army chief", who does not lead it
  if (stated == leads_ && officer && entry.acts_for_state &&
      is_at(object, ends_.classes().state))
    return holds_office_;
  // "worked for Democrats"
  if (stated == employed_by_ && !officer && is_at(object, party_))
    return PropertyId::none;
  // "a former Labour secretary of state"
  if (stated == formerly_held_office_ && officer &&
      is_of_mere_party(holds_office_, object))
    return PropertyId::none;
  return officer && is_of_mere_party(stated, object) ? member_of_ : stated;
}

/// Whether more than the words of the clause speaks against its certainty.
bool RelationJudge::is_doubtful(const RelationCandidate& candidate,
                                const Relation& relation) const {
  const auto& [word, entry, subject, object, clause] = candidate;
  const PropertyId property = relation.property;
  const bool of_party = property_of(word, entry) == leads_ &&
                        is_at(object, party_) && is_by_its_people(object);
  const bool of_the_past =
      ((property == holds_office_ || property == candidate_of_) &&
       tells_of_the_past(times_, ends_.sentence(), date_)) ||
      (property == employed_by_ && is_over_by(word.head)) ||
      (property == holds_office_ && may_be_former(word.head)) ||
      held_once(word.head);
  return is_told_by_others(word, subject) || is_doubtful_subject(subject) ||
         is_title_of_next(tree_, word, subject) || of_party || of_the_past ||
         is_seen_as(tree_, word.head, ontology_) ||
         (ends_.is_doubtful(object) && !is_known(relation, subject, object));
}

/// "was once owned by": by an adverb that the lexicon has for past offices.
bool RelationJudge::held_once(WordIndex verb) const {
  if (is_noun(tree_[verb])) return false;
  for (const WordIndex child : tree_.children(verb))
    if (is_relation(tree_[child].relation, "advmod"))
      for (const LexicalEntry* entry :
           ontology_.entries_of_lemma(to_lower(tree_[child].lemma)))
        if (entry->slots.empty() && entry->relation == formerly_held_office_ &&
            formerly_held_office_ != PropertyId::none)
          return true;
  return false;
}

/// "a former deputy and party chairman", "former candidate and Gov. Sy": of the
/// first alone, or of both.
bool RelationJudge::may_be_former(WordIndex noun) const {
  constexpr int most_links = 4;
  for (int links = 0; links < most_links; ++links) {
    const Word& word = tree_[noun];
    const bool is_second = is_relation(word.relation, "conj");
    if (word.head == no_word || (!is_second && word.relation != "nmod:desc"))
      return false;
    noun = word.head;
    if (is_second && has_former(tree_, noun, ontology_)) return true;
  }
  return false;
}

/// "an official from 2011 to 2014"
bool RelationJudge::is_over_by(WordIndex noun) const {
  std::vector<TimeExpression> own;
  for (const TimeExpression& time : times_)
    if (time.sentence == ends_.sentence() && tree_[time.head].head == noun)
      own.push_back(time);
  return tells_of_the_past(own, ends_.sentence(), date_);
}

/// "a local leader of the party", "another", who does not lead it.
bool RelationJudge::is_one_of_leaders(WordIndex noun) const {
  if (!is_noun(tree_[noun])) return false;
  const std::string determiner = determiner_of(tree_, noun);
  const auto qualifier = tree_.child(noun, {"amod"});
  return determiner == "a" || determiner == "an" ||
         (qualifier && !ends_.entity_at(*qualifier));
}

/// "the Democratic leader", who may be that of a chamber's Democrats.
bool RelationJudge::is_by_its_people(WordIndex party) const {
  const auto mention = ends_.references().mention_at(ends_.sentence(), party);
  return mention &&
         is_party_by_its_people(tree_, ends_.mention(*mention), ontology_);
}

/// "He chairs it"; of "who", grammar tells whom it stands for.
bool RelationJudge::is_doubtful_subject(WordIndex subject) const {
  return !tree_[subject].xpos.starts_with("W") && ends_.is_doubtful(subject);
}

/// "the president", whom only the rest of the text, or the gazetteer, names.
bool RelationJudge::is_told_by_others(const RelationWord& word,
                                      WordIndex subject) const {
  const auto entity = ends_.entity_at(subject);
  const auto mention = ends_.references().mention_at(ends_.sentence(), subject);
  return subject == word.head && entity && ends_.is_named(*entity) && mention &&
         ends_.mention(*mention).kind == MentionKind::nominal;
}

/// "a Republican teacher", "the Labour secretary of state": no party has
/// such an office, nor does it pay for it.
bool RelationJudge::is_of_mere_party(PropertyId property,
                                     WordIndex owner) const {
  return is_at(owner, party_) &&
         (property == employed_by_ ||
          (property == holds_office_ &&
           (is_adjective(owner) ||
            is_relation(tree_[owner].relation, "amod"))));
}

/// Whom the gazetteer knows to have had the office before the article's day.
/// "The leader" may be any of them.
bool RelationJudge::has_left(const Relation& relation, WordIndex subject,
                             WordIndex object) const {
  return gazetteer_says(has_left_office, relation, subject, object,
                        relation.property == leads_ ? "" : relation.label);
}

/// Whose office the gazetteer knows, too: "its" president can be no other's.
bool RelationJudge::is_known(const Relation& relation, WordIndex subject,
                             WordIndex object) const {
  return gazetteer_says(has_known_office, relation, subject, object,
                        relation.label);
}

template <class Question>
bool RelationJudge::gazetteer_says(Question question, const Relation& relation,
                                   WordIndex subject, WordIndex object,
                                   std::string_view office) const {
  const auto one = ends_.entity_at(subject), other = ends_.entity_at(object);
  if ((relation.property != leads_ && relation.property != holds_office_) ||
      !one || !other || !ends_.entity(*one).concept_id ||
      !ends_.entity(*other).concept_id)
    return false;
  return question(*ends_.entity(*one).concept_id,
                  *ends_.entity(*other).concept_id, office, date_, ontology_);
}

/// "a Republican", "the Republican who leads it", who is not the party.
bool RelationJudge::is_one_of_party(WordIndex word) const {
  const std::string determiner = determiner_of(tree_, word);
  return (determiner == "a" || determiner == "an" ||
          to_lower(tree_[word].form) == "who") &&
         is_at(word, party_);
}

/// "who led the bank": nobody says that she still does.
bool RelationJudge::is_over(const RelationWord& word, PropertyId property,
                            WordIndex subject) const {
  return (property == leads_ || property == employed_by_) &&
         tree_[word.head].xpos == "VBD" &&
         is_at(subject, ends_.classes().person);
}

}  // namespace demarche
