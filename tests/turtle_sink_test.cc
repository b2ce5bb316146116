#include "graphs/turtle_sink.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>
#include <string>

#include "graphs/sord_sink.h"
#include "ontology/error.h"
#include "ontology/vocabulary.h"

namespace demarche {
namespace {

const std::string article = "https://news.example/1";
const std::string label = "http://www.w3.org/2000/01/rdf-schema#label";

RdfTerm literal(std::string text, std::string_view datatype = "",
                std::string language = "") {
  return {RdfTerm::Kind::literal, std::move(text), std::string(datatype),
          std::move(language)};
}

std::string write(TurtleSink::Syntax syntax,
                  const std::vector<RdfStatement>& statements,
                  const std::string& base = article) {
  std::string bytes;
  TurtleSink sink(syntax, [&](std::string_view more) {
    bytes += more;
    return true;
  });
  sink.set_base(base);
  for (const auto& statement : statements) sink.write(statement);
  sink.finish();
  return bytes;
}

/// What is read from what is written.
std::vector<RdfStatement> rewritten(
    TurtleSink::Syntax syntax, const std::vector<RdfStatement>& statements) {
  SordSink sink;
  sink.read("test", write(syntax, statements));
  return sink.all();
}

// Serd's reader takes a backslash behind a quotation mark in a literal of
// several lines for a character of its own.
TEST(TurtleSink, WritesQuotationMarksBeforeEscapesSoThatSerdReadsThem) {
  std::vector<RdfStatement> statements;
  for (const char* text :
       {"\"\"", "a\n\"\\b", "\"\"\"", "a\n\"\tb", "a\"", "a\n\"\r\n\"b"})
    statements.push_back({article + "#a", label, literal(text), {}});
  std::sort(statements.begin(), statements.end());
  EXPECT_EQ(rewritten(TurtleSink::Syntax::turtle, statements), statements);
}

TEST(TurtleSink, AbbreviatesByBaseAndPrefixAndGroupsBySubject) {
  const std::string event = article + "#event=7,14";
  const auto bytes =
      write(TurtleSink::Syntax::turtle,
            {{event,
              std::string(vocabulary::rdf::type),
              iri_term("https://w3id.org/demarche/ontology#Accusation"),
              {}},
             {event,
              "https://w3id.org/demarche/ontology#accuser",
              iri_term("https://w3id.org/demarche/entity/norland"),
              {}}});
  EXPECT_NE(bytes.find("@base <https://news.example/1> ."), std::string::npos);
  EXPECT_NE(bytes.find("<#event=7,14>\n\ta dm:Accusation ;\n"
                       "\tdm:accuser ent:norland ."),
            std::string::npos)
      << bytes;
}

TEST(TurtleSink, WhatIsReadBackIsWhatWasWritten) {
  std::vector<RdfStatement> statements;
  const auto add = [&](RdfTerm object) {
    statements.push_back({article + "#char=0,1", label, std::move(object), {}});
  };
  add(literal("plain"));
  add(literal("line\r\nbreak \"quoted\" \\ \"\"\" tab\t end\"", "", "en"));
  add(literal(std::string("control \x01\x1f\x7f")));
  add(literal("Ivković – “是” \xf0\x9f\x95\x8a \xef\xbf\xbd"));
  add(literal("", "", "en"));
  add(literal("12", vocabulary::xsd::integer));
  add(literal("2000.0", vocabulary::xsd::decimal));
  add(literal("2000", vocabulary::xsd::decimal));
  add(literal("true", vocabulary::xsd::boolean));
  add(literal("7", vocabulary::xsd::non_negative_integer));
  add(literal("2024-05-02", vocabulary::xsd::date));
  add(literal("2022-12-12/..", vocabulary::edtf_datatype));
  add(iri_term(article));
  add(iri_term(article + "#claim=26,36,2;by=article"));
  add(iri_term("https://news.example/10#char=0,1"));
  add(iri_term("https://w3id.org/demarche/entity/a.b,c(d)é"));
  add(iri_term("https://w3id.org/demarche/entity/-x"));
  add(iri_term("http://www.wikidata.org/entity/Q1"));
  std::sort(statements.begin(), statements.end());
  EXPECT_EQ(rewritten(TurtleSink::Syntax::turtle, statements), statements);
  EXPECT_EQ(rewritten(TurtleSink::Syntax::ntriples, statements), statements);
}

TEST(TurtleSink, NTriplesHasOneWholeStatementPerLine) {
  const auto bytes =
      write(TurtleSink::Syntax::ntriples,
            {{article + "#a", label, literal("a\nb", "", "en"), {}}});
  EXPECT_EQ(bytes,
            "<https://news.example/1#a> "
            "<http://www.w3.org/2000/01/rdf-schema#label> \"a\\nb\"@en .\n");
}

TEST(TurtleSink, RefusesWhatSerdWouldWriteWrongly) {
  TurtleSink sink(TurtleSink::Syntax::turtle,
                  [](std::string_view) { return true; });
  EXPECT_THROW(sink.write({"https://a b", label, literal("x"), {}}),
               std::logic_error);
  EXPECT_THROW(
      sink.write({article, label, literal("x", vocabulary::xsd::integer), {}}),
      std::logic_error);
  EXPECT_THROW(sink.write({article, label, literal("\xff"), {}}),
               std::logic_error);
}

TEST(TurtleSink, AFullDiskIsToldByFinish) {
  TurtleSink sink(TurtleSink::Syntax::turtle,
                  [](std::string_view) { return false; });
  sink.write({article, label, literal("x"), {}});
  EXPECT_THROW(sink.finish(), Error);
}

}  // namespace
}  // namespace demarche
