#ifndef DEMARCHE_GRAPHS_STATEMENT_WRITER_H_
#define DEMARCHE_GRAPHS_STATEMENT_WRITER_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "graphs/statement_sink.h"

namespace demarche {

/// Writes statements of the common forms into a sink.  An empty object is
/// something that is not known: nothing is written for it.
class StatementWriter {
 public:
  explicit StatementWriter(StatementSink& sink) : sink_(sink) {}

  void link(std::string_view subject, std::string_view predicate,
            std::string_view object);
  void typed(std::string_view subject, std::string_view predicate,
             std::string_view text, std::string_view datatype);
  void plain(std::string_view subject, std::string_view predicate,
             std::string_view text);
  /// English text.
  void english(std::string_view subject, std::string_view predicate,
               std::string_view text);
  void count(std::string_view subject, std::string_view predicate,
             std::uint32_t number, std::string_view datatype);

 private:
  void write(std::string_view subject, std::string_view predicate,
             RdfTerm object);

  StatementSink& sink_;
};

/// `value` as a lexical form of xsd:decimal: "2000.0".  Precondition: finite.
std::string print_decimal(double value);

}  // namespace demarche

#endif
