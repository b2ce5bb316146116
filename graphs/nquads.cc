#include "graphs/nquads.h"

#include <utf8proc.h>

#include <algorithm>
#include <charconv>
#include <stdexcept>

#include "graphs/statement_check.h"
#include "ontology/iri_characters.h"

namespace demarche {
namespace {

void append_escaped(std::string_view text, std::string& line) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  constexpr std::string_view characters = "\b\t\n\f\r\"\\";
  constexpr std::string_view letters = "btnfr\"\\";
  for (const char c : text) {
    const auto place = characters.find(c);
    const auto byte = static_cast<unsigned char>(c);
    if (place != std::string_view::npos) {
      line += '\\';
      line += letters[place];
    } else if (byte < 0x20 || byte == 0x7f) {
      line += "\\u00";
      line += digits[byte >> 4U];
      line += digits[byte & 15U];
    } else {
      line += c;
    }
  }
}

void append_iri(std::string_view iri, std::string& line) {
  line.append("<").append(iri).append(">");
}

void append_term(const RdfTerm& term, std::string& line) {
  if (term.kind == RdfTerm::Kind::iri) return append_iri(term.text, line);
  line += '"';
  append_escaped(term.text, line);
  line += '"';
  if (!term.language.empty()) line.append("@").append(term.language);
  if (term.datatype.empty()) return;
  line += "^^";
  append_iri(term.datatype, line);
}

/// Whether it is one; surrogates are none.
bool append_code_point(std::uint32_t code_point, std::string& text) {
  const auto value = static_cast<utf8proc_int32_t>(code_point);
  if (code_point > 0x10ffff || utf8proc_codepoint_valid(value) == 0)
    return false;
  utf8proc_uint8_t bytes[4];
  const auto size = utf8proc_encode_char(value, bytes);
  text.append(reinterpret_cast<const char*>(bytes),
              static_cast<std::size_t>(size));
  return true;
}

[[noreturn]] void fail(const char* problem) {
  throw std::invalid_argument(problem);
}

/// Takes one term after the other from a line.
class LineReader {
 public:
  explicit LineReader(std::string_view line) : rest_(line) { skip_space(); }

  bool is_at_end() const { return rest_.empty() || rest_.front() == '#'; }
  bool starts_with(char c) const { return rest_.starts_with(c); }
  std::string read_iri();
  RdfTerm read_object();
  void read_full_stop();

 private:
  void skip_space() {
    const auto next = rest_.find_first_not_of(" \t\r");
    rest_.remove_prefix(std::min(next, rest_.size()));
  }
  std::string bare_iri();
  std::string language();
  /// Takes characters up to an unescaped `end`, and it.
  std::string text_until(char end);
  void append_escape(std::string& text);

  std::string_view rest_;
};

void LineReader::append_escape(std::string& text) {
  constexpr std::string_view letters = "tbnrf\"'\\";
  constexpr std::string_view characters = "\t\b\n\r\f\"'\\";
  if (rest_.empty()) fail("the line ends in an escape");
  const char letter = rest_.front();
  rest_.remove_prefix(1);
  if (const auto place = letters.find(letter); place != letters.npos) {
    text += characters[place];
    return;
  }
  const std::size_t size = letter == 'u' ? 4 : letter == 'U' ? 8 : 0;
  std::uint32_t code_point = 0;
  const auto* end = rest_.data() + std::min(size, rest_.size());
  const auto read = std::from_chars(rest_.data(), end, code_point, 16);
  if (size == 0 || rest_.size() < size || read.ptr != end ||
      !append_code_point(code_point, text))
    fail("an escape that is none");
  rest_.remove_prefix(size);
}

std::string LineReader::text_until(char end) {
  std::string text;
  const char* stop = nullptr;
  for (;;) {
    if (stop == nullptr || stop < rest_.data()) {  // None yet, or escaped.
      const auto next = rest_.find(end);
      if (next == std::string_view::npos) fail("a term that does not end");
      stop = rest_.data() + next;
    }
    const auto part =
        rest_.substr(0, static_cast<std::size_t>(stop - rest_.data()));
    const auto escape = part.find('\\');
    text += part.substr(0, escape);
    rest_.remove_prefix(std::min(escape, part.size()) + 1);
    if (escape == std::string_view::npos) return text;
    append_escape(text);
  }
}

std::string LineReader::bare_iri() {
  if (!starts_with('<')) fail("no IRI where there must be one");
  rest_.remove_prefix(1);
  auto iri = text_until('>');
  // As written or escaped: neither could be printed again.
  if (std::any_of(iri.begin(), iri.end(), is_unsafe_in_iri))
    fail("an IRI with a character that none has");
  return iri;
}

std::string LineReader::read_iri() {
  auto iri = bare_iri();
  skip_space();
  return iri;
}

std::string LineReader::language() {
  constexpr std::string_view letters =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-";
  rest_.remove_prefix(1);
  const auto size = std::min(rest_.find_first_not_of(letters), rest_.size());
  std::string tag(rest_.substr(0, size));
  if (!is_language(tag)) fail("no language where there must be one");
  rest_.remove_prefix(size);
  return tag;
}

RdfTerm LineReader::read_object() {
  RdfTerm term;
  if (!starts_with('"')) {
    term.text = read_iri();
    return term;
  }
  rest_.remove_prefix(1);
  term.kind = RdfTerm::Kind::literal;
  term.text = text_until('"');
  if (starts_with('@')) {
    term.language = language();
  } else if (rest_.starts_with("^^")) {
    rest_.remove_prefix(2);
    term.datatype = bare_iri();
  }
  skip_space();
  return term;
}

void LineReader::read_full_stop() {
  if (!starts_with('.')) fail("no full stop where there must be one");
  rest_.remove_prefix(1);
  skip_space();
  if (!is_at_end()) fail("more on the line than one statement");
}

}  // namespace

std::string print_term(const RdfTerm& term) {
  std::string printed;
  append_term(term, printed);
  return printed;
}

RdfTerm parse_term(std::string_view printed) {
  return LineReader(printed).read_object();
}

std::string print_nquad(const RdfStatement& statement) {
  std::string line;
  append_iri(statement.subject, line);
  line += ' ';
  append_iri(statement.predicate, line);
  line += ' ';
  append_term(statement.object, line);
  line += ' ';
  if (statement.graph) {
    append_iri(*statement.graph, line);
    line += ' ';
  }
  return line += '.';
}

std::optional<RdfStatement> parse_nquad(std::string_view line) {
  LineReader reader(line);
  if (reader.is_at_end()) return std::nullopt;
  RdfStatement statement;
  statement.subject = reader.read_iri();
  statement.predicate = reader.read_iri();
  statement.object = reader.read_object();
  if (reader.starts_with('<')) statement.graph = reader.read_iri();
  reader.read_full_stop();
  return statement;
}

}  // namespace demarche
