#ifndef DEMARCHE_APP_GRAPH_INPUT_H_
#define DEMARCHE_APP_GRAPH_INPUT_H_

#include <optional>
#include <string>
#include <vector>

#include "app/options.h"
#include "extractor/extractor.h"
#include "graphs/knowledge_graph.h"
#include "graphs/relation_table.h"

namespace demarche {

/// What diagrams and queries are made of: articles, which are read now, and
/// graphs that were written before, told apart by the names of their files.
class GraphInput {
 public:
  /// Reads everything.  What cannot be read is printed and left out; throws
  /// `Error` if the ontology or the model cannot be loaded.
  explicit GraphInput(const ArticleOptions& options);

  ExitStatus status() const { return status_; }
  const Ontology& ontology() const;
  const std::vector<KnowledgeGraph>& graphs() const { return graphs_; }

  /// The relations of all graphs.
  RelationTable relations() const;

 private:
  void read_articles(const ArticleOptions& options);
  void read_graphs(const std::vector<std::string>& files);

  std::optional<Extractor> extractor_;  ///< Where there are articles.
  std::optional<Ontology> ontology_;    ///< Otherwise.
  std::vector<KnowledgeGraph> graphs_;
  ExitStatus status_ = ExitStatus::done;
};

}  // namespace demarche

#endif
