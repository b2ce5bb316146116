#include "tests/fuzz/targets.h"

#include <array>
#include <cstdio>
#include <cstdlib>

namespace demarche {

std::span<const FuzzTarget> fuzz_targets() {
  static constexpr std::array targets = {
      FuzzTarget{"reader", fuzz_reader},
      FuzzTarget{"record", fuzz_record},
      FuzzTarget{"source", fuzz_source},
      FuzzTarget{"conllu", fuzz_conllu},
      FuzzTarget{"tokenizer", fuzz_tokenizer},
      FuzzTarget{"extraction", fuzz_extraction},
      FuzzTarget{"page", fuzz_page},
      FuzzTarget{"ontology", fuzz_ontology},
      FuzzTarget{"model", fuzz_model},
      FuzzTarget{"graph", fuzz_graph},
      FuzzTarget{"statement", fuzz_statement}};
  return targets;
}

const FuzzTarget& fuzz_target(std::string_view name) {
  for (const FuzzTarget& target : fuzz_targets())
    if (target.name == name) return target;
  std::fprintf(stderr, "no fuzz target has this name\n");
  std::exit(2);
}

void must_hold(bool holds, const char* law) {
  if (holds) return;
  std::fprintf(stderr, "broken: %s\n", law);
  std::abort();
}

}  // namespace demarche
