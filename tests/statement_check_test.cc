#include "graphs/statement_check.h"

#include <gtest/gtest.h>

#include "graphs/sord_sink.h"
#include "ontology/vocabulary.h"

namespace demarche {
namespace {

TEST(StatementCheck, AnIriIsAbsoluteAndHasNoCharacterThatSerdWouldEscape) {
  EXPECT_TRUE(is_iri("https://news.example/a?b=c#char=0,7"));
  EXPECT_TRUE(is_iri("urn:x:é"));
  EXPECT_FALSE(is_iri("news/1"));
  EXPECT_FALSE(is_iri("https://news.example/a b"));
  EXPECT_FALSE(is_iri("https://news.example/<1>"));
  EXPECT_FALSE(is_iri("https://news.example/#a#b"));
  EXPECT_FALSE(is_iri("https://news.example/\xff"));
  for (const char c : std::string("\0\n\"\\{}|^`\x7f", 10))
    EXPECT_FALSE(is_iri(std::string("https://news.example/") + c)) << int{c};
}

TEST(StatementCheck, AnEscapedAddressIsAnIriWithoutFragment) {
  EXPECT_EQ(escape_iri("https://news.example/a b#top"),
            "https://news.example/a%20b");
  EXPECT_TRUE(is_iri(escape_iri("https://news.example/{\"x\"}\\^`|")));
}

TEST(StatementCheck, ALanguageIsWhatTurtleLetsStand) {
  for (const char* tag : {"en", "en-GB", "zh-Hant-TW", "de-1996"})
    EXPECT_TRUE(is_language(tag)) << tag;
  for (const char* tag :
       {"", "6", "e6", "en-", "-en", "en--GB", "en_GB", "en-sixteenletter"})
    EXPECT_FALSE(is_language(tag)) << tag;
}

TEST(StatementCheck, KnowsTheLexicalFormsThatWeWrite) {
  using namespace vocabulary;
  EXPECT_TRUE(is_lexical_form("2024-02-29", xsd::date));
  EXPECT_FALSE(is_lexical_form("2023-02-29", xsd::date));
  EXPECT_FALSE(is_lexical_form("2023-1-2", xsd::date));
  EXPECT_TRUE(is_lexical_form("2023-01-12T10:00:00.5+04:00", xsd::date_time));
  EXPECT_FALSE(is_lexical_form("2023-01-12T25:00:00Z", xsd::date_time));
  EXPECT_TRUE(is_lexical_form("2023-12", xsd::g_year_month));
  EXPECT_FALSE(is_lexical_form("2020-23", xsd::g_year_month));
  EXPECT_TRUE(is_lexical_form("1990", xsd::g_year));
  EXPECT_FALSE(is_lexical_form("199X", xsd::g_year));
  EXPECT_TRUE(is_lexical_form("P1Y2M3DT4H", xsd::duration));
  EXPECT_TRUE(is_lexical_form("PT0.5S", xsd::duration));
  EXPECT_FALSE(is_lexical_form("P", xsd::duration));
  EXPECT_FALSE(is_lexical_form("P1W", xsd::duration));
  EXPECT_FALSE(is_lexical_form("PT", xsd::duration));
  EXPECT_TRUE(is_lexical_form("-2000.5", xsd::decimal));
  EXPECT_FALSE(is_lexical_form("2e3", xsd::decimal));
  EXPECT_FALSE(is_lexical_form("x", xsd::integer));
  EXPECT_FALSE(is_lexical_form("-1", xsd::non_negative_integer));
  EXPECT_FALSE(is_lexical_form("yes", xsd::boolean));
}

TEST(StatementCheck, NamesWhatIsWrongWithAStatement) {
  const std::string iri = "https://news.example/1";
  EXPECT_EQ(find_problem({iri, iri, iri_term(iri), {}}), "");
  EXPECT_NE(find_problem({"1", iri, iri_term(iri), {}}), "");
  EXPECT_NE(find_problem({iri, iri, iri_term(iri), "1"}), "");
  EXPECT_NE(find_problem({iri, iri, iri_term(" "), {}}), "");
  EXPECT_NE(
      find_problem({iri, iri, {RdfTerm::Kind::literal, "\xc3", "", ""}, {}}),
      "");
}

TEST(StatementCheck, AfterAValidStatementLooksAtWhatIsOther) {
  const std::string iri = "https://news.example/1";
  const RdfStatement valid{iri, iri, iri_term(iri), iri};
  EXPECT_EQ(find_problem(valid, &valid), "");
  EXPECT_NE(find_problem({"1", iri, iri_term(iri), iri}, &valid), "");
  EXPECT_NE(find_problem({iri, "1", iri_term(iri), iri}, &valid), "");
  EXPECT_NE(find_problem({iri, iri, iri_term("1"), iri}, &valid), "");
  EXPECT_NE(find_problem({iri, iri, iri_term(iri), "1"}, &valid), "");
}

}  // namespace
}  // namespace demarche
