#ifndef DEMARCHE_GRAPHS_STATEMENT_SINK_H_
#define DEMARCHE_GRAPHS_STATEMENT_SINK_H_

#include <optional>
#include <string>
#include <string_view>

namespace demarche {

/// An RDF term: an IRI or a literal.  There are no blank nodes.
struct RdfTerm {
  enum class Kind { iri, literal };
  Kind kind = Kind::iri;
  std::string text;      ///< The absolute IRI, or the lexical form.
  std::string datatype;  ///< IRI; empty for IRIs, plain and tagged strings.
  std::string language;  ///< "en"; empty where there is none.

  friend bool operator==(const RdfTerm&, const RdfTerm&) = default;
  friend auto operator<=>(const RdfTerm&, const RdfTerm&) = default;
};

/// One RDF statement.  Subject, predicate and graph are IRIs.
struct RdfStatement {
  std::string subject;
  std::string predicate;
  RdfTerm object;
  std::optional<std::string> graph;  ///< None: the default graph.

  friend bool operator==(const RdfStatement&, const RdfStatement&) = default;
  friend auto operator<=>(const RdfStatement&, const RdfStatement&) = default;
};

/// Where statements go: a file, a stream, a store in memory.
class StatementSink {
 public:
  StatementSink() = default;
  StatementSink(const StatementSink&) = delete;
  StatementSink& operator=(const StatementSink&) = delete;
  virtual ~StatementSink() = default;

  /// The statements that follow are mostly about things whose IRIs begin with
  /// `iri`; a sink may abbreviate them.  Says nothing by itself.
  virtual void set_base(std::string_view iri) { (void)iri; }

  /// Takes one statement.  Throws `std::logic_error` if it is no valid RDF,
  /// `Error` if it cannot be written.
  virtual void write(const RdfStatement& statement) = 0;

  /// Writes what is held back.  Throws `Error` if anything was not written; a
  /// sink destroyed without it may lose its last statements.
  virtual void finish() = 0;
};

}  // namespace demarche

#endif
