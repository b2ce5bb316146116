#ifndef DEMARCHE_GRAPHS_NODE_READER_H_
#define DEMARCHE_GRAPHS_NODE_READER_H_

#include <string>
#include <string_view>
#include <vector>

#include "graphs/nodes.h"
#include "graphs/sord_sink.h"

namespace demarche {

/// What a store says of one subject.
class SubjectStatements {
 public:
  SubjectStatements(const SordSink& store, const std::string& iri)
      : statements_(store.find(iri, "")) {}

  const std::vector<RdfStatement>& statements() const { return statements_; }

  /// The first object of a property; "" if there is none.
  std::string value(std::string_view property) const;
  bool has(std::string_view property, std::string_view object) const;
  bool is_empty() const { return statements_.empty(); }

 private:
  std::vector<RdfStatement> statements_;
};

/// The data of a node, as `describe` had it when it wrote them; an
/// entity if nothing else is known.  Of an article's configuration only
/// `read_configuration` tells.  A duration comes back as XML Schema writes it.
decltype(Node::data) read_node(const SubjectStatements& statements);

/// Of the activity that has read an article.
Configuration read_configuration(const SubjectStatements& activity);

}  // namespace demarche

#endif
