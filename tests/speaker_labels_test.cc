#include "extractor/speaker_labels.h"

#include <gtest/gtest.h>

#include "tests/analysis_builder.h"

namespace demarche {
namespace {

using Texts = std::vector<std::string>;

Texts labels(const char* lines) {
  const auto built = build_analysis(lines);
  Texts found;
  for (const auto& label : find_speaker_labels(built.article, built.analysis))
    found.emplace_back(slice(built.article.text, label.name));
  return found;
}

TEST(SpeakerLabels, ArePersonsAndOutletsBeforeAColon) {
  EXPECT_EQ(labels(R"(
    # headline
    Ida   Ida   PROPN 5 nsubj B-PER
    Holm- Holm  PROPN 1 flat  I-PER
    :     :     PUNCT 5 punct
    Talks talk  NOUN  5 nsubj
    failed fail VERB  0 root
  )"),
            Texts{"Ida Holm"});
}

TEST(SpeakerLabels, AreNoPlacesNorNouns) {
  EXPECT_EQ(labels(R"(
    Oslo-  Oslo  PROPN 4 dep B-GPE
    :      :     PUNCT 4 punct
    Talks  talk  NOUN  4 nsubj
    failed fail  VERB  0 root

    # paragraph
    Update- update NOUN 4 dep
    :      :     PUNCT 4 punct
    Talks  talk  NOUN  4 nsubj
    failed fail  VERB  0 root
  )"),
            Texts{});
}

TEST(SpeakerLabels, InCapitalsCountWhereTheyComeBack) {
  constexpr auto once = R"(
    HOLM- HOLM  PROPN 4 dep
    :     :     PUNCT 4 punct
    Talks talk  NOUN  4 nsubj
    failed fail VERB  0 root
  )";
  EXPECT_EQ(labels(once), Texts{});
  EXPECT_EQ(labels(R"(
    HOLM- HOLM  PROPN 4 dep
    :     :     PUNCT 4 punct
    Talks talk  NOUN  4 nsubj
    failed fail VERB  0 root

    # paragraph
    HOLM- HOLM  PROPN 4 dep
    :     :     PUNCT 4 punct
    Nobody nobody PRON 4 nsubj
    came  come  VERB  0 root
  )"),
            (Texts{"HOLM", "HOLM"}));
}

TEST(Signatures, FollowTheQuotationAndADash) {
  const auto built = build_analysis(R"(
    “-     “     PUNCT 3 punct
    We     we    PRON  3 nsubj
    stay-  stay  VERB  0 root
    ”      ”     PUNCT 3 punct
    —      —     PUNCT 6 punct
    Ida    Ida   PROPN 3 parataxis B-PER
    Holm   Holm  PROPN 6 flat I-PER
  )");
  const auto& words = built.analysis.sentences[0].words;
  const Span quotation{words[0].span.begin, words[3].span.end};
  const auto found =
      find_signature(built.article, built.analysis, 0, quotation);
  ASSERT_TRUE(found);
  EXPECT_EQ(slice(built.article.text, found->name), "Ida Holm");
  EXPECT_FALSE(find_signature(built.article, built.analysis, 0,
                              {words[0].span.begin, words[1].span.end}));
}

}  // namespace
}  // namespace demarche
