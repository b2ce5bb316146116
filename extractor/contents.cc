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

}  // namespace

bool is_hearer(const Tree& tree, WordIndex content, WordIndex cue) {
  if (tree[content].head != cue) return false;
  const std::string& relation = tree[content].relation;
  const bool nominal =
      relation == "obj" || relation == "iobj" || is_relation(relation, "obl");
  return nominal && tree.child(cue, {"ccomp"});
}

void append_content(const Tree& tree, WordIndex content, WordIndex cue,
                    std::vector<Span>& pieces) {
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
  if (relation == "nsubj:pass") return true;
  if (relation == "iobj") return tree.child(cue, {"xcomp"}).has_value();
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

namespace {

/// The subject that the cue itself has; of a passive one, its agent.
std::optional<WordIndex> own_source(const Tree& tree, WordIndex cue) {
  const bool passive = is_passive(tree, cue);
  for (const WordIndex child : tree.children(cue)) {
    const std::string& relation = tree[child].relation;
    if (passive ? relation == "obl:agent"
                : relation == "nsubj" || relation == "nsubj:outer")
      return child;
  }
  return std::nullopt;
}

bool is_verb(const Word& word) {
  return word.upos == Upos::verb || word.xpos.starts_with("VB");
}

/// "Peruvian claims": but not "grim claims", nor "Grim claims" at the start.
bool is_name_like(const Tree& tree, WordIndex word) {
  if (tree[word].upos == Upos::propn) return true;
  const std::string& form = tree[word].form;
  return word > 0 && !form.empty() && form[0] >= 'A' && form[0] <= 'Z';
}

std::vector<WordIndex> sources_of(const Tree& tree, WordIndex cue) {
  if (const auto own = own_source(tree, cue)) return {*own};
  constexpr std::array slots = {"ARG0", "subject", "possessive", "by",
                                "modifier"};
  for (const std::string_view slot : slots)
    for (const WordIndex word : find_slot(tree, cue, slot)) {
      const bool is_modifier = tree[word].upos == Upos::adj;
      if (slot == "ARG0" && is_verb(tree[cue]) &&
          tree[word].relation == "nsubj:pass")
        continue;
      if (!is_modifier || is_name_like(tree, word)) return {word};
    }
  return {};
}

/// "the minister, who said": the one whom the relative pronoun stands for.
std::optional<EntityId> antecedent(const Tree& tree, std::uint32_t sentence,
                                   WordIndex pronoun,
                                   const References& references) {
  WordIndex clause = tree[pronoun].head;
  for (int steps = 0; steps < 4 && clause != no_word; ++steps) {
    const Word& word = tree[clause];
    if (word.relation == "acl:relcl" && word.head != no_word)
      return references.entity_at(sentence, word.head);
    clause = word.head;
  }
  return std::nullopt;
}

}  // namespace

void find_source(const Tree& tree, std::uint32_t sentence, WordIndex cue,
                 WordIndex source_of, const References& references,
                 Attribution& attribution) {
  const auto sources = cue != source_of  // according to X
                           ? std::vector<WordIndex>{source_of}
                           : sources_of(tree, cue);
  if (sources.empty()) return;
  const WordIndex head = sources.front();
  attribution.source = references.entity_at(sentence, head);
  if (tree[head].xpos == "WP" || tree[head].xpos == "WDT") {
    const auto who = antecedent(tree, sentence, head, references);
    if (who) attribution.source = who;
  }
  attribution.source_span = tree.subtree_span(head);
  attribution.source_head = tree[head].span;
}

namespace {

bool is_nominal(const Word& word) {
  return word.upos == Upos::noun || word.upos == Upos::propn ||
         word.upos == Upos::pron;
}

bool may_stand_between(const Word& word) {
  return word.upos == Upos::aux || word.upos == Upos::adv ||
         word.upos == Upos::part;
}

/// The nominal words that end at `word`, back to a mark or a verb.
WordIndex start_of_phrase(const Tree& tree, WordIndex word) {
  WordIndex first = word;
  while (first > 0 && tree[first - 1].upos != Upos::punct &&
         tree[first - 1].upos != Upos::verb &&
         tree[first - 1].upos != Upos::cconj)
    --first;
  return first;
}

WordIndex head_within(const Tree& tree, WordIndex first, WordIndex end) {
  for (WordIndex word = first; word < end; ++word) {
    const WordIndex head = tree[word].head;
    const bool is_outer = head == no_word || head < first || head >= end;
    if (is_outer && is_nominal(tree[word])) return word;
  }
  return no_word;
}

}  // namespace

void find_neighbour(const Tree& tree, std::uint32_t sentence, WordIndex cue,
                    const References& references, Attribution& attribution) {
  const auto& words = tree.sentence().words;
  WordIndex before = cue;
  while (before > 0 && may_stand_between(words[before - 1])) --before;
  WordIndex first = cue + 1, end = cue + 1;
  if (before > 0 && is_nominal(words[before - 1])) {
    end = before;
    first = start_of_phrase(tree, before - 1);
  } else {
    while (end < words.size() && words[end].upos != Upos::punct) ++end;
  }
  const WordIndex head = head_within(tree, first, end);
  if (head == no_word) return;
  attribution.source = references.entity_at(sentence, head);
  attribution.source_span = {words[first].span.begin, words[end - 1].span.end};
  attribution.source_head = words[head].span;
}

}  // namespace demarche
