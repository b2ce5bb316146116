#include "graphs/statement_table.h"

#include <algorithm>
#include <stdexcept>
#include <tuple>
#include <utility>

#include "graphs/nquads.h"
#include "graphs/statement_check.h"

namespace demarche {
namespace {

using Row = StatementTable::Row;

constexpr std::size_t page_size = 1U << 16U;

std::size_t index(TermId id) { return static_cast<std::size_t>(id); }

std::string bracketed(std::string_view iri) {
  std::string term = "<";
  return term.append(iri).append(">");
}

/// All terms in the order of their bytes.  No term and a space begin another,
/// so that lines sort as their terms do.
std::vector<TermId> sorted_terms(const StatementTable& table) {
  std::vector<TermId> order;
  order.reserve(table.term_count());
  for (std::uint32_t i = 0; i < table.term_count(); ++i)
    order.push_back(TermId{i});
  std::sort(order.begin(), order.end(), [&](TermId a, TermId b) {
    return table.printed(a) < table.printed(b);
  });
  return order;
}

/// Of all its terms; no graph stays none.
template <class Map>
Row map_terms(const Row& row, const Map& map) {
  return {map(row.subject), map(row.predicate), map(row.object),
          row.graph == TermId::none ? row.graph : map(row.graph)};
}

/// No graph comes before any: "." is less than "<".
bool is_before(const Row& a, const Row& b) {
  const auto key = [](const Row& row) {
    return std::tuple(row.subject, row.predicate, row.object,
                      static_cast<std::uint32_t>(row.graph) + 1U);
  };
  return key(a) < key(b);
}

void append_line(const StatementTable& table, const Row& row,
                 std::string& bytes) {
  for (const TermId id : {row.subject, row.predicate, row.object, row.graph})
    if (id != TermId::none) bytes.append(table.printed(id)).append(" ");
  bytes.append(".\n");
}

}  // namespace

StatementTable::StatementTable(const std::vector<RdfStatement>& statements) {
  for (const RdfStatement& statement : statements) write(statement);
}

TermId StatementTable::add(std::string term) {
  const TermId next{static_cast<std::uint32_t>(terms_.size())};
  const auto [place, is_new] = ids_.try_emplace(std::move(term), next);
  if (is_new) terms_.push_back(&place->first);
  return place->second;
}

void StatementTable::drop_terms(std::size_t known) {
  for (; terms_.size() > known; terms_.pop_back())
    ids_.erase(ids_.find(*terms_.back()));
}

TermId StatementTable::add_iri(std::string_view iri) {
  return add(bracketed(iri));
}

TermId StatementTable::find_iri(std::string_view iri) const {
  const auto found = ids_.find(bracketed(iri));
  return found == ids_.end() ? TermId::none : found->second;
}

std::string_view StatementTable::iri(TermId id) const {
  const std::string_view term = printed(id);
  return term.substr(1, term.size() - 2);
}

const std::string& StatementTable::printed(TermId id) const {
  return *terms_[index(id)];
}

/// A term that is known already has been found valid.
void StatementTable::write(const RdfStatement& statement) {
  const auto known = terms_.size();
  const bool is_next = !rows_.empty() && last_.subject == statement.subject;
  const TermId subject =
      is_next ? rows_.back().subject : add_iri(statement.subject);
  Row row{subject, add_iri(statement.predicate),
          add(print_term(statement.object))};
  if (statement.graph) row.graph = add_iri(*statement.graph);
  if (terms_.size() > known) {
    const auto problem = find_problem(statement, is_next ? &last_ : nullptr);
    if (!problem.empty()) {
      drop_terms(known);
      throw std::logic_error("no RDF: " + problem);
    }
  }
  if (!is_next) last_.subject = statement.subject;
  rows_.push_back(row);
}

std::vector<Row> StatementTable::take_rows() {
  return std::exchange(rows_, {});
}

RdfStatement StatementTable::operator[](const Row& row) const {
  RdfStatement statement{std::string(iri(row.subject)),
                         std::string(iri(row.predicate)),
                         parse_term(printed(row.object)), std::nullopt};
  if (row.graph != TermId::none) statement.graph = iri(row.graph);
  return statement;
}

std::vector<RdfStatement> StatementTable::statements() const {
  std::vector<RdfStatement> statements;
  statements.reserve(rows_.size());
  for (const Row& row : rows_) statements.push_back((*this)[row]);
  return statements;
}

void sort_lines(StatementTable& table) {
  const auto order = sorted_terms(table);
  std::vector<TermId> rank(order.size());
  for (std::uint32_t i = 0; i < order.size(); ++i)
    rank[index(order[i])] = TermId{i};
  auto rows = table.take_rows();
  for (Row& row : rows)
    row = map_terms(row, [&](TermId id) { return rank[index(id)]; });
  std::sort(rows.begin(), rows.end(), is_before);
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  for (Row& row : rows)
    row = map_terms(row, [&](TermId id) { return order[index(id)]; });
  table.replace_rows(std::move(rows));
}

void print_lines(const StatementTable& table,
                 const std::function<void(std::string_view)>& write) {
  std::string lines;
  for (const Row& row : table.rows()) {
    append_line(table, row, lines);
    if (lines.size() < page_size) continue;
    write(lines);
    lines.clear();
  }
  write(lines);
}

std::string print_sorted(const std::vector<RdfStatement>& statements) {
  StatementTable table(statements);
  sort_lines(table);
  std::string bytes;
  print_lines(table, [&](std::string_view lines) { bytes += lines; });
  return bytes;
}

}  // namespace demarche
