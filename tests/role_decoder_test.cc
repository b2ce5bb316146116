#include "extractor/model/role_decoder.h"

#include <gtest/gtest.h>

namespace demarche {
namespace {

// Roles: none, ARG0, ARG1, ARGM.
const std::vector<bool> is_core = {false, true, true, false};

using Roles = std::vector<std::size_t>;

TEST(ChooseRoles, AWordHasTheRoleThatItScoresHighest) {
  EXPECT_EQ(choose_roles({{0, 3, 1, 0}, {2, 0, 1, 0}, {0, 1, 2, 0}}, is_core),
            (Roles{1, 0, 2}));
}

TEST(ChooseRoles, ACoreRoleStaysWithTheWordThatWouldLoseMost) {
  EXPECT_EQ(choose_roles({{0, 3, 4, 0}, {0, 0, 5, 0}}, is_core), (Roles{1, 2}));
  EXPECT_EQ(choose_roles({{0, 0, 5, 0}, {4, 3, 6, 0}}, is_core), (Roles{2, 0}));
}

TEST(ChooseRoles, GivingUpOneRoleMayTakeAnother) {
  EXPECT_EQ(choose_roles({{0, 5, 6, 0}, {3, 4, 0, 0}, {0, 0, 9, 0}}, is_core),
            (Roles{1, 0, 2}));
}

TEST(ChooseRoles, OtherRolesMayRepeat) {
  EXPECT_EQ(choose_roles({{0, 1, 2, 3}, {0, 1, 2, 3}}, is_core), (Roles{3, 3}));
}

TEST(ChooseRoles, NoWordsHaveNoRoles) {
  EXPECT_TRUE(choose_roles({}, is_core).empty());
}

}  // namespace
}  // namespace demarche
