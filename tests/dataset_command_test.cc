// Datasets as users make them: subcommands, two writers at once, and kills.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/run_program.h"
#include "tests/temporary_folder.h"

namespace demarche {
namespace {

using testing::HasSubstr;

class DatasetCommand : public testing::Test {
 protected:
  Outcome run(const std::string& line) {
    return run_shell(DEMARCHE_PROGRAM, "F='" + folder_.path() + "'\n" + line);
  }
  /// The output of a line that must succeed.
  std::string output_of(const std::string& line) {
    const Outcome outcome = run(line);
    EXPECT_EQ(outcome.status, 0) << line << "\n" << outcome.errors;
    return outcome.output;
  }

  void SetUp() override {
    folder_.write("a.txt", "France accused Chad of spying on Friday.\n");
    folder_.write("b.txt", "Chad withdrew from the talks with France.\n");
    folder_.write("c.txt", "Mali hosted talks of Chad and Niger.\n");
  }

  TemporaryFolder folder_;
};

TEST_F(DatasetCommand, HoldWhatExtractWrites) {
  output_of("$D extract --into $F/d $F/a.txt $F/b.txt");
  EXPECT_EQ(
      output_of("$D export $F/d"),
      output_of(
          "$D extract --format nquads $F/a.txt $F/b.txt | LC_ALL=C sort -u"));
  output_of("$D export --format trig $F/d -o $F/d.trig");
  EXPECT_EQ(output_of("$D check $F/d $F/d.trig"), "");
}

// Written graphs, a dataset and standard input have the same keys; the pair of
// them that a join finds has the link that the dataset has.
TEST_F(DatasetCommand, KeysAndPairsLinkWhatADatasetLinks) {
  folder_.write("d.txt", "On Friday, France accused Chad of spying.\n");
  const std::string dated = " --published 2024-05-03 ";
  output_of("$D extract --format nquads" + dated + "$F/a.txt -o $F/a.nq");
  output_of("$D extract --format nquads" + dated + "$F/d.txt -o $F/d.nq");
  output_of("$D merge --into $F/d $F/a.nq $F/d.nq");
  const std::string keys =
      output_of("$D link --keys $F/a.nq $F/d.nq | grep Accusation");
  EXPECT_EQ(output_of("$D link --keys $F/d | sort"),
            output_of("$D link --keys $F/a.nq $F/d.nq | sort"));
  EXPECT_EQ(output_of("$D link --keys - < $F/a.nq"),
            output_of("$D link --keys $F/a.nq"));
  const std::string first = keys.substr(0, keys.find('\n'));
  const std::string second =
      keys.substr(first.size() + 1, keys.rfind('\n') - first.size() - 1);
  folder_.write("pairs", "{\"a\":" + first + ",\"b\":" + second + "}\n");
  const std::string links = output_of("$D link --pairs $F/pairs");
  EXPECT_THAT(links, HasSubstr("sameEventAs"));
  EXPECT_EQ(links, output_of("$D export $F/d | grep 'derived> .$'"));
}

TEST_F(DatasetCommand, WhatIsNoPairOfKeysIsAnErrorWithItsLine) {
  folder_.write("pairs", "{\n");
  const Outcome outcome = run("$D link --pairs $F/pairs -o $F/links; echo $?");
  EXPECT_THAT(outcome.errors, HasSubstr("pairs:1: no pair: not JSON\n"));
  EXPECT_EQ(outcome.output.substr(0, 2), "2\n");
  EXPECT_NE(run("test -e $F/links").status, 0);
  EXPECT_EQ(run("$D link").status, 2);
}

TEST_F(DatasetCommand, MergeAndRetract) {
  output_of("$D extract --into $F/d $F/a.txt $F/b.txt $F/c.txt");
  output_of("$D extract --into $F/e $F/a.txt");
  output_of("$D extract $F/b.txt -o $F/b.ttl");
  output_of("$D extract --format trig $F/c.txt -o $F/c.trig");
  output_of("$D merge --into $F/m $F/c.trig $F/e $F/b.ttl $F/e");
  const std::string all = output_of("$D export $F/d");
  EXPECT_EQ(output_of("$D export $F/m"), all);
  const std::string iri =
      output_of("grep -o '^@base <[^>]*' $F/b.ttl | cut -c8- | tr -d '\\n'");
  output_of("$D retract '" + iri + "' --in $F/d");
  EXPECT_EQ(
      output_of("$D export $F/d"),
      output_of(
          "$D extract --format nquads $F/a.txt $F/c.txt | LC_ALL=C sort -u"));
  EXPECT_EQ(run("$D retract '" + iri + "' --in $F/d").status, 1);
  output_of("$D extract --into $F/d $F/b.txt");
  EXPECT_EQ(output_of("$D export $F/d"), all);
}

TEST_F(DatasetCommand, ASecondTextOfOneIriIsAnInputError) {
  output_of("$D extract --into $F/d --url https://example.org/1 $F/a.txt");
  const Outcome outcome =
      run("$D extract --into $F/d --url https://example.org/1 $F/b.txt");
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.errors, HasSubstr("with another text"));
}

// Facts have no text that could differ.
TEST_F(DatasetCommand, AnotherViewReplacesTheFirst) {
  const std::string add = "$D extract --into $F/d --url https://example.org/1 ";
  output_of(add + "--view facts $F/a.txt");
  output_of(add + "$F/a.txt");
  EXPECT_THAT(output_of("$D export $F/d"), HasSubstr("isString"));
  output_of(add + "--view facts $F/a.txt");
  EXPECT_EQ(run(add + "$F/b.txt").status, 1);
}

TEST_F(DatasetCommand, ArticlesAreKnownByTheirUrls) {
  for (const std::string url :
       {"https://example.org/a#top", "https://example.org/<b>"}) {
    output_of("$D extract --into $F/d --url '" + url + "' $F/a.txt");
    EXPECT_THAT(output_of("$D compare --in $F/d '" + url + "' $F/b.txt"),
                HasSubstr("b.txt"));
    output_of("$D extract --into $F/again $F/d");
    EXPECT_EQ(output_of("$D export $F/again"), output_of("$D export $F/d"));
    EXPECT_EQ(output_of("$D export $F/d | grep -c 'sourceUrl> <" + url +
                        ">'"
                        " || true"),
              url.ends_with('>') ? "0\n" : "1\n");
    output_of("$D retract '" + url + "' --in $F/d");
    output_of("$D retract '" + url + "' --in $F/again");
    EXPECT_EQ(output_of("$D export $F/d"), "");
  }
}

TEST_F(DatasetCommand, OutputThatCannotBeWrittenIsNoInputError) {
  output_of("$D extract --into $F/d $F/a.txt $F/b.txt");
  EXPECT_EQ(run("ulimit -f 1; $D merge --into $F/m $F/d").status, 2);
}

TEST_F(DatasetCommand, KeysGoOnAfterAGraphThatCannotBeRead) {
  output_of("$D extract --format nquads $F/a.txt -o $F/a.nq");
  const Outcome outcome = run("$D link --keys $F/none.nq $F/a.nq");
  EXPECT_EQ(outcome.status, 1);
  EXPECT_EQ(outcome.output, output_of("$D link --keys $F/a.nq"));
  EXPECT_EQ(run("$D link --pairs $F/none").status, 1);
}

TEST_F(DatasetCommand, WrongFoldersAreRefused) {
  EXPECT_EQ(run("$D export $F/none").status, 2);
  EXPECT_EQ(run("$D retract urn:a --in $F").status, 2);
  EXPECT_EQ(run("$D extract --into $F $F/a.txt").status, 2);
  EXPECT_EQ(run("$D merge --into $F/d $F/a.txt").status, 1);
  EXPECT_THAT(run("$D extract --into $F/d --format trig $F/a.txt").errors,
              HasSubstr("--format"));
}

TEST_F(DatasetCommand, AreReadLikeGraphs) {
  output_of("$D extract --into $F/d $F/a.txt $F/b.txt");
  output_of("$D export --format trig $F/d -o $F/d.trig");
  const std::string rows = output_of("$D query rank $F/d");
  EXPECT_THAT(rows, HasSubstr("France"));
  EXPECT_EQ(output_of("$D query rank $F/d.trig"), rows);
}

TEST_F(DatasetCommand, ArticlesInThemAreReadAgain) {
  folder_.write("news.jsonl", R"(
{"id":"1","url":"https://example.org/1","title":"Talks fail","published":"2024-05-02","publisher":"Post","text":"Talks fail\n\nChad withdrew from the talks with France."}
{"id":"2","url":"https://example.org/2","published":"2024-05-03","text":"France denied that Chad withdrew from the talks."}
{"id":"3","text":"Mali hosted talks of Chad and Niger."}
)");
  folder_.write("digest.txt",
                "Talks end\n\nFacts\n- Chad withdrew from the talks.\n\n"
                "Sources: Reuters and BBC.\n\nNarratives\n\n"
                "Pro-Chad narrative, as provided by Tass.\n"
                "France threatened Chad.\n");
  output_of("$D extract --into $F/d $F/news.jsonl $F/digest.txt");
  output_of("$D extract --into $F/again $F/d");
  EXPECT_EQ(output_of("$D export $F/again"), output_of("$D export $F/d"));
  output_of("$D extract $F/digest.txt -o $F/digest.ttl");
  EXPECT_EQ(output_of("$D extract $F/digest.ttl"),
            output_of("cat $F/digest.ttl"));
}

TEST_F(DatasetCommand, ArticlesInThemAreComparedLikeFiles) {
  output_of("$D extract --into $F/d $F/a.txt $F/b.txt $F/c.txt");
  const std::string iris = output_of(
      "$D export $F/d | grep sourceUrl | cut -d'<' -f4 | "
      "cut -d'>' -f1 | sort -u | tr '\n' ' '");
  EXPECT_EQ(output_of("$D compare --format json $F/d"),
            output_of("$D compare --format json --in $F/d " + iris));
  output_of("$D extract $F/b.txt -o $F/b.ttl");
  EXPECT_EQ(output_of("$D compare --format turtle --in $F/d $F/c.txt "
                      "$(grep -o '^@base <[^>]*' $F/b.ttl | cut -c8-)"),
            output_of("$D compare --format turtle $F/c.txt $F/b.txt"));
  const Outcome outcome = run("$D compare --in $F/d https://example.org/none");
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.errors, HasSubstr("has no article <https://example.org"));
  output_of("$D extract --view facts $F/b.txt -o $F/facts.ttl");
  EXPECT_EQ(run("$D compare $F/facts.ttl").status, 1);
}

TEST_F(DatasetCommand, SubcommandsHaveHelp) {
  for (const char* name : {"export", "load", "merge", "retract"})
    EXPECT_THAT(output_of("$D " + std::string(name) + " --help"),
                HasSubstr("Examples:"));
}

TEST_F(DatasetCommand, TwoWritersAtOnceLeaveAWholeDataset) {
  output_of(
      "$D extract --into $F/d $F/a.txt $F/b.txt & "
      "$D extract --into $F/d $F/c.txt $F/b.txt; wait");
  EXPECT_EQ(output_of("$D export $F/d"),
            output_of("$D extract --format nquads $F/a.txt $F/b.txt $F/c.txt | "
                      "LC_ALL=C sort -u"));
}

TEST_F(DatasetCommand, AKillInTheMiddleLeavesAWholeDataset) {
  // Killed ever later, until it is done before it is killed.
  output_of(R"(
for delay in 0.02 0.05 0.08 0.1 0.12 0.15 0.2 0.3 1; do
  $D extract --into $F/d $F/a.txt $F/b.txt $F/c.txt & writer=$!
  { sleep $delay; kill -9 $writer; } 2>/dev/null
  wait $writer 2>/dev/null
  [ ! -d $F/d ] || [ ! -e $F/d/index.sqlite ] || $D export $F/d >$F/x || exit 1
  [ ! -s $F/x ] || $D check $F/d || exit 1
done
$D extract --into $F/d $F/a.txt $F/b.txt $F/c.txt)");
  EXPECT_EQ(output_of("$D export $F/d"),
            output_of("$D extract --format nquads $F/a.txt $F/b.txt $F/c.txt | "
                      "LC_ALL=C sort -u"));
}

}  // namespace
}  // namespace demarche
