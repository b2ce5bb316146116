#include "extractor/model/model_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

#include "ontology/error.h"
#include "ontology/sha256.h"
#include "tests/model_builder.h"

namespace demarche {
namespace {

using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;

ModelBuilder small_model() {
  ModelBuilder model;
  model.add("numbers", {2, 2}, std::vector<float>{1, 2, 3, 4});
  model.add("weights", {3}, std::vector<std::int8_t>{-127, 0, 127});
  model.add("labels", {"one", "", "three"});
  return model;
}

// What `load` says of a file of these bytes; "" if it accepts them.
std::string complaint(std::string_view bytes) {
  try {
    ModelFile::load(save_file("tried.model", bytes));
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

// The checksum of `bytes` made right again.
std::string sealed(std::string bytes) {
  const Sha256::Digest digest = sha256(std::string_view(bytes).substr(64));
  return bytes.replace(32, 32, std::string(digest.begin(), digest.end()));
}

TEST(ModelFile, GivesWhatWasWritten) {
  const ModelFile file = ModelFile::load(small_model().save("small.model"));
  EXPECT_THAT(file.floats("numbers", {2, ModelFile::any}),
              ElementsAre(1, 2, 3, 4));
  EXPECT_THAT(file.integers("weights", {3}), ElementsAre(-127, 0, 127));
  EXPECT_THAT(file.lines("labels"), ElementsAre("one", "", "three"));
  EXPECT_TRUE(file.contains("labels"));
  EXPECT_FALSE(file.contains("label"));
}

TEST(ModelFile, OutlivesItsMove) {
  ModelFile file = ModelFile::load(small_model().save("small.model"));
  const auto numbers = file.floats("numbers", {2, 2});
  const ModelFile moved = std::move(file);
  EXPECT_THAT(numbers, ElementsAre(1, 2, 3, 4));
}

TEST(ModelFile, SaysWhichTensorIsNotAsExpected) {
  const ModelFile file = ModelFile::load(small_model().save("small.model"));
  const auto says = [&](const auto& action, const std::string& text) {
    try {
      action();
      ADD_FAILURE() << "accepted, not " << text;
    } catch (const Error& error) {
      EXPECT_THAT(error.what(), EndsWith(text));
    }
  };
  says(
      [&] {
        file.floats("numbers", {2, 3});
      },
      "small.model: tensor numbers: expected [2, 3], found [2, 2]");
  says([&] { file.floats("numbers", {4}); },
       "small.model: tensor numbers: expected [4], found [2, 2]");
  says([&] { file.lines("numbers"); },
       "small.model: tensor numbers: not of the expected kind");
  says([&] { file.shape("nothing"); }, "small.model: no tensor nothing");
}

TEST(ModelFile, IsRefusedWithTheReason) {
  const std::string good = small_model().bytes();
  EXPECT_EQ(complaint(good), "");
  EXPECT_THAT(complaint(""), EndsWith("tried.model: not a demarche model"));
  EXPECT_THAT(complaint("PK\3\4"), EndsWith("not a demarche model"));
  EXPECT_THAT(complaint(good.substr(0, 8)), EndsWith("truncated"));
  EXPECT_THAT(complaint(good.substr(0, 63)), EndsWith("truncated"));
  EXPECT_THAT(complaint(good.substr(0, good.size() - 1)),
              EndsWith("truncated"));
  EXPECT_THAT(complaint(good + " "), EndsWith("longer than it says"));
  std::string changed = good;
  changed[64] ^= 1;
  EXPECT_THAT(complaint(changed), EndsWith("checksum does not match"));
  changed = good;
  changed[8] = 3;
  EXPECT_THAT(complaint(changed), HasSubstr("newer version"));
  EXPECT_THROW(ModelFile::load("/nowhere.model"), Error);
  EXPECT_THROW(ModelFile::load(testing::TempDir()), Error);
}

TEST(ModelFile, RefusesNumbersThatAreNone) {
  ModelBuilder model;
  model.add("x", {1}, std::vector{std::numeric_limits<float>::quiet_NaN()});
  EXPECT_THAT(complaint(model.bytes()), HasSubstr("finite"));
}

// With the checksum right, only the checks of the directory are between a
// foreign byte and a crash.
TEST(ModelFile, SurvivesAnyByteOfItsHeaderAndDirectory) {
  const std::string good = small_model().bytes();
  for (std::size_t i = 0; i < good.size(); ++i)
    for (const char value : {'\0', '\1', '\x7f', '\xff'}) {
      std::string changed = good;
      changed[i] = value;
      try {
        const ModelFile file =
            ModelFile::load(save_file("changed.model", sealed(changed)));
        if (file.contains("labels")) file.lines("labels");
      } catch (const Error&) {
      }
    }
}

}  // namespace
}  // namespace demarche
