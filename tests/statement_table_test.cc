// Laws of graphs/statement_table.h.
#include "graphs/statement_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <vector>

#include "graphs/nquads.h"
#include "graphs/sord_sink.h"
#include "ontology/sort_unique.h"
#include "ontology/vocabulary.h"

namespace demarche {
namespace {

RdfTerm literal(const std::string& text, const std::string& datatype = "",
                const std::string& language = "") {
  return {RdfTerm::Kind::literal, text, datatype, language};
}

/// One text in every kind of term, IRIs that begin each other, and graphs.
std::vector<RdfStatement> statements() {
  const std::string number(vocabulary::xsd::integer);
  std::vector<RdfStatement> all;
  for (const std::string subject : {"urn:b", "urn:a", "urn:aa", "urn:a#1"})
    for (const RdfTerm& object :
         {literal("urn:a"), literal("urn:a", "", "en"), iri_term("urn:a"),
          literal("urn:a", "", "en-GB"), literal("1", number), literal("1"),
          literal("a \"b\"\n\\"), literal("é"), iri_term("urn:aa")}) {
      all.push_back({subject, "urn:p", object, "urn:g"});
      all.push_back({subject, "urn:p", object, std::nullopt});
      all.push_back({subject, "urn:p", object, "urn:a"});
    }
  return all;
}

TEST(StatementTable, GivesBackWhatWasWrittenInItsOrder) {
  const StatementTable table(statements());
  EXPECT_EQ(table.statements(), statements());
}

TEST(StatementTable, KeepsEachTermOnce) {
  StatementTable table(statements());
  const auto count = table.term_count();
  for (const auto& statement : statements()) table.write(statement);
  EXPECT_EQ(table.rows().size(), 2 * statements().size());
  EXPECT_EQ(table.term_count(), count);
  EXPECT_EQ(table.find_iri("urn:none"), TermId::none);
  EXPECT_EQ(table.iri(table.find_iri("urn:p")), "urn:p");
}

TEST(StatementTable, IsPrintedAsItsLinesAreSorted) {
  auto twice = statements();
  const auto once = statements();
  twice.insert(twice.end(), once.begin(), once.end());
  std::vector<std::string> lines;
  for (const auto& statement : twice)
    lines.push_back(print_nquad(statement) + "\n");
  sort_unique(lines);
  std::string bytes;
  for (const auto& line : lines) bytes += line;
  EXPECT_EQ(print_sorted(twice), bytes);
}

TEST(StatementTable, TakesNoStatementThatIsNoRdf) {
  StatementTable table(statements());
  const auto refuses = [&](const RdfStatement& statement) {
    EXPECT_THROW(table.write(statement), std::logic_error);
  };
  refuses({"a", "urn:p", iri_term("urn:a"), std::nullopt});
  refuses({"urn:a", "p", iri_term("urn:a"), std::nullopt});
  refuses({"urn:a", "urn:p", iri_term("a"), std::nullopt});
  refuses({"urn:a", "urn:p", iri_term("urn:a"), "g"});
  refuses({"urn:a", "urn:p", literal("\xff"), std::nullopt});
  EXPECT_TRUE(table.statements() == statements());
}

}  // namespace
}  // namespace demarche
