#ifndef DEMARCHE_TESTS_RUN_PROGRAM_H_
#define DEMARCHE_TESTS_RUN_PROGRAM_H_

#include <string>

namespace demarche {

/// What a program did.
struct Outcome {
  int status = -1;  ///< Exit status; -1 if it was ended by a signal.
  std::string output;
  std::string errors;
};

/// Runs a command line of the shell in which $D stands for `program`.
Outcome run_shell(const std::string& program, const std::string& command);

}  // namespace demarche

#endif
