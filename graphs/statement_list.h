#ifndef DEMARCHE_GRAPHS_STATEMENT_LIST_H_
#define DEMARCHE_GRAPHS_STATEMENT_LIST_H_

#include <stdexcept>
#include <vector>

#include "graphs/statement_check.h"
#include "graphs/statement_sink.h"

namespace demarche {

/// Keeps statements in memory, in the order in which they come.
class StatementList : public StatementSink {
 public:
  void write(const RdfStatement& statement) override {
    const auto problem = find_problem(statement);
    if (!problem.empty()) throw std::logic_error("no RDF: " + problem);
    statements_.push_back(statement);
  }
  void finish() override {}

  const std::vector<RdfStatement>& statements() const { return statements_; }

 private:
  std::vector<RdfStatement> statements_;
};

}  // namespace demarche

#endif
