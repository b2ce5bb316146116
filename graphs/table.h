#ifndef DEMARCHE_GRAPHS_TABLE_H_
#define DEMARCHE_GRAPHS_TABLE_H_

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace demarche {

/// The answer to a query: rows of named cells, and what holds of them all.
struct Table {
  using Cell = std::variant<std::string, std::int64_t, double>;

  std::vector<std::string> columns;
  std::vector<std::vector<Cell>> rows;  ///< Each as long as `columns`.
  std::vector<std::pair<std::string, Cell>> summary;
};

/// Aligned columns under their names; long texts are cut but in the last.
std::string to_text(const Table& table);

/// {"rows": [{"actor": "Norland", …}, …], …}, ended by a line end.
std::string to_json(const Table& table);

}  // namespace demarche

#endif
