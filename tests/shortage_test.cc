// Memory and disks that are full: the program says so, ends with an exit status
// of its own, and leaves a file, a folder of shards or a dataset whole or as it
// was.  Allocations are made to fail in `demarche_starved`, which is the
// program with other operators of allocation (short_of_memory.cc).

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <string>

#include "tests/run_program.h"
#include "tests/temporary_folder.h"

namespace demarche {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

class Shortage : public testing::Test {
 protected:
  Outcome run(const std::string& line) {
    return run_shell(DEMARCHE_PROGRAM, "cd '" + folder_.path() + "'\n" + line);
  }
  /// The output of a line that must succeed.
  std::string output_of(const std::string& line) {
    const Outcome outcome = run(line);
    EXPECT_EQ(outcome.status, 0) << line << "\n" << outcome.errors;
    return outcome.output;
  }

  /// Some of the numbers of the allocations of a line, the first ones densely.
  std::set<long> allocations_of(const std::string& line) {
    const Outcome counted = run("export DEMARCHE_ALLOCATION=count\n" + line);
    EXPECT_EQ(counted.status, 0) << line << "\n" << counted.errors;
    const auto at = counted.errors.rfind("allocations: ");
    if (at == std::string::npos) return {};
    const long count = std::stol(counted.errors.substr(at + 13));
    std::set<long> chosen;
    for (long n = 1; n <= count; n = n * 4 + 1) chosen.insert(n);
    for (long i = 1; i <= 5; ++i) chosen.insert(count * i / 5);
    return chosen;
  }

  /// Has allocations of a line fail, one alone or all that follow, and expects
  /// that `left`, a line that prints what is there, prints the same as before.
  void starve(const std::string& line, const std::string& left) {
    for (const long n : allocations_of(line))
      for (const char* following : {"", "+"}) {
        output_of("rm -rf new* .new*; cp -r old new_dataset");
        const std::string before = output_of(left);
        const std::string failing = std::to_string(n) + following;
        const Outcome outcome =
            run("export DEMARCHE_ALLOCATION=" + failing + "\n" + line);
        if (outcome.status == 0) continue;
        EXPECT_EQ(outcome.status, 2) << line << " " << failing;
        EXPECT_THAT(outcome.errors, HasSubstr("out of memory"))
            << line << " " << failing;
        EXPECT_EQ(output_of(left), before) << line << " " << failing;
      }
  }

  void SetUp() override {
    folder_.write("a.txt", "France accused Chad of spying on Friday.\n");
    folder_.write("b.txt", "Chad withdrew from the talks with France.\n");
    output_of("$D extract --into old a.txt && $D extract a.txt -o a.ttl");
  }

  TemporaryFolder folder_;
};

constexpr const char* files = "ls -A";
constexpr const char* dataset = "$D check new_dataset; $D export new_dataset";

TEST_F(Shortage, OfMemoryLeavesNoPartOfAFile) {
  starve("${D}_starved extract --threads 1 a.txt -o new", files);
  starve("${D}_starved extract --threads 2 --format nquads a.txt b.txt -o new",
         files);
  starve("${D}_starved export old -o new", files);
  starve("${D}_starved diagram --format html a.ttl -o new", files);
}

TEST_F(Shortage, OfMemoryLeavesDatasetsWhole) {
  starve("${D}_starved extract --into new_dataset b.txt", dataset);
}

TEST_F(Shortage, OfMemoryLeavesShardsThatCanBeResumed) {
  starve("rm -rf new; ${D}_starved extract --shards new a.txt b.txt",
         "$D extract --shards new --resume a.txt b.txt; cksum new/shard*");
}

TEST_F(Shortage, OfMemoryIsSurvivedWithTheSameBytes) {
  const std::string whole = output_of("$D extract a.txt");
  for (const long n : allocations_of("${D}_starved extract a.txt")) {
    const Outcome outcome =
        run("export DEMARCHE_ALLOCATION=" + std::to_string(n) +
            "; ${D}_starved extract a.txt");
    if (outcome.status != 0) continue;
    EXPECT_EQ(outcome.output, whole) << n;
  }
}

TEST_F(Shortage, OfDiskIsSaidByEachSubcommand) {
  if (output_of("ls /dev/full 2>/dev/null || true").empty())
    GTEST_SKIP() << "no /dev/full";
  for (const char* line :
       {"$D export old", "$D diagram --format dot a.ttl",
        "$D diagram --format svg a.ttl", "$D diagram --format html a.ttl",
        "$D query rank a.ttl", "$D compare a.ttl b.txt",
        "$D extract --format nquads a.txt", "$D extract --format trig a.txt"})
    for (const char* where : {">/dev/full", "-o /dev/full"}) {
      const Outcome outcome = run(std::string(line) + " " + where);
      EXPECT_EQ(outcome.status, 2) << line << where;
      EXPECT_THAT(outcome.errors, HasSubstr("No space left on device"))
          << line << where;
    }
}

// A limit on the size of files gives the error that a full disk gives.
TEST_F(Shortage, OfDiskLeavesTheOldFile) {
  for (const char* line :
       {"$D extract a.txt", "$D extract --format nquads a.txt b.txt",
        "$D export old", "$D diagram --format html a.ttl"}) {
    output_of("echo before >old.file");
    const std::string before = output_of(files);
    const Outcome outcome =
        run("trap '' XFSZ; ulimit -f 1; " + std::string(line) + " -o old.file");
    EXPECT_EQ(outcome.status, 2) << line;
    EXPECT_THAT(outcome.errors, HasSubstr("old.file: cannot be written"));
    EXPECT_EQ(output_of(files), before) << line;
    EXPECT_EQ(output_of("cat old.file"), "before\n") << line;
  }
}

TEST_F(Shortage, OfDiskLeavesDatasetsWhole) {
  for (const char* line :
       {"extract --into old b.txt", "extract --into new a.txt b.txt"}) {
    const std::string before =
        output_of("$D check old; $D export old; rm -rf new");
    const Outcome outcome =
        run("trap '' XFSZ; ulimit -f 16; $D " + std::string(line));
    EXPECT_EQ(outcome.status, 2) << line;
    EXPECT_THAT(outcome.errors, testing::Not(IsEmpty())) << line;
    EXPECT_EQ(output_of("$D check old; $D export old"), before) << line;
  }
  output_of(
      "rm -rf new; $D extract --into new b.txt; $D extract --into old b.txt");
}

TEST_F(Shortage, FaultsOfLibrariesLeaveNoPartOfAFile) {
  const std::string before = output_of("mkfifo pipe; ls -A");
  const Outcome outcome =
      run("$D extract --format nquads - -o new <pipe & exec 3>pipe\n"
          "for i in $(seq 100); do ls -A | grep -q '^.new' && break; "
          "sleep 0.1; done; kill -ABRT $!; wait $!; echo $?");
  EXPECT_EQ(outcome.output, "134\n");
  EXPECT_EQ(output_of(files), before);
}

}  // namespace
}  // namespace demarche
