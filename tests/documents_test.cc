#include "extractor/input/documents.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "ontology/error.h"
#include "tests/packing.h"
#include "tests/temporary_folder.h"

namespace demarche {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class DocumentsTest : public testing::Test {
 protected:
  /// "name [label]: bytes" of each document, without the folder of the test,
  /// and the messages of what could not be read.
  std::vector<std::string> all_in(const std::string& path) const {
    std::vector<std::string> found;
    Documents documents(path);
    for (;;) {
      try {
        auto document = documents.next();
        if (!document) return found;
        found.push_back(short_form(document->name + " [" + document->label +
                                   "]: " + document->bytes->read_all()));
      } catch (const Error& error) {
        found.push_back(short_form(error.what()));
      }
    }
  }

  std::vector<std::string> all_in(const std::string& name,
                                  const std::string& bytes) const {
    return all_in(folder_.write(name, bytes));
  }

  std::string short_form(std::string text) const {
    const std::string prefix = folder_.path() + "/";
    for (auto at = text.find(prefix); at != text.npos; at = text.find(prefix))
      text.erase(at, prefix.size());
    return text;
  }

  TemporaryFolder folder_;
};

/// Bytes that no packing makes smaller.
std::string noise(std::size_t size) {
  std::mt19937 random(1);
  std::string bytes;
  while (bytes.size() < size) bytes += static_cast<char>('a' + random() % 26);
  return bytes;
}

TEST_F(DocumentsTest, UnpackWhatIsPackedHoweverItIsCalled) {
  if (!can_open_archives()) GTEST_SKIP() << "no libarchive";
  EXPECT_THAT(all_in("a.txt", "A"), ElementsAre("a.txt [a.txt]: A"));
  EXPECT_THAT(all_in("a.txt.gz", gzip("A")),
              ElementsAre("a.txt.gz [a.txt]: A"));
  for (const char* filter : {"xz", "zstd", "bzip2", "lz4"})
    EXPECT_THAT(all_in("a.bin", pack("They left.", filter)),
                ElementsAre("a.bin [a.bin]: They left."))
        << filter;
  EXPECT_THAT(
      all_in("a", gzip("They ") + gzip("left.") + std::string(512, '\0')),
      ElementsAre("a [a]: They left."));
}

TEST_F(DocumentsTest, OpenFoldersInOrderOfNames) {
  folder_.write("in/b.txt", "B");
  folder_.write("in/a/z.txt", "Z");
  folder_.write("in/a/y.gz", gzip("Y"));
  folder_.write("in/c.txt", "");
  EXPECT_THAT(all_in(folder_.path() + "/in"),
              ElementsAre("in/a/y.gz [y]: Y", "in/a/z.txt [z.txt]: Z",
                          "in/b.txt [b.txt]: B", "in/c.txt [c.txt]: "));
  fs::create_directory(folder_.path() + "/none");
  EXPECT_THAT(all_in(folder_.path() + "/none"), IsEmpty());
}

TEST_F(DocumentsTest, FollowLinksButNotInCircles) {
  folder_.write("in/a/x.txt", "X");
  fs::create_directory_symlink("..", folder_.path() + "/in/a/up");
  fs::create_directory_symlink(".", folder_.path() + "/in/same");
  fs::create_symlink("a/x.txt", folder_.path() + "/in/link.txt");
  fs::create_symlink("loop", folder_.path() + "/in/loop");
  fs::create_symlink("gone", folder_.path() + "/in/nowhere");
  EXPECT_THAT(all_in(folder_.path() + "/in"),
              ElementsAre("in/a/x.txt [x.txt]: X", "in/link.txt [link.txt]: X",
                          "in/loop: Too many levels of symbolic links",
                          "in/nowhere: No such file or directory"));
}

TEST_F(DocumentsTest, OpenArchivesAndWhatIsInThem) {
  if (!can_open_archives()) GTEST_SKIP() << "no libarchive";
  const Members members = {
      {"b/1.txt", "One"}, {"2.txt.gz", gzip("Two")}, {"3", ""}};
  const auto expected = [](const std::string& file) {
    return ElementsAre(file + ":b/1.txt [1.txt]: One",
                       file + ":2.txt.gz [2.txt]: Two", file + ":3 [3]: ");
  };
  EXPECT_THAT(all_in("a.tar", tar(members)), expected("a.tar"));
  EXPECT_THAT(all_in("a.zip", zip(members)), expected("a.zip"));
  EXPECT_THAT(all_in("a.tgz", gzip(tar(members))), expected("a.tgz"));
  EXPECT_THAT(all_in("a.t", pack(tar(members), "zstd")), expected("a.t"));
  EXPECT_THAT(all_in("b.zip", zip({{"a.tar.xz", pack(tar(members), "xz")}})),
              expected("b.zip:a.tar.xz"));
}

TEST_F(DocumentsTest, TakeTheNameOfAMemberForANameOnly) {
  if (!can_open_archives()) GTEST_SKIP() << "no libarchive";
  const std::string outside =
      "../../demarche-" + fs::path(folder_.path()).filename().string();
  EXPECT_THAT(
      all_in("in/a.tar",
             tar({{outside, "X"}, {"/etc/y.txt", "Y"}, {"e\033[1m\n", "Z"}})),
      ElementsAre("in/a.tar:" + outside + " [" + outside.substr(6) + "]: X",
                  "in/a.tar:/etc/y.txt [y.txt]: Y",
                  "in/a.tar:e?[1m? [e?[1m?]: Z"));
  EXPECT_FALSE(fs::exists(folder_.path() + "/in/" + outside));
  EXPECT_FALSE(fs::exists(outside));
}

TEST_F(DocumentsTest, LoseOnlyTheMemberThatIsDamaged) {
  if (!can_open_archives()) GTEST_SKIP() << "no libarchive";
  std::string bytes = zip({{"1", noise(5000)}, {"2", "Two"}, {"3", "Three"}});
  for (std::size_t i = 100; i < 200; ++i) bytes[i] = '\xff';
  const auto found = all_in("a.zip", bytes);
  ASSERT_EQ(found.size(), 3u);
  EXPECT_THAT(found[0], HasSubstr("a.zip:1: is damaged"));
  EXPECT_EQ(found[1], "a.zip:2 [2]: Two");
  EXPECT_EQ(found[2], "a.zip:3 [3]: Three");

  bytes = gzip(noise(5000)) + gzip("Two");
  bytes[3000] ^= 0x55;
  EXPECT_THAT(all_in("a.gz", bytes).front(),
              HasSubstr("a.gz:0: the gzip data"));
}

TEST_F(DocumentsTest, SayWhereAnArchiveIsCutOff) {
  if (!can_open_archives()) GTEST_SKIP() << "no libarchive";
  const std::string whole = tar({{"1", "One"}, {"2", noise(3000)}});
  const auto found = all_in("a.tar", whole.substr(0, 3000));
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0], "a.tar:1 [1]: One");
  EXPECT_THAT(found[1], HasSubstr("a.tar:2: is damaged"));

  const std::string packed = gzip(noise(200000));
  EXPECT_THAT(all_in("a.gz", packed.substr(0, 90000)),
              ElementsAre("a.gz:0: the gzip data that begins here ends early"));
  for (const char* filter : {"xz", "zstd"}) {
    const std::string cut = pack(noise(200000), filter).substr(0, 90000);
    EXPECT_THAT(all_in("b", cut), ElementsAre(HasSubstr("b: is damaged")));
  }
}

TEST_F(DocumentsTest, RefuseBombs) {
  if (!can_open_archives()) GTEST_SKIP() << "no libarchive";
  const std::string zeros(80'000'000, '0');
  EXPECT_THAT(all_in("a.gz", gzip(zeros)),
              ElementsAre("a.gz: unpacks to more than 500 times its size, as a "
                          "zip bomb does; the rest is left out"));
  EXPECT_THAT(all_in("a.xz", pack(zeros, "xz")),
              ElementsAre(HasSubstr("zip bomb")));
  EXPECT_THAT(all_in("a.zip", zip({{"1", "A"}, {"2", zeros}, {"3", "C"}})),
              ElementsAre("a.zip:1 [1]: A",
                          HasSubstr("a.zip:2: unpacks to more than 500 times"),
                          "a.zip:3 [3]: C"));
}

TEST_F(DocumentsTest, RefuseEndlessPackings) {
  if (!can_open_archives()) GTEST_SKIP() << "no libarchive";
  std::string bytes = "A";
  for (int i = 0; i < 4; ++i) bytes = gzip(bytes);
  EXPECT_THAT(all_in("a", bytes), ElementsAre("a [a]: A"));
  EXPECT_THAT(all_in("a", gzip(bytes)),
              ElementsAre("a: is packed more than 4 times"));
  EXPECT_THAT(all_in("a", zip({{"b", bytes}, {"c", "C"}})),
              ElementsAre("a:b: is packed more than 4 times", "a:c [c]: C"));
}

TEST_F(DocumentsTest, ReadOnBehindWhatIsNotGzip) {
  EXPECT_THAT(all_in("a", gzip("A") + "tail"),
              ElementsAre(HasSubstr("what follows is not gzip")));
}

}  // namespace
}  // namespace demarche
