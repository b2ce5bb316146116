#ifndef DEMARCHE_TESTS_ANALYSIS_BUILDER_H_
#define DEMARCHE_TESTS_ANALYSIS_BUILDER_H_

#include <string>
#include <string_view>

#include "extractor/analysis.h"
#include "extractor/article.h"

namespace demarche {

/// An article with the analysis that a test gives it.
struct BuiltAnalysis {
  Article article;
  Analysis analysis;
};

/// Builds both from lines of words, so that a test of a rule needs no model:
///
///     # headline                       (optional: kind of passage; paragraph)
///     Russia   Russia  PROPN 2 nsubj  B-GPE
///     accused  accuse  VERB  0 root   _     accuse.01 ARG0=1 ARG1=3
///     Armenia- Armenia PROPN 2 obj    B-GPE
///     .        .       PUNCT 2 punct
///
/// Columns: form, lemma, UPOS, head (1 is the first word, 0 the root),
/// relation, then optionally the name tag ("B-GPE", "I-GPE", "_"), and for a
/// predicate its roleset and ROLE=word.  A form that ends in "-" is followed
/// by no space ("\-" ends in a dash).  After the UPOS a "/" may add xpos and
/// features: "PRON/PRP$/Gender=Fem".  A blank line ends a sentence; a line "#
/// KIND" starts a new passage; sentences without it stay in the passage of
/// the one before.  Throws `std::invalid_argument` for a line that has less.
BuiltAnalysis build_analysis(std::string_view lines);

/// The same with `published` as date of publication ("2023-01-12").
BuiltAnalysis build_analysis(std::string_view lines,
                             std::string_view published);

/// Words only, for tests that look at no syntax: split at spaces, commas and
/// full stops; every word is its own lemma in lower case and hangs on the
/// first.  Full stops of abbreviations ("Dec.", "U.S.") stay.
BuiltAnalysis build_words(std::string_view text,
                          std::string_view published = "");

}  // namespace demarche

#endif
