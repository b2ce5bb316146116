#ifndef DEMARCHE_TESTS_CASE_FILE_H_
#define DEMARCHE_TESTS_CASE_FILE_H_

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extractor/extraction.h"

namespace demarche {

/// One line below a sentence of tests/cases: see its README.
struct Expectation {
  bool negated = false;
  std::string kind;     ///< "event", "relation", "link", …
  std::string subject;  ///< What follows the kind, up to the first bar.
  std::vector<std::string> fields;  ///< Between bars.
  std::string line;                 ///< As written, for messages.
};

/// A sentence and what must be read in it.
struct Case {
  std::string file;  ///< "negation.txt:3"
  std::string sentence;
  bool fails = false;  ///< Known to fail.
  std::vector<Expectation> expectations;
};

/// All cases of a folder, by file name and line.  Throws `std::runtime_error`
/// for a line that is none of the kinds, or that stands before any sentence.
std::vector<Case> load_cases(const std::string& folder);

/// What must be read in one article: a file of such lines without sentences,
/// in which those that begin with "#" are prose.  Throws as `load_cases`.
std::vector<Expectation> load_expectations(const std::string& path);

/// Whether `extraction` has what the line asks for (not looking at
/// `negated`).
bool is_met(const Expectation& expectation, const Extraction& extraction,
            const Ontology& ontology);

/// The expectations that `extraction` does not have, or has and must not, and
/// the laws that its Turtle breaks (`check_graph`); a line each.
std::string find_problems(const std::vector<Expectation>& expectations,
                          const Extraction& extraction,
                          const Ontology& ontology);

}  // namespace demarche

#endif
