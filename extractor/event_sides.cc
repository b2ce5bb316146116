#include "extractor/event_sides.h"

#include <algorithm>

#include "extractor/side_traits.h"

namespace demarche {
namespace {

// bench/results.md has what other bounds gain and lose.
constexpr double least = .5;
// Of who is likeliest of his side: without him it lacks somebody anyway.
constexpr double least_alone = .3;
// Of a third partner: who hosts two others does not talk with them.
constexpr double least_third = .75;

/// Somebody who may stand on a side, and how sure that is.
struct Standing {
  MentionId mention{};
  EntityId entity{};
  double chance = 0;
  bool acts = false;  ///< Rather than being acted on.
  bool used = false;  ///< By a role that the rules gave him.
};

class SideWeigher {
 public:
  SideWeigher(const Extraction& extraction,
              const std::vector<EntityId>& entity_of, const Event& event,
              const Ontology& ontology)
      : extraction_(extraction),
        entity_of_(entity_of),
        event_(event),
        ontology_(ontology),
        source_(first_role(event.type, Property::Side::source, ontology)),
        target_(first_role(event.type, Property::Side::target, ontology)) {}

  void weigh(const std::vector<MentionId>& candidates,
             const std::vector<Traits>& traits, const ConfidenceModel& model);
  std::vector<Role> roles();

 private:
  bool is_mutual() const {
    return source_ != PropertyId::none && source_ == target_;
  }
  void add(const Standing& standing);
  void choose();
  bool is_weighed(const Role& role) const;
  Standing* standing_in(const Role& role);
  void add_missing(std::vector<Role>& roles) const;
  void put_acting_first(std::vector<Role>& roles);

  const Extraction& extraction_;
  const std::vector<EntityId>& entity_of_;
  const Event& event_;
  const Ontology& ontology_;
  PropertyId source_, target_;
  std::vector<EntityId> candidates_;
  std::vector<Standing> standings_;  ///< Each entity once, the likeliest first.
};

void SideWeigher::weigh(const std::vector<MentionId>& candidates,
                        const std::vector<Traits>& traits,
                        const ConfidenceModel& model) {
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const EntityId entity = entity_of_[index(candidates[i])];
    candidates_.push_back(entity);
    const double acts = model.source.probability(traits[i]),
                 suffers = model.target.probability(traits[i]);
    const double chance =
        is_mutual() ? std::min(1., acts + suffers) : std::max(acts, suffers);
    add({candidates[i], entity, chance, acts >= suffers});
  }
  choose();
}

void SideWeigher::add(const Standing& standing) {
  const auto known = std::find_if(
      standings_.begin(), standings_.end(),
      [&](const Standing& s) { return s.entity == standing.entity; });
  if (known == standings_.end())
    standings_.push_back(standing);
  else if (known->chance < standing.chance)
    *known = standing;
}

/// Keeps who likely stands there, and of each side the likeliest, even where it
/// is a little doubtful.
void SideWeigher::choose() {
  std::stable_sort(
      standings_.begin(), standings_.end(),
      [](const Standing& a, const Standing& b) { return a.chance > b.chance; });
  int acting = 0, suffering = 0;
  std::erase_if(standings_, [&](const Standing& standing) {
    int& before = standing.acts || is_mutual() ? acting : suffering;
    const bool stands_alone = before < (is_mutual() ? 2 : 1);
    ++before;
    return standing.chance < (stands_alone  ? least_alone
                              : is_mutual() ? least_third
                                            : least);
  });
}

/// Whether a role puts somebody of the sentence on a side.
bool SideWeigher::is_weighed(const Role& role) const {
  const auto* entity = std::get_if<EntityId>(&role.filler);
  return entity != nullptr && role.property != PropertyId::none &&
         ontology_[role.property].side != Property::Side::neither &&
         !ontology_[role.property].means &&
         std::find(candidates_.begin(), candidates_.end(), *entity) !=
             candidates_.end();
}

/// Who stands where a role says; null where nobody likely does.
Standing* SideWeigher::standing_in(const Role& role) {
  if (role.property == PropertyId::none) return nullptr;
  const auto side = ontology_[role.property].side;
  if (side == Property::Side::neither) return nullptr;
  const auto found = std::find_if(
      standings_.begin(), standings_.end(), [&](const Standing& s) {
        return role.filler == Filler{s.entity} &&
               (is_mutual() || side == Property::Side::partner ||
                (side == Property::Side::source) == s.acts);
      });
  return found == standings_.end() ? nullptr : &*found;
}

/// Whoever has no role yet gets one; phrases that stood there make room.
void SideWeigher::add_missing(std::vector<Role>& roles) const {
  for (const Standing& standing : standings_) {
    const PropertyId property = standing.acts ? source_ : target_;
    if (standing.used || property == PropertyId::none) continue;
    std::erase_if(roles, [&](const Role& role) {
      return role.property == property &&
             !std::holds_alternative<EntityId>(role.filler);
    });
    const Span words = extraction_.mentions[index(standing.mention)].span;
    roles.push_back({property, "", standing.entity, words, standing.chance});
  }
}

/// Of two partners the first is on the side that acts.
void SideWeigher::put_acting_first(std::vector<Role>& roles) {
  std::stable_partition(roles.begin(), roles.end(), [&](const Role& role) {
    if (role.property != source_) return true;
    const Standing* standing = standing_in(role);
    return standing == nullptr || standing->acts;
  });
}

std::vector<Role> SideWeigher::roles() {
  std::vector<Role> kept;
  for (const Role& role : event_.roles) {
    Standing* standing = standing_in(role);
    if (standing != nullptr) standing->used = true;
    if (!is_weighed(role)) {
      kept.push_back(role);
    } else if (standing != nullptr) {
      kept.push_back(role);
      kept.back().confidence = standing->chance;
    }
  }
  add_missing(kept);
  if (is_mutual()) put_acting_first(kept);
  return kept;
}

}  // namespace

PropertyId first_role(ClassId type, Property::Side side,
                      const Ontology& ontology) {
  for (const PropertyId role : ontology[type].roles)
    if (ontology[role].side == side ||
        ontology[role].side == Property::Side::partner)
      return role;
  return PropertyId::none;
}

std::vector<Role> weigh_sides(const Extraction& extraction,
                              const std::vector<EntityId>& entity_of,
                              const std::vector<MentionId>& mentions,
                              const Event& event, const SentenceView& view,
                              const ConfidenceModel& model,
                              const Ontology& ontology) {
  if (model.source.empty()) return event.roles;
  const auto candidates =
      side_candidates(extraction, entity_of, mentions, event, ontology);
  SideWeigher weigher(extraction, entity_of, event, ontology);
  weigher.weigh(
      candidates,
      side_traits(extraction, entity_of, candidates, event, view, ontology),
      model);
  return weigher.roles();
}

}  // namespace demarche
