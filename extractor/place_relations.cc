#include "extractor/place_relations.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "extractor/noun_phrase.h"
#include "extractor/relation_words.h"
#include "extractor/slots.h"

namespace demarche {
namespace {

class PlaceRelations {
 public:
  PlaceRelations(const Tree& tree, const Ontology& ontology, RelationEnds* ends)
      : tree_(tree),
        ontology_(ontology),
        ends_(*ends),
        located_in_(ontology.find_property("locatedIn")),
        present_in_(ontology.find_property("presentIn")),
        comes_from_(ontology.find_property("comesFrom")) {}

  void find() {
    if (located_in_ == PropertyId::none) return;
    for (WordIndex word = 0; word < tree_.sentence().words.size(); ++word) {
      const auto entity = ends_.entity_at(word);
      if (entity && is_noun(tree_[word])) {
        find_around(word, *entity);
        find_listed(word);
      }
      if (word == 0 || !is_relation(tree_[word].relation, "case")) continue;
      find_next(word);
      find_included(word);
      find_origin(word);
    }
  }

 private:
  void find_around(WordIndex word, EntityId entity) {
    for (const WordIndex child : tree_.children(word)) {
      const bool place = property_of(entity) == located_in_;
      if (has_case(child, "in") || (place && has_case(child, "at")))
        for (const WordIndex around : with_conjuncts(tree_, child))
          relate(word, around);
      else if (is_origin(word, child))
        add_origin(word, child);
      else if (place && is_kind_of_place(word) && is_wider_at(child) &&
               (has_case(child, "of") || tree_[child].relation == "nmod:poss"))
        add_part(word, child);
      else if (place && has_case(child, "including"))
        for (const WordIndex part : with_conjuncts(tree_, child))
          if (is_place_at(part)) add(part, word, located_in_, word);
    }
  }

  /// "city" of "the largest city of Chad", which is not called Chad.
  bool is_kind_of_place(WordIndex word) const {
    const auto noun = find_denotation(tree_, word, ontology_);
    return noun &&
           ontology_.is_a(noun.entry->denotes, ontology_.find_class("City")) &&
           find_relation_word(tree_, word, ontology_).entries.empty();
  }

  bool is_wider_at(WordIndex word) const {
    const auto entity = ends_.entity_at(word);
    return is_place_at(word) &&
           (ends_.is_a(*entity, ends_.classes().state) || is_region(*entity));
  }

  void add_part(WordIndex word, WordIndex around) {
    const Bearers bearers = find_bearers(tree_, word);
    for (const WordIndex bearer : bearers.words)
      if (bearer != word && is_place_at(bearer))
        add(bearer, around, located_in_, bearers.clause);
  }

  /// "a doctor from Bol"
  bool is_origin(WordIndex word, WordIndex child) const {
    const auto entity = ends_.entity_at(word);
    return entity && ends_.is_a(*entity, ends_.classes().person) &&
           !is_name_at(word) && has_case(child, "from");
  }

  bool is_name_at(WordIndex word) const {
    const auto mention = ends_.references().mention_at(ends_.sentence(), word);
    return mention && ends_.mention(*mention).kind == MentionKind::name;
  }

  void add_origin(WordIndex word, WordIndex place) {
    if (comes_from_ == PropertyId::none) return;
    const Bearers bearers = find_bearers(tree_, word);
    for (const WordIndex bearer : bearers.words) {
      const auto entity = ends_.entity_at(bearer);
      if (entity && ends_.is_named(*entity))
        add(bearer, place, comes_from_, bearers.clause);
    }
  }

  /// "Awa Sy of Bol, Idris Ba from Ati": of the name right before the
  /// preposition, whatever the parser joins it to.
  void find_origin(WordIndex preposition) {
    const std::string form = to_lower(tree_[preposition].form);
    const WordIndex place = tree_[preposition].head;
    const auto before = ends_.entity_at(preposition - 1);
    const auto named = ends_.references().mention_at(ends_.sentence(), place);
    if ((form != "of" && form != "from") || !named ||
        ends_.mention(*named).first > preposition + 2 || place < preposition ||
        !before || !is_name_at(preposition - 1) ||
        comes_from_ == PropertyId::none ||
        !ends_.is_a(*before, ends_.classes().person) ||
        is_rank(preposition - 1) || is_no_home(place))
      return;
    add(preposition - 1, place, comes_from_, preposition - 1);
  }

  /// "the Duke of Bol"
  bool is_rank(WordIndex word) const {
    const auto named = ends_.references().mention_at(ends_.sentence(), word);
    return ends_.mention(*named).end == ends_.mention(*named).first + 1 &&
           find_denotation(tree_, word, ontology_);
  }

  /// A building, or an acronym that no gazetteer knows for a place.
  bool is_no_home(WordIndex place) const {
    const auto entity = ends_.entity_at(place);
    if (!entity) return true;
    const std::string& form = tree_[place].form;
    const bool acronym =
        form.size() > 2 && std::all_of(form.begin(), form.end(), [](char c) {
          return c >= 'A' && c <= 'Z';
        });
    return ends_.is_a(*entity, ends_.classes().facility) ||
           (acronym && !ends_.entity(*entity).concept_id);
  }

  /// "to retake Bol in Chad", "the war on the rebels in Kanem": right after a
  /// place or those who hold ground, whatever the parser joins it to.
  void find_next(WordIndex preposition) {
    const WordIndex around = tree_[preposition].head;
    const auto before = ends_.entity_at(preposition - 1);
    if (!before || !is_preposition_in(preposition) || around < preposition ||
        !is_noun(tree_[preposition - 1]))
      return;
    if (!ends_.is_named(*before)) {
      for (const WordIndex place : places_from(around))
        relate_owner(preposition - 1, place);
      return;
    }
    const auto outer = ends_.entity_at(around);
    const bool wider = outer && (ends_.is_a(*outer, ends_.classes().state) ||
                                 is_region(*outer));
    const PropertyId property = property_of(*before);
    if (holds_ground(*before) || (property == located_in_ && wider))
      for (const WordIndex place : places_from(around))
        add(preposition - 1, place, property, preposition - 1);
  }

  /// "towns in Kanem including Mao and Bol": right after the wider place.
  void find_included(WordIndex preposition) {
    const WordIndex part = tree_[preposition].head;
    if (to_lower(tree_[preposition].form) != "including" ||
        part < preposition || !is_place_at(preposition - 1) ||
        is_relation(tree_[preposition - 1].relation, "conj"))
      return;
    for (const WordIndex place : with_conjuncts(tree_, part))
      if (is_place_at(place))
        add(place, preposition - 1, located_in_, preposition - 1);
  }

  /// A place and those joined to it, by the tree or, right after it, by "and".
  std::vector<WordIndex> places_from(WordIndex around) const {
    std::vector<WordIndex> places = with_conjuncts(tree_, around);
    const WordIndex next = places.back() + 2;
    if (next < tree_.sentence().words.size() &&
        tree_[next - 1].upos == Upos::cconj && is_place_at(next) &&
        is_relation(tree_[next].relation, "conj"))
      places.push_back(next);
    return places;
  }

  /// What being in a place is for such an entity.
  PropertyId property_of(EntityId entity) const {
    const EntityClasses& classes = ends_.classes();
    if (ends_.is_a(entity, classes.state)) return PropertyId::none;
    if (ends_.is_a(entity, classes.place)) return located_in_;
    // "NATO in Bol" is mostly read so by mistake: "protests against NATO".
    if (ends_.is_a(entity, ontology_.find_class("InternationalOrganization")) ||
        ends_.is_a(entity, ontology_.find_class("PoliticalParty")))
      return PropertyId::none;
    if (ends_.is_named(entity) &&
        (ends_.is_a(entity, classes.organization) ||
         ends_.is_a(entity, classes.population_group)))
      return present_in_;
    return PropertyId::none;
  }

  /// "rebel fighters in Kanem": those whose people or things are there.
  void relate_owner(WordIndex word, WordIndex around) {
    for (const WordIndex child : tree_.children(word)) {
      const auto owner = ends_.entity_at(child);
      const bool owns = is_relation(tree_[child].relation, "compound") ||
                        tree_[child].relation == "nmod:poss";
      if (owns && child < word && owner && ends_.is_named(*owner) &&
          holds_ground(*owner))
        add(child, around, present_in_, word);
    }
  }

  bool holds_ground(EntityId id) const {
    return ends_.is_a(id, ontology_.find_class("ArmedGroup")) ||
           ends_.is_a(id, ontology_.find_class("ArmedForce"));
  }

  /// "a town in Chad" says it of what is a town.
  void relate(WordIndex word, WordIndex around) {
    const Bearers bearers = find_bearers(tree_, word);
    bool said = false;
    if (const auto first = first_of_others(word)) {
      add(*first, around, property_at(*first), word);
      said = true;
    }
    for (const WordIndex bearer : bearers.words)
      if (bearer != word && property_at(bearer) != PropertyId::none) {
        add(bearer, around, property_at(bearer), bearers.clause);
        said = true;
      }
    if (!said) add(word, around, property_at(word), word);
  }

  /// "Bol" of "Bol and other towns", which is one of them.
  std::optional<WordIndex> first_of_others(WordIndex word) const {
    if (!is_relation(tree_[word].relation, "conj")) return std::nullopt;
    for (const WordIndex child : tree_.children(word))
      if (tree_[child].lemma == "other") return tree_[word].head;
    return std::nullopt;
  }

  PropertyId property_at(WordIndex word) const {
    const auto entity = ends_.entity_at(word);
    if (!entity) return PropertyId::none;
    const PropertyId property = property_of(*entity);
    // "Democrats in Chad" are not the party.
    const bool people = is_plural(tree_[word]) &&
                        !ends_.is_a(*entity, ends_.classes().population_group);
    return property == present_in_ && people ? PropertyId::none : property;
  }

  void add(WordIndex word, WordIndex around, PropertyId property,
           WordIndex clause) {
    if (!is_place_at(around) || property == PropertyId::none ||
        (property == located_in_ &&
         (is_too_wide(word, around) || is_right_after(word, around))) ||
        is_of_other_conjunct(word, around))
      return;
    Relation relation;
    relation.property = property;
    relation.word = around;
    relation.evidence = tree_[around].span;
    relation.factuality = factuality_of(tree_, clause, ontology_);
    ends_.add(word, around, std::move(relation));
  }

  /// "the floods in Bol and the storms in Ati": Bol is not in Ati.
  bool is_of_other_conjunct(WordIndex word, WordIndex around) const {
    const auto preposition = tree_.child(around, {"case"});
    if (!preposition || *preposition < 2 || *preposition <= word) return false;
    const WordIndex before = *preposition - 1;
    const auto& words = tree_.sentence().words;
    const bool joined =
        std::any_of(words.begin() + word, words.begin() + before,
                    [](const Word& w) { return w.upos == Upos::cconj; });
    const auto own = ends_.entity_at(word), next = ends_.entity_at(before);
    return joined && own != next && is_noun(tree_[before]) &&
           (tree_[before].head != word || is_bare_other(before)) &&
           !tree_.child(before, {"cop"}) && !is_place_at(before);
  }

  /// "the floods in Bol and others in Ati": other floods.
  bool is_bare_other(WordIndex word) const {
    return tree_[word].lemma == "other" ||
           to_lower(tree_[word].form) == "others";
  }

  /// "in Bol, Chad": whatever the parser makes of it, Chad is not in Bol.
  bool is_right_after(WordIndex word, WordIndex around) const {
    const auto& references = ends_.references();
    const auto outer = references.mention_at(ends_.sentence(), word);
    const auto inner = references.mention_at(ends_.sentence(), around);
    if (!outer || !inner) return false;
    const WordIndex comma = ends_.mention(*inner).end;
    return comma + 1 == ends_.mention(*outer).first && tree_[comma].form == ",";
  }

  /// "the province at the airbase" is not inside it.
  bool is_too_wide(WordIndex word, WordIndex around) const {
    const auto one = ends_.entity_at(word);
    const auto other = ends_.entity_at(around);
    return one && ((is_region(*one) && is_city(*other)) ||
                   ((is_region(*one) || is_city(*one)) &&
                    ends_.is_a(*other, ends_.classes().facility)));
  }

  bool is_place_at(WordIndex word) const {
    const auto entity = ends_.entity_at(word);
    return entity && ends_.is_a(*entity, ends_.classes().place) &&
           ends_.is_named(*entity);
  }

  /// Whether a dependent of a noun has this preposition.
  bool has_case(WordIndex word, std::string_view preposition) const {
    const auto found = tree_.child(word, {"case"});
    return found && is_relation(tree_[word].relation, "nmod") &&
           tree_[word].head < word &&
           (preposition == "in" ? is_preposition_in(*found)
                                : to_lower(tree_[*found].form) == preposition);
  }

  bool is_preposition_in(WordIndex word) const {
    const std::string lemma = to_lower(tree_[word].lemma);
    return lemma == "in" || lemma == "inside" || lemma == "within";
  }

  /// "Bol, Chad": what stands right before the comma, whatever the parser
  /// joins the wider place to ("in Ati and Bol, Chad").
  void find_listed(WordIndex around) {
    const WordIndex place = place_before(around);
    if (place == no_word || (is_landscape(place) && is_in_list(around)) ||
        is_before_last(around) || tree_[around].head == no_word ||
        tree_[around].upos != Upos::propn || !is_bare(around))
      return;
    const std::string& relation = tree_[around].relation;
    const bool apposed = is_relation(relation, "appos") ||
                         relation == "nmod:unmarked" ||
                         relation == "nmod:npmod";
    if ((apposed || is_only_conjunct(tree_[around].head, around)) &&
        is_wider(*ends_.entity_at(around), *ends_.entity_at(place), apposed))
      add(place, around, located_in_, place);
  }

  /// "Bol, Chad, and Mali": the last of a list follows, and not another pair
  /// ("Bol, Chad, and Gao, Mali").
  bool is_before_last(WordIndex around) const {
    const auto mention =
        ends_.references().mention_at(ends_.sentence(), around);
    const auto& words = tree_.sentence().words;
    if (!mention) return false;
    const WordIndex comma = ends_.mention(*mention).end;
    if (comma + 2 >= words.size() || words[comma].form != "," ||
        words[comma + 1].upos != Upos::cconj || !is_place_at(comma + 2))
      return false;
    const auto last =
        ends_.references().mention_at(ends_.sentence(), comma + 2);
    return last && (ends_.mention(*last).end == words.size() ||
                    words[ends_.mention(*last).end].form != ",");
  }

  /// Read as a region or landmark, not as a town or state.
  bool is_landscape(WordIndex place) const {
    const auto& names = tree_.sentence().names;
    return std::any_of(names.begin(), names.end(), [&](const Name& name) {
      return name.type == "LOC" && name.first <= place && place < name.end;
    });
  }

  /// "Bol, Ati, Mao and Abéché": another name follows after a comma.
  bool is_in_list(WordIndex around) const {
    const auto mention =
        ends_.references().mention_at(ends_.sentence(), around);
    const auto& words = tree_.sentence().words;
    if (!mention) return false;
    WordIndex next = ends_.mention(*mention).end;
    if (next + 1 >= words.size() || words[next].form != ",") return false;
    if (words[++next].upos == Upos::det && next + 1 < words.size()) ++next;
    const auto entity = ends_.entity_at(next);
    return entity && words[next].upos == Upos::propn &&
           ends_.is_a(*entity, ends_.classes().place);
  }

  /// The head of the place whose name ends right before a comma and `around`.
  WordIndex place_before(WordIndex around) const {
    const auto mention =
        ends_.references().mention_at(ends_.sentence(), around);
    if (!mention) return no_word;
    const WordIndex first = ends_.mention(*mention).first;
    if (first < 2 || tree_[first - 1].form != ",") return no_word;
    const auto before =
        ends_.references().mention_at(ends_.sentence(), first - 2);
    const auto entity = ends_.entity_at(first - 2);
    constexpr std::size_t initial = 2;  // The party in "(R., Ohio)".
    if (!before || !entity || ends_.mention(*before).end != first - 1 ||
        tree_[first - 2].form.size() <= initial ||
        tree_[first - 2].upos != Upos::propn ||
        property_of(*entity) != located_in_)
      return no_word;
    return ends_.mention(*before).head;
  }

  bool is_wider(EntityId outer, EntityId inner, bool apposed) const {
    // "Farcha, Ndjamena": a place of no known kind is a part of a city.
    const bool quarter = apposed && is_city(outer) &&
                         ends_.entity(inner).type == ends_.classes().place;
    return ends_.is_a(outer, ends_.classes().state) || quarter ||
           (is_region(outer) && !is_region(inner));
  }

  /// "Bol, Chad," is not the beginning of a list without "and".
  bool is_only_conjunct(WordIndex place, WordIndex around) const {
    if (!is_relation(tree_[around].relation, "conj") ||
        tree_.child(around, {"cc"}))
      return false;
    std::size_t joined = 0;
    for (const WordIndex child : tree_.children(place))
      if (is_relation(tree_[child].relation, "conj") ||
          is_relation(tree_[child].relation, "cc"))
        ++joined;
    return joined == 1;
  }

  /// Without a preposition: "Bol in Chad" is not a list.
  bool is_bare(WordIndex word) const {
    return !tree_.child(word, {"case"}).has_value();
  }

  bool is_city(EntityId id) const {
    return ends_.is_a(id, ontology_.find_class("City"));
  }

  bool is_region(EntityId id) const {
    return ends_.is_a(id, ontology_.find_class("Region"));
  }

  const Tree& tree_;
  const Ontology& ontology_;
  RelationEnds& ends_;
  PropertyId located_in_, present_in_, comes_from_;
};

}  // namespace

void find_place_relations(const Tree& tree, const Ontology& ontology,
                          RelationEnds* ends) {
  PlaceRelations(tree, ontology, ends).find();
}

}  // namespace demarche
