// A small readability.  Where clutter has been taken away, most of the text
// that is no link is the story:
//
//   1. Each element weighs as much as the text in it.
//   2. The story is in the element that is said to hold it (articleBody,
//   article,
//      main) if much of the weight is there; otherwise in the smallest that has
//      most of it.
//   3. It begins behind the headline, which may stand before that element, as
//      may the standfirst and the first picture's caption.

#include "extractor/input/main_text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <utility>

#include "extractor/characters.h"
#include "extractor/input/page_blocks.h"
#include "extractor/lines.h"

namespace demarche {
namespace {

using Kind = PageBlock::Kind;

constexpr std::size_t shortest_sentence = 25;  ///< In bytes.
constexpr std::size_t long_cell = 80;
constexpr std::size_t long_paragraph = 200;
constexpr std::size_t longest_teaser = 400;

/// What stands between the paragraphs of a story and is none of it.
bool is_label(std::string_view text) {
  constexpr std::array<std::string_view, 16> labels = {
      "advertisement", "advertising", "ad",        "sponsored",
      "share",         "print",       "email",     "listen",
      "save",          "comments",    "read more", "related",
      "follow us",     "sign up",     "subscribe", "see also"};
  constexpr std::array<std::string_view, 4> beginnings = {
      "story continues below", "article continues below",
      "article continues after", "continue reading"};
  const std::string lower = lower_ascii(text);
  return std::find(labels.begin(), labels.end(), lower) != labels.end() ||
         std::any_of(beginnings.begin(), beginnings.end(),
                     [&](auto each) { return lower.starts_with(each); });
}

bool has_words(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
           (c >= 'a' && c <= 'z') || (c & '\x80') != 0;
  });
}

bool is_sentence(const PageBlock& block) {
  return block.text.size() >= shortest_sentence &&
         ends_like_sentence(block.text);
}

/// Whether a block may be part of a story, wherever it stands.
bool is_useful(const PageBlock& block) {
  if (!has_words(block.text) || is_label(block.text)) return false;
  if (block.kind == Kind::title) return true;
  if (block.kind == Kind::cell && !is_sentence(block) &&
      block.text.size() < long_cell)
    return false;
  if (!block.is_link()) return true;
  return block.kind == Kind::paragraph && block.text.size() >= long_paragraph &&
         block.linked * 10 < block.text.size() * 9;
}

class StoryFinder {
 public:
  StoryFinder(const PageTree& tree, std::vector<PageBlock> blocks,
              std::string_view title)
      : tree_(tree),
        blocks_(std::move(blocks)),
        title_(title),
        weight_(tree.size()),
        count_(tree.size()) {
    drop_teasers();
    std::erase_if(blocks_, [&](const PageBlock& block) {
      return !is_useful(block) && block.text != title_;
    });
    weigh();
  }

  MainText find() {
    MainText story;
    if (blocks_.empty()) return story;
    choose_root();
    find_headline();
    choose_blocks();
    story.begin = root_;
    if (headline_) story.begin = std::min(root_, blocks_[*headline_].node);
    story.end = tree_[root_].end;
    write(story);
    return story;
  }

 private:
  /// A linked headline with a few words about it leads to another story.
  void drop_teasers() {
    std::vector<std::size_t> text(tree_.size());
    for (const PageBlock& block : blocks_)
      text[block.node] += block.text.size();
    for (std::size_t i = tree_.size() - 1; i > 0; --i)
      text[tree_[i].parent] += text[i];
    std::vector<bool> is_teaser(tree_.size());
    for (const PageBlock& block : blocks_) {
      if (block.kind != Kind::heading || !block.is_link() ||
          block.text == title_)
        continue;
      std::uint32_t node = block.node;
      while (node != 0 && text[node] == text[block.node])
        node = tree_[node].parent;
      is_teaser[node] = node != 0 && text[node] <= longest_teaser &&
                        text[node] * 2 <= text[0];
    }
    for (std::size_t i = 1; i < tree_.size(); ++i)
      if (is_teaser[tree_[i].parent]) is_teaser[i] = true;
    std::erase_if(blocks_, [&](const PageBlock& block) {
      return is_teaser[block.node] && block.kind != Kind::title &&
             block.text != title_;
    });
  }

  void weigh() {
    for (const PageBlock& block : blocks_) {
      if (block.kind == Kind::title || block.kind == Kind::heading) continue;
      weight_[block.node] += block.text.size() - block.linked;
      count_[block.node] += 1;
    }
    for (std::size_t i = tree_.size() - 1; i > 0; --i) {
      weight_[tree_[i].parent] += weight_[i];
      count_[tree_[i].parent] += count_[i];
    }
  }

  void choose_root() {
    const auto holds_much = [&](std::uint32_t node) {
      return node != 0 && weight_[node] * 5 >= weight_[0] * 2;
    };
    root_ = heaviest([](const PageNode& node) {
      return node.attribute("itemprop").find("articleBody") !=
             std::string_view::npos;
    });
    if (holds_much(root_)) return;
    root_ = heaviest([](const PageNode& node) {
      return node.name == "article" || node.attribute("role") == "article";
    });
    if (holds_much(root_)) return;
    root_ = heaviest([](const PageNode& node) {
      return node.name == "main" || node.attribute("role") == "main";
    });
    if (!holds_much(root_)) root_ = 0;
    while (const auto child = main_child(root_)) root_ = *child;
  }

  /// The node with the most text among those that `matches`; 0: there is none.
  template <typename Matches>
  std::uint32_t heaviest(const Matches& matches) const {
    std::uint32_t best = 0;
    for (std::uint32_t i = 1; i < tree_.size(); ++i)
      if (weight_[i] > 0 && (best == 0 || weight_[i] > weight_[best]) &&
          matches(tree_[i]))
        best = i;
    return best;
  }

  /// A part that has three quarters of the text, in several paragraphs.
  std::optional<std::uint32_t> main_child(std::uint32_t node) const {
    for (std::uint32_t i = node + 1; i < tree_[node].end; i = tree_[i].end)
      if (count_[i] >= 2 && weight_[i] * 4 >= weight_[node] * 3) return i;
    return std::nullopt;
  }

  bool is_in_root(const PageBlock& block) const {
    return block.node >= root_ && block.node < tree_[root_].end;
  }

  /// The last heading of the first rank before the story's first sentence; else
  /// what is worded like the title.
  void find_headline() {
    first_ = blocks_.size();
    for (std::size_t i = blocks_.size(); i-- > 0;) {
      if (!is_in_root(blocks_[i])) continue;
      if (end_ == 0) end_ = i + 1;
      if (blocks_[i].kind == Kind::paragraph && is_sentence(blocks_[i]))
        first_ = i;
      begin_ = i;
    }
    if (first_ == blocks_.size()) first_ = begin_;
    for (std::size_t i = 0; i < end_; ++i) {
      const bool is_title = blocks_[i].text == title_;
      if (i > first_ && (headline_ || !is_title)) break;
      if (is_title || (blocks_[i].kind == Kind::title && !is_logo(blocks_[i])))
        headline_ = i;
      if (is_title) break;
    }
    if (headline_) begin_ = *headline_ + 1;
  }

  /// The name of the site is a heading, too, and leads to its first page.
  bool is_logo(const PageBlock& block) const {
    return block.is_link() && !title_.empty();
  }

  void choose_blocks() {
    std::set<std::string_view> known;
    for (std::size_t i = begin_; i < end_; ++i) {
      PageBlock& block = blocks_[i];
      if (block.kind == Kind::title) block.kind = Kind::heading;
      if (block.kind == Kind::heading && is_sentence(block) &&
          block.text.size() >= 2 * shortest_sentence)
        block.kind = Kind::paragraph;
      const bool before_story = i < first_ && block.kind != Kind::caption &&
                                block.kind != Kind::heading;
      if (before_story && !is_sentence(block)) continue;
      if (block.text.size() > 40 && !known.insert(block.text).second) continue;
      while (block.kind == Kind::heading && !chosen_.empty() &&
             blocks_[chosen_.back()].kind == Kind::heading)
        chosen_.pop_back();
      chosen_.push_back(i);
    }
    while (!chosen_.empty() && blocks_[chosen_.back()].kind == Kind::heading)
      chosen_.pop_back();
  }

  void write(MainText& story) const {
    if (headline_) story.headline = blocks_[*headline_].text;
    story.text = story.headline;
    for (std::size_t i = 0; i < chosen_.size(); ++i) {
      const PageBlock& block = blocks_[chosen_[i]];
      if (!story.text.empty()) story.text += "\n\n";
      if (block.kind == Kind::heading) story.text += "## ";
      if (block.kind == Kind::item) story.text += "- ";
      const bool opens = lacks_quotes(block);
      if (opens) story.text += "“";
      story.text += block.text;
      const bool goes_on =
          i + 1 < chosen_.size() && lacks_quotes(blocks_[chosen_[i + 1]]);
      if (opens && !goes_on) story.text += "”";
    }
    if (!story.text.empty()) story.text += '\n';
  }

  static bool lacks_quotes(const PageBlock& block) {
    constexpr std::array<std::string_view, 9> signs = {"“", "”", "\"", "‘", "'",
                                                       "«", "—", "–",  "-"};
    return block.quoted &&
           std::none_of(signs.begin(), signs.end(), [&](auto sign) {
             return block.text.starts_with(sign);
           });
  }

  const PageTree& tree_;
  std::vector<PageBlock> blocks_;
  std::string_view title_;
  std::vector<std::size_t> weight_;  ///< Bytes of text below each node.
  std::vector<std::size_t> count_;   ///< Blocks of text below it.
  std::uint32_t root_ = 0;           ///< What holds the story.
  std::optional<std::size_t> headline_;
  std::size_t begin_ = 0, end_ = 0;  ///< Of the blocks of the story.
  std::size_t first_ = 0;            ///< Its first sentence.
  std::vector<std::size_t> chosen_;  ///< Indexes of blocks.
};

}  // namespace

MainText find_main_text(const PageTree& tree, const std::vector<bool>& clutter,
                        std::string_view title) {
  return StoryFinder(tree, find_blocks(tree, clutter), title).find();
}

}  // namespace demarche
