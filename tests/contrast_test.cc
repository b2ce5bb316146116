// Contradictions of claims that are built by hand.

#include "graphs/contrast.h"

#include <gtest/gtest.h>

#include "graphs/opposition.h"
#include "tests/shipped.h"

namespace demarche {
namespace {

const Ontology& ontology() { return shipped_extractor().ontology(); }

ComparableClaim claim(Factuality factuality) {
  ComparableClaim one;
  one.type = ontology().find_class("Blockade");
  one.lemma = "block";
  one.theme = {"road"};
  one.factuality = factuality;
  one.negated_itself = !is_positive(factuality);
  return one;
}

Participant told_by(const std::string& key) {
  Participant one;
  one.keys = {key};
  return one;
}

Participant named_by(const std::string& key) {
  Participant one = told_by(key);
  one.named = true;
  return one;
}

Participant labelled(const std::string& label) {
  Participant one;
  one.label = label;
  one.named = true;
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

ComparableClaim act(const char* type, const char* lemma) {
  ComparableClaim one = claim(positive);
  one.type = ontology().find_class(type);
  one.lemma = lemma;
  one.sources = {named_by("kenya")};
  return one;
}

TEST(Contrast, OppositeActsAreThoseThatTheOntologyNames) {
  const auto banned = act("Ban", "ban"), allowed = act("Permission", "allow");
  EXPECT_TRUE(are_opposite_acts(banned, allowed, ontology()));
  EXPECT_TRUE(are_opposite_acts(allowed, banned, ontology()));
  EXPECT_FALSE(are_opposite_acts(banned, act("Arrest", "arrest"), ontology()));
  EXPECT_TRUE(are_opposite_acts(act("Veto", "veto"),
                                act("Ratification", "ratify"), ontology()));
}

TEST(Contrast, OfOppositeActsOneLeavesNoRoomForTheOther) {
  const auto banned = act("Ban", "ban");
  auto allowed = act("Permission", "allow");
  EXPECT_TRUE(excludes(banned, allowed, same_act()));
  allowed.factuality = negative;
  EXPECT_FALSE(excludes(banned, allowed, same_act()));
}

TEST(Contrast, OppositeActsMayFollowEachOther) {
  auto banned = act("Ban", "ban"), allowed = act("Permission", "allow");
  banned.date = "2023-01-09";
  allowed.date = "2023-01-11";
  EXPECT_FALSE(excludes(banned, allowed, same_act()));
  allowed.date = banned.date;
  EXPECT_TRUE(excludes(banned, allowed, same_act()));
  banned.date = allowed.date = "";
  allowed.published = "2023-01-11";
  EXPECT_FALSE(excludes(banned, allowed, same_act()));
}

TEST(Contrast, OppositeActsOfOthersOrOnAnotherMatterAreNone) {
  auto other_actor = same_act(), other_matter = same_act();
  other_actor.source = 0;
  other_matter.theme = 0.2;
  const auto banned = act("Ban", "ban"), allowed = act("Permission", "allow");
  EXPECT_FALSE(excludes(banned, allowed, other_actor));
  EXPECT_FALSE(excludes(banned, allowed, other_matter));
}

TEST(Contrast, IsNoneWhereLessIsDenied) {
  auto denied = claim(negative);
  denied.circumstances = {"fully"};
  EXPECT_FALSE(contradicts(claim(positive), denied));
  auto told = claim(positive);
  told.circumstances = {"fully"};
  EXPECT_TRUE(contradicts(told, denied));
}

TEST(Contrast, IsNoneBetweenTwoPrintsOfOneSentence) {
  auto alike = same_act();
  alike.copied = 0.95;
  EXPECT_FALSE(contradicts(claim(positive), claim(negative), alike));
  auto denied = claim(negative);
  denied.negations = 1;
  EXPECT_TRUE(contradicts(claim(positive), denied, alike));
}

TEST(Contrast, NeedsTwoSignsOfOneEvent) {
  auto alike = same_act();
  alike.theme = 0;
  alike.other = std::nullopt;
  EXPECT_EQ(signs_of_identity(claim(positive), claim(negative), alike), 1);
  EXPECT_FALSE(contradicts(claim(positive), claim(negative), alike));
  auto denial = claim(negative);
  denial.denied = alike.answer = true;
  EXPECT_TRUE(contradicts(claim(positive), denial, alike));
}

TEST(Contrast, IsNoneWithWhatNothingTellsFromOthersOfItsKind) {
  auto any = claim(positive);
  any.theme.clear();
  EXPECT_FALSE(contradicts(any, claim(negative)));
  auto some = claim(positive);
  some.selects = true;
  EXPECT_FALSE(contradicts(some, claim(negative)));
}

TEST(Contrast, IsNoneWithWhatANounOnlyTakesForGranted) {
  auto noun = claim(positive);
  noun.nominal = true;
  EXPECT_FALSE(contradicts(noun, claim(negative)));
  noun.claimers = {labelled("Kenya")};
  EXPECT_TRUE(contradicts(noun, claim(negative)));
  noun.factuality = Factuality::probable_positive;
  EXPECT_FALSE(contradicts(noun, claim(negative)));
}

TEST(Contrast, IsNoneWhereOneNamesWhomItMetAndTheOtherMayMeanOthers) {
  auto named = claim(positive), unnamed = claim(negative);
  named.others = {named_by("a")};
  unnamed.others = {told_by("noun:speaker")};
  auto alike = same_act();
  alike.other = std::nullopt;
  EXPECT_FALSE(contradicts(named, unnamed, alike));
}

TEST(Contrast, IsNoneWhereAThirdOneIsDenied) {
  auto third = claim(negative);
  third.rank = 3;
  auto alike = same_act();
  alike.answer = true;
  EXPECT_FALSE(contradicts(claim(positive), third, alike));
  auto same = claim(positive);
  same.rank = 3;
  EXPECT_TRUE(contradicts(same, third, alike));
}

/// Two counts of soldiers, in articles of two days or of one.
bool counts_contradict(double first, double second, const char* later_day) {
  Quantity one, other;
  one.unit = other.unit = "soldier";
  one.value = first;
  other.value = second;
  auto a = claim(positive), b = claim(positive);
  a.numbers = a.all_numbers = {&one};
  b.numbers = b.all_numbers = {&other};
  a.published = "2023-01-12";
  b.published = later_day;
  a.sources = b.sources = {labelled("rebels")};
  return contradicts(a, b);
}

TEST(Contrast, OfCountsIsNoneWhereMoreMayHaveBeenFoundSince) {
  EXPECT_TRUE(counts_contradict(12, 30, "2023-01-12"));
  EXPECT_FALSE(counts_contradict(12, 30, "2023-01-13"));
  EXPECT_TRUE(counts_contradict(30, 12, "2023-01-13"));
}

TEST(Contrast, OfActorsNeedsSomebodyWhoClaimsOne) {
  auto one = claim(positive), other = claim(positive);
  one.sources = {named_by("a")};
  other.sources = {named_by("b")};
  one.others = other.others = {named_by("c")};
  auto alike = same_act();
  alike.source = 0;
  EXPECT_FALSE(contradicts(one, other, alike));
  alike.sentence = 0.5;
  other.claimers = {named_by("d")};
  EXPECT_TRUE(contradicts(one, other, alike));
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
