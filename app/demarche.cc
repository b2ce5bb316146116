// The command line of demarche: finds the subcommand, runs it, and turns what
// it throws into messages and exit statuses.

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdio>
#include <exception>
#include <new>
#include <sstream>
#include <string>
#include <string_view>

#include "app/commands.h"
#include "app/messages.h"
#include "app/output.h"
#include "ontology/error.h"

namespace demarche {
namespace {

constexpr const char* description =
    "Reads English news and writes what it says as a knowledge graph in RDF:\n"
    "who did what to whom, when, where, and who says so.";

constexpr const char* examples =
    "Examples:\n"
    "  demarche extract article.txt > article.ttl\n"
    "  demarche extract --format events news.jsonl -o events.jsonl\n"
    "  demarche explain article.txt\n"
    "  demarche diagram --format svg article.txt -o article.svg\n"
    "  demarche check ontology/\n\n"
    "'demarche SUBCOMMAND --help' tells the options of a subcommand.\n"
    "Exit status: 0 done, 1 some input could not be read (the rest was done),\n"
    "2 wrong options or set-up, or output that cannot be written.";

/// CLI11 has its own numbers for wrong usage, and prints help by throwing.
int print_usage(const CLI::App& program, const CLI::ParseError& error) {
  if (error.get_exit_code() != 0) {
    // What is missing is told first, though a wrong word may be why.
    const auto wrong = program.remaining(true);
    const bool is_told =
        wrong.empty() || std::string_view(error.what()).find(wrong.front()) !=
                             std::string_view::npos;
    print_error(std::string(error.what()) +
                (is_told ? "" : "; '" + wrong.front() + "' was not expected"));
    std::fputs("Try 'demarche --help'.\n", stderr);
    return static_cast<int>(ExitStatus::usage_error);
  }
  Output output("");
  std::ostringstream text;
  program.exit(error, text, text);
  output.write(text.str());
  output.finish();
  return 0;
}

int run(int argument_count, const char* const* arguments) {
  CLI::App program(description, "demarche");
  program.footer(examples);
  program.set_version_flag("--version", "demarche " DEMARCHE_VERSION);
  program.require_subcommand(1);
  ExitStatus status = ExitStatus::done;
  add_extract_command(program, status);
  add_explain_command(program, status);
  add_diagram_command(program, status);
  add_compare_command(program, status);
  add_query_command(program, status);
  add_export_command(program, status);
  add_link_command(program, status);
  add_load_command(program, status);
  add_merge_command(program, status);
  add_retract_command(program, status);
  add_check_command(program, status);
  try {
    program.parse(argument_count, arguments);
  } catch (const CLI::ParseError& error) {
    return print_usage(program, error);
  }
  return static_cast<int>(status);
}

/// What is thrown where nobody can catch it: before `main`, and by functions of
/// libraries that promise not to throw but need memory.
[[noreturn]] void give_up() {
  const char* message = "demarche: internal error\n";
  try {
    if (std::current_exception()) throw;
  } catch (const std::bad_alloc&) {
    message = "demarche: out of memory\n";
  } catch (...) {
  }
  std::fputs(message, stderr);
  Output::remove_unfinished();
  _exit(static_cast<int>(ExitStatus::usage_error));
}

/// Before the objects of all libraries.
[[gnu::constructor(101)]] void prepare_to_give_up() {
  std::set_terminate(give_up);
}

}  // namespace
}  // namespace demarche

int main(int argument_count, char** arguments) {
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);  // Writing fails with EFBIG instead.
  try {
    return demarche::run(argument_count, arguments);
  } catch (const demarche::ClosedPipe&) {
    return 0;
  } catch (const demarche::Error& error) {
    demarche::print_error(error.what());
  } catch (const std::bad_alloc&) {
    std::fputs("demarche: out of memory\n", stderr);
  } catch (const std::exception& error) {
    demarche::print_error(std::string("internal error: ") + error.what());
  }
  return static_cast<int>(demarche::ExitStatus::usage_error);
}
