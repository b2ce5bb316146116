#include "tests/analysis_builder.h"

#include <charconv>
#include <sstream>
#include <stdexcept>
#include <vector>

namespace demarche {
namespace {

std::vector<std::string> columns_of(const std::string& line) {
  std::istringstream in(line);
  std::vector<std::string> columns;
  for (std::string column; in >> column;) columns.push_back(column);
  return columns;
}

WordIndex number_in(std::string_view text, const std::string& line) {
  WordIndex number = 0;
  const char* end = text.data() + text.size();
  if (std::from_chars(text.data(), end, number).ptr != end || text.empty())
    throw std::invalid_argument("not a number in: " + line);
  return number;
}

PassageKind kind_named(std::string_view name) {
  for (int i = 0; i <= static_cast<int>(PassageKind::source_line); ++i)
    if (name_of(static_cast<PassageKind>(i)) == name)
      return static_cast<PassageKind>(i);
  throw std::invalid_argument("no kind of passage: " + std::string(name));
}

/// Grows article and analysis word by word.
class Builder {
 public:
  void start_passage(PassageKind kind) {
    end_sentence();
    new_passage_ = true;
    kind_ = kind;
  }

  void end_sentence() {
    if (sentence_.words.empty()) return;
    sentence_.span = {sentence_.words.front().span.begin,
                      sentence_.words.back().span.end};
    built_.article.passages.back().span.end = sentence_.span.end;
    built_.analysis.sentences.push_back(std::move(sentence_));
    sentence_ = {};
    space_ = true;
  }

  /// Appends `form` to the text; "-" at its end takes away the space after.
  Word& add_word(std::string form) {
    const bool glued =
        form.size() > 1 && form.back() == '-' && form[form.size() - 2] != '\\';
    if (glued) form.pop_back();
    if (!glued && form.size() > 1 && form.ends_with("\\-"))
      form.erase(form.size() - 2, 1);
    std::string& text = built_.article.text;
    if (!text.empty() && new_passage_)
      text += "\n\n";
    else if (!text.empty() && space_)
      text += ' ';
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += form;
    space_ = !glued;
    open_passage(begin);
    Word word;
    word.span = {begin, static_cast<std::uint32_t>(text.size())};
    word.form = std::move(form);
    const auto index = static_cast<WordIndex>(sentence_.words.size());
    sentence_.tokens.push_back({word.span, index, index + 1});
    sentence_.words.push_back(std::move(word));
    return sentence_.words.back();
  }

  Sentence& sentence() { return sentence_; }

  BuiltAnalysis finish() {
    end_sentence();
    return std::move(built_);
  }

 private:
  void open_passage(std::uint32_t begin) {
    auto& passages = built_.article.passages;
    if (new_passage_ || passages.empty())
      passages.push_back({{begin, begin}, kind_, std::nullopt});
    new_passage_ = false;
    sentence_.passage = static_cast<std::uint32_t>(passages.size() - 1);
  }

  BuiltAnalysis built_;
  Sentence sentence_;
  PassageKind kind_ = PassageKind::paragraph;
  bool new_passage_ = false;
  bool space_ = true;
};

void set_tags(std::string_view tags, const std::string& line, Word* word) {
  const auto first = tags.find('/');
  const auto upos = find_upos(tags.substr(0, first));
  if (!upos) throw std::invalid_argument("no part of speech in: " + line);
  word->upos = *upos;
  if (first == std::string_view::npos) return;
  const auto second = tags.find('/', first + 1);
  word->xpos = tags.substr(first + 1, second - first - 1);
  if (second != std::string_view::npos)
    word->features = tags.substr(second + 1);
}

void set_name(const std::string& tag, Sentence* sentence) {
  const auto word = static_cast<WordIndex>(sentence->words.size() - 1);
  if (tag.starts_with("B-"))
    sentence->names.push_back({word, word + 1, tag.substr(2)});
  else if (tag.starts_with("I-") && !sentence->names.empty())
    sentence->names.back().end = word + 1;
}

void set_frame(const std::vector<std::string>& columns, const std::string& line,
               Sentence* sentence) {
  Frame frame;
  frame.predicate = static_cast<WordIndex>(sentence->words.size() - 1);
  frame.roleset = columns[6];
  for (std::size_t i = 7; i < columns.size(); ++i) {
    const auto equals = columns[i].find('=');
    if (equals == std::string::npos)
      throw std::invalid_argument("no role in: " + line);
    const auto word =
        number_in(std::string_view(columns[i]).substr(equals + 1), line);
    frame.arguments.push_back({word - 1, columns[i].substr(0, equals)});
  }
  sentence->frames.push_back(std::move(frame));
}

void add_line(const std::string& line, Builder* builder) {
  const auto columns = columns_of(line);
  if (columns.empty()) return builder->end_sentence();
  if (columns[0] == "#" && columns.size() == 2)
    return builder->start_passage(kind_named(columns[1]));
  if (columns.size() < 5)
    throw std::invalid_argument("too few columns in: " + line);
  Word& word = builder->add_word(columns[0]);
  word.lemma = columns[1];
  set_tags(columns[2], line, &word);
  const WordIndex head = number_in(columns[3], line);
  word.head = head == 0 ? no_word : head - 1;
  word.relation = columns[4];
  if (columns.size() > 5) set_name(columns[5], &builder->sentence());
  if (columns.size() > 6) set_frame(columns, line, &builder->sentence());
}

bool is_abbreviation(std::string_view form) {
  return form.size() <= 5 && (form.find('.') + 1 != form.size() ||
                              (form[0] >= 'A' && form[0] <= 'Z'));
}

std::string lower_case(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

void add_plain_word(const std::string& form, Builder* builder) {
  Word& word = builder->add_word(form);
  word.lemma = lower_case(word.form);
  const bool first = builder->sentence().words.size() == 1;
  word.head = first ? no_word : 0;
  word.relation = first ? "root" : "dep";
}

}  // namespace

BuiltAnalysis build_analysis(std::string_view lines) {
  Builder builder;
  std::istringstream in{std::string(lines)};
  bool begun = false;  // Blank lines before the first word say nothing.
  for (std::string line; std::getline(in, line);) {
    begun = begun || line.find_first_not_of(" \t") != std::string::npos;
    if (begun) add_line(line, &builder);
  }
  return builder.finish();
}

BuiltAnalysis build_analysis(std::string_view lines,
                             std::string_view published) {
  BuiltAnalysis built = build_analysis(lines);
  built.article.metadata.published = published;
  return built;
}

BuiltAnalysis build_words(std::string_view text, std::string_view published) {
  Builder builder;
  std::istringstream in{std::string(text)};
  for (std::string form; in >> form;) {
    std::string after;
    if (form.size() > 1 && (form.back() == ',' ||
                            (form.back() == '.' && !is_abbreviation(form)))) {
      after = form.back();
      form.pop_back();
    }
    add_plain_word(after.empty() ? form : form + "-", &builder);
    if (!after.empty()) add_plain_word(after, &builder);
  }
  BuiltAnalysis built = builder.finish();
  built.article.metadata.published = published;
  return built;
}

}  // namespace demarche
