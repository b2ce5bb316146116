#include "extractor/office_owners.h"

#include "extractor/noun_phrase.h"

namespace demarche {
namespace {

class OwnerJudge {
 public:
  OwnerJudge(const Tree& tree, const RelationEnds& ends,
             const Ontology& ontology, const Owner& owner,
             const RelationWord& word, const LexicalEntry& entry)
      : tree_(tree),
        ends_(ends),
        ontology_(ontology),
        link_(owner.link),
        mention_(ends.mention(owner.mention)),
        id_(*ends.entity_at(mention_.head)),
        word_(word),
        entry_(entry),
        party_(ontology.find_class("PoliticalParty")),
        speaks_(entry.relation == ontology.find_property("speaksFor")) {}

  bool is_other() const {
    return is_mere_party() || is_of_state() || is_department() || is_apart() ||
           is_portfolio() || is_beyond_verb() || is_home_town() || is_topic() ||
           is_branch();
  }

 private:
  /// "her Labour rival" is not a rival of the party.
  bool is_mere_party() const {
    const Property& property = ontology_[entry_.relation];
    return property.domain == property.range &&
           (link_ == Owner::Link::adjective ||
            link_ == Owner::Link::compound) &&
           ends_.is_a(id_, party_);
  }

  /// "D.C." of its mayor is no state.
  bool is_of_state() const {
    const ClassId city = ontology_.find_class("City");
    return city != ClassId::none && entry_.office_of == city &&
           ends_.is_a(id_, ends_.classes().state);
  }

  /// "the Commerce secretary": what he has charge of names no body.
  bool is_department() const {
    const std::string& form = tree_[mention_.head].form;
    const bool acronym = form.size() > 1 && form[1] >= 'A' && form[1] <= 'Z';
    const bool appointed =
        entry_.acts_for_state ||
        entry_.relation == ontology_.find_property("candidateOf");
    return link_ == Owner::Link::compound && appointed && !speaks_ &&
           !acronym && mention_.end == mention_.first + 1 &&
           !ends_.entity(id_).concept_id &&
           !find_denotation(tree_, mention_.head, ontology_) &&
           ends_.is_a(id_, ends_.classes().organization);
  }

  /// "the Bol" of "the Bol police director", who is none of the place; the
  /// agency of a picture before it ("Awa Sy/Bol Press Senator Idris Ba").
  bool is_apart() const {
    if (mention_.first > 0 && tree_[mention_.first - 1].form == "/")
      return true;
    for (WordIndex i = mention_.end; i < word_.words.first; ++i)
      if (is_led_by_party(i) || is_other_body(i)) return true;
    return false;
  }

  /// "the Senate Democratic leader" leads no Senate.
  bool is_led_by_party(WordIndex between) const {
    const auto entity = ends_.entity_at(between);
    return entry_.relation == ontology_.find_property("leads") && entity &&
           entity != id_ && ends_.is_a(*entity, party_);
  }

  /// "the mayor Awa Sy said on Radio Bol", who is not that of the radio.
  bool is_beyond_verb() const {
    for (WordIndex i = word_.words.end; i < mention_.first; ++i)
      if (tree_[i].upos == Upos::verb && tree_[i].xpos != "VBN" &&
          tree_[i].xpos != "VBG")
        return true;
    return false;
  }

  bool is_other_body(WordIndex between) const {
    const auto found = find_denotation(tree_, between, ontology_);
    const Upos upos = tree_[between].upos;
    return found && (upos == Upos::noun || upos == Upos::propn) &&
           !found.entry->acts_for_state &&
           ontology_.is_a(found.entry->denotes, ends_.classes().organization);
  }

  bool is_after(std::string_view wanted) const {
    const auto preposition = tree_.child(mention_.head, {"case"});
    return preposition && tree_[*preposition].lemma == wanted;
  }

  /// "the special envoy for Chad", "a director for Chad" act for somebody else.
  bool is_portfolio() const {
    return !speaks_ && is_after("for") &&
           ends_.is_a(id_, ends_.classes().place);
  }

  /// "a senator from Bol" is none of the town.
  bool is_home_town() const {
    const ClassId city = ontology_.find_class("City");
    return entry_.office_of != city && is_after("from") &&
           ends_.is_a(id_, city);
  }

  /// "a Bol Bank Chad analyst": of the bank, if of any.
  bool is_topic() const {
    if (entry_.acts_for_state || entry_.office_of != ClassId::none)
      return false;
    const auto& names = tree_.sentence().names;
    for (std::size_t i = 1; i < names.size(); ++i)
      if (names[i].type == "GPE" && names[i].end == word_.words.first &&
          names[i - 1].type == "ORG" && names[i - 1].end == names[i].first)
        return mention_.head >= names[i].first ||
               mention_.head < names[i - 1].first;
    return false;
  }

  /// "the bank's Bol office", which the town has not.
  bool is_branch() const {
    const auto found = find_denotation(tree_, mention_.head, ontology_);
    return mention_.kind == MentionKind::nominal && found &&
           tree_.child(mention_.head, {"nmod:poss"}) &&
           ontology_.is_a(found.entry->denotes,
                          ontology_.find_class("Facility")) &&
           !ontology_.is_a(ends_.entity(id_).type, found.entry->denotes);
  }

  const Tree& tree_;
  const RelationEnds& ends_;
  const Ontology& ontology_;
  Owner::Link link_;
  const Mention& mention_;
  EntityId id_;
  const RelationWord& word_;
  const LexicalEntry& entry_;
  ClassId party_;
  bool speaks_;
};

}  // namespace

bool is_other_owner(const Tree& tree, const RelationEnds& ends,
                    const Ontology& ontology, const Owner& owner,
                    const RelationWord& word, const LexicalEntry& entry) {
  return OwnerJudge(tree, ends, ontology, owner, word, entry).is_other();
}

}  // namespace demarche
