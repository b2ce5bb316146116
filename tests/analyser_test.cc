#include "extractor/analyser.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "ontology/error.h"
#include "ontology/ontology_loader.h"
#include "tests/instruction_sets.h"
#include "tests/model_builder.h"

namespace demarche {
namespace {

Sentence random_sentence(std::size_t words, Dice& dice) {
  Sentence sentence;
  for (std::size_t i = 0; i < words; ++i) {
    Word word;
    for (std::uint32_t j = 0; j <= dice.below(4); ++j)
      word.form +=
          static_cast<char>((dice.below(6) == 0 ? 'A' : 'a') + dice.below(26));
    sentence.words.push_back(word);
  }
  return sentence;
}

std::string print(const Sentence& sentence) {
  std::ostringstream text;
  for (const Word& word : sentence.words)
    text << word.form << ' ' << word.lemma << ' ' << name_of(word.upos) << ' '
         << word.xpos << ' ' << word.features << ' ' << word.head << ' '
         << word.relation << '\n';
  for (const Name& name : sentence.names)
    text << name.type << ' ' << name.first << '-' << name.end << '\n';
  for (const Frame& frame : sentence.frames) {
    text << frame.roleset << ' ' << frame.predicate;
    for (const Argument& argument : frame.arguments)
      text << ' ' << argument.head << ':' << argument.role;
    text << '\n';
  }
  return text.str();
}

Analyser random_analyser() {
  return Analyser::load(random_model(4).save("analyser.model"));
}

bool is_tree(const Sentence& sentence) {
  std::size_t roots = 0;
  for (const Word& word : sentence.words) {
    if (word.head == no_word) ++roots;
    if ((word.head == no_word) != (word.relation == "root")) return false;
    WordIndex above = word.head;
    for (std::size_t steps = 0; above != no_word; ++steps) {
      if (steps > sentence.words.size()) return false;
      above = sentence.words[above].head;
    }
  }
  return roots == 1;
}

TEST(Analyser, ReadsASentenceTheSameAloneAndAmongOthers) {
  Dice dice(9);
  const Analyser analyser = random_analyser();
  std::vector<Sentence> together;
  for (int i = 0; i < 80; ++i)
    together.push_back(random_sentence(dice.below(30), dice));
  std::vector<Sentence> alone = together;
  analyser.analyse(together);
  std::size_t names = 0;
  std::size_t arguments = 0;
  for (std::size_t i = 0; i < alone.size(); ++i) {
    std::vector<Sentence> one = {alone[i]};
    analyser.analyse(one);
    EXPECT_EQ(print(one[0]), print(together[i]));
    names += one[0].names.size();
    for (const Frame& frame : one[0].frames)
      arguments += frame.arguments.size();
  }
  EXPECT_GT(names, 20u);
  EXPECT_GT(arguments, 20u);
}

TEST(Analyser, ReadsTheSameWithEveryInstructionSet) {
  Dice dice(10);
  const Analyser analyser = random_analyser();
  std::vector<Sentence> sentences;
  for (int i = 0; i < 40; ++i)
    sentences.push_back(random_sentence(dice.below(40), dice));
  std::string first;
  for (const InstructionSet set : instruction_sets()) {
    const CappedInstructions capped(set);
    analyser.analyse(sentences);
    std::string text;
    for (const Sentence& sentence : sentences) text += print(sentence);
    if (first.empty()) first = text;
    EXPECT_EQ(text, first);
  }
}

TEST(Analyser, SaysWhatItKnowsOfEventsIfItsFileTellsIt) {
  Dice dice(6);
  std::vector<Sentence> one{random_sentence(5, dice)};
  random_analyser().analyse(one);
  EXPECT_TRUE(one[0].words[0].event_scores.empty());

  ModelBuilder file = random_model(4);
  file.add_linear("event", random_width, 3, dice);
  const Analyser analyser = Analyser::load(file.save("knowing.model"));
  std::vector<Sentence> several{random_sentence(40, dice), one[0]};
  analyser.analyse(one);
  analyser.analyse(several);
  ASSERT_EQ(one[0].words[4].event_scores.size(), 3);
  EXPECT_NE(one[0].words[4].event_scores, one[0].words[3].event_scores);
  EXPECT_EQ(several[1].words[4].event_scores, one[0].words[4].event_scores);
}

TEST(Analyser, MakesATreeOfEverySentence) {
  Dice dice(8);
  const Analyser analyser = random_analyser();
  std::vector<Sentence> sentences;
  for (std::size_t words : {1, 2, 5, 9, 10, 11, 40, 300})
    sentences.push_back(random_sentence(words, dice));
  analyser.analyse(sentences);
  for (const Sentence& sentence : sentences)
    EXPECT_TRUE(is_tree(sentence)) << print(sentence);
}

TEST(Analyser, HangsLaterPartsOnTheFirstRoot) {
  Dice dice(8);
  std::vector<Sentence> sentences = {random_sentence(60, dice)};
  random_analyser().analyse(sentences);
  std::size_t parts = 0;
  for (const Word& word : sentences[0].words)
    if (word.relation == "parataxis") {
      ++parts;
      EXPECT_EQ(sentences[0].words[word.head].head, no_word);
    }
  EXPECT_GT(parts, 3u);
}

TEST(Analyser, ReplacesAnEarlierAnalysis) {
  Dice dice(7);
  const Analyser analyser = random_analyser();
  std::vector<Sentence> sentences = {random_sentence(25, dice)};
  analyser.analyse(sentences);
  const std::string first = print(sentences[0]);
  analyser.analyse(sentences);
  EXPECT_EQ(print(sentences[0]), first);
}

TEST(Analyser, ReadsNothingInNothing) {
  std::vector<Sentence> sentences(2);
  random_analyser().analyse(sentences);
  EXPECT_EQ(print(sentences[0]) + print(sentences[1]), "");
}

TEST(Analyser, NamesTheTensorThatItMisses) {
  const ModelBuilder whole = random_model(4);
  for (const std::string& name : whole.names()) {
    ModelBuilder model = whole;
    model.remove(name);
    try {
      Analyser::load(model.save("lacking.model"));
      ADD_FAILURE() << name;
    } catch (const Error& error) {
      EXPECT_NE(std::string(error.what()).find(name), std::string::npos);
    }
  }
}

// The heads are made before the checksum is known, of bytes that may be wrong.
TEST(Analyser, SaysThatAFileIsDamagedWhateverFollowsFromIt) {
  const std::string path = random_model(4).save("damaged.model");
  const std::string whole = load_bytes(path);
  Dice dice(5);
  for (int i = 0; i < 100; ++i) {
    std::string bytes = whole;
    const std::size_t changed =
        64 + dice.below(static_cast<std::uint32_t>(bytes.size() - 64));
    bytes[changed] = static_cast<char>(bytes[changed] ^ (1 << dice.below(8)));
    save_file("damaged.model", bytes);
    try {
      Analyser::load(path);
      ADD_FAILURE() << "accepts another byte at " << changed;
    } catch (const Error& error) {
      EXPECT_THAT(error.what(), testing::EndsWith("checksum does not match"));
    }
  }
}

}  // namespace
}  // namespace demarche
