// Compares short accounts that the shipped model has read: what agrees, who
// says it, and how it is printed.

#include "graphs/compare.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "graphs/compare_html.h"
#include "graphs/compare_json.h"
#include "graphs/compare_statements.h"
#include "graphs/sord_sink.h"
#include "ontology/vocabulary.h"
#include "tests/compared.h"

namespace demarche {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

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

TEST(Compare, OtherEventsOfOneKindAreApart) {
  const Compared two({"Kenya arrested two journalists in Mombasa on Monday.",
                      "Rwanda arrested a general in Kigali in December."});
  EXPECT_THAT(two.shared(), IsEmpty());
  EXPECT_THAT(two.contradictions(), IsEmpty());
}

TEST(Compare, WhatNobodyStandsByIsLeftOut) {
  const Compared two({"Kenya may withdraw from Somalia if Uganda attacks.",
                      "Kenya plans to withdraw from Somalia."});
  EXPECT_THAT(two.shared(), IsEmpty());
}

TEST(Compare, OneSaysApprovedAndTheOtherRejected) {
  const Compared two(
      {"The Kenyan parliament approved the grain treaty on Monday.",
       "The Kenyan parliament rejected the grain treaty on Monday."});
  EXPECT_THAT(two.contradictions(),
              Contains("polarity: A approved / B rejected"));
  const Compared stages(
      {"The Kenyan parliament rejected the grain treaty on Monday.",
       "The Kenyan parliament approved the grain treaty on Wednesday."});
  EXPECT_THAT(stages.contradictions(), IsEmpty());
}

TEST(Compare, ThatNoneOfASortDidItLeavesOthers) {
  const Compared two({"No Kenyan minister has ever met the Ugandan king.",
                      "A Rwandan minister met the Ugandan king."});
  EXPECT_THAT(two.contradictions(), IsEmpty());
}

TEST(Compare, AnEarlierRefusalIsNoDenialOfWhatCameAfterIt) {
  const Compared two(
      {"Kenya endorsed Uganda on Friday.",
       "The refusal of Kenya to endorse Uganda angered voters."});
  EXPECT_THAT(two.contradictions(), IsEmpty());
}

TEST(Compare, WhoDeniesAPurposeDoesNotDenyTheAct) {
  const Compared one(
      {"The king dismissed the judge on Monday. The court denied that the king "
       "dismissed the judge to end the trial."});
  EXPECT_THAT(one.contradictions(), IsEmpty());
}

TEST(Compare, WhoWasNotHurtBadlyMayHaveBeenHurt) {
  const Compared two(
      {"Eleven police officers were injured in the protests in Nairobi.",
       "No police officers were seriously injured in the protests in "
       "Nairobi."});
  EXPECT_THAT(two.contradictions(), IsEmpty());
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

TEST(Compare, SidesOfOnePublisherAreToldApart) {
  std::vector<Extraction> articles(4);
  for (auto& one : articles) one.article.metadata.publisher = "Dawn";
  articles[0].article.metadata.title = "Talks fail";
  articles[1].article.metadata.id = "d-2";
  articles[2].article.metadata.id = "d-2";
  articles[3].article.metadata.publisher = "Dusk";
  const auto comparison = compare(articles, Compared::ontology());
  std::vector<std::string> names;
  for (const Side& side : comparison.sides) names.push_back(side.name);
  EXPECT_THAT(names, testing::ElementsAre("Dawn: Talks fail", "Dawn: d-2",
                                          "Dawn: d-2 (2)", "Dusk"));
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
