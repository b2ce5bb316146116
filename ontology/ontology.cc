#include "ontology/ontology.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>

#include "ontology/ontology_cache.h"
#include "ontology/vocabulary.h"

namespace demarche {
namespace {

template <class Id>
Id find_or_none(const TextMap<Id>& ids, std::string_view iri) {
  const Id* const found = ids.find(iri);
  return found == nullptr ? Id::none : *found;
}

std::string in_our_namespace(std::string_view local_name) {
  return std::string(vocabulary::ontology_namespace) + std::string(local_name);
}

/// What curly apostrophes, dashes, odd spaces and letters that have no plain
/// one in Unicode are compared as.
constexpr std::array<std::pair<std::string_view, std::string_view>, 20> plain =
    {{{"\u2018", "'"}, {"\u2019", "'"}, {"\u2010", "-"}, {"\u2011", "-"},
      {"\u2012", "-"}, {"\u2013", "-"}, {"\u2014", "-"}, {"\u00a0", " "},
      {"ø", "o"},      {"Ø", "O"},      {"ł", "l"},      {"Ł", "L"},
      {"đ", "d"},      {"Đ", "D"},      {"ı", "i"},      {"ß", "ss"},
      {"æ", "ae"},     {"Æ", "Ae"},     {"ə", "a"},      {"ð", "d"}}};

/// Letters without accents: "Élysée" as "Elysee".
std::string without_marks(std::string_view text) {
  std::uint8_t* mapped = nullptr;
  const auto size = utf8proc_map(
      reinterpret_cast<const std::uint8_t*>(text.data()),
      static_cast<utf8proc_ssize_t>(text.size()), &mapped,
      static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK));
  const std::unique_ptr<std::uint8_t, void (*)(void*)> owner(mapped, std::free);
  if (size < 0) return std::string(text);
  return {reinterpret_cast<const char*>(mapped),
          static_cast<std::size_t>(size)};
}

bool is_ascii(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) >= 0x80;
  });
}

/// `label` with all else plain and without a leading "the".
std::string plain_label(std::string_view label) {
  std::string normal;
  const auto add = [&](std::string_view text) {
    const bool at_gap = normal.empty() || normal.back() == ' ';
    if (text != " " || !at_gap) normal += text;
  };
  while (!label.empty()) {
    std::size_t length = 1;
    std::string_view written = label.substr(0, 1);
    if (written == "\n" || written == "\t" || written == "\r") written = " ";
    if (static_cast<unsigned char>(label[0]) >= 0x80)
      for (const auto& [from, to] : plain)
        if (label.starts_with(from)) {
          length = from.size();
          written = to;
        }
    add(written);
    label.remove_prefix(length);
  }
  if (normal.ends_with(' ')) normal.pop_back();
  if (normal.starts_with("the ") || normal.starts_with("The "))
    normal.erase(0, 4);
  return normal;
}

}  // namespace

Ontology Ontology::load(const std::string& folder) {
  return load_ontology(folder, {});
}

ClassId Ontology::find_class(std::string_view local_name) const {
  return find_or_none(class_by_iri_, in_our_namespace(local_name));
}

PropertyId Ontology::find_property(std::string_view local_name) const {
  return find_or_none(property_by_iri_, in_our_namespace(local_name));
}

ConceptId Ontology::find_concept(std::string_view iri) const {
  return find_or_none(concept_by_iri_, iri);
}

bool Ontology::is_a(ClassId id, ClassId ancestor) const {
  if (id == ClassId::none || ancestor == ClassId::none) return false;
  return ancestors_[position(id)][position(ancestor)];
}

void Ontology::close_ancestors() {
  const std::size_t count = classes_.size();
  ancestors_.assign(count, std::vector<bool>(count, false));
  for (std::size_t i = 0; i < count; ++i) {
    std::vector<ClassId> open = {ClassId{static_cast<std::uint32_t>(i)}};
    while (!open.empty()) {
      const ClassId id = open.back();
      open.pop_back();
      if (ancestors_[i][position(id)]) continue;
      ancestors_[i][position(id)] = true;
      const std::vector<ClassId>& parents = classes_[position(id)].parents;
      open.insert(open.end(), parents.begin(), parents.end());
    }
  }
  const ClassId event = find_class("Event");
  for (std::size_t i = 0; i < count; ++i)
    classes_[i].is_event =
        event != ClassId::none && ancestors_[i][position(event)];
}

std::span<const LexicalEntry* const> Ontology::entries_of_roleset(
    std::string_view roleset) const {
  return entries_by_roleset_.find(roleset);
}

std::span<const LexicalEntry* const> Ontology::entries_of_lemma(
    std::string_view lemma) const {
  return entries_by_lemma_.find(lemma);
}

std::span<const Tenure> Ontology::tenures_of(ConceptId holder) const {
  const auto found =
      std::ranges::equal_range(tenures_, holder, {}, &Tenure::holder);
  return {found.begin(), found.end()};
}

std::span<const LabelMatch> Ontology::find_label(std::string_view label) const {
  return labels_.find(normal_label(label));
}

std::string normal_label(std::string_view label) {
  return plain_label(is_ascii(label) ? std::string(label)
                                     : without_marks(label));
}

std::string_view local_name(std::string_view iri) {
  return iri.substr(iri.find_last_of("#/") + 1);
}

const char* name_of(Property::Side side) {
  constexpr const char* names[] = {"neither", "source", "target", "partner"};
  return names[static_cast<int>(side)];
}

}  // namespace demarche
