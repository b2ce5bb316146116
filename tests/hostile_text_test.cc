// Articles that mean harm, or come from strange places, through the whole
// program: what they say beside it is read as ever, the graph is sound, and
// nothing of them becomes an IRI, a literal's end or a word of a shell.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/run_program.h"
#include "tests/temporary_folder.h"

namespace demarche {
namespace {

using testing::HasSubstr;
using testing::Not;

struct Hostile {
  const char* name;
  std::string text;
};

std::string word_of(const char* letter, int times) {
  std::string word;
  for (int i = 0; i < times; ++i) word += letter;
  return word;
}

class HostileText : public testing::TestWithParam<Hostile> {};

TEST_P(HostileText, DoesNotTouchWhatStandsBesideIt) {
  TemporaryFolder folder;
  folder.write("a.txt", "France accused Chad of spying on Friday.\n\n" +
                            GetParam().text +
                            "\n\nChad withdrew from the talks.\n");
  const auto run = [&](const std::string& line) {
    return run_shell(DEMARCHE_PROGRAM, "cd '" + folder.path() + "'\n" + line);
  };
  const Outcome outcome = run(
      "for format in turtle trig nquads events; do\n"
      "  $D extract --format $format a.txt >a.$format || exit; done\n"
      "mv a.turtle a.ttl; mv a.nquads a.nq\n"
      "$D check a.ttl && $D check a.nq && $D check a.trig &&\n"
      "$D diagram --format html a.txt >/dev/null && cat a.ttl && ls >&2 &&\n"
      "! sed -E 's/\"([^\"\\\\]|\\\\.)*\"//g' a.nq | grep evil.example >&2");
  EXPECT_EQ(outcome.status, 0) << outcome.errors.substr(0, 1000);
  EXPECT_THAT(outcome.output, HasSubstr("dm:accuses ent:chad"));
  EXPECT_THAT(outcome.output, HasSubstr("dm:withdrawsFrom <#event="));
  EXPECT_THAT(outcome.errors, Not(HasSubstr("owned")));
}

INSTANTIATE_TEST_SUITE_P(
    Texts, HostileText,
    testing::Values(
        Hostile{"BrokenUtf8", "Mali \xff\xc3( accused \xed\xa0\x80 \xf5Niger."},
        Hostile{"RightToLeft",
                "\u202eMali accused\u202c \u05d0\u05d1\u05d2 and \u0645\u0627"
                "\u0644\u064a of \u2067spying\u2069."},
        Hostile{"CombiningMarks", "M" + word_of("\u0301", 5000) +
                                      "ali accused N\u0337\u0489iger."},
        Hostile{"Emoji",
                "\U0001F1F2\U0001F1F1 accused \U0001F468\u200d\U0001F469\u200d"
                "\U0001F467 of \u2620\ufe0f\U0001F3FD."},
        Hostile{"Controls", "Mali \x01\x02 accused \x1b[31mNiger\x07 \u2028."},
        Hostile{"OneWord", word_of("a", 1000000)},
        Hostile{"OneWordOfMarks", word_of("\u0301", 500000)},
        Hostile{"Turtle",
                "Mali accused \" . <https://evil.example/a> a "
                "<https://evil.example/b> . \"\"\" of '''spying\\."},
        Hostile{"Shell",
                "Mali accused '; touch owned; $(touch owned) `touch owned` of "
                "spying. \"| touch owned\""}),
    [](const auto& text) { return std::string(text.param.name); });

}  // namespace
}  // namespace demarche
