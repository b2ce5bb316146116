#include "extractor/model/lemma_rule.h"

#include <gtest/gtest.h>

namespace demarche {
namespace {

struct LemmaCase {
  std::string_view rule, form, lemma;
};

class LemmaRuleCase : public testing::TestWithParam<LemmaCase> {};

TEST_P(LemmaRuleCase, MakesTheLemma) {
  const auto rule = LemmaRule::parse(GetParam().rule);
  ASSERT_TRUE(rule);
  EXPECT_EQ(rule->apply(GetParam().form), GetParam().lemma);
}

INSTANTIATE_TEST_SUITE_P(Rules, LemmaRuleCase,
                         testing::Values(LemmaCase{"l0+", "Talks", "talks"},
                                         LemmaCase{"k0+", "Baku", "Baku"},
                                         LemmaCase{"l3+y", "ARMIES", "army"},
                                         LemmaCase{"=be", "were", "be"},
                                         LemmaCase{"==", "x", "="},
                                         LemmaCase{"l1+", "CAFÉS", "café"},
                                         LemmaCase{"k1+e", "caf\u00e9", "cafe"},
                                         LemmaCase{"l10+a+b", "xyz", "a+b"},
                                         LemmaCase{"l9+", "Is", "Is"},
                                         LemmaCase{"l2+", "", ""}));

TEST(LemmaRule, IsNothingElse) {
  for (const std::string_view label : {"", "=", "l", "l+", "lx+", "l3", "m1+",
                                       "l-1+", "l99999999999999999999+"})
    EXPECT_FALSE(LemmaRule::parse(label)) << label;
}

}  // namespace
}  // namespace demarche
