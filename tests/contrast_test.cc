// Contradictions of claims that are built by hand.

#include "graphs/contrast.h"

#include <gtest/gtest.h>

#include "tests/shipped.h"

namespace demarche {
namespace {

const Ontology& ontology() { return shipped_extractor().ontology(); }

ComparableClaim claim(Factuality factuality) {
  ComparableClaim one;
  one.type = ontology().find_class("Blockade");
  one.lemma = "block";
  one.factuality = factuality;
  one.negated_itself = !is_positive(factuality);
  return one;
}

Resemblance same_act() {
  Resemblance alike;
  alike.kind = alike.theme = 1;
  alike.source = alike.other = 1;
  alike.score = 0.9;
  return alike;
}

bool contradicts(const ComparableClaim& a, const ComparableClaim& b,
                 const Resemblance& alike = same_act()) {
  const Contrast contrast = contrast_of(a, b, alike);
  return contrast != Contrast::none &&
         is_borne_out(contrast, a, b, alike, ontology());
}

const auto positive = Factuality::certain_positive;
const auto negative = Factuality::certain_negative;

TEST(Contrast, OfYesAndNoIsOneWhicheverComesFirst) {
  EXPECT_TRUE(contradicts(claim(positive), claim(negative)));
  EXPECT_TRUE(contradicts(claim(negative), claim(positive)));
  EXPECT_FALSE(contradicts(claim(positive), claim(positive)));
}

TEST(Contrast, NeedsSomeConfidenceOnBothSides) {
  EXPECT_FALSE(
      contradicts(claim(positive), claim(Factuality::possible_negative)));
  EXPECT_FALSE(
      contradicts(claim(Factuality::possible_positive), claim(negative)));
}

TEST(Contrast, IsNoneWhereLessIsDenied) {
  auto denied = claim(negative);
  denied.circumstances = {"fully"};
  EXPECT_FALSE(contradicts(claim(positive), denied));
  auto told = claim(positive);
  told.around = {"fully"};
  EXPECT_TRUE(contradicts(told, denied));
}

TEST(Contrast, IsNoneBetweenTwoPrintsOfOneSentence) {
  auto alike = same_act();
  alike.sentence = 0.95;
  EXPECT_FALSE(contradicts(claim(positive), claim(negative), alike));
  auto denied = claim(negative);
  denied.negations = 1;
  EXPECT_TRUE(contradicts(claim(positive), denied, alike));
}

TEST(Contrast, IsNoneBetweenDaysApart) {
  auto told = claim(positive), denied = claim(negative);
  told.dates = {"2023-01-09"};
  denied.dates = {"2023-01-10"};
  EXPECT_FALSE(contradicts(told, denied));
  denied.dates = {"2023-01-10", "2023-01-09"};
  EXPECT_TRUE(contradicts(told, denied));
}

}  // namespace
}  // namespace demarche
