#ifndef DEMARCHE_EXTRACTOR_INPUT_MAIN_TEXT_H_
#define DEMARCHE_EXTRACTOR_INPUT_MAIN_TEXT_H_

#include <string>
#include <string_view>
#include <vector>

#include "extractor/input/page_tree.h"

namespace demarche {

/// The story that a page tells, without what surrounds it.
struct MainText {
  std::string headline;  ///< As the page shows it; empty: not found.
  /// Headline, paragraphs, "## cross-heads" and "- items" with an empty line
  /// between any two.
  std::string text;
  /// The nodes from the headline to the end of the story.
  std::uint32_t begin = 0, end = 0;
};

/// Finds the story.  `title` is what the page's metadata call it, or empty.
///
/// What the page sets apart as a quotation without quotation marks gets them:
/// those are somebody's words, and the text alone has to say so.
MainText find_main_text(const PageTree& tree, const std::vector<bool>& clutter,
                        std::string_view title);

}  // namespace demarche

#endif
