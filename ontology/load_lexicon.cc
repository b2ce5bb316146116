// Fills the words of lexicon/*.ttl and finds them by roleset and by lemma.

#include <algorithm>
#include <array>
#include <cctype>
#include <tuple>

#include "ontology/error.h"
#include "ontology/ontology_loader.h"
#include "ontology/vocabulary.h"

namespace demarche {
namespace {

constexpr std::array<std::string_view, 18> effect_names = {
    "none",        "reporting",   "denying",
    "believing",   "suspecting",  "doubting",
    "factive",     "implicative", "negative_implicative",
    "terminating", "intending",   "requesting",
    "conditional", "probable",    "possible",
    "alleged",     "negating",    "future"};

char upper(char letter) {
  return 'a' <= letter && letter <= 'z' ? static_cast<char>(letter - 32)
                                        : letter;
}

char lower(char letter) {
  return 'A' <= letter && letter <= 'Z' ? static_cast<char>(letter + 32)
                                        : letter;
}

std::vector<std::string_view> split_words(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (end > 0) words.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

/// "sit-in" as it is tokenised: sit - in.
std::vector<std::string_view> split_hyphens(
    const std::vector<std::string_view>& words) {
  std::vector<std::string_view> parts;
  for (std::string_view word : words) {
    for (std::size_t hyphen = word.find('-');
         hyphen != std::string_view::npos && hyphen > 0;
         hyphen = word.find('-')) {
      parts.emplace_back(word.substr(0, hyphen));
      parts.emplace_back("-");
      word.remove_prefix(hyphen + 1);
    }
    parts.emplace_back(word);
  }
  return parts;
}

/// A preposition as written: "on behalf of" for prep:on-behalf-of.
std::string preposition(std::string_view local_name) {
  std::string words(local_name);
  std::replace(words.begin(), words.end(), '-', ' ');
  return words;
}

}  // namespace

std::optional<Effect> find_effect(std::string_view local_name) {
  for (std::size_t i = 0; i < effect_names.size(); ++i)
    if (effect_names[i] == local_name) return static_cast<Effect>(i);
  return std::nullopt;
}

std::optional<std::string> find_slot(std::string_view local_name) {
  for (const std::string_view name :
       {"subject", "object", "possessive", "modifier", "modified", "prefix",
        "predicate"})
    if (name == local_name) return std::string(name);
  if (!local_name.starts_with("arg")) return std::nullopt;
  local_name.remove_prefix(3);
  if (local_name.size() == 1 && '0' <= local_name[0] && local_name[0] <= '5')
    return "ARG" + std::string(local_name);
  if (local_name.size() != 4 || local_name[0] != 'm') return std::nullopt;
  std::string slot = "ARGM-";
  for (const char letter : local_name.substr(1)) slot.push_back(upper(letter));
  return slot;
}

/// Reads a slot or a condition on one; other properties of ours are unknown.
void OntologyLoader::read_slot(const Statement& statement,
                               LexicalEntry& entry) {
  const std::string_view predicate = text_of(statement.predicate);
  if (predicate.starts_with(vocabulary::preposition_namespace)) {
    const auto local =
        predicate.substr(vocabulary::preposition_namespace.size());
    entry.slots.emplace_back(keep(preposition(local)), property_of(statement));
    return;
  }
  if (!predicate.starts_with(vocabulary::ontology_namespace)) return;
  std::string local(predicate.substr(vocabulary::ontology_namespace.size()));
  if (const auto slot = find_slot(local)) {
    entry.slots.emplace_back(keep(*slot), property_of(statement));
    return;
  }
  if (!local.starts_with("when") || local.size() == 4)
    fail(statement, "unknown slot 'dm:" + local + "'");
  local.erase(0, 4);
  local[0] = lower(local[0]);
  const std::string slot = find_slot(local).value_or(preposition(local));
  for (auto& [name, classes] : entry.conditions)
    if (name == slot) return classes.push_back(class_of(statement));
  entry.conditions.push_back({keep(slot), {class_of(statement)}});
}

void OntologyLoader::load_entry(const Description& description) {
  LexicalEntry& entry = ontology_.entries_.emplace_back();
  entry.iri = text_of(description.subject);
  for (const Statement& statement : description.statements) {
    const SordNode* predicate = statement.predicate;
    const std::string_view text = text_of(statement.object);
    if (predicate == terms_.lemma) {
      if (!entry.lemmas.empty()) fail(statement, "a second lemma");
      entry.lemmas = split_words(text);
    } else if (predicate == terms_.part_of_speech) {
      entry.part_of_speech = text;
    } else if (predicate == terms_.roleset) {
      if (!entry.roleset.empty()) fail(statement, "a second roleset");
      entry.roleset = text;
    } else if (predicate == terms_.evokes) {
      entry.evokes = class_of(statement);
    } else if (predicate == terms_.mode) {
      entry.mode = text;
    } else if (predicate == terms_.light) {
      entry.light = text == "true";
    } else if (predicate == terms_.attitude) {
      entry.attitude = text == "true";
    } else if (predicate == terms_.undergoes) {
      entry.undergoes = text == "true";
    } else if (predicate == terms_.initiates) {
      entry.initiates = text == "true";
    } else if (predicate == terms_.effect) {
      const std::string name = short_name(text);
      const auto effect =
          name.starts_with("dm:") ? find_effect(name.substr(3)) : std::nullopt;
      if (!effect) fail(statement, "unknown effect '" + name + "'");
      entry.effect = *effect;
    } else if (predicate == terms_.clausal) {
      entry.clausal = text == "true";
    } else if (predicate == terms_.denotes) {
      entry.denotes = class_of(statement);
    } else if (predicate == terms_.office_of) {
      entry.office_of = class_of(statement);
    } else if (predicate == terms_.sector) {
      entry.sector = text;
    } else if (predicate == terms_.relation) {
      entry.relation = property_of(statement);
    } else if (predicate == terms_.acts_for_state) {
      entry.acts_for_state = text == "true";
    } else {
      read_slot(statement, entry);
    }
  }
  if (entry.evokes != ClassId::none && entry.part_of_speech == "NOUN")
    entry.lemmas = split_hyphens(entry.lemmas);
  if (entry.lemmas.empty())
    fail(description.statements.front(),
         "'" + short_name(entry.iri) + "' has no lemma");
}

void OntologyLoader::index_entries() {
  // How narrow the widest class of an entry's conditions is.
  const auto depth = [&](const LexicalEntry& entry) {
    long least = 0;
    for (const auto& [slot, classes] : entry.conditions)
      for (const ClassId id : classes) {
        const auto& above = ontology_.ancestors_[static_cast<std::size_t>(id)];
        const long count = std::count(above.begin(), above.end(), true);
        least = least == 0 ? count : std::min(least, count);
      }
    return least;
  };
  const auto before = [&](const LexicalEntry* a, const LexicalEntry* b) {
    const auto key = [&](const LexicalEntry& entry) {
      return std::tuple(-static_cast<long>(entry.conditions.size()),
                        -static_cast<long>(entry.lemmas.size()), -depth(entry),
                        entry.iri);
    };
    return key(*a) < key(*b);
  };
  std::unordered_map<std::string_view, std::vector<const LexicalEntry*>>
      by_roleset, by_lemma;
  for (const LexicalEntry& entry : ontology_.entries_) {
    if (!entry.roleset.empty()) by_roleset[entry.roleset].push_back(&entry);
    by_lemma[entry.lemmas.front()].push_back(&entry);
    if (entry.lemmas.back() != entry.lemmas.front())
      by_lemma[entry.lemmas.back()].push_back(&entry);
  }
  for (auto* index : {&by_roleset, &by_lemma})
    for (auto& [key, entries] : *index)
      std::sort(entries.begin(), entries.end(), before);
  add_in_order(by_roleset, ontology_.entries_by_roleset_);
  add_in_order(by_lemma, ontology_.entries_by_lemma_);
}

}  // namespace demarche
