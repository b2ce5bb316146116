#include "extractor/quotes.h"

#include <gtest/gtest.h>

#include "tests/analysis_builder.h"

namespace demarche {
namespace {

std::vector<std::string> quotations(const char* lines) {
  const auto built = build_analysis(lines);
  std::vector<std::string> texts;
  for (const Span span : find_quotations(built.article, built.analysis))
    texts.emplace_back(slice(built.article.text, span));
  return texts;
}

using Texts = std::vector<std::string>;

TEST(Quotations, RunFromMarkToMark) {
  EXPECT_EQ(quotations(R"(
    He       he      PRON  2 nsubj
    said     say     VERB  0 root
    "-       "       PUNCT 7 punct
    we       we      PRON  7 nsubj
    will     will    AUX   7 aux
    not      not     PART  7 advmod
    go-      go      VERB  2 ccomp
    "        "       PUNCT 7 punct
    today    today   NOUN  2 obl
  )"),
            Texts{"\"we will not go\""});
}

TEST(Quotations, OfAFewWordsAreNoSpeech) {
  EXPECT_EQ(quotations(R"(
    a        a       DET   5 det
    “-       “       PUNCT 3 punct
    brutal-  brutal  ADJ   5 amod
    ”        ”       PUNCT 3 punct
    attack   attack  NOUN  0 root
  )"),
            Texts{});
}

TEST(Quotations, LeftOpenRunToTheEndOfTheirPassage) {
  EXPECT_EQ(quotations(R"(
    # paragraph
    “-       “       PUNCT 3 punct
    They     they    PRON  3 nsubj
    left     leave   VERB  0 root
    us       we      PRON  3 obj
    alone-   alone   ADV   3 advmod
    .        .       PUNCT 3 punct

    # paragraph
    Rain     rain    NOUN  2 nsubj
    fell     fall    VERB  0 root
  )"),
            Texts{"“They left us alone."});
}

}  // namespace
}  // namespace demarche
