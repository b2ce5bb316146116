#include "extractor/confidence.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "extractor/event_traits.h"
#include "extractor/relation_traits.h"
#include "tests/model_builder.h"
#include "tests/reading.h"
#include "tests/small_ontology.h"
#include "tests/small_world.h"

namespace demarche {
namespace {

using testing::Contains;
using testing::Not;

constexpr auto attack = R"(
    Chad     Chad    PROPN     2 nsubj B-GPE
    attacked attack  VERB/VBD  0 root  _ attack.01 ARG0=1 ARG1=3
    Sudan    Sudan   PROPN     2 obj   B-GPE
)";

using Weights = std::vector<std::pair<std::string, float>>;

/// The attack, as far as a model of these weights believes it; of the sides the
/// role that the rules gave tells most.
Event believed(const Weights& of_type, float type_bias,
               const Weights& of_target,
               double least_type = ConfidenceModel::default_least_type) {
  ModelBuilder builder;
  builder.add_log_linear("confidence.type", of_type, type_bias);
  builder.add_log_linear("confidence.source", {{"role attacker", 9.F}}, -5.F);
  builder.add_log_linear("confidence.target", of_target, -5.F);
  const ModelFile file = ModelFile::load(builder.save("confidence.model"));
  ConfidenceModel model = load_confidence_model(file);
  model.least_type = least_type;
  const Extraction extraction = read(attack);
  return without_doubtful(extraction,
                          view_sentences(extraction.analysis, small_ontology()),
                          model, small_ontology())
      .front();
}

TEST(Confidence, OfNoModelKeepsEverything) {
  const Extraction extraction = read(attack);
  const auto events = without_doubtful(
      extraction, view_sentences(extraction.analysis, small_ontology()), {},
      small_ontology());
  ASSERT_EQ(events.size(), extraction.events.size());
  EXPECT_EQ(events.front().type, extraction.events.front().type);
  EXPECT_EQ(events.front().roles.size(), 2);
  EXPECT_EQ(events.front().confidence, 1);
}

TEST(Confidence, HasABoundThatMayBeAnother) {
  const auto type_at = [](double least_type) {
    return believed({{"lemma attack", 1.F}}, 0.F, {}, least_type).type;
  };
  EXPECT_NE(type_at(.73), ClassId::none);
  EXPECT_EQ(type_at(.74), ClassId::none);
}

TEST(Confidence, IsTheLogisticOfTheSumOfWeights) {
  const Event event =
      believed({{"lemma attack", 1.F}, {"lemma sing", -9.F}}, 0.F, {});
  EXPECT_NE(event.type, ClassId::none);
  EXPECT_EQ(event.confidence, .73);  // 1 / (1 + exp(-1))
}

TEST(Confidence, UntypesADoubtfulEventAndKeepsItsFrame) {
  const Event event = believed({{"lemma attack", -3.F}}, 1.F, {});
  EXPECT_EQ(event.type, ClassId::none);
  EXPECT_EQ(event.roleset, "attack.01");
  ASSERT_EQ(event.roles.size(), 2);
  EXPECT_EQ(event.roles[0].label, "ARG0");
  EXPECT_EQ(event.roles[1].label, "ARG1");
}

TEST(Confidence, UntypesAnEventOfDoubtfulSides) {
  const auto type_with = [](float of_attacker) {
    ModelBuilder builder;
    builder.add_log_linear("confidence.type", {{"lemma attack", 0.F}}, 0.F);
    for (const char* side : {"confidence.source", "confidence.target"}) {
      builder.add_log_linear(side, {{"role attacker", of_attacker}}, -5.F);
      builder.add_log_linear(side + std::string(".nobody"),
                             {{"lemma attack", 0.F}}, 0.F);
    }
    const ModelFile file = ModelFile::load(builder.save("doubt.model"));
    const Extraction extraction = read(attack);
    return without_doubtful(
               extraction,
               view_sentences(extraction.analysis, small_ontology()),
               load_confidence_model(file), small_ontology())
        .front()
        .type;
  };
  // .5 by its word; nobody on either side is likely, then as likely as not.
  EXPECT_NE(type_with(0.F), ClassId::none);
  EXPECT_EQ(type_with(5.F), ClassId::none);
}

constexpr auto minister = R"(
    Malian   Malian   ADJ/JJ    3 amod B-NORP
    Prime    Prime    ADJ/JJ    3 amod
    Minister Minister PROPN/NNP 4 nmod:desc
    Awa      Awa      PROPN/NNP 5 nsubj B-PER
    spoke    speak    VERB/VBD  0 root
)";

TEST(RelationConfidence, IsThatOfItsTraitsAndLeavesNoneOut) {
  const Extraction extraction = read_in_small_world(minister);
  ASSERT_EQ(extraction.relations.size(), 1);
  EXPECT_EQ(extraction.relations[0].confidence, 1);
  const References references(extraction.analysis, extraction.mentions,
                              extraction.entities);
  const auto views = view_sentences(extraction.analysis, small_world());
  const Traits traits =
      relation_traits(extraction, extraction.relations[0], references,
                      views[0].tree, small_world());
  for (const char* trait :
       {"property holdsOffice", "word minister", "child amod prime",
        "subject is Person", "object is State", "object path vamod",
        "order woo", "persons 1"})
    EXPECT_THAT(traits, Contains(trait));
  ModelBuilder builder;
  builder.add_log_linear("confidence.type", {}, 9.F);
  builder.add_log_linear("confidence.relation",
                         {{"label prime minister", -3.F}}, 2.F);
  const ModelFile file = ModelFile::load(builder.save("relation.model"));
  const auto weighed =
      with_confidence(extraction, views, references,
                      load_confidence_model(file), small_world());
  ASSERT_EQ(weighed.size(), 1);
  EXPECT_EQ(weighed[0].confidence, .27);  // 1 / (1 + exp(1))
}

TEST(EventTraits, TellTheWordAndItsSides) {
  const Extraction extraction = read(attack);
  const auto views = view_sentences(extraction.analysis, small_ontology());
  const Event& event = extraction.events.front();
  const auto fillers = side_fillers(
      extraction, event, {MentionId{0}, MentionId{1}}, small_ontology());
  ASSERT_EQ(fillers.size(), 2);
  const Traits of_event =
      event_traits(extraction, event, fillers, views[0], small_ontology());
  for (const char* trait :
       {"lemma attack", "roleset attack.01", "relation root", "source is State",
        "target count 1", "child nsubj chad", "factuality certain_positive"})
    EXPECT_THAT(of_event, Contains(trait));
  EXPECT_THAT(of_event, Not(Contains("future")));
}

}  // namespace
}  // namespace demarche
