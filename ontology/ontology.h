#ifndef DEMARCHE_ONTOLOGY_ONTOLOGY_H_
#define DEMARCHE_ONTOLOGY_ONTOLOGY_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "ontology/mapped_file.h"
#include "ontology/text_index.h"
#include "ontology/text_map.h"

// What the Turtle files of ontology/ say, loaded and indexed.  This is the only
// place from which the program knows any word, actor or kind of event.

namespace demarche {

enum class ClassId : std::uint32_t { none = 0xffffffff };
enum class PropertyId : std::uint32_t { none = 0xffffffff };
enum class ConceptId : std::uint32_t { none = 0xffffffff };

/// A class of events or of entities (rdfs:Class in demarche.ttl).
struct Class {
  std::string_view iri;
  std::string_view label;
  std::vector<ClassId> parents;   ///< Direct superclasses of ours.
  std::string_view plover;        ///< "ACCUSE"; inherited; "" for none.
  std::string_view mode;          ///< PLOVER mode, "sit-in"; or "".
  double score = 0;               ///< Conflict −10 … cooperation +10.
  std::vector<PropertyId> roles;  ///< Own first, then inherited.
  /// What event data counts it as where it is only planned or promised, and
  /// where it is refused: talks to come are AGREE, refused ones REJECT.
  /// Inherited; none: as itself.
  ClassId planned_as = ClassId::none;
  ClassId refused_as = ClassId::none;
  /// Classes whose definite nouns may refer back to an event of this one: a
  /// shelling is "the attack".  Not inherited.
  std::vector<ClassId> referred_to_as;
  /// dm:accuses, between the first source and target roles; or none.
  PropertyId direct_relation = PropertyId::none;
  bool is_event = false;  ///< dm:Event or below.
  /// Partners act alike (talks, clashes): either may be source or target.
  bool reciprocal = false;
  /// Acts of that class nobody does to the same thing at the same time as one
  /// of this: who approves a plan does not reject it.  Told of one of the two;
  /// not inherited.
  ClassId opposite_of = ClassId::none;
};

/// A role, direct relation or standing relation.
struct Property {
  enum class Kind { role, direct_relation, standing_relation, other };
  /// On which side of event data a role's filler stands; `partner`: both.
  enum class Side { neither, source, target, partner };
  std::string_view iri;
  std::string_view label;
  Kind kind = Kind::other;
  Side side = Side::neither;
  /// Its filler is what it is done with, and done to nobody: troops deployed.
  bool means = false;
  ClassId domain = ClassId::none;
  ClassId range = ClassId::none;
};

/// "neither", "source", "target" or "partner".
const char* name_of(Property::Side side);

/// How the factuality of a word's complement follows from the word's own.
enum class Effect {
  none,
  reporting,    ///< say, accuse: its source is certain of the content
  denying,      ///< deny, rule out: certain that not
  believing,    ///< think, expect: probable
  suspecting,   ///< suspect, fear, allege: possible
  doubting,     ///< doubt: probably not
  factive,      ///< regret, reveal, know: true whatever happens to the verb
  implicative,  ///< manage, begin, force: as true as the verb
  negative_implicative,  ///< fail, refuse, prevent, avoid: the contrary
  terminating,           ///< stop, end: was so before, no longer is
  intending,             ///< plan, promise, want, threaten: future, unknown
  requesting,            ///< urge, ask, order: future, unknown
  conditional,           ///< if, unless, whether: unknown
  probable,              ///< likely, probably (adverbs, adjectives, modals)
  possible,              ///< may, possibly, potentially
  alleged,   ///< allegedly, reportedly: possible, somebody unnamed says so
  negating,  ///< not, never, no, without
  future     ///< will, would, to be: not yet
};

/// What a word or multiword expression of the lexicon means.
struct LexicalEntry {
  std::string_view iri;
  /// Lemmas in order; the first is the head except in fixed nouns, where the
  /// last is ("prime minister").  "one's" stands for any possessive.
  std::vector<std::string_view> lemmas;
  std::string_view
      part_of_speech;        ///< "VERB", "NOUN", "ADJ", "ADV", …; "" any.
  std::string_view roleset;  ///< "accuse.01"; "" where found by lemma only.

  // An event word:
  ClassId evokes = ClassId::none;
  std::string_view mode;  ///< Overrides the class's PLOVER mode.
  /// Slot → role.  Slots are PropBank's "ARG0" … "ARG5", "ARGM-LOC", …; and of
  /// dependency syntax "subject", "object", "possessive", "modifier"
  /// (adjective or compound: "Russian withdrawal"), "modified" (the noun that
  /// the word modifies), "prefix" ("Berlin" of "Berlin-based"), "predicate"
  /// ("lie" of "call it a lie"; an entry with it holds only where it is
  /// filled), and prepositions ("with").
  std::vector<std::pair<std::string_view, PropertyId>> slots;
  /// Holds only if the slot's filler is of one of these classes (entities
  /// and events alike); all conditions must hold.  An entry with conditions
  /// goes before one without.
  std::vector<std::pair<std::string_view, std::vector<ClassId>>> conditions;
  /// Light: the event is the object's ("hold"), or a slot subject's ("erupt").
  bool light = false;
  /// A light verb whose subject is who its object's event is done to: "face".
  bool undergoes = false;
  /// Whoever does this to an event is behind it: "order", "announce".
  bool initiates = false;

  /// Its subject is the source of what it governs (support, call for, want),
  /// without being committed to it.
  bool attitude = false;

  // A word that bears on the factuality of what depends on it:
  Effect effect = Effect::none;
  bool clausal = false;  ///< It has its effect on clauses alone.

  // A word for an actor, office, place or thing ("minister", "army"):
  ClassId denotes = ClassId::none;
  /// The kind of place that has such an office, which tells New York the state
  /// from the city; or none.
  ClassId office_of = ClassId::none;
  std::string_view sector;  ///< PLOVER sector, "GOV"; or "".
  /// dm:speaksFor, dm:holdsOffice, …: what the word says of its bearer and
  /// of the noun's possessor; or none.
  PropertyId relation = PropertyId::none;
  /// Whether acts of it are acts of its state ("foreign ministry", "army").
  bool acts_for_state = false;
};

/// An entity that the gazetteer knows.
struct Concept {
  std::string_view iri;
  ClassId type = ClassId::none;
  std::string_view label;
  std::string_view actor_code;  ///< "RUS", "IGOUNO"; or "".
  std::string_view sector;      ///< "GOV", "MIL"; or "".
  /// The state it acts for or lies in; `none` for states themselves.
  ConceptId country = ConceptId::none;
  std::string_view wikidata;  ///< "http://www.wikidata.org/entity/Q399"; or "".
};

/// How a label names its concept.
enum class LabelKind {
  name,       ///< "Armenia", "Republic of Armenia", "EU"
  adjective,  ///< "Armenian"
  people,     ///< "Armenians", "an Armenian"
  metonym     ///< "Yerevan", "the Kremlin", for the government they house
};

struct LabelMatch {
  ConceptId concept_id = ConceptId::none;
  LabelKind kind = LabelKind::name;
};

/// An office and who held it when (dm:Tenure).
struct Tenure {
  ConceptId holder = ConceptId::none;
  ConceptId of = ConceptId::none;  ///< The state or organisation.
  std::string_view office;         ///< "president"
  std::string_view sector;         ///< Of the office; "" where `of` tells.
  std::string_view since, until;   ///< ISO dates; "" where open or unknown.
};

/// A feast or memorial day that falls on one day of each year (dm:Holiday).
struct Holiday {
  std::vector<std::string_view> labels;  ///< In lower case, without spaces.
  int month = 0;                         ///< 0: counted from Easter.
  int day = 0;
  int weekday = -1;  ///< 0 Monday: the first one from month and day on.
  int days_after_easter = 0;
};

/// The loaded ontology, lexicon and gazetteer: const after loading, shared by
/// threads, independent of the order in which files are read.  All texts are
/// views that live as long as it does or the one that it was moved to.
class Ontology {
 public:
  Ontology() = default;
  Ontology(Ontology&&) = default;  // A copy's indices would point into us.
  Ontology& operator=(Ontology&&) = default;

  /// Loads every `*.ttl` of `folder` and its lexicon/ and gazetteer/, in order
  /// of name.  Throws `Error` "file:line: problem".
  static Ontology load(const std::string& folder);

  const Class& operator[](ClassId id) const { return classes_[position(id)]; }
  const Property& operator[](PropertyId id) const {
    return properties_[position(id)];
  }
  const Concept& operator[](ConceptId id) const {
    return concepts_[position(id)];
  }
  std::span<const Class> classes() const { return classes_; }
  std::span<const Property> properties() const { return properties_; }
  std::span<const Concept> concepts() const { return concepts_; }
  std::span<const LexicalEntry> entries() const { return entries_; }
  /// By holder.
  std::span<const Tenure> tenures() const { return tenures_; }
  std::span<const Tenure> tenures_of(ConceptId holder) const;
  std::span<const Holiday> holidays() const { return holidays_; }

  /// By local name in our namespace, "Accusation", "accuses".  `none` if there
  /// is no such thing, so that a smaller ontology is a valid one.
  ClassId find_class(std::string_view local_name) const;
  PropertyId find_property(std::string_view local_name) const;
  /// By IRI.
  ConceptId find_concept(std::string_view iri) const;

  /// Whether `id` is `ancestor` or below it.  `none` is below nothing.
  bool is_a(ClassId id, ClassId ancestor) const;

  /// Entries of a roleset; entries that begin with a lemma (or end with it,
  /// for fixed nouns).  In order: conditions first, longer first, conditions of
  /// narrower classes first, IRI.
  std::span<const LexicalEntry* const> entries_of_roleset(
      std::string_view roleset) const;
  std::span<const LexicalEntry* const> entries_of_lemma(
      std::string_view lemma) const;

  /// Concepts with this label: case as in the gazetteer, without a leading
  /// "the" and accents, apostrophes and dashes made plain (`normal_label`).
  std::span<const LabelMatch> find_label(std::string_view label) const;

  /// SHA-256, in hex, of all files loaded: names, sizes and bytes in order.
  const std::string& digest() const { return digest_; }

 private:
  template <class Id>
  static std::size_t position(Id id) {
    return static_cast<std::size_t>(id);
  }
  friend class OntologyLoader;
  friend class OntologyImage;
  /// Fills what follows from the classes' parents.
  void close_ancestors();

  std::vector<Class> classes_;
  std::vector<std::vector<bool>> ancestors_;  ///< [class][ancestor or itself]
  std::vector<Property> properties_;
  std::vector<Concept> concepts_;
  std::vector<LexicalEntry> entries_;
  std::vector<Tenure> tenures_;
  std::vector<Holiday> holidays_;
  TextMap<ClassId> class_by_iri_;
  TextMap<PropertyId> property_by_iri_;
  TextMap<ConceptId> concept_by_iri_;
  TextIndex<const LexicalEntry*> entries_by_roleset_;
  TextIndex<const LexicalEntry*> entries_by_lemma_;
  TextIndex<LabelMatch> labels_;
  std::string digest_;
  /// Where the characters of all texts are: an image (ontology_image.h).
  std::variant<std::vector<char>, MappedFile> characters_;
};

/// The part of an IRI after its last "#" or "/": "Accusation".
std::string_view local_name(std::string_view iri);

/// A label as `find_label` compares it.
std::string normal_label(std::string_view label);

}  // namespace demarche

#endif
