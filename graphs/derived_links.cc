#include "graphs/derived_links.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <tuple>

#include "graphs/named_graphs.h"
#include "graphs/sord_sink.h"
#include "ontology/sha256.h"
#include "ontology/vocabulary.h"

namespace demarche {
namespace {

constexpr std::size_t least_common = 4;
constexpr double least_overlap = 0.5;

/// Whether two lists of places, one a line, have one in common.
bool share_place(std::string_view a, std::string_view b) {
  while (!a.empty()) {
    const auto place = a.substr(0, a.find('\n') + 1);
    for (auto rest = b; !rest.empty(); rest.remove_prefix(rest.find('\n') + 1))
      if (rest.substr(0, rest.find('\n') + 1) == place) return true;
    a.remove_prefix(place.size());
  }
  return false;
}

}  // namespace

std::optional<DerivedLink> link_events(const EventFeatures& a,
                                       const EventFeatures& b) {
  const auto distance = std::abs(a.day - b.day);
  const bool both_stated = a.is_stated && b.is_stated;
  if (distance > (both_stated ? 0 : 1)) return std::nullopt;
  const bool same_place = share_place(a.places, b.places);
  if (!a.places.empty() && !b.places.empty() && !same_place)
    return std::nullopt;
  DerivedLink link{std::min(a.iri, b.iri), vocabulary::dm::same_event_as,
                   std::max(a.iri, b.iri), 0.5, "same type and actors"};
  if (both_stated) {
    link.confidence += 0.3;
    link.reason += ", same date";
  } else {
    link.confidence += distance == 0 ? 0.1 : 0.0;
    link.reason += distance == 0 ? ", same date by publication"
                                 : ", a day apart by publication";
  }
  if (same_place) {
    link.confidence += 0.15;
    link.reason += ", same place";
  }
  return link;
}

std::optional<DerivedLink> link_copies(const SampledArticle& a,
                                       const SampledArticle& b,
                                       std::size_t common) {
  const auto smaller = std::min(a.runs, b.runs);
  const auto all = a.runs + b.runs - common;
  if (common < least_common || all == 0) return std::nullopt;
  const auto overlap = static_cast<double>(common) / static_cast<double>(all);
  // A shortened copy lies almost wholly in the longer text.
  const auto contained =
      static_cast<double>(common) / static_cast<double>(smaller);
  if (overlap < least_overlap && contained < 0.8) return std::nullopt;
  const auto age = [](const SampledArticle& article) {
    return std::tuple(article.published.empty(), article.published,
                      article.iri);
  };
  const bool is_later = age(b) < age(a);
  return DerivedLink{
      is_later ? a.iri : b.iri, vocabulary::dm::near_copy_of,
      is_later ? b.iri : a.iri, std::max(overlap, contained),
      fmt::format("{} of {} sampled runs of five words in common", common,
                  all)};
}

std::vector<RdfStatement> statements_of(const DerivedLink& link) {
  const std::string graph(derived_graph);
  const std::string predicate(link.predicate);
  const auto key = link.subject + "\n" + predicate + "\n" + link.object;
  const auto iri = graph + "#link=" + hexadecimal(sha256(key)).substr(0, 16);
  std::vector<RdfStatement> statements;
  const auto add = [&](std::string_view property, RdfTerm object) {
    statements.push_back(
        {iri, std::string(property), std::move(object), graph});
  };
  statements.push_back({link.subject, predicate, iri_term(link.object), graph});
  add(vocabulary::rdf::type, iri_term(vocabulary::dm::link));
  add(vocabulary::rdf::subject, iri_term(link.subject));
  add(vocabulary::rdf::predicate, iri_term(predicate));
  add(vocabulary::rdf::object, iri_term(link.object));
  add(vocabulary::dm::confidence,
      {RdfTerm::Kind::literal, fmt::format("{:.2f}", link.confidence),
       std::string(vocabulary::xsd::decimal), ""});
  add(vocabulary::dm::reason, {RdfTerm::Kind::literal, link.reason, "", "en"});
  return statements;
}

}  // namespace demarche
