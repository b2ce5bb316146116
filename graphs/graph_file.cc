#include "graphs/graph_file.h"

#include <sord/sord.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "graphs/nquads.h"
#include "graphs/sord_sink.h"
#include "graphs/statement_check.h"
#include "ontology/error.h"
#include "ontology/ontology_loader.h"

namespace demarche {
namespace {

/// All of `before` are valid.
void check(const RdfStatement& statement,
           const std::vector<RdfStatement>& before, const std::string& name,
           std::size_t line) {
  const auto problem =
      find_problem(statement, before.empty() ? nullptr : &before.back());
  if (!problem.empty()) throw Error(name, line, problem);
}

bool is_blank(const SordNode* node) {
  return node != nullptr && sord_node_get_type(node) == SORD_BLANK;
}

std::vector<RdfStatement> read_trig(const std::string& name,
                                    std::string_view text) {
  TurtleFiles files;
  files.add(name, text, TurtleFiles::Syntax::trig);
  std::vector<RdfStatement> statements;
  statements.reserve(files.statements().size());
  for (const auto& read : files.statements()) {
    if (is_blank(read.subject) || is_blank(read.object) || is_blank(read.graph))
      throw Error(name, read.line, "a blank node");
    RdfStatement statement{std::string(text_of(read.subject)),
                           std::string(text_of(read.predicate)),
                           term_of(read.object), std::nullopt};
    if (read.graph != nullptr) statement.graph = text_of(read.graph);
    check(statement, statements, name, read.line);
    statements.push_back(std::move(statement));
  }
  return statements;
}

std::vector<RdfStatement> read_lines(const std::string& name,
                                     std::string_view text) {
  std::vector<RdfStatement> statements;
  statements.reserve(
      static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n') + 1));
  for (std::size_t number = 1; !text.empty(); ++number) {
    const auto line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    try {
      auto statement = parse_nquad(line);
      if (!statement) continue;
      check(*statement, statements, name, number);
      statements.push_back(*std::move(statement));
    } catch (const std::invalid_argument& problem) {
      throw Error(name, number, problem.what());
    }
  }
  return statements;
}

}  // namespace

std::optional<RdfSyntax> syntax_of(std::string_view path) {
  if (path.ends_with(".ttl")) return RdfSyntax::turtle;
  if (path.ends_with(".nt")) return RdfSyntax::ntriples;
  if (path.ends_with(".trig")) return RdfSyntax::trig;
  if (path.ends_with(".nq")) return RdfSyntax::nquads;
  return std::nullopt;
}

std::vector<RdfStatement> read_statements(const std::string& name,
                                          std::string_view text,
                                          RdfSyntax syntax) {
  const bool is_lines =
      syntax == RdfSyntax::ntriples || syntax == RdfSyntax::nquads;
  return is_lines ? read_lines(name, text) : read_trig(name, text);
}

std::vector<RdfStatement> load_statements(const std::string& path) {
  return read_statements(path, load_bytes(path),
                         syntax_of(path).value_or(RdfSyntax::trig));
}

}  // namespace demarche
