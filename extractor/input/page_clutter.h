#ifndef DEMARCHE_EXTRACTOR_INPUT_PAGE_CLUTTER_H_
#define DEMARCHE_EXTRACTOR_INPUT_PAGE_CLUTTER_H_

#include <vector>

#include "extractor/input/page_tree.h"

namespace demarche {

/// Which nodes of a page are no part of its story: scripts, navigation, cookie
/// banners, share bars, comments, advertisements, other stories, and all that
/// is in them.  Told by element, role and the words of class and id.
std::vector<bool> find_clutter(const PageTree& tree);

/// Whether an element begins and ends a block of text: a paragraph, a list.
bool is_block(const PageNode& node);

}  // namespace demarche

#endif
