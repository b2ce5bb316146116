#ifndef DEMARCHE_GRAPHS_DATABASE_H_
#define DEMARCHE_GRAPHS_DATABASE_H_

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "ontology/turtle_files.h"

namespace demarche {

class Query;

/// A database of SQLite in a file.  What fails throws `Error` with its name.
class Database {
 public:
  /// Opens the file, or makes it if `create`.  Waits a minute for others who
  /// write.
  Database(const std::string& path, bool create);

  /// Runs statements that return nothing.
  void run(const char* sql);
  [[noreturn]] void fail() const;
  sqlite3* handle() const { return handle_.get(); }

 private:
  std::string path_;
  std::unique_ptr<sqlite3, Release<sqlite3_close>> handle_;
};

/// A statement that can be run again and again.  Does not outlive its database.
class Query {
 public:
  Query(const Database& database, const char* sql);

  /// Binds the parameters in their order and forgets earlier results.
  template <class... Values>
  Query& with(const Values&... values) {
    sqlite3_reset(handle_.get());
    int place = 0;
    (bind(++place, values), ...);
    return *this;
  }
  /// Goes on to the next row; false after the last.
  bool next();
  /// To the end, for statements without rows.
  void run() {
    while (next()) continue;
  }

  std::int64_t number(int column) const;
  double real(int column) const;
  std::string text(int column) const;

 private:
  void bind(int place, std::int64_t value);
  void bind(int place, double value);
  void bind(int place, std::string_view value);

  const Database& database_;
  std::unique_ptr<sqlite3_stmt, Release<sqlite3_finalize>> handle_;
};

/// A transaction that is undone unless it is committed.
class Transaction {
 public:
  /// `begin`: "BEGIN IMMEDIATE" to write, "BEGIN" to read.
  Transaction(Database& database, const char* begin) : database_(database) {
    database_.run(begin);
  }
  ~Transaction() {
    if (!done_)
      sqlite3_exec(database_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
  }
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit() {
    database_.run("COMMIT");
    done_ = true;
  }

 private:
  Database& database_;
  bool done_ = false;
};

}  // namespace demarche

#endif
