#ifndef DEMARCHE_APP_STORE_OPTIONS_H_
#define DEMARCHE_APP_STORE_OPTIONS_H_

#include <string>

#include "graphs/graph_store.h"
#include "graphs/http_client.h"

namespace CLI {
class App;
}

namespace demarche {

/// Which store, and how it is reached.
struct StoreArguments {
  std::string url;
  std::string kind = "auto";
  std::string user;
  std::string password_file;
  std::string authentication = "auto";
  std::string ca_file;
  int timeout = 300;  ///< Seconds.
  int retries = 7;
};

void add_store_options(CLI::App& command, StoreArguments& arguments);

/// Throws `Error` if the password cannot be read.  Passwords come from a file
/// or the environment: others can read a command line.
HttpOptions http_options_of(const StoreArguments& arguments);

StoreOptions store_options_of(const StoreArguments& arguments);

}  // namespace demarche

#endif
