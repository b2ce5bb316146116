#include "extractor/article_reader.h"

#include <algorithm>
#include <utility>

#include "extractor/article_iri.h"
#include "extractor/digest.h"
#include "extractor/iso_date.h"
#include "extractor/lines.h"
#include "extractor/passages.h"
#include "extractor/utf8.h"

namespace demarche {
namespace {

constexpr std::size_t endless_word = 10'000;  ///< In bytes.
constexpr std::size_t deep_nesting = 1'000;   ///< In open brackets.

std::string plural(std::size_t count, const std::string& noun) {
  return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

std::size_t longest_word(std::string_view text) {
  std::size_t longest = 0, begin = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const bool space = i == text.size() || text[i] == ' ' || text[i] == '\n' ||
                       text[i] == '\t' || text[i] == '\r';
    if (!space) continue;
    longest = std::max(longest, i - begin);
    begin = i + 1;
  }
  return longest;
}

std::size_t deepest_bracket(std::string_view text) {
  std::size_t depth = 0, deepest = 0;
  for (const char c : text) {
    if (c == '(' || c == '[' || c == '{') deepest = std::max(deepest, ++depth);
    if ((c == ')' || c == ']' || c == '}') && depth > 0) --depth;
  }
  return deepest;
}

/// What is odd about a text that has already been repaired.
void warn_of_text(const Article& article, std::vector<std::string>& warnings) {
  if (article.passages.empty()) warnings.push_back("the article is empty");
  if (const auto size = longest_word(article.text); size > endless_word)
    warnings.push_back("one word is " + plural(size, "byte") + " long");
  if (const auto depth = deepest_bracket(article.text); depth > deep_nesting)
    warnings.push_back("brackets are nested " + std::to_string(depth) +
                       " deep");
}

void check_published(Metadata& metadata, std::vector<std::string>& warnings) {
  if (metadata.published.empty() || is_iso_date(metadata.published)) return;
  warnings.push_back("the date of publication '" + metadata.published +
                     "' is not an ISO 8601 date and is left out");
  metadata.published.clear();
}

/// File names and headers are bytes of any kind.
std::size_t repair_metadata(Metadata& metadata) {
  std::size_t count = 0;
  for (std::string* field : {&metadata.id, &metadata.url, &metadata.title,
                             &metadata.published, &metadata.publisher})
    count += repair_utf8(*field);
  return count;
}

}  // namespace

Reading read_article(std::string bytes, Metadata metadata, ArticleForm form) {
  Reading reading;
  Article& article = reading.article;
  if (bytes.starts_with("\xef\xbb\xbf")) bytes.erase(0, 3);
  if (const std::size_t count = repair_utf8(bytes) + repair_metadata(metadata))
    reading.warnings.push_back(plural(count, "sequence") +
                               " of broken UTF-8 replaced by U+FFFD");
  check_published(metadata, reading.warnings);
  article.text = std::move(bytes);
  article.metadata = std::move(metadata);
  const auto iri = iri_of_url(article.metadata.url);
  article.iri = iri ? *iri : iri_of_content(article.metadata.id, article.text);
  const std::vector<Paragraph> paragraphs = find_paragraphs(article.text);
  if (form == ArticleForm::digest ||
      (form == ArticleForm::detect &&
       looks_like_digest(article.text, paragraphs)))
    read_digest(paragraphs, article);
  else
    article.passages =
        find_passages(article.text, paragraphs, article.metadata.title);
  warn_of_text(article, reading.warnings);
  return reading;
}

}  // namespace demarche
