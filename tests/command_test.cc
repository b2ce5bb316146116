// Runs the program as users do: exit statuses, messages, and what happens to
// files, pipes and devices.  What it reads out of articles is tested elsewhere.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "tests/run_program.h"
#include "tests/temporary_folder.h"

namespace demarche {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class Command : public testing::Test {
 protected:
  /// Runs a line of shell in which $D is the program and $F a folder with
  /// an article and a JSONL file.
  Outcome run(const std::string& line) {
    return run_shell(DEMARCHE_PROGRAM, "F='" + folder_.path() + "'\n" + line);
  }

  std::string path(const std::string& name) const {
    return folder_.path() + "/" + name;
  }

  std::string contents(const std::string& name) const {
    std::ostringstream contents;
    contents << std::ifstream(path(name), std::ios::binary).rdbuf();
    return contents.str();
  }

  void SetUp() override {
    folder_.write("a.txt", "France accused Chad of spying on Friday.\n");
    folder_.write("b.txt", "Chad withdrew from the talks.\n");
  }

  TemporaryFolder folder_;
};

TEST_F(Command, WritesTheSameBytesEachTime) {
  const Outcome first = run("$D extract $F/a.txt $F/b.txt");
  EXPECT_EQ(first.status, 0) << first.errors;
  EXPECT_THAT(first.output, HasSubstr("@prefix"));
  EXPECT_EQ(run("cd $F && $D extract a.txt b.txt").output, first.output);
  EXPECT_EQ(run("$D extract --threads 4 $F/a.txt $F/b.txt").output,
            first.output);
}

TEST_F(Command, ReadsStandardInput) {
  const Outcome outcome = run("$D extract --format ntriples - <$F/a.txt");
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.output, HasSubstr("France accused Chad"));
  EXPECT_EQ(run("$D extract --format ntriples <$F/a.txt").output,
            outcome.output);
}

TEST_F(Command, ReadsTheFilesOfAFolder) {
  folder_.write("news/a.txt", "France accused Chad of lying on Monday.");
  folder_.write("news/b", std::string("\0", 1));
  const Outcome outcome = run("$D extract --format ntriples $F/news");
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.output, HasSubstr("France accused Chad"));
  EXPECT_THAT(outcome.errors, HasSubstr("/news/b: is not text"));
}

TEST_F(Command, GoesOnAfterAFileThatCannotBeRead) {
  folder_.write("binary", std::string("\x7f"
                                      "ELF\0\1",
                                      6));
  for (const char* bad : {"$F/missing.txt", "$F/binary"}) {
    const Outcome outcome = run("$D extract " + std::string(bad) + " $F/a.txt");
    EXPECT_EQ(outcome.status, 1) << bad;
    EXPECT_THAT(outcome.output, HasSubstr("France accused Chad")) << bad;
    EXPECT_THAT(outcome.errors, HasSubstr("demarche: " + folder_.path()));
  }
  EXPECT_THAT(run("$D extract $F/missing.txt").errors,
              HasSubstr("missing.txt: No such file or directory"));
  EXPECT_THAT(run("$D extract $F/binary").errors, HasSubstr("NUL bytes"));
}

TEST_F(Command, GoesOnAfterARecordThatCannotBeRead) {
  folder_.write("a.jsonl",
                "{\"id\":\"1\",\"text\":\"France accused Chad.\"}\n"
                "{\"id\":\"2\"}\n"
                "not JSON\n"
                "{\"id\":\"4\",\"text\":\"Chad left.\",\"topic\":{}}\n");
  const Outcome outcome =
      run("$D extract --input jsonl --format events $F/a.jsonl");
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.errors,
              HasSubstr(path("a.jsonl:2: the record has no text")));
  EXPECT_THAT(outcome.errors, HasSubstr(path("a.jsonl:3: not JSON")));
  EXPECT_EQ(std::count(outcome.output.begin(), outcome.output.end(), '\n'), 2);
  EXPECT_THAT(outcome.output, HasSubstr("\"id\":\"4\""));
}

TEST_F(Command, RefusesTwoTextsOfOneIri) {
  folder_.write("a.jsonl",
                "{\"url\":\"https://example.org/1\",\"text\":\"One.\"}\n"
                "{\"url\":\"https://example.org/1\",\"text\":\"Two.\"}\n"
                "{\"url\":\"https://example.org/1\",\"text\":\"One.\"}\n");
  const Outcome outcome = run("$D extract $F/a.jsonl");
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.errors,
              HasSubstr("a.jsonl:2: another article with another text has "
                        "the IRI https://example.org/1"));
  EXPECT_THAT(outcome.errors,
              HasSubstr("a.jsonl:3: warning: the same article again"));
  EXPECT_THAT(outcome.output, HasSubstr("\"One.\""));
  EXPECT_THAT(outcome.output, Not(HasSubstr("\"Two.\"")));
}

TEST_F(Command, WarnsOfOddArticlesAndReadsThem) {
  folder_.write("empty.txt", "");
  folder_.write("latin1.txt",
                "Cura\xe7"
                "ao left the talks.\n");
  folder_.write("word.txt", std::string(1000000, 'x'));
  for (const char* name : {"empty", "latin1", "word"}) {
    const Outcome outcome = run("$D extract $F/" + std::string(name) + ".txt");
    EXPECT_EQ(outcome.status, 0) << name;
    EXPECT_THAT(outcome.errors, HasSubstr(".txt: warning: ")) << name;
  }
}

TEST_F(Command, SurvivesDeepNesting) {
  std::string brackets, said;
  for (int i = 0; i < 5000; ++i) brackets += "(";
  for (int i = 0; i < 1000; ++i) said += "they said that ";
  folder_.write("brackets.txt", brackets);
  folder_.write("said.txt", said + "nobody left.");
  EXPECT_EQ(run("$D extract $F/brackets.txt").status, 0);
  EXPECT_EQ(run("$D extract $F/said.txt").status, 0);
}

TEST_F(Command, RefusesWrongUsage) {
  for (const char* line :
       {"$D", "$D frobnicate", "$D extract --frobnicate $F/a.txt",
        "$D extract --format word $F/a.txt", "$D extract --threads 0 $F/a.txt",
        "$D extract --published Friday $F/a.txt",
        "$D extract --url example.org $F/a.txt"}) {
    const Outcome outcome = run(line);
    EXPECT_EQ(outcome.status, 2) << line;
    EXPECT_THAT(outcome.output, IsEmpty()) << line;
    EXPECT_THAT(outcome.errors, HasSubstr("demarche: ")) << line;
  }
}

TEST_F(Command, PrintsHelpAndVersion) {
  for (const char* line :
       {"$D --help", "$D extract --help", "$D explain --help",
        "$D diagram --help", "$D query --help", "$D query paths --help",
        "$D check --help"}) {
    const Outcome outcome = run(line);
    EXPECT_EQ(outcome.status, 0) << line;
    EXPECT_THAT(outcome.output, HasSubstr("Examples:")) << line;
  }
  EXPECT_EQ(run("$D --version").output, "demarche " DEMARCHE_VERSION "\n");
}

TEST_F(Command, DrawsDiagramsInEveryFormat) {
  for (const auto& [format, begin] :
       {std::pair("html", "<!DOCTYPE html>"), std::pair("dot", "digraph"),
        std::pair("graphml", "<?xml"), std::pair("mermaid", "flowchart")}) {
    const Outcome outcome = run("$D diagram --format " + std::string(format) +
                                " --published 2024-05-02 $F/a.txt");
    EXPECT_EQ(outcome.status, 0) << outcome.errors;
    EXPECT_THAT(outcome.output, testing::StartsWith(begin));
    EXPECT_THAT(outcome.output, HasSubstr("accuses"));
  }
  EXPECT_EQ(run("$D diagram --kind map $F/a.txt").status, 2);
  EXPECT_EQ(run("$D diagram --since Friday $F/a.txt").status, 2);
}

TEST_F(Command, AnswersQueriesOfArticlesAndOfGraphs) {
  const Outcome text = run("$D query dyad --of France --with chad $F/a.txt");
  EXPECT_EQ(text.status, 0) << text.errors;
  EXPECT_THAT(text.output, HasSubstr("France accused Chad of spying"));
  EXPECT_EQ(run("cd $F; $D extract a.txt -o a.ttl; "
                "$D query dyad --of France --with Chad a.ttl")
                .output,
            text.output);
  EXPECT_THAT(run("$D query rank --format json $F/a.txt").output,
              HasSubstr("\"actor\": \"Chad\""));
}

TEST_F(Command, SaysWhichActorIsInNoRelation) {
  const Outcome outcome = run("$D query ego --of Norland $F/a.txt");
  EXPECT_EQ(outcome.status, 2);
  EXPECT_THAT(outcome.errors, HasSubstr("called 'Norland'"));
}

TEST_F(Command, RefusesABrokenOntology) {
  const std::string broken = folder_.write(
      "ontology/demarche.ttl", "@prefix dm: <https://example.org/> .\ndm:a b");
  for (const char* line :
       {"$D extract --ontology $F/ontology $F/a.txt", "$D check $F/ontology"}) {
    const Outcome outcome = run(line);
    EXPECT_NE(outcome.status, 0) << line;
    EXPECT_THAT(outcome.errors, HasSubstr(broken + ":2: ")) << line;
  }
  EXPECT_EQ(run("$D extract --ontology $F/ontology $F/a.txt").status, 2);
  EXPECT_EQ(run("$D extract --ontology $F/missing $F/a.txt").status, 2);
}

TEST_F(Command, RefusesAMissingOrBrokenModel) {
  folder_.write("broken.model", "DEMARCHE and then something else entirely");
  folder_.write("empty.model", "");
  for (const char* name : {"missing", "broken", "empty"}) {
    const Outcome outcome =
        run("$D extract --model $F/" + std::string(name) + ".model $F/a.txt");
    EXPECT_EQ(outcome.status, 2) << name;
    EXPECT_THAT(outcome.output, IsEmpty()) << name;
    EXPECT_THAT(outcome.errors, HasSubstr(name)) << name;
  }
}

TEST_F(Command, WritesAFileWholeOrNotAtAll) {
  EXPECT_EQ(run("$D extract $F/a.txt -o $F/out.ttl").status, 0);
  EXPECT_EQ(contents("out.ttl"), run("$D extract $F/a.txt").output);
  const Outcome outcome = run(
      "$D extract --model $F/none $F/a.txt -o $F/new.ttl; echo $?; ls -A $F");
  EXPECT_THAT(outcome.output, testing::StartsWith("2\n"));
  EXPECT_THAT(outcome.output, Not(HasSubstr("new.ttl")));
  EXPECT_EQ(run("$D extract $F/a.txt -o $F/no/out.ttl").status, 2);
  EXPECT_EQ(run("$D extract $F/a.txt -o $F").status, 2);
}

TEST_F(Command, KeepsTheOldFileWhenTheNewOneFails) {
  folder_.write("out.ttl", "old");
  EXPECT_EQ(run("$D extract --model $F/none $F/a.txt -o $F/out.ttl").status, 2);
  EXPECT_EQ(contents("out.ttl"), "old");
}

TEST_F(Command, LeavesNoFileWhereNothingWasRead) {
  EXPECT_EQ(run("$D extract $F/missing.txt -o $F/out.ttl").status, 1);
  EXPECT_FALSE(std::filesystem::exists(path("out.ttl")));
}

TEST_F(Command, SaysThatTheDiskIsFull) {
  if (!std::filesystem::exists("/dev/full")) GTEST_SKIP() << "no /dev/full";
  for (const char* line :
       {"$D extract $F/a.txt >/dev/full", "$D extract $F/a.txt -o /dev/full",
        "$D explain $F/a.txt >/dev/full",
        "$D extract --format events $F/a.txt >/dev/full"}) {
    const Outcome outcome = run(line);
    EXPECT_EQ(outcome.status, 2) << line;
    EXPECT_THAT(outcome.errors, HasSubstr("No space left on device")) << line;
  }
}

TEST_F(Command, EndsQuietlyWhenNobodyReads) {
  for (const char* line :
       {"$D extract $F/a.txt", "$D explain $F/a.txt",
        "$D extract --format events $F/a.txt", "$D --help"}) {
    const Outcome outcome =
        run("{ sleep 0.3; " + std::string(line) + "; echo $? >&2; } | true");
    EXPECT_EQ(outcome.errors, "0\n") << line;
  }
}

// A filter takes one value each time: what follows is the file.
TEST_F(Command, FiltersLeaveTheFileAlone) {
  for (const char* filter : {"--actor France", "--relation accuses",
                             "--source Chad --source 'the "
                             "article'",
                             "--factuality certain_positive --actor Chad"}) {
    const Outcome outcome =
        run("$D query rank " + std::string(filter) + " $F/a.txt <$F/b.txt");
    EXPECT_EQ(outcome.status, 0) << filter << outcome.errors;
  }
  EXPECT_THAT(run("$D query rank --actor Mali --actor France $F/a.txt").output,
              HasSubstr("France"));
}

TEST_F(Command, RefusesValuesThatAreNone) {
  for (const char* options :
       {"--since ----", "--since 2024-99", "--until 2024-02-30",
        "--since 20240", "--factuality 3", "--tone 1", "--limit -1",
        "--min-confidence nan", "--min-confidence 1.1"}) {
    const Outcome outcome =
        run("$D query rank " + std::string(options) + " $F/a.txt");
    EXPECT_EQ(outcome.status, 2) << options;
  }
  EXPECT_EQ(run("$D query rank --since 2024 --until 2024-02-29 "
                "--min-confidence 1 --limit 0 $F/a.txt")
                .status,
            0);
  EXPECT_EQ(run("$D query dyad --of France --with Chad --by 4 $F/a.txt").status,
            2);
}

TEST_F(Command, NamesTheWordThatIsNoSubcommand) {
  EXPECT_THAT(run("$D frobnicate").errors, HasSubstr("'frobnicate'"));
  EXPECT_THAT(run("$D query frobnicate").errors, HasSubstr("'frobnicate'"));
}

// The end of reading is not always the end of what there is.
TEST_F(Command, SaysThatStandardInputCannotBeRead) {
  for (const char* line :
       {"$D extract --format events <$F", "$D explain --input conllu <$F",
        "$D query rank --input graph <$F", "$D link --pairs - <$F",
        "$D link --keys - <$F"}) {
    const Outcome outcome = run(line);
    EXPECT_EQ(outcome.status, 1) << line;
    EXPECT_THAT(outcome.output, IsEmpty()) << line;
    EXPECT_THAT(outcome.errors, HasSubstr("cannot be read")) << line;
  }
}

TEST_F(Command, ReadsGraphsFromStandardInput) {
  const std::string rows = run("$D query rank $F/a.txt").output;
  for (const char* format : {"turtle", "ntriples", "trig", "nquads"})
    EXPECT_EQ(run("$D extract $F/a.txt --format " + std::string(format) +
                  " | $D query rank --input graph -")
                  .output,
              rows)
        << format;
}

TEST_F(Command, AnswersNothingWhereTheFiltersLeaveNothing) {
  for (const char* query : {"dyad --of France --with Chad", "ego --of France",
                            "paths --from France --to Chad"}) {
    const Outcome outcome = run("$D query " + std::string(query) +
                                " --since 2100 --format json $F/a.txt");
    EXPECT_EQ(outcome.status, 0) << query << outcome.errors;
    EXPECT_THAT(outcome.output, HasSubstr("[]")) << query;
  }
}

TEST_F(Command, KeepsTheOldComparisonWhereNothingWasRead) {
  folder_.write("old.html", "old");
  EXPECT_EQ(run("$D compare $F/missing.txt -o $F/old.html").status, 1);
  EXPECT_EQ(contents("old.html"), "old");
}

TEST_F(Command, LeavesNoFileWhereItMayNotBeSoLarge) {
  const Outcome outcome =
      run("ulimit -f 1; $D extract $F/a.txt -o $F/out.ttl; echo $?; ls -A $F");
  EXPECT_EQ(outcome.output, "2\na.txt\nb.txt\n");
  EXPECT_THAT(outcome.errors, HasSubstr("cannot be written"));
}

TEST_F(Command, EscapesWhatWouldSteerATerminal) {
  const Outcome outcome = run("$D extract $'\\e[31m\\nred\\xc2\\x9b'");
  EXPECT_THAT(outcome.errors,
              testing::StartsWith("demarche: \\x1b[31m\\nred\\u009b: "));
}

TEST_F(Command, FollowsLinksAndKeepsPermissions) {
  folder_.write("real.ttl", "old");
  EXPECT_EQ(run("ln -s real.ttl $F/link.ttl; chmod 600 $F/real.ttl; "
                "$D extract $F/a.txt -o $F/link.ttl")
                .status,
            0);
  EXPECT_TRUE(std::filesystem::is_symlink(path("link.ttl")));
  EXPECT_THAT(contents("real.ttl"), HasSubstr("France accused Chad"));
  EXPECT_EQ(std::filesystem::status(path("real.ttl")).permissions(),
            std::filesystem::perms(0600));
}

}  // namespace
}  // namespace demarche
