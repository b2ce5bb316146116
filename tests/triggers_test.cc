#include "extractor/triggers.h"

#include <gtest/gtest.h>

#include "tests/analysis_builder.h"
#include "tests/small_ontology.h"

namespace demarche {
namespace {

/// The forms of the triggers, with "?" before those without a type.
std::vector<std::string> triggers(const char* lines) {
  const auto built = build_analysis(lines);
  const auto views = view_sentences(built.analysis, small_ontology());
  const References references(built.analysis, {}, {});
  std::vector<std::string> forms;
  for (const Trigger& trigger :
       find_triggers(views[0], 0, references, {}, small_ontology()))
    forms.push_back((trigger.meaning == nullptr ? "?" : "") +
                    views[0].tree[trigger.word].form);
  return forms;
}

using Forms = std::vector<std::string>;

TEST(Triggers, AreTypedWordsAndOtherPredicates) {
  EXPECT_EQ(triggers(R"(
    Rebels   rebel  NOUN     2 nsubj
    attacked attack VERB/VBD 0 root  _ attack.01
    and      and    CCONJ    4 cc
    sang     sing   VERB/VBD 2 conj  _ sing.01
  )"),
            (Forms{"attacked", "?sang"}));
}

TEST(Triggers, AreNotSoughtInNames) {
  EXPECT_EQ(triggers(R"(
    Attack   attack PROPN    2 compound B-ORG
    Records  Records PROPN   3 nsubj I-ORG
    grew     grow   VERB/VBD 0 root
  )"),
            Forms{});
}

TEST(Triggers, AreNotNounsThatModifyOthers) {
  EXPECT_EQ(triggers(R"(
    attack   attack NOUN     2 compound
    dogs     dog    NOUN     3 nsubj
    bark     bark   VERB/VBP 0 root
  )"),
            Forms{});
}

TEST(Triggers, OfALightVerbAreItsObject) {
  EXPECT_EQ(triggers(R"(
    They     they   PRON     2 nsubj
    held     hold   VERB/VBD 0 root _ hold.04 ARG1=3
    talks    talk   NOUN     2 obj
  )"),
            Forms{"talks"});
  EXPECT_EQ(triggers(R"(
    They     they   PRON     2 nsubj
    held     hold   VERB/VBD 0 root _ hold.01 ARG1=3
    hands    hand   NOUN     2 obj
  )"),
            Forms{"?held"});
}

}  // namespace
}  // namespace demarche
