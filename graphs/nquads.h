#ifndef DEMARCHE_GRAPHS_NQUADS_H_
#define DEMARCHE_GRAPHS_NQUADS_H_

#include <optional>
#include <string>
#include <string_view>

#include "graphs/statement_sink.h"

namespace demarche {

/// An IRI or literal as canonical N-Quads has it: "<urn:1>", "\"a\"@en".
std::string print_term(const RdfTerm& term);

/// The reverse, of what `print_term` gives.
RdfTerm parse_term(std::string_view printed);

/// A statement as one line of canonical N-Quads (RDF Dataset Canonicalization,
/// section 5), without the end of the line.  There being no blank nodes, sorted
/// lines are the canonical form of a whole dataset.
std::string print_nquad(const RdfStatement& statement);

/// The statement on a line of N-Quads or N-Triples; nothing if there is none:
/// an empty line or a comment.  Throws `std::invalid_argument` with what is
/// wrong with the line; blank nodes are wrong here.
std::optional<RdfStatement> parse_nquad(std::string_view line);

}  // namespace demarche

#endif
