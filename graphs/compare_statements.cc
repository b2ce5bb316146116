#include "graphs/compare_statements.h"

#include <cstdio>
#include <string>

#include "graphs/graph_builder.h"
#include "graphs/statement_writer.h"
#include "ontology/sha256.h"
#include "ontology/vocabulary.h"

namespace demarche {
namespace {

class MatchDescriber {
 public:
  MatchDescriber(const Comparison& comparison,
                 std::span<const Extraction> articles, const Ontology& ontology,
                 const DescribeOptions& options, StatementSink& sink)
      : comparison_(comparison), writer_(sink) {
    DescribeOptions full = options;
    full.view = View::full;  // Claims about untyped frames have IRIs there.
    for (const Extraction& article : articles)
      claims_.push_back(add_to_graph(article, ontology, full, graph_));
  }

  void describe() {
    for (const auto& shared : comparison_.shared)
      for (std::size_t i = 0; i < shared.claims.size(); ++i)
        for (std::size_t j = i + 1; j < shared.claims.size(); ++j)
          link(shared.claims[i], shared.claims[j],
               vocabulary::dm::supports_claim, shared.score, shared.reason);
    for (const auto& found : comparison_.contradictions)
      link(found.first, found.second, vocabulary::dm::refutes_claim,
           found.match.score, found.match.reason);
  }

 private:
  std::string iri(std::uint32_t claim) const {
    const auto& compared = comparison_.claims[claim];
    const auto& nodes = claims_[compared.article].nodes;
    const auto number = index(compared.claim.id);
    if (number >= nodes.size() || nodes[number].empty()) return "";
    return graph_[nodes[number].front()].iri;
  }

  void link(std::uint32_t first, std::uint32_t second,
            std::string_view property, double score,
            const std::string& reason) {
    const auto from = iri(first), to = iri(second);
    if (from.empty() || to.empty()) return;
    const auto key = from + "\n" + std::string(property) + "\n" + to;
    const auto match = std::string(vocabulary::match_namespace) +
                       hexadecimal(sha256(key)).substr(0, 16);
    char number[16];
    std::snprintf(number, sizeof number, "%.2f", score);
    writer_.link(from, property, to);
    writer_.link(match, vocabulary::rdf::type, vocabulary::dm::claim_match);
    writer_.link(match, vocabulary::rdf::type, vocabulary::rdf::statement);
    writer_.link(match, vocabulary::rdf::subject, from);
    writer_.link(match, vocabulary::rdf::predicate, property);
    writer_.link(match, vocabulary::rdf::object, to);
    writer_.typed(match, vocabulary::dm::match_score, number,
                  vocabulary::xsd::decimal);
    writer_.english(match, vocabulary::dm::reason, reason);
  }

  const Comparison& comparison_;
  StatementWriter writer_;
  KnowledgeGraph graph_;
  std::vector<ClaimNodes> claims_;  ///< By article.
};

}  // namespace

void describe(const Comparison& comparison,
              std::span<const Extraction> articles, const Ontology& ontology,
              const DescribeOptions& options, StatementSink& sink) {
  MatchDescriber(comparison, articles, ontology, options, sink).describe();
}

}  // namespace demarche
