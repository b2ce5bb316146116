// Reads a digest section by section; what stands before the first section is
// read like any article.

#include "extractor/digest.h"

#include <algorithm>

#include "extractor/characters.h"
#include "extractor/layout.h"
#include "extractor/narratives.h"
#include "extractor/passages.h"

namespace demarche {
namespace {

/// What a title says that comes next.
enum class Part { none, facts, sources, narratives };

Part part_of_title(std::string_view text, Span paragraph) {
  for (const std::string_view title : {"facts", "fact"})
    if (is_section_title(text, paragraph, title)) return Part::facts;
  for (const std::string_view title : {"sources", "source"})
    if (is_section_title(text, paragraph, title)) return Part::sources;
  for (const std::string_view title : {"narratives", "narrative"})
    if (is_section_title(text, paragraph, title)) return Part::narratives;
  return Part::none;
}

/// The first paragraph that only a digest has; their number if there is none.
std::size_t find_first_section(std::string_view text,
                               std::span<const Paragraph> paragraphs) {
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    const Span span = paragraphs[i].span;
    if (part_of_title(text, span) != Part::none) return i;
    if (find_narrative(text, span, false)) return i;
    if (i > 0 && find_named_sources(text, span)) return i;
  }
  return paragraphs.size();
}

std::string_view without_suffix(std::string_view name) {
  const std::size_t bracket = name.find(" (");
  return name.substr(0, bracket);
}

/// One pass over the paragraphs from the first section on.
class SectionReader {
 public:
  explicit SectionReader(Article& article) : article_(article) {}

  void read(const Paragraph& paragraph) {
    const std::string_view text = article_.text;
    const Part titled = part_of_title(text, paragraph.span);
    if (titled != Part::none) {
      part_ = titled;
      narrative_.reset();
      if (titled != Part::narratives) open(titled, paragraph.span);
      add(paragraph.span, PassageKind::heading);
    } else if (const auto sources = find_named_sources(text, paragraph.span)) {
      read_sources(paragraph.span, *sources);
    } else if (const auto narrative = find_narrative(
                   text, paragraph.span, part_ == Part::narratives)) {
      read_narrative(*narrative);
    } else {
      read_content(paragraph);
    }
  }

 private:
  void add(Span span, PassageKind kind) {
    article_.passages.push_back({span, kind, narrative_});
  }

  void open(Part part, Span heading) {
    const auto kind =
        part == Part::facts ? Section::Kind::facts : Section::Kind::sources;
    article_.sections.push_back({kind, heading, {heading.end, heading.end}});
  }

  /// The body of the section of that kind, if it is the last, reaches on.
  void extend(Section::Kind kind, Span content) {
    if (article_.sections.empty() || article_.sections.back().kind != kind)
      return;
    Span& body = article_.sections.back().body;
    if (body.begin == body.end) body.begin = content.begin;
    body.end = content.end;
  }

  void read_sources(Span line, Span names) {
    narrative_.reset();
    if (part_ != Part::sources)
      open(Part::sources, trim(article_.text, {line.begin, names.begin}));
    extend(Section::Kind::sources, names);
    add(line, PassageKind::source_line);
    for (const Span name : split_names(article_.text, names))
      article_.sources.push_back(name);
  }

  void read_narrative(Narrative narrative) {
    part_ = Part::narratives;
    narrative_ = static_cast<std::uint32_t>(article_.narratives.size());
    add(narrative.heading, PassageKind::heading);
    if (narrative.body.begin < narrative.body.end)
      add(narrative.body, PassageKind::narrative);
    article_.narratives.push_back(narrative);
  }

  void read_content(const Paragraph& paragraph) {
    if (part_ == Part::sources) {
      read_sources(paragraph.span, paragraph.span);
    } else if (narrative_) {
      Span& body = article_.narratives[*narrative_].body;
      if (body.begin == body.end) body = paragraph.span;
      body.end = paragraph.span.end;
      add(paragraph.span, PassageKind::narrative);
    } else if (paragraph.mark == Mark::hashes) {
      add(paragraph.span, PassageKind::heading);
    } else {
      if (part_ == Part::facts) extend(Section::Kind::facts, paragraph.span);
      add_passage(
          article_.text, paragraph.span,
          part_ == Part::facts ? PassageKind::fact : PassageKind::paragraph,
          article_.passages);
    }
  }

  Article& article_;
  Part part_ = Part::none;
  std::optional<std::uint32_t> narrative_;  ///< The one being read.
};

}  // namespace

bool looks_like_digest(std::string_view text,
                       std::span<const Paragraph> paragraphs) {
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    const Span span = paragraphs[i].span;
    if (find_narrative(text, span, false)) return true;
    if (part_of_title(text, span) == Part::facts && i + 1 < paragraphs.size() &&
        paragraphs[i + 1].mark == Mark::bullet)
      return true;
  }
  return false;
}

std::vector<Span> split_names(std::string_view text, Span list) {
  std::vector<Span> names;
  const auto add = [&](std::uint32_t begin, std::uint32_t end) {
    Span name = trim(text, {begin, end});
    for (const std::string_view word : {"and ", "& ", "the "})
      if (starts_with_any_case(slice(text, name), word))
        name.begin += static_cast<std::uint32_t>(word.size());
    name.end = name.begin + static_cast<std::uint32_t>(
                                without_suffix(slice(text, name)).size());
    while (name.begin < name.end && text[name.end - 1] == '.') --name.end;
    if (name.begin < name.end) names.push_back(name);
  };
  std::uint32_t begin = list.begin;
  for (std::uint32_t i = list.begin; i < list.end; ++i) {
    if (text[i] != ',' && text[i] != ';') continue;
    add(begin, i);
    begin = i + 1;
  }
  // "B and C" ends a list only where no comma has cut the "and" off.
  const std::string_view last = slice(text, {begin, list.end});
  const std::size_t conjunction = last.rfind(" and ");
  if (conjunction != last.npos && conjunction > 0) {
    const auto middle = begin + static_cast<std::uint32_t>(conjunction);
    add(begin, middle);
    begin = middle;
  }
  add(begin, list.end);
  return names;
}

void read_digest(std::span<const Paragraph> paragraphs, Article& article) {
  article.is_digest = true;
  const std::size_t first = find_first_section(article.text, paragraphs);
  article.passages = find_passages(article.text, paragraphs.first(first),
                                   article.metadata.title);
  if (first == 1 && !article.passages.empty() &&
      looks_like_headline(article.text, paragraphs[0].span))
    article.passages[0].kind = PassageKind::headline;
  SectionReader reader(article);
  for (const Paragraph& paragraph : paragraphs.subspan(first))
    reader.read(paragraph);
}

}  // namespace demarche
