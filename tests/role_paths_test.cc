#include "extractor/model/role_paths.h"

#include <gtest/gtest.h>

#include "ontology/error.h"
#include "tests/analysis_builder.h"
#include "tests/model_builder.h"

namespace demarche {
namespace {

// "Ministers spoke of plans to resign"
Sentence spoken() {
  return build_analysis(
             "Ministers minister NOUN 2 nsubj\n"
             "spoke     speak    VERB 0 root\n"
             "of        of       ADP  4 case\n"
             "plans     plan     NOUN 2 obl\n"
             "to        to       PART 6 mark\n"
             "resign    resign   VERB 4 acl\n")
      .analysis.sentences[0];
}

ModelBuilder with_paths() {
  ModelBuilder model;
  model.add("role.paths",
            {"<nsubj\tAKA", ">1\tBAA", ">obl/acl\tAAC", "=\tZAA"});
  model.add("role.habits", {"speak.01\tnsubj=bBA obl+of=cCF"});
  return model;
}

std::vector<float> scores_of(WordIndex word, std::string_view roleset) {
  const ModelFile file = ModelFile::load(with_paths().save("paths.model"));
  std::vector<float> scores(3);
  RolePaths(file, 3).weigh(spoken(), 1, word, roleset, scores);
  return scores;
}

void expect_near(const std::vector<float>& found,
                 const std::vector<float>& expected) {
  for (std::size_t i = 0; i < expected.size(); ++i)
    EXPECT_NEAR(found[i], expected[i], 1e-6) << i;
}

TEST(RolePaths, NamesTheWayThroughTheTree) {
  EXPECT_EQ(path_between(spoken(), 1, 1), "");
  EXPECT_EQ(path_between(spoken(), 1, 0), "nsubj");
  EXPECT_EQ(path_between(spoken(), 1, 5), "obl/acl");
  EXPECT_EQ(path_between(spoken(), 5, 3), "^acl");
  EXPECT_EQ(path_between(spoken(), 5, 1), "^acl/^obl");
  EXPECT_EQ(path_between(spoken(), 5, 0), "3");
}

TEST(RolePaths, AddsWhatIsUsualAtTheEndOfAPath) {
  expect_near(scores_of(0, "shout.01"), {0, 1, 0});
  expect_near(scores_of(5, "shout.01"), {0, 0, .2F});
  expect_near(scores_of(3, "shout.01"), {.1F, 0, 0});
}

TEST(RolePaths, AddsWhatTheRolesetHasMoreOften) {
  expect_near(scores_of(0, "speak.01"), {-.1F, 1, -.1F});
  expect_near(scores_of(3, "speak.01"), {-.1F, -.2F, .5F - .2F + .2F});
}

TEST(RolePaths, RefusesLinesThatDoNotFitTheRoles) {
  ModelBuilder model = with_paths();
  model.add("role.paths", {"<nsubj\tAK"});
  const ModelFile file = ModelFile::load(model.save("short.model"));
  EXPECT_THROW(RolePaths(file, 3), Error);
}

}  // namespace
}  // namespace demarche
