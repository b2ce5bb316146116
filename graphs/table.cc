#include "graphs/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "extractor/utf8.h"
#include "graphs/diagram_layout.h"

namespace demarche {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t widest = 40;

/// One decimal where all numbers of the column have no more, else four.
int decimals_of(const Table& table, std::size_t column) {
  const bool is_short =
      std::all_of(table.rows.begin(), table.rows.end(), [&](const auto& row) {
        const auto* number = std::get_if<double>(&row[column]);
        return !number ||
               std::abs(*number * 10 - std::round(*number * 10)) < 1e-9;
      });
  return is_short ? 1 : 4;
}

std::string print(const Table::Cell& cell, int decimals) {
  if (const auto* number = std::get_if<double>(&cell))
    return fmt::format("{:.{}f}", *number, decimals);
  if (const auto* number = std::get_if<std::int64_t>(&cell))
    return std::to_string(*number);
  auto text = std::get<std::string>(cell);
  std::replace_if(
      text.begin(), text.end(),
      [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  return text;
}

std::string padded(const std::string& text, std::size_t width, bool to_right) {
  const auto size = count_code_points(text);
  const std::string space(width > size ? width - size : 0, ' ');
  return to_right ? space + text : text + space;
}

/// Rounded, so that the last bits of a measure are the same everywhere.
Json to_json(const Table::Cell& cell) {
  if (const auto* number = std::get_if<double>(&cell))
    return std::round(*number * 1e6) / 1e6;
  return std::visit([](const auto& value) { return Json(value); }, cell);
}

}  // namespace

std::string to_text(const Table& table) {
  std::vector<std::vector<std::string>> lines = {table.columns};
  for (const auto& row : table.rows) {
    auto& line = lines.emplace_back();
    for (std::size_t i = 0; i < row.size(); ++i) {
      const auto cell = print(row[i], decimals_of(table, i));
      line.push_back(i + 1 < row.size() ? shortened(cell, widest) : cell);
    }
  }
  std::vector<std::size_t> widths(table.columns.size());
  for (const auto& line : lines)
    for (std::size_t i = 0; i < line.size(); ++i)
      widths[i] = std::max(widths[i], count_code_points(line[i]));
  std::string text;
  for (const auto& line : lines) {
    std::string printed;
    for (std::size_t i = 0; i < line.size(); ++i) {
      const bool is_number =
          !table.rows.empty() &&
          !std::holds_alternative<std::string>(table.rows[0][i]);
      printed += padded(line[i], widths[i], is_number) + "  ";
    }
    printed.erase(printed.find_last_not_of(' ') + 1);
    text += printed + "\n";
  }
  for (const auto& [name, cell] : table.summary)
    text += "\n" + name + "  " + print(cell, 4) + "\n";
  return text;
}

std::string to_json(const Table& table) {
  Json json = {{"rows", Json::array()}};
  for (const auto& row : table.rows) {
    auto object = Json::object();
    for (std::size_t i = 0; i < row.size(); ++i)
      object[table.columns[i]] = to_json(row[i]);
    json["rows"].push_back(std::move(object));
  }
  for (const auto& [name, cell] : table.summary) json[name] = to_json(cell);
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace demarche
