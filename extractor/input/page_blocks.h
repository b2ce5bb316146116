#ifndef DEMARCHE_EXTRACTOR_INPUT_PAGE_BLOCKS_H_
#define DEMARCHE_EXTRACTOR_INPUT_PAGE_BLOCKS_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "extractor/input/page_tree.h"

namespace demarche {

/// A run of text of a page that nothing but words and line breaks divides.
struct PageBlock {
  enum class Kind { paragraph, title, heading, item, caption, cell };
  Kind kind = Kind::paragraph;
  std::string text;        ///< White space is single, "\n" is a line break.
  std::uint32_t node = 0;  ///< The innermost element that is a block.
  std::size_t linked = 0;  ///< Bytes of links, and of <time>.
  bool quoted = false;     ///< Within a <blockquote>.

  /// Whether it is more of a link, or a date, than of a text.
  bool is_link() const { return linked * 2 > text.size(); }
};

/// The blocks of a page that are no clutter, in order.
std::vector<PageBlock> find_blocks(const PageTree& tree,
                                   const std::vector<bool>& clutter);

}  // namespace demarche

#endif
