// The only file that knows libxml2.  Its parser calls us for each tag, and
// makes no tree of its own.  Two things take it more than linear time, and are
// kept from it: elements in each other by the ten thousand, and elements with
// as many attributes.

#include "extractor/input/page_tree.h"

#ifdef DEMARCHE_HAS_LIBXML2
#include <libxml/HTMLparser.h>
#endif

#include <algorithm>
#include <memory>

#include "extractor/characters.h"
#include "extractor/input/charset.h"
#include "extractor/input/tame_tags.h"
#include "ontology/error.h"

namespace demarche {

std::string_view PageNode::attribute(std::string_view key) const {
  for (const auto& [name, value] : attributes)
    if (name == key) return value;
  return "";
}

bool PageNode::has(std::string_view key) const {
  return std::any_of(attributes.begin(), attributes.end(),
                     [&](const auto& each) { return each.first == key; });
}

std::string text_of(const PageTree& tree, std::size_t node) {
  std::string text;
  for (std::size_t i = node; i < tree[node].end; ++i) text += tree[i].text;
  return text;
}

#ifndef DEMARCHE_HAS_LIBXML2

bool can_parse_pages() { return false; }

PageTree parse_page(std::string) {
  throw Error("is an HTML page, and this program was built without libxml2");
}

#else

namespace {

constexpr std::size_t block_size = 4096;

/// "&#146;" is meant in windows-1252.
void mend_controls(std::string& text) {
  std::size_t at = text.find('\xc2');
  if (at == text.npos) return;
  std::string mended = text.substr(0, at);
  for (; at < text.size(); ++at) {
    const bool control = text[at] == '\xc2' && at + 1 < text.size() &&
                         static_cast<unsigned char>(text[at + 1]) < 0xa0;
    if (control)
      append_utf8(windows_1252(static_cast<unsigned char>(text[++at])), mended);
    else
      mended += text[at];
  }
  text = std::move(mended);
}

/// What the parser tells, as a tree.
class TreeBuilder {
 public:
  TreeBuilder() {
    tree_.emplace_back();
    tree_[0].name = "#page";
  }

  /// One parser after another, each for no more than it may hold open.
  void parse(std::string_view page) {
    while (!page.empty()) page.remove_prefix(parse_some(page));
  }

  PageTree finish() {
    while (open_.size() > 1) close();
    tree_[0].end = size();
    return std::move(tree_);
  }

 private:
  static TreeBuilder& self(void* context) {
    return *static_cast<TreeBuilder*>(context);
  }

  std::uint32_t size() const {
    return static_cast<std::uint32_t>(tree_.size());
  }

  /// Parses until the end or too deep, and returns how far that is.  What the
  /// parser tells after that is not heard.
  std::size_t parse_some(std::string_view page) {
    htmlSAXHandler handler = {};
    handler.startElement = [](void* context, const xmlChar* name,
                              const xmlChar** attributes) {
      self(context).start(name, attributes);
    };
    handler.endElement = [](void* context, const xmlChar* name) {
      self(context).end(name);
    };
    const auto text = [](void* context, const xmlChar* bytes, int size) {
      self(context).add_text({reinterpret_cast<const char*>(bytes),
                              static_cast<std::size_t>(size)});
    };
    handler.characters = text;
    handler.cdataBlock = text;
    const std::unique_ptr<htmlParserCtxt, decltype(&htmlFreeParserCtxt)> parser(
        htmlCreatePushParserCtxt(&handler, this, nullptr, 0, nullptr,
                                 XML_CHAR_ENCODING_UTF8),
        htmlFreeParserCtxt);
    if (!parser) throw Error("too little memory for a page");
    htmlCtxtUseOptions(parser.get(),
                       HTML_PARSE_RECOVER | HTML_PARSE_NOERROR |
                           HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                           HTML_PARSE_IGNORE_ENC | XML_PARSE_HUGE);
    parser_ = parser.get();
    depth_ = 0;
    stopped_at_ = 0;
    for (std::size_t at = 0; at < page.size() && stopped_at_ == 0;) {
      const std::string_view block = block_at(page, at);
      htmlParseChunk(parser_, block.data(), static_cast<int>(block.size()), 0);
      at += block.size();
    }
    if (stopped_at_ == 0) htmlParseChunk(parser_, "", 0, 1);
    return stopped_at_ == 0 ? page.size() : behind_tag(page);
  }

  /// Some bytes, and those that the last character of them still has.
  static std::string_view block_at(std::string_view page, std::size_t at) {
    std::size_t end = std::min(at + block_size, page.size());
    while (end < page.size() && (page[end] & '\xc0') == '\x80') ++end;
    return page.substr(at, end - at);
  }

  /// The parser stands before the ">" of the tag that was one too many.
  std::size_t behind_tag(std::string_view page) const {
    const std::size_t rest = page.find_first_not_of(" \t\n\r\f/", stopped_at_);
    return rest != page.npos && page[rest] == '>' ? rest + 1 : stopped_at_;
  }

  void start(const xmlChar* name, const xmlChar** attributes) {
    if (stopped_at_ != 0) return;
    // What was closed last may stay open too long, but never too deep.
    if (open_.size() > deepest_element) close();
    PageNode node;
    node.name = reinterpret_cast<const char*>(name);
    node.parent = open_.back();
    for (; attributes != nullptr && *attributes != nullptr; attributes += 2)
      node.attributes.emplace_back(
          reinterpret_cast<const char*>(attributes[0]),
          attributes[1] == nullptr
              ? ""
              : reinterpret_cast<const char*>(attributes[1]));
    const bool raw = is_raw_element(node.name);
    open_.push_back(size());
    tree_.push_back(std::move(node));
    if (++depth_ < deepest_element || raw) return;
    const long at = xmlByteConsumed(parser_);
    stopped_at_ = at < 1 ? 1 : static_cast<std::size_t>(at);
  }

  void end(const xmlChar* name) {
    if (stopped_at_ != 0) return;
    --depth_;
    if (open_.size() > 1 &&
        tree_[open_.back()].name == reinterpret_cast<const char*>(name))
      close();
  }

  void add_text(std::string_view bytes) {
    if (stopped_at_ != 0) return;
    PageNode& last = tree_.back();
    if (last.is_text() && last.parent == open_.back() && last.end == 0) {
      last.text += bytes;
      return;
    }
    PageNode node;
    node.text = bytes;
    node.parent = open_.back();
    tree_.push_back(std::move(node));
  }

  void close() {
    tree_[open_.back()].end = size();
    open_.pop_back();
  }

  PageTree tree_;
  std::vector<std::uint32_t> open_ = {0};
  xmlParserCtxt* parser_ = nullptr;
  int depth_ = 0;               ///< Of the elements that it holds open.
  std::size_t stopped_at_ = 0;  ///< Where it became too deep; 0: nowhere.
};

}  // namespace

bool can_parse_pages() { return true; }

PageTree parse_page(std::string page) {
  std::replace(page.begin(), page.end(), '\0', ' ');
  tame_tags(page);
  TreeBuilder builder;
  builder.parse(page);
  PageTree tree = builder.finish();
  for (std::size_t i = 1; i < tree.size(); ++i) {
    mend_controls(tree[i].text);
    for (auto& attribute : tree[i].attributes) mend_controls(attribute.second);
    if (tree[i].is_text()) tree[i].end = static_cast<std::uint32_t>(i + 1);
  }
  return tree;
}

#endif

}  // namespace demarche
