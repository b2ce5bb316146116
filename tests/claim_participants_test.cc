#include "graphs/claim_participants.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace demarche {
namespace {

using testing::ElementsAre;

Participant person(std::vector<std::string> keys, std::string given,
                   std::string single) {
  Participant one;
  one.keys = std::move(keys);
  one.named = one.person = true;
  if (!given.empty()) one.given = {std::move(given)};
  if (!single.empty()) one.single = {std::move(single)};
  return one;
}

TEST(NameParts, LeaveOutInitialsNicknamesPartiesAndGenerations) {
  EXPECT_THAT(parts_of_name("john g. \"jack\" roberts jr. (r"),
              ElementsAre("john", "roberts"));
  EXPECT_THAT(parts_of_name("mary \xE2\x80\x9Cmo\xE2\x80\x9D otieno, iii"),
              ElementsAre("mary", "otieno"));
  EXPECT_THAT(parts_of_name(""), ElementsAre());
}

TEST(Likeness, OfNamesIsByTheirKeys) {
  const auto one = person({"name:maria rossi", "name:rossi"}, "maria", "");
  EXPECT_EQ(likeness(one, person({"name:rossi"}, "", "rossi")), 1);
  EXPECT_EQ(likeness(one, person({"name:otieno"}, "", "otieno")), 0);
}

TEST(Likeness, AGivenNameAloneIsLikelyThatOfTheFullName) {
  const auto full = person({"name:maria rossi", "name:rossi"}, "maria", "");
  const auto given = person({"name:maria"}, "", "maria");
  EXPECT_EQ(likeness(full, given), 0.7);
  EXPECT_EQ(likeness(given, full), 0.7);
  const auto other = person({"name:maria otieno", "name:otieno"}, "maria", "");
  EXPECT_EQ(likeness(full, other), 0);
}

TEST(Likeness, OfThoseWhoActForOthersIsNone) {
  Participant kenyan, ugandan;
  kenyan.keys = ugandan.keys = {"noun:force"};
  kenyan.behind = "kenya";
  ugandan.behind = "uganda";
  EXPECT_EQ(likeness(kenyan, ugandan), 0);
  EXPECT_EQ(likeness(kenyan, kenyan), 0.7);
}

TEST(Likeness, OfCrowdsSaysNothingWhereNamesDiffer) {
  Participant voters;
  voters.keys = {"noun:voter"};
  const auto one = person({"name:rossi"}, "", "rossi");
  const auto other = person({"name:otieno"}, "", "otieno");
  EXPECT_EQ(likeness({one, voters}, {other, voters}), std::nullopt);
}

TEST(Likeness, OfThoseWithoutANameIsNotKnown) {
  Participant traders, rebels;
  traders.keys = {"noun:trader"};
  rebels.keys = {"noun:rebel"};
  EXPECT_EQ(likeness(traders, rebels), std::nullopt);
  EXPECT_EQ(likeness(traders, traders), 0.7);
}

}  // namespace
}  // namespace demarche
