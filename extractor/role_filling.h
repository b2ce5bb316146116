#ifndef DEMARCHE_EXTRACTOR_ROLE_FILLING_H_
#define DEMARCHE_EXTRACTOR_ROLE_FILLING_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "extractor/event_sides.h"
#include "extractor/role_filler.h"

namespace demarche {

/// Fills the roles of one event.
class RoleFiller {
 public:
  RoleFiller(const RoleSources& in, const Trigger& trigger, Event& event)
      : in_(in),
        trigger_(trigger),
        event_(event),
        sentence_(event.sentence),
        view_(in.views[event.sentence]),
        tree_(view_.tree),
        place_(in.ontology.find_class("Place")),
        actor_(in.ontology.find_class("Actor")),
        document_(in.ontology.find_class("Document")),
        statement_(in.ontology.find_class("Statement")),
        thing_(in.ontology.find_class("Thing")) {}

  void fill();

 private:
  std::vector<WordIndex> slot_fillers(std::string_view slot,
                                      PropertyId property) const;
  std::vector<WordIndex> hanging_on(WordIndex object,
                                    std::string_view slot) const;
  bool is_acting_modifier(WordIndex word) const;
  bool is_place_modifier(PropertyId property, WordIndex word) const;
  bool may_act(WordIndex word) const;
  bool is_text(WordIndex word) const;
  bool is_made(WordIndex word) const;
  std::vector<WordIndex> makers_of(WordIndex word) const;
  PropertyId part_of(PropertyId property, WordIndex word) const;
  void turn_subject();
  void fill_object();
  void fill_from_light_verb();
  void fill_from_predication();
  void fill_addressee();
  void fill_untyped_roles();
  void prefer_actors();
  void find_initiators();
  bool is_brought_about(WordIndex word) const;
  void add_role(PropertyId property, WordIndex word);
  void add_filler(PropertyId property, WordIndex word);
  std::vector<WordIndex> joined_states(WordIndex word) const;
  Role role_of(PropertyId property, WordIndex word) const;
  bool heads_time(WordIndex word) const;
  bool is_mere_place(std::string_view slot, PropertyId property,
                     WordIndex word) const;
  bool is_short_phrase(WordIndex word) const;
  PropertyId first_role(Property::Side side) const {
    return demarche::first_role(event_.type, side, in_.ontology);
  }
  bool has_side(Property::Side side) const;
  bool has_actor(Property::Side side) const;
  bool is_on(const Role& role, Property::Side side) const;
  bool is_entity(const Role& role) const;

  const RoleSources& in_;
  const Trigger& trigger_;
  Event& event_;
  std::uint32_t sentence_;
  const SentenceView& view_;
  const Tree& tree_;
  ClassId place_, actor_, document_, statement_, thing_;
};

}  // namespace demarche

#endif
