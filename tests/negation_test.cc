#include "graphs/negation.h"

#include <gtest/gtest.h>

#include "tests/analysis_builder.h"

namespace demarche {
namespace {

bool is_negated(std::string_view lines, WordIndex trigger) {
  const auto built = build_analysis(lines);
  return is_negated_at(built.analysis.sentences[0], trigger);
}

TEST(Negation, AVerbIsNegatedByItsAdverbOrByAnArgument) {
  EXPECT_TRUE(is_negated(R"(
    Kenya   Kenya  PROPN 3 nsubj
    never   never  ADV   3 advmod
    left    leave  VERB  0 root
  )",
                         2));
  EXPECT_TRUE(is_negated(R"(
    No      no     DET   2 det
    envoy   envoy  NOUN  3 nsubj
    left    leave  VERB  0 root
  )",
                         2));
  EXPECT_FALSE(is_negated(R"(
    The     the    DET   2 det
    envoy   envoy  NOUN  3 nsubj
    left    leave  VERB  0 root
  )",
                          2));
}

TEST(Negation, ASecondVerbSharesTheNegationOfTheFirst) {
  EXPECT_TRUE(is_negated(R"(
    Kenya   Kenya  PROPN 3 nsubj
    never   never  ADV   3 advmod
    left    leave  VERB  0 root
    or      or     CCONJ 5 cc
    paused  pause  VERB  3 conj
  )",
                         4));
}

TEST(Negation, AClauseMayBeNegatedByWhatGovernsIt) {
  EXPECT_TRUE(is_negated(R"(
    Kenya   Kenya  PROPN 2 nsubj
    failed  fail   VERB  0 root
    to      to     PART  4 mark
    leave   leave  VERB  2 xcomp
  )",
                         3));
}

TEST(Negation, AClauseBesideIsNegatedByItselfOnly) {
  EXPECT_FALSE(is_negated(R"(
    Kenya   Kenya  PROPN 3 nsubj
    never   never  ADV   3 advmod
    left    leave  VERB  0 root
    :       :      PUNCT 6 punct
    envoys  envoy  NOUN  6 nsubj
    stayed  stay   VERB  3 parataxis
  )",
                          5));
}

TEST(Negation, ANounIsNegatedByItsDeterminerOrItsVerb) {
  constexpr auto lines = R"(
    Kenya   Kenya  PROPN 2 nsubj
    held    hold   VERB  0 root
    no      no     DET   4 det
    talks   talk   NOUN  2 obj
  )";
  EXPECT_TRUE(is_negated(lines, 3));
}

}  // namespace
}  // namespace demarche
