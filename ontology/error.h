#ifndef DEMARCHE_ONTOLOGY_ERROR_H_
#define DEMARCHE_ONTOLOGY_ERROR_H_

#include <cstddef>
#include <stdexcept>
#include <string>

namespace demarche {

/// Something outside the program is not as it must be: a file is missing,
/// malformed or cannot be written.  Thrown while loading and saving only;
/// no article, however odd, makes a stage throw.
class Error : public std::runtime_error {
 public:
  explicit Error(const std::string& message) : std::runtime_error(message) {}

  /// "file:line: problem", as compilers say it.
  Error(const std::string& file, std::size_t line, const std::string& problem)
      : std::runtime_error(file + ":" + std::to_string(line) + ": " + problem) {
  }
};

}  // namespace demarche

#endif
