#include "extractor/model/sense_inventory.h"

#include <gtest/gtest.h>

#include "ontology/error.h"
#include "tests/model_builder.h"

namespace demarche {
namespace {

// The sense of a lemma where the scores of accuse.01, hold.01 and hold.04 are
// 1, 2 and 3.
std::string sense_of(std::string_view lemma) {
  ModelBuilder model;
  model.add("rolesets", {"accuse\taccuse.01", "hold\thold.02 hold.01 hold.04",
                         "talk\ttalk.02 talk.01"});
  const ModelFile file = ModelFile::load(model.save("senses.model"));
  const std::vector<std::string_view> labels = {"accuse.01", "hold.01",
                                                "hold.04"};
  return SenseInventory(file, labels).find(lemma, [](std::size_t label) {
    return 1 + static_cast<float>(label);
  });
}

TEST(SenseInventory, TakesTheHighestScoredSenseOfTheLemma) {
  EXPECT_EQ(sense_of("hold"), "hold.04");
  EXPECT_EQ(sense_of("accuse"), "accuse.01");
  EXPECT_EQ(sense_of("Hold"), "hold.04");
}

TEST(SenseInventory, TakesTheFirstWhereNoneCanBeScored) {
  EXPECT_EQ(sense_of("talk"), "talk.02");
}

TEST(SenseInventory, MakesOneForAnUnknownLemma) {
  EXPECT_EQ(sense_of("blockade"), "blockade.01");
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
