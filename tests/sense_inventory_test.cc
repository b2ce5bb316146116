#include "extractor/model/sense_inventory.h"

#include <gtest/gtest.h>

#include <limits>

#include "ontology/error.h"
#include "tests/model_builder.h"

namespace demarche {
namespace {

// The sense of a lemma, if the particle follows it, where the scores of
// accuse.01, hold.01, hold.04, strike.01 and strike_down.08 are 1 to 5.
std::string sense_of(std::string_view lemma, std::string_view particle = "") {
  ModelBuilder model;
  model.add("rolesets",
            {"accuse\taccuse.01", "hold\thold.02 hold.01 hold.04",
             "shell\tshell_out.03 shell.02", "strike\tstrike.01 strike_down.08",
             "opt\topt_out.01", "talk\ttalk.02 talk.01"});
  const ModelFile file = ModelFile::load(model.save("senses.model"));
  const std::vector<std::string_view> labels = {
      "accuse.01", "hold.01",        "hold.04",
      "strike.01", "strike_down.08", "shell_out.03"};
  return SenseInventory(file, labels)
      .find(
          lemma,
          [](std::size_t label) { return 1 + static_cast<float>(label); },
          [&](std::string_view word) { return word == particle; })
      .roleset;
}

ModelBuilder with_limits() {
  ModelBuilder model;
  model.add("rolesets",
            {"accuse\taccuse.01", "hold\thold.02 hold.01", "war\twar.01"});
  model.add("rolesets.cores", {"0C12fA", "01 *", "01"});
  model.add("not_predicates", {"war\tPROPN"});
  return model;
}

Sense limited_sense_of(std::string_view lemma) {
  static const ModelFile file =
      ModelFile::load(with_limits().save("limits.model"));
  static const SenseInventory senses(file, {"accuse.01", "hold.01"});
  return senses.find(
      lemma, [](std::size_t) { return 1; },
      [](std::string_view) { return false; });
}

bool may_be_predicate(std::string lemma, Upos upos) {
  static const ModelFile file =
      ModelFile::load(with_limits().save("words.model"));
  static const SenseInventory senses(file, {});
  Word word;
  word.lemma = std::move(lemma);
  word.upos = upos;
  return senses.may_be_predicate(word);
}

TEST(SenseInventory, TakesTheHighestScoredSenseOfTheLemma) {
  EXPECT_EQ(sense_of("hold"), "hold.04");
  EXPECT_EQ(sense_of("accuse"), "accuse.01");
  EXPECT_EQ(sense_of("Hold"), "hold.04");
}

TEST(SenseInventory, TakesTheFirstWhereNoneCanBeScored) {
  EXPECT_EQ(sense_of("talk"), "talk.02");
}

TEST(SenseInventory, LeavesOutVerbsWithAParticleThatDoesNotFollow) {
  EXPECT_EQ(sense_of("strike"), "strike.01");
  EXPECT_EQ(sense_of("strike", "down"), "strike_down.08");
  EXPECT_EQ(sense_of("strike", "out"), "strike.01");
  EXPECT_EQ(sense_of("shell"), "shell.02");
  EXPECT_EQ(sense_of("opt"), "opt.01");
}

TEST(SenseInventory, MakesOneForAnUnknownLemma) {
  EXPECT_EQ(sense_of("blockade"), "blockade.01");
}

TEST(SenseInventory, ASensePrefersTheCoreRolesThatItHas) {
  const Sense sense = limited_sense_of("accuse");
  EXPECT_EQ(sense.cores, "0C12fA");
  EXPECT_FLOAT_EQ(sense.preference("ARG0"), .2f);
  EXPECT_FLOAT_EQ(sense.preference("ARG1"), 0);
  EXPECT_FLOAT_EQ(sense.preference("R-ARG2"), -.5f);
  EXPECT_FLOAT_EQ(sense.preference("ARGA"), 0);
  EXPECT_EQ(sense.preference("C-ARG4"),
            -std::numeric_limits<float>::infinity());
  EXPECT_FLOAT_EQ(sense.preference("ARGM-TMP"), 0);
  EXPECT_FLOAT_EQ(sense.preference("_"), 0);
}

TEST(SenseInventory, ASenseOfUnknownRolesPrefersNone) {
  EXPECT_FLOAT_EQ(limited_sense_of("hold").preference("ARG4"), 0);
  EXPECT_FLOAT_EQ(limited_sense_of("blockade").preference("ARG4"), 0);
}

TEST(SenseInventory, OnlyVerbsArePredicatesWithoutRolesets) {
  EXPECT_TRUE(may_be_predicate("Hold", Upos::noun));
  EXPECT_TRUE(may_be_predicate("livestream", Upos::verb));
  EXPECT_TRUE(may_be_predicate("insolvent", Upos::adj));
  EXPECT_FALSE(may_be_predicate("satire", Upos::noun));
}

TEST(SenseInventory, SomeWordsWithRolesetsAreNoPredicates) {
  EXPECT_TRUE(may_be_predicate("war", Upos::noun));
  EXPECT_FALSE(may_be_predicate("War", Upos::propn));
}

TEST(SenseInventory, RefusesFewerLinesOfRolesThanOfRolesets) {
  ModelBuilder model = with_limits();
  model.add("rolesets.cores", {"012"});
  const ModelFile file = ModelFile::load(model.save("senses.model"));
  EXPECT_THROW(SenseInventory(file, {}), Error);
}

TEST(SenseInventory, RefusesLinesWithoutRolesets) {
  for (const std::string line : {"hold", "hold\t"}) {
    ModelBuilder model;
    model.add("rolesets", {line});
    const ModelFile file = ModelFile::load(model.save("senses.model"));
    EXPECT_THROW(SenseInventory(file, {}), Error);
  }
}

}  // namespace
}  // namespace demarche
