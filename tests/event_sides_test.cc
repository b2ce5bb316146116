#include "extractor/event_sides.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "extractor/coreference.h"
#include "extractor/reference.h"
#include "extractor/side_traits.h"
#include "tests/model_builder.h"
#include "tests/reading.h"
#include "tests/small_ontology.h"

namespace demarche {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Not;

constexpr auto attack = R"(
    Chad     Chad    PROPN     2 nsubj B-GPE
    attacked attack  VERB/VBD  0 root  _ attack.01 ARG0=1
    a        a       DET       4 det
    base     base    NOUN      2 obj
    of       of      ADP       6 case
    Sudan    Sudan   PROPN     4 nmod  B-GPE
)";

using Weights = std::vector<std::pair<std::string, float>>;

/// With a trait that nobody has, for a model without weights doubts nothing.
void add(ModelBuilder& file, const std::string& name, Weights weights) {
  weights.emplace_back("none has this", 0.F);
  file.add_log_linear(name, weights, -5.F);
}

ModelBuilder sides(const Weights& of_source, const Weights& of_target) {
  ModelBuilder builder;
  add(builder, "confidence.source", of_source);
  add(builder, "confidence.target", of_target);
  return builder;
}

WeighedSides weigh(const Extraction& e, std::string_view word,
                   const Traits& traits, const ModelBuilder& builder) {
  const ModelFile file = ModelFile::load(builder.save("sides.model"));
  return weigh_sides(e, entities_by_mention(e.entities, e.mentions.size()),
                     mentions_by_sentence(e.mentions, 1)[0], event_at(e, word),
                     traits, view_sentences(e.analysis, small_ontology())[0],
                     load_confidence_model(file), small_ontology());
}

std::vector<std::string> print(const Extraction& e,
                               const std::vector<Role>& roles) {
  std::vector<std::string> lines;
  for (const Role& role : roles)
    lines.push_back(
        std::string(local_name(small_ontology()[role.property].iri)) + " " +
        std::string(slice(e.article.text, role.evidence)) + " " +
        std::to_string(role.confidence).substr(0, 4));
  return lines;
}

/// The roles of the event at a word, "attacker Chad 0.98", as a model of these
/// weights has them; whoever has none of these traits stands nowhere.
std::vector<std::string> weighed(const char* lines, std::string_view word,
                                 const Weights& of_source,
                                 const Weights& of_target) {
  const Extraction e = read(lines);
  return print(e, weigh(e, word, {}, sides(of_source, of_target)).roles);
}

/// The attack where the odds are these that Chad acts and that nobody does,
/// and where it is surely nobody whom it is done to.
struct Attack {
  Attack(float chad, float nobody, std::vector<float> of_event = {},
         std::vector<float> of_chad = {}) {
    ModelBuilder builder = sides({{"role attacker", 5 + std::log(chad)}}, {});
    builder.add_log_linear("confidence.source.nobody",
                           {{"lemma attack", std::log(nobody)}}, 0.F);
    builder.add_log_linear("confidence.target.nobody", {{"never", 0.F}}, 9.F);
    if (!of_event.empty()) {
      Dice dice(1);
      builder.add("event.labels", {"ASSAULT"});
      builder.add_linear("event", 4,
                         static_cast<std::uint32_t>(of_event.size()), dice);
      builder.add("confidence.network", {2}, std::vector{1.F, .5F});
    }
    Extraction e = read(attack);
    auto& words = e.analysis.sentences[0].words;
    words[0].event_scores = std::move(of_chad);
    words[1].event_scores = std::move(of_event);
    const auto sides = weigh(e, "attacked", {"lemma attack"}, builder);
    roles = print(e, sides.roles);
    confidence = sides.confidence;
  }

  std::vector<std::string> roles;
  double confidence = 0;
};

TEST(EventSides, KeepWhomTheModelFindsLikely) {
  EXPECT_THAT(weighed(attack, "attacked", {{"role attacker", 9.F}}, {}),
              Contains("attacker Chad 0.98"));  // 1 / (1 + exp(5 - 9))
}

TEST(EventSides, LoseWhomItFindsUnlikely) {
  EXPECT_THAT(weighed(attack, "attacked", {{"role attacker", 1.F}}, {}),
              Not(Contains(testing::HasSubstr("Chad"))));
}

TEST(EventSides, GainWhoHasNoRoleYet) {
  EXPECT_THAT(weighed(attack, "attacked", {}, {{"path vobj/vnmod of", 7.F}}),
              Contains("attacked Sudan 0.88"));  // 1 / (1 + exp(5 - 7))
}

TEST(EventSides, TakeTheSideThatIsLikelier) {
  EXPECT_THAT(weighed(attack, "attacked", {{"role attacker", 6.F}},
                      {{"role attacker", 9.F}}),
              Contains("attacked Chad 0.98"));
}

/// Who attacked, where Niger hangs on Chad: "conj" after "and".
std::vector<std::string> attackers(const std::string& word,
                                   const std::string& relation, float acts,
                                   float suffers = 0) {
  const std::string lines = fmt::format(
      "Chad     Chad   PROPN    4 nsubj B-GPE\n"
      "{}\n"
      "Niger    Niger  PROPN    1 {} B-GPE\n"
      "attacked attack VERB/VBD 0 root  _ attack.01 ARG0=1\n",
      word, relation);
  return weighed(lines.c_str(), "attacked",
                 {{"relation nsubj", 9.F}, {"relation " + relation, acts}},
                 {{"relation " + relation, suffers}});
}

TEST(EventSides, AskMoreOfASecondThanOfTheFirst) {
  constexpr auto over = "over over ADP 3 case";
  EXPECT_THAT(attackers(over, "nmod", 5.3F),
              ElementsAre("attacker Chad 0.98"));  // .57
  EXPECT_THAT(attackers(over, "nmod", 5.5F),
              ElementsAre("attacker Chad 0.98", "attacker Niger 0.62"));
}

TEST(EventSides, HaveThoseTogetherWhoAreNamedTogether) {
  constexpr auto and_ = "and and CCONJ 3 cc";
  EXPECT_THAT(attackers(and_, "conj", 4.2F),
              ElementsAre("attacker Chad 0.98"));  // .31
  EXPECT_THAT(attackers(and_, "conj", 4.5F),
              ElementsAre("attacker Chad 0.98", "attacker Niger 0.38"));
  EXPECT_THAT(attackers(and_, "conj", 4.5F, 5.F),
              ElementsAre("attacker Chad 0.98", "attacker Niger 0.50"));
}

TEST(EventSides, HaveWhomNobodyOutweighs) {
  const Attack attack(.5F, .5F);
  EXPECT_THAT(attack.roles, Contains("attacker Chad 0.50"));
  EXPECT_EQ(attack.confidence, .5);
}

TEST(EventSides, LeaveOutWhoIsLessLikelyThanNobody) {
  const Attack attack(2, 8);
  EXPECT_THAT(attack.roles, Not(Contains(testing::HasSubstr("Chad"))));
  EXPECT_EQ(attack.confidence, .8);
}

TEST(EventSides, CountWhatTheNetworkSaysOfBothWords) {
  // For the event, for each candidate, for nobody, and the factors of both.
  const float doubled = 2 * std::log(2.F);  // Of which a half counts.
  const Attack attack(2, 8, {0, doubled, 0, 0, 0, -doubled, 0, 1, 0, 0, 0},
                      {0, 0, 0, doubled, 0, 0, 0, 9, 9, doubled, 9});
  EXPECT_THAT(attack.roles, Contains("attacker Chad 0.94"));  // 16 to 1
}

TEST(EventSides, OfNoModelStayAsTheyAre) {
  const Extraction e = read(attack);
  const Event& event = event_at(e, "attacked");
  const auto views = view_sentences(e.analysis, small_ontology());
  const auto roles =
      weigh_sides(e, entities_by_mention(e.entities, e.mentions.size()),
                  mentions_by_sentence(e.mentions, 1)[0], event, {}, views[0],
                  {}, small_ontology())
          .roles;
  ASSERT_EQ(roles.size(), event.roles.size());
  for (const Role& role : roles) EXPECT_EQ(role.confidence, 1);
}

TEST(SideTraits, TellTheWayTheKindAndWhatIsHis) {
  const Extraction e = read(attack);
  const Event& event = event_at(e, "attacked");
  const auto views = view_sentences(e.analysis, small_ontology());
  const auto entity_of = entities_by_mention(e.entities, e.mentions.size());
  const auto candidates =
      side_candidates(e, entity_of, mentions_by_sentence(e.mentions, 1)[0],
                      event, small_ontology());
  const auto traits =
      side_traits(e, entity_of, candidates, event, views[0], small_ontology());
  ASSERT_GE(candidates.size(), 2);
  EXPECT_THAT(traits.front(), Contains("role attacker"));
  EXPECT_THAT(traits.front(), Contains("frame ARG0 V"));
  EXPECT_THAT(traits.front(), Contains("path vnsubj"));
  EXPECT_THAT(traits.back(), Contains("role none"));
  EXPECT_THAT(traits.back(), Contains("type State"));
  EXPECT_THAT(traits.back(), Contains("marker of"));
  EXPECT_THAT(traits.back(), Contains("nearer 1"));
}

}  // namespace
}  // namespace demarche
