// The shipped model, read here and by training/reference.py, gives the same.
//
// The vectors were written by that program, which says what the lines are.
// Both compute word vectors to the same bit (training/exact.py); the tolerance
// is for the digits printed and for the sums of the heads.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>

#include "extractor/analyser.h"
#include "extractor/model/bilinear.h"
#include "extractor/model/encoder.h"
#include "extractor/model/functions.h"

namespace demarche {
namespace {

constexpr double tolerance = 1e-5;
const std::string model_path = DEMARCHE_SOURCE_DIR "/models/demarche.model";
const std::string vectors_path =
    DEMARCHE_SOURCE_DIR "/tests/data/model_vectors.txt";

// What the reference says of a sentence.
struct Expected {
  Sentence sentence;
  std::vector<std::string> names;            // Labels, by word.
  std::vector<std::vector<double>> vectors;  // The first values, by word.
  std::vector<std::vector<double>> scores;
  std::vector<double> arcs;
};

std::vector<std::string> fields_of(const std::string& line) {
  std::vector<std::string> fields;
  std::istringstream stream(line);
  for (std::string field; std::getline(stream, field, '\t');)
    fields.push_back(field);
  return fields;
}

std::vector<double> numbers_of(const std::vector<std::string>& fields) {
  std::vector<double> numbers;
  for (std::size_t i = 1; i < fields.size(); ++i)
    numbers.push_back(std::strtod(fields[i].c_str(), nullptr));
  return numbers;
}

WordIndex index_of(const std::string& number) {
  return static_cast<WordIndex>(std::stoul(number)) - 1;  // 0: no word
}

void read_word_line(const std::vector<std::string>& fields,
                    Expected& expected) {
  std::vector<Word>& words = expected.sentence.words;
  if (fields[0] == "word") {
    words.emplace_back();
    words.back().form = fields.at(2);
  } else if (fields[0] == "vector") {
    expected.vectors.push_back(numbers_of(fields));
  } else if (fields[0] == "scores") {
    expected.scores.push_back(numbers_of(fields));
  } else if (fields[0] == "arc") {
    expected.arcs.push_back(numbers_of(fields).at(0));
  } else if (fields[0] == "tags") {
    words.back().upos = find_upos(fields.at(1)).value();
    words.back().xpos = fields.at(2);
    words.back().features = fields.at(3) == "_" ? "" : fields.at(3);
    words.back().lemma = fields.at(4);
    expected.names.push_back(fields.at(5));
  } else if (fields[0] == "tree") {
    words.back().head = index_of(fields.at(1));
    words.back().relation = fields.at(2);
  }
}

std::vector<Expected> load_vectors() {
  std::vector<Expected> all;
  std::ifstream file(vectors_path);
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with('#')) continue;
    const std::vector<std::string> fields = fields_of(line);
    if (fields.at(0) == "sentence") all.emplace_back();
    std::vector<Frame>& frames = all.back().sentence.frames;
    if (fields[0] == "predicate")
      frames.push_back({index_of(fields.at(1)), fields.at(2), {}});
    else if (fields[0] == "argument")
      frames.back().arguments.push_back({index_of(fields.at(2)), fields.at(3)});
    else
      read_word_line(fields, all.back());
  }
  return all;
}

// The label of each word, from the names of a sentence.
std::vector<std::string> name_labels(const Sentence& sentence) {
  std::vector<std::string> labels(sentence.words.size(), "O");
  for (const Name& name : sentence.names)
    for (WordIndex i = name.first; i < name.end; ++i)
      labels[i] = (i == name.first ? "B-" : "I-") + name.type;
  return labels;
}

std::string print(const std::vector<Frame>& frames) {
  std::ostringstream text;
  for (const Frame& frame : frames) {
    text << frame.predicate << ' ' << frame.roleset;
    for (const Argument& argument : frame.arguments)
      text << ' ' << argument.head << ':' << argument.role;
    text << '\n';
  }
  return text.str();
}

void compare_layers(const Sentence& found, const Expected& expected) {
  const std::vector<Word>& words = expected.sentence.words;
  for (std::size_t i = 0; i < words.size(); ++i) {
    SCOPED_TRACE(words[i].form);
    EXPECT_EQ(found.words[i].upos, words[i].upos);
    EXPECT_EQ(found.words[i].xpos, words[i].xpos);
    EXPECT_EQ(found.words[i].features, words[i].features);
    EXPECT_EQ(found.words[i].lemma, words[i].lemma);
    EXPECT_EQ(found.words[i].head, words[i].head);
    EXPECT_EQ(found.words[i].relation, words[i].relation);
  }
  EXPECT_EQ(name_labels(found), expected.names);
  EXPECT_EQ(print(found.frames), print(expected.sentence.frames));
}

TEST(ModelVectors, AgreeInAllThatIsRead) {
  const Analyser analyser = Analyser::load(model_path);
  const std::vector<Expected> all = load_vectors();
  ASSERT_GE(all.size(), 5u);
  std::vector<Sentence> sentences;
  for (const Expected& expected : all) {
    sentences.push_back(expected.sentence);
    sentences.back().frames.clear();
    for (Word& word : sentences.back().words) {
      const std::string form = word.form;
      word = Word();
      word.form = form;
    }
  }
  analyser.analyse(sentences);
  for (std::size_t i = 0; i < all.size(); ++i)
    compare_layers(sentences[i], all[i]);
}

// The network, as far as its numbers are compared.
struct Network {
  explicit Network(const ModelFile& file)
      : pieces(file),
        encoder(file, pieces.size()),
        arc_dependent(file, "arc.dependent", encoder.width(), any),
        arc_head(file, "arc.head", encoder.width(), any),
        arc_bilinear(file, "arc.bilinear", any, any) {
    for (const char* name :
         {"upos", "xpos", "feats", "lemma", "name", "predicate"})
      heads.emplace_back(file, name, encoder.width(), any);
  }

  static constexpr std::uint32_t any = ModelFile::any;
  WordPieces pieces;
  Encoder encoder;
  std::vector<Linear> heads;
  Linear arc_dependent;
  Linear arc_head;
  Linear arc_bilinear;
};

void compare_numbers(const Network& network, const Expected& expected) {
  const std::vector<Sentence> sentences = {expected.sentence};
  const Batch batch = BatchReader(sentences, network.pieces,
                                  network.encoder.longest_window(), 1)
                          .next();
  const WordVectors vectors = network.encoder.encode(batch);
  const QuantisedMatrix words = quantise(vectors.words);
  const Matrix forms =
      network.arc_bilinear(rectified(network.arc_dependent, words));
  const Matrix heads = rectified(network.arc_head, words);
  const Matrix roots = rectified(network.arc_head, quantise(vectors.roots));
  for (std::size_t i = 0; i < words.rows; ++i) {
    const Word& word = expected.sentence.words[i];
    SCOPED_TRACE(word.form);
    for (std::size_t j = 0; j < expected.vectors[i].size(); ++j)
      EXPECT_NEAR(vectors.words.row(i)[j], expected.vectors[i][j], tolerance);
    for (std::size_t j = 0; j < network.heads.size(); ++j) {
      const Matrix scores = network.heads[j](words);
      EXPECT_NEAR(std::ranges::max(scores.row(i)), expected.scores[i][j],
                  tolerance);
    }
    EXPECT_NEAR(dot(forms.row(i),
                    word.head == no_word ? roots.row(0) : heads.row(word.head)),
                expected.arcs[i], tolerance);
  }
}

TEST(ModelVectors, AgreeInTheNumbersOfTheNetwork) {
  const ModelFile file = ModelFile::load(model_path);
  const Network network(file);
  for (const Expected& expected : load_vectors())
    compare_numbers(network, expected);
}

}  // namespace
}  // namespace demarche
