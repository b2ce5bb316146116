// Which mentions of events are of one event.
//
//   Italy pulled out of talks on Monday.  The withdrawal surprised Croatia.
//         └ first mention                    └ definite: looks back
//
// Precision goes before recall: two events read as one would be wrong in every
// claim about them, and one read as two is merely told twice.

#include "extractor/event_coreference.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "extractor/event_match.h"
#include "extractor/grammar_words.h"
#include "extractor/noun_phrase.h"

namespace demarche {
namespace {

/// How many events a mention is compared with, the last ones first.
constexpr std::size_t most_candidates = 48;

/// "withdraw" and "withdrawal", "decide" and "decision".
bool is_same_stem(std::string_view one, std::string_view other) {
  constexpr std::ptrdiff_t stem_size = 4;
  const std::string a = to_lower(one), b = to_lower(other);
  const auto differ = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  return differ.first == a.end() || differ.second == b.end() ||
         differ.first - a.begin() >= stem_size;
}

class EventJoiner {
 public:
  EventJoiner(const Extraction& extraction,
              const std::vector<SentenceView>& views,
              const References& references, const Attributed& attributed,
              const Ontology& ontology)
      : extraction_(extraction),
        views_(views),
        references_(references),
        attributed_(attributed),
        ontology_(ontology),
        match_(extraction, ontology),
        statement_(ontology.find_class("Statement")),
        assault_(ontology.find_class("Assault")),
        death_(ontology.find_class("Death")),
        injury_(ontology.find_class("Injury")) {}

  std::vector<Event> join();

 private:
  /// Mentions of one event: what is known of it, and where it was last seen.
  struct Chain {
    Event event;
    std::uint32_t first = 0;          ///< Index of its first mention.
    std::uint32_t last_sentence = 0;  ///< Of its last mention.
  };

  const Word& trigger_of(const Event& event) const {
    return views_[event.sentence].tree[event.trigger];
  }
  std::optional<std::size_t> find_chain(const Event& event) const;
  std::optional<std::size_t> antecedent(const Event& event) const;
  std::optional<std::size_t> other_account(const Event& event) const;
  bool looks_back(const Event& event) const;
  bool is_known(const Event& event, WordIndex word) const;
  bool is_modifier_of(const Event& event, std::string_view lemma) const;
  bool is_of_expression(const Event& event, WordIndex word) const;
  bool may_stand_for(const Event& event, const Chain& chain) const;
  bool is_on_many(const Event& event) const;
  bool suffers_beside(const Event& event, const Role& role) const;
  Event without_outer_sufferers(Event event) const;
  bool is_number(const Event& event, const Event& earlier) const;
  bool is_done_by_somebody(const Event& event) const;
  bool is_clear(const Event& event, const Chain& chain) const;
  bool is_head_of_article(const Event& event) const;
  bool is_one_voice(const Event& one, const Event& other) const;
  bool may_tell_more(const Event& event, const Event& earlier) const;
  void add_mention(const Event& event, Chain& chain) const;
  std::optional<std::uint32_t> attribution_of(const Event& event) const {
    return attributed_.stances[event.sentence][event.trigger].attribution;
  }
  std::optional<std::uint32_t> narrative_of(const Event& event) const;

  const Extraction& extraction_;
  const std::vector<SentenceView>& views_;
  const References& references_;
  const Attributed& attributed_;
  const Ontology& ontology_;
  EventMatch match_;
  ClassId statement_, assault_, death_, injury_;
  std::vector<Chain> chains_;
};

std::vector<Event> EventJoiner::join() {
  std::vector<EventId> chain_of;
  for (const Event& event : extraction_.events) {
    const auto chain = find_chain(event);
    if (chain) {
      add_mention(event, chains_[*chain]);
    } else {
      chains_.push_back(
          {event, static_cast<std::uint32_t>(chain_of.size()), event.sentence});
    }
    chain_of.push_back(EventId{
        static_cast<std::uint32_t>(chain.value_or(chains_.size() - 1))});
  }
  std::vector<Event> joined;
  for (std::uint32_t i = 0; i < chains_.size(); ++i) {
    Event& event = chains_[i].event;
    for (Role& role : event.roles)
      if (auto* other = std::get_if<EventId>(&role.filler))
        *other = chain_of[index(*other)];
    std::erase_if(event.roles, [&](const Role& role) {
      return role.filler == Filler(EventId{i});
    });
    joined.push_back(std::move(event));
  }
  return joined;
}

std::optional<std::size_t> EventJoiner::find_chain(const Event& event) const {
  // Statements are many and alike.
  if (event.type == ClassId::none || is_negative(event.factuality) ||
      ontology_.is_a(event.type, statement_))
    return {};
  if (looks_back(event)) return antecedent(event);
  return other_account(event);
}

std::optional<std::uint32_t> EventJoiner::narrative_of(
    const Event& event) const {
  const auto passage = extraction_.analysis.sentences[event.sentence].passage;
  return extraction_.article.passages[passage].narrative;
}

/// Whether a word before or after an event's noun tells what is known of the
/// event already: a filler, its time or place, or what told it apart before.
bool EventJoiner::is_known(const Event& event, WordIndex word) const {
  const Tree& tree = views_[event.sentence].tree;
  const Span span = tree[word].span;
  for (const Role& role : event.roles)
    if (contains(role.evidence, span)) return true;
  if (event.time && extraction_.times[index(*event.time)].head == word)
    return true;
  const auto entity = references_.entity_at(event.sentence, word);
  return entity && std::find(event.places.begin(), event.places.end(),
                             *entity) != event.places.end();
}

/// Whether an event word is a noun that the text takes for known: with a
/// definite determiner, or somebody or some time of which it is.
bool EventJoiner::looks_back(const Event& event) const {
  const Tree& tree = views_[event.sentence].tree;
  if (tree[event.trigger].upos != Upos::noun) return false;
  bool is_definite = false;
  for (const WordIndex child : tree.children(event.trigger)) {
    const Word& word = tree[child];
    if (is_relation(word.relation, "cop")) return false;
    if (word.relation == "nmod:poss") is_definite |= is_known(event, child);
    if (is_relation(word.relation, "det")) {
      if (!is_definite_determiner(to_lower(word.form))) return false;
      is_definite = true;
    }
  }
  return is_definite;
}

/// Whether one of an event's own words has been said of it before.
bool EventJoiner::is_modifier_of(const Event& event,
                                 std::string_view lemma) const {
  const Tree& tree = views_[event.sentence].tree;
  const auto children = tree.children(event.trigger);
  return std::any_of(children.begin(), children.end(), [&](WordIndex child) {
    return to_lower(tree[child].lemma) == lemma;
  });
}

/// Whether a word belongs to the expression that evokes an event: "air" of
/// "the air strike".
bool EventJoiner::is_of_expression(const Event& event, WordIndex word) const {
  for (const Meaning& meaning : views_[event.sentence].meanings[event.trigger])
    if (meaning.entry->evokes == event.type)
      return std::find(meaning.words.begin(), meaning.words.end(), word) !=
             meaning.words.end();
  return false;
}

/// Whether what stands around a definite noun leaves it open to be `chain`'s:
/// "the attack on Mali", "the attack, which …", not "the second attack".
bool EventJoiner::may_stand_for(const Event& event, const Chain& chain) const {
  const Tree& tree = views_[event.sentence].tree;
  for (const WordIndex child : tree.children(event.trigger)) {
    const std::string_view relation = tree[child].relation;
    const bool is_plain =
        is_relation(relation, "det") || is_relation(relation, "punct") ||
        is_relation(relation, "case") || is_relation(relation, "conj") ||
        is_relation(relation, "cc") || is_relation(relation, "mark") ||
        is_of_expression(event, child);
    if (is_plain || is_known(event, child)) continue;
    const WordIndex first = tree.first_below(child);
    const bool is_aside = child > event.trigger && first > 0 &&
                          tree[first - 1].form == "," &&
                          is_relation(relation, "acl");
    if (!is_aside && !is_modifier_of(chain.event, to_lower(tree[child].lemma)))
      return false;
  }
  return match_.repeats(event, chain.event, tree.subtree_span(event.trigger));
}

/// "arrested two editors": these are arrests.
bool EventJoiner::is_on_many(const Event& event) const {
  return std::any_of(
      event.roles.begin(), event.roles.end(), [&](const Role& role) {
        return role.property != PropertyId::none &&
               ontology_[role.property].side == Property::Side::target &&
               std::any_of(extraction_.mentions.begin(),
                           extraction_.mentions.end(), [&](const Mention& m) {
                             return m.plural && m.span == role.evidence;
                           });
      });
}

/// "the attacks" are no single attack, nor "the attack" one of several.
bool EventJoiner::is_number(const Event& event, const Event& earlier) const {
  const bool is_many = is_plural(trigger_of(event));
  const Upos upos = trigger_of(earlier).upos;
  if (upos == Upos::noun || upos == Upos::propn)
    return is_many == is_plural(trigger_of(earlier));
  return !is_many || ontology_[event.type].reciprocal || is_on_many(earlier);
}

/// Whether an event is told as one that somebody did.
bool EventJoiner::is_done_by_somebody(const Event& event) const {
  return !event.future &&
         attributed_.stances[event.sentence][event.trigger].factuality ==
             Factuality::certain_positive &&
         std::any_of(event.roles.begin(), event.roles.end(),
                     [](const Role& role) {
                       return std::holds_alternative<EntityId>(role.filler);
                     });
}

/// Whether a noun says by its stem what it refers to ("withdrew": "the
/// withdrawal"), or else comes soon after what is told as done by somebody
/// ("bombed the port": "the attack").  What is only a purpose ("registered to
/// vote") is nothing yet, and what an event is about is another one ("decried
/// the criticism").
bool EventJoiner::is_clear(const Event& event, const Chain& chain) const {
  constexpr std::uint32_t soon = 2;
  const Event& earlier = chain.event;
  const Tree& tree = views_[earlier.sentence].tree;
  if (event.sentence == earlier.sentence &&
      (tree.dominates(earlier.trigger, event.trigger) ||
       tree.dominates(event.trigger, earlier.trigger)))
    return false;
  const bool is_same =
      is_same_stem(trigger_of(event).lemma, trigger_of(earlier).lemma);
  const bool is_purpose = trigger_of(earlier).upos == Upos::verb &&
                          tree.child(earlier.trigger, {"mark"}) &&
                          trigger_of(earlier).xpos == "VB";
  if (is_same && !is_purpose) return true;
  return event.sentence - chain.last_sentence <= soon &&
         is_done_by_somebody(earlier);
}

/// Whether the filler of a role is killed, hurt or attacked in another event of
/// the sentence.
bool EventJoiner::suffers_beside(const Event& event, const Role& role) const {
  return std::ranges::any_of(extraction_.events, [&](const Event& other) {
    const bool is_harm = ontology_.is_a(other.type, assault_) ||
                         ontology_.is_a(other.type, death_) ||
                         ontology_.is_a(other.type, injury_);
    return other.sentence == event.sentence && other.trigger != event.trigger &&
           is_harm && std::ranges::any_of(other.roles, [&](const Role& his) {
             return his.filler == role.filler && his.evidence == role.evidence;
           });
  });
}

/// "Ten people were hurt in the attack" on a bus: they need not be whom it was
/// on.
Event EventJoiner::without_outer_sufferers(Event event) const {
  if (!ontology_.is_a(event.type, assault_)) return event;
  const Span words = views_[event.sentence].tree.subtree_span(event.trigger);
  std::erase_if(event.roles, [&](const Role& role) {
    return role.property != PropertyId::none &&
           ontology_[role.property].side == Property::Side::target &&
           !contains(words, role.evidence) && suffers_beside(event, role);
  });
  return event;
}

/// The last event that a definite noun may stand for, unless another one is
/// about as near.
std::optional<std::size_t> EventJoiner::antecedent(const Event& told) const {
  const Event event = without_outer_sufferers(told);
  constexpr std::uint32_t near = 1, in_mind = 4;
  std::optional<std::size_t> best;
  const std::size_t begin =
      chains_.size() - std::min(chains_.size(), most_candidates);
  for (std::size_t i = begin; i < chains_.size(); ++i) {
    const Chain& chain = chains_[i];
    const Event& earlier = chain.event;
    if (earlier.type == ClassId::none || is_negative(earlier.factuality) ||
        !match_.may_refer(event.type, earlier.type) ||
        !is_number(event, earlier) ||
        narrative_of(event) != narrative_of(earlier) ||
        match_.contradict(event, earlier))
      continue;
    if (best) {
      const auto last = chains_[*best].last_sentence;
      const auto later = std::max(last, chain.last_sentence);
      const auto sooner = std::min(last, chain.last_sentence);
      if (later + in_mind < event.sentence || sooner + near >= event.sentence)
        return std::nullopt;  // It may be either.
      if (later == last) continue;
    }
    best = i;
  }
  if (!best || !is_clear(event, chains_[*best]) ||
      !may_stand_for(event, chains_[*best]))
    return std::nullopt;
  const Event& earlier = chains_[*best].event;
  if (match_.adds(event, earlier) && !may_tell_more(event, earlier))
    return std::nullopt;
  return best;
}

/// Whether an event is told where an article says what it is about.
bool EventJoiner::is_head_of_article(const Event& event) const {
  constexpr std::uint32_t lede = 2;
  const auto passage = extraction_.analysis.sentences[event.sentence].passage;
  const auto kind = extraction_.article.passages[passage].kind;
  return kind != PassageKind::paragraph || event.sentence < lede;
}

/// The same said again with its own actors: by a bullet, or of the same date.
std::optional<std::size_t> EventJoiner::other_account(
    const Event& event) const {
  const std::string determiner =
      determiner_of(views_[event.sentence].tree, event.trigger);
  if (determiner == "a" || determiner == "an" ||
      is_quantified_determiner(determiner))
    return std::nullopt;
  const std::size_t begin =
      chains_.size() - std::min(chains_.size(), most_candidates);
  for (std::size_t i = chains_.size(); i-- > begin;) {
    const Event& earlier = chains_[i].event;
    if (earlier.type == ClassId::none ||
        !match_.is_same_class(event.type, earlier.type) ||
        event.sentence == earlier.sentence || !is_number(event, earlier) ||
        narrative_of(event) != narrative_of(earlier) ||
        !may_tell_more(event, earlier) || !match_.is_same_act(event, earlier))
      continue;
    if (match_.is_same_time(event, earlier) || is_head_of_article(earlier))
      return i;
  }
  return std::nullopt;
}

/// Whether nobody but who told of an event tells of it again.
bool EventJoiner::is_one_voice(const Event& one, const Event& other) const {
  return is_one_claimer(attributed_.attributions, attribution_of(one),
                        attribution_of(other));
}

/// Whether what a later mention says holds of the earlier event alike.
bool EventJoiner::may_tell_more(const Event& event,
                                const Event& earlier) const {
  const auto sure = [&](const Event& one) {
    return attributed_.stances[one.sentence][one.trigger].factuality;
  };
  return is_one_voice(event, earlier) && sure(event) == sure(earlier) &&
         event.factuality == earlier.factuality &&
         event.future == earlier.future;
}

void EventJoiner::add_mention(const Event& event, Chain& chain) const {
  Event& whole = chain.event;
  whole.evidence.insert(whole.evidence.end(), event.evidence.begin(),
                        event.evidence.end());
  chain.last_sentence = event.sentence;
  if (!may_tell_more(event, whole)) return;
  if (event.type != whole.type && ontology_.is_a(event.type, whole.type)) {
    whole.type = event.type;
    whole.mode = event.mode;
  }
  for (const Role& role : event.roles)
    if (!match_.has_role(whole, role)) whole.roles.push_back(role);
  if (!whole.time) whole.time = event.time;
  for (const EntityId place : event.places)
    if (std::find(whole.places.begin(), whole.places.end(), place) ==
        whole.places.end())
      whole.places.push_back(place);
  whole.quantities.insert(whole.quantities.end(), event.quantities.begin(),
                          event.quantities.end());
}

}  // namespace

std::vector<Event> join_events(const Extraction& extraction,
                               const std::vector<SentenceView>& views,
                               const References& references,
                               const Attributed& attributed,
                               const Ontology& ontology) {
  return EventJoiner(extraction, views, references, attributed, ontology)
      .join();
}

}  // namespace demarche
