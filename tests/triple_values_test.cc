#include "graphs/triple_values.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace demarche {
namespace {

std::vector<std::string> value(const std::string& literal,
                               const std::string& type) {
  return triple_values("<urn:s> <urn:p> \"" + literal +
                       "\"^^<http://www.w3.org/2001/XMLSchema#" + type +
                       "> .\n");
}

TEST(TripleValues, NumbersAreEqualByValue) {
  EXPECT_EQ(value("0.80", "decimal"), value("0.8", "decimal"));
  EXPECT_EQ(value("007", "nonNegativeInteger"), value("7", "integer"));
  EXPECT_EQ(value("100", "integer"), value("+100.0", "decimal"));
  EXPECT_EQ(value("-0", "integer"), value("0", "integer"));
  EXPECT_NE(value("-1", "integer"), value("1", "integer"));
  EXPECT_NE(value("10", "integer"), value("1", "integer"));
  EXPECT_NE(value("1", "string"), value("1", "integer"));
  EXPECT_NE(value("1e3", "decimal"), value("1000", "decimal"));
}

TEST(TripleValues, OrderRepetitionAndSpacingDoNotMatter) {
  EXPECT_EQ(triple_values("<urn:b> <urn:p> \"\\u00E9\"@en .\n\n# x\n"
                          "<urn:a>\t<urn:p>\t<urn:o> .\n"
                          "<urn:a> <urn:p> <urn:o> ."),
            triple_values("<urn:a> <urn:p> <urn:o> .\n"
                          "<urn:b> <urn:p> \"é\"@en .\n"));
  EXPECT_THROW(triple_values("_:a <urn:p> <urn:o> ."), std::invalid_argument);
}

}  // namespace
}  // namespace demarche
