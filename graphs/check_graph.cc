#include "graphs/check_graph.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <utility>

#include "graphs/offsets.h"
#include "ontology/ontology_loader.h"
#include "ontology/vocabulary.h"

namespace demarche {
namespace {

namespace dm = vocabulary::dm;
namespace nif = vocabulary::nif;
namespace rdf = vocabulary::rdf;

class GraphChecker {
 public:
  GraphChecker(const SordSink& store, const Ontology& ontology)
      : store_(store), ontology_(ontology) {}

  std::vector<std::string> check();

 private:
  /// An article's text; where its code points begin.
  struct Text {
    std::string text;
    std::optional<Offsets> offsets;
  };

  void report(const std::string& iri, const std::string& problem) {
    problems_.push_back("<" + iri + "> " + problem);
  }
  std::vector<RdfStatement> of(const std::string& subject,
                               std::string_view predicate) const {
    return store_.find(subject, predicate);
  }
  std::string one(const std::string& subject, std::string_view predicate,
                  const std::string& name);
  std::optional<std::uint32_t> number(const std::string& subject,
                                      std::string_view predicate) const;
  std::vector<std::string> all_of_type(std::string_view type) const;
  bool is_defined(const std::string& iri) const;
  bool has_evidence(const std::string& iri) const;

  void read_texts();
  void check_phrases();
  void check_claims();
  void check_claimer(const std::string& claim);
  void check_nesting(const std::string& claim);
  bool is_in_circle(const std::string& claim) const;
  void check_triple(const std::string& claim);
  void check_things();
  void check_relations();
  bool is_backed(const RdfStatement& relation) const;
  void check_references();
  void check_term(const std::string& subject, const std::string& iri,
                  bool is_predicate);

  const SordSink& store_;
  const Ontology& ontology_;
  std::map<std::string, std::unique_ptr<Text>> texts_;
  std::vector<std::string> problems_;
};

/// The only object of the property; reports any other number of them.
std::string GraphChecker::one(const std::string& subject,
                              std::string_view predicate,
                              const std::string& name) {
  const auto found = of(subject, predicate);
  if (found.size() != 1)
    report(subject,
           "has " + std::to_string(found.size()) + " " + name + ", not one");
  return found.empty() ? "" : found.front().object.text;
}

std::optional<std::uint32_t> GraphChecker::number(
    const std::string& subject, std::string_view predicate) const {
  const auto found = of(subject, predicate);
  if (found.size() != 1) return std::nullopt;
  const auto& text = found.front().object.text;
  std::uint32_t value = 0;
  const auto result =
      std::from_chars(text.data(), text.data() + text.size(), value);
  if (result.ec != std::errc() || result.ptr != text.data() + text.size())
    return std::nullopt;
  return value;
}

std::vector<std::string> GraphChecker::all_of_type(
    std::string_view type) const {
  std::vector<std::string> subjects;
  for (const auto& statement : store_.find("", rdf::type, iri_term(type)))
    subjects.push_back(statement.subject);
  return subjects;
}

bool GraphChecker::is_defined(const std::string& iri) const {
  return !of(iri, rdf::type).empty();
}

bool GraphChecker::has_evidence(const std::string& iri) const {
  const auto phrases = of(iri, vocabulary::gaf::denoted_by);
  return std::any_of(phrases.begin(), phrases.end(), [&](const auto& phrase) {
    return !of(phrase.object.text, nif::anchor_of).empty() ||
           texts_.contains(phrase.object.text);
  });
}

void GraphChecker::read_texts() {
  for (const auto& iri : all_of_type(nif::context)) {
    auto text = std::make_unique<Text>();
    text->text = one(iri, nif::is_string, "text");
    text->offsets.emplace(text->text);
    if (number(iri, nif::end_index) != text->offsets->size())
      report(iri, "does not end where its text ends");
    texts_.emplace(iri, std::move(text));
  }
}

void GraphChecker::check_phrases() {
  auto pieces = all_of_type(nif::phrase);
  for (const auto type : {nif::sentence, nif::word})
    for (auto& iri : all_of_type(type)) pieces.push_back(std::move(iri));
  for (const auto& iri : pieces) {
    const auto anchor = one(iri, nif::anchor_of, "anchor");
    const auto context = one(iri, nif::reference_context, "context");
    const auto begin = number(iri, nif::begin_index);
    const auto end = number(iri, nif::end_index);
    const auto text = texts_.find(context);
    if (text == texts_.end() || !begin || !end) {
      report(iri, "has no text or no offsets");
      continue;
    }
    const auto bytes = text->second->offsets->bytes({*begin, *end});
    if (!bytes || slice(text->second->text, *bytes) != anchor)
      report(iri, "is not the text between its offsets");
    // The second of two words in one place has a number after its offsets.
    if (iri.find("=" + print(CodePoints{*begin, *end})) == std::string::npos)
      report(iri, "has other offsets in its IRI");
  }
}

void GraphChecker::check_claimer(const std::string& claim) {
  const auto depth = number(claim, dm::attribution_depth);
  const auto claimers = of(claim, dm::claimer).size();
  if (!depth)
    report(claim, "has no depth, or several");
  else if (*depth == 0 && claimers > 0)
    report(claim, "is the article's own and has a claimer");
  else if (*depth > 0 && claimers != 1)
    report(claim, "has " + std::to_string(claimers) + " claimers, not one");
}

bool GraphChecker::is_in_circle(const std::string& claim) const {
  std::set<std::string> seen;
  for (auto outer = of(claim, dm::within_claim); !outer.empty();
       outer = of(outer.front().object.text, dm::within_claim)) {
    const auto& iri = outer.front().object.text;
    if (iri == claim) return true;
    if (!seen.insert(iri).second) return false;
  }
  return false;
}

void GraphChecker::check_nesting(const std::string& claim) {
  const auto depth = number(claim, dm::attribution_depth);
  const auto outer = of(claim, dm::within_claim);
  if (!depth) return;
  const auto wanted = *depth < 2 ? 0U : 1U;
  if (outer.size() != wanted) {
    report(claim, "of depth " + std::to_string(*depth) + " lies within " +
                      std::to_string(outer.size()) + " claims, not " +
                      std::to_string(wanted));
  } else if (is_in_circle(claim)) {
    report(claim, "lies within itself");
  } else if (wanted > 0 && number(outer.front().object.text,
                                  dm::attribution_depth) != *depth - 1) {
    report(claim, "is not one deeper than the claim around it");
  }
}

void GraphChecker::check_triple(const std::string& claim) {
  const auto subjects = of(claim, rdf::subject).size();
  const auto predicates = of(claim, rdf::predicate).size();
  const auto objects = of(claim, rdf::object).size();
  if (subjects > 1 || subjects != predicates || subjects != objects)
    report(claim, "does not claim one whole triple");
}

void GraphChecker::check_claims() {
  for (const auto& claim : all_of_type(dm::claim)) {
    one(claim, dm::factuality, "factuality");
    const auto about = one(claim, dm::claims, "thing claimed");
    if (!about.empty() && !has_evidence(about))
      report(claim, "claims what has no evidence");
    check_claimer(claim);
    check_nesting(claim);
    check_triple(claim);
  }
}

void GraphChecker::check_things() {
  const auto entity = ontology_.find_class("Entity");
  for (const auto& statement : store_.find("", rdf::type)) {
    const std::string_view iri = statement.object.text;
    auto type = ontology_.find_class(iri.substr(iri.find_last_of("#/") + 1));
    if (type == ClassId::none || ontology_[type].iri != iri) continue;
    const bool is_event = ontology_[type].is_event || iri == dm::standing;
    if (is_event) one(statement.subject, dm::factuality, "factuality");
    if ((is_event || ontology_.is_a(type, entity)) && !texts_.empty() &&
        !has_evidence(statement.subject))
      report(statement.subject, "has no evidence");
  }
}

/// Whether the article itself is certain of the relation.
bool GraphChecker::is_backed(const RdfStatement& relation) const {
  for (const auto& claim : store_.find("", rdf::object, relation.object)) {
    const auto& iri = claim.subject;
    if (!store_.contains(iri, rdf::subject, relation.subject) ||
        !store_.contains(iri, rdf::predicate, relation.predicate) ||
        !store_.contains(iri, dm::factuality, dm::certain_positive) ||
        number(iri, dm::attribution_depth) != 0U)
      continue;
    for (const auto& about : of(iri, dm::claims))
      if (store_.contains(about.object.text, dm::factuality,
                          dm::certain_positive) &&
          of(about.object.text, dm::is_future).empty())
        return true;
  }
  return false;
}

void GraphChecker::check_relations() {
  for (const auto& property : ontology_.properties()) {
    if (property.kind != Property::Kind::direct_relation &&
        property.kind != Property::Kind::standing_relation)
      continue;
    for (const auto& relation : store_.find("", property.iri))
      if (!is_backed(relation))
        report(relation.subject, "<" + relation.predicate + "> <" +
                                     relation.object.text +
                                     "> is asserted, but the article does not "
                                     "claim it with certainty");
  }
}

void GraphChecker::check_term(const std::string& subject,
                              const std::string& iri, bool is_predicate) {
  static const std::set<std::string_view> terms{
#define DEMARCHE_IRI(name, local) dm::name,
      DEMARCHE_TERMS(DEMARCHE_IRI)
#undef DEMARCHE_IRI
  };
  if (!iri.starts_with(vocabulary::ontology_namespace) || terms.contains(iri))
    return;
  const auto local =
      std::string_view(iri).substr(vocabulary::ontology_namespace.size());
  const bool is_property =
      find_slot(local) || ontology_.find_property(local) != PropertyId::none;
  if (!is_property &&
      (is_predicate || ontology_.find_class(local) == ClassId::none))
    report(subject, "uses <" + iri + ">, which the ontology does not define");
}

void GraphChecker::check_references() {
  std::set<std::string, std::less<>> bases;
  for (const auto& [iri, text] : texts_)
    bases.insert(iri.substr(0, iri.find('#') + 1));
  for (const auto& statement : store_.all()) {
    check_term(statement.subject, statement.predicate, true);
    if (statement.object.kind != RdfTerm::Kind::iri) continue;
    const auto& iri = statement.object.text;
    check_term(statement.subject, iri, false);
    const bool is_ours = iri.starts_with(vocabulary::entity_namespace) ||
                         bases.contains(iri.substr(0, iri.find('#') + 1));
    // The name under which articles join a person needs no more than itself.
    const bool joins =
        statement.predicate == vocabulary::dm::same_entity_as ||
        !store_.find("", vocabulary::dm::same_entity_as, iri_term(iri)).empty();
    if (is_ours && !joins && !is_defined(iri))
      report(statement.subject,
             "refers to <" + iri + ">, of which nothing is said");
  }
}

std::vector<std::string> GraphChecker::check() {
  read_texts();
  check_phrases();
  check_claims();
  check_things();
  if (!texts_.empty() || !all_of_type(dm::claim).empty()) check_relations();
  check_references();
  return std::move(problems_);
}

}  // namespace

std::vector<std::string> check_graph(const SordSink& store,
                                     const Ontology& ontology) {
  return GraphChecker(store, ontology).check();
}

}  // namespace demarche
