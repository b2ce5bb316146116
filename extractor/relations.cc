#include "extractor/relations.h"

#include <algorithm>

#include "extractor/link_entities.h"
#include "extractor/noun_phrase.h"
#include "extractor/office_owners.h"
#include "extractor/office_time.h"
#include "extractor/owners.h"
#include "extractor/party_members.h"
#include "extractor/place_relations.h"
#include "extractor/reference.h"
#include "extractor/relation_ends.h"
#include "extractor/relation_judge.h"
#include "extractor/relation_words.h"
#include "extractor/slots.h"
#include "extractor/tree.h"

namespace demarche {
namespace {

/// Finds the relations that the lexicon's words state in one sentence.
class WordRelations {
 public:
  WordRelations(const Tree& tree, const std::vector<TimeExpression>& times,
                std::string_view date, const Ontology& ontology,
                RelationEnds* ends)
      : tree_(tree),
        ontology_(ontology),
        ends_(*ends),
        judge_(tree, times, date, ontology, *ends),
        subject_role_(ontology.find_property("relationSubject")),
        object_role_(ontology.find_property("relationObject")) {}

  void find() {
    for (WordIndex word = 0; word < tree_.sentence().words.size(); ++word) {
      const RelationWord found = find_relation_word(tree_, word, ontology_);
      if (found.entries.empty() || is_part_of_other(tree_, found)) continue;
      for (const LexicalEntry* entry : found.entries)
        if (relate(found, *entry) && entry->conditions.empty()) break;
    }
  }

 private:
  std::vector<WordIndex> fillers(const LexicalEntry& entry, WordIndex word,
                                 PropertyId role) const {
    std::vector<WordIndex> found;
    for (const auto& [slot, property] : entry.slots)
      if (property == role)
        for (const WordIndex filler : find_slot(tree_, word, slot))
          if ((slot != "prefix" || is_named_at(filler)) &&
              (slot != "object" || !is_oblique(filler)))
            found.push_back(filler);
    return found;
  }

  /// "ruled against Chad": no object.
  bool is_oblique(WordIndex word) const {
    const auto preposition = tree_.child(word, {"case"});
    return is_relation(tree_[word].relation, "obl") && preposition &&
           tree_[*preposition].lemma == "against";
  }

  bool is_named_at(WordIndex word) const {
    const auto entity = ends_.entity_at(word);
    return entity && ends_.is_named(*entity);
  }

  static bool has_slot(const LexicalEntry& entry, PropertyId role) {
    return std::any_of(entry.slots.begin(), entry.slots.end(),
                       [&](const auto& slot) { return slot.second == role; });
  }

  /// Whether the entry, as it stands in the sentence, relates anything.
  bool relate(const RelationWord& word, const LexicalEntry& entry) {
    const bool noun = is_noun(tree_[word.head]);
    if (!noun && entry.slots.empty()) return false;  // "former", "served as"
    if (!meets_conditions(entry, word.head) ||
        judge_.property_of(word, entry) == PropertyId::none)
      return false;
    Bearers bearers = noun || tree_.child(word.head, {"cop"})
                          ? find_bearers(tree_, word.head)
                          : Bearers{{}, word.head};
    std::vector<WordIndex> subjects = fillers(entry, word.head, subject_role_);
    std::vector<WordIndex> objects = fillers(entry, word.head, object_role_);
    if (!has_slot(entry, subject_role_)) {
      subjects = bearers.words.empty() && !noun
                     ? find_slot(tree_, word.head, "subject")
                     : bearers.words;
      if (const auto place = place_after_of(word.head)) subjects = {*place};
      if (!has_slot(entry, object_role_))
        objects = owners_of(word, entry, subjects);
    } else if (!has_slot(entry, object_role_)) {
      objects = bearers.words;
    }
    if (const auto name = name_before_clause(tree_, word.head);
        name && has_slot(entry, object_role_)) {
      objects = {*name};
      if (!subjects.empty()) subjects.resize(1);
    }
    keep_own_subject(word.head, subjects);
    std::erase_if(subjects, [&](WordIndex subject) {
      return !meets_condition_of_subject(entry, subject);
    });
    if (objects.empty() && tree_[word.head].xpos == "NNS" &&
        subjects.size() > 1)
      return relate_each_other(word, entry, subjects, bearers.clause);
    for (const WordIndex subject : subjects)
      for (const WordIndex object : objects)
        if (subject != word.head || is_known(word.head))
          add(word, entry, subject, object, bearers.clause);
    return !subjects.empty() && !objects.empty();
  }

  /// "Awa Sy and Idris Ba, who leads the bank": he alone.
  void keep_own_subject(WordIndex verb,
                        std::vector<WordIndex>& subjects) const {
    if (tree_[verb].xpos != "VBZ" || tree_[verb].relation != "acl:relcl" ||
        std::find(subjects.begin(), subjects.end(), tree_[verb].head) ==
            subjects.end())
      return;
    WordIndex last = subjects.front();
    for (const WordIndex subject : subjects)
      if (subject < verb && subject > last) last = subject;
    subjects = {last};
  }

  /// "Chad's capital city of Bol", "the Bol suburb of Ati": the place that
  /// such a noun names after "of", where its owner stands before it.
  std::optional<WordIndex> place_after_of(WordIndex noun) const {
    const auto entity = ends_.entity_at(noun);
    const bool owned = tree_.child(noun, {"nmod:poss", "compound"}).has_value();
    if (!entity || !owned || !ends_.is_a(*entity, ends_.classes().place))
      return std::nullopt;
    for (const WordIndex child : tree_.children(noun)) {
      const auto preposition = tree_.child(child, {"case"});
      const auto named = ends_.entity_at(child);
      if (child > noun && named && preposition &&
          tree_[child].upos == Upos::propn &&
          tree_[*preposition].lemma == "of" &&
          ends_.is_a(*named, ends_.classes().place))
        return child;
    }
    return std::nullopt;
  }

  // "allies Chad and Mali": each is the other's.
  bool relate_each_other(const RelationWord& word, const LexicalEntry& entry,
                         const std::vector<WordIndex>& words,
                         WordIndex clause) {
    const Property& property = ontology_[entry.relation];
    if (property.domain != property.range) return false;
    for (std::size_t i = 1; i < words.size(); ++i)
      add(word, entry, words[0], words[i], clause);
    return true;
  }

  /// Whether the phrase of a noun that describes its own referent is about
  /// one that the reader knows: "the president of Chad", but not "a
  /// president", "any president", "President" as a mere title.
  bool is_known(WordIndex noun) const {
    const auto entity = ends_.entity_at(noun);
    if (entity && ends_.is_named(*entity)) return true;
    if (entity && ends_.is_a(*entity, ends_.classes().population_group))
      return true;
    const std::string determiner = determiner_of(tree_, noun);
    return determiner == "the" || determiner == "this" ||
           determiner == "that" || tree_.child(noun, {"nmod:poss"});
  }

  /// The heads of the closest owners that may be the relation's object; of
  /// several after "of", the state if the office acts for one.
  std::vector<WordIndex> owners_of(
      const RelationWord& word, const LexicalEntry& entry,
      const std::vector<WordIndex>& subjects) const {
    std::vector<Owner> owners;
    const auto add_owners = [&](WordIndex noun) {
      for (const Owner& owner :
           find_owners(tree_, mention_of(noun), ends_.references()))
        if (may_own(owner, word, entry, subjects)) owners.push_back(owner);
    };
    const auto add_of = [&](MentionId mention) {
      const Owner owner{Owner::Link::of_phrase, mention};
      if (may_own(owner, word, entry, subjects)) owners.push_back(owner);
    };
    add_owners(word.head);
    if (const auto body = body_after_comma(word); owners.empty() && body)
      add_of(*body);
    // "the minister of finance of Chad"
    for (WordIndex i = word.words.first; i < word.words.end; ++i)
      if (owners.empty() && i != word.head) add_owners(i);
    // "President Awa Sy of Chad"
    if (const Word& title = tree_[word.head]; owners.empty() &&
                                              title.relation == "nmod:desc" &&
                                              entry.sector != "LEG")
      for (const WordIndex child : tree_.children(title.head)) {
        const auto of = tree_.child(child, {"case"});
        const auto named =
            ends_.references().mention_at(ends_.sentence(), child);
        if (child < title.head || !is_relation(tree_[child].relation, "nmod") ||
            !of || tree_[*of].lemma != "of" || !named ||
            !is_ruled(entry, child))
          continue;
        add_of(*named);
      }
    // "the minister of foreign affairs of Chad"
    if (entry.acts_for_state && !owners.empty() &&
        owners.front().link == Owner::Link::of_phrase)
      std::stable_partition(owners.begin(), owners.end(), [&](const Owner& a) {
        const auto entity = ends_.entity_at(ends_.mention(a.mention).head);
        return entity && ends_.is_a(*entity, ends_.classes().state);
      });
    prefer_bodies(entry, owners);
    std::vector<WordIndex> objects;
    for (const Owner& owner : owners)
      if (owner.link == owners.front().link)
        objects.push_back(ends_.mention(owner.mention).head);
    return objects;
  }

  /// "Awa Sy, director, Bureau of Fisheries": the body after a bare office.
  std::optional<MentionId> body_after_comma(const RelationWord& word) const {
    const Word& office = tree_[word.head];
    const WordIndex comma = word.words.end;
    if (!is_relation(office.relation, "appos") || word.words.first == 0 ||
        tree_[word.words.first - 1].form != "," ||
        comma + 1 >= tree_.sentence().words.size() || tree_[comma].form != ",")
      return std::nullopt;
    for (const WordIndex above : {word.head, office.head})
      for (const WordIndex child : tree_.children(above)) {
        const auto body =
            ends_.references().mention_at(ends_.sentence(), child);
        if (body && is_relation(tree_[child].relation, "appos") &&
            is_body_from(*body, comma + 1))
          return body;
      }
    return std::nullopt;
  }

  bool is_body_from(MentionId id, WordIndex first) const {
    const Mention& mention = ends_.mention(id);
    const auto entity = ends_.entity_at(mention.head);
    return mention.first == first && mention.kind == MentionKind::name &&
           entity && ends_.is_a(*entity, ends_.classes().organization);
  }

  /// "the Bol director of the bank", "the bank's Chadian branch": of the bank,
  /// unless places have such officers.
  void prefer_bodies(const LexicalEntry& entry,
                     std::vector<Owner>& owners) const {
    const auto is = [&](const Owner& owner, ClassId wanted) {
      const auto entity = ends_.entity_at(ends_.mention(owner.mention).head);
      return entity && ends_.is_a(*entity, wanted);
    };
    if (entry.acts_for_state || entry.office_of != ClassId::none ||
        std::none_of(owners.begin(), owners.end(), [&](const Owner& owner) {
          return owner.link != Owner::Link::adjective &&
                 is(owner, ends_.classes().organization) &&
                 !is(owner, ends_.classes().state);
        }))
      return;
    std::erase_if(owners, [&](const Owner& owner) {
      return owner.link != Owner::Link::of_phrase &&
             is(owner, ends_.classes().place);
    });
  }

  /// Whether the office is one of such a place: a president's of a state.
  bool is_ruled(const LexicalEntry& entry, WordIndex place) const {
    const auto entity = ends_.entity_at(place);
    return entity && ((entry.acts_for_state &&
                       ends_.is_a(*entity, ends_.classes().state)) ||
                      (entry.office_of != ClassId::none &&
                       ends_.is_a(*entity, entry.office_of)));
  }

  Mention mention_of(WordIndex head) const {
    Mention noun;
    noun.sentence = ends_.sentence();
    noun.head = head;
    return noun;
  }

  bool may_own(const Owner& owner, const RelationWord& word,
               const LexicalEntry& entry,
               const std::vector<WordIndex>& subjects) const {
    const Mention& mention = ends_.mention(owner.mention);
    const auto entity = ends_.entity_at(mention.head);
    const bool overlaps =
        mention.first < word.words.end && word.words.first < mention.end;
    if (!entity || overlaps || !is_identified(mention, *entity) ||
        is_other_owner(tree_, ends_, ontology_, owner, word, entry) ||
        !ends_.fits(*entity,
                    ontology_[judge_.property_of(word, entry)].range) ||
        !meets_conditions(entry, owner, *entity) ||
        is_for_other_entry(owner, word, entry, *entity))
      return false;
    return std::none_of(
        subjects.begin(), subjects.end(),
        [&](WordIndex subject) { return ends_.entity_at(subject) == entity; });
  }

  /// "Labour" of "the Labour mayor of Bol", which another entry takes.
  bool is_for_other_entry(const Owner& owner, const RelationWord& word,
                          const LexicalEntry& entry, EntityId id) const {
    return entry.conditions.empty() &&
           std::any_of(word.entries.begin(), word.entries.end(),
                       [&](const LexicalEntry* other) {
                         return !other->conditions.empty() &&
                                meets_conditions(*other, owner, id);
                       });
  }

  /// Not the bare noun of "company spokesman", which names nobody.
  bool is_identified(const Mention& mention, EntityId id) const {
    return mention.kind != MentionKind::nominal || ends_.is_named(id) ||
           ends_.entity(id).acts_for ||
           !determiner_of(tree_, mention.head).empty() ||
           tree_.child(mention.head, {"nmod:poss", "nmod", "compound"});
  }

  /// Conditions on the slots of a verb: "live" is of people.
  bool meets_conditions(const LexicalEntry& entry, WordIndex word) const {
    return std::all_of(
        entry.conditions.begin(), entry.conditions.end(),
        [&](const auto& condition) {
          if (condition.first == "modifier") return true;  // Of the owner.
          const auto found = find_slot(tree_, word, condition.first);
          return std::any_of(found.begin(), found.end(), [&](WordIndex filler) {
            return is_any_at(filler, condition.second);
          });
        });
  }

  /// Each of several joined subjects for itself: not "Chad" among people.
  bool meets_condition_of_subject(const LexicalEntry& entry,
                                  WordIndex subject) const {
    const auto entity = ends_.entity_at(subject);
    // "Awa Sy, the mayor of Ati, the Bol suburb": she is none.
    if (entity && entry.relation == ontology_.find_property("partOf") &&
        ends_.is_a(*entity, ends_.classes().person))
      return false;
    for (const auto& [slot, classes] : entry.conditions)
      if (slot == "subject" && !is_any_at(subject, classes)) return false;
    return true;
  }

  bool is_any_at(WordIndex word, const std::vector<ClassId>& classes) const {
    const auto entity = ends_.entity_at(word);
    return entity && is_any(*entity, classes);
  }

  bool is_any(EntityId id, const std::vector<ClassId>& classes) const {
    return std::any_of(classes.begin(), classes.end(),
                       [&](ClassId wanted) { return ends_.is_a(id, wanted); });
  }

  /// Conditions of nouns are on what stands before them.
  bool meets_conditions(const LexicalEntry& entry, const Owner& owner,
                        EntityId id) const {
    return std::all_of(entry.conditions.begin(), entry.conditions.end(),
                       [&](const auto& condition) {
                         return condition.first != "modifier" ||
                                (owner.link != Owner::Link::of_phrase &&
                                 is_any(id, condition.second));
                       });
  }

  void add(const RelationWord& word, const LexicalEntry& entry,
           WordIndex subject, WordIndex object, WordIndex clause) {
    if (auto relation = judge_.judge({word, entry, subject, object, clause}))
      ends_.add(subject, object, std::move(*relation));
  }

  const Tree& tree_;
  const Ontology& ontology_;
  RelationEnds& ends_;
  RelationJudge judge_;
  PropertyId subject_role_, object_role_;
};

}  // namespace

std::vector<Relation> find_relations(const Article& article,
                                     const Analysis& analysis,
                                     const std::vector<Mention>& mentions,
                                     const std::vector<Entity>& entities,
                                     const std::vector<TimeExpression>& times,
                                     const Ontology& ontology) {
  const References references(analysis, mentions, entities);
  std::vector<Relation> relations;
  for (std::uint32_t i = 0; i < analysis.sentences.size(); ++i) {
    const Sentence& sentence = analysis.sentences[i];
    if (!is_read(article.passages[sentence.passage].kind)) continue;
    const Tree tree(sentence);
    RelationEnds ends(i, tree, mentions, entities, references, ontology,
                      &relations);
    WordRelations(tree, times, article.metadata.published, ontology, &ends)
        .find();
    find_place_relations(tree, ontology, &ends);
  }
  doubt_former_offices(ontology, &relations);
  drop_repeated(&relations);
  return relations;
}

}  // namespace demarche
