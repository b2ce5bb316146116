#include "graphs/link_records.h"

#include <nlohmann/json.hpp>

#include "ontology/error.h"

namespace demarche {
namespace {

using Json = nlohmann::ordered_json;

EventFeatures read_event(const Json& record) {
  return {record.at("iri"), record.at("key"), record.at("day"),
          record.at("stated"), record.at("places")};
}

SampledArticle read_article(const Json& record) {
  return {record.at("article"), record.at("published"), record.at("runs")};
}

}  // namespace

std::string print_link_keys(const ArticleFeatures& features) {
  std::string lines;
  const auto add = [&](const Json& record) {
    lines += record.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
  };
  for (const EventFeatures& event : features.events)
    add({{"key", event.key},
         {"day", event.day},
         {"iri", event.iri},
         {"stated", event.is_stated},
         {"places", event.places},
         {"article", features.iri}});
  for (const std::int64_t run : features.shingles)
    add({{"run", run},
         {"article", features.iri},
         {"published", features.published},
         {"runs", features.shingles.size()}});
  return lines;
}

std::optional<DerivedLink> link_pair(std::string_view line) {
  const Json pair = Json::parse(line, nullptr, false);
  if (pair.is_discarded()) throw Error("no pair: not JSON");
  try {
    const Json& a = pair.at("a");
    const Json& b = pair.at("b");
    if (a.contains("key")) return link_events(read_event(a), read_event(b));
    return link_copies(read_article(a), read_article(b), pair.at("common"));
  } catch (const Json::exception&) {
    throw Error("no pair: 'a' and 'b' must be lines of link --keys");
  }
}

}  // namespace demarche
