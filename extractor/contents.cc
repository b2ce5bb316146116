#include "extractor/contents.h"

#include <algorithm>
#include <array>

#include "extractor/meanings.h"
#include "extractor/slots.h"

namespace demarche {
namespace {

/// Whether there is more in `text` than spaces and punctuation (U+2000 to
/// U+203F among it: dashes, quotation marks, dots).
bool has_letters(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    const bool is_plain =
        (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z');
    if (is_plain) return true;
    if (text.substr(i).starts_with("\xe2\x80"))
      i += 2;
    else if (c >= 0xc3)
      return true;
  }
  return false;
}

/// The dependent of `content` below which the cue lies; none if elsewhere.
WordIndex branch_of(const Tree& tree, WordIndex content, WordIndex cue) {
  if (cue == content || !tree.dominates(content, cue)) return no_word;
  while (tree[cue].head != content) cue = tree[cue].head;
  return cue;
}

/// "told reporters that …": a noun beside the clause that is said.
bool is_hearer(const Tree& tree, WordIndex content, WordIndex cue) {
  if (tree[content].head != cue) return false;
  const std::string& relation = tree[content].relation;
  const bool nominal =
      relation == "obj" || relation == "iobj" || is_relation(relation, "obl");
  return nominal && tree.child(cue, {"ccomp"});
}

}  // namespace

void append_content(const Tree& tree, WordIndex content, WordIndex cue,
                    std::vector<Span>& pieces) {
  if (is_hearer(tree, content, cue)) return;
  const auto& words = tree.sentence().words;
  const WordIndex branch = branch_of(tree, content, cue);
  bool is_open = false;
  for (WordIndex i = tree.first_below(content); i < tree.end_below(content);
       ++i) {
    if (words[i].upos == Upos::punct) continue;
    const bool covered = tree.dominates(content, i) &&
                         (branch == no_word || !tree.dominates(branch, i));
    if (!covered)
      is_open = false;
    else if (is_open)
      pieces.back().end = words[i].span.end;
    else
      pieces.push_back(words[i].span);
    is_open = covered;
  }
}

namespace {

/// Whether a dependent is marked by one of these words.
bool is_marked_by(const Tree& tree, WordIndex word,
                  const std::vector<WordIndex>& markers) {
  return std::any_of(markers.begin(), markers.end(), [&](WordIndex marker) {
    return tree[marker].head == word;
  });
}

bool is_core_argument(const Tree& tree, WordIndex cue, WordIndex word) {
  const Frame* frame = find_frame(tree.sentence(), cue);
  if (frame == nullptr) return false;
  return std::any_of(frame->arguments.begin(), frame->arguments.end(),
                     [&](const Argument& argument) {
                       return argument.head == word &&
                              argument.role.starts_with("ARG") &&
                              !argument.role.starts_with("ARGM") &&
                              argument.role != "ARG0";
                     });
}

bool is_object(const Tree& tree, WordIndex cue, WordIndex word,
               const std::vector<WordIndex>& entry_words) {
  const std::string& relation = tree[word].relation;
  for (const std::string_view wanted : {"obj", "ccomp", "xcomp"})
    if (is_relation(relation, wanted)) return true;
  if (word < cue) return false;
  for (const std::string_view wanted : {"obl", "nmod", "advcl", "acl"})
    if (is_relation(relation, wanted))
      return is_marked_by(tree, word, entry_words) ||
             is_core_argument(tree, cue, word);
  return false;
}

}  // namespace

void append_object(const Tree& tree, WordIndex cue,
                   const std::vector<WordIndex>& entry_words,
                   std::vector<Span>& pieces) {
  for (const WordIndex word : tree.children(cue))
    if (is_object(tree, cue, word, entry_words))
      append_content(tree, word, cue, pieces);
}

void join_pieces(std::string_view text, std::vector<Span>& pieces) {
  std::sort(pieces.begin(), pieces.end());
  std::vector<Span> joined;
  for (const Span piece : pieces) {
    const bool joins =
        !joined.empty() &&
        (piece.begin <= joined.back().end ||
         !has_letters(slice(text, {joined.back().end, piece.begin})));
    if (joins)
      joined.back().end = std::max(joined.back().end, piece.end);
    else
      joined.push_back(piece);
  }
  pieces = std::move(joined);
}

void cut_out(Span span, std::vector<Span>& pieces) {
  std::vector<Span> kept;
  for (const Span piece : pieces) {
    const Span before{piece.begin, std::min(piece.end, span.begin)};
    const Span after{std::max(piece.begin, span.end), piece.end};
    if (before.begin < before.end) kept.push_back(before);
    if (after.begin < after.end) kept.push_back(after);
  }
  pieces = std::move(kept);
}

void find_source(const Tree& tree, std::uint32_t sentence, WordIndex cue,
                 WordIndex source_of, const References& references,
                 Attribution& attribution) {
  std::vector<WordIndex> sources;
  if (cue != source_of) sources = {source_of};  // according to X
  constexpr std::array slots = {"ARG0", "subject", "possessive", "by",
                                "modifier"};
  for (const char* slot : slots)
    if (sources.empty() && cue == source_of)
      sources = find_slot(tree, cue, slot);
  if (sources.empty()) return;
  const WordIndex head = sources.front();
  attribution.source = references.entity_at(sentence, head);
  attribution.source_span = tree.subtree_span(head);
  attribution.source_head = tree[head].span;
}

}  // namespace demarche
