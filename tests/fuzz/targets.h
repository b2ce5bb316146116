#ifndef DEMARCHE_TESTS_FUZZ_TARGETS_H_
#define DEMARCHE_TESTS_FUZZ_TARGETS_H_

#include <span>
#include <string_view>

namespace demarche {

/// A way into the program for bytes that nobody wrote for it, and the laws that
/// hold whatever they are.  `run` ends the process, with the law's name, where
/// one is broken; `Error` from what reads files is an answer, not a failure.
struct FuzzTarget {
  std::string_view name;  ///< Also that of its folder in corpus/.
  void (*run)(std::string_view bytes);
};

std::span<const FuzzTarget> fuzz_targets();

/// The one of this name; ends the process if there is none.
const FuzzTarget& fuzz_target(std::string_view name);

/// Ends the process, naming the law, unless it holds.
void must_hold(bool holds, const char* law);

// Bytes to articles, records and words.
void fuzz_reader(std::string_view bytes);
void fuzz_record(std::string_view bytes);
void fuzz_source(std::string_view bytes);
void fuzz_conllu(std::string_view bytes);
void fuzz_tokenizer(std::string_view bytes);
// Articles to graphs and pages.
void fuzz_extraction(std::string_view bytes);
void fuzz_page(std::string_view bytes);
// Files of ours that may be damaged.
void fuzz_ontology(std::string_view bytes);
void fuzz_model(std::string_view bytes);
void fuzz_graph(std::string_view bytes);
void fuzz_statement(std::string_view bytes);

}  // namespace demarche

#endif
