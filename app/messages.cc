#include "app/messages.h"

#include <cstdio>

namespace demarche {

void print_error(const std::string& message) {
  std::fprintf(stderr, "demarche: %s\n", message.c_str());
}

void print_warning(const std::string& place, const std::string& message) {
  std::fprintf(stderr, "demarche: %s: warning: %s\n", place.c_str(),
               message.c_str());
}

}  // namespace demarche
