#ifndef DEMARCHE_APP_MESSAGES_H_
#define DEMARCHE_APP_MESSAGES_H_

#include <string>

namespace demarche {

/// Prints "demarche: …" on standard error: one line, in which control
/// characters are escaped.
void print_error(const std::string& message);

/// Prints "demarche: place: warning: …" on standard error.
void print_warning(const std::string& place, const std::string& message);

}  // namespace demarche

#endif
