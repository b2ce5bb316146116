#ifndef DEMARCHE_GRAPHS_STATEMENT_TABLE_H_
#define DEMARCHE_GRAPHS_STATEMENT_TABLE_H_

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graphs/statement_sink.h"

namespace demarche {

/// A term of a `StatementTable`, in the order of adding, from 0.
enum class TermId : std::uint32_t { none = 0xffffffff };

/// Statements in memory, in the order in which they come, and each term once:
/// a long article has millions of statements, but few terms beside.
///
/// Terms are kept as N-Quads prints them, "<urn:1>"; equal ones have one id.
class StatementTable : public StatementSink {
 public:
  struct Row {
    TermId subject, predicate, object;
    TermId graph = TermId::none;

    friend bool operator==(const Row&, const Row&) = default;
  };

  StatementTable() = default;
  explicit StatementTable(const std::vector<RdfStatement>& statements);

  void write(const RdfStatement& statement) override;
  void finish() override {}

  const std::vector<Row>& rows() const { return rows_; }
  /// Leaves none.
  std::vector<Row> take_rows();
  /// Puts these, of terms of this table, in the place of all statements.
  void replace_rows(std::vector<Row> rows) { rows_ = std::move(rows); }
  RdfStatement operator[](const Row& row) const;
  std::vector<RdfStatement> statements() const;

  std::size_t term_count() const { return terms_.size(); }
  TermId add_iri(std::string_view iri);
  /// `none` if no statement has it.
  TermId find_iri(std::string_view iri) const;
  bool is_iri(TermId id) const { return printed(id).front() == '<'; }
  /// Precondition: it is one.
  std::string_view iri(TermId id) const;
  /// As N-Quads has it.
  const std::string& printed(TermId id) const;

 private:
  TermId add(std::string term);
  /// All but the first so many.
  void drop_terms(std::size_t known);

  std::vector<Row> rows_;
  std::vector<const std::string*> terms_;
  std::unordered_map<std::string, TermId> ids_;  ///< For looking up only.
  RdfStatement last_;  ///< What was written last, without its object.
};

/// Puts the statements into the order of their lines, each once.
void sort_lines(StatementTable& table);

/// The lines of N-Quads, with their ends, some at a time.
void print_lines(const StatementTable& table,
                 const std::function<void(std::string_view)>& write);

/// The lines of canonical N-Quads, sorted, each once, with their ends.
std::string print_sorted(const std::vector<RdfStatement>& statements);

}  // namespace demarche

#endif
