#include "extractor/jsonl.h"

#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "extractor/article_iri.h"
#include "extractor/utf8.h"
#include "ontology/error.h"

namespace demarche {
namespace {

using nlohmann::json;

/// The code unit of "\u1234" at `i`, or -1.
int escape_at(std::string_view line, std::size_t i) {
  if (i + 6 > line.size() || line[i] != '\\' || line[i + 1] != 'u') return -1;
  int unit = 0;
  for (const char c : line.substr(i + 2, 4)) {
    const std::size_t digit =
        std::string_view("0123456789abcdefABCDEF").find(c);
    if (digit == std::string_view::npos) return -1;
    unit = unit * 16 + static_cast<int>(digit < 16 ? digit : digit - 6);
  }
  return unit;
}

bool is_high(int unit) { return unit >= 0xd800 && unit < 0xdc00; }
bool is_low(int unit) { return unit >= 0xdc00 && unit < 0xe000; }

/// Surrogates without their partner are no JSON to the parser, but common.
void repair_surrogates(std::string& line) {
  for (std::size_t i = 0; i + 1 < line.size(); ++i) {
    if (line[i] != '\\') continue;
    const int unit = escape_at(line, i);
    if (is_high(unit) && is_low(escape_at(line, i + 6))) {
      i += 11;
    } else if (is_high(unit) || is_low(unit)) {
      line.replace(i + 2, 4, "fffd");
      i += 5;
    } else {
      ++i;
    }
  }
}

/// The parser's message without the library's own numbers, and without all of
/// the line that it had read.
std::string problem_of(const json::exception& exception) {
  std::string_view message = exception.what();
  message = message.substr(0, message.find("; last read"));
  const std::size_t begin = message.find("] ");
  return std::string(begin == message.npos ? message
                                           : message.substr(begin + 2));
}

json parse_object(const std::string& line, const std::string& file,
                  std::size_t line_number) {
  json record;
  try {
    record = json::parse(line);
  } catch (const json::exception& exception) {
    throw Error(file, line_number, "not JSON: " + problem_of(exception));
  }
  if (!record.is_object()) throw Error(file, line_number, "not a JSON object");
  return record;
}

/// The string under a key; empty if the key is missing or null.
std::string string_of(const json& record, const char* key,
                      const std::string& file, std::size_t line_number) {
  const auto found = record.find(key);
  if (found == record.end() || found->is_null()) return "";
  if (!found->is_string())
    throw Error(file, line_number,
                std::string("'") + key + "' is not a string");
  return found->get<std::string>();
}

std::string id_of(const json& record, const std::string& file,
                  std::size_t line_number) {
  const auto found = record.find("id");
  if (found != record.end() && found->is_number_integer()) return found->dump();
  return string_of(record, "id", file, line_number);
}

}  // namespace

Record parse_record(std::string line, const std::string& file,
                    std::size_t line_number) {
  repair_utf8(line);
  repair_surrogates(line);
  const json fields = parse_object(line, file, line_number);
  const auto text = fields.find("text");
  if (text == fields.end() || text->is_null())
    throw Error(file, line_number, "the record has no text");
  const auto field = [&](const char* key) {
    return string_of(fields, key, file, line_number);
  };
  Record record;
  record.text = field("text");
  record.metadata = {id_of(fields, file, line_number), field("url"),
                     field("title"), field("published"), field("publisher")};
  if (record.text.find('\0') != record.text.npos)
    throw Error(file, line_number, "the text holds NUL bytes");
  if (!record.metadata.url.empty() && !iri_of_url(record.metadata.url))
    throw Error(file, line_number,
                "'" + record.metadata.url + "' is not a URL");
  return record;
}

}  // namespace demarche
