#include "tests/run_program.h"

#include <stdlib.h>
#include <sys/wait.h>

#include <fstream>
#include <sstream>

#include "tests/temporary_folder.h"

namespace demarche {
namespace {

std::string contents_of(const std::string& path) {
  std::ostringstream contents;
  contents << std::ifstream(path, std::ios::binary).rdbuf();
  return contents.str();
}

}  // namespace

Outcome run_shell(const std::string& program, const std::string& command) {
  const TemporaryFolder folder;
  const std::string script =
      folder.write("script", "D='" + program + "'\nexport XDG_CACHE_HOME='" +
                                 folder.path() + "/cache'\n" + command + "\n");
  const std::string line = "bash '" + script + "' >'" + folder.path() +
                           "/output' 2>'" + folder.path() + "/errors'";
  const int status = system(line.c_str());
  Outcome outcome;
  if (WIFEXITED(status)) outcome.status = WEXITSTATUS(status);
  outcome.output = contents_of(folder.path() + "/output");
  outcome.errors = contents_of(folder.path() + "/errors");
  return outcome;
}

}  // namespace demarche
