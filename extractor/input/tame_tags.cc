#include "extractor/input/tame_tags.h"

#include <algorithm>

#include "extractor/characters.h"

namespace demarche {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/// Goes from tag to tag.
class TagTamer {
 public:
  explicit TagTamer(std::string& page) : page_(page) {}

  void apply() {
    while ((at_ = page_.find('<', at_)) != page_.npos) {
      ++at_;
      if (page_.compare(at_, 3, "!--") == 0)
        at_ = page_.find("-->", at_);
      else if (at_ < page_.size() && is_letter(page_[at_]))
        pass_tag();
      else if (ends_page())
        blank(at_ - 1, std::min(page_.find('>', at_), page_.size() - 1) + 1);
      if (at_ == page_.npos) return;
    }
  }

 private:
  bool ends_page() const {
    const std::string tag = lower_ascii(std::string_view(page_).substr(at_, 5));
    return tag == "/body" || tag == "/html";
  }

  void blank(std::size_t begin, std::size_t end) {
    std::fill(page_.begin() + static_cast<std::ptrdiff_t>(begin),
              page_.begin() + static_cast<std::ptrdiff_t>(end), ' ');
  }

  void pass_tag() {
    const std::size_t name = at_;
    while (at_ < page_.size() && !is_space(page_[at_]) && page_[at_] != '>')
      ++at_;
    const std::string tag =
        lower_ascii(std::string_view(page_).substr(name, at_ - name));
    std::size_t count = 0, surplus = page_.npos;
    for (; at_ < page_.size() && page_[at_] != '>'; pass_attribute())
      if (!is_space(page_[at_]) && page_[at_] != '/' &&
          ++count == most_attributes)
        surplus = at_;
    if (surplus != page_.npos) blank(surplus, at_);
    if (is_raw_element(tag)) pass_raw("</" + tag);
  }

  /// To the end of what is no markup.  "</script'" ends nothing, although the
  /// parser thinks so.
  void pass_raw(const std::string& end) {
    for (; (at_ = page_.find("</", at_)) != page_.npos; ++at_) {
      const std::string_view rest =
          std::string_view(page_).substr(at_, end.size() + 1);
      if (rest.size() <= end.size() ||
          lower_ascii(rest.substr(0, end.size())) != end)
        continue;
      if (is_space(rest.back()) || rest.back() == '/' || rest.back() == '>')
        return;
      page_[at_] = ' ';
    }
  }

  /// Behind an attribute, or behind one character that begins none.
  void pass_attribute() {
    if (is_space(page_[at_]) || page_[at_] == '/') {
      ++at_;
      return;
    }
    at_ = std::min(page_.find_first_of(" \t\n\r\f=>", at_ + 1), page_.size());
    const std::size_t sign = page_.find_first_not_of(" \t\n\r\f", at_);
    if (sign == page_.npos || page_[sign] != '=') return;
    at_ =
        std::min(page_.find_first_not_of(" \t\n\r\f", sign + 1), page_.size());
    if (at_ == page_.size()) return;
    const char quote = page_[at_];
    const bool quoted = quote == '"' || quote == '\'';
    const std::size_t end = quoted ? page_.find(quote, at_ + 1)
                                   : page_.find_first_of(" \t\n\r\f>", at_);
    at_ = std::min(end, page_.size() - quoted) + quoted;
  }

  std::string& page_;
  std::size_t at_ = 0;
};

}  // namespace

void tame_tags(std::string& page) { TagTamer(page).apply(); }

bool is_raw_element(std::string_view name) {
  return name == "script" || name == "style";
}

}  // namespace demarche
