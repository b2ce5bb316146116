// Compares short accounts that the shipped model has read: what agrees, and
// each way to contradict.

#include "graphs/compare.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "extractor/article_reader.h"
#include "graphs/compare_html.h"
#include "graphs/compare_json.h"
#include "graphs/compare_statements.h"
#include "graphs/compare_words.h"
#include "graphs/sord_sink.h"
#include "ontology/vocabulary.h"
#include "tests/shipped.h"

namespace demarche {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

/// Accounts of outlets called A, B, …, published on one day.
class Compared {
 public:
  explicit Compared(const std::vector<std::string>& texts) {
    for (const std::string& text : texts) {
      Metadata metadata;
      metadata.id = "outlet-" + std::to_string(articles_.size());
      metadata.publisher = std::string(1, static_cast<char>('A' + count()));
      metadata.published = "2023-01-12";
      articles_.push_back(shipped_extractor().extract(
          read_article(text, metadata, ArticleForm::detect).article));
    }
    comparison = compare(articles_, ontology());
  }

  static const Ontology& ontology() { return shipped_extractor().ontology(); }
  std::size_t count() const { return articles_.size(); }
  std::span<const Extraction> articles() const { return articles_; }

  std::string trigger(std::uint32_t claim) const {
    return excerpt(claim).words;
  }

  /// "A blocked / B blocked", by sides and triggers.
  std::vector<std::string> shared() const {
    std::vector<std::string> all;
    for (const auto& one : comparison.shared) {
      std::string words;
      for (const auto claim : one.claims)
        words += (words.empty() ? "" : " / ") + print(claim);
      all.push_back(words);
    }
    return all;
  }

  /// "number: A killed / B killed".
  std::vector<std::string> contradictions() const {
    std::vector<std::string> all;
    for (const auto& one : comparison.contradictions)
      all.push_back(std::string(name_of(one.match.contrast)) + ": " +
                    print(one.first) + " / " + print(one.second));
    return all;
  }

  std::vector<std::string> only(std::size_t side) const {
    std::vector<std::string> all;
    for (const auto claim : comparison.only[side])
      all.push_back(trigger(claim));
    return all;
  }

  Comparison comparison;

 private:
  Excerpt excerpt(std::uint32_t claim) const {
    return marked_sentence(comparison.claims[claim], articles_);
  }

  std::string print(std::uint32_t claim) const {
    return comparison.sides[comparison.claims[claim].side].name + " " +
           trigger(claim);
  }

  std::vector<Extraction> articles_;
};

TEST(Compare, WhatBothSayIsShared) {
  const Compared two(
      {"Kenya accused Uganda of shelling a village on Monday.",
       "Nairobi on Monday accused Kampala of shelling a village. "
       "Rwanda closed its border."});
  EXPECT_THAT(two.shared(), Contains("A accused / B accused"));
  EXPECT_THAT(two.shared(), Contains("A shelling / B shelling"));
  EXPECT_THAT(two.only(1), Contains("closed"));
  EXPECT_THAT(two.contradictions(), IsEmpty());
}

TEST(Compare, OppositePolarityContradicts) {
  const Compared two(
      {"Kenyan troops crossed the border. "
       "Kenya blocked the Malaba road.",
       "Kenya has not blocked the Malaba road."});
  EXPECT_THAT(two.contradictions(),
              Contains("polarity: A blocked / B blocked"));
  EXPECT_THAT(two.shared(), Not(Contains("A blocked / B blocked")));
}

TEST(Compare, ADenialContradictsWhomItAnswers) {
  const Compared one(
      {"Uganda said that Kenya had blocked the Malaba road. "
       "Kenya denied that the road was blocked."});
  ASSERT_EQ(one.contradictions().size(), 1U);
  EXPECT_THAT(one.contradictions()[0], HasSubstr("polarity: "));
}

TEST(Compare, WhoDeniesAnAccusationDoesNotDenyThatItWasMade) {
  const Compared one(
      {"Uganda accused Kenya of blocking a road. "
       "Kenya denied the accusation."});
  EXPECT_THAT(one.contradictions(), Not(Contains(HasSubstr("accused"))));
}

TEST(Compare, WhoDeniesWhatIsNotSaidAgainAnswersWhomItWasSaidBy) {
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

TEST(Compare, WhoRejectsAllegationsOrAnyRoleDeniesWhatTheySay) {
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

TEST(Compare, ADenialIsNoAnswerToWhatIsSaidOfOthersOrByNobody) {
  const Compared others(
      {"Uganda accused Rwanda of blocking a road. "
       "Kenya denied the allegations."});
  EXPECT_THAT(others.contradictions(), IsEmpty());
  const Compared told(
      {"Kenya blocked a road on Monday. Kenya denied a request."});
  EXPECT_THAT(told.contradictions(), IsEmpty());
}

TEST(Compare, WhatSomebodyIsSaidToHaveSaidMayBeDenied) {
  const Compared two(
      {"The mayor claims that Maria Rossi called Paul Otieno a thief.",
       "Maria Rossi denied that she called Paul Otieno a thief."});
  EXPECT_THAT(two.contradictions(), Contains("polarity: A called / B called"));
}

TEST(Compare, WhoDeniesAReportDoesNotDenyThatItWasMade) {
  const Compared two({"Maria Rossi denied the report of the Sund Daily.",
                      "The mayor read the report of the Sund Daily."});
  EXPECT_THAT(two.contradictions(), IsEmpty());
}

TEST(Compare, WhoHasNoneOfOneKindMayHaveOneOfAnother) {
  const Compared two({"Maria Rossi has no federal police experience.",
                      "Maria Rossi has police experience."});
  EXPECT_THAT(two.contradictions(), IsEmpty());
}

TEST(Compare, ANameIsKnownWithoutItsInitialsAndMarks) {
  const Compared two(
      {"The judge Paul G. Otieno Jr. administered the oath of 38 words.",
       "The judge Paul Otieno administered the oath of 35 words."});
  EXPECT_THAT(two.contradictions(),
              Contains("number: A administered / B administered"));
}

TEST(Compare, NumbersOfTwoYearsDoNotContradict) {
  const Compared two({"Maria Rossi earned $9 million in fees in 2013.",
                      "Maria Rossi earned $4 million in fees in 2011."});
  EXPECT_THAT(two.contradictions(), IsEmpty());
}

TEST(Compare, ShowsTheMentionOfAnEventOfWhichItsClaimerSpeaks) {
  const Compared one(
      {"Kenya bombed a village on Monday. Kenya denied the bombing."});
  EXPECT_THAT(one.contradictions(),
              Contains(HasSubstr("bombed / Kenya bombing")));
}

TEST(Compare, WhatDidNotHappenOnOneDayMayHaveOnAnother) {
  const Compared two({"On Monday Kenya did not block the Malaba road.",
                      "On Tuesday Kenya blocked the Malaba road."});
  EXPECT_THAT(two.contradictions(), IsEmpty());
}

TEST(Compare, WhoRefusesServiceDeniesNothingThatIsSaid) {
  const Compared one(
      {"Uganda said that the shops had banned a song. "
       "The shops denied service."});
  EXPECT_THAT(one.contradictions(), IsEmpty());
}

TEST(Compare, AnEarlierDenialMayBeContradictedButWasMade) {
  const Compared one(
      {"The letter contradicts an earlier denial by Kenya. "
       "Kenya issued its denial on Monday."});
  EXPECT_THAT(one.contradictions(), IsEmpty());
}

TEST(Compare, WhatWasNotDoneInOneMannerOrToOneMayHaveBeenDone) {
  const Compared manner(
      {"Kenya has not defeated Uganda with such a wide margin.",
       "Kenya defeated Uganda."});
  EXPECT_THAT(manner.contradictions(), IsEmpty());
  const Compared target(
      {"Maria Rossi did not apologize to the drivers for the crash.",
       "Maria Rossi apologized on Monday."});
  EXPECT_THAT(target.contradictions(), IsEmpty());
}

TEST(Compare, OfTwoActsOneMayBeWantedAndTheOtherNot) {
  const Compared two(
      {"Uganda said that Maria Rossi wanted to freeze the grain aid to Kenya.",
       "Uganda said that Maria Rossi did not want to release the grain aid to "
       "Kenya."});
  EXPECT_THAT(two.contradictions(), IsEmpty());
}

TEST(Compare, TheDateOfABlastIsThatOfThoseWhomItKilled) {
  const Compared two({"A 1992 blast killed 263 workers in a mine in Kenya.",
                      "A 2019 blast killed 120 workers in a mine in Kenya."});
  EXPECT_THAT(two.contradictions(), Not(Contains(HasSubstr("number"))));
}

TEST(Compare, WhoIsNotAllOrOthersIsNotCountedAgainst) {
  const Compared two(
      {"Rebels killed four soldiers in an attack on a camp near Goma.",
       "Rebels killed a captain and three other soldiers in an attack on a "
       "camp near Goma."});
  EXPECT_THAT(two.contradictions(), IsEmpty());
}

TEST(Compare, SomeOfManyMayBeExpelledByOneAndSomeByAnother) {
  const Compared two(
      {"Kenya expelled four Sudanese diplomats on Monday over the attack.",
       "Uganda expelled Sudanese diplomats on Monday over the attack."});
  EXPECT_THAT(two.contradictions(), IsEmpty());
}

TEST(Compare, WhomNobodyDefeatedWasDefeatedByNoOther) {
  const Compared two({"No party has defeated the Unity Party in a century.",
                      "The Green Party celebrated its victory."});
  EXPECT_THAT(two.contradictions(), IsEmpty());
}

TEST(Compare, WhoDoesNotDoEnoughIsAnsweredByWhoDoesAllHeCan) {
  const Compared one(
      {"Uganda criticised Kenya's troops. It has said they are not doing "
       "enough "
       "to open the road. But Kenya has said it is doing everything "
       "possible."});
  EXPECT_THAT(one.contradictions(),
              Contains("polarity: Uganda doing / Kenya doing"));
}

TEST(Compare, WhoHasNoOtherOrNotYetMayHaveOneOrLater) {
  const Compared other({"There are no other talks between Kenya and Uganda.",
                        "The talks between Kenya and Uganda began."});
  EXPECT_THAT(other.contradictions(), IsEmpty());
  const Compared yet({"Kenya has not yet blocked the Malaba road.",
                      "Kenya blocked the Malaba road."});
  EXPECT_THAT(yet.contradictions(), IsEmpty());
}

TEST(Compare, WhoDidNotMeetSomebodyLeavesHimToOthers) {
  const Compared two({"Maria Rossi did not meet Paul Otieno in Malaba.",
                      "Amina Farah met Paul Otieno in Malaba."});
  EXPECT_THAT(two.contradictions(), IsEmpty());
}

TEST(Compare, WhoDeniesAllegationsDeniesWhatTheySay) {
  const Compared one(
      {"The mayor said that Uganda accused Kenya of blocking a road. "
       "Kenya denied the allegations."});
  EXPECT_THAT(one.contradictions(), Not(Contains(HasSubstr("accused"))));
}

TEST(Compare, WhatOneDidNotDoOthersMayHaveDone) {
  const Compared two({"Two ministers urged Kenya to close the Malaba road.",
                      "Rwanda did not urge Kenya to close the Malaba road."});
  EXPECT_THAT(two.contradictions(), IsEmpty());
}

TEST(Compare, EachPairOfSidesContradictsInAMatterOnce) {
  const Compared two(
      {"Kenya blocked the Malaba road. "
       "Traders said that Kenya had blocked the Malaba road.",
       "Kenya has not blocked the Malaba road. "
       "Kenya never blocked the Malaba road."});
  EXPECT_EQ(two.contradictions().size(), 1U);
}

TEST(Compare, AFaultThatAnEventHasNotIsNoDenialOfTheEvent) {
  const Compared two({"Kenya found no fault in the talks with Uganda on grain.",
                      "The talks between Kenya and Uganda on grain ended."});
  EXPECT_THAT(two.contradictions(), IsEmpty());
}

TEST(Compare, AnotherActorContradicts) {
  const Compared two({"Kenya walked out of the grain talks with Uganda.",
                      "Uganda walked out of the grain talks with Kenya."});
  EXPECT_THAT(two.contradictions(), Contains("actor: A walked / B walked"));
}

TEST(Compare, APersonMayActForAParty) {
  const Compared two(
      {"Barack Obama seized the grain of the Malaba traders on Monday.",
       "The Democratic Party seized the grain of the Malaba traders on "
       "Monday."});
  EXPECT_THAT(two.contradictions(), IsEmpty());
}

TEST(Compare, ManyMayCriticizeAndMeet) {
  const Compared two({"Kenya criticized the dam in Ethiopia on Monday.",
                      "Uganda criticized the dam in Ethiopia on Monday."});
  EXPECT_THAT(two.contradictions(), IsEmpty());
}

TEST(Compare, AnotherNumberContradicts) {
  const Compared two(
      {"Rebels killed 12 soldiers in an attack on a camp near Goma.",
       "Rebels killed 30 soldiers in an attack on a camp near Goma."});
  EXPECT_THAT(two.contradictions(), Contains("number: A killed / B killed"));
}

TEST(Compare, AboutAndAtLeastLeaveRoomForANumber) {
  const Compared two(
      {"Rebels killed at least 12 soldiers in an attack on a camp near Goma.",
       "Rebels killed 30 soldiers in an attack on a camp near Goma."});
  EXPECT_THAT(two.contradictions(), IsEmpty());
  EXPECT_THAT(two.shared(), Contains("A killed / B killed"));
}

TEST(Compare, AnotherDateContradicts) {
  const Compared two(
      {"Kenya deployed troops to the Ugandan border on Monday.",
       "Kenya deployed troops to the Ugandan border on Tuesday."});
  EXPECT_THAT(two.contradictions(), Contains("date: A deployed / B deployed"));
}

TEST(Compare, TodayIsTheDayOfWhoSaysIt) {
  const Compared two(
      {"Kenya deployed troops to the Ugandan border on Tuesday.",
       "Kenya said that it had deployed troops to the Ugandan border today."});
  EXPECT_THAT(two.contradictions(), IsEmpty());
}

TEST(Compare, OtherEventsOfOneKindAreApart) {
  const Compared two({"Kenya arrested two journalists in Mombasa on Monday.",
                      "Rwanda arrested a general in Kigali in December."});
  EXPECT_THAT(two.shared(), IsEmpty());
  EXPECT_THAT(two.contradictions(), IsEmpty());
}

TEST(Compare, WhatNobodyStandsByIsLeftOut) {
  const Compared two({"Kenya may withdraw from the talks if Uganda attacks.",
                      "Kenya plans to withdraw from the talks."});
  EXPECT_THAT(two.shared(), IsEmpty());
}

TEST(Compare, NarrativesOfADigestAreSides) {
  const Compared digest(
      {"Talks Fail\nFacts\n- Envoys left Doha.\nNarratives\n"
       "- Pro-Kenya narrative, as provided by Nation. Uganda abandoned the "
       "grain talks.\n"
       "- Anti-Kenya narrative, as provided by Reuters. Kenya abandoned the "
       "grain talks.\n"});
  ASSERT_EQ(digest.comparison.sides.size(), 3U);
  EXPECT_EQ(digest.comparison.sides[0].name, "pro-Kenya (Nation)");
  EXPECT_EQ(digest.comparison.sides[2].name, "the digest itself");
  EXPECT_THAT(digest.contradictions(),
              Contains("actor: pro-Kenya (Nation) abandoned / "
                       "anti-Kenya (Reuters) abandoned"));
}

TEST(Compare, ClaimersOfOneArticleAreSides) {
  const Compared one(
      {"Kenya said that Uganda attacked a village. "
       "Rwanda closed its border."});
  ASSERT_EQ(one.comparison.sides.size(), 2U);
  EXPECT_EQ(one.comparison.sides[0].name, "the article itself");
  EXPECT_EQ(one.comparison.sides[1].name, "Kenya");
}

TEST(Compare, ThreeOutletsAreOneGroup) {
  const std::string text = "Kenya expelled the Ugandan ambassador on Monday.";
  const Compared three({text, text + " Rwanda left.", text});
  EXPECT_THAT(three.shared(), Contains("A expelled / B expelled / C expelled"));
}

TEST(Compare, NothingAndEmptyArticlesAreValid) {
  EXPECT_THAT(Compared({}).shared(), IsEmpty());
  const Compared empty({"", " \n"});
  EXPECT_EQ(empty.comparison.sides.size(), 2U);
  EXPECT_THAT(to_text(empty.comparison, empty.articles(), empty.ontology()),
              HasSubstr("Contradicted (0)"));
}

TEST(CompareOutput, SupportAndRefutalMeetTheClaimsOfTheGraph) {
  const Compared two({"Kenya blocked the Malaba road. Rebels attacked Goma.",
                      "Kenya has not blocked the Malaba road. "
                      "Rebels attacked Goma."});
  SordSink store;
  describe(two.comparison, two.articles(), two.ontology(), {}, store);
  const auto refuted = store.find("", vocabulary::dm::refutes_claim);
  ASSERT_EQ(refuted.size(), 1U);
  EXPECT_THAT(refuted[0].subject, HasSubstr("#claim=6,13;by=article"));
  EXPECT_EQ(store.find("", vocabulary::dm::supports_claim).size(), 1U);
  EXPECT_EQ(store.find("", vocabulary::dm::match_score).size(), 2U);
}

TEST(CompareOutput, JsonNamesClaimsByTheirNumber) {
  const Compared two({"Kenya blocked the road.", "Kenya blocked the road."});
  const auto json = to_json(two.comparison, two.articles(), two.ontology());
  EXPECT_THAT(json, HasSubstr(R"("shared":[{"claims":[0,1],"score":)"));
  EXPECT_THAT(json, HasSubstr(R"("trigger":{"begin":6,"end":13,)"));
}

TEST(CompareOutput, ArticlesAreInertInHtml) {
  const std::string attack =
      "Kenya blocked the <script>alert(1)</script><img src=x onerror=\"y\"> "
      "road.";
  const Compared two({attack, attack});
  const auto html = to_html(two.comparison, two.articles(), two.ontology());
  EXPECT_THAT(html, HasSubstr("&lt;script&gt;"));
  EXPECT_THAT(html, Not(HasSubstr("<script")));
  EXPECT_THAT(html, Not(HasSubstr("<img")));
  EXPECT_THAT(html, HasSubstr("default-src 'none'"));
  EXPECT_THAT(html, HasSubstr("<mark>blocked</mark>"));
}

TEST(CompareOutput, TheSameArticlesGiveTheSameText) {
  const auto print = [] {
    const Compared two({"Kenya blocked the road.", "Kenya left the talks."});
    return to_text(two.comparison, two.articles(), two.ontology());
  };
  EXPECT_EQ(print(), print());
}

}  // namespace
}  // namespace demarche
