#ifndef DEMARCHE_EXTRACTOR_INPUT_HTML_PAGE_H_
#define DEMARCHE_EXTRACTOR_INPUT_HTML_PAGE_H_

#include <string>
#include <string_view>
#include <vector>

#include "extractor/jsonl.h"

namespace demarche {

/// The story of a page of HTML and what the page says of it, without an id.
struct HtmlPage {
  Record record;
  std::vector<std::string> warnings;
};

/// Reads a page; every sequence of bytes is one.  `charset` is that of an HTTP
/// header, or empty.  The text of the record is the page's main text, which
/// `read_article` reads like any other.
///
/// Throws `Error`, without a name, if the program was built without a parser.
HtmlPage read_page(std::string bytes, std::string_view charset = "");

}  // namespace demarche

#endif
