// demarche extract over many articles: order, bytes, and what is there when it
// is stopped, killed or the disk is full.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <sstream>
#include <string>

#include "tests/run_program.h"
#include "tests/temporary_folder.h"

namespace demarche {
namespace {

using testing::HasSubstr;

constexpr int article_count = 23;

std::string url(int number) {
  return "https://example.org/" + std::to_string(100 + number);
}

std::string record(int number) {
  constexpr const char* states[] = {"Chad", "France", "Italy", "Kenya", "Peru"};
  const std::string who = states[number % 5], whom = states[number * 2 % 5];
  return "{\"id\":\"" + std::to_string(number) + "\",\"url\":\"" + url(number) +
         "\",\"text\":\"" + who + " accused " + whom +
         " of leaving the talks. It withdrew " + std::to_string(number + 2) +
         " soldiers.\"}\n";
}

class Corpus : public testing::Test {
 protected:
  void SetUp() override {
    std::string records;
    for (int i = 0; i < article_count; ++i) records += record(i);
    folder_.write("a.jsonl", records);
  }

  /// Runs lines of shell in which $D is the program and $F a folder with
  /// a.jsonl.
  Outcome run(const std::string& lines) const {
    return run_shell(DEMARCHE_PROGRAM, "F='" + folder_.path() + "'\n" + lines);
  }

  /// Writes shards to $F/NAME.
  Outcome shards(const std::string& name, const std::string& options = "",
                 const std::string& before = "") const {
    return run(before + " $D extract --shards $F/" + name +
               " --shard-articles 5 " + options + " $F/a.jsonl");
  }

  /// Whether two folders hold the same files, those with a dot as well.
  bool are_same(const std::string& a, const std::string& b) const {
    return run("diff -r $F/" + a + " $F/" + b).status == 0;
  }

  TemporaryFolder folder_;
};

/// The lines that lie in the graphs of an article.
std::size_t count_lines(const std::string& nquads, int article) {
  std::istringstream lines(nquads);
  std::size_t count = 0;
  for (std::string line; std::getline(lines, line);) {
    const auto graph = line.rfind(" <");
    count += line.compare(graph + 2, url(article).size(), url(article)) == 0;
  }
  return count;
}

TEST_F(Corpus, IsWrittenInOrderWithTheSameBytesForAnyNumberOfThreads) {
  for (const char* format : {"nquads", "ntriples", "trig", "events"}) {
    const auto extract = std::string("$D extract --format ") + format;
    const Outcome one = run(extract + " --threads 1 $F/a.jsonl");
    EXPECT_EQ(one.status, 0) << one.errors;
    for (const char* threads : {"2", "8"})
      EXPECT_EQ(run(extract + " --threads " + threads + " $F/a.jsonl").output,
                one.output)
          << format;
    std::size_t place = 0;
    for (int i = 0; i < article_count; ++i) {
      const auto next = one.output.find(url(i));
      ASSERT_NE(next, std::string::npos);
      EXPECT_LE(place, next);
      place = next;
    }
  }
}

TEST_F(Corpus, OfNQuadsIsThatOfItsArticlesOneAfterTheOther) {
  folder_.write("1.jsonl", record(1));
  folder_.write("2.jsonl", record(2));
  const auto extract = [&](const char* files) {
    return run(std::string("cd $F; $D extract --format nquads ") + files)
        .output;
  };
  EXPECT_EQ(extract("1.jsonl 2.jsonl"),
            extract("1.jsonl") + extract("2.jsonl"));
}

TEST_F(Corpus, InShardsHasTheSameBytesForAnyNumberOfThreads) {
  EXPECT_EQ(shards("one", "--threads 1").status, 0);
  EXPECT_EQ(shards("two", "--threads 2").status, 0);
  EXPECT_EQ(shards("eight", "--threads 8").status, 0);
  EXPECT_TRUE(are_same("one", "two"));
  EXPECT_TRUE(are_same("one", "eight"));
  EXPECT_THAT(run("ls $F/one").output,
              testing::StartsWith("manifest.json\nshard-000001.nq.zst\n"));
  EXPECT_THAT(run("cat $F/one/manifest.json").output,
              HasSubstr("\"complete\": true"));
}

TEST_F(Corpus, InShardsIsWhatItIsInOneFile) {
  for (const char* format : {"nquads", "ntriples", "events"}) {
    const auto options = std::string("--format ") + format;
    EXPECT_EQ(shards(format, options + " --compress none").status, 0);
    EXPECT_EQ(run("cat $F/" + std::string(format) + "/shard-*").output,
              run("$D extract " + options + " $F/a.jsonl").output);
  }
}

// Killed at once, while it loads, in the midst of things, and near the end.
TEST_F(Corpus, HasTheSameBytesAfterItWasKilledAndResumed) {
  ASSERT_EQ(shards("whole").status, 0);
  std::mt19937 random(1);
  for (int round = 0; round < 2; ++round) {
    int status = -1, runs = 0;
    for (; status != 0 && runs < 60; ++runs) {
      const double seconds =
          0.2 * (1 + runs) * static_cast<double>(random() % 1000) / 1000;
      status = shards("killed", "--resume",
                      "timeout -s KILL " + std::to_string(seconds))
                   .status;
    }
    ASSERT_EQ(status, 0);
    EXPECT_TRUE(are_same("whole", "killed"));
    EXPECT_EQ(shards("killed", "--resume").status,
              0);  // Nothing is left to do.
    EXPECT_TRUE(are_same("whole", "killed"));
    run("rm -r $F/killed");
  }
}

// Nobody reads the pipe while the signal comes, so that an article is half
// written then.
TEST_F(Corpus, EndsWithAWholeArticleWhenItIsStopped) {
  const std::string whole = run("$D extract --format nquads $F/a.jsonl").output;
  const Outcome stopped =
      run("mkfifo $F/pipe\n"
          "$D extract --format nquads $F/a.jsonl >$F/pipe & exec 3<$F/pipe\n"
          "head -c 1 <&3; sleep 1; kill -TERM $!; sleep 0.5; cat <&3\n"
          "wait $!; echo $? >&2");
  EXPECT_EQ(stopped.errors, "143\n");
  ASSERT_LT(stopped.output.size(), whole.size());
  EXPECT_EQ(stopped.output, whole.substr(0, stopped.output.size()));
  bool ended = false;
  for (int i = 0; i < article_count; ++i) {
    const auto count = count_lines(stopped.output, i);
    EXPECT_TRUE(count > 0 || i > 0);
    ended = ended || count == 0;
    EXPECT_EQ(count, ended ? 0 : count_lines(whole, i)) << i;
  }
}

TEST_F(Corpus, LeavesOnlyWholeShardsWhenItIsStopped) {
  ASSERT_EQ(shards("whole").status, 0);
  const Outcome stopped = run(
      "mkfifo $F/pipe; $D extract --threads 1 --shards $F/stopped "
      "--shard-articles 5 - <$F/pipe & exec 3>$F/pipe\n"
      "head -n 13 $F/a.jsonl >&3; head -c 300000 /dev/zero | tr '\\0' '\\n' "
      ">&3\n"
      "for i in $(seq 200); do ls -A $F/stopped 2>&1 | grep -q '^[.]shard-0*3' "
      "&& break; sleep 0.1; done\n"
      "kill -TERM $!; wait $!; echo $?");
  EXPECT_EQ(stopped.output, "143\n");
  EXPECT_THAT(stopped.errors, HasSubstr("demarche: stopped; --resume goes on"));
  EXPECT_EQ(run("ls -A $F/stopped").output,
            "manifest.json\nshard-000001.nq.zst\nshard-000002.nq.zst\n");
  EXPECT_EQ(shards("stopped", "--resume").status, 0);
  EXPECT_TRUE(are_same("whole", "stopped"));
}

TEST_F(Corpus, LosesABrokenRecordOnly) {
  ASSERT_EQ(shards("whole").status, 0);
  std::string records;
  for (int i = 0; i < article_count; ++i) {
    if (i % 4 == 1) records += i % 8 == 1 ? "{\"text\":\n" : "{\"id\":\"x\"}\n";
    records += record(i);
  }
  folder_.write("a.jsonl", records);
  const Outcome outcome = shards("broken");
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.errors, HasSubstr("a.jsonl:2: not JSON"));
  EXPECT_THAT(outcome.errors, HasSubstr("a.jsonl:7: the record has no text"));
  EXPECT_TRUE(are_same("whole", "broken"));
}

// A limit on the size of files gives the error that a full disk gives.
TEST_F(Corpus, LeavesOnlyWholeShardsOnAFullDisk) {
  ASSERT_EQ(shards("whole", "--compress none").status, 0);
  const Outcome full =
      shards("full", "--compress none", "trap '' XFSZ; ulimit -f 32;");
  EXPECT_EQ(full.status, 2);
  EXPECT_THAT(full.errors, HasSubstr("shard-000001.nq: cannot be written"));
  EXPECT_EQ(run("ls -A $F/full").output, "manifest.json\n");
  EXPECT_EQ(shards("full", "--compress none --resume").status, 0);
  EXPECT_TRUE(are_same("whole", "full"));
}

TEST_F(Corpus, IsResumedOnlyWithWhatItWasBegunWith) {
  ASSERT_EQ(shards("begun").status, 0);
  const auto refused = [&](const std::string& options, const char* reason) {
    const Outcome outcome = shards("begun", options);
    EXPECT_EQ(outcome.status, 2) << options;
    EXPECT_THAT(outcome.errors, HasSubstr(reason)) << options;
  };
  refused("", "is not empty");
  refused("--resume --view facts", "'view' was \"claims\" and is \"facts\"");
  refused("--resume --compress gzip", "'compression' was");
  refused("--resume --publisher Herald", "was made of other articles");
  folder_.write("a.jsonl", record(0));
  refused("--resume", "was made of other articles");
  folder_.write("begun/manifest.json", "{}");
  refused("--resume", "is no manifest");
}

// 4 GiB more are not lost on the way.
TEST_F(Corpus, IsResumedOnlyWithFilesOfTheSizesThatTheManifestTells) {
  ASSERT_EQ(shards("begun", "--compress none").status, 0);
  run("truncate -s +4294967296 $F/begun/shard-000001.nq");
  EXPECT_THAT(shards("begun", "--compress none --resume").errors,
              HasSubstr("is not as the manifest says"));
  run("sed -i \"0,/\\\"size\\\": [0-9]*/s//\\\"size\\\": "
      "$(stat -c %s $F/begun/shard-000001.nq)/\" $F/begun/manifest.json");
  const Outcome resumed = shards("begun", "--compress none --resume");
  EXPECT_EQ(resumed.status, 0) << resumed.errors;
}

TEST_F(Corpus, IsNotResumedWithAManifestOfOtherThings) {
  ASSERT_EQ(shards("begun").status, 0);
  for (const char* shards_of_it : {"[5]", "5", "[{}]", "[{\"size\": -1}]"}) {
    run("sed -i -z 's/\"shards\": .*/\"shards\": " + std::string(shards_of_it) +
        "}/' $F/begun/manifest.json");
    const Outcome outcome = shards("begun", "--resume");
    EXPECT_EQ(outcome.status, 2);
    EXPECT_THAT(outcome.errors, HasSubstr("is no manifest of shards"));
  }
}

TEST_F(Corpus, RefusesShardsInTurtleAndOfNoArticles) {
  const Outcome turtle = shards("x", "--format turtle");
  EXPECT_EQ(turtle.status, 2);
  EXPECT_THAT(turtle.errors, HasSubstr("--format"));
  const Outcome none =
      run("$D extract --shards $F/x --shard-articles 0 $F/a.jsonl");
  EXPECT_EQ(none.status, 2);
  EXPECT_THAT(none.errors, HasSubstr("Value 0 not in range 1 to 1000000000"));
}

TEST_F(Corpus, IsExplainedInWholeArticlesWhenItIsStopped) {
  run("for i in 1 2 3 4 5 6; do sed s/example/$i.example/ $F/a.jsonl; done "
      ">$F/many.jsonl");
  const std::string whole = run("$D explain $F/many.jsonl").output;
  const Outcome stopped =
      run("mkfifo $F/pipe\n"
          "$D explain $F/many.jsonl >$F/pipe & exec 3<$F/pipe\n"
          "head -c 1 <&3; sleep 1; kill -TERM $!; sleep 0.5; cat <&3\n"
          "wait $!; echo $? >&2");
  EXPECT_EQ(stopped.errors, "143\n");
  ASSERT_LT(stopped.output.size(), whole.size());
  EXPECT_EQ(stopped.output, whole.substr(0, stopped.output.size()));
  EXPECT_THAT(whole.substr(stopped.output.size()),
              testing::StartsWith("article "));
}

TEST_F(Corpus, RefusesShardsWithoutAFolderOfTheirOwn) {
  EXPECT_EQ(run("$D extract --resume $F/a.jsonl").status, 2);
  EXPECT_EQ(run("$D extract --shards $F/a.jsonl $F/a.jsonl").status, 2);
  EXPECT_EQ(run("$D extract --shards $F/x -o $F/y $F/a.jsonl").status, 2);
}

TEST_F(Corpus, IsWrittenByOneProgramAtATime) {
  const Outcome outcome = run(
      "mkfifo $F/pipe; $D extract --shards $F/shards - <$F/pipe &\n"
      "exec 3>$F/pipe; for i in $(seq 200); do "
      "[ -e $F/shards/manifest.json ] && break; sleep 0.1; done\n"
      "$D extract --shards $F/shards --resume $F/a.jsonl; echo $?; exec 3>&-; "
      "wait");
  EXPECT_THAT(outcome.errors, HasSubstr("another program is writing there"));
  EXPECT_EQ(outcome.output, "2\n");
}

}  // namespace
}  // namespace demarche
