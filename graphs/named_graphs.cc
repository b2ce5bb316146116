// An event's label, evidence and factuality are what the article says of it;
// its type and what fills its roles are what is said to have happened.

#include "graphs/named_graphs.h"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "graphs/nquads.h"
#include "graphs/sord_sink.h"
#include "ontology/vocabulary.h"

namespace demarche {
namespace {

namespace dm = vocabulary::dm;
namespace rdf = vocabulary::rdf;

/// What an article says of an event whoever claims it.
constexpr std::array about_events = {vocabulary::rdfs::label,
                                     dm::roleset,
                                     dm::factuality,
                                     dm::is_future,
                                     vocabulary::gaf::denoted_by,
                                     dm::role_evidence};

/// What is known of a claim, an event or a standing relation.
struct Thing {
  std::string_view subject, predicate, object;  ///< What a claim claims.
  std::string_view about;                       ///< What a claim is about.
  std::vector<std::string_view> claims;         ///< What claims an event.
  bool is_claim = false;
  bool is_standing = false;
  bool is_own = false;  ///< Of depth 0.
  bool is_certain = false;
  bool is_future = false;
};

std::string key_of(std::string_view subject, std::string_view predicate,
                   std::string_view object) {
  std::string key(subject);
  return key.append("\n").append(predicate).append("\n").append(object);
}

void read(const RdfStatement& statement, Thing& thing) {
  const std::string_view predicate = statement.predicate;
  const std::string_view object = statement.object.text;
  if (predicate == rdf::subject) thing.subject = object;
  if (predicate == rdf::predicate) thing.predicate = object;
  if (predicate == rdf::object) thing.object = object;
  if (predicate == dm::claims) thing.about = object;
  if (predicate == dm::attribution_depth) thing.is_own = object == "0";
  if (predicate == dm::factuality)
    thing.is_certain = object == dm::certain_positive;
  if (predicate == dm::is_future) thing.is_future = object == "true";
  if (predicate == rdf::type && object == dm::claim) thing.is_claim = true;
  if (predicate == rdf::type && object == dm::standing)
    thing.is_standing = true;
}

class GraphSplitter {
 public:
  explicit GraphSplitter(const std::vector<RdfStatement>& statements)
      : statements_(statements) {}

  std::vector<RdfStatement> split();

 private:
  /// What is told by an article.
  struct Article {
    std::string iri;
    std::vector<RdfStatement> own;
    std::vector<std::string_view> claims;
  };

  void read_articles();
  void read_things();
  void read_tellers();
  void place(const RdfStatement& statement);
  void tell(std::size_t article, const RdfStatement& statement);
  void claim(std::string_view claim, const RdfStatement& statement);
  std::optional<std::size_t> find_article(std::string_view iri) const;
  bool is_fact(const Thing& claim) const;
  std::vector<std::size_t> tellers_of(const RdfStatement& statement) const;

  const std::vector<RdfStatement>& statements_;
  std::vector<Article> articles_;
  std::unordered_map<std::string_view, std::size_t> numbers_;  ///< By IRI.
  std::unordered_map<std::string_view, Thing> things_;
  /// By triple, the claims of it.
  std::unordered_map<std::string, std::vector<std::string_view>> claimed_;
  /// By what articles share, those that speak of it.
  std::unordered_map<std::string_view, std::vector<std::size_t>> tellers_;
  std::unordered_map<std::string_view, std::vector<RdfStatement>> of_claims_;
  std::vector<RdfStatement> derived_;
};

std::optional<std::size_t> GraphSplitter::find_article(
    std::string_view iri) const {
  const auto found = numbers_.find(article_of(iri));
  if (found == numbers_.end()) return std::nullopt;
  return found->second;
}

void GraphSplitter::read_articles() {
  for (const auto& statement : statements_) {
    if (statement.predicate != rdf::type ||
        statement.object.text != vocabulary::nif::context)
      continue;
    const auto iri = article_of(statement.subject);
    if (numbers_.emplace(iri, articles_.size()).second)
      articles_.push_back({std::string(iri), {}, {}});
  }
}

void GraphSplitter::read_things() {
  for (const auto& statement : statements_)
    read(statement, things_[statement.subject]);
  for (const auto& statement : statements_) {
    const std::string_view iri = statement.subject;
    if (statement.predicate != dm::claims) continue;
    const auto& claim = things_[iri];
    things_[claim.about].claims.push_back(iri);
    if (const auto article = find_article(iri))
      articles_[*article].claims.push_back(iri);
    if (!claim.object.empty())
      claimed_[key_of(claim.subject, claim.predicate, claim.object)].push_back(
          iri);
  }
}

void GraphSplitter::read_tellers() {
  const auto add = [&](std::string_view shared, std::size_t article) {
    auto& known = tellers_[shared];
    if (std::find(known.begin(), known.end(), article) == known.end())
      known.push_back(article);
  };
  for (const auto& statement : statements_) {
    if (statement.object.kind != RdfTerm::Kind::iri) continue;
    const auto subject = find_article(statement.subject);
    const auto object = find_article(statement.object.text);
    if (subject && !object && things_.contains(statement.object.text))
      add(statement.object.text, *subject);
    if (object && !subject) add(statement.subject, *object);
  }
}

/// Whether the article itself states what the claim is about.
bool GraphSplitter::is_fact(const Thing& claim) const {
  const auto about = things_.find(claim.about);
  return claim.is_own && claim.is_certain && about != things_.end() &&
         about->second.is_certain && !about->second.is_future;
}

/// The articles that say something of what is not theirs alone.
std::vector<std::size_t> GraphSplitter::tellers_of(
    const RdfStatement& statement) const {
  std::vector<std::size_t> articles;
  const auto claims = claimed_.find(
      key_of(statement.subject, statement.predicate, statement.object.text));
  if (claims != claimed_.end()) {
    for (const auto claim : claims->second) {
      const auto article = find_article(claim);
      if (article && is_fact(things_.at(claim)) &&
          std::find(articles.begin(), articles.end(), *article) ==
              articles.end())
        articles.push_back(*article);
    }
  } else if (const auto object = find_article(statement.object.text);
             object && statement.object.kind == RdfTerm::Kind::iri) {
    articles.push_back(*object);
  } else if (const auto known = tellers_.find(statement.subject);
             known != tellers_.end()) {
    articles = known->second;
  }
  if (articles.empty()) articles.push_back(0);
  return articles;
}

void GraphSplitter::tell(std::size_t article, const RdfStatement& statement) {
  auto& own = articles_[article];
  own.own.push_back(statement);
  own.own.back().graph = own.iri;
}

void GraphSplitter::claim(std::string_view claim,
                          const RdfStatement& statement) {
  auto& statements = of_claims_[claim];
  statements.push_back(statement);
  statements.back().graph = claim;
}

void GraphSplitter::place(const RdfStatement& statement) {
  if (statement.predicate == dm::same_entity_as) {
    derived_.push_back(statement);
    derived_.back().graph = derived_graph;
    return;
  }
  const auto article = find_article(statement.subject);
  if (!article) {
    for (const auto teller : tellers_of(statement)) tell(teller, statement);
    return;
  }
  const auto& thing = things_.at(statement.subject);
  const bool is_event = !thing.claims.empty() && !thing.is_standing;
  const bool is_of_event =
      is_event && std::find(about_events.begin(), about_events.end(),
                            statement.predicate) == about_events.end();
  const bool is_claimed_triple =
      is_of_event &&
      claimed_.contains(key_of(statement.subject, statement.predicate,
                               statement.object.text));
  const bool is_told =
      !is_of_event || is_claimed_triple ||
      std::any_of(thing.claims.begin(), thing.claims.end(),
                  [&](auto claim) { return is_fact(things_.at(claim)); });
  if (is_told) return tell(*article, statement);
  for (const auto claimer : thing.claims) claim(claimer, statement);
}

std::vector<RdfStatement> GraphSplitter::split() {
  read_articles();
  read_things();
  read_tellers();
  for (const auto& article : articles_)
    for (const auto iri : article.claims) {
      const auto& of = things_.at(iri);
      if (of.object.empty()) continue;
      claim(iri, {std::string(of.subject), std::string(of.predicate),
                  iri_term(of.object), std::nullopt});
    }
  for (const auto& statement : statements_) place(statement);
  std::vector<RdfStatement> quads;
  for (auto& article : articles_) {
    std::move(article.own.begin(), article.own.end(),
              std::back_inserter(quads));
    for (const auto claim : article.claims) {
      auto& statements = of_claims_[claim];
      std::move(statements.begin(), statements.end(),
                std::back_inserter(quads));
    }
  }
  std::move(derived_.begin(), derived_.end(), std::back_inserter(quads));
  return quads;
}

bool is_context(const RdfStatement& statement) {
  return statement.predicate == rdf::type &&
         statement.object.text == vocabulary::nif::context;
}

/// The triples of claims, by the claim's IRI.
std::unordered_map<std::string_view, Thing> read_claims(
    const std::vector<RdfStatement>& statements) {
  std::unordered_map<std::string_view, Thing> claims;
  for (const auto& statement : statements)
    if (statement.predicate == rdf::subject ||
        statement.predicate == rdf::predicate ||
        statement.predicate == rdf::object)
      read(statement, claims[statement.subject]);
  return claims;
}

}  // namespace

std::string_view article_of(std::string_view iri) {
  return iri.substr(0, iri.find('#'));
}

std::vector<RdfStatement> to_named_graphs(
    const std::vector<RdfStatement>& statements, std::string_view article) {
  if (std::any_of(statements.begin(), statements.end(), is_context))
    return GraphSplitter(statements).split();
  auto quads = statements;
  if (!article.empty())
    for (auto& quad : quads) quad.graph = article;
  return quads;
}

std::vector<RdfStatement> from_named_graphs(
    std::vector<RdfStatement> statements) {
  std::unordered_set<std::string> seen;
  std::vector<RdfStatement> triples;
  const auto claims = read_claims(statements);
  for (const auto& statement : statements) {
    const auto claim =
        claims.find(statement.graph ? std::string_view(*statement.graph) : "");
    if (claim != claims.end() && claim->second.subject == statement.subject &&
        claim->second.predicate == statement.predicate &&
        claim->second.object == statement.object.text)
      continue;
    RdfStatement triple{statement.subject, statement.predicate,
                        statement.object, std::nullopt};
    if (seen.insert(print_nquad(triple)).second)
      triples.push_back(std::move(triple));
  }
  return triples;
}

}  // namespace demarche
