#include "graphs/addressed_actors.h"

#include <gtest/gtest.h>

#include "graphs/events_json.h"
#include "tests/reading.h"
#include "tests/small_ontology.h"

namespace demarche {
namespace {

std::vector<std::string> addressed(const char* lines, std::string_view word) {
  const Extraction extraction = read(lines);
  const SentenceMentions mentions(extraction);
  std::vector<std::string> words;
  for (const MentionId id : addressed_actors(
           extraction, event_at(extraction, word), mentions, small_ontology()))
    words.emplace_back(
        slice(extraction.article.text, extraction.mentions[index(id)].span));
  return words;
}

using Words = std::vector<std::string>;

TEST(AddressedActors, AreNamedInThePhraseOfAnEventWithoutATarget) {
  EXPECT_EQ(addressed(R"(
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

TEST(AddressedActors, AreNoneWhereANamedActorIsTheTarget) {
  EXPECT_EQ(addressed(R"(
    Chad     Chad    PROPN     2 nsubj B-GPE
    accused  accuse  VERB/VBD  0 root  _ accuse.01 ARG0=1 ARG1=3
    Sudan    Sudan   PROPN     2 obj   B-GPE
    of       of      SCONJ     5 mark
    attacking attack VERB/VBG  2 advcl _ attack.01 ARG0=3 ARG1=6
    Niger    Niger   PROPN     5 obj   B-GPE
  )",
                      "accused"),
            Words{});
}

}  // namespace
}  // namespace demarche
