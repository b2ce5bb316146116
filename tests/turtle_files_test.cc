#include "ontology/turtle_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ontology/error.h"

namespace demarche {
namespace {

using testing::ElementsAre;

std::vector<std::uint32_t> lines_of(std::string_view turtle) {
  TurtleFiles files;
  files.add("a.ttl", turtle);
  std::vector<std::uint32_t> lines;
  for (const Description& description : files.describe())
    for (const Statement& statement : description.statements)
      lines.push_back(statement.line);
  return lines;
}

std::string problem_of(std::string_view turtle) {
  try {
    lines_of(turtle);
  } catch (const Error& error) {
    return error.what();
  }
  return "none";
}

TEST(TurtleFiles, AStatementStandsWhereItsObjectEnds) {
  EXPECT_THAT(lines_of("@prefix e: <http://e.org/> .\n"
                       "e:a e:p e:b ,\n"
                       "    e:c ;\n"
                       "\n"
                       "  e:q \"two\"@en .\n"
                       "e:b e:p e:c.\n"),
              ElementsAre(2, 3, 5, 6));
}

TEST(TurtleFiles, ObjectsKeepTheirOrder) {
  TurtleFiles files;
  files.add("a.ttl", "@prefix e: <http://e.org/> . e:s e:p e:z , e:a , e:m .");
  std::string order;
  const auto descriptions = files.describe();
  for (const Statement& statement : descriptions.front().statements)
    order += text_of(statement.object).back();
  EXPECT_EQ(order, "zam");
}

TEST(TurtleFiles, ASubjectOfTwoFilesHasOneDescription) {
  TurtleFiles files;
  files.add("a.ttl", "<http://e.org/s> <http://e.org/p> <http://e.org/x> .");
  files.add("b.ttl",
            "<http://e.org/t> <http://e.org/p> <http://e.org/x> .\n"
            "<http://e.org/s> <http://e.org/p> <http://e.org/y> .");
  const auto descriptions = files.describe();
  ASSERT_EQ(descriptions.size(), 2u);
  ASSERT_EQ(descriptions[0].statements.size(), 2u);
  const Statement& second = descriptions[0].statements[1];
  EXPECT_EQ(files.name(second.file), "b.ttl");
  EXPECT_EQ(second.line, 2u);
  EXPECT_EQ(second.subject, files.node("http://e.org/s"));
}

TEST(TurtleFiles, APrefixMayBeGivenAnotherMeaning) {
  TurtleFiles files;
  files.add("a.ttl",
            "@prefix e: <http://e.org/> . e:s e:p e:o .\n"
            "@prefix e: <http://f.org/> . e:s e:p e:o .");
  EXPECT_EQ(files.describe().size(), 2u);
}

TEST(TurtleFiles, WhatIsMalformedIsReportedWithItsLine) {
  EXPECT_THAT(problem_of("\n\nf:a f:b f:c ."),
              testing::StartsWith("a.ttl:3: "));
  EXPECT_THAT(problem_of("<http://e.org/a> <http://e.org/b>\n\"open ."),
              testing::StartsWith("a.ttl:2: "));
  EXPECT_THAT(problem_of("<http://e.org/a> <http://e.org/b> \"\xff\" ."),
              testing::StartsWith("a.ttl:1: "));
  EXPECT_EQ(problem_of(""), "none");
}

}  // namespace
}  // namespace demarche
