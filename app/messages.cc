#include "app/messages.h"

#include <fmt/format.h>

#include <cstdio>
#include <string_view>

namespace demarche {
namespace {

/// Whether a character (U+0080 to U+009F take two bytes) steers a terminal.
bool is_control(std::string_view text) {
  const auto byte = static_cast<unsigned char>(text[0]);
  return byte < 0x20 || byte == 0x7f ||
         (byte == 0xc2 && text.size() > 1 &&
          static_cast<unsigned char>(text[1]) < 0xa0);
}

/// Names and addresses may hold anything: "\n" and "\x1b" for what would
/// begin a line or steer a terminal.
std::string printable(std::string_view text) {
  std::string printable;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (!is_control(text.substr(i)))
      printable += text[i];
    else if (text[i] == '\n')
      printable += "\\n";
    else if (byte != 0xc2)
      printable += fmt::format("\\x{:02x}", byte);
    else
      printable +=
          fmt::format("\\u{:04x}", static_cast<unsigned char>(text[++i]));
  }
  return printable;
}

}  // namespace

void print_error(const std::string& message) {
  std::fprintf(stderr, "demarche: %s\n", printable(message).c_str());
}

void print_warning(const std::string& place, const std::string& message) {
  print_error(place + ": warning: " + message);
}

}  // namespace demarche
