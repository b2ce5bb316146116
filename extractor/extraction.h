#ifndef DEMARCHE_EXTRACTOR_EXTRACTION_H_
#define DEMARCHE_EXTRACTOR_EXTRACTION_H_

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "extractor/analysis.h"
#include "extractor/article.h"
#include "extractor/span.h"
#include "ontology/ontology.h"

// The layers above the analysis, one struct each.  They refer to each other by
// index and to the text by span, so that an extraction can be moved, copied
// and printed.

namespace demarche {

enum class MentionId : std::uint32_t {};
enum class EntityId : std::uint32_t {};
enum class EventId : std::uint32_t {};
enum class ClaimId : std::uint32_t {};
enum class TimeId : std::uint32_t {};
enum class QuantityId : std::uint32_t {};

/// The index that an id stands for.
template <class Id>
constexpr std::uint32_t index(Id id) {
  return static_cast<std::uint32_t>(id);
}

enum class MentionKind { name, nominal, pronoun };

/// Where the text refers to an actor, place or thing.
struct Mention {
  std::uint32_t sentence = 0;
  WordIndex first = 0;  ///< Words [first, end) of the sentence,
  WordIndex end = 0;    ///< without clauses and appositions.
  WordIndex head = 0;
  Span span;
  MentionKind kind = MentionKind::name;
  /// Class in the ontology as far as words and name type tell: dm:Person.
  ClassId type = ClassId::none;
  bool plural = false;
  /// A noun that nobody acts upon: known so that others may refer to it, but
  /// no actor, place or thing of an event.
  bool background = false;
};

/// One referent of an article, by all its mentions.
struct Entity {
  ClassId type = ClassId::none;
  std::string label;
  std::vector<MentionId> mentions;  ///< In text order, at least one.
  /// The gazetteer's concept, where it was linked.
  std::optional<ConceptId> concept_id;
  /// The gazetteer label that matched ("Kremlin"); empty without a link.
  std::string matched_label;
  /// The state or body that acts through this entity: Russia for "Maria
  /// Zakharova", "the foreign ministry", "Russian peacekeepers".
  std::optional<EntityId> acts_for;
  /// PLOVER actor code of the country or organisation, "RUS"; or "".
  std::string actor_code;
  /// PLOVER sector, "GOV", "MIL"; or "".
  std::string sector;
};

/// A time expression and what it denotes.
struct TimeExpression {
  std::uint32_t sentence = 0;
  WordIndex head = 0;
  Span span;
  enum class Kind { date, time, duration, set } kind = Kind::date;
  /// EDTF (ISO 8601-2) or an ISO duration; empty where underspecified.
  std::string value;
};

/// A number with its unit and what it counts.
struct Quantity {
  std::uint32_t sentence = 0;
  WordIndex head = 0;
  Span span;
  double value = 0;
  std::string unit;  ///< "people", "USD", "percent", or the counted lemma.
  enum class Bound { exact, about, at_least, at_most } bound = Bound::exact;
};

/// FactBank's values (Saurí and Pustejovsky 2009).
enum class Factuality {
  certain_positive,
  probable_positive,
  possible_positive,
  certain_negative,
  probable_negative,
  possible_negative,
  unknown
};

/// The local name of its IRI: "certain_positive".
const char* name_of(Factuality factuality);

/// What fills a role.  A Span is a phrase that is neither an entity nor an
/// event of ours.
using Filler = std::variant<EntityId, EventId, TimeId, QuantityId, Span>;

struct Role {
  PropertyId property = PropertyId::none;  ///< dm:accuser; none: see `label`.
  std::string label;  ///< PropBank role of an untyped frame: "ARG0".
  Filler filler;
  Span evidence;          ///< The mention that fills it here.
  double confidence = 1;  ///< That it is so: a probability.
};

/// The sides of an event: of who acts, and of whom it is done to.
enum EventSide { acting, suffering };
using BySide = std::array<double, 2>;

/// Something that happened, may happen, is said or denied to have happened.
struct Event {
  std::uint32_t sentence = 0;
  WordIndex trigger = 0;
  Span span;                     ///< Of the trigger.
  ClassId type = ClassId::none;  ///< None: an untyped frame.
  double confidence = 1;         ///< That it is of that type: a probability.
  std::string roleset;           ///< "accuse.01"; "" for most nouns.
  std::string mode;              ///< PLOVER mode, or "".
  std::vector<Role> roles;
  /// How likely nobody acts, and nobody suffers it; 0 where that is not known.
  BySide nobody{};
  /// Who is behind it without a role in it: who ordered or announced it.
  std::vector<MentionId> initiators;
  /// Told by a light verb whose subject suffers it: "came under attack".
  bool undergone = false;
  std::optional<TimeId> time;
  std::vector<EntityId> places;
  std::vector<QuantityId> quantities;
  Factuality factuality = Factuality::unknown;  ///< The article's view.
  bool future = false;     ///< Planned, promised, ordered, …
  bool requested = false;  ///< What somebody is only asked to do.
  /// All triggers, of later mentions too (event_coreference.h); the first is
  /// `span`.
  std::vector<Span> evidence;
};

/// A standing relation: subject holds property to object (dm:speaksFor, …).
struct Relation {
  EntityId subject{};
  PropertyId property = PropertyId::none;
  EntityId object{};
  Span evidence;
  std::string label;  ///< The office as written: "prime minister"; or "".
  std::optional<TimeId> since;
  Factuality factuality = Factuality::certain_positive;
  std::uint32_t sentence = 0;
  WordIndex word = 0;                           ///< Of the evidence: its head.
  WordIndex subject_word = 0, object_word = 0;  ///< What refers to the ends.
  double confidence = 1;  ///< That it is so: a probability.
};

/// Who says something, by which words, and what.
struct Attribution {
  std::optional<EntityId> source;  ///< None: unnamed ("it was reported").
  Span source_span;                ///< Empty where there is none.
  Span source_head;                ///< The word that heads it; or empty.
  Span cue;                        ///< "said", "according to", "accused".
  std::vector<Span> content;
  std::optional<EventId> event;  ///< The speech event of the cue.
  std::uint32_t depth = 1;       ///< 1: the article says that source says.
  std::optional<std::uint32_t> within;  ///< Index of the enclosing one.
};

/// Somebody's commitment to an event or standing relation.  A claim is not a
/// fact: it stands as its claimer stands by it.
struct Claim {
  std::variant<EventId, std::uint32_t> about;  ///< Event, or relation index.
  /// Index into `Extraction::attributions`; none: the article's own voice.
  std::optional<std::uint32_t> attribution;
  Factuality factuality = Factuality::unknown;  ///< The claimer's view.
  std::uint32_t depth = 0;  ///< 0 for the article's own voice.
  std::optional<ClaimId> within;
};

/// All that was read from one article: the value between text and graph.
struct Extraction {
  Article article;
  Analysis analysis;
  std::vector<Mention> mentions;
  std::vector<Entity> entities;
  std::vector<TimeExpression> times;
  std::vector<Quantity> quantities;
  std::vector<Event> events;
  std::vector<Relation> relations;
  std::vector<Attribution> attributions;
  std::vector<Claim> claims;
};

}  // namespace demarche

#endif
