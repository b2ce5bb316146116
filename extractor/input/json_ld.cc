#include "extractor/input/json_ld.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "extractor/utf8.h"

namespace demarche {
namespace {

using nlohmann::json;

std::string string_of(const json& node, const char* key) {
  if (!node.is_object()) return "";
  const auto found = node.find(key);
  return found != node.end() && found->is_string() ? found->get<std::string>()
                                                   : "";
}

/// Whether "@type" is, or has among others, a kind of article.
bool is_article(const json& node) {
  const auto type = node.find("@type");
  if (type == node.end()) return false;
  const auto names_article = [](const json& name) {
    if (!name.is_string()) return false;
    const auto& text = name.get_ref<const std::string&>();
    return text.ends_with("Article") || text.ends_with("BlogPosting");
  };
  return type->is_array()
             ? std::any_of(type->begin(), type->end(), names_article)
             : names_article(*type);
}

/// All objects, those that hold others first.  No recursion: pages may nest
/// them as deep as they like.
std::vector<const json*> objects_of(const json& root) {
  std::vector<const json*> open = {&root}, objects;
  while (!open.empty()) {
    const json& node = *open.back();
    open.pop_back();
    if (node.is_object()) objects.push_back(&node);
    if (!node.is_structured()) continue;
    const std::size_t begin = open.size();
    for (const json& child : node)
      if (child.is_structured()) open.push_back(&child);
    std::reverse(open.begin() + static_cast<std::ptrdiff_t>(begin), open.end());
  }
  return objects;
}

const json& first_of(const json& value) {
  return value.is_array() && !value.empty() ? value.front() : value;
}

/// The name of a publisher, who may be described elsewhere under his "@id".
std::string name_of(const json& article,
                    const std::vector<const json*>& objects) {
  const auto found = article.find("publisher");
  if (found == article.end()) return "";
  const json& publisher = first_of(*found);
  if (publisher.is_string()) return publisher.get<std::string>();
  const std::string name = string_of(publisher, "name");
  const std::string id = string_of(publisher, "@id");
  if (!name.empty() || id.empty()) return name;
  for (const json* object : objects)
    if (string_of(*object, "@id") == id && object->contains("name"))
      return string_of(*object, "name");
  return "";
}

std::string url_of(const json& article) {
  const auto page = article.find("mainEntityOfPage");
  if (page != article.end()) {
    const json& first = first_of(*page);
    const std::string url =
        first.is_string() ? first.get<std::string>() : string_of(first, "@id");
    if (url.starts_with("http")) return url;
  }
  for (const char* key : {"url", "@id"}) {
    const std::string url = string_of(article, key);
    if (url.starts_with("http")) return url;
  }
  return "";
}

/// Line ends within strings are no JSON, but common; so is what hides the
/// script from old browsers.
json parse(std::string text) {
  for (char& c : text)
    if (c >= 0 && c < ' ') c = ' ';
  const std::size_t begin = text.find_first_of("{[");
  const std::size_t end = text.find_last_of("}]");
  if (begin == text.npos || end == text.npos || end < begin) return {};
  json value = json::parse(text.begin() + static_cast<std::ptrdiff_t>(begin),
                           text.begin() + static_cast<std::ptrdiff_t>(end) + 1,
                           nullptr, false);
  return value.is_discarded() ? json() : value;
}

}  // namespace

Metadata read_json_ld(std::string_view text) {
  const json root = parse(std::string(text));
  const auto objects = objects_of(root);
  const auto found =
      std::find_if(objects.begin(), objects.end(),
                   [](const json* object) { return is_article(*object); });
  if (found == objects.end()) return {};
  const json& article = **found;
  Metadata metadata;
  metadata.url = url_of(article);
  metadata.title = string_of(article, "headline");
  if (metadata.title.empty()) metadata.title = string_of(article, "name");
  metadata.published = string_of(article, "datePublished");
  metadata.publisher = name_of(article, objects);
  return metadata;
}

}  // namespace demarche
