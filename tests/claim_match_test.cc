// What contradicts in short accounts that the shipped model has read, and what
// only seems to.

#include "graphs/claim_match.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/compared.h"

namespace demarche {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

TEST(Contradictions, OppositePolarityContradicts) {
  const Compared two(
      {"Kenyan troops crossed the border. "
       "Kenya blocked the Malaba road.",
       "Kenya has not blocked the Malaba road."});
  EXPECT_THAT(two.contradictions(),
              Contains("polarity: A blocked / B blocked"));
  EXPECT_THAT(two.shared(), Not(Contains("A blocked / B blocked")));
}

TEST(Contradictions, WhoHasNoneOfOneKindMayHaveOneOfAnother) {
  const Compared two({"Maria Rossi has no federal police experience.",
                      "Maria Rossi has police experience."});
  EXPECT_THAT(two.contradictions(), IsEmpty());
}

TEST(Contradictions, ANameIsKnownWithoutItsInitialsAndMarks) {
  const Compared two(
      {"The judge Paul G. Otieno Jr. administered the oath of 38 words.",
       "The judge Paul Otieno administered the oath of 35 words."});
  EXPECT_THAT(two.contradictions(),
              Contains("number: A administered / B administered"));
}

TEST(Contradictions, NumbersOfTwoYearsDoNotContradict) {
  const Compared two({"Maria Rossi earned $9 million in fees in 2013.",
                      "Maria Rossi earned $4 million in fees in 2011."});
  EXPECT_THAT(two.contradictions(), IsEmpty());
}

TEST(Contradictions, ShowsTheMentionOfAnEventOfWhichItsClaimerSpeaks) {
  const Compared one(
      {"Kenya bombed a village on Monday. Kenya denied the bombing."});
  EXPECT_THAT(one.contradictions(),
              Contains(HasSubstr("bombed / Kenya bombing")));
}

TEST(Contradictions, WhatDidNotHappenOnOneDayMayHaveOnAnother) {
  const Compared two({"On Monday Kenya did not block the Malaba road.",
                      "On Tuesday Kenya blocked the Malaba road."});
  EXPECT_THAT(two.contradictions(), IsEmpty());
}

TEST(Contradictions, WhatWasNotDoneInOneMannerOrToOneMayHaveBeenDone) {
  const Compared manner({"Kenya did not defeat Uganda by such a wide margin.",
                         "Kenya defeated Uganda."});
  EXPECT_THAT(manner.contradictions(), IsEmpty());
  const Compared target(
      {"Maria Rossi did not apologize to the drivers for the crash.",
       "Maria Rossi apologized on Monday."});
  EXPECT_THAT(target.contradictions(), IsEmpty());
}

TEST(Contradictions, OfTwoActsOneMayBeWantedAndTheOtherNot) {
  const Compared two(
      {"Uganda said that Maria Rossi wanted to freeze the grain aid to Kenya.",
       "Uganda said that Maria Rossi did not want to release the grain aid to "
       "Kenya."});
  EXPECT_THAT(two.contradictions(), IsEmpty());
}

TEST(Contradictions, TheDateOfABlastIsThatOfThoseWhomItKilled) {
  const Compared two({"A 1992 blast killed 263 workers in a mine in Kenya.",
                      "A 2019 blast killed 120 workers in a mine in Kenya."});
  EXPECT_THAT(two.contradictions(), Not(Contains(HasSubstr("number"))));
}

TEST(Contradictions, WhoIsNotAllOrOthersIsNotCountedAgainst) {
  const Compared two(
      {"Rebels killed four soldiers in an attack on a camp near Goma.",
       "Rebels killed a captain and three other soldiers in an attack on a "
       "camp near Goma."});
  EXPECT_THAT(two.contradictions(), IsEmpty());
}

TEST(Contradictions, SomeOfManyMayBeExpelledByOneAndSomeByAnother) {
  const Compared two(
      {"Kenya expelled four Sudanese diplomats on Monday over the attack.",
       "Uganda expelled Sudanese diplomats on Monday over the attack."});
  EXPECT_THAT(two.contradictions(), IsEmpty());
}

TEST(Contradictions, WhomNobodyDefeatedWasDefeatedByNoOther) {
  const Compared two({"No party has defeated the Unity Party in a century.",
                      "The Green Party celebrated its victory."});
  EXPECT_THAT(two.contradictions(), IsEmpty());
}

TEST(Contradictions, WhoDoesNotDoEnoughIsAnsweredByWhoDoesAllHeCan) {
  const Compared one(
      {"Uganda criticised Kenya's troops. It has said they are not doing "
       "enough "
       "to open the road. But Kenya has said it is doing everything "
       "possible."});
  EXPECT_THAT(one.contradictions(),
              Contains("polarity: Uganda doing / Kenya doing"));
}

TEST(Contradictions, WhoHasNoOtherOrNotYetMayHaveOneOrLater) {
  const Compared other({"There are no other talks between Kenya and Uganda.",
                        "The talks between Kenya and Uganda began."});
  EXPECT_THAT(other.contradictions(), IsEmpty());
  const Compared yet({"Kenya has not yet blocked the Malaba road.",
                      "Kenya blocked the Malaba road."});
  EXPECT_THAT(yet.contradictions(), IsEmpty());
}

TEST(Contradictions, WhoDidNotMeetSomebodyLeavesHimToOthers) {
  const Compared two({"Maria Rossi did not meet Paul Otieno in Malaba.",
                      "Amina Farah met Paul Otieno in Malaba."});
  EXPECT_THAT(two.contradictions(), IsEmpty());
}

TEST(Contradictions, TheDeadOfLongAgoAreOthers) {
  const Compared two(
      {"A gunman killed 50 people at a market in Malaba, Kenya.",
       "In 1992 a gunman killed 13 people at a market in Malaba, Kenya."});
  EXPECT_THAT(two.contradictions(), IsEmpty());
}

TEST(Contradictions, NumbersOfEventsThatNothingTiesDoNotContradict) {
  const Compared two(
      {"The two people killed in the crash were drivers.",
       "Three people were killed when a ferry sank off Mombasa."});
  EXPECT_THAT(two.contradictions(), IsEmpty());
}

TEST(Contradictions, WhoFailedToBuyIsNotEverybody) {
  const Compared two({"Those who failed to attack the camp near Goma left.",
                      "Rebels attacked the camp near Goma."});
  EXPECT_THAT(two.contradictions(), IsEmpty());
}

TEST(Contradictions, DaysOfTwoJourneysDoNotContradict) {
  const Compared two({"Maria Rossi returned to Mombasa on Monday.",
                      "Maria Rossi left Kampala on Tuesday."});
  EXPECT_THAT(two.contradictions(), IsEmpty());
}

TEST(Contradictions, WhoResignedHasNotStayed) {
  const Compared two(
      {"Foreign minister Paul Otieno resigned on Monday.",
       "Foreign minister Paul Otieno has not resigned, his spokesman said."});
  EXPECT_THAT(two.contradictions(),
              Contains("polarity: A resigned / B resigned"));
}

TEST(Contradictions, WhoMetIsContradictedByOneOfThemWhoDeniesIt) {
  const Compared two({"Maria Rossi met Paul Otieno in Malaba last week.",
                      "Paul Otieno denied that he had met Maria Rossi."});
  EXPECT_THAT(two.contradictions(), Contains("polarity: A met / B met"));
}

TEST(Contradictions, TheDeadWereKilled) {
  const Compared two({"Twelve people died in the Malaba blast.",
                      "Thirty people were killed in the blast in Malaba."});
  EXPECT_THAT(two.contradictions(), Contains("number: A died / B killed"));
}

TEST(Contradictions, WhatIsDatedIsNotAboutTheDate) {
  const Compared two({"The ceasefire between Kenya and Uganda began on Monday.",
                      "The ceasefire between Kenya and Uganda began on "
                      "Tuesday."});
  EXPECT_THAT(two.contradictions(), Contains("date: A began / B began"));
}

TEST(Contradictions, AShareOfTheVoteIsNoPartOfACount) {
  const Compared two(
      {"Paul Otieno won the election with 52 percent of the vote.",
       "Paul Otieno won the election with 61 percent of the vote."});
  EXPECT_THAT(two.contradictions(), Contains("number: A won / B won"));
}

TEST(Contradictions, WhatIsExpectedIsNobodysWord) {
  const Compared two(
      {"Maria Rossi is expected to visit the Malaba church.",
       "Maria Rossi was criticized for not visiting the Malaba church."});
  EXPECT_THAT(two.contradictions(), IsEmpty());
}

TEST(Contradictions, WhatOneDidNotDoOthersMayHaveDone) {
  const Compared two({"Two ministers urged Kenya to close the Malaba road.",
                      "Rwanda did not urge Kenya to close the Malaba road."});
  EXPECT_THAT(two.contradictions(), IsEmpty());
}

TEST(Contradictions, EachPairOfSidesContradictsInAMatterOnce) {
  const Compared two(
      {"Kenya blocked the Malaba road. "
       "Traders said that Kenya had blocked the Malaba road.",
       "Kenya has not blocked the Malaba road. "
       "Kenya never blocked the Malaba road."});
  EXPECT_EQ(two.contradictions().size(), 1U);
}

TEST(Contradictions, AFaultThatAnEventHasNotIsNoDenialOfTheEvent) {
  const Compared two({"Kenya found no fault in the talks with Uganda on grain.",
                      "The talks between Kenya and Uganda on grain ended."});
  EXPECT_THAT(two.contradictions(), IsEmpty());
}

TEST(Contradictions, AnotherActorContradicts) {
  const Compared two({"Kenya walked out of the grain talks with Uganda.",
                      "Uganda walked out of the grain talks with Kenya."});
  EXPECT_THAT(two.contradictions(), Contains("actor: A walked / B walked"));
}

TEST(Contradictions, APersonMayActForAParty) {
  const Compared two(
      {"Barack Obama seized the grain of the Malaba traders on Monday.",
       "The Democratic Party seized the grain of the Malaba traders on "
       "Monday."});
  EXPECT_THAT(two.contradictions(), IsEmpty());
}

TEST(Contradictions, ManyMayCriticizeAndMeet) {
  const Compared two({"Kenya criticized the dam in Ethiopia on Monday.",
                      "Uganda criticized the dam in Ethiopia on Monday."});
  EXPECT_THAT(two.contradictions(), IsEmpty());
}

TEST(Contradictions, AnotherNumberContradicts) {
  const Compared two(
      {"Rebels killed 12 soldiers in an attack on a camp near Goma.",
       "Rebels killed 30 soldiers in an attack on a camp near Goma."});
  EXPECT_THAT(two.contradictions(), Contains("number: A killed / B killed"));
}

TEST(Contradictions, AboutAndAtLeastLeaveRoomForANumber) {
  const Compared two(
      {"Rebels killed at least 12 soldiers in an attack on a camp near Goma.",
       "Rebels killed 30 soldiers in an attack on a camp near Goma."});
  EXPECT_THAT(two.contradictions(), IsEmpty());
  EXPECT_THAT(two.shared(), Contains("A killed / B killed"));
}

TEST(Contradictions, NotOnOneTopicIsNotNever) {
  const Compared two(
      {"Maria Rossi spoke with Paul Otieno by phone last week.",
       "Maria Rossi has not spoken with Paul Otieno about the dam."});
  EXPECT_THAT(two.contradictions(), IsEmpty());
}

TEST(Contradictions, SomePeopleAreNotSomePeople) {
  const Compared one(
      {"Some people are saying that. But some people are not saying that."});
  EXPECT_THAT(one.contradictions(), IsEmpty());
}

TEST(Contradictions, TwoWhoFightAttackEachOther) {
  const Compared two({"Kenya attacked a Ugandan camp on Monday.",
                      "Uganda attacked a Kenyan camp on Monday."});
  EXPECT_THAT(two.contradictions(), IsEmpty());
}

TEST(Contradictions, AShareOfAWholeIsNotTheWhole) {
  const Compared two(
      {"Maria Rossi has 60 percent of the 800 votes that she needs.",
       "Maria Rossi has 520 votes."});
  EXPECT_THAT(two.contradictions(), IsEmpty());
}

TEST(Contradictions, ASecondMeetingIsNoThirdOne) {
  const Compared two(
      {"Maria Rossi and Paul Otieno held a second meeting in Malaba.",
       "Maria Rossi denied a third meeting with Paul Otieno in Malaba."});
  EXPECT_THAT(two.contradictions(), IsEmpty());
}

TEST(Contradictions, WhomTwoOutletsQuoteSaidOneThing) {
  const Compared two(
      {"Maria Rossi said that Kenya blocked the Malaba road.",
       "Maria Rossi said that Kenya did not block the Malaba road."});
  EXPECT_THAT(two.contradictions(), IsEmpty());
}

TEST(Contradictions, SharesOfVotersAreNotOneActor) {
  const Compared two(
      {"The poll found that 22 percent of voters had trust in Kenya.",
       "The poll found that 12 percent of voters had no trust in Kenya."});
  EXPECT_THAT(two.contradictions(), IsEmpty());
}

TEST(Contradictions, WhoWasNotDismissedOverSomethingMayHaveBeenDismissed) {
  const Compared two({"Maria Rossi dismissed Paul Otieno on Monday.",
                      "Maria Rossi did not dismiss Paul Otieno over the dam."});
  EXPECT_THAT(two.contradictions(), IsEmpty());
}

TEST(Contradictions, AWeekdayIsNoNameThatTiesCounts) {
  const Compared two(
      {"In Mombasa, where 30 people were arrested on Monday night, a crowd met "
       "again.",
       "A march began in Malaba, where 28 people were arrested on Monday "
       "night."});
  EXPECT_THAT(two.contradictions(), IsEmpty());
}

TEST(Contradictions, AnotherDateContradicts) {
  const Compared two(
      {"Kenya deployed troops to the Ugandan border on Monday.",
       "Kenya deployed troops to the Ugandan border on Tuesday."});
  EXPECT_THAT(two.contradictions(), Contains("date: A deployed / B deployed"));
}

TEST(Contradictions, TodayIsTheDayOfWhoSaysIt) {
  const Compared two(
      {"Kenya deployed troops to the Ugandan border on Tuesday.",
       "Kenya said that it had deployed troops to the Ugandan border today."});
  EXPECT_THAT(two.contradictions(), IsEmpty());
}

}  // namespace
}  // namespace demarche
