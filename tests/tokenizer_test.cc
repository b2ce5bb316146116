#include "extractor/tokenizer.h"

#include <gtest/gtest.h>

#include <ctime>
#include <ostream>
#include <string>
#include <string_view>

#include "extractor/characters.h"

namespace demarche {
namespace {

TokenLists some_lists() {
  return make_token_lists({"Mr.", "Dec.", "etc.", "Ph.D.", "'em", "w/o"},
                          {"anti", "non"}, {"K", "bn", "km", "p.m"},
                          {"can not", "gon na", "du n no"});
}

Span all_of(std::string_view text) {
  return {0, static_cast<std::uint32_t>(text.size())};
}

// Tokens with a space between them and | between the words of one.
std::string tokenized(std::string_view text) {
  const Tokens tokens = tokenize(text, all_of(text), some_lists());
  std::string line;
  for (const Token& token : tokens.tokens) {
    if (!line.empty()) line += ' ';
    for (WordIndex i = token.first; i < token.end; ++i) {
      if (i > token.first) line += '|';
      line += slice(text, tokens.words[i]);
    }
  }
  return line;
}

struct TokenCase {
  std::string_view text, tokens;
};

void PrintTo(const TokenCase& given, std::ostream* out) { *out << given.text; }

class Tokenize : public testing::TestWithParam<TokenCase> {};

TEST_P(Tokenize, FollowsTheEnglishWebTreebank) {
  EXPECT_EQ(tokenized(GetParam().text), GetParam().tokens);
}

INSTANTIATE_TEST_SUITE_P(
    Words, Tokenize,
    testing::Values(TokenCase{"", ""}, TokenCase{" \n\t\u00A0 ", ""},
                    TokenCase{"Envoys met.", "Envoys met ."},
                    TokenCase{"Yerevan's envoy", "Yerevan|'s envoy"},
                    TokenCase{"Yerevan’s envoy", "Yerevan|’s envoy"},
                    TokenCase{"the envoys' talks", "the envoys|' talks"},
                    TokenCase{"the envoys’ talks,", "the envoys|’ talks ,"},
                    TokenCase{"He doesn't; they won’t.",
                              "He does|n't ; they wo|n’t ."},
                    TokenCase{"She'd've left", "She|'d|'ve left"},
                    TokenCase{"I cannot. Gonna go, dunno",
                              "I can|not . Gon|na go , du|n|no"},
                    TokenCase{"O'Brien of Qa'ida", "O'Brien of Qa'ida"},
                    TokenCase{"'90s '05 get 'em", "'90s '05 get 'em"},
                    TokenCase{"the 1960's", "the 1960's"},
                    TokenCase{"Baku 's", "Baku 's"}));

INSTANTIATE_TEST_SUITE_P(
    Hyphens, Tokenize,
    testing::Values(TokenCase{"Baku-led group", "Baku - led group"},
                    TokenCase{"Nagorno-Karabakh", "Nagorno - Karabakh"},
                    TokenCase{"anti-war, Non-Arab", "anti-war , Non-Arab"},
                    TokenCase{"a 5-year-old", "a 5 - year - old"},
                    TokenCase{"2003-2007", "2003 - 2007"},
                    TokenCase{"2003–2007", "2003 – 2007"},
                    TokenCase{"talks -- or—no---talks",
                              "talks -- or — no --- talks"},
                    TokenCase{"U.S.-led", "U.S. - led"}));

INSTANTIATE_TEST_SUITE_P(
    Stops, Tokenize,
    testing::Values(TokenCase{"Mr. X of the U.S. on Dec. 12",
                              "Mr. X of the U.S. on Dec. 12"},
                    TokenCase{"in the U.S.. Then", "in the U.S. . Then"},
                    TokenCase{"the U.S.'s", "the U.S.|'s"},
                    TokenCase{"George W. and J. R. Ewing, Ph.D.",
                              "George W. and J. R. Ewing , Ph.D."},
                    TokenCase{"talks.Then", "talks . Then"},
                    TokenCase{"arms, etc...", "arms , etc ..."},
                    TokenCase{"Wait... what?!", "Wait ... what ?!"},
                    TokenCase{"so … yes…", "so … yes …"},
                    TokenCase{"Why...?", "Why ... ?"},
                    TokenCase{"at 5p.m. and 7:30 p.m.",
                              "at 5 p.m. and 7:30 p.m."},
                    TokenCase{"see example.org, or", "see example.org , or"}));

INSTANTIATE_TEST_SUITE_P(
    Numbers, Tokenize,
    testing::Values(TokenCase{"6.5K lives", "6.5 K lives"},
                    TokenCase{"$1.2bn (€3)", "$ 1.2 bn ( € 3 )"},
                    TokenCase{"US$5", "US$ 5"}, TokenCase{"3.5%", "3.5 %"},
                    TokenCase{"2,000 or 13,14", "2,000 or 13 , 14"},
                    TokenCase{"at 5:30", "at 5:30"}, TokenCase{"#1", "# 1"},
                    TokenCase{"the 15th, 1990s", "the 15th , 1990s"},
                    TokenCase{"9/11, 1/2, 11/28/2000",
                              "9/11 , 1 / 2 , 11/28/2000"},
                    TokenCase{"2022-12-12", "2022-12-12"},
                    TokenCase{"713-555-3989", "713-555-3989"},
                    TokenCase{"+44 and .5", "+44 and .5"}));

INSTANTIATE_TEST_SUITE_P(
    Marks, Tokenize,
    testing::Values(TokenCase{"“No,” he said.", "“ No , ” he said ."},
                    TokenCase{"‘the states’ said", "‘ the states ’ said"},
                    TokenCase{"''yes''", "'' yes ''"},
                    TokenCase{"«да» [File: AP]", "« да » [ File : AP ]"},
                    TokenCase{"and/or w/o", "and / or w/o"},
                    TokenCase{"AT&T & co", "AT&T & co"},
                    TokenCase{"#peace @envoy", "#peace @envoy"},
                    TokenCase{"mail a.b@example.org.",
                              "mail a.b@example.org ."},
                    TokenCase{"(https://example.org/a-b?c=1).",
                              "( https://example.org/a-b?c=1 ) ."},
                    TokenCase{"example.org/a-b,", "example.org/a-b ,"},
                    TokenCase{"fine :-) ok", "fine :-) ok"},
                    TokenCase{"*** x ====", "*** x ===="}));

TEST(Tokenize, KeepsEachCharacterThatIsNotWhiteSpaceOnce) {
  const std::string text =
      "\u200Bодин\u00ADдва 🇦🇲🤝🏽👩‍🚀x\u0301 "
      "'a''b\"c…d\u2028e\x7F\x01 "
      "\xFF\xE2\x80 z";
  const Tokens tokens = tokenize(text, all_of(text), some_lists());
  std::uint32_t at = 0;
  for (const Token& token : tokens.tokens) {
    EXPECT_TRUE(is_blank(slice(text, {at, token.span.begin})));
    EXPECT_LT(token.span.begin, token.span.end);
    EXPECT_LT(token.first, token.end);
    std::uint32_t inside = token.span.begin;
    for (WordIndex i = token.first; i < token.end; ++i) {
      EXPECT_EQ(tokens.words[i].begin, inside);
      inside = tokens.words[i].end;
    }
    EXPECT_EQ(inside, token.span.end);
    at = token.span.end;
  }
  EXPECT_TRUE(is_blank(slice(text, {at, all_of(text).end})));
}

TEST(Tokenize, StaysInsideOfItsPart) {
  const std::string text = "U.S. envoy's";
  const Tokens tokens = tokenize(text, {1, 10}, some_lists());
  ASSERT_EQ(tokens.tokens.size(), 3u);
  EXPECT_EQ(slice(text, tokens.tokens[1].span), "S.");
  EXPECT_EQ(slice(text, tokens.tokens[2].span), "envoy");
}

class TokenizeLong : public testing::TestWithParam<std::string_view> {};

TEST_P(TokenizeLong, TakesLinearTime) {
  std::string text;
  while (text.size() < 200000) text += GetParam();
  const std::clock_t begin = std::clock();
  const Tokens tokens = tokenize(text, all_of(text), some_lists());
  EXPECT_FALSE(tokens.tokens.empty());
  EXPECT_LT((std::clock() - begin) / CLOCKS_PER_SEC, 5);
}

INSTANTIATE_TEST_SUITE_P(Runs, TokenizeLong,
                         testing::Values("a", "[", "a-", "a.", "A.", "1,", "1/",
                                         "'", "a'", "s'", "@", "a@", "www.",
                                         "é", "…", "..", "\xF0\x9F\x98\x80",
                                         "anti-", ":-)", "a b ", "\xE2", "'s"));

}  // namespace
}  // namespace demarche
