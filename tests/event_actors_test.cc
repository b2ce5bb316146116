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

TEST(EventActors, WhoseWordActsIsTheSource) {
  EXPECT_EQ(side(&EventActors::sources, R"(
    Sudan    Sudan   PROPN     3 nmod:poss B-GPE
    's       's      PART      1 case
    report   report  NOUN      4 nsubj
    accused  accuse  VERB/VBD  0 root  _ accuse.01 ARG0=3 ARG1=5
    Chad     Chad    PROPN     4 obj   B-GPE
  )",
                 "accused"),
            Words{"Sudan"});
}

TEST(EventActors, WhoseThingIsActedOnIsTheTargetAtNeed) {
  EXPECT_EQ(targets(R"(
    Chad     Chad    PROPN     2 nsubj B-GPE
    rejected reject  VERB/VBD  0 root  _ reject.01 ARG0=1 ARG1=5
    Sudan    Sudan   PROPN     5 nmod:poss B-GPE
    's       's      PART      3 case
    offer    offer   NOUN      2 obj
  )",
                    "rejected"),
            Words{"Sudan"});
}

TEST(EventActors, OneOfAnotherCountryIsTheTargetWhereNoneOtherIsKnown) {
  EXPECT_EQ(targets(R"(
    Chad     Chad    PROPN     2 nsubj B-GPE
    attacked attack  VERB/VBD  0 root  _ attack.01 ARG0=1
    near     near    ADP       5 case
    the      the     DET       5 det
    border   border  NOUN      2 obl
    of       of      ADP       7 case
    Sudan    Sudan   PROPN     5 nmod B-GPE
  )",
                    "attacked"),
            Words{"Sudan"});
}

TEST(EventActors, WhatAnActIsAboutIsNoTarget) {
  EXPECT_EQ(targets(R"(
    Chad     Chad    PROPN     2 nsubj B-GPE
    rejected reject  VERB/VBD  0 root  _ reject.01 ARG0=1 ARG1=3
    talks    talk    NOUN      2 obj
    about    about   ADP       5 case
    Sudan    Sudan   PROPN     3 nmod B-GPE
  )",
                    "rejected"),
            Words{});
}

TEST(EventActors, AreNotTakenFromAClauseBeside) {
  EXPECT_EQ(targets(R"(
    Chad     Chad    PROPN     2 nsubj B-GPE
    attacked attack  VERB/VBD  0 root  _ attack.01 ARG0=1
    and      and     CCONJ     5 cc
    Sudan    Sudan   PROPN     5 nsubj B-GPE
    mourned  mourn   VERB/VBD  2 conj  _ mourn.01 ARG0=4
  )",
                    "attacked"),
            Words{});
}

TEST(EventActors, AreNoOthersWhereAnActorIsTheTarget) {
  EXPECT_EQ(targets(R"(
    Chad     Chad    PROPN     2 nsubj B-GPE
    accused  accuse  VERB/VBD  0 root  _ accuse.01 ARG0=1 ARG1=3
    Sudan    Sudan   PROPN     2 obj   B-GPE
    of       of      SCONJ     5 mark
    attacking attack VERB/VBG  2 advcl _ attack.01 ARG0=3 ARG1=6
    Niger    Niger   PROPN     5 obj   B-GPE
  )",
                    "accused"),
            Words{"Sudan"});
}

}  // namespace
}  // namespace demarche
