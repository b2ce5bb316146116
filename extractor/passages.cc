// Tells what the paragraphs of an ordinary article are.
//
//   Ferry talks collapse                     headline: first, without a stop
//   The harbour of Split at dawn             caption: directly above a caption
//   Boats wait there. [File: Ada Lopez/AP]   caption and credit
//   Two ministers met on Friday.             paragraph
//   Growing tensions                         heading: short, between paragraphs
//   They will not meet again.                paragraph
//   Source: News Agencies                    source line
//
// In doubt a passage is one that is read: a false heading loses an event, a
// false paragraph seldom makes one.

#include "extractor/passages.h"

#include <algorithm>

#include "extractor/characters.h"
#include "extractor/layout.h"
#include "extractor/page_furniture.h"

namespace demarche {
namespace {

using Paragraphs = std::span<const Paragraph>;

bool has_words(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
           (c >= 'a' && c <= 'z') || (c & '\x80') != 0;
  });
}

/// Whether a caption with a credit stands directly below paragraph `i`.
bool is_above_caption(std::string_view text, Paragraphs paragraphs,
                      std::size_t i) {
  if (i == 0 || i + 1 >= paragraphs.size()) return false;
  const Paragraph& next = paragraphs[i + 1];
  const std::string_view part = slice(text, paragraphs[i].span);
  if (next.after_blank || next.mark != Mark::none || ends_like_sentence(part) ||
      count_words(part) > 25)
    return false;
  const auto credit = find_credit(text, next.span);
  return credit && credit->begin > next.span.begin;
}

/// Whether paragraph `i` is a head between two paragraphs.
bool is_cross_head(std::string_view text, Paragraphs paragraphs, std::size_t i,
                   bool body_began) {
  if (paragraphs[i].mark == Mark::hashes) return true;
  if (!body_began || i + 1 >= paragraphs.size() ||
      paragraphs[i].mark != Mark::none)
    return false;
  return looks_like_heading(text, paragraphs[i].span) &&
         !looks_like_heading(text, paragraphs[i + 1].span) &&
         !find_named_sources(text, paragraphs[i + 1].span);
}

PassageKind kind_of(std::string_view text, Paragraphs paragraphs, std::size_t i,
                    std::string_view title, bool body_began) {
  const Span span = paragraphs[i].span;
  const std::string_view part = slice(text, span);
  if (!has_words(part)) return PassageKind::heading;
  if (find_named_sources(text, span)) return PassageKind::source_line;
  if (find_credit(text, span)) return PassageKind::caption;
  if (i == 0 && !title.empty() && part == title) return PassageKind::headline;
  if (i == 0 && paragraphs.size() > 1 && paragraphs[i].mark != Mark::bullet &&
      looks_like_headline(text, span))
    return PassageKind::headline;
  if (is_above_caption(text, paragraphs, i)) return PassageKind::caption;
  if (is_cross_head(text, paragraphs, i, body_began))
    return PassageKind::heading;
  return PassageKind::paragraph;
}

/// The label of a caption is none of it.
Span without_label(std::string_view text, Span span,
                   std::vector<Passage>& passages) {
  const auto label = find_caption_label(text, span);
  if (!label) return span;
  passages.push_back({*label, PassageKind::credit, std::nullopt});
  return trim(text, {label->end, span.end});
}

/// Where a story happened and who tells it is none of its first sentence.
Span without_dateline(std::string_view text, Span span,
                      std::vector<Passage>& passages) {
  const auto dateline = find_dateline(text, span);
  if (!dateline) return span;
  passages.push_back({*dateline, PassageKind::credit, std::nullopt});
  return trim(text, {dateline->end, span.end});
}

}  // namespace

void add_passage(std::string_view text, Span paragraph, PassageKind kind,
                 std::vector<Passage>& passages) {
  const auto credit = kind == PassageKind::source_line
                          ? std::nullopt
                          : find_credit(text, paragraph);
  const Span rest =
      credit ? trim(text, {paragraph.begin, credit->begin}) : paragraph;
  if (rest.begin < rest.end) passages.push_back({rest, kind, std::nullopt});
  if (credit) passages.push_back({*credit, PassageKind::credit, std::nullopt});
}

std::vector<Passage> find_passages(std::string_view text, Paragraphs paragraphs,
                                   std::string_view title) {
  std::vector<Passage> passages;
  bool body_began = false;
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    PassageKind kind = kind_of(text, paragraphs, i, title, body_began);
    Span span = without_label(text, paragraphs[i].span, passages);
    if (span != paragraphs[i].span)
      kind = PassageKind::caption;
    else if (kind == PassageKind::paragraph && !body_began)
      span = without_dateline(text, span, passages);
    if (span.begin < span.end) add_passage(text, span, kind, passages);
    body_began = body_began || kind == PassageKind::paragraph;
  }
  return passages;
}

}  // namespace demarche
