#include "graphs/database.h"

#include "ontology/error.h"

namespace demarche {
namespace {

constexpr int patience = 60'000;  // Milliseconds.

}  // namespace

Database::Database(const std::string& path, bool create) : path_(path) {
  sqlite3* handle = nullptr;
  const int status = sqlite3_open_v2(
      path.c_str(), &handle,
      SQLITE_OPEN_READWRITE | (create ? SQLITE_OPEN_CREATE : 0), nullptr);
  handle_.reset(handle);
  if (status != SQLITE_OK) fail();
  sqlite3_busy_timeout(handle, patience);
}

void Database::run(const char* sql) {
  if (sqlite3_exec(handle(), sql, nullptr, nullptr, nullptr) != SQLITE_OK)
    fail();
}

void Database::fail() const {
  throw Error(path_ + ": " + sqlite3_errmsg(handle()));
}

Query::Query(const Database& database, const char* sql) : database_(database) {
  sqlite3_stmt* handle = nullptr;
  const int status =
      sqlite3_prepare_v2(database.handle(), sql, -1, &handle, nullptr);
  handle_.reset(handle);
  if (status != SQLITE_OK) database.fail();
}

bool Query::next() {
  const int status = sqlite3_step(handle_.get());
  if (status == SQLITE_ROW) return true;
  sqlite3_reset(handle_.get());
  if (status != SQLITE_DONE) database_.fail();
  return false;
}

std::int64_t Query::number(int column) const {
  return sqlite3_column_int64(handle_.get(), column);
}

double Query::real(int column) const {
  return sqlite3_column_double(handle_.get(), column);
}

std::string Query::text(int column) const {
  const auto* bytes =
      static_cast<const char*>(sqlite3_column_blob(handle_.get(), column));
  const auto size = sqlite3_column_bytes(handle_.get(), column);
  return {bytes == nullptr ? "" : bytes, static_cast<std::size_t>(size)};
}

void Query::bind(int place, std::int64_t value) {
  sqlite3_bind_int64(handle_.get(), place, value);
}

void Query::bind(int place, double value) {
  sqlite3_bind_double(handle_.get(), place, value);
}

void Query::bind(int place, std::string_view value) {
  sqlite3_bind_text(handle_.get(), place, value.data(),
                    static_cast<int>(value.size()), SQLITE_TRANSIENT);
}

}  // namespace demarche
