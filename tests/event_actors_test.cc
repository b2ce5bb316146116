#include "graphs/event_actors.h"

#include <gtest/gtest.h>

#include "tests/reading.h"
#include "tests/small_ontology.h"

namespace demarche {
namespace {

using Words = std::vector<std::string>;

using Side = std::vector<EventActor> EventActors::*;

/// The words for one side; every name is that of a country of its own.
Words side(Side side, const char* lines, std::string_view word) {
  Extraction extraction = read(lines);
  for (Entity& entity : extraction.entities) entity.actor_code = entity.label;
  const SentenceMentions mentions(extraction);
  const EventActors actors = event_actors(
      extraction, event_at(extraction, word), mentions, small_ontology());
  Words words;
  for (const EventActor& actor : actors.*side)
    words.emplace_back(slice(extraction.article.text, actor.words));
  return words;
}

Words targets(const char* lines, std::string_view word) {
  return side(&EventActors::targets, lines, word);
}

Words sources(const char* lines, std::string_view word) {
  return side(&EventActors::sources, lines, word);
}

constexpr auto accusation = R"(
  Chad     Chad    PROPN     2 nsubj B-GPE
  accused  accuse  VERB/VBD  0 root  _ accuse.01 ARG0=1 ARG1=3
  Sudan    Sudan   PROPN     2 obj   B-GPE
)";

TEST(EventActors, AreThoseInTheRolesOfEachSide) {
  EXPECT_EQ(sources(accusation, "accused"), Words{"Chad"});
  EXPECT_EQ(targets(accusation, "accused"), Words{"Sudan"});
}

TEST(EventActors, AreNoThings) {
  EXPECT_EQ(targets(R"(
    Chad     Chad    PROPN     2 nsubj B-GPE
    rejected reject  VERB/VBD  0 root  _ reject.01 ARG0=1 ARG1=4
    the      the     DET       4 det
    report   report  NOUN      2 obj
  )",
                    "rejected"),
            Words{});
}

TEST(EventActors, AreNotAnyoneAtAll) {
  constexpr auto anyone = R"(
    You      you     PRON/PRP  2 nsubj
    accused  accuse  VERB/VBD  0 root  _ accuse.01 ARG0=1 ARG1=3
    Sudan    Sudan   PROPN     2 obj   B-GPE
  )";
  EXPECT_EQ(sources(anyone, "accused"), Words{});
  EXPECT_EQ(targets(anyone, "accused"), Words{"Sudan"});
}

TEST(EventActors, OneAloneWhomSomebodyMeetsIsTheTarget) {
  constexpr auto meeting = R"(
    Talks    talk    NOUN      4 nsubj
    with     with    ADP       3 case
    Chad     Chad    PROPN     1 nmod  B-GPE
    ended    end     VERB/VBD  0 root
  )";
  EXPECT_EQ(sources(meeting, "Talks"), Words{});
  EXPECT_EQ(targets(meeting, "Talks"), Words{"Chad"});
}

}  // namespace
}  // namespace demarche
