#ifndef DEMARCHE_EXTRACTOR_INPUT_PAGE_TREE_H_
#define DEMARCHE_EXTRACTOR_INPUT_PAGE_TREE_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace demarche {

/// An element of a page, or a run of text in one.
struct PageNode {
  std::string name;  ///< In lower case; empty: text.
  std::string text;  ///< Of a run of text, with characters for entities.
  std::vector<std::pair<std::string, std::string>> attributes;
  std::uint32_t parent = 0;
  std::uint32_t end = 0;  ///< Behind the last node in it.

  bool is_text() const { return name.empty(); }

  /// The value of an attribute; empty: it has none, or an empty one.
  std::string_view attribute(std::string_view name) const;
  bool has(std::string_view name) const;
};

/// The nodes of a page in the order of its text: an element stands before what
/// it holds.  Node 0 holds all others and has no parent but itself.
using PageTree = std::vector<PageNode>;

/// Elements that lie deeper than this are taken out of those around them, as
/// browsers do.
constexpr int deepest_element = 512;

/// Whether the program was built with the parser (libxml2).
bool can_parse_pages();

/// The tree of a page.  Every text is one, however broken.  Takes time in
/// proportion to its length.  Precondition: valid UTF-8.  Throws `Error` if
/// the program was built without the parser.
PageTree parse_page(std::string page);

/// All text below a node, as it stands there.
std::string text_of(const PageTree& tree, std::size_t node);

}  // namespace demarche

#endif
