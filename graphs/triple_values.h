#ifndef DEMARCHE_GRAPHS_TRIPLE_VALUES_H_
#define DEMARCHE_GRAPHS_TRIPLE_VALUES_H_

#include <string>
#include <string_view>
#include <vector>

namespace demarche {

/// The triples of N-Triples as sorted lines, each once, which are equal where
/// stores keep the same: numbers stand there by their value, since Virtuoso
/// keeps 0.80 as 0.8, and Oxigraph a nonNegativeInteger as an integer.
///
/// Throws `std::invalid_argument` if the text is malformed or has blank nodes.
std::vector<std::string> triple_values(std::string_view text);

}  // namespace demarche

#endif
