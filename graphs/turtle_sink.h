#ifndef DEMARCHE_GRAPHS_TURTLE_SINK_H_
#define DEMARCHE_GRAPHS_TURTLE_SINK_H_

#include <serd/serd.h>

#include <cstdio>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "graphs/graph_file.h"
#include "graphs/statement_sink.h"
#include "ontology/turtle_files.h"

namespace demarche {

/// Takes bytes; says whether all were written.
using WriteBytes = std::function<bool(std::string_view)>;

/// Writes to a file that is open, and stays so.  Does not flush it.
WriteBytes write_to(std::FILE* file);

/// Writes Turtle, TriG, N-Triples or N-Quads through Serd.
///
/// Turtle and TriG have the prefixes of our vocabularies and an @base per
/// article; what is said of one subject, or in one graph, stands together if it
/// came together.  Turtle and N-Triples leave graphs out.
class TurtleSink : public StatementSink {
 public:
  using Syntax = RdfSyntax;

  TurtleSink(Syntax syntax, WriteBytes write);

  void set_base(std::string_view iri) override;
  void write(const RdfStatement& statement) override;
  void finish() override;

  /// Whether no statement has been written.
  bool is_empty() const { return empty_; }

 private:
  static std::size_t take(const void* bytes, std::size_t size, void* sink);
  static SerdStatus take_error(void* sink, const SerdError* error);
  bool is_abbreviated() const {
    return syntax_ == Syntax::turtle || syntax_ == Syntax::trig;
  }
  bool has_graphs() const {
    return syntax_ == Syntax::trig || syntax_ == Syntax::nquads;
  }
  SerdNode iri(const std::string& iri, std::string& name) const;
  SerdNode datatype(const std::string& iri, std::string& name) const;
  void flush();
  void check(SerdStatus status);

  Syntax syntax_;
  WriteBytes write_;
  std::string held_;  ///< Bytes not yet given to `write_`.
  bool failed_ = false;
  bool empty_ = true;
  std::string error_;  ///< Serd's complaint.
  std::string base_;
  RdfStatement last_;  ///< Its subject and graph, which are valid.
  /// Short names, which Serd does not store; kept to be written again.
  std::string subject_, predicate_, object_, datatype_, graph_;
  std::unique_ptr<SerdEnv, Release<serd_env_free>> env_;
  std::unique_ptr<SerdWriter, Release<serd_writer_free>> writer_;
};

}  // namespace demarche

#endif
