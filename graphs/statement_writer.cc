#include "graphs/statement_writer.h"

#include <array>
#include <charconv>
#include <utility>

namespace demarche {

void StatementWriter::write(std::string_view subject,
                            std::string_view predicate, RdfTerm object) {
  if (object.text.empty()) return;
  sink_.write({std::string(subject), std::string(predicate), std::move(object),
               std::nullopt});
}

void StatementWriter::link(std::string_view subject, std::string_view predicate,
                           std::string_view object) {
  write(subject, predicate, {RdfTerm::Kind::iri, std::string(object), "", ""});
}

void StatementWriter::typed(std::string_view subject,
                            std::string_view predicate, std::string_view text,
                            std::string_view datatype) {
  write(subject, predicate,
        {RdfTerm::Kind::literal, std::string(text), std::string(datatype), ""});
}

void StatementWriter::plain(std::string_view subject,
                            std::string_view predicate, std::string_view text) {
  typed(subject, predicate, text, "");
}

void StatementWriter::english(std::string_view subject,
                              std::string_view predicate,
                              std::string_view text) {
  write(subject, predicate,
        {RdfTerm::Kind::literal, std::string(text), "", "en"});
}

void StatementWriter::count(std::string_view subject,
                            std::string_view predicate, std::uint32_t number,
                            std::string_view datatype) {
  typed(subject, predicate, std::to_string(number), datatype);
}

std::string print_decimal(double value) {
  std::array<char, 512> digits{};  // The largest double has 309 digits.
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(),
                                 value, std::chars_format::fixed)
                       .ptr;
  std::string text(digits.data(), end);
  if (text.find('.') == std::string::npos) text += ".0";
  return text;
}

}  // namespace demarche
