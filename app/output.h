#ifndef DEMARCHE_APP_OUTPUT_H_
#define DEMARCHE_APP_OUTPUT_H_

#include <cstdio>
#include <functional>
#include <string>
#include <string_view>

#include "ontology/error.h"

namespace demarche {

/// Thrown when nobody reads standard output any more.  No error: the program
/// ends quietly.
struct ClosedPipe {};

/// A result cannot be written; the work must not go on.
class OutputError : public Error {
 public:
  using Error::Error;
};

/// Where results go: standard output, or a file that is there whole or not at
/// all.  Such a file is written under another name beside its place and renamed
/// by `finish`; without that it is removed again.  What is no regular file (a
/// device, a pipe) is written to as it is.
///
/// SIGINT, SIGTERM and SIGHUP, and what signals a fault, end the program as
/// they do any other, after the unfinished file has been removed.  At most one
/// output is a file at a time.
///
/// All members throw `OutputError` if something cannot be written, or
/// `ClosedPipe`.
class Output {
 public:
  /// "" and "-" are standard output.
  explicit Output(const std::string& path);
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  void write(std::string_view bytes);

  /// Has `write` write what belongs together, and brings it and all before it
  /// to its place.  A signal that ends the program waits for that, but not one
  /// that comes later still.
  void write_whole(const std::function<void()>& write);

  bool is_empty() const { return empty_; }

  /// Brings everything to its place.  Call it once, last.
  void finish();

  /// Removes what has been written of a file.
  void abandon();

  /// What a signal that ends the program prints on standard error.
  static void say_if_stopped(const std::string& message);

  /// For an end that no destructor sees: removes what is being written.
  static void remove_unfinished() noexcept;

 private:
  void open_beside(const std::string& path);
  [[noreturn]] void fail(int error) const;

  std::string name_;       ///< As messages call it.
  std::string place_;      ///< Where the finished file belongs.
  std::string temporary_;  ///< Where it is written; empty: in its place.
  std::FILE* file_ = nullptr;
  bool empty_ = true;
};

}  // namespace demarche

#endif
