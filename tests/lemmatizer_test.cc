#include "extractor/model/lemmatizer.h"

#include <gtest/gtest.h>

#include "tests/model_builder.h"

namespace demarche {
namespace {

class LemmatizerTest : public testing::Test {
 protected:
  void SetUp() override {
    ModelBuilder builder;
    builder.add("lemmas", {"N men\tman", "V fled\tflee"});
    builder.add("rolesets", {"accuse\taccuse.01", "lie\tlie.01"});
    builder.add("pieces", {"clash", "hostility", "##s", "demonstrators"});
    path_ = builder.save("lemmatizer");
  }

  /// The lemma where the rules are scored in the order given, best first.
  std::string lemma(std::string_view form, std::string_view xpos,
                    const std::vector<std::string_view>& rules) const {
    std::vector<float> scores;
    for (std::size_t i = 0; i < rules.size(); ++i)
      scores.push_back(-static_cast<float>(i));
    const ModelFile file = ModelFile::load(path_);
    return Lemmatizer(file, rules).lemma(form, xpos, scores);
  }

  std::string path_;
};

TEST_F(LemmatizerTest, AKnownFormHasItsLemmaWhateverTheNetworkSays) {
  EXPECT_EQ(lemma("fled", "VBD", {"l2+", "l0+"}), "flee");
  EXPECT_EQ(lemma("FLED", "VBN", {"l2+", "l0+"}), "flee");
  EXPECT_EQ(lemma("men", "NNS", {"l0+"}), "man");
}

TEST_F(LemmatizerTest, AFormIsKnownByTheClassOfItsTag) {
  EXPECT_EQ(lemma("fled", "JJ", {"l0+"}), "fled");
  EXPECT_EQ(lemma("Men", "NNP", {"k0+"}), "Men");
}

TEST_F(LemmatizerTest, AVerbTakesTheBestLemmaThatHasRolesets) {
  EXPECT_EQ(lemma("accused", "VBD", {"l2+", "l1+"}), "accuse");
  EXPECT_EQ(lemma("blogged", "VBD", {"l2+", "l3+"}), "blogg");
}

TEST_F(LemmatizerTest, APluralNounTakesAKnownSingular) {
  EXPECT_EQ(lemma("clashes", "NNS", {"l1+", "l2+"}), "clash");
  EXPECT_EQ(lemma("hostilities", "NNS", {"l1+", "l3+y"}), "hostility");
}

TEST_F(LemmatizerTest, ASingularIsNoOtherWordThatIsKnown) {
  EXPECT_EQ(lemma("demonstrators", "NNS", {"l1+", "l0+"}), "demonstrator");
  EXPECT_EQ(lemma("liens", "NNS", {"l1+", "l2+"}), "lien");
  EXPECT_EQ(lemma("horsemen", "NNS", {"l1+", "l2+an"}), "horseman");
}

TEST_F(LemmatizerTest, OtherWordsTakeTheBestRule) {
  EXPECT_EQ(lemma("Paris", "NNP", {"k0+", "l1+"}), "Paris");
  EXPECT_EQ(lemma("species", "NNS", {"l0+", "l2+x"}), "species");
}

TEST_F(LemmatizerTest, RefusesALineWithoutLemma) {
  ModelBuilder builder;
  builder.add("lemmas", {"V fled"});
  builder.add("rolesets", std::vector<std::string>{});
  builder.add("pieces", std::vector<std::string>{});
  const ModelFile file = ModelFile::load(builder.save("no_lemma"));
  EXPECT_ANY_THROW(Lemmatizer(file, {"l0+"}));
}

}  // namespace
}  // namespace demarche
