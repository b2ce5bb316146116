#ifndef DEMARCHE_GRAPHS_GRAPH_FILE_H_
#define DEMARCHE_GRAPHS_GRAPH_FILE_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graphs/statement_sink.h"

namespace demarche {

/// The syntaxes that graphs are written in.  N-Quads has N-Triples in it, and
/// TriG has Turtle, so that each pair is read alike.
enum class RdfSyntax { turtle, ntriples, trig, nquads };

/// By the ending of a file's name: .ttl .nt .trig .nq; nothing for another.
std::optional<RdfSyntax> syntax_of(std::string_view path);

/// The statements of `text` in their order, with their graphs.  Each is valid
/// RDF and without blank nodes.  Throws `Error` "name:line: problem" if one is
/// not, or if the text is malformed.
std::vector<RdfStatement> read_statements(const std::string& name,
                                          std::string_view text,
                                          RdfSyntax syntax);

/// The same of a file; one whose name tells no syntax is taken for TriG.
std::vector<RdfStatement> load_statements(const std::string& path);

}  // namespace demarche

#endif
