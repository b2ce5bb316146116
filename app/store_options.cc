#include "app/store_options.h"

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "app/messages.h"
#include "ontology/error.h"

namespace demarche {
namespace {

constexpr const char* user_variable = "DEMARCHE_STORE_USER";
constexpr const char* password_variable = "DEMARCHE_STORE_PASSWORD";

std::string from_environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

std::string first_line_of(const std::string& path) {
  std::ifstream file(path);
  std::string line;
  if (!std::getline(file, line)) throw Error(path + ": no password in it");
  while (line.ends_with('\r')) line.pop_back();
  std::error_code error;
  const auto permissions = std::filesystem::status(path, error).permissions();
  using Permissions = std::filesystem::perms;
  if ((permissions & Permissions::others_read) != Permissions::none)
    print_warning(path, "others can read this password");
  return line;
}

bool is_on_this_machine(const std::string& url) {
  const auto host = url.substr(url.find("://") + 3);
  for (const char* name : {"localhost", "127.", "[::1]"})
    if (host.starts_with(name)) return true;
  return false;
}

HttpOptions::Authentication authentication_of(const std::string& name) {
  if (name == "basic") return HttpOptions::Authentication::basic;
  if (name == "digest") return HttpOptions::Authentication::digest;
  return HttpOptions::Authentication::any;
}

}  // namespace

void add_store_options(CLI::App& command, StoreArguments& arguments) {
  command
      .add_option("--store", arguments.url,
                  "URL of the store's Graph Store HTTP Protocol")
      ->required();
  command
      .add_option("--kind", arguments.kind,
                  "auto (default: ask the store), gsp (what follows the "
                  "standard), or virtuoso")
      ->check(CLI::IsMember({"auto", "gsp", "virtuoso"}));
  command.add_option("--user", arguments.user,
                     "User, or the environment variable " +
                         std::string(user_variable) + "; the password is in " +
                         password_variable);
  command.add_option("--password-file", arguments.password_file,
                     "File whose first line is the password");
  command
      .add_option("--authentication", arguments.authentication,
                  "auto (default: what the store asks for), basic or digest")
      ->check(CLI::IsMember({"auto", "basic", "digest"}));
  command.add_option("--ca-file", arguments.ca_file,
                     "Certificates to trust instead of the system's");
  command
      .add_option("--timeout", arguments.timeout,
                  "Seconds for one request (300)")
      ->check(CLI::Range(1, 86'400));
  command
      .add_option("--retries", arguments.retries,
                  "How often a request is sent again, after 0.5 s, 1 s, 2 s "
                  "and so on to 30 s (7)")
      ->check(CLI::Range(0, 1'000));
}

HttpOptions http_options_of(const StoreArguments& arguments) {
  HttpOptions options;
  options.user =
      arguments.user.empty() ? from_environment(user_variable) : arguments.user;
  options.password = arguments.password_file.empty()
                         ? from_environment(password_variable)
                         : first_line_of(arguments.password_file);
  options.authentication = authentication_of(arguments.authentication);
  options.ca_file = arguments.ca_file;
  options.timeout = std::chrono::seconds(arguments.timeout);
  if (options.user.empty() && !arguments.password_file.empty())
    throw Error(std::string("a password, but no --user and no ") +
                user_variable);
  if (!options.user.empty() && options.password.empty())
    throw Error(std::string("a user, but no --password-file and no ") +
                password_variable);
  if (!options.user.empty() && arguments.authentication != "digest" &&
      arguments.url.starts_with("http://") &&
      !is_on_this_machine(arguments.url))
    print_warning(arguments.url, "the password may be sent unencrypted");
  return options;
}

StoreOptions store_options_of(const StoreArguments& arguments) {
  StoreOptions options;
  options.url = arguments.url;
  options.retries = arguments.retries;
  if (arguments.kind == "virtuoso") options.kind = StoreKind::virtuoso;
  if (arguments.kind == "gsp") options.kind = StoreKind::standard;
  return options;
}

}  // namespace demarche
