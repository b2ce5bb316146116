#include "graphs/nquads.h"

#include <gtest/gtest.h>

#include <stdexcept>

#include "graphs/graph_file.h"
#include "graphs/sord_sink.h"
#include "ontology/error.h"

namespace demarche {
namespace {

RdfStatement statement_of(std::string text, std::string language = "",
                          std::string datatype = "") {
  return {"urn:s",
          "urn:p",
          {RdfTerm::Kind::literal, std::move(text), std::move(datatype),
           std::move(language)},
          "urn:g"};
}

TEST(NQuads, ALineIsCanonical) {
  EXPECT_EQ(print_nquad({"urn:s", "urn:p", iri_term("urn:é"), {}}),
            "<urn:s> <urn:p> <urn:é> .");
  EXPECT_EQ(
      print_nquad(statement_of("a\t\"b\"\n\\\r\x01 é", "en")),
      "<urn:s> <urn:p> \"a\\t\\\"b\\\"\\n\\\\\\r\\u0001 é\"@en <urn:g> .");
  EXPECT_EQ(print_nquad(statement_of("1", "", "urn:d")),
            "<urn:s> <urn:p> \"1\"^^<urn:d> <urn:g> .");
}

TEST(NQuads, WhatIsPrintedIsParsedAgain) {
  for (const auto& statement :
       {statement_of(""), statement_of("a\t\"b\"\n\\\r\f\b\x7f é 😀", "en-GB"),
        statement_of("1", "", "urn:d"),
        RdfStatement{"urn:s", "urn:p", iri_term("urn:o"), {}}})
    EXPECT_EQ(parse_nquad(print_nquad(statement)), statement);
}

TEST(NQuads, OtherWaysToWriteALineAreUnderstood) {
  EXPECT_EQ(
      parse_nquad("\t<urn:s>\t<urn:p> \"\\u00e9\\U0001F600\\'\". # x\r"),
      (RdfStatement{
          "urn:s", "urn:p", {RdfTerm::Kind::literal, "é😀'", "", ""}, {}}));
  EXPECT_EQ(parse_nquad(""), std::nullopt);
  EXPECT_EQ(parse_nquad("  # nothing"), std::nullopt);
}

TEST(NQuads, MalformedLinesAreRefused) {
  for (const char* line :
       {"<urn:s> <urn:p> .", "<urn:s> <urn:p> <urn:o>", "_:b <urn:p> <urn:o> .",
        "<urn:s> <urn:p> \"x .", "<urn:s> <urn:p> \"\\x\" .",
        "<urn:s> <urn:p> \"\\ud800\" .", "<urn:s> <urn:p> \"\\u00\" .",
        "<urn:s> <urn:p> \"x\"@ .", "<urn:s> <urn:p> \"x\"@6 .",
        "<urn:s> <urn:p> \"x\"^^ .", "<urn:s> <urn:p> <urn:o> . <urn:s>",
        "<urn:s", "<urn:s> <urn:p> <urn:a b> .",
        "<urn:s> <urn:p> <urn:\\u0020> .", "<urn:s> <urn:p> <urn:\x01> ."})
    EXPECT_THROW(parse_nquad(line), std::invalid_argument) << line;
}

TEST(GraphFile, AProblemHasItsLine) {
  const auto message_of = [](std::string_view text, RdfSyntax syntax) {
    try {
      read_statements("file", text, syntax);
    } catch (const Error& error) {
      return std::string(error.what());
    }
    return std::string("none");
  };
  EXPECT_EQ(message_of("\n<urn:s> <urn:p> .", RdfSyntax::nquads),
            "file:2: no IRI where there must be one");
  EXPECT_EQ(message_of("\n<urn:s> <urn:p> <o> .", RdfSyntax::nquads),
            "file:2: no IRI: 'o'");
  EXPECT_EQ(
      message_of("\n<urn:s> <urn:p> \"x\"@en-sixteenletter .", RdfSyntax::trig),
      "file:2: a tag of a language is too long");
  EXPECT_EQ(message_of("\n<urn:g> { <urn:s> <urn:p> [] . }", RdfSyntax::trig),
            "file:2: a blank node");
}

}  // namespace
}  // namespace demarche
