#include "extractor/sentence_judge.h"

#include <gtest/gtest.h>

#include "extractor/reference.h"
#include "tests/analysis_builder.h"
#include "tests/small_ontology.h"

namespace demarche {
namespace {

/// The stance of the word number `word`, from 1, with nobody known by name.
Stance stance_of(const char* lines, WordIndex word) {
  const BuiltAnalysis built = build_analysis(lines);
  const auto views = view_sentences(built.analysis, small_ontology());
  const References references(built.analysis, {}, {});
  std::vector<Attribution> attributions;
  SentenceJudge judge(views[0], 0, references, {}, attributions);
  return judge.judge()[word - 1];
}

struct JudgeCase {
  const char* name;
  const char* lines;
  WordIndex word;
  Factuality factuality;
};

class Word : public testing::TestWithParam<JudgeCase> {};

TEST_P(Word, IsAsFactualAsItsPlaceAllows) {
  const Stance stance = stance_of(GetParam().lines, GetParam().word);
  EXPECT_FALSE(stance.attribution);
  EXPECT_EQ(static_cast<int>(stance.factuality),
            static_cast<int>(GetParam().factuality));
}

INSTANTIATE_TEST_SUITE_P(
    Judged, Word,
    testing::Values(JudgeCase{"Command", R"(
            please please INTJ     2 discourse
            attack attack VERB/VB  0 root
            Niger  Niger  PROPN    2 obj)",
                              2, Factuality::unknown},
                    JudgeCase{"Prohibition", R"(
            do     do     AUX/VB   3 aux
            not    not    PART     3 advmod
            attack attack VERB/VB  0 root)",
                              3, Factuality::unknown},
                    JudgeCase{"Statement", R"(
            they   they   PRON     2 nsubj
            attack attack VERB/VBP 0 root)",
                              2, Factuality::certain_positive},
                    JudgeCase{"SecondSubjectIsAnothersClause", R"(
            they    they    PRON     2 nsubj
            attack  attack  VERB/VBD 0 root
            not     not     PRON     2 nsubj
            left    leave   VERB/VBD 2 ccomp)",
                              2, Factuality::certain_positive},
                    JudgeCase{"GoingTo", R"(
            they   they   PRON     3 nsubj
            are    be     AUX/VBP  3 aux
            going  go     VERB/VBG 0 root
            to     to     PART/TO  5 mark
            attack attack VERB/VB  3 xcomp)",
                              5, Factuality::unknown},
                    JudgeCase{"RelativeClauseOfTheKnown", R"(
            they     they   PRON     3 nsubj
            may      may    AUX/MD   3 aux
            punish   punish VERB/VB  0 root
            the      the    DET      5 det
            men      man    NOUN/NNS 3 obj
            who      who    PRON     7 nsubj
            attacked attack VERB/VBD 5 acl:relcl)",
                              7, Factuality::certain_positive},
                    JudgeCase{"RelativeClauseOfTheNew", R"(
            they     they   PRON     3 nsubj
            may      may    AUX/MD   3 aux
            hire     hire   VERB/VB  0 root
            men      man    NOUN/NNS 3 obj
            who      who    PRON     6 nsubj
            attack   attack VERB/VBP 4 acl:relcl)",
                              6, Factuality::probable_positive},
                    JudgeCase{"FirstTo", R"(
            Chad   Chad   PROPN       5 nsubj
            was    be     AUX/VBD     5 cop
            the    the    DET         5 det
            first  first  ADJ/JJ/NumType=Ord 5 amod
            state  state  NOUN/NN     0 root
            to     to     PART/TO     7 mark
            attack attack VERB/VB     5 acl _ attack.01 ARG0=5)",
                              7, Factuality::certain_positive},
                    JudgeCase{"Purpose", R"(
            they   they   PRON     2 nsubj
            came   come   VERB/VBD 0 root
            to     to     PART/TO  4 mark
            attack attack VERB/VB  2 advcl)",
                              4, Factuality::possible_positive},
                    JudgeCase{"Coordinated", R"(
            they   they   PRON     4 nsubj
            did    do     AUX/VBD  4 aux
            not    not    PART     4 advmod
            stay   stay   VERB/VB  0 root
            and    and    CCONJ    6 cc
            attack attack VERB/VB  4 conj)",
                              6, Factuality::certain_negative},
                    JudgeCase{"CoordinatedWithItsOwnTense", R"(
            they     they   PRON     4 nsubj
            did      do     AUX/VBD  4 aux
            not      not    PART     4 advmod
            stay     stay   VERB/VB  0 root
            and      and    CCONJ    6 cc
            attacked attack VERB/VBD 4 conj)",
                              6, Factuality::certain_positive},
                    JudgeCase{"BeforeItComes", R"(
            we     we     PRON     2 nsubj
            left   leave  VERB/VBD 0 root
            before before SCONJ    5 mark
            they   they   PRON     5 nsubj
            attack attack VERB/VBP 2 advcl)",
                              5, Factuality::unknown}),
    [](const auto& param) { return param.param.name; });

TEST(SentenceJudge, GivesAQuestionToNobody) {
  constexpr auto question = R"(
    they     they   PRON     2 nsubj
    attacked attack VERB/VBD 0 root
    ?        ?      PUNCT    2 punct)";
  EXPECT_EQ(static_cast<int>(stance_of(question, 2).factuality),
            static_cast<int>(Factuality::unknown));
}

TEST(SentenceJudge, AttributesWhatIsSaid) {
  constexpr auto said = R"(
    they     they   PRON     2 nsubj
    said     say    VERB/VBD 0 root  _ say.01 ARG0=1 ARG1=4
    we       we     PRON     4 nsubj
    attacked attack VERB/VBD 2 ccomp)";
  EXPECT_TRUE(stance_of(said, 4).attribution.has_value());
  EXPECT_FALSE(stance_of(said, 2).attribution.has_value());
}

TEST(SentenceJudge, AttributesWhatTheRolesSayIsSaid) {
  constexpr auto misread = R"(
    they     they   PRON     2 nsubj
    called   call   VERB/VBD 0 root
    and      and    CCONJ    4 cc
    said     say    VERB/VBD 2 conj  _ say.01 ARG0=1 ARG1=6
    we       we     PRON     6 nsubj
    attacked attack VERB/VBD 2 conj)";
  EXPECT_TRUE(stance_of(misread, 6).attribution.has_value());
  EXPECT_FALSE(stance_of(misread, 2).attribution.has_value());
}

}  // namespace
}  // namespace demarche
