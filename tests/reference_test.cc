#include "extractor/reference.h"

#include <gtest/gtest.h>

#include "tests/analysis_builder.h"

namespace demarche {
namespace {

Mention mention(WordIndex first, WordIndex end, WordIndex head,
                MentionKind kind) {
  return {0, first, end, head, {}, kind, ClassId::none, false};
}

Entity entity(std::uint32_t mention) {
  Entity result;
  result.mentions = {MentionId{mention}};
  return result;
}

TEST(References, OfAWordAreTheMentionThatItHeads) {
  const auto built = build_words("Chad 's foreign ministry");
  const std::vector mentions = {mention(0, 1, 0, MentionKind::name),
                                mention(0, 4, 3, MentionKind::nominal)};
  const std::vector entities = {entity(1), entity(0)};
  const References references(built.analysis, mentions, entities);
  EXPECT_EQ(references.mention_at(0, 0), MentionId{0});
  EXPECT_EQ(references.entity_at(0, 0), EntityId{1});
  EXPECT_EQ(references.entity_at(0, 3), EntityId{0});
}

TEST(References, OfAnyWordOfANameAreThatName) {
  const auto built = build_words("Addis Ababa grew");
  const std::vector mentions = {mention(0, 2, 0, MentionKind::name)};
  const std::vector entities = {entity(0)};
  const References references(built.analysis, mentions, entities);
  EXPECT_EQ(references.entity_at(0, 1), EntityId{0});
  EXPECT_EQ(references.entity_at(0, 2), std::nullopt);
}

TEST(References, OfAnOrdinaryWordInsideANominalAreNone) {
  const auto built = build_words("the former ministry");
  const std::vector mentions = {mention(0, 3, 2, MentionKind::nominal)};
  const std::vector entities = {entity(0)};
  const References references(built.analysis, mentions, entities);
  EXPECT_EQ(references.mention_at(0, 1), std::nullopt);
}

}  // namespace
}  // namespace demarche
