#include "extractor/mentions.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/analysis_builder.h"
#include "tests/small_world.h"

namespace demarche {
namespace {

/// "N:Chad n:the army p:its (n:war)", in order; those in the background in
/// parentheses.
std::string mentions_in(std::string_view lines) {
  const auto built = build_analysis(lines);
  std::string text;
  for (const Mention& mention :
       find_mentions(built.article, built.analysis, small_world())) {
    if (!text.empty()) text += ' ';
    if (mention.background) text += '(';
    text += mention.kind == MentionKind::name      ? "N:"
            : mention.kind == MentionKind::nominal ? "n:"
                                                   : "p:";
    text += slice(built.article.text, mention.span);
    if (mention.background) text += ')';
  }
  return text;
}

TEST(Mentions, OfTitlesOfficesAndOwnersNest) {
  EXPECT_EQ(mentions_in(R"(
    Chad-       Chad        PROPN 5 nmod:poss B-GPE
    's          's          PART  1 case
    foreign     foreign     ADJ   4 amod
    ministry    ministry    NOUN  5 compound
    spokeswoman spokeswoman NOUN  6 nmod:desc
    Awa         Awa         PROPN 8 nsubj B-PER
    Sy          Sy          PROPN 6 flat  I-PER
    spoke       speak       VERB  0 root  _  speak.01 ARG0=6
  )"),
            "n:Chad's foreign ministry spokeswoman N:Chad "
            "n:foreign ministry N:Awa Sy");
}

TEST(Mentions, OfPersonsLeaveTheirTitlesOut) {
  EXPECT_EQ(mentions_in(R"(
    Malian    malian    ADJ   2 amod      B-PER
    President President PROPN 3 nmod:desc I-PER
    Awa       Awa       PROPN 5 nsubj     I-PER
    Sy        Sy        PROPN 3 flat      I-PER
    left      leave     VERB  0 root
  )"),
            "n:Malian President N:Malian N:Awa Sy");
}

TEST(Mentions, AreFoundWhereOnlyTheGazetteerKnowsTheName) {
  EXPECT_EQ(mentions_in(R"(
    # headline
    Chad  Chad   PROPN 2 nsubj
    Sues  sue    VERB  0 root
    Mali  Mali   PROPN 2 obj
  )"),
            "N:Chad N:Mali");
}

TEST(Mentions, AreNoExpletivesAndKeepEventsInTheBackground) {
  EXPECT_EQ(mentions_in(R"(
    It     it   PRON/PRP 2 expl
    seems  seem VERB     0 root
    talks  talk NOUN/NNS 4 nsubj
    ended  end  VERB     2 ccomp _ end.01 ARG1=3
  )"),
            "(n:talks)");
}

TEST(Mentions, ArePronounsOfPersonsPossessionAndRelativeClauses) {
  EXPECT_EQ(mentions_in(R"(
    She     she     PRON/PRP  2 nsubj
    praised praise  VERB      0 root
    its     its     PRON/PRP$ 4 nmod:poss
    army    army    NOUN      2 obj
    ,       ,       PUNCT     7 punct
    which   which   PRON/WDT  7 nsubj
    fled    flee    VERB      4 acl:relcl
  )"),
            "p:She n:its army p:its p:which");
}

TEST(Mentions, TakeInWhatOfJoinsButNoClause) {
  EXPECT_EQ(mentions_in(R"(
    the     the     DET   2 det
    army    army    NOUN  7 nsubj
    of      of      ADP   4 case
    Chad    Chad    PROPN 2 nmod  B-GPE
    that    that    PRON/WDT 6 nsubj
    fought  fight   VERB  2 acl:relcl
    fled    flee    VERB  0 root
  )"),
            "n:the army of Chad N:Chad p:that");
}

TEST(Mentions, AreNounsUnknownToTheLexiconIfTheyAct) {
  EXPECT_EQ(mentions_in(R"(
    Miners  miner   NOUN/NNS 2 nsubj
    blocked block   VERB     0 root  _ block.01 ARG0=1 ARG1=4
    a       a       DET      4 det
    gate    gate    NOUN     2 obj
    in      in      ADP      6 case
    spring  spring  NOUN     2 obl
  )"),
            "n:Miners n:a gate (n:spring)");
}

TEST(Mentions, KeepInTheBackgroundWhatNobodyActsUpon) {
  EXPECT_EQ(mentions_in(R"(
    This    this    PRON/DT  2 nsubj
    stood   stand   VERB     0 root
    near    near    ADP      5 case
    a       a       DET      5 det
    well    well    NOUN     2 obl
  )"),
            "(p:This) (n:a well)");
}

TEST(Mentions, AreFoundThoughTheLemmaIsMisread) {
  EXPECT_EQ(mentions_in(R"(
    Both    both    DET      2 det
    armies  armie   NOUN/NNS 3 nsubj
    fled    flee    VERB     0 root
  )"),
            "n:Both armies");
}

TEST(Mentions, TellTheirClassAndNumber) {
  const auto built = build_analysis(R"(
    The      the      DET      3 det
    Green    Green    PROPN    3 compound  B-ORG
    Party    Party    PROPN    4 nsubj     I-ORG
    met      meet     VERB     0 root
    Chadian  Chadian  ADJ      6 amod      B-NORP
    officials official NOUN/NNS 4 obj
  )");
  const Ontology& world = small_world();
  const auto mentions = find_mentions(built.article, built.analysis, world);
  ASSERT_EQ(mentions.size(), 3u);
  EXPECT_EQ(mentions[0].type, world.find_class("PoliticalParty"));
  EXPECT_FALSE(mentions[0].plural);
  EXPECT_EQ(mentions[1].type, world.find_class("Person"));
  EXPECT_TRUE(mentions[1].plural);
  EXPECT_EQ(mentions[2].type, world.find_class("State"));
}

}  // namespace
}  // namespace demarche
