#ifndef DEMARCHE_GRAPHS_SORD_SINK_H_
#define DEMARCHE_GRAPHS_SORD_SINK_H_

#include <sord/sord.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graphs/graph_file.h"
#include "graphs/statement_sink.h"
#include "ontology/turtle_files.h"

namespace demarche {

/// Keeps statements in memory, each once, and finds them by pattern.
///
/// Graphs are left out: Sord takes the default graph for any graph, so that a
/// store of both would lose statements.  What is read from TriG or N-Quads has
/// the form of Turtle (graphs/named_graphs.h).
class SordSink : public StatementSink {
 public:
  SordSink();

  void write(const RdfStatement& statement) override;
  void finish() override {}

  /// Reads a file of Turtle, TriG, N-Triples or N-Quads into the store.  Throws
  /// `Error` "file:line: problem".
  void load(const std::string& path);
  /// The same from text, with the name that errors give it.
  void read(const std::string& name, std::string_view text,
            RdfSyntax syntax = RdfSyntax::turtle);

  /// The statements with these parts, in the order of their terms; an empty
  /// part stands for any.
  std::vector<RdfStatement> find(
      std::string_view subject, std::string_view predicate,
      const std::optional<RdfTerm>& object = {}) const;
  std::vector<RdfStatement> all() const { return find("", ""); }
  bool contains(std::string_view subject, std::string_view predicate,
                std::string_view object_iri) const;
  std::size_t size() const { return sord_num_quads(model_.get()); }

 private:
  std::unique_ptr<SordWorld, Release<sord_world_free>> world_;
  std::unique_ptr<SordModel, Release<sord_free>> model_;
};

/// An IRI as the object of a statement.
RdfTerm iri_term(std::string_view iri);

/// The same term as Sord keeps it.
RdfTerm term_of(const SordNode* node);

}  // namespace demarche

#endif
