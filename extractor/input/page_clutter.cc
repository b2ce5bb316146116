// Names that the authors of pages give to what surrounds a story are much the
// same everywhere.  But they also call what holds the story "has-sidebar" or
// "comment": what holds the main heading, or most of the text, is kept.

#include "extractor/input/page_clutter.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "extractor/characters.h"

namespace demarche {
namespace {

using Words = std::string_view;

template <std::size_t size>
bool is_among(const std::array<Words, size>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Never part of a text.
constexpr std::array<Words, 22> dropped_elements = {
    "script", "style",  "noscript", "template", "head",   "nav",
    "iframe", "object", "embed",    "svg",      "math",   "canvas",
    "audio",  "video",  "button",   "select",   "option", "textarea",
    "input",  "menu",   "dialog",   "map"};

/// Mostly not, unless the story is in them.
constexpr std::array<Words, 3> doubtful_elements = {"aside", "footer", "form"};

constexpr std::array<Words, 9> dropped_roles = {
    "navigation", "banner", "contentinfo", "complementary", "search",
    "dialog",     "alert",  "menu",        "toolbar"};

constexpr std::array<Words, 54> dropped_words = {
    "comments",   "comment",    "commentlist",   "disqus",
    "respond",    "cookie",     "cookies",       "consent",
    "gdpr",       "share",      "sharing",       "sharebar",
    "social",     "related",    "recommended",   "recirc",
    "newsletter", "subscribe",  "promo",         "subscription",
    "promotion",  "advert",     "advertisement", "ads",
    "ad",         "adslot",     "sponsored",     "sponsor",
    "outbrain",   "taboola",    "breadcrumb",    "breadcrumbs",
    "nav",        "navbar",     "navigation",    "menu",
    "sidebar",    "footer",     "toolbar",       "popup",
    "modal",      "lightbox",   "login",         "signup",
    "paywall",    "trending",   "popular",       "recommendations",
    "pager",      "pagination", "pullquote",     "donate",
    "survey",     "feedback"};

/// Dropped where there is little text.
constexpr std::array<Words, 24> dropped_small_words = {
    "byline",   "author",    "authors",  "date",  "time",     "timestamp",
    "datetime", "published", "updated",  "meta",  "metadata", "tag",
    "tags",     "topics",    "category", "label", "kicker",   "eyebrow",
    "print",    "save",      "listen",   "skip",  "follow",   "readtime"};

constexpr std::array<Words, 35> blocks = {
    "p",       "div",      "section",    "article", "main",   "header",
    "footer",  "aside",    "li",         "ul",      "ol",     "dl",
    "dt",      "dd",       "h1",         "h2",      "h3",     "h4",
    "h5",      "h6",       "blockquote", "pre",     "figure", "figcaption",
    "table",   "tr",       "td",         "th",      "form",   "caption",
    "address", "fieldset", "details",    "summary", "center"};

constexpr std::size_t little_text = 200;

/// Calls `use` with each word of "storyBody has-sidebar", in lower case.
template <typename Use>
void for_each_word(std::string_view names, const Use& use) {
  std::string word;
  char before = ' ';
  for (const char c : names) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool letter = upper || (c >= 'a' && c <= 'z');
    const bool hump = upper && before >= 'a' && before <= 'z';
    if ((!letter || hump) && !word.empty()) {
      use(word);
      word.clear();
    }
    if (letter) word += upper ? static_cast<char>(c + 32) : c;
    before = c;
  }
  if (!word.empty()) use(word);
}

/// What the words of a class or an id tell of an element.
struct Names {
  bool dropped = false, dropped_if_small = false, hidden = false;

  void read(std::string_view names) {
    std::string before;
    for_each_word(names, [&](const std::string& word) {
      dropped = dropped || is_among(dropped_words, word) ||
                (before == "pull" && word == "quote") ||
                (before == "most" && (word == "read" || word == "viewed")) ||
                (before == "read" && (word == "more" || word == "next"));
      dropped_if_small =
          dropped_if_small || is_among(dropped_small_words, word);
      hidden = hidden || (before == "sr" && word == "only") ||
               (before == "visually" && word == "hidden") ||
               (before == "screen" && word == "reader");
      before = word;
    });
  }
};

Names names_of(const PageNode& node) {
  Names names;
  names.read(node.attribute("class"));
  names.read(node.attribute("id"));
  return names;
}

bool is_hidden(const PageNode& node) {
  if (node.attributes.empty()) return false;
  const std::string style = lower_ascii(node.attribute("style"));
  return node.has("hidden") || node.attribute("aria-hidden") == "true" ||
         style.find("display:none") != style.npos ||
         style.find("display: none") != style.npos;
}

/// What holds the story, as far as the page says it.
bool marks_story(const PageNode& node) {
  return node.name == "h1" || node.name == "main" ||
         node.attribute("role") == "main" ||
         node.attribute("itemprop").find("articleBody") !=
             std::string_view::npos;
}

class ClutterFinder {
 public:
  explicit ClutterFinder(const PageTree& tree)
      : tree_(tree),
        text_(tree.size()),
        story_(tree.size()),
        within_(tree.size()) {
    for (std::size_t i = 1; i < tree.size(); ++i)
      within_[i] = within_[tree[i].parent] || tree[i].name == "article" ||
                   tree[i].name == "main";
    for (std::size_t i = tree.size() - 1; i > 0; --i) {
      const PageNode& node = tree[i];
      if (node.is_text() && !is_among(dropped_elements, tree[node.parent].name))
        text_[i] = node.text.size();
      text_[node.parent] += text_[i];
      if (story_[i] || marks_story(node)) story_[node.parent] = true;
    }
  }

  std::vector<bool> find() const {
    std::vector<bool> clutter(tree_.size());
    for (std::size_t i = 1; i < tree_.size(); ++i)
      clutter[i] =
          clutter[tree_[i].parent] || (!tree_[i].is_text() && is_clutter(i));
    return clutter;
  }

 private:
  bool is_clutter(std::size_t i) const {
    const PageNode& node = tree_[i];
    if (node.name == "html" || node.name == "body") return false;
    if (is_among(dropped_elements, node.name) || is_hidden(node)) return true;
    if (story_[i] || marks_story(node)) return false;
    const Names names = names_of(node);
    if (names.hidden) return true;
    if (!is_block(node)) return false;
    if (names.dropped_if_small && text_[i] <= little_text) return true;
    if (text_[i] > text_[0] / 2) return false;
    return names.dropped || is_among(dropped_roles, node.attribute("role")) ||
           (is_among(doubtful_elements, node.name) && !is_quoted(i)) ||
           (node.name == "header" && !within_[i]);
  }

  /// Whose words a quotation is stands in its footer.
  bool is_quoted(std::size_t i) const {
    return tree_[tree_[i].parent].name == "blockquote";
  }

  const PageTree& tree_;
  std::vector<std::size_t> text_;  ///< Bytes of text in a node.
  std::vector<bool> story_;        ///< Whether a node holds a mark of it.
  std::vector<bool> within_;       ///< Whether it is in an article.
};

}  // namespace

bool is_block(const PageNode& node) { return is_among(blocks, node.name); }

std::vector<bool> find_clutter(const PageTree& tree) {
  return ClutterFinder(tree).find();
}

}  // namespace demarche
