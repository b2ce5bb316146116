#ifndef DEMARCHE_GRAPHS_STATEMENT_CHECK_H_
#define DEMARCHE_GRAPHS_STATEMENT_CHECK_H_

#include <string>
#include <string_view>

#include "graphs/statement_sink.h"

namespace demarche {

/// Whether `iri` is absolute and has only characters that an IRI may have
/// between "<" and ">" in Turtle.
bool is_iri(std::string_view iri);

/// `text` with every byte that `is_iri` refuses escaped as "%20", and without
/// what follows a "#": the part of an article's IRIs that comes before it.
std::string escape_iri(std::string_view text);

bool is_utf8(std::string_view text);

/// Whether Turtle and N-Quads let `tag` stand after "@" (letters, then "-" and
/// letters or digits any number of times), and it is not too long to be kept.
bool is_language(std::string_view tag);

/// Whether `text` is a lexical form of the XML Schema datatype; true for
/// datatypes that we do not write.
bool is_lexical_form(std::string_view text, std::string_view datatype);

/// Why `statement` is no valid RDF; "" if it is.  Serd writes such a one
/// without a word, so every sink asks first.
std::string find_problem(const RdfStatement& statement);
/// The same, in less time, after a statement that is `valid`, or null: most
/// have their subject and graph from the one before.
std::string find_problem(const RdfStatement& statement,
                         const RdfStatement* valid);

}  // namespace demarche

#endif
