#include "extractor/event_sides.h"

#include <algorithm>
#include <array>
#include <utility>

#include "extractor/side_traits.h"
#include "extractor/slots.h"

namespace demarche {
namespace {

// bench/results.md has what other bounds gain and lose.
// Of who is likeliest of his side, that it is he rather than another or nobody.
constexpr double least_share = .25;
constexpr double most_nobody = .6;
// That another stands there beside him, and one who is named with him.
constexpr double least_beside = .6, least_with = .35;

/// Whether a verb tells that somebody condemns or praises what another did, or
/// rejects another's demand, charge or threat.
bool judges(const SentenceView& view, WordIndex verb, const Event& event,
            const Ontology& ontology) {
  const std::string_view category = ontology[event.type].plover;
  const bool is_said =
      category == "REQUEST" || category == "ACCUSE" || category == "THREATEN";
  const ClassId criticism = ontology.find_class("Criticism"),
                praise = ontology.find_class("Praise");
  const auto& meanings = view.meanings[verb];
  return std::any_of(meanings.begin(), meanings.end(), [&](const Meaning& m) {
    const LexicalEntry& entry = *m.entry;
    if (entry.evokes == ClassId::none || entry.light || entry.initiates)
      return false;
    return ontology.is_a(entry.evokes, criticism) ||
           ontology.is_a(entry.evokes, praise) ||
           (is_said && ontology[entry.evokes].plover == "REJECT");
  });
}

/// Whether a word is the subject of such a verb: "Chad condemned the attack".
bool is_judge(const SentenceView& view, WordIndex word, const Event& event,
              const Ontology& ontology) {
  const Tree& tree = view.tree;
  const WordIndex noun = event.trigger, verb = tree[noun].head;
  if (tree[noun].upos != Upos::noun || !is_relation(tree[noun].relation, "obj"))
    return false;
  const auto subjects = find_slot(tree, verb, "subject");
  return std::find(subjects.begin(), subjects.end(), word) != subjects.end() &&
         judges(view, verb, event, ontology);
}

/// Somebody who may stand on a side: by side, how likely it is that he does,
/// whoever else may, and that it is he rather than another or nobody.
struct Standing {
  bool acts() const { return share[acting] >= share[suffering]; }
  EventSide side() const { return acts() ? acting : suffering; }
  double confidence() const { return std::max(share[side()], chance[side()]); }
  void change_side() {
    std::swap(share[acting], share[suffering]);
    std::swap(chance[acting], chance[suffering]);
  }

  MentionId mention{};  ///< The one of the best odds.
  EntityId entity{};
  double best_odds = 0;
  BySide odds{}, chance{}, share{};
  bool used = false;  ///< By a role that the rules gave him.
};

class SideWeigher {
 public:
  SideWeigher(const Extraction& extraction,
              const std::vector<EntityId>& entity_of, const Event& event,
              const Tree& tree, const Ontology& ontology)
      : extraction_(extraction),
        entity_of_(entity_of),
        event_(event),
        tree_(tree),
        ontology_(ontology),
        source_(first_role(event.type, Property::Side::source, ontology)),
        target_(first_role(event.type, Property::Side::target, ontology)) {}

  /// Who may stand there, from the words and traits of event and candidates.
  void add(MentionId candidate, const BySide& odds);
  /// Keeps those who likely do.
  void choose(const BySide& odds_of_nobody);
  std::vector<Role> roles();
  double confidence() const { return in_hundredths(confidence_); }
  const BySide& nobody() const { return nobody_; }
  bool is_mutual() const {
    return source_ != PropertyId::none && source_ == target_;
  }

 private:
  BySide share_out(const BySide& odds_of_nobody);
  bool are_named_together(MentionId a, MentionId b) const;
  bool is_weighed(const Role& role) const;
  Standing* standing_in(const Role& role);
  void add_missing(std::vector<Role>& roles) const;
  void put_acting_first(std::vector<Role>& roles);

  const Extraction& extraction_;
  const std::vector<EntityId>& entity_of_;
  const Event& event_;
  const Tree& tree_;
  const Ontology& ontology_;
  PropertyId source_, target_;
  std::vector<EntityId> candidates_;
  std::vector<Standing> standings_;  ///< Each entity once, the likeliest first.
  double confidence_ = 1;            ///< That they are right.
  BySide nobody_{};                  ///< The share of nobody.
};

void SideWeigher::add(MentionId candidate, const BySide& odds) {
  const EntityId entity = entity_of_[index(candidate)];
  candidates_.push_back(entity);
  auto standing = std::find_if(
      standings_.begin(), standings_.end(),
      [&](const Standing& known) { return known.entity == entity; });
  if (standing == standings_.end())
    standing = standings_.insert(standing, Standing{candidate, entity});
  for (const EventSide side : {acting, suffering}) {
    standing->odds[side] += odds[side];
    standing->chance[side] = std::max(
        standing->chance[side], in_hundredths(odds[side] / (1 + odds[side])));
    if (odds[side] <= standing->best_odds) continue;
    standing->best_odds = odds[side];
    standing->mention = candidate;
  }
}

/// Gives each his shares; returns that of nobody.  Where a model knows nothing
/// of nobody, all stand for themselves.
BySide SideWeigher::share_out(const BySide& odds_of_nobody) {
  BySide of_nobody{};
  for (const EventSide side : {acting, suffering}) {
    double sum = odds_of_nobody[side];
    for (const Standing& standing : standings_) sum += standing.odds[side];
    const bool knows = odds_of_nobody[side] > 0;
    if (knows) of_nobody[side] = in_hundredths(odds_of_nobody[side] / sum);
    for (Standing& standing : standings_)
      standing.share[side] = knows ? in_hundredths(standing.odds[side] / sum)
                                   : standing.chance[side];
  }
  return of_nobody;
}

/// "Niger and Chad", "Niger, Mali and Chad".
bool SideWeigher::are_named_together(MentionId a, MentionId b) const {
  const auto first_of = [&](MentionId mention) {
    return first_conjunct(tree_, extraction_.mentions[index(mention)].head);
  };
  return first_of(a) == first_of(b);
}

/// Of each side the likeliest stays, if likely it is he rather than nobody,
/// and whoever likely stands there beside him.  Those who are named together
/// stand together.
void SideWeigher::choose(const BySide& odds_of_nobody) {
  nobody_ = share_out(odds_of_nobody);
  BySide confidence = nobody_;
  std::stable_sort(standings_.begin(), standings_.end(),
                   [](const Standing& a, const Standing& b) {
                     return a.share[a.side()] > b.share[b.side()];
                   });
  std::array<bool, 2> seen{};
  std::vector<Standing> kept;
  for (Standing& standing : standings_) {
    const auto companion =
        std::ranges::find_if(kept, [&](const Standing& other) {
          return are_named_together(standing.mention, other.mention);
        });
    const bool has_companion = companion != kept.end();
    if (has_companion && !is_mutual() && standing.side() != companion->side())
      standing.change_side();
    const EventSide side = standing.side();
    const bool is_first = !std::exchange(seen[side], true);
    const bool is_likely = is_first ? standing.share[side] >= least_share &&
                                          nobody_[side] < most_nobody
                                    : standing.chance[side] >= least_beside;
    const double on_any = standing.chance[acting] + standing.chance[suffering];
    const bool is_with =
        has_companion &&
        (is_mutual() ? on_any : standing.chance[side]) >= least_with;
    if (!is_likely && !is_with) continue;
    if (is_first)
      confidence[side] = standing.confidence();
    else
      confidence[side] *= standing.chance[side];
    kept.push_back(standing);
  }
  standings_ = std::move(kept);
  const bool knows =
      odds_of_nobody[acting] > 0 && odds_of_nobody[suffering] > 0;
  confidence_ = knows ? confidence[acting] * confidence[suffering] : 1;
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
                (side == Property::Side::source) == s.acts());
      });
  return found == standings_.end() ? nullptr : &*found;
}

/// Whoever has no role yet gets one; phrases that stood there make room.
void SideWeigher::add_missing(std::vector<Role>& roles) const {
  for (const Standing& standing : standings_) {
    const PropertyId property = standing.acts() ? source_ : target_;
    if (standing.used || property == PropertyId::none) continue;
    std::erase_if(roles, [&](const Role& role) {
      return role.property == property &&
             !std::holds_alternative<EntityId>(role.filler);
    });
    const Span words = extraction_.mentions[index(standing.mention)].span;
    roles.push_back(
        {property, "", standing.entity, words, standing.confidence()});
  }
}

/// Of two partners the first is on the side that acts.
void SideWeigher::put_acting_first(std::vector<Role>& roles) {
  std::stable_partition(roles.begin(), roles.end(), [&](const Role& role) {
    if (role.property != source_) return true;
    const Standing* standing = standing_in(role);
    return standing == nullptr || standing->acts();
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
      kept.back().confidence = standing->confidence();
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

WeighedSides weigh_sides(const Extraction& extraction,
                         const std::vector<EntityId>& entity_of,
                         const std::vector<MentionId>& mentions,
                         const Event& event, const Traits& traits,
                         const SentenceView& view, const ConfidenceModel& model,
                         const Ontology& ontology) {
  if (model.source.empty()) return {event.roles};
  const auto candidates =
      side_candidates(extraction, entity_of, mentions, event, ontology);
  const auto traits_of =
      side_traits(extraction, entity_of, candidates, event, view, ontology);
  const Word& word = view.tree[event.trigger];
  SideWeigher weigher(extraction, entity_of, event, view.tree, ontology);
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const BySide said = model.network.of_candidate(
        word, view.tree[extraction.mentions[index(candidates[i])].head]);
    BySide odds = {
        model.source.odds_of_candidate(traits_of[i], said[acting]),
        model.target.odds_of_candidate(traits_of[i], said[suffering])};
    const WordIndex head = extraction.mentions[index(candidates[i])].head;
    if (!weigher.is_mutual() && is_judge(view, head, event, ontology))
      odds[acting] = 0;
    weigher.add(candidates[i], odds);
  }
  const BySide said = model.network.of_nobody(word);
  weigher.choose({model.source.odds_of_nobody(traits, said[acting]),
                  model.target.odds_of_nobody(traits, said[suffering])});
  return {weigher.roles(), weigher.confidence(), weigher.nobody()};
}

}  // namespace demarche
