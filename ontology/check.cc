// Checks each description by itself, then what several must not share.

#include "ontology/check.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

#include "ontology/error.h"
#include "ontology/ontology.h"
#include "ontology/ontology_loader.h"
#include "ontology/turtle_files.h"
#include "ontology/vocabulary.h"

namespace demarche {
namespace {

namespace skos = vocabulary::skos;

/// Parts of speech of Universal Dependencies that a word may have.
constexpr std::array<std::string_view, 11> parts_of_speech = {
    "ADJ",  "ADP",  "ADV",  "AUX",   "CCONJ", "DET",
    "NOUN", "PART", "PRON", "SCONJ", "VERB"};

std::string upper(std::string_view text) {
  std::string result(text);
  for (char& letter : result)
    if ('a' <= letter && letter <= 'z') letter = static_cast<char>(letter - 32);
  return result;
}

class OntologyChecker {
 public:
  explicit OntologyChecker(const std::string& folder);

  std::vector<std::string> check();

 private:
  struct Problem {
    std::uint32_t file, line;
    std::string text;
  };

  void report(const Statement& at, std::string problem);
  const Statement* find(const Description& of, std::string_view predicate);
  void need(const Description& of, std::string_view predicate,
            const std::string& name);

  void check_terms(const Description& description);
  void check_repetition(const Description& description);
  void check_class(const Description& description);
  void check_property(const Description& description);
  void check_entry(const Description& description);
  void check_meaning(const Description& description, const LexicalEntry& entry);
  void check_concept(const Description& description);
  void check_tenure(const Description& description);
  void check_one(const Description& description);

  std::string place_of(const Statement& statement) const;

  Ontology ontology_;
  TurtleFiles files_;
  std::vector<Description> descriptions_;
  LoaderTerms terms_{files_};
  std::set<const SordNode*> described_;
  std::set<std::string> categories_;
  std::map<std::string_view, const LexicalEntry*> entries_;
  std::map<std::string, const Statement*> meanings_, labels_;
  std::vector<Problem> problems_;
};

OntologyChecker::OntologyChecker(const std::string& folder)
    : ontology_(Ontology::load(folder)) {
  for (const std::string& path : turtle_files_of(folder))
    files_.add(path, load_bytes(path));
  descriptions_ = files_.describe();
  for (const Description& description : descriptions_)
    described_.insert(description.subject);
  for (const Class& known : ontology_.classes())
    categories_.insert(upper(short_name(known.iri).substr(3)));
  for (const LexicalEntry& entry : ontology_.entries())
    entries_.emplace(entry.iri, &entry);
}

std::vector<std::string> OntologyChecker::check() {
  for (const Description& description : descriptions_) check_one(description);
  std::sort(problems_.begin(), problems_.end(),
            [&](const Problem& a, const Problem& b) {
              return std::tie(files_.name(a.file), a.line, a.text) <
                     std::tie(files_.name(b.file), b.line, b.text);
            });
  std::vector<std::string> lines;
  for (const Problem& problem : problems_)
    lines.push_back(files_.name(problem.file) + ":" +
                    std::to_string(problem.line) + ": " + problem.text);
  return lines;
}

void OntologyChecker::check_one(const Description& description) {
  check_terms(description);
  check_repetition(description);
  for (const Statement& statement : description.statements) {
    if (statement.predicate != terms_.type) continue;
    const SordNode* type = statement.object;
    if (type == terms_.rdfs_class)
      check_class(description);
    else if (type == terms_.role_property ||
             type == terms_.direct_relation_class ||
             type == terms_.standing_relation_class)
      check_property(description);
    else if (type == terms_.lexical_entry)
      check_entry(description);
    else if (type == terms_.skos_concept)
      check_concept(description);
    else if (type == terms_.tenure)
      check_tenure(description);
  }
}

void OntologyChecker::report(const Statement& at, std::string problem) {
  problems_.push_back({at.file, at.line, std::move(problem)});
}

std::string OntologyChecker::place_of(const Statement& statement) const {
  return files_.name(statement.file) + ":" + std::to_string(statement.line);
}

const Statement* OntologyChecker::find(const Description& of,
                                       std::string_view predicate) {
  const SordNode* node = files_.node(predicate);
  for (const Statement& statement : of.statements)
    if (statement.predicate == node) return &statement;
  return nullptr;
}

void OntologyChecker::need(const Description& of, std::string_view predicate,
                           const std::string& name) {
  if (find(of, predicate) == nullptr)
    report(of.statements.front(),
           "'" + short_name(text_of(of.subject)) + "' has no " + name);
}

/// Terms of ours that are used but nowhere described.
void OntologyChecker::check_terms(const Description& description) {
  const auto is_unknown = [&](const SordNode* node) {
    if (!is_iri(node) || described_.count(node) != 0) return false;
    const std::string name = short_name(text_of(node));
    return (name.starts_with("dm:") && !name.starts_with("dm:when")) ||
           name.starts_with("ent:");
  };
  for (const Statement& statement : description.statements)
    for (const SordNode* node : {statement.predicate, statement.object})
      if (is_unknown(node))
        report(statement,
               "nothing defines '" + short_name(text_of(node)) + "'");
}

void OntologyChecker::check_repetition(const Description& description) {
  std::set<std::pair<const SordNode*, const SordNode*>> seen;
  for (const Statement& statement : description.statements)
    if (!seen.emplace(statement.predicate, statement.object).second)
      report(statement, "'" + short_name(text_of(description.subject)) +
                            "' is said twice to have " +
                            short_name(text_of(statement.predicate)) + " '" +
                            short_name(text_of(statement.object)) + "'");
}

void OntologyChecker::check_class(const Description& description) {
  need(description, vocabulary::rdfs::label, "label");
  need(description, skos::definition, "definition");
  const ClassId id =
      ontology_.find_class(short_name(text_of(description.subject)).substr(3));
  if (id == ClassId::none) return;
  if (ontology_.is_a(id, ontology_.find_class("Entity")) ||
      ontology_[id].is_event)
    need(description, skos::example, "example");
  const Statement* category =
      find(description, vocabulary::dm::plover_category);
  if (category == nullptr) return;
  const std::string name(text_of(category->object));
  if (categories_.count(name) == 0)
    report(*category, "no category '" + name + "': no class has this name");
}

void OntologyChecker::check_property(const Description& description) {
  need(description, vocabulary::rdfs::label, "label");
}

void OntologyChecker::check_entry(const Description& description) {
  const auto found = entries_.find(text_of(description.subject));
  if (found == entries_.end()) return;
  const LexicalEntry& entry = *found->second;
  const Statement& first = description.statements.front();
  if (entry.evokes == ClassId::none && entry.denotes == ClassId::none &&
      entry.effect == Effect::none && !entry.light && !entry.attitude &&
      !entry.initiates && entry.relation == PropertyId::none)
    report(first, "'" + short_name(entry.iri) + "' means nothing");
  const std::string_view tag = entry.part_of_speech;
  if (!tag.empty() && std::find(parts_of_speech.begin(), parts_of_speech.end(),
                                tag) == parts_of_speech.end())
    report(first, "no part of speech '" + std::string(tag) + "'");
  std::set<std::string_view> slots;
  for (const auto& [slot, role] : entry.slots) {
    if (!slots.insert(slot).second)
      report(first, "slot '" + std::string(slot) + "' is given twice");
    if (entry.evokes == ClassId::none) continue;
    const std::vector<PropertyId>& roles = ontology_[entry.evokes].roles;
    if (std::find(roles.begin(), roles.end(), role) == roles.end())
      report(first, "'" + short_name(ontology_[role].iri) +
                        "' is no role of '" +
                        short_name(ontology_[entry.evokes].iri) + "'");
  }
  check_meaning(description, entry);
}

/// Two entries for one word that mean the same kind of thing.
void OntologyChecker::check_meaning(const Description& description,
                                    const LexicalEntry& entry) {
  std::string meaning;
  const auto add = [&](std::string_view what, std::string_view value) {
    meaning.append(what).append(value);
  };
  for (const std::string_view lemma : entry.lemmas) add(lemma, " ");
  add(entry.part_of_speech, " ");
  add(entry.roleset, "");
  if (entry.evokes != ClassId::none)
    add(" evokes ", ontology_[entry.evokes].iri);
  if (entry.denotes != ClassId::none)
    add(" denotes ", ontology_[entry.denotes].iri);
  if (entry.relation != PropertyId::none)
    add(" relation ", ontology_[entry.relation].iri);
  if (entry.light) meaning += " light";
  if (entry.attitude) meaning += " attitude";
  if (entry.initiates) meaning += " initiates";
  if (entry.evokes == ClassId::none && entry.effect != Effect::none)
    meaning += " effect " + std::to_string(static_cast<int>(entry.effect));
  for (const auto& [slot, classes] : entry.conditions) {
    add(" when ", slot);
    for (const ClassId id : classes) add(" ", ontology_[id].iri);
  }
  const Statement& first = description.statements.front();
  const auto [other, is_new] = meanings_.emplace(meaning, &first);
  if (!is_new)
    report(first, "'" + short_name(entry.iri) + "' repeats '" +
                      short_name(text_of(other->second->subject)) + "' of " +
                      place_of(*other->second));
}

void OntologyChecker::check_concept(const Description& description) {
  need(description, skos::pref_label, "preferred label");
  const ConceptId id = ontology_.find_concept(text_of(description.subject));
  if (id == ConceptId::none) return;
  const Concept& known = ontology_[id];
  const Statement& first = description.statements.front();
  if (known.type == ClassId::none)
    return report(first, "'" + short_name(known.iri) + "' has no class");
  // Two of one class, country and name cannot be told apart.
  std::string key = normal_label(known.label) + "\n";
  key.append(ontology_[known.type].iri).append("\n");
  if (known.country != ConceptId::none) key += ontology_[known.country].iri;
  const auto [other, is_new] = labels_.emplace(key, &first);
  if (!is_new && other->second->subject != first.subject)
    report(first, "label '" + std::string(known.label) + "' names also '" +
                      short_name(text_of(other->second->subject)) + "' of " +
                      place_of(*other->second));
}

void OntologyChecker::check_tenure(const Description& description) {
  need(description, vocabulary::dm::office, "office");
  const Statement* since = find(description, vocabulary::dm::since);
  const Statement* until = find(description, vocabulary::dm::until);
  if (since != nullptr && until != nullptr &&
      text_of(until->object) < text_of(since->object))
    report(*until, "'" + short_name(text_of(description.subject)) +
                       "' ends before it begins");
}

}  // namespace

std::vector<std::string> check_ontology(const std::string& folder) {
  try {
    return OntologyChecker(folder).check();
  } catch (const Error& error) {
    return {error.what()};
  }
}

}  // namespace demarche
