#include "extractor/claims.h"

#include <gtest/gtest.h>

#include "tests/reading.h"

namespace demarche {
namespace {

/// The claim about the attack in a sentence around "Chad attacked".
struct ClaimCase {
  const char* name;
  const char* lines;
  const char* claimer;
  Factuality factuality;
};

class ClaimAboutAnAttack : public testing::TestWithParam<ClaimCase> {};

TEST_P(ClaimAboutAnAttack, StandsAsItsClaimerStandsByIt) {
  const Extraction extraction = read(GetParam().lines);
  const char* form = GetParam().lines[0] == '!' ? "attack" : "attacked";
  const Claim& claim = claim_about(extraction, form);
  EXPECT_EQ(claimer(extraction, claim), GetParam().claimer);
  EXPECT_EQ(name_of(claim.factuality),
            std::string_view(name_of(GetParam().factuality)));
  const Event& event = event_at(extraction, form);
  if (claim.attribution)
    EXPECT_EQ(event.factuality, Factuality::unknown);
  else
    EXPECT_EQ(event.factuality, claim.factuality);
}

constexpr ClaimCase plain{"Plain", R"(
    Chad     Chad    PROPN     2 nsubj B-GPE
    attacked attack  VERB/VBD  0 root  _ attack.01 ARG0=1)",
                          "article", Factuality::certain_positive};
constexpr ClaimCase negated{"Negated", R"(
    Chad     Chad    PROPN     4 nsubj B-GPE
    had      have    AUX       4 aux
    not      not     PART      4 advmod
    attacked attack  VERB/VBN  0 root  _ attack.01 ARG0=1)",
                            "article", Factuality::certain_negative};
constexpr ClaimCase possible{"Possible", R"(
    Chad     Chad    PROPN     4 nsubj B-GPE
    may      may     AUX       4 aux
    have     have    AUX       4 aux
    attacked attack  VERB/VBN  0 root  _ attack.01 ARG0=1)",
                             "article", Factuality::possible_positive};
constexpr ClaimCase said{"Said", R"(
    Niger    Niger   PROPN     2 nsubj B-GPE
    said     say     VERB/VBD  0 root  _ say.01 ARG0=1 ARG1=4
    Chad     Chad    PROPN     4 nsubj B-GPE
    attacked attack  VERB/VBD  2 ccomp _ attack.01 ARG0=3)",
                         "Niger", Factuality::certain_positive};
constexpr ClaimCase not_said{"NotSaid", R"(
    Niger    Niger   PROPN     4 nsubj B-GPE
    did      do      AUX       4 aux
    not      not     PART      4 advmod
    say      say     VERB/VB   0 root  _ say.01 ARG0=1 ARG1=6
    Chad     Chad    PROPN     6 nsubj B-GPE
    attacked attack  VERB/VBD  4 ccomp _ attack.01 ARG0=5)",
                             "Niger", Factuality::unknown};
constexpr ClaimCase denied{"Denied", R"(
    Niger    Niger   PROPN     2 nsubj B-GPE
    denied   deny    VERB/VBD  0 root  _ deny.01 ARG0=1 ARG1=4
    Chad     Chad    PROPN     4 nsubj B-GPE
    attacked attack  VERB/VBD  2 ccomp _ attack.01 ARG0=3)",
                           "Niger", Factuality::certain_negative};
constexpr ClaimCase according{"AccordingTo", R"(
    According accord VERB/VBG  3 case
    to       to      ADP       1 fixed
    Niger    Niger   PROPN     5 obl   B-GPE
    Chad     Chad    PROPN     5 nsubj B-GPE
    attacked attack  VERB/VBD  0 root  _ attack.01 ARG0=4)",
                              "Niger", Factuality::certain_positive};
constexpr ClaimCase after{"CueAfter", R"(
    Chad     Chad    PROPN     2 nsubj B-GPE
    attacked attack  VERB/VBD  0 root  _ attack.01 ARG0=1
    Niger    Niger   PROPN     4 nsubj B-GPE
    said     say     VERB/VBD  2 parataxis _ say.01 ARG0=3)",
                          "Niger", Factuality::certain_positive};
constexpr ClaimCase allegedly{"Allegedly", R"(
    Chad     Chad    PROPN     3 nsubj B-GPE
    allegedly allegedly ADV    3 advmod
    attacked attack  VERB/VBD  0 root  _ attack.01 ARG0=1)",
                              "someone", Factuality::possible_positive};
constexpr ClaimCase conditional{"Conditional", R"(
    If       if      SCONJ     3 mark
    Chad     Chad    PROPN     3 nsubj B-GPE
    attacked attack  VERB/VBD  5 advcl _ attack.01 ARG0=2
    Niger    Niger   PROPN     5 nsubj B-GPE
    grew     grow    VERB/VBD  0 root  _ grow.01 ARG1=4)",
                                "article", Factuality::unknown};
constexpr ClaimCase regretted{"Regretted", R"(
    Niger    Niger   PROPN     2 nsubj B-GPE
    regretted regret VERB/VBD  0 root  _ regret.01 ARG0=1 ARG1=4
    Chad     Chad    PROPN     4 nsubj B-GPE
    attacked attack  VERB/VBD  2 ccomp _ attack.01 ARG0=3)",
                              "article", Factuality::certain_positive};

INSTANTIATE_TEST_SUITE_P(Sentences, ClaimAboutAnAttack,
                         testing::Values(plain, negated, possible, said,
                                         not_said, denied, according, after,
                                         allegedly, conditional, regretted),
                         [](const auto& info) {
                           return std::string(info.param.name);
                         });

TEST(Claims, OfAnAccusationBelongToTheAccuser) {
  const Extraction extraction = read(R"(
    Chad     Chad    PROPN     2 nsubj B-GPE
    accused  accuse  VERB/VBD  0 root  _ accuse.01 ARG0=1 ARG1=3 ARG2=5
    Sudan    Sudan   PROPN     2 obj   B-GPE
    of       of      SCONJ     5 mark
    attacking attack VERB/VBG  2 advcl _ attack.01 ARG0=3
  )");
  EXPECT_EQ(claimer(extraction, claim_about(extraction, "accused")), "article");
  const Claim& content = claim_about(extraction, "attacking");
  EXPECT_EQ(claimer(extraction, content), "Chad");
  EXPECT_EQ(content.depth, 1u);
}

TEST(Claims, WithinAClaimAreNested) {
  const Extraction extraction = read(R"(
    Niger    Niger   PROPN     2 nsubj B-GPE
    said     say     VERB/VBD  0 root  _ say.01 ARG0=1 ARG1=4
    Chad     Chad    PROPN     4 nsubj B-GPE
    accused  accuse  VERB/VBD  2 ccomp _ accuse.01 ARG0=3 ARG1=5 ARG2=7
    Sudan    Sudan   PROPN     4 obj   B-GPE
    of       of      SCONJ     7 mark
    attacking attack VERB/VBG  4 advcl _ attack.01 ARG0=5
  )");
  const Claim& content = claim_about(extraction, "attacking");
  EXPECT_EQ(claimer(extraction, content), "Chad");
  EXPECT_EQ(content.depth, 2u);
  ASSERT_TRUE(content.within);
  const Claim& outer = extraction.claims[index(*content.within)];
  EXPECT_EQ(claimer(extraction, outer), "Niger");
}

TEST(Claims, WhatFailsOrIsPlannedHasNotHappened) {
  const Extraction failed = read(R"(
    Chad     Chad    PROPN     2 nsubj B-GPE
    failed   fail    VERB/VBD  0 root  _ fail.01 ARG1=1 ARG2=4
    to       to      PART/TO   4 mark
    attack   attack  VERB/VB   2 xcomp _ attack.01 ARG0=1
  )");
  EXPECT_EQ(event_at(failed, "attack").factuality,
            Factuality::certain_negative);
  const Extraction planned = read(R"(
    Chad     Chad    PROPN     2 nsubj B-GPE
    plans    plan    VERB/VBZ  0 root  _ plan.01 ARG0=1 ARG1=4
    to       to      PART/TO   4 mark
    attack   attack  VERB/VB   2 xcomp _ attack.01 ARG0=1
  )");
  EXPECT_EQ(event_at(planned, "attack").factuality, Factuality::unknown);
  EXPECT_TRUE(event_at(planned, "attack").future);
}

TEST(Claims, OfAQuotedSentenceBelongToTheLastSpeaker) {
  const Extraction extraction = read(R"(
    Niger    Niger   PROPN     2 nsubj B-GPE
    said     say     VERB/VBD  0 root  _ say.01 ARG0=1 ARG1=6
    :        :       PUNCT     2 punct
    “-       “       PUNCT     6 punct
    Rain     rain    NOUN      6 nsubj
    fell     fall    VERB/VBD  2 ccomp _ fall.01 ARG1=5
    hard     hard    ADV       6 advmod

    Chad     Chad    PROPN     2 nsubj B-GPE
    attacked attack  VERB/VBD  0 root  _ attack.01 ARG0=1 ARG1=3
    us-      we      PRON      2 obj
    ”        ”       PUNCT     2 punct
  )");
  EXPECT_EQ(claimer(extraction, claim_about(extraction, "attacked")), "Niger");
}

}  // namespace
}  // namespace demarche
