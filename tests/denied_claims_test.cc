// What denials answer in short accounts that the shipped model has read.

#include "graphs/denied_claims.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/compared.h"

namespace demarche {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

TEST(DeniedClaims, ADenialContradictsWhomItAnswers) {
  const Compared one(
      {"Uganda said that Kenya had blocked the Malaba road. "
       "Kenya denied that the road was blocked."});
  ASSERT_EQ(one.contradictions().size(), 1U);
  EXPECT_THAT(one.contradictions()[0], HasSubstr("polarity: "));
}

TEST(DeniedClaims, WhoDeniesAnAccusationDoesNotDenyThatItWasMade) {
  const Compared one(
      {"Uganda accused Kenya of blocking a road. "
       "Kenya denied the accusation."});
  EXPECT_THAT(one.contradictions(), Not(Contains(HasSubstr("accused"))));
}

TEST(DeniedClaims, WhoDeniesWhatIsNotSaidAgainAnswersWhomItWasSaidBy) {
  const Compared accused(
      {"Uganda accused Kenya of blocking a road. "
       "Kenya denied the allegations on Monday."});
  EXPECT_THAT(accused.contradictions(),
              Contains("polarity: Uganda blocking / Kenya denied"));
  const Compared relative(
      {"The mayor said that Kenya had attacked a village - something Kenya "
       "has denied."});
  EXPECT_THAT(relative.contradictions(),
              Contains(HasSubstr("attacked / The mayor denied")));
}

TEST(DeniedClaims, WhoRejectsAllegationsOrAnyRoleDeniesWhatTheySay) {
  for (const char* answer : {"Kenya rejected the allegations.",
                             "Kenya denied any role in the attack."}) {
    const Compared one(
        {std::string("Uganda said that Kenya had shelled a village. ") +
         answer});
    EXPECT_EQ(one.contradictions().size(), 1U) << answer;
  }
  const Compared request(
      {"Uganda said that Kenya had shelled a village. "
       "Kenya rejected the Sudanese request for grain."});
  EXPECT_THAT(request.contradictions(), IsEmpty());
}

TEST(DeniedClaims, ADenialIsNoAnswerToWhatIsSaidOfOthersOrByNobody) {
  const Compared others(
      {"Uganda accused Rwanda of blocking a road. "
       "Kenya denied the allegations."});
  EXPECT_THAT(others.contradictions(), IsEmpty());
  const Compared told(
      {"Kenya blocked a road on Monday. Kenya denied a request."});
  EXPECT_THAT(told.contradictions(), IsEmpty());
}

TEST(DeniedClaims, WhatSomebodyIsSaidToHaveSaidMayBeDenied) {
  const Compared two(
      {"The mayor claims that Maria Rossi called Paul Otieno a thief.",
       "Maria Rossi denied that she called Paul Otieno a thief."});
  EXPECT_THAT(two.contradictions(), Contains("polarity: A called / B called"));
}

TEST(DeniedClaims, WhoDeniesAReportDoesNotDenyThatItWasMade) {
  const Compared two({"Maria Rossi denied the report of the Sund Daily.",
                      "The mayor read the report of the Sund Daily."});
  EXPECT_THAT(two.contradictions(), IsEmpty());
}

TEST(DeniedClaims, WhoRefusesServiceDeniesNothingThatIsSaid) {
  const Compared one(
      {"Uganda said that the shops had banned a song. "
       "The shops denied service."});
  EXPECT_THAT(one.contradictions(), IsEmpty());
}

TEST(DeniedClaims, AnEarlierDenialMayBeContradictedButWasMade) {
  const Compared one(
      {"The letter contradicts an earlier denial by Kenya. "
       "Kenya issued its denial on Monday."});
  EXPECT_THAT(one.contradictions(), IsEmpty());
}

TEST(DeniedClaims, WhoDeniesAllegationsDeniesWhatTheySay) {
  const Compared one(
      {"The mayor said that Uganda accused Kenya of blocking a road. "
       "Kenya denied the allegations."});
  EXPECT_THAT(one.contradictions(), Not(Contains(HasSubstr("accused"))));
}

TEST(DeniedClaims, WhoRefusesToTestifyDeniesNoStatement) {
  const Compared one(
      {"The mayor accused Kenya of ignoring a letter and refusing to "
       "testify."});
  EXPECT_THAT(one.contradictions(), IsEmpty());
}

TEST(DeniedClaims, WhoDeniesWrongdoingStaysInOffice) {
  const Compared one(
      {"The opposition said that Ugandan President Amina Farah broke the law. "
       "Farah denies any wrongdoing."});
  EXPECT_THAT(one.contradictions(), Not(Contains(HasSubstr("President"))));
}

TEST(DeniedClaims, WhoCallsAllegationsFalseAnswersThem) {
  for (const char* answer :
       {"Kenya called the allegations false.",
        "Kenya dismissed the accusations as baseless.",
        "Kenya said the claim was untrue.", "Kenya said that was not true.",
        "Kenya described the claim as a fabrication.",
        "Kenya denied responsibility for the attack.",
        "Kenya denied involvement.", "Kenya disputed the account.",
        "Kenya rejected claims that it had shelled a village."}) {
    const Compared one({std::string("Uganda said that Kenya had shelled a "
                                    "village near Malaba. ") +
                        answer});
    EXPECT_THAT(one.contradictions(),
                Contains(HasSubstr("polarity: Uganda shelled / Kenya ")))
        << answer;
  }
}

TEST(DeniedClaims, OnlyDeedsAreDenied) {
  for (const char* claim :
       {"Uganda said that Kenya had built the Malaba bridge and had denied the "
        "allegations.",
        "Uganda said that Kenya wants the Malaba bridge. Kenya denied the "
        "allegations.",
        "Uganda said that Kenya met Rwandan envoys. Kenya denied any "
        "wrongdoing.",
        "Uganda cited the letter sent by Kenya. Kenya denied the "
        "allegations.",
        "Uganda said that Kenya shelled a village. Kenya can deny it.",
        "The mayor said that Uganda pressed Kenya during Kenya's talks on "
        "the dam. Kenya denied it."}) {
    const Compared one({claim});
    EXPECT_THAT(one.contradictions(), IsEmpty()) << claim;
  }
}

TEST(DeniedClaims, WhoCallsOtherThingsFalseAnswersNothing) {
  for (const char* answer :
       {"Kenya called the road a lie.", "Kenya called the claim true.",
        "Kenya said that it is false that the river rose."}) {
    const Compared one({std::string("Uganda said that Kenya had shelled a "
                                    "village near Malaba. ") +
                        answer});
    EXPECT_THAT(one.contradictions(), IsEmpty()) << answer;
  }
}

TEST(DeniedClaims, ThatSomebodyDeniesIsNotWhatHeDenies) {
  const Compared one(
      {"The mayor spoke with Maria Rossi, who denied having any grain. "
       "\"She denied any memory of it,\" the mayor said."});
  EXPECT_THAT(one.contradictions(), IsEmpty());
}

TEST(DeniedClaims, WhoAppearsToContradictDoesNotDenyThatHeAppearsTo) {
  const Compared one(
      {"Maria Rossi said that she would open the road, though her aides "
       "appeared to contradict that."});
  EXPECT_THAT(one.contradictions(), IsEmpty());
}

}  // namespace
}  // namespace demarche
