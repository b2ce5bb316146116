#include "extractor/model/inflection.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace demarche {
namespace {

TEST(IrregularVerbs, HaveTheBaseFormOfTheirPast) {
  EXPECT_EQ(irregular_base("drew"), "draw");
  EXPECT_EQ(irregular_base("fought"), "fight");
  EXPECT_EQ(irregular_base("written"), "write");
}

TEST(IrregularVerbs, KeepTheirPrefix) {
  EXPECT_EQ(irregular_base("withdrew"), "withdraw");
  EXPECT_EQ(irregular_base("overthrown"), "overthrow");
  EXPECT_EQ(irregular_base("underwent"), "undergo");
  EXPECT_EQ(irregular_base("retook"), "retake");
}

TEST(IrregularVerbs, AreNoOthers) {
  EXPECT_EQ(irregular_base("accused"), "");
  EXPECT_EQ(irregular_base("withered"), "");
  EXPECT_EQ(irregular_base("put"), "");
  EXPECT_EQ(irregular_base(""), "");
}

TEST(RegularBases, FollowTheRulesOfSpelling) {
  const auto has = [](std::string_view form, std::string_view base) {
    const auto bases = regular_bases(form);
    return std::find(bases.begin(), bases.end(), base) != bases.end();
  };
  EXPECT_TRUE(has("carried", "carry"));
  EXPECT_TRUE(has("clashes", "clash"));
  EXPECT_TRUE(has("stopped", "stop"));
  EXPECT_TRUE(has("urging", "urge"));
  EXPECT_TRUE(has("accused", "accuse"));
  EXPECT_TRUE(regular_bases("go").empty());
}

}  // namespace
}  // namespace demarche
