// Prints what the analyser read in one sentence:
//
//   sentence 7..30 (paragraph)
//     1  Russia   Russia   PROPN  NNP  2  nsubj
//     2  accused  accuse   VERB   VBD  0  root
//     names   Russia (GPE)
//     frames  accused: accuse.01 ARG0=Russia ARG1=Armenia

#include <algorithm>
#include <array>
#include <vector>

#include "extractor/explain.h"
#include "extractor/utf8.h"

namespace demarche {
namespace {

constexpr std::size_t columns = 8;
using Row = std::array<std::string, columns>;

Row row_of(const Word& word, std::size_t index) {
  return {std::to_string(index + 1),
          word.form,
          word.lemma,
          std::string(name_of(word.upos)),
          word.xpos,
          std::to_string(word.head == no_word ? 0 : word.head + 1),
          word.relation,
          word.features};
}

/// Adds the rows with every column but the last as wide as its widest cell,
/// within reason.
void append_table(const std::vector<Row>& rows, std::string& text) {
  constexpr std::size_t widest = 24;
  std::array<std::size_t, columns> widths{};
  for (const Row& row : rows)
    for (std::size_t i = 0; i < columns; ++i)
      widths[i] = std::clamp(count_code_points(row[i]), widths[i], widest);
  for (const Row& row : rows) {
    std::string line = "  ";
    for (std::size_t i = 0; i < columns; ++i) {
      const std::size_t width = count_code_points(row[i]);
      line += row[i];
      line.append(width < widths[i] ? widths[i] - width + 2 : 2, ' ');
    }
    line.erase(line.find_last_not_of(' ') + 1);
    text += line + "\n";
  }
}

std::string words_of(const Sentence& sentence, WordIndex first, WordIndex end) {
  std::string text;
  for (WordIndex i = first; i < end && i < sentence.words.size(); ++i)
    text += (text.empty() ? "" : " ") + sentence.words[i].form;
  return text;
}

void append_names(const Sentence& sentence, std::string& text) {
  for (const Name& name : sentence.names)
    text += "  name   " + words_of(sentence, name.first, name.end) + " (" +
            name.type + ")\n";
}

void append_frames(const Sentence& sentence, std::string& text) {
  for (const Frame& frame : sentence.frames) {
    text += "  frame  " + frame.roleset + " " +
            words_of(sentence, frame.predicate, frame.predicate + 1) + ":";
    for (const Argument& argument : frame.arguments)
      text += " " + argument.role + "=" +
              words_of(sentence, argument.head, argument.head + 1) + "/" +
              std::to_string(argument.head + 1);
    text += "\n";
  }
}

}  // namespace

std::string explain(const Article& article, const Sentence& sentence) {
  std::string text = "sentence " + std::to_string(sentence.span.begin) + ".." +
                     std::to_string(sentence.span.end);
  if (sentence.passage < article.passages.size())
    text += std::string(" (") +
            name_of(article.passages[sentence.passage].kind) + ")";
  text += "\n";
  std::vector<Row> rows;
  for (std::size_t i = 0; i < sentence.words.size(); ++i)
    rows.push_back(row_of(sentence.words[i], i));
  append_table(rows, text);
  append_names(sentence, text);
  append_frames(sentence, text);
  return text;
}

}  // namespace demarche
