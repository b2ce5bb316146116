// Reads CoNLL-U, sentence by sentence, into a text and its tokens.

#include <algorithm>
#include <charconv>
#include <string_view>
#include <utility>

#include "extractor/conllu.h"
#include "ontology/error.h"

namespace demarche {

namespace {

constexpr std::size_t column_count = 10;
constexpr std::uint32_t most_words = 1000000;  // In a sentence.

struct Row {
  std::uint32_t first = 0, end = 0;  // IDs; equal for a word.
  bool is_empty_node = false;
  bool is_range = false;
  std::string_view form;
  bool space_after = true;
};

// "newpar" for "# newpar id = p1", whose value is "p1".
struct Comment {
  std::string_view key, value;
};

std::string_view strip_spaces(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

Comment parse_comment(std::string_view line) {
  line = strip_spaces(line.substr(1));
  const auto equals = line.find('=');
  const auto key = strip_spaces(line.substr(0, equals));
  const auto value = equals == std::string_view::npos
                         ? std::string_view{}
                         : strip_spaces(line.substr(equals + 1));
  return {key, value};
}

bool is_comment(std::string_view line, std::string_view key) {
  if (!line.starts_with('#')) return false;
  const auto found = parse_comment(line).key;
  return found == key ||
         (found.starts_with(key) && found.substr(key.size()) == " id");
}

// Reads a positive number off the front of `text`.
bool take_number(std::string_view& text, std::uint32_t& number) {
  const auto result =
      std::from_chars(text.data(), text.data() + text.size(), number);
  if (result.ec != std::errc{} || number > most_words) return false;
  text.remove_prefix(static_cast<std::size_t>(result.ptr - text.data()));
  return true;
}

bool parse_id(std::string_view id, Row& row) {
  if (!take_number(id, row.first)) return false;
  row.end = row.first;
  if (id.empty()) return row.first > 0;
  const char mark = id.front();
  id.remove_prefix(1);
  if (!take_number(id, row.end) || !id.empty()) return false;
  row.is_empty_node = mark == '.';
  row.is_range = mark == '-';
  return row.is_empty_node || (row.is_range && row.end > row.first);
}

// Whether MISC has this item.
bool has_item(std::string_view misc, std::string_view item) {
  while (!misc.empty()) {
    const auto bar = std::min(misc.find('|'), misc.size());
    if (misc.substr(0, bar) == item) return true;
    misc.remove_prefix(std::min(bar + 1, misc.size()));
  }
  return false;
}

std::optional<PassageKind> find_passage_kind(std::string_view name) {
  for (int i = 0; i <= static_cast<int>(PassageKind::source_line); ++i) {
    const auto kind = static_cast<PassageKind>(i);
    if (name_of(kind) == name) return kind;
  }
  return std::nullopt;
}

// Puts a document together from the lines of its sentences.
class DocumentBuilder {
 public:
  explicit DocumentBuilder(const std::string& name) : name_(name) {}

  void add_block(const std::vector<std::string>& lines, std::size_t first_line);
  ConlluDocument take() { return std::move(document_); }

 private:
  Row parse_row(const std::string& line) const;
  void read_comments(const std::vector<std::string>& lines);
  void add_row(const Row& row, Sentence& sentence);
  void add_token(const Row& row, Sentence& sentence);
  void spread_words(Sentence& sentence) const;
  void begin_sentence();
  [[noreturn]] void fail(const std::string& problem) const {
    throw Error(name_, line_, problem);
  }

  const std::string& name_;
  ConlluDocument document_;
  std::size_t line_ = 0;
  std::uint32_t range_end_ = 0;  // Last ID of the open multiword token.
  bool space_ = false;           // White space follows what is written.
  bool begins_paragraph_ = true;
  PassageKind kind_ = PassageKind::paragraph;
};

Row DocumentBuilder::parse_row(const std::string& line) const {
  std::string_view columns[column_count];
  std::string_view rest = line;
  std::size_t count = 0;
  for (;; ++count) {
    const auto tab = rest.find('\t');
    if (count < column_count) columns[count] = rest.substr(0, tab);
    if (tab == std::string_view::npos) break;
    rest.remove_prefix(tab + 1);
  }
  if (++count != column_count) {
    fail(std::to_string(count) + " columns, not 10");
  }
  Row row;
  if (!parse_id(columns[0], row)) {
    fail("'" + std::string(columns[0]) + "' is no ID");
  }
  row.form = columns[1];
  row.space_after = !has_item(columns[9], "SpaceAfter=No");
  if (row.form.empty() && !row.is_empty_node) fail("empty FORM");
  return row;
}

void DocumentBuilder::read_comments(const std::vector<std::string>& lines) {
  std::string id;
  bool is_new_paragraph = document_.sentences.empty();
  PassageKind kind = PassageKind::paragraph;
  for (const std::string& line : lines) {
    if (!line.starts_with('#')) continue;
    const Comment comment = parse_comment(line);
    if (comment.key == "sent_id") id = comment.value;
    if (is_comment(line, "newpar")) is_new_paragraph = true;
    if (is_comment(line, "newdoc") && comment.key != "newdoc") {
      document_.article.metadata.id = comment.value;
    }
    if (comment.key == "passage") {
      kind = find_passage_kind(comment.value).value_or(kind);
    }
  }
  document_.sentence_ids.push_back(std::move(id));
  if (is_new_paragraph) {
    begins_paragraph_ = true;
    kind_ = kind;
  }
}

// Opens a passage if a paragraph begins, and sets the space before a sentence.
void DocumentBuilder::begin_sentence() {
  Article& article = document_.article;
  if (begins_paragraph_) {
    if (!article.text.empty()) article.text += "\n\n";
    const auto begin = static_cast<std::uint32_t>(article.text.size());
    article.passages.push_back({{begin, begin}, kind_, std::nullopt});
    begins_paragraph_ = space_ = false;
  }
}

void DocumentBuilder::add_token(const Row& row, Sentence& sentence) {
  std::string& text = document_.article.text;
  if (space_) text += ' ';
  if (text.size() + row.form.size() >= 0xffffffff) fail("too long a text");
  const auto begin = static_cast<std::uint32_t>(text.size());
  text += row.form;
  const Span span{begin, static_cast<std::uint32_t>(text.size())};
  const auto first = static_cast<WordIndex>(sentence.words.size());
  sentence.tokens.push_back({span, first, first});
  space_ = row.space_after;
}

// Gives the words of the last token their own parts of it, where they spell
// it.
void DocumentBuilder::spread_words(Sentence& sentence) const {
  const Token& token = sentence.tokens.back();
  std::string spelled;
  for (WordIndex i = token.first; i < token.end; ++i) {
    sentence.words[i].span = token.span;
    spelled += sentence.words[i].form;
  }
  if (spelled != slice(document_.article.text, token.span)) return;
  std::uint32_t begin = token.span.begin;
  for (WordIndex i = token.first; i < token.end; ++i) {
    Word& word = sentence.words[i];
    word.span = {begin, begin + static_cast<std::uint32_t>(word.form.size())};
    begin = word.span.end;
  }
}

void DocumentBuilder::add_row(const Row& row, Sentence& sentence) {
  const auto expected = static_cast<std::uint32_t>(sentence.words.size()) + 1;
  const bool is_inside = expected <= range_end_;
  if (row.first != expected || (row.is_range && is_inside)) {
    fail("unexpected ID, not " + std::to_string(expected));
  }
  if (row.is_range) {
    add_token(row, sentence);
    range_end_ = row.end;
    return;
  }
  if (!is_inside) add_token(row, sentence);
  sentence.words.emplace_back().form = row.form;
  ++sentence.tokens.back().end;
  if (!is_inside || row.first == range_end_) spread_words(sentence);
}

void DocumentBuilder::add_block(const std::vector<std::string>& lines,
                                std::size_t first_line) {
  read_comments(lines);
  begin_sentence();
  Sentence sentence;
  range_end_ = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    line_ = first_line + i;
    if (lines[i].starts_with('#')) continue;
    const Row row = parse_row(lines[i]);
    if (!row.is_empty_node) add_row(row, sentence);
  }
  if (range_end_ > sentence.words.size()) {
    fail("the words of the multiword token are missing");
  }
  if (sentence.tokens.empty()) fail("a sentence without words");
  sentence.span = {sentence.tokens.front().span.begin,
                   sentence.tokens.back().span.end};
  Article& article = document_.article;
  sentence.passage = static_cast<std::uint32_t>(article.passages.size()) - 1;
  article.passages.back().span.end = sentence.span.end;
  document_.sentences.push_back(std::move(sentence));
}

}  // namespace

ConlluReader::ConlluReader(std::istream& stream, std::string name)
    : stream_(stream), name_(std::move(name)) {}

// Reads the lines of the next sentence; false at the end of the file.
bool ConlluReader::read_block() {
  block_.clear();
  bool has_rows = false;
  std::string line;
  while (std::getline(stream_, line)) {
    ++line_;
    if (line.ends_with('\r')) line.pop_back();
    if (line_ == 1 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
    if (!line.empty()) {
      if (block_.empty()) first_line_ = line_;
      has_rows = has_rows || !line.starts_with('#');
      block_.push_back(std::move(line));
    } else if (has_rows) {
      return true;
    } else {
      block_.clear();  // Comments that belong to no sentence.
    }
  }
  if (!has_rows) block_.clear();
  return has_rows;
}

std::optional<ConlluDocument> ConlluReader::next() {
  if (block_.empty() && !read_block()) return std::nullopt;
  DocumentBuilder builder(name_);
  do {
    builder.add_block(block_, first_line_);
  } while (read_block() &&
           std::none_of(block_.begin(), block_.end(), [](const auto& line) {
             return is_comment(line, "newdoc");
           }));
  return builder.take();
}

}  // namespace demarche
