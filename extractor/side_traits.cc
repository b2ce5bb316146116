#include "extractor/side_traits.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "extractor/noun_phrase.h"
#include "extractor/slots.h"
#include "extractor/trait_words.h"

namespace demarche {
namespace {

class SideTraits {
 public:
  SideTraits(const Extraction& extraction,
             const std::vector<EntityId>& entity_of,
             const std::vector<MentionId>& candidates, const Event& event,
             const SentenceView& view, const Ontology& ontology)
      : extraction_(extraction),
        entity_of_(entity_of),
        candidates_(candidates),
        event_(event),
        tree_(view.tree),
        ontology_(ontology),
        class_(class_name(event.type, ontology)),
        category_(ontology[event.type].plover),
        lemma_(to_lower(view.tree[event.trigger].lemma)),
        upos_(name_of(view.tree[event.trigger].upos)) {
    for (const MentionId id : candidates_) {
      ways_.push_back(path(tree_, event_.trigger, mention(id).head));
      roles_.push_back(role_of(id));
    }
  }

  Traits of(std::size_t which) const;

 private:
  const Mention& mention(MentionId id) const {
    return extraction_.mentions[index(id)];
  }
  void add_roles(std::size_t which, Traits& traits) const;
  void add_way(std::size_t which, Traits& traits) const;
  void add_kind(MentionId id, Traits& traits) const;
  void add_frames(WordIndex word, Traits& traits) const;
  void add_owned(MentionId id, Traits& traits) const;
  void add_country(MentionId id, Traits& traits) const;
  void add_rivals(std::size_t which, Traits& traits) const;
  std::string role_of(MentionId id) const;
  bool is_taken(Property::Side side, EntityId but) const;
  std::string marker_of(WordIndex word) const;
  std::string type_of(MentionId id) const {
    return class_name(extraction_.entities[index(entity_of_[index(id)])].type,
                      ontology_);
  }

  const Extraction& extraction_;
  const std::vector<EntityId>& entity_of_;
  const std::vector<MentionId>& candidates_;
  const Event& event_;
  const Tree& tree_;
  const Ontology& ontology_;
  std::string class_, category_, lemma_, upos_;
  std::vector<std::vector<std::string>> ways_;  ///< By candidate.
  std::vector<std::string> roles_;
};

std::string SideTraits::marker_of(WordIndex word) const {
  const auto marker = tree_.child(word, {"case"});
  return marker ? to_lower(tree_[*marker].lemma) : "";
}

/// The part that the rules gave him: by these words, or by others.
std::string SideTraits::role_of(MentionId id) const {
  std::string elsewhere;
  for (const Role& role : event_.roles) {
    const auto* entity = std::get_if<EntityId>(&role.filler);
    if (entity == nullptr || *entity != entity_of_[index(id)] ||
        role.property == PropertyId::none)
      continue;
    std::string name(local_name(ontology_[role.property].iri));
    if (role.evidence == mention(id).span) return name;
    elsewhere = "other " + name;
  }
  return elsewhere.empty() ? "none" : elsewhere;
}

bool SideTraits::is_taken(Property::Side side, EntityId but) const {
  return std::any_of(event_.roles.begin(), event_.roles.end(),
                     [&](const Role& role) {
                       const auto* entity = std::get_if<EntityId>(&role.filler);
                       return entity != nullptr && *entity != but &&
                              role.property != PropertyId::none &&
                              ontology_[role.property].side == side;
                     });
}

void SideTraits::add_roles(std::size_t which, Traits& traits) const {
  const MentionId id = candidates_[which];
  const std::string& role = roles_[which];
  const EntityId entity = entity_of_[index(id)];
  std::string taken;
  if (is_taken(Property::Side::source, entity)) taken += "s";
  if (is_taken(Property::Side::target, entity)) taken += "t";
  if (is_taken(Property::Side::partner, entity)) taken += "p";
  const bool initiates =
      std::find(event_.initiators.begin(), event_.initiators.end(), id) !=
      event_.initiators.end();
  traits.insert(
      traits.end(),
      {"role " + role, "role " + role + " taken " + taken,
       "role " + role + " class " + class_, "role " + role + " lemma " + lemma_,
       "role " + role + " type " + type_of(id),
       "role " + role + " " + tree_[mention(id).head].relation,
       "taken " + taken + " category " + category_});
  if (initiates) traits.push_back("initiates taken " + taken);
}

void SideTraits::add_way(std::size_t which, Traits& traits) const {
  const MentionId id = candidates_[which];
  const WordIndex head = mention(id).head;
  const auto& steps = ways_[which];
  const std::string marker = marker_of(head), way = join(steps, 6),
                    near = join(steps, 3) + (steps.size() > 3 ? "+" : "");
  const std::string& role = roles_[which];
  const WordIndex above = tree_[event_.trigger].head;
  const std::string governor =
      above == no_word ? "" : to_lower(tree_[above].lemma);
  const bool passive = tree_[event_.trigger].upos == Upos::verb &&
                       is_passive(tree_, event_.trigger);
  WordIndex apex = event_.trigger;
  while (apex != no_word && !tree_.dominates(apex, head))
    apex = tree_[apex].head;
  const std::string top = apex == no_word || apex == event_.trigger
                              ? ""
                              : to_lower(tree_[apex].lemma);
  const WordIndex gap =
      head < event_.trigger ? event_.trigger - head : head - event_.trigger;
  traits.insert(
      traits.end(),
      {"path " + way,
       "path " + way + " " + marker,
       "path " + way + " " + marker + " " + upos_ + (passive ? " passive" : ""),
       "near " + near + " " + marker,
       "near " + near + " category " + category_,
       "near " + near + " " + marker + " class " + class_,
       "near " + near + " " + marker + " lemma " + lemma_,
       "near " + near + " type " + type_of(id),
       "role " + role + " near " + near,
       "role " + role + " marker " + marker,
       "governor " + governor + " near " + near + " " + marker,
       "way " + way + " top " + top,
       "top " + top + " " + category_,
       "length " + at_most(steps.size(), 7),
       "length " + at_most(steps.size(), 7) + " " + upos_,
       "marker " + marker,
       "marker " + marker + " category " + category_,
       "marker " + marker + " lemma " + lemma_,
       "begins " + (steps.empty() ? std::string("self") : steps.front()),
       "ends " + (steps.empty() ? std::string("self") : steps.back()),
       "gap " + at_most(gap / 3, 8),
       std::string(head < event_.trigger ? "before" : "after"),
       std::string(head < event_.trigger ? "before " : "after ") + category_ +
           " " + upos_});
}

void SideTraits::add_kind(MentionId id, Traits& traits) const {
  const Mention& one = mention(id);
  const Word& word = tree_[one.head];
  const std::string type = type_of(id), lemma = to_lower(word.lemma),
                    kind = std::to_string(static_cast<int>(one.kind));
  const Entity& entity = extraction_.entities[index(entity_of_[index(id)])];
  traits.insert(traits.end(),
                {"type " + type, "type " + type + " category " + category_,
                 "type " + type + " lemma " + lemma_, "kind " + kind,
                 "kind " + kind + " type " + type, "relation " + word.relation,
                 "relation " + word.relation + " kind " + kind});
  if (one.kind != MentionKind::name) traits.push_back("word " + lemma);
  if (one.background) traits.push_back("background");
  if (one.plural) traits.push_back("plural");
  if (entity.concept_id) traits.push_back("linked");
  if (one.head == event_.trigger) traits.push_back("is trigger");
}

/// The parts that the analyser gave both in the same frame.
void SideTraits::add_frames(WordIndex word, Traits& traits) const {
  for (const Frame& frame : tree_.sentence().frames) {
    const auto part = [&](WordIndex of) -> std::string {
      if (of == frame.predicate) return "V";
      for (const Argument& argument : frame.arguments)
        if (tree_.dominates(argument.head, of) &&
            (argument.head == of ||
             !tree_.dominates(argument.head, frame.predicate)))
          return argument.role + (argument.head == of ? "" : "-");
      return "";
    };
    const std::string own = part(word), its = part(event_.trigger);
    if (own.empty() || its.empty() || (own.back() == '-' && own == its))
      continue;
    const std::string parts = "frame " + own + " " + its;
    traits.insert(traits.end(), {parts, parts + " " + frame.roleset});
    if (own.back() != '-') traits.push_back(parts + " category " + category_);
  }
}

/// What fills a role and is his: "rejected Chad's offer".
void SideTraits::add_owned(MentionId id, Traits& traits) const {
  constexpr int most_links = 2;
  WordIndex word = mention(id).head;
  std::string links;
  for (int i = 0; i < most_links; ++i) {
    if (!is_nominal_link(tree_[word])) return;
    links.append(" ").append(tree_[word].relation);
    links.append(" ").append(marker_of(word));
    word = tree_[word].head;
    for (const Role& role : event_.roles)
      if (role.property != PropertyId::none &&
          contains(role.evidence, tree_[word].span)) {
        const std::string in =
            "in " + std::string(local_name(ontology_[role.property].iri));
        traits.insert(traits.end(),
                      {in, in + links, in + " type " + type_of(id)});
        return;
      }
  }
}

/// Whether he is of another country than those whom the rules gave a part.
void SideTraits::add_country(MentionId id, Traits& traits) const {
  const auto code_of = [&](EntityId entity) -> const std::string& {
    return extraction_.entities[index(entity)].actor_code;
  };
  const EntityId own = entity_of_[index(id)];
  if (code_of(own).empty()) return;
  for (const Role& role : event_.roles) {
    const auto* other = std::get_if<EntityId>(&role.filler);
    if (other == nullptr || *other == own || code_of(*other).empty() ||
        role.property == PropertyId::none)
      continue;
    const std::string side = name_of(ontology_[role.property].side);
    const char* country = code_of(*other) == code_of(own) ? "of" : "foreign to";
    traits.insert(traits.end(),
                  {country + (" " + side),
                   country + (" " + side) + " category " + category_});
    return;
  }
}

/// How he stands among the others.
void SideTraits::add_rivals(std::size_t which, Traits& traits) const {
  const auto nearer = static_cast<std::size_t>(std::count_if(
      ways_.begin(), ways_.end(),
      [&](const auto& way) { return way.size() < ways_[which].size(); }));
  traits.push_back("nearer " + at_most(nearer, 5));
  traits.push_back("nearer " + at_most(nearer, 5) + " role " + roles_[which]);
  traits.push_back("candidates " + at_most(candidates_.size(), 6));
}

Traits SideTraits::of(std::size_t which) const {
  Traits traits;
  const MentionId id = candidates_[which];
  add_roles(which, traits);
  add_way(which, traits);
  add_kind(id, traits);
  add_frames(mention(id).head, traits);
  add_owned(id, traits);
  add_country(id, traits);
  add_rivals(which, traits);
  return traits;
}

/// Whether the rules put an entity on a side.
bool has_side(const Event& event, EntityId entity, const Ontology& ontology) {
  return std::any_of(
      event.roles.begin(), event.roles.end(), [&](const Role& role) {
        return role.filler == Filler{entity} &&
               role.property != PropertyId::none &&
               ontology[role.property].side != Property::Side::neither;
      });
}

}  // namespace

bool may_stand_on_side(const Mention& mention, const EntityClasses& classes,
                       const Ontology& ontology) {
  return mention.type == ClassId::none ||
         mention.kind == MentionKind::pronoun ||
         ontology.is_a(mention.type, classes.actor) ||
         ontology.is_a(mention.type, classes.place);
}

std::vector<MentionId> side_candidates(const Extraction& extraction,
                                       const std::vector<EntityId>& entity_of,
                                       const std::vector<MentionId>& mentions,
                                       const Event& event,
                                       const Ontology& ontology) {
  const EntityClasses classes(ontology);
  std::vector<MentionId> candidates;
  for (const MentionId id : mentions)
    if (may_stand_on_side(extraction.mentions[index(id)], classes, ontology) ||
        has_side(event, entity_of[index(id)], ontology))
      candidates.push_back(id);
  return candidates;
}

std::vector<Traits> side_traits(const Extraction& extraction,
                                const std::vector<EntityId>& entity_of,
                                const std::vector<MentionId>& candidates,
                                const Event& event, const SentenceView& view,
                                const Ontology& ontology) {
  const SideTraits writer(extraction, entity_of, candidates, event, view,
                          ontology);
  std::vector<Traits> traits;
  for (std::size_t i = 0; i < candidates.size(); ++i)
    traits.push_back(writer.of(i));
  return traits;
}

}  // namespace demarche
