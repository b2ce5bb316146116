// An event's label, evidence and factuality are what the article says of it;
// its type and what fills its roles are what is said to have happened.

#include "graphs/graph_splitter.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "graphs/named_graphs.h"
#include "graphs/nquads.h"
#include "ontology/vocabulary.h"

namespace demarche {
namespace {

namespace dm = vocabulary::dm;
namespace rdf = vocabulary::rdf;
using Row = StatementTable::Row;
using Triple = std::tuple<TermId, TermId, TermId>;

constexpr std::uint32_t no_article = 0xffffffff;

/// The terms that tell something; `none` where no statement has them.
struct KnownTerms {
  explicit KnownTerms(StatementTable& table)
      : subject(table.find_iri(rdf::subject)),
        predicate(table.find_iri(rdf::predicate)),
        object(table.find_iri(rdf::object)),
        type(table.find_iri(rdf::type)),
        context(table.find_iri(vocabulary::nif::context)),
        claims(table.find_iri(dm::claims)),
        claim(table.find_iri(dm::claim)),
        standing(table.find_iri(dm::standing)),
        depth(table.find_iri(dm::attribution_depth)),
        factuality(table.find_iri(dm::factuality)),
        certain(table.find_iri(dm::certain_positive)),
        future(table.find_iri(dm::is_future)),
        same_entity(table.find_iri(dm::same_entity_as)),
        about_events{table.find_iri(vocabulary::rdfs::label),
                     table.find_iri(dm::roleset),
                     factuality,
                     future,
                     table.find_iri(vocabulary::gaf::denoted_by),
                     table.find_iri(dm::role_evidence)} {}

  TermId subject, predicate, object, type, context, claims, claim, standing,
      depth, factuality, certain, future, same_entity;
  /// What an article says of an event whoever claims it.
  std::array<TermId, 6> about_events;
};

/// What is known of a claim, an event or a standing relation.
struct Thing {
  /// What a claim claims; `none`: nothing that is a triple.
  TermId subject = TermId::none, predicate = TermId::none,
         object = TermId::none;
  TermId about = TermId::none;  ///< What a claim is about.
  std::vector<TermId> claims;   ///< What claims an event.
  bool is_standing = false;
  bool is_own = false;  ///< Of depth 0.
  bool is_certain = false;
  bool is_future = false;
};

class GraphSplitter {
 public:
  explicit GraphSplitter(StatementTable& table)
      : table_(table), known_(table) {}

  std::vector<Row> split();

 private:
  /// What is told by an article.
  struct Article {
    TermId iri;
    std::vector<Row> own;
    std::vector<TermId> claims;
  };

  void read(const Row& row, Thing& thing) const;
  void read_articles();
  void read_things();
  void read_tellers();
  bool claims_triple(const Thing& claim) const;
  void add_claimed_triples();
  void place(const Row& row);
  void tell(std::uint32_t article, Row row);
  void claim(TermId claim, Row row) { place_in(claim, row, of_claims_[claim]); }
  static void place_in(TermId graph, Row row, std::vector<Row>& rows);
  std::uint32_t article_of(TermId id) const;
  bool is_fact(const Thing& claim) const;
  bool is_told(const Row& row, const Thing& thing) const;
  std::vector<std::uint32_t> tellers_of(const Row& row) const;

  StatementTable& table_;
  KnownTerms known_;
  std::vector<Article> articles_;
  std::vector<std::uint32_t> article_of_;  ///< By term: its article's number.
  std::unordered_map<TermId, Thing> things_;
  std::map<Triple, std::vector<TermId>> claimed_;  ///< By triple, its claims.
  /// By what articles share, those that speak of it.
  std::unordered_map<TermId, std::vector<std::uint32_t>> tellers_;
  std::unordered_map<TermId, std::vector<Row>> of_claims_;
  std::vector<Row> derived_;
};

void add_once(std::uint32_t number, std::vector<std::uint32_t>& numbers) {
  if (std::find(numbers.begin(), numbers.end(), number) == numbers.end())
    numbers.push_back(number);
}

std::uint32_t GraphSplitter::article_of(TermId id) const {
  return article_of_[static_cast<std::size_t>(id)];
}

void GraphSplitter::read_articles() {
  std::unordered_map<std::string_view, std::uint32_t> numbers;
  for (const Row& row : table_.rows()) {
    if (row.predicate != known_.type || row.object != known_.context) continue;
    const auto iri = demarche::article_of(table_.iri(row.subject));
    const auto next = static_cast<std::uint32_t>(articles_.size());
    if (numbers.emplace(iri, next).second)
      articles_.push_back({table_.add_iri(iri), {}, {}});
  }
  article_of_.assign(table_.term_count(), no_article);
  for (std::uint32_t i = 0; i < table_.term_count(); ++i) {
    if (!table_.is_iri(TermId{i})) continue;
    const auto found =
        numbers.find(demarche::article_of(table_.iri(TermId{i})));
    if (found != numbers.end()) article_of_[i] = found->second;
  }
}

void GraphSplitter::read(const Row& row, Thing& thing) const {
  if (row.predicate == known_.subject) thing.subject = row.object;
  if (row.predicate == known_.predicate) thing.predicate = row.object;
  if (row.predicate == known_.object) thing.object = row.object;
  if (row.predicate == known_.claims) thing.about = row.object;
  if (row.predicate == known_.depth)
    thing.is_own = parse_term(table_.printed(row.object)).text == "0";
  if (row.predicate == known_.factuality)
    thing.is_certain = row.object == known_.certain;
  if (row.predicate == known_.future)
    thing.is_future = parse_term(table_.printed(row.object)).text == "true";
  if (row.predicate == known_.type && row.object == known_.standing)
    thing.is_standing = true;
}

void GraphSplitter::read_things() {
  for (const Row& row : table_.rows()) read(row, things_[row.subject]);
  for (const Row& row : table_.rows()) {
    if (row.predicate != known_.claims) continue;
    const Thing& claim = things_[row.subject];
    things_[claim.about].claims.push_back(row.subject);
    if (const auto article = article_of(row.subject); article != no_article)
      articles_[article].claims.push_back(row.subject);
    if (claims_triple(claim))
      claimed_[{claim.subject, claim.predicate, claim.object}].push_back(
          row.subject);
  }
}

void GraphSplitter::read_tellers() {
  for (const Row& row : table_.rows()) {
    if (!table_.is_iri(row.object)) continue;
    const auto subject = article_of(row.subject);
    const auto object = article_of(row.object);
    if (subject != no_article && object == no_article &&
        things_.contains(row.object))
      add_once(subject, tellers_[row.object]);
    if (object != no_article && subject == no_article)
      add_once(object, tellers_[row.subject]);
  }
}

/// Whether the article itself states what the claim is about.
bool GraphSplitter::is_fact(const Thing& claim) const {
  const auto about = things_.find(claim.about);
  return claim.is_own && claim.is_certain && about != things_.end() &&
         about->second.is_certain && !about->second.is_future;
}

/// The articles that say something of what is not theirs alone.
std::vector<std::uint32_t> GraphSplitter::tellers_of(const Row& row) const {
  std::vector<std::uint32_t> articles;
  const auto claims = claimed_.find({row.subject, row.predicate, row.object});
  const auto known = tellers_.find(row.subject);
  if (claims != claimed_.end()) {
    for (const auto claim : claims->second)
      if (article_of(claim) != no_article && is_fact(things_.at(claim)))
        add_once(article_of(claim), articles);
  } else if (article_of(row.object) != no_article) {
    articles.push_back(article_of(row.object));
  } else if (known != tellers_.end()) {
    articles = known->second;
  }
  if (articles.empty()) articles.push_back(0);
  return articles;
}

void GraphSplitter::place_in(TermId graph, Row row, std::vector<Row>& rows) {
  row.graph = graph;
  rows.push_back(row);
}

void GraphSplitter::tell(std::uint32_t article, Row row) {
  place_in(articles_[article].iri, row, articles_[article].own);
}

/// What is said of an event is told by its article, unless it only says that
/// somebody claims it.
bool GraphSplitter::is_told(const Row& row, const Thing& thing) const {
  const auto& about = known_.about_events;
  return thing.claims.empty() || thing.is_standing ||
         std::find(about.begin(), about.end(), row.predicate) != about.end() ||
         claimed_.contains({row.subject, row.predicate, row.object}) ||
         std::any_of(thing.claims.begin(), thing.claims.end(),
                     [&](TermId claim) { return is_fact(things_.at(claim)); });
}

void GraphSplitter::place(const Row& row) {
  const auto article = article_of(row.subject);
  if (row.predicate == known_.same_entity) {
    derived_.push_back(row);
  } else if (article == no_article) {
    for (const auto teller : tellers_of(row)) tell(teller, row);
  } else if (const Thing& thing = things_.at(row.subject);
             is_told(row, thing)) {
    tell(article, row);
  } else {
    for (const TermId claimer : thing.claims) claim(claimer, row);
  }
}

/// Graphs that were read may say less of a claim, or put a literal there.
bool GraphSplitter::claims_triple(const Thing& claim) const {
  const auto is_iri = [&](TermId id) {
    return id != TermId::none && table_.is_iri(id);
  };
  return is_iri(claim.subject) && is_iri(claim.predicate) &&
         claim.object != TermId::none;
}

void GraphSplitter::add_claimed_triples() {
  for (const Article& article : articles_)
    for (const TermId id : article.claims) {
      const Thing& of = things_.at(id);
      if (claims_triple(of)) claim(id, {of.subject, of.predicate, of.object});
    }
}

std::vector<Row> GraphSplitter::split() {
  read_articles();
  read_things();
  read_tellers();
  add_claimed_triples();
  for (const Row& row : table_.take_rows()) place(row);
  std::vector<Row> quads;
  for (Article& article : articles_) {
    quads.insert(quads.end(), article.own.begin(), article.own.end());
    article.own = {};
    for (const TermId id : article.claims) {
      const auto rows = std::exchange(of_claims_[id], {});
      quads.insert(quads.end(), rows.begin(), rows.end());
    }
  }
  const TermId derived = table_.add_iri(derived_graph);
  for (const Row& row : derived_) place_in(derived, row, quads);
  return quads;
}

}  // namespace

void split_by_graph(StatementTable& table) {
  table.replace_rows(GraphSplitter(table).split());
}

}  // namespace demarche
