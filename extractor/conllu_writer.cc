// Writes sentences as CoNLL-U.  What lies between them is written too:
//
//   - The talks failed.        1  -      PUNCT  5  punct
//   └ outside of the passage   2  The    DET    3  det     …

#include <algorithm>
#include <string_view>

#include "extractor/characters.h"
#include "extractor/conllu.h"
#include "extractor/tokenizer.h"

namespace demarche {

namespace {

// What MISC says of the words of a sentence beside their place.
std::vector<std::string> word_notes(const Sentence& sentence,
                                    std::size_t offset) {
  std::vector<std::string> arguments(sentence.words.size());
  std::vector<std::string> notes(sentence.words.size());
  const auto append = [](std::string& list, const char* mark,
                         const std::string& item) {
    if (!list.empty()) list += mark;
    list += item;
  };
  for (const Frame& frame : sentence.frames) {
    for (const Argument& argument : frame.arguments) {
      append(
          arguments[argument.head], ",",
          std::to_string(frame.predicate + 1 + offset) + ":" + argument.role);
    }
  }
  for (std::size_t i = 0; i < notes.size(); ++i) {
    if (!arguments[i].empty()) notes[i] = "Arg=" + arguments[i];
  }
  for (const Name& name : sentence.names) {
    for (WordIndex i = name.first; i < name.end; ++i) {
      append(notes[i], "|",
             (i == name.first ? "Name=B-" : "Name=I-") + name.type);
    }
  }
  for (const Frame& frame : sentence.frames) {
    append(notes[frame.predicate], "|", "Pred=" + frame.roleset);
  }
  return notes;
}

class Writer {
 public:
  Writer(const Article& article, std::string& out)
      : text_(article.text), article_(article), out_(out) {}

  void add_sentence(const Sentence& sentence, const std::string& id);
  void add_gap(Span gap);
  void finish() { add_gap({done_, static_cast<std::uint32_t>(text_.size())}); }

 private:
  void add_comments(Span span, const std::string& id);
  void add_passage_comments(std::uint32_t passage);
  void add_token_rows(const Sentence& sentence, std::size_t offset);
  void add_mark_rows(const Tokens& marks, std::size_t head, bool is_parsed);
  void add_row(const Word& word, std::size_t id, const std::string& head,
               bool is_parsed, std::string misc);
  std::string place(Span token);
  std::size_t code_points_before(std::uint32_t position);
  std::uint32_t begin_of_line_marks(Span gap) const;

  std::string_view text_;
  const Article& article_;
  std::string& out_;
  std::uint32_t done_ = 0;  // What lies before is written.
  std::uint32_t passage_ = 0xffffffff;
  std::size_t count_ = 0;
  std::uint32_t counted_bytes_ = 0;
  std::size_t code_points_ = 0;  // In the first `counted_bytes_`.
};

std::string or_underscore(std::string_view value) {
  return value.empty() ? "_" : std::string(value);
}

// A sentence is parsed if any of its words is related to another.
bool is_parsed(const Sentence& sentence) {
  return std::any_of(sentence.words.begin(), sentence.words.end(),
                     [](const Word& word) { return !word.relation.empty(); });
}

std::size_t Writer::code_points_before(std::uint32_t position) {
  for (; counted_bytes_ < position; ++counted_bytes_) {
    const auto byte = static_cast<unsigned char>(text_[counted_bytes_]);
    code_points_ += (byte & 0xC0) != 0x80;
  }
  return code_points_;
}

std::string Writer::place(Span token) {
  const std::size_t begin = code_points_before(token.begin);
  const std::size_t end = code_points_before(token.end);
  const bool joined =
      token.end < text_.size() &&
      character_at(text_, token.end).kind != CharacterKind::space;
  return std::string(joined ? "SpaceAfter=No|" : "") +
         "TokenRange=" + std::to_string(begin) + ":" + std::to_string(end);
}

void Writer::add_row(const Word& word, std::size_t id, const std::string& head,
                     bool parsed, std::string misc) {
  out_ += std::to_string(id) + '\t' + word.form + '\t' +
          or_underscore(word.lemma) + '\t';
  out_ += parsed ? name_of(word.upos) : "_";
  out_ += '\t' + or_underscore(word.xpos) + '\t' +
          or_underscore(word.features) + '\t' + head + '\t' +
          or_underscore(word.relation) + "\t_\t" + or_underscore(misc) + '\n';
}

// Rows of punctuation before a sentence whose root has the ID `head`; 0 for a
// sentence of its own.
void Writer::add_mark_rows(const Tokens& marks, std::size_t head, bool parsed) {
  for (std::size_t i = 0; i < marks.words.size(); ++i) {
    Word word;
    word.form = slice(text_, marks.words[i]);
    std::string above = "_";
    if (parsed) {
      word.lemma = word.form;
      word.upos = Upos::punct;
      word.xpos = "NFP";
      above = std::to_string(head == 0 && i > 0 ? 1 : head);
      word.relation = above == "0" ? "root" : "punct";
    }
    add_row(word, i + 1, above, parsed, place(marks.words[i]));
  }
}

void Writer::add_token_rows(const Sentence& sentence, std::size_t offset) {
  const std::vector<std::string> notes = word_notes(sentence, offset);
  const bool parsed = is_parsed(sentence);
  for (const Token& token : sentence.tokens) {
    const bool is_multiword = token.end - token.first > 1;
    const std::string where = place(token.span);
    if (is_multiword) {
      out_ += std::to_string(token.first + 1 + offset) + '-' +
              std::to_string(token.end + offset) + '\t' +
              std::string(slice(text_, token.span)) +
              "\t_\t_\t_\t_\t_\t_\t_\t" + where + '\n';
    }
    for (WordIndex i = token.first; i < token.end; ++i) {
      const Word& word = sentence.words[i];
      const std::string head = !parsed ? "_"
                               : word.head == no_word
                                   ? "0"
                                   : std::to_string(word.head + 1 + offset);
      std::string misc = notes[i];
      if (!is_multiword) misc += (misc.empty() ? "" : "|") + where;
      add_row(word, i + 1 + offset, head, parsed, misc);
    }
  }
}

void Writer::add_passage_comments(std::uint32_t passage) {
  if (passage == passage_) return;
  passage_ = passage;
  out_ += "# newpar\n";
  const PassageKind kind = article_.passages[passage].kind;
  if (kind != PassageKind::paragraph) {
    out_ += std::string("# passage = ") + name_of(kind) + '\n';
  }
}

void Writer::add_comments(Span span, const std::string& id) {
  ++count_;
  const std::string& document = article_.metadata.id;
  out_ += "# sent_id = ";
  if (!id.empty()) {
    out_ += id;
  } else {
    out_ += (document.empty() ? "" : document + "-") + std::to_string(count_);
  }
  out_ += "\n# text = ";
  for (std::uint32_t at = span.begin; at < span.end;) {
    const Character here = character_at(text_, at);
    const bool is_space = here.kind == CharacterKind::space;
    if (is_space && !out_.ends_with(' ')) out_ += ' ';
    if (!is_space) out_ += text_.substr(at, here.size);
    at += here.size;
  }
  out_ += '\n';
}

// Where the part of a gap begins that stands on the line of what follows.
std::uint32_t Writer::begin_of_line_marks(Span gap) const {
  const auto line_end = slice(text_, gap).find_last_of("\n\r");
  return line_end == std::string_view::npos
             ? gap.begin
             : gap.begin + static_cast<std::uint32_t>(line_end) + 1;
}

// Writes what is left between sentences as a sentence of punctuation.
void Writer::add_gap(Span gap) {
  gap = trim(text_, gap);
  if (gap.begin >= gap.end) return;
  if (passage_ != 0xfffffffe) out_ += "# newpar\n";
  passage_ = 0xfffffffe;
  add_comments(gap, "");
  add_mark_rows(tokenize(text_, gap, {}), 0, true);
  out_ += '\n';
}

void Writer::add_sentence(const Sentence& sentence, const std::string& id) {
  const std::uint32_t line = begin_of_line_marks({done_, sentence.span.begin});
  add_gap({done_, line});
  const Span before = trim(text_, {line, sentence.span.begin});
  const Tokens marks = tokenize(text_, before, {});
  const std::size_t offset = marks.words.size();
  add_passage_comments(sentence.passage);
  add_comments(
      {offset > 0 ? before.begin : sentence.span.begin, sentence.span.end}, id);
  const auto root =
      std::find_if(sentence.words.begin(), sentence.words.end(),
                   [](const Word& word) { return word.head == no_word; });
  const auto root_id =
      static_cast<std::size_t>(root - sentence.words.begin()) + 1 + offset;
  add_mark_rows(marks, root == sentence.words.end() ? 0 : root_id,
                is_parsed(sentence));
  add_token_rows(sentence, offset);
  out_ += '\n';
  done_ = sentence.span.end;
}

}  // namespace

std::string to_conllu(const Article& article, const Analysis& analysis,
                      const std::vector<std::string>& sentence_ids) {
  std::string out;
  Writer writer(article, out);
  if (!is_blank(article.text)) {
    const std::string& id = article.metadata.id;
    out += id.empty() ? "# newdoc\n" : "# newdoc id = " + id + '\n';
  }
  for (std::size_t i = 0; i < analysis.sentences.size(); ++i) {
    writer.add_sentence(analysis.sentences[i],
                        i < sentence_ids.size() ? sentence_ids[i] : "");
  }
  writer.finish();
  return out;
}

}  // namespace demarche
