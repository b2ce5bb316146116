#include "extractor/input/page_metadata.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

#include "extractor/article_iri.h"
#include "extractor/calendar.h"
#include "extractor/characters.h"
#include "extractor/input/json_ld.h"
#include "extractor/iso_date.h"

namespace demarche {
namespace {

using Names = std::vector<std::string_view>;

std::string squeezed(std::string_view text) {
  std::string result;
  bool space = false;
  for (const char c : text) {
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
      space = !result.empty();
      continue;
    }
    if (std::exchange(space, false)) result += ' ';
    result += c;
  }
  return result;
}

/// Values of JSON-LD are often escaped once too often: "Q&amp;A".
std::string without_entities(std::string text) {
  if (text.find('&') == text.npos || text.find('<') != text.npos) return text;
  const PageTree tree = parse_page(text);
  return text_of(tree, 0);
}

bool is_absolute(std::string_view url) {
  return (url.starts_with("http://") || url.starts_with("https://")) &&
         iri_of_url(url);
}

/// Of each name in `<meta>`, in lower case, what it says first.
class MetaElements {
 public:
  explicit MetaElements(const PageTree& tree) {
    for (const PageNode& node : tree) {
      if (node.name == "title" && title_.empty())
        title_ = squeezed(
            text_of(tree, static_cast<std::size_t>(&node - tree.data())));
      if (node.name == "link" && canonical_.empty() &&
          lower_ascii(node.attribute("rel")) == "canonical")
        canonical_ = squeezed(node.attribute("href"));
      if (node.name != "meta") continue;
      for (const char* key : {"property", "name", "itemprop"})
        if (node.has(key))
          values_.try_emplace(lower_ascii(node.attribute(key)),
                              squeezed(node.attribute("content")));
    }
  }

  const std::string& title() const { return title_; }
  const std::string& canonical() const { return canonical_; }

  /// The first value under one of these names that `accepts`.
  template <typename Accepts>
  std::string find(const Names& names, const Accepts& accepts) const {
    for (const std::string_view name : names) {
      const auto found = values_.find(name);
      if (found != values_.end() && accepts(found->second))
        return found->second;
    }
    return "";
  }

  std::string find(const Names& names) const {
    return find(names, [](const std::string& each) { return !each.empty(); });
  }

 private:
  std::map<std::string, std::string, std::less<>> values_;
  std::string title_, canonical_;
};

/// "Talks collapse - The Harbour Times" without what follows the last dash.
std::string without_site(std::string title, std::string_view publisher) {
  for (const std::string_view sign : {" | ", " - ", " – ", " — ", " :: "}) {
    const std::size_t at = title.rfind(sign);
    if (at == title.npos || at == 0) continue;
    if (publisher.empty() ||
        lower_ascii(title.substr(at + sign.size())) == lower_ascii(publisher))
      return title.substr(0, at);
  }
  return title;
}

Metadata from_json_ld(const PageTree& tree) {
  Metadata metadata;
  const auto fill = [](std::string& value, const std::string& found) {
    if (value.empty()) value = squeezed(without_entities(found));
  };
  for (std::size_t i = 0; i < tree.size(); ++i) {
    if (tree[i].name != "script" ||
        lower_ascii(tree[i].attribute("type")).find("ld+json") ==
            std::string::npos)
      continue;
    const Metadata found = read_json_ld(text_of(tree, i));
    fill(metadata.url, found.url);
    fill(metadata.title, found.title);
    fill(metadata.published, found.published);
    fill(metadata.publisher, found.publisher);
  }
  return metadata;
}

/// The number that the digits from `i` on make, of this many digits.
std::optional<int> number_at(std::string_view text, std::size_t i,
                             std::size_t digits) {
  if (i + digits > text.size()) return std::nullopt;
  int number = 0;
  for (const char c : text.substr(i, digits)) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return number;
}

/// "2023-01-12 08:30:00+0400" in the form of XML Schema.
std::string in_full(std::string text) {
  if (text.size() > 10 && text[10] == ' ') text[10] = 'T';
  const std::size_t space = text.find(' ');
  if (space != text.npos) text.erase(space, 1);
  const std::size_t sign = text.find_last_of("+-");
  if (text.size() > 16 && sign != text.npos && sign > 10 &&
      text.size() == sign + 5)
    text.insert(sign + 3, ":");
  if (text.size() >= 16 && (text.size() == 16 || text[16] != ':'))
    text.insert(16, ":00");
  return text;
}

/// "12 January 2023", "Jan. 12, 2023", with whatever stands around.
std::string from_words(std::string_view text) {
  constexpr std::string_view months = "janfebmaraprmayjunjulaugsepoctnovdec";
  std::optional<int> day, month, year;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    while (i < text.size() && text[i] >= '0' && text[i] <= '9') ++i;
    if (i - begin == 4 && !year) year = number_at(text, begin, 4);
    if ((i - begin == 1 || i - begin == 2) && !day)
      day = number_at(text, begin, i - begin);
    if (i > begin) continue;
    while (i < text.size() && ascii_kind(static_cast<unsigned char>(text[i])) ==
                                  CharacterKind::letter)
      ++i;
    const std::string word = lower_ascii(text.substr(begin, i - begin));
    const std::size_t at =
        word.size() < 3 ? months.npos : months.find(word.substr(0, 3));
    if (at != months.npos && at % 3 == 0 && !month)
      month = static_cast<int>(at / 3 + 1);
    if (i == begin) ++i;
  }
  if (!day || !month || !year || !make_day(*year, *month, *day)) return "";
  const auto two = [](int n) {
    return (n < 10 ? "0" : "") + std::to_string(n);
  };
  return std::to_string(*year) + "-" + two(*month) + "-" + two(*day);
}

bool is_date(const std::string& text) { return !iso_date_of(text).empty(); }

}  // namespace

std::string iso_date_of(std::string_view raw) {
  std::string text = squeezed(raw);
  if (text.size() > 64) return "";
  if (is_iso_date(text)) return text;
  if (const std::string full = in_full(text); is_iso_date(full)) return full;
  std::replace(text.begin(), text.end(), '/', '-');
  if (text.size() >= 8 && number_at(text, 0, 8))
    text.insert(6, "-").insert(4, "-");
  if (is_iso_date(text.substr(0, 10))) return text.substr(0, 10);
  return from_words(text);
}

Metadata find_metadata(const PageTree& tree) {
  const MetaElements meta(tree);
  Metadata metadata = from_json_ld(tree);
  const std::string in_json = metadata.url;
  metadata.url = meta.canonical();
  if (!is_absolute(metadata.url)) metadata.url = meta.find({"og:url"});
  if (!is_absolute(metadata.url)) metadata.url = in_json;
  if (!is_absolute(metadata.url)) metadata.url.clear();
  if (metadata.publisher.empty())
    metadata.publisher = meta.find({"og:site_name", "publisher", "dc.publisher",
                                    "dcterms.publisher", "application-name"});
  if (metadata.title.empty())
    metadata.title = without_site(
        meta.find({"og:title", "headline", "dc.title", "twitter:title"}),
        metadata.publisher.empty() ? " " : metadata.publisher);
  if (metadata.title.empty())
    metadata.title = without_site(meta.title(), metadata.publisher);
  metadata.published = iso_date_of(metadata.published);
  if (metadata.published.empty())
    metadata.published = iso_date_of(
        meta.find({"article:published_time", "og:article:published_time",
                   "datepublished", "article:published", "article.published",
                   "pubdate", "publishdate", "publish-date", "publication_date",
                   "parsely-pub-date", "sailthru.date", "dc.date.issued",
                   "dcterms.issued", "dc.date", "dcterms.date",
                   "dcterms.created", "cxenseparse:recs:publishtime", "date"},
                  is_date));
  return metadata;
}

std::string find_time(const PageTree& tree, std::uint32_t begin,
                      std::uint32_t end) {
  for (std::uint32_t i = begin; i < end; ++i) {
    const PageNode& node = tree[i];
    if (node.name != "time") continue;
    const std::string names =
        lower_ascii(std::string(node.attribute("class")) + " " +
                    std::string(node.attribute("itemprop")));
    if (names.find("updated") != names.npos ||
        names.find("modified") != names.npos)
      continue;
    std::string date = iso_date_of(node.attribute("datetime"));
    if (date.empty()) date = iso_date_of(text_of(tree, i));
    if (!date.empty()) return date;
  }
  return "";
}

}  // namespace demarche
