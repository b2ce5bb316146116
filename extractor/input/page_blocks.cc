#include "extractor/input/page_blocks.h"

#include <string_view>
#include <utility>

#include "extractor/input/page_clutter.h"

namespace demarche {
namespace {

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/// Soft hyphens and spaces of no width only say where a line may end.
bool is_invisible(std::string_view text) {
  return text.starts_with("\u00ad") || text.starts_with("\u200b") ||
         text.starts_with("\ufeff");
}

/// The size of white space, or of what cannot be seen, at `i`; 0: of neither.
std::size_t blank_at(std::string_view text, std::size_t i) {
  if (is_space(text[i])) return 1;
  if ((text[i] & '\x80') == 0) return 0;
  const std::string_view rest = text.substr(i);
  if (rest.starts_with("\u00a0") || rest.starts_with("\u00ad")) return 2;
  return is_invisible(rest) ? 3 : 0;
}

bool is_heading(std::string_view name) {
  return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

/// Whether it leads to another page.
bool is_link(const PageNode& node) {
  return node.name == "a" && node.has("href") &&
         !node.attribute("href").starts_with('#');
}

/// Goes over the nodes once, with a stack of the elements around.
class BlockFinder {
 public:
  BlockFinder(const PageTree& tree, const std::vector<bool>& clutter)
      : tree_(tree), clutter_(clutter) {}

  std::vector<PageBlock> find() {
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      leave_until(i);
      if (clutter_[i]) continue;
      if (tree_[i].is_text())
        add(tree_[i].text);
      else
        enter(i);
    }
    leave_until(static_cast<std::uint32_t>(tree_.size()));
    end_block();
    return std::move(blocks_);
  }

 private:
  void leave_until(std::uint32_t i) {
    while (!open_.empty() && tree_[open_.back()].end <= i) {
      const PageNode& node = tree_[open_.back()];
      if (is_block(node)) end_block();
      if (node.name == "q") add("”");
      count(node, -1);
      open_.pop_back();
    }
  }

  void enter(std::uint32_t i) {
    const PageNode& node = tree_[i];
    if (node.name == "br") return break_line();
    if (is_block(node)) end_block();
    open_.push_back(i);
    count(node, 1);
    if (node.name == "q") add("“");
  }

  void count(const PageNode& node, int change) {
    if (is_link(node) || node.name == "time") links_ += change;
    if (node.name == "blockquote") quotes_ += change;
    if (node.name == "figcaption") captions_ += change;
    if (node.name == "li") item_begins_ = change > 0;
    if (node.name == "cite" || node.name == "footer") sources_ += change;
  }

  void add(std::string_view text) {
    const std::size_t before = block_.text.size();
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (const std::size_t size = blank_at(text, i)) {
        space_ = space_ || !is_invisible(text.substr(i));
        i += size - 1;
        continue;
      }
      if (block_.text.empty())
        begin_block();
      else if (breaks_ > 0)
        block_.text += '\n';
      else if (space_)
        block_.text += ' ';
      space_ = false;
      breaks_ = 0;
      block_.text += text[i];
    }
    if (links_ > 0) block_.linked += block_.text.size() - before;
  }

  /// Two in a row divide paragraphs.
  void break_line() {
    if (block_.text.empty()) return;
    if (++breaks_ == 2) end_block();
  }

  void begin_block() {
    std::size_t inner = open_.size();
    while (inner > 0 && !is_block(tree_[open_[inner - 1]])) --inner;
    block_.node = inner == 0 ? 0 : open_[inner - 1];
    block_.quoted = quotes_ > 0 && sources_ == 0;
    const std::string& name = tree_[block_.node].name;
    if (name == "h1")
      block_.kind = PageBlock::Kind::title;
    else if (is_heading(name))
      block_.kind = PageBlock::Kind::heading;
    else if (captions_ > 0)
      block_.kind = PageBlock::Kind::caption;
    else if (name == "td" || name == "th" || name == "caption")
      block_.kind = PageBlock::Kind::cell;
    else if (item_begins_)
      block_.kind = PageBlock::Kind::item;
    item_begins_ = false;
  }

  void end_block() {
    space_ = false;
    breaks_ = 0;
    if (!block_.text.empty()) blocks_.push_back(std::move(block_));
    block_ = {};
  }

  const PageTree& tree_;
  const std::vector<bool>& clutter_;
  std::vector<std::uint32_t> open_;  ///< Elements, each in the one before.
  std::vector<PageBlock> blocks_;
  PageBlock block_;
  bool space_ = false;  ///< Before the next character.
  int breaks_ = 0;      ///< The same.
  bool item_begins_ = false;
  int links_ = 0, quotes_ = 0, captions_ = 0, sources_ = 0;  ///< Around.
};

}  // namespace

std::vector<PageBlock> find_blocks(const PageTree& tree,
                                   const std::vector<bool>& clutter) {
  return BlockFinder(tree, clutter).find();
}

}  // namespace demarche
