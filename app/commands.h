#ifndef DEMARCHE_APP_COMMANDS_H_
#define DEMARCHE_APP_COMMANDS_H_

#include "app/options.h"

namespace CLI {
class App;
}

namespace demarche {

// Each adds its subcommand to the program.  When the subcommand has been run
// it leaves its exit status in `status`; what it throws ends the program with
// a message.

void add_extract_command(CLI::App& program, ExitStatus& status);
void add_explain_command(CLI::App& program, ExitStatus& status);
void add_diagram_command(CLI::App& program, ExitStatus& status);
void add_compare_command(CLI::App& program, ExitStatus& status);
void add_query_command(CLI::App& program, ExitStatus& status);
void add_export_command(CLI::App& program, ExitStatus& status);
void add_link_command(CLI::App& program, ExitStatus& status);
void add_load_command(CLI::App& program, ExitStatus& status);
void add_merge_command(CLI::App& program, ExitStatus& status);
void add_retract_command(CLI::App& program, ExitStatus& status);
void add_check_command(CLI::App& program, ExitStatus& status);

}  // namespace demarche

#endif
