#include "extractor/input/html_page.h"

#include <utility>

#include "extractor/input/charset.h"
#include "extractor/input/main_text.h"
#include "extractor/input/page_clutter.h"
#include "extractor/input/page_metadata.h"
#include "extractor/input/page_tree.h"

namespace demarche {
HtmlPage read_page(std::string bytes, std::string_view charset) {
  HtmlPage page;
  if (const std::size_t count = make_utf8(bytes, charset))
    page.warnings.push_back(std::to_string(count) +
                            (count == 1 ? " sequence" : " sequences") +
                            " of broken UTF-8 replaced by U+FFFD");
  const PageTree tree = parse_page(std::move(bytes));
  const std::vector<bool> clutter = find_clutter(tree);
  Metadata metadata = find_metadata(tree);
  MainText story = find_main_text(tree, clutter, metadata.title);
  if (metadata.title.empty()) metadata.title = story.headline;
  if (metadata.published.empty())
    metadata.published = find_time(tree, story.begin, story.end);
  page.record = {std::move(story.text), std::move(metadata)};
  return page;
}

}  // namespace demarche
