#include "extractor/explain.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace demarche {
namespace {

using testing::HasSubstr;

/// "Chad left." with one thing in every layer.
Extraction small_extraction() {
  Extraction e;
  e.article.text = "Chad left.";
  e.article.iri = "https://example.org/1";
  e.article.passages = {{{0, 10}, PassageKind::headline, std::nullopt}};
  Sentence sentence;
  sentence.span = {0, 10};
  sentence.words.resize(2);
  sentence.words[0] = {{0, 4}, "Chad", "Chad",  Upos::propn, "NNP",
                       "",     1,      "nsubj", {}};
  sentence.words[1] = {{5, 9},       "left",  "leave", Upos::verb, "VBD",
                       "Tense=Past", no_word, "root",  {}};
  sentence.names = {{0, 1, "GPE"}};
  sentence.frames = {{1, "leave.01", {{0, "ARG0"}}}};
  e.analysis.sentences = {sentence};
  Mention mention;
  mention.span = {0, 4};
  e.mentions = {mention};
  Entity entity;
  entity.label = "Chad";
  entity.mentions = {MentionId{0}};
  entity.actor_code = "TCD";
  e.entities = {entity};
  Event event;
  event.span = {5, 9};
  event.evidence = {{5, 9}};
  event.roleset = "leave.01";
  Role role;
  role.label = "ARG0";
  role.filler = EntityId{0};
  role.evidence = {0, 4};
  event.roles = {role};
  e.events = {event};
  Claim claim;
  claim.about = EventId{0};
  claim.factuality = Factuality::certain_positive;
  e.claims = {claim};
  return e;
}

TEST(Explain, PrintsEveryLayer) {
  const std::string text = explain(small_extraction(), Ontology());
  for (const char* line :
       {"article https://example.org/1\n", "  headline 0..10 \"Chad left.\"\n",
        "sentence 0..10 (headline)\n", "  name   Chad (GPE)\n",
        "  frame  leave.01 left: ARG0=Chad/1\n", "  m0 name 0..4 \"Chad\"\n",
        "  e0 \"Chad\" TCD in m0\n",
        "  v0 untyped leave.01 unknown 5..9 \"left\"\n"
        "      ARG0 e0 (Chad) 0..4 \"Chad\"\n",
        "  c0 by the article about v0 certain_positive depth 0\n"})
    EXPECT_THAT(text, HasSubstr(line));
}

TEST(Explain, SetsWordsInColumns) {
  const Extraction e = small_extraction();
  EXPECT_THAT(
      explain(e.article, e.analysis.sentences[0]),
      HasSubstr("  1  Chad  Chad   PROPN  NNP  2  nsubj\n"
                "  2  left  leave  VERB   VBD  0  root   Tense=Past\n"));
}

TEST(Explain, TakesAnEmptyArticle) {
  EXPECT_THAT(explain(Extraction(), Ontology()), HasSubstr("claims\n"));
}

}  // namespace
}  // namespace demarche
