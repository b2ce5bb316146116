#include "graphs/html_writer.h"

#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <string_view>

#include "graphs/diagram_layout.h"
#include "graphs/page/page_parts.h"
#include "ontology/sha256.h"

namespace demarche {
namespace {

using Json = nlohmann::ordered_json;

/// The data of the page; graphs/page/drawing.js reads it.
class PageData {
 public:
  explicit PageData(const Diagram& diagram)
      : diagram_(diagram), layout_(lay_out(diagram)) {}

  Json make();

 private:
  std::size_t article(const SourceArticle& article);
  Json rows(const std::vector<Evidence>& evidence);
  Json box(std::size_t i);
  Json arrow(std::size_t i);

  const Diagram& diagram_;
  DiagramLayout layout_;
  std::map<SourceArticle, std::size_t> place_of_;
  std::map<Evidence, std::size_t> row_of_;
  Json articles_ = Json::array();
  Json rows_ = Json::array();
};

/// Whole pixels: enough to draw, and the same on every machine.
void add(const Rectangle& rectangle, Json& json) {
  json["x"] = std::lround(rectangle.x);
  json["y"] = std::lround(rectangle.y);
  json["width"] = std::lround(rectangle.width);
  json["height"] = std::lround(rectangle.height);
}

std::size_t PageData::article(const SourceArticle& article) {
  const auto [place, is_new] = place_of_.emplace(article, articles_.size());
  if (is_new)
    articles_.push_back({{"iri", article.iri},
                         {"title", article.title},
                         {"published", article.published},
                         {"publisher", article.publisher}});
  return place->second;
}

Json to_json(const Evidence& evidence, std::size_t article) {
  auto claimers = Json::array();
  for (const auto& claimer : evidence.claimers)
    claimers.push_back({{"name", claimer.name},
                        {"cue", claimer.cue},
                        {"how", words_for(claimer.factuality)}});
  return {{"before", evidence.excerpt.before},
          {"words", evidence.excerpt.words},
          {"after", evidence.excerpt.after},
          {"article", article},
          {"date", evidence.date},
          {"how", words_for(evidence.factuality)},
          {"claimers", claimers}};
}

/// The numbers of what is evidence; equal evidence is kept once.
Json PageData::rows(const std::vector<Evidence>& evidence) {
  auto numbers = Json::array();
  for (const auto& one : evidence) {
    const auto [place, is_new] = row_of_.emplace(one, rows_.size());
    if (is_new) rows_.push_back(to_json(one, article(one.article)));
    numbers.push_back(place->second);
  }
  return numbers;
}

Json PageData::box(std::size_t i) {
  const auto& box = diagram_.boxes[i];
  Json json = {{"label", box.label},
               {"short", shortened(box.label, most_in_box(diagram_))},
               {"actors", box.actors},
               {"relation", box.relation},
               {"iri", box.iri},
               {"type", box.type},
               {"shape", name_of(box.shape)},
               {"score", box.score},
               {"claimed", !box.asserted},
               {"rows", rows(box.evidence)}};
  add(layout_.boxes[i], json);
  return json;
}

Json PageData::arrow(std::size_t i) {
  const auto& arrow = diagram_.arrows[i];
  Json json = {{"from", arrow.from},          {"to", arrow.to},
               {"label", arrow.label},        {"score", arrow.score},
               {"asserted", arrow.asserted},  {"claimer", arrow.claimer},
               {"rows", rows(arrow.evidence)}};
  add(layout_.labels[i], json);
  return json;
}

Json PageData::make() {
  Json data = {{"title", diagram_.title},
               {"columns", diagram_.in_columns},
               {"longest", most_in_label},
               {"width", std::lround(layout_.width)},
               {"height", std::lround(layout_.height)},
               {"groups", Json::array()},
               {"boxes", Json::array()},
               {"arrows", Json::array()}};
  for (std::size_t i = 0; i < diagram_.groups.size(); ++i) {
    Json group = {{"label", diagram_.groups[i]}};
    add(layout_.groups[i], group);
    data["groups"].push_back(std::move(group));
  }
  for (std::size_t i = 0; i < diagram_.boxes.size(); ++i)
    data["boxes"].push_back(box(i));
  for (std::size_t i = 0; i < diagram_.arrows.size(); ++i)
    data["arrows"].push_back(arrow(i));
  data["articles"] = std::move(articles_);
  data["rows"] = std::move(rows_);
  return data;
}

/// JSON that no HTML parser takes for the end of a script.
std::string inert(const Json& json) {
  std::string text;
  for (const char c :
       json.dump(-1, ' ', false, Json::error_handler_t::replace)) {
    if (c == '<')
      text += "\\u003c";
    else
      text += c;
  }
  return text;
}

std::string base64(const Sha256::Digest& bytes) {
  constexpr std::string_view letters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    std::uint32_t group = 0;
    for (std::size_t j = 0; j < 3; ++j)
      group = group << 8 | (i + j < bytes.size() ? bytes[i + j] : 0U);
    for (int shift = 18; shift >= 0; shift -= 6)
      text += letters[group >> shift & 63U];
  }
  for (std::size_t i = 0; i < (3 - bytes.size() % 3) % 3; ++i)
    text[text.size() - 1 - i] = '=';
  return text;
}

/// Puts each value at its {{place}}, in the order of the page, so that nothing
/// inside a value is taken for a place.
std::string fill(std::string_view page,
                 const std::map<std::string_view, std::string>& values) {
  std::string filled;
  while (!page.empty()) {
    const auto begin = page.find("{{"), end = page.find("}}");
    filled += page.substr(0, begin);
    if (begin == std::string_view::npos || end == std::string_view::npos) break;
    filled += values.at(page.substr(begin + 2, end - begin - 2));
    page.remove_prefix(end + 2);
  }
  return filled;
}

}  // namespace

std::string to_html(const Diagram& diagram) {
  const std::string script(page_parts::script);
  return fill(page_parts::html.substr(1),  // The first line end is the build's.
              {{"policy",
                "default-src 'none'; style-src 'unsafe-inline'; "
                "script-src 'sha256-" +
                    base64(sha256(script)) + "'"},
               {"css", std::string(page_parts::css)},
               {"data", inert(PageData(diagram).make())},
               {"script", script}});
}

}  // namespace demarche
