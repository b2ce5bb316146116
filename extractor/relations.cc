#include "extractor/relations.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "extractor/entity_classes.h"
#include "extractor/link_entities.h"
#include "extractor/owners.h"
#include "extractor/reference.h"
#include "extractor/relation_words.h"
#include "extractor/slots.h"
#include "extractor/tree.h"

namespace demarche {
namespace {

/// The layers that relations are read from.
struct Layers {
  const std::vector<Mention>& mentions;
  const std::vector<Entity>& entities;
  const std::vector<TimeExpression>& times;
};

/// Finds the standing relations that one sentence states.
class SentenceRelations {
 public:
  SentenceRelations(std::uint32_t index, const Layers& parts,
                    const References& references, const Ontology& ontology,
                    const Tree& tree, std::vector<Relation>* relations)
      : index_(index),
        parts_(parts),
        references_(references),
        ontology_(ontology),
        classes_(ontology),
        tree_(tree),
        subject_role_(ontology.find_property("relationSubject")),
        object_role_(ontology.find_property("relationObject")),
        relations_(*relations) {}

  void find() {
    for (WordIndex word = 0; word < tree_.sentence().words.size(); ++word) {
      const RelationWord found = find_relation_word(tree_, word, ontology_);
      if (found.entry != nullptr) relate(found);
      find_place(word);
    }
  }

 private:
  bool is_noun(WordIndex word) const {
    return tree_[word].upos == Upos::noun || tree_[word].upos == Upos::propn;
  }

  std::optional<EntityId> entity_at(WordIndex word) const {
    return references_.entity_at(index_, word);
  }

  std::vector<WordIndex> fillers(const RelationWord& word,
                                 PropertyId role) const {
    std::vector<WordIndex> found;
    for (const auto& [slot, property] : word.entry->slots)
      if (property == role)
        for (const WordIndex filler : find_slot(tree_, word.head, slot))
          found.push_back(filler);
    return found;
  }

  bool has_slot(const RelationWord& word, PropertyId role) const {
    return std::any_of(word.entry->slots.begin(), word.entry->slots.end(),
                       [&](const auto& slot) { return slot.second == role; });
  }

  void relate(const RelationWord& word) {
    if (tree_[word.head].upos == Upos::adj && !has_slot(word, object_role_))
      return;  // It modifies another word's relation: "former".
    Bearers bearers;
    if (has_slot(word, subject_role_))
      bearers = {fillers(word, subject_role_), word.head};
    else
      bearers =
          is_noun(word.head) || tree_.child(word.head, {"cop"})
              ? find_bearers(tree_, word.head)
              : Bearers{find_slot(tree_, word.head, "subject"), word.head};
    std::vector<WordIndex> objects = has_slot(word, object_role_)
                                         ? fillers(word, object_role_)
                                         : owners_of(word, bearers);
    const bool mutual = objects.empty() && tree_[word.head].xpos == "NNS" &&
                        bearers.words.size() > 1;
    if (mutual) return relate_each_other(word, bearers);
    for (const WordIndex bearer : bearers.words)
      for (const WordIndex object : objects)
        add(word, bearer, object, bearers.clause);
  }

  // "allies Chad and Mali": each is the other's.
  void relate_each_other(const RelationWord& word, const Bearers& bearers) {
    const Property& property = ontology_[word.entry->relation];
    if (property.domain != property.range) return;
    for (std::size_t i = 1; i < bearers.words.size(); ++i)
      add(word, bearers.words[0], bearers.words[i], bearers.clause);
  }

  /// The heads of the closest owners that may be the relation's object.
  std::vector<WordIndex> owners_of(const RelationWord& word,
                                   const Bearers& bearers) const {
    Mention noun;
    noun.sentence = index_;
    noun.head = word.head;
    std::vector<WordIndex> objects;
    std::optional<Owner::Link> link;
    for (const Owner& owner : find_owners(tree_, noun, references_)) {
      const Mention& mention = parts_.mentions[index(owner.mention)];
      if (link && owner.link != *link) break;
      if (!may_own(mention, word, bearers)) continue;
      link = owner.link;
      objects.push_back(mention.head);
    }
    return objects;
  }

  bool may_own(const Mention& mention, const RelationWord& word,
               const Bearers& bearers) const {
    const auto entity = entity_at(mention.head);
    if (!entity || !fits(*entity, ontology_[property_of(word)].range))
      return false;
    return std::none_of(
        bearers.words.begin(), bearers.words.end(),
        [&](WordIndex bearer) { return entity_at(bearer) == entity; });
  }

  bool fits(EntityId id, ClassId wanted) const {
    const ClassId type = parts_.entities[index(id)].type;
    if (wanted == ClassId::none || wanted == classes_.entity) return true;
    if (type == ClassId::none || type == classes_.entity) return false;
    return are_compatible(type, wanted, ontology_);
  }

  /// The relation, as an adjective before the noun changes it: "former".
  PropertyId property_of(const RelationWord& word) const {
    const PropertyId own = word.entry->relation;
    if (!is_noun(word.head)) return own;
    const auto domain = ontology_[own].domain;
    for (const WordIndex child : tree_.children(word.head)) {
      if (tree_[child].upos != Upos::adj) continue;
      const auto found = find_relation_word(tree_, child, ontology_);
      if (found.entry != nullptr && found.entry->slots.empty() &&
          ontology_[found.entry->relation].domain == domain)
        return found.entry->relation;
    }
    return own;
  }

  void add(const RelationWord& word, WordIndex bearer, WordIndex object,
           WordIndex clause) {
    const auto& words = tree_.sentence().words;
    Relation relation;
    relation.property = property_of(word);
    relation.evidence = {words[word.words.first].span.begin,
                         words[word.words.end - 1].span.end};
    const Property& property = ontology_[relation.property];
    const bool office =
        is_noun(word.head) && ontology_.is_a(property.domain, classes_.person);
    if (office)
      relation.label =
          text_of(tree_.sentence(), word.words.first, word.words.end);
    relation.factuality = factuality_of(tree_, clause, ontology_);
    relation.since = since(clause);
    add_between(bearer, object, std::move(relation));
  }

  void add_between(WordIndex bearer, WordIndex object, Relation relation) {
    const auto subject = entity_at(bearer);
    const auto other = entity_at(object);
    const Property& property = ontology_[relation.property];
    if (!subject || !other || *subject == *other || is_mere_pronoun(*subject) ||
        is_mere_pronoun(*other) || !fits(*subject, property.domain) ||
        !fits(*other, property.range) || is_anonymous_crowd(*subject))
      return;
    relation.subject = *subject;
    relation.object = *other;
    relations_.push_back(std::move(relation));
  }

  /// "officials", of whom nothing lasting is said.
  bool is_anonymous_crowd(EntityId id) const {
    const Entity& entity = parts_.entities[index(id)];
    return std::none_of(entity.mentions.begin(), entity.mentions.end(),
                        [&](MentionId mention) {
                          const Mention& one = parts_.mentions[index(mention)];
                          return one.kind == MentionKind::name || !one.plural;
                        });
  }

  /// "it", of which the text says nothing else.
  bool is_mere_pronoun(EntityId id) const {
    const auto& mentions = parts_.entities[index(id)].mentions;
    return std::all_of(mentions.begin(), mentions.end(), [&](MentionId one) {
      return parts_.mentions[index(one)].kind == MentionKind::pronoun;
    });
  }

  std::optional<TimeId> since(WordIndex clause) const {
    const auto& times = parts_.times;
    auto time = std::lower_bound(times.begin(), times.end(), index_,
                                 [](const TimeExpression& a, std::uint32_t b) {
                                   return a.sentence < b;
                                 });
    for (; time != times.end() && time->sentence == index_; ++time)
      if (time->value.ends_with("/..") && tree_[time->head].head == clause)
        return TimeId{static_cast<std::uint32_t>(time - times.begin())};
    return std::nullopt;
  }

  // "the village of Bol in Chad": a place that lies in another.
  void find_place(WordIndex word) {
    const PropertyId located = ontology_.find_property("locatedIn");
    const auto place = entity_at(word);
    if (located == PropertyId::none || !place || !is_noun(word) ||
        !is_place(*place) || is_state(*place))
      return;
    for (const WordIndex child : tree_.children(word)) {
      const auto around = entity_at(child);
      const bool within = around && is_place(*around) &&
                          (is_in(child) || is_listed(word, child));
      if (!within) continue;
      Relation relation;
      relation.property = located;
      relation.evidence = tree_[child].span;
      add_between(word, child, std::move(relation));
    }
  }

  bool is_place(EntityId id) const {
    return ontology_.is_a(parts_.entities[index(id)].type, classes_.place);
  }
  bool is_state(EntityId id) const {
    return ontology_.is_a(parts_.entities[index(id)].type, classes_.state);
  }

  bool is_in(WordIndex word) const {
    const auto preposition = tree_.child(word, {"case"});
    return is_relation(tree_[word].relation, "nmod") && preposition &&
           tree_[*preposition].lemma == "in";
  }

  // "Bol, Chad"
  bool is_listed(WordIndex place, WordIndex state) const {
    const std::string& relation = tree_[state].relation;
    return state > place && tree_[place].upos == Upos::propn &&
           tree_[state].upos == Upos::propn && is_state(*entity_at(state)) &&
           (is_relation(relation, "appos") || relation == "nmod:unmarked" ||
            relation == "nmod:npmod");
  }

  std::uint32_t index_;
  const Layers parts_;
  const References& references_;
  const Ontology& ontology_;
  EntityClasses classes_;
  const Tree& tree_;
  PropertyId subject_role_, object_role_;
  std::vector<Relation>& relations_;
};

/// Each relation once, where it is first stated so.
void drop_repeated(std::vector<Relation>* relations) {
  std::set<std::tuple<EntityId, PropertyId, EntityId, Factuality>> known;
  std::erase_if(*relations, [&](const Relation& relation) {
    return !known
                .insert({relation.subject, relation.property, relation.object,
                         relation.factuality})
                .second;
  });
}

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
    SentenceRelations(i, Layers{mentions, entities, times}, references,
                      ontology, tree, &relations)
        .find();
  }
  drop_repeated(&relations);
  return relations;
}

}  // namespace demarche
