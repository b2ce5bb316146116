// An image is written and read by the same functions `fields`, which say for
// each structure what it has.  A reader believes nothing: counts and numbers
// that lead out of the image or of a list make it fail.

#include "ontology/ontology_image.h"

#include <algorithm>
#include <array>
#include <concepts>
#include <cstring>
#include <type_traits>

namespace demarche {
namespace {

template <class Type, class Wanted>
concept Is = std::same_as<std::remove_const_t<Type>, Wanted>;

template <class Type>
concept Id = std::same_as<Type, ClassId> || std::same_as<Type, PropertyId> ||
    std::same_as<Type, ConceptId>;

template <class Type>
concept Enumerator = std::is_enum_v<Type> && !Id<Type>;

constexpr Effect last_of(Effect) { return Effect::future; }
constexpr LabelKind last_of(LabelKind) { return LabelKind::metonym; }
constexpr Property::Kind last_of(Property::Kind) {
  return Property::Kind::other;
}
constexpr Property::Side last_of(Property::Side) {
  return Property::Side::partner;
}

void fields(auto& archive, Is<Class> auto& it) {
  archive(it.iri, it.label, it.parents, it.plover, it.mode, it.score, it.roles,
          it.planned_as, it.refused_as, it.referred_to_as, it.direct_relation,
          it.reciprocal, it.opposite_of);  // is_event follows from the parents.
}

void fields(auto& archive, Is<Property> auto& it) {
  archive(it.iri, it.label, it.kind, it.side, it.means, it.domain, it.range);
}

void fields(auto& archive, Is<LexicalEntry> auto& it) {
  archive(it.iri, it.lemmas, it.part_of_speech, it.roleset, it.evokes, it.mode,
          it.slots, it.conditions, it.light, it.undergoes, it.initiates,
          it.attitude, it.effect, it.clausal, it.denotes, it.office_of,
          it.sector, it.relation, it.acts_for_state);
}

void fields(auto& archive, Is<Concept> auto& it) {
  archive(it.iri, it.type, it.label, it.actor_code, it.sector, it.country,
          it.wikidata);
}

void fields(auto& archive, Is<LabelMatch> auto& it) {
  archive(it.concept_id, it.kind);
}

void fields(auto& archive, Is<Tenure> auto& it) {
  archive(it.holder, it.of, it.office, it.sector, it.since, it.until);
}

void fields(auto& archive, Is<Holiday> auto& it) {
  archive(it.labels, it.month, it.day, it.weekday, it.days_after_easter);
}

/// How long the lists are that numbers point into.
struct Counts {
  std::uint32_t classes = 0, properties = 0, concepts = 0, entries = 0;
};

void fields(auto& archive, Is<Counts> auto& it) {
  archive(it.classes, it.properties, it.concepts, it.entries);
}

template <class Type>
std::uint32_t size_of(const Type& list) {
  return static_cast<std::uint32_t>(list.size());
}

class Writer {
 public:
  explicit Writer(const Ontology& ontology)
      : first_entry_(ontology.entries().data()) {
    bytes.reserve(std::size_t{300} *
                  (ontology.concepts().size() + ontology.entries().size()));
  }

  void operator()(const auto&... values) { (write(values), ...); }

  std::vector<char> bytes;

 private:
  template <class Number>
  requires std::is_arithmetic_v<Number>
  void write(Number number) {
    std::array<char, sizeof number> raw;
    std::memcpy(raw.data(), &number, sizeof number);
    bytes.insert(bytes.end(), raw.begin(), raw.end());
  }
  void write(Id auto id) { write(static_cast<std::uint32_t>(id)); }
  void write(Enumerator auto value) { write(static_cast<std::uint8_t>(value)); }
  void write(std::string_view text) {
    write(size_of(text));
    bytes.insert(bytes.end(), text.begin(), text.end());
  }
  void write(const LexicalEntry* entry) {
    write(static_cast<std::uint32_t>(entry - first_entry_));
  }
  template <class First, class Second>
  void write(const std::pair<First, Second>& pair) {
    (*this)(pair.first, pair.second);
  }
  template <class Value>
  void write(std::span<const Value> list) {
    write(size_of(list));
    for (const Value& value : list) write(value);
  }
  template <class Value>
  void write(const std::vector<Value>& list) {
    write(std::span<const Value>(list));
  }
  template <class Value>
  void write(const TextIndex<Value>& index) {
    write(size_of(index));
    index.for_each([&](std::string_view text, std::span<const Value> values) {
      (*this)(text, values);
    });
  }
  template <class Structure>
  requires requires(Writer& writer, const Structure& it) { fields(writer, it); }
  void write(const Structure& it) { fields(*this, it); }

  const LexicalEntry* first_entry_;
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {}

  /// Nothing is read any more once something is wrong.
  void operator()(auto&... values) { (read(values), ...); }

  /// The lists that numbers point into.
  void limit(const Counts& counts, const LexicalEntry* first_entry) {
    counts_ = counts;
    first_entry_ = first_entry;
  }
  void fail() {
    failed_ = true;
    rest_ = {};
  }
  bool is_at_end() const { return !failed_ && rest_.empty(); }

 private:
  std::string_view take(std::size_t size) {
    if (size > rest_.size()) {
      fail();
      return {};
    }
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }
  /// How many values follow, of at least one byte each.
  std::uint32_t take_count() {
    std::uint32_t count = 0;
    read(count);
    if (count > rest_.size()) {
      fail();
      return 0;
    }
    return count;
  }

  template <class Number>
  requires std::is_arithmetic_v<Number>
  void read(Number& number) {
    const std::string_view raw = take(sizeof number);
    if (!raw.empty()) std::memcpy(&number, raw.data(), sizeof number);
  }
  void read(bool& truth) {
    std::uint8_t number = 0;
    read(number);
    if (number > 1) fail();
    truth = number == 1;
  }
  template <Id Number>
  void read(Number& id) {
    std::uint32_t number = 0;
    read(number);
    id = Number{number};
    if (id != Number::none && number >= count_of(id)) fail();
    if (failed_) id = Number::none;
  }
  template <Enumerator Value>
  void read(Value& value) {
    std::uint8_t number = 0;
    read(number);
    if (number > static_cast<std::uint8_t>(last_of(Value{}))) return fail();
    value = static_cast<Value>(number);
  }
  void read(std::string_view& text) {
    std::uint32_t size = 0;
    read(size);
    text = take(size);
  }
  void read(const LexicalEntry*& entry) {
    std::uint32_t number = 0;
    read(number);
    if (number >= counts_.entries) return fail();
    entry = first_entry_ + number;
  }
  template <class First, class Second>
  void read(std::pair<First, Second>& pair) {
    (*this)(pair.first, pair.second);
  }
  template <class Value>
  void read(std::vector<Value>& list) {
    const std::uint32_t count = take_count();
    list.clear();
    list.reserve(std::min<std::uint32_t>(count, 10000));
    for (std::uint32_t i = 0; i < count && !failed_; ++i)
      read(list.emplace_back());
  }
  template <class Value>
  void read(TextIndex<Value>& index) {
    const std::uint32_t count = take_count();
    index = TextIndex<Value>(std::min<std::uint32_t>(count, 20000));
    std::vector<Value> values;
    for (std::uint32_t i = 0; i < count && !failed_; ++i) {
      std::string_view text;
      (*this)(text, values);
      index.add(text, values);
    }
  }
  template <class Structure>
  requires requires(Reader& reader, Structure& it) { fields(reader, it); }
  void read(Structure& it) { fields(*this, it); }

  std::uint32_t count_of(ClassId) const { return counts_.classes; }
  std::uint32_t count_of(PropertyId) const { return counts_.properties; }
  std::uint32_t count_of(ConceptId) const { return counts_.concepts; }

  std::string_view rest_;
  Counts counts_;
  const LexicalEntry* first_entry_ = nullptr;
  bool failed_ = false;
};

template <class Number, class Value>
TextMap<Number> by_iri(const std::vector<Value>& list) {
  TextMap<Number> numbers(list.size());
  for (std::uint32_t i = 0; i < list.size(); ++i)
    numbers.emplace(list[i].iri, Number{i});
  return numbers;
}

}  // namespace

std::vector<char> OntologyImage::write(const Ontology& ontology) {
  Writer writer(ontology);
  writer(std::string_view(ontology.digest_),
         Counts{size_of(ontology.classes_), size_of(ontology.properties_),
                size_of(ontology.concepts_), size_of(ontology.entries_)},
         ontology.classes_, ontology.properties_, ontology.concepts_,
         ontology.entries_, ontology.tenures_, ontology.holidays_,
         ontology.entries_by_roleset_, ontology.entries_by_lemma_,
         ontology.labels_);
  return std::move(writer.bytes);
}

bool OntologyImage::fill(Ontology& ontology, std::string_view bytes) {
  Reader reader(bytes);
  std::string_view digest;
  Counts counts;
  reader(digest, counts);
  reader.limit(counts, nullptr);
  reader(ontology.classes_, ontology.properties_, ontology.concepts_,
         ontology.entries_, ontology.tenures_, ontology.holidays_);
  if (ontology.classes_.size() != counts.classes ||
      ontology.properties_.size() != counts.properties ||
      ontology.concepts_.size() != counts.concepts ||
      ontology.entries_.size() != counts.entries)
    return false;
  reader.limit(counts, ontology.entries_.data());
  reader(ontology.entries_by_roleset_, ontology.entries_by_lemma_,
         ontology.labels_);
  if (!reader.is_at_end()) return false;
  for (const LexicalEntry& entry : ontology.entries_)
    if (entry.lemmas.empty()) return false;
  ontology.digest_ = digest;
  ontology.class_by_iri_ = by_iri<ClassId>(ontology.classes_);
  ontology.property_by_iri_ = by_iri<PropertyId>(ontology.properties_);
  ontology.concept_by_iri_ = by_iri<ConceptId>(ontology.concepts_);
  ontology.close_ancestors();
  return true;
}

std::optional<Ontology> OntologyImage::read(std::vector<char> bytes) {
  Ontology ontology;
  if (!fill(ontology, {bytes.data(), bytes.size()})) return std::nullopt;
  ontology.characters_ = std::move(bytes);
  return ontology;
}

std::optional<Ontology> OntologyImage::read(MappedFile file,
                                            std::size_t offset) {
  if (offset > file.bytes().size()) return std::nullopt;
  Ontology ontology;
  if (!fill(ontology, file.bytes().substr(offset))) return std::nullopt;
  ontology.characters_ = std::move(file);
  return ontology;
}

}  // namespace demarche
