#ifndef DEMARCHE_GRAPHS_GRAPH_OPTIONS_H_
#define DEMARCHE_GRAPHS_GRAPH_OPTIONS_H_

#include <string>

namespace demarche {

/// How much of a graph is written.
enum class View {
  facts,   ///< What holds: entities, asserted direct and standing relations.
  claims,  ///< Events, roles, claims, sources and evidence as well.
  full     ///< Also untyped frames, every mention, and the words' layers.
};

/// What made a graph: the same three give the same output.
struct Configuration {
  std::string version;          ///< Of the program.
  std::string model_digest;     ///< SHA-256 in hex.
  std::string ontology_digest;  ///< `Ontology::digest()`.
};

/// How extractions become a graph, and a graph statements.
struct DescribeOptions {
  View view = View::claims;
  /// Acts of persons and bodies that act for a state count as their own acts
  /// only, not as the state's: `--strict-attribution`.
  bool strict_attribution = false;
  /// Give phrases as Web Annotations as well.
  bool web_annotation = false;
  Configuration configuration;
};

}  // namespace demarche

#endif
