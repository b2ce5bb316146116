#include "extractor/conllu.h"

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "ontology/error.h"

namespace demarche {
namespace {

std::vector<ConlluDocument> read_all(const std::string& file) {
  std::istringstream stream(file);
  ConlluReader reader(stream, "a.conllu");
  std::vector<ConlluDocument> documents;
  while (auto document = reader.next()) {
    documents.push_back(std::move(*document));
  }
  return documents;
}

std::string row(std::string_view id, std::string_view form,
                std::string_view misc = "_") {
  return std::string(id) + '\t' + std::string(form) +
         "\t_\t_\t_\t_\t_\t_\t_\t" + std::string(misc) + '\n';
}

const std::string two_documents =
    "# newdoc id = first\n"
    "# newpar id = p1\n"
    "# sent_id = a-1\n"
    "# text = We can't.\n" +
    row("1", "We") + row("2-3", "can't", "Note=x|SpaceAfter=No") +
    row("2", "ca") + row("3", "n't") + row("3.1", "go") + row("4", ".") +
    "\n# sent_id = a-2\n" + row("1", "No", "SpaceAfter=No") + row("2", "!") +
    "\n# newpar\n# passage = caption\n" + row("1", "Ships") +
    "\n\n# newdoc\n# sent_id = b-1\n" + row("1", "é€") + "\n";

TEST(ConlluReader, RebuildsTheTextFromFormsAndSpaces) {
  const auto documents = read_all(two_documents);
  ASSERT_EQ(documents.size(), 2u);
  EXPECT_EQ(documents[0].article.text, "We can't. No!\n\nShips");
  EXPECT_EQ(documents[0].article.metadata.id, "first");
  EXPECT_EQ(documents[1].article.text, "é€");
  EXPECT_EQ(documents[1].article.metadata.id, "");
}

TEST(ConlluReader, KeepsSentencesTheirIdsAndParagraphs) {
  const auto documents = read_all(two_documents);
  const ConlluDocument& first = documents.at(0);
  EXPECT_EQ(first.sentence_ids, (std::vector<std::string>{"a-1", "a-2", ""}));
  ASSERT_EQ(first.sentences.size(), 3u);
  ASSERT_EQ(first.article.passages.size(), 2u);
  EXPECT_EQ(first.sentences[1].passage, 0u);
  EXPECT_EQ(first.sentences[2].passage, 1u);
  EXPECT_EQ(first.article.passages[1].kind, PassageKind::caption);
  EXPECT_EQ(slice(first.article.text, first.article.passages[0].span),
            "We can't. No!");
  EXPECT_EQ(slice(first.article.text, first.sentences[1].span), "No!");
}

TEST(ConlluReader, PartsMultiwordTokensAndSkipsEmptyNodes) {
  const auto documents = read_all(two_documents);
  const Sentence& sentence = documents.at(0).sentences.at(0);
  ASSERT_EQ(sentence.words.size(), 4u);
  ASSERT_EQ(sentence.tokens.size(), 3u);
  EXPECT_EQ(sentence.tokens[1].first, 1u);
  EXPECT_EQ(sentence.tokens[1].end, 3u);
  EXPECT_EQ(slice(documents[0].article.text, sentence.words[2].span), "n't");
}

TEST(ConlluReader, GivesWordsThatDoNotSpellTheirTokenAllOfIt) {
  const auto documents =
      read_all(row("1-2", "du") + row("1", "de") + row("2", "le"));
  const Sentence& sentence = documents.at(0).sentences.at(0);
  EXPECT_EQ(sentence.words[0].span, (Span{0, 2}));
  EXPECT_EQ(sentence.words[1].span, (Span{0, 2}));
  EXPECT_EQ(sentence.words[1].form, "le");
}

TEST(ConlluReader, ReadsNoOtherColumn) {
  const auto documents =
      read_all("1\tWar\tpeace\tNONSENSE\t??\t!!\t77\tx\ty\tName=B-PER\n");
  const Sentence& sentence = documents.at(0).sentences.at(0);
  EXPECT_EQ(sentence.words[0].lemma, "");
  EXPECT_EQ(sentence.words[0].head, no_word);
  EXPECT_TRUE(sentence.names.empty());
}

TEST(ConlluReader, TakesAnEmptyFileOrCommentsForNoDocument) {
  EXPECT_TRUE(read_all("").empty());
  EXPECT_TRUE(read_all("\n\n# global.columns = ID FORM\n\n").empty());
}

struct BadFile {
  std::string file, message;
};

class ConlluReaderError : public testing::TestWithParam<BadFile> {};

TEST_P(ConlluReaderError, NamesFileLineAndProblem) {
  try {
    read_all(GetParam().file);
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_EQ(std::string(error.what()), GetParam().message);
  }
}

INSTANTIATE_TEST_SUITE_P(
    Lines, ConlluReaderError,
    testing::Values(
        BadFile{"# text = x\n1\tx\n", "a.conllu:2: 2 columns, not 10"},
        BadFile{row("1", "x") + "\n" + row("x", "y"),
                "a.conllu:3: 'x' is no ID"},
        BadFile{row("0", "x"), "a.conllu:1: '0' is no ID"},
        BadFile{row("2", "x"), "a.conllu:1: unexpected ID, not 1"},
        BadFile{row("1", "x") + row("1", "y"),
                "a.conllu:2: unexpected ID, not 2"},
        BadFile{row("2-1", "x"), "a.conllu:1: '2-1' is no ID"},
        BadFile{row("99999999999", "x"), "a.conllu:1: '99999999999' is no ID"},
        BadFile{row("1", ""), "a.conllu:1: empty FORM"},
        BadFile{row("1-2", "xy") + row("1-2", "xy"),
                "a.conllu:2: unexpected ID, not 1"},
        BadFile{row("1-3", "xyz") + row("1", "x"),
                "a.conllu:2: the words of the multiword token are missing"},
        BadFile{row("1.1", "x"), "a.conllu:1: a sentence without words"}));

TEST(ToConllu, GivesBackWhatWasRead) {
  const auto documents = read_all(two_documents);
  std::string written;
  for (const auto& document : documents) {
    written += to_conllu(document.article, {document.sentences},
                         document.sentence_ids);
  }
  const auto again = read_all(written);
  ASSERT_EQ(again.size(), documents.size());
  for (std::size_t i = 0; i < again.size(); ++i) {
    EXPECT_EQ(again[i].article.text, documents[i].article.text);
    EXPECT_EQ(again[i].article.metadata.id, documents[i].article.metadata.id);
    ASSERT_EQ(again[i].sentences.size(), documents[i].sentences.size());
    for (std::size_t j = 0; j < again[i].sentences.size(); ++j) {
      EXPECT_EQ(again[i].sentences[j].span, documents[i].sentences[j].span);
      EXPECT_EQ(again[i].sentences[j].words.size(),
                documents[i].sentences[j].words.size());
    }
  }
  EXPECT_EQ(again[0].sentence_ids[1], "a-2");
}

// "- Élan's won [AP]\n* *\n": a bullet, a passage, a gap of its own.
struct Sample {
  Article article;
  Analysis analysis;
};

Word make_word(Span span, std::string form, Upos upos, WordIndex head,
               std::string relation) {
  Word word;
  word.span = span;
  word.form = word.lemma = std::move(form);
  word.upos = upos;
  word.head = head;
  word.relation = std::move(relation);
  return word;
}

Sample parsed_sample() {
  Sample sample;
  sample.article.text = "- Élan's won\n*\n";
  sample.article.metadata.id = "d";
  sample.article.passages = {{{2, 13}, PassageKind::fact, std::nullopt}};
  Sentence sentence;
  sentence.span = {2, 13};
  sentence.tokens = {{{2, 9}, 0, 2}, {{10, 13}, 2, 3}};
  sentence.words = {make_word({2, 7}, "Élan", Upos::propn, 2, "nsubj"),
                    make_word({7, 9}, "'s", Upos::aux, 2, "aux"),
                    make_word({10, 13}, "won", Upos::verb, no_word, "root")};
  sentence.names = {{0, 1, "ORG"}};
  sentence.frames = {{2, "win.01", {{0, "ARG0"}}}};
  sample.analysis.sentences = {sentence};
  return sample;
}

TEST(ToConllu, WritesAllLayersAndWhatLiesBetweenPassages) {
  const Sample sample = parsed_sample();
  EXPECT_EQ(
      to_conllu(sample.article, sample.analysis),
      "# newdoc id = d\n# newpar\n# passage = fact\n# sent_id = d-1\n"
      "# text = - Élan's won\n"
      "1\t-\t-\tPUNCT\tNFP\t_\t4\tpunct\t_\tTokenRange=0:1\n"
      "2-3\tÉlan's\t_\t_\t_\t_\t_\t_\t_\tTokenRange=2:8\n"
      "2\tÉlan\tÉlan\tPROPN\t_\t_\t4\tnsubj\t_\tArg=4:ARG0|Name=B-ORG\n"
      "3\t's\t's\tAUX\t_\t_\t4\taux\t_\t_\n"
      "4\twon\twon\tVERB\t_\t_\t0\troot\t_\tPred=win.01|TokenRange=9:12\n\n"
      "# newpar\n# sent_id = d-2\n# text = *\n"
      "1\t*\t*\tPUNCT\tNFP\t_\t0\troot\t_\tTokenRange=13:14\n\n");
}

TEST(ToConllu, WritesNothingForBlankText) {
  Article article;
  EXPECT_EQ(to_conllu(article, {}), "");
  article.text = " \n\t\n";
  EXPECT_EQ(to_conllu(article, {}), "");
}

TEST(ToConllu, WritesTextWithoutPassagesToo) {
  Article article;
  article.text = "–— “";
  const auto documents = read_all(to_conllu(article, {}));
  ASSERT_EQ(documents.size(), 1u);
  EXPECT_EQ(documents[0].article.text, "–— “");
}

}  // namespace
}  // namespace demarche
