#include "graphs/article_features.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <map>
#include <set>
#include <string_view>
#include <unordered_map>

#include "graphs/named_graphs.h"
#include "graphs/statement_check.h"
#include "ontology/sha256.h"
#include "ontology/sort_unique.h"
#include "ontology/vocabulary.h"

namespace demarche {
namespace {

namespace dm = vocabulary::dm;

constexpr std::size_t words_of_shingle = 5;
constexpr std::uint64_t sampled = 4;  // One of so many.

/// What is not the filler of a role though it links an event to an entity.
bool is_circumstance(std::string_view predicate) {
  return predicate == vocabulary::sem::has_place ||
         predicate == dm::on_behalf_of;
}

class FeatureReader {
 public:
  FeatureReader(const std::string& article,
                const std::vector<RdfStatement>& quads)
      : article_(article) {
    for (const auto& quad : quads) by_subject_[quad.subject].push_back(&quad);
  }

  ArticleFeatures read();

 private:
  std::string value(std::string_view subject, std::string_view predicate) const;
  bool is_local(std::string_view iri) const {
    return article_of(iri) == article_;
  }
  std::string actor(const std::string& iri) const;
  void read_event(const std::string& iri);
  std::int64_t day_of_event(const std::string& iri) const;

  const std::string& article_;
  std::map<std::string_view, std::vector<const RdfStatement*>> by_subject_;
  ArticleFeatures features_;
};

std::string FeatureReader::value(std::string_view subject,
                                 std::string_view predicate) const {
  const auto found = by_subject_.find(subject);
  if (found == by_subject_.end()) return "";
  for (const auto* quad : found->second)
    if (quad->predicate == predicate) return quad->object.text;
  return "";
}

/// What the filler of a role is called outside its article; or "".
std::string FeatureReader::actor(const std::string& iri) const {
  if (!is_local(iri)) return iri;
  auto state = value(iri, dm::acts_for);
  if (!state.empty() && !is_local(state)) return state;
  return value(iri, dm::same_entity_as);
}

std::int64_t FeatureReader::day_of_event(const std::string& iri) const {
  const auto time = value(iri, vocabulary::sem::has_time);
  return time.empty() ? 0 : day_of(value(time, vocabulary::time::in_xsd_date));
}

void FeatureReader::read_event(const std::string& iri) {
  std::set<std::string> actors, places;
  std::string type;
  for (const auto* quad : by_subject_.at(iri)) {
    if (quad->object.kind != RdfTerm::Kind::iri) continue;
    const auto& object = quad->object.text;
    if (quad->predicate == vocabulary::rdf::type) type = object;
    if (quad->predicate == vocabulary::sem::has_place && !is_local(object))
      places.insert(object);
    const bool is_role =
        quad->predicate.starts_with(vocabulary::ontology_namespace) &&
        !object.starts_with(vocabulary::ontology_namespace) &&
        !is_circumstance(quad->predicate);
    auto name = is_role ? actor(object) : "";
    if (name.starts_with(vocabulary::entity_namespace))
      actors.insert(std::move(name));
  }
  EventFeatures event{iri, type, day_of_event(iri), true, ""};
  if (event.day == 0) {
    event.day = day_of(features_.published);
    event.is_stated = false;
  }
  if (type == dm::frame || event.day == 0) return;
  if (actors.empty() || (actors.size() == 1 && places.empty())) return;
  for (const auto& actor : actors) event.key.append("\n").append(actor);
  for (const auto& place : places) event.places.append(place).append("\n");
  features_.events.push_back(std::move(event));
}

ArticleFeatures FeatureReader::read() {
  features_.iri = article_;
  std::set<std::string> events;
  for (const auto& [subject, quads] : by_subject_)
    for (const auto* quad : quads) {
      if (quad->predicate == vocabulary::nif::is_string) {
        features_.text_digest = hexadecimal(sha256(quad->object.text));
        features_.shingles = shingles_of(quad->object.text);
        features_.published =
            value(subject, vocabulary::schema::date_published);
      }
      if (quad->predicate == dm::claims) events.insert(quad->object.text);
    }
  for (const auto& iri : events)
    if (by_subject_.contains(iri) &&
        value(iri, vocabulary::rdf::type) != dm::standing)
      read_event(iri);
  return std::move(features_);
}

/// FNV-1a: the same on every machine.
std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001b3;
  }
  return hash ^ (hash >> 32U);
}

/// Letters and digits of any alphabet, those of ours in lower case.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  bool is_inside = false;
  for (char c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    const bool is_part = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                         static_cast<unsigned char>(c) >= 0x80;
    if (is_part && !is_inside) words.emplace_back();
    if (is_part) words.back() += c;
    is_inside = is_part;
  }
  return words;
}

}  // namespace

ArticleFeatures features_of(const std::string& article,
                            const std::vector<RdfStatement>& quads) {
  return FeatureReader(article, quads).read();
}

std::int64_t day_of(std::string_view date) {
  if (!is_lexical_form(date.substr(0, 10), vocabulary::xsd::date)) return 0;
  int year = 0;
  unsigned month = 0, day = 0;
  std::from_chars(date.data(), date.data() + 4, year);
  std::from_chars(date.data() + 5, date.data() + 7, month);
  std::from_chars(date.data() + 8, date.data() + 10, day);
  return std::chrono::sys_days(std::chrono::year(year) /
                               std::chrono::month(month) /
                               std::chrono::day(day))
      .time_since_epoch()
      .count();
}

std::vector<std::int64_t> shingles_of(std::string_view text) {
  const auto words = words_of(text);
  std::vector<std::int64_t> sample;
  for (std::size_t i = 0; i + words_of_shingle <= words.size(); ++i) {
    std::string run;
    for (std::size_t j = i; j < i + words_of_shingle; ++j)
      run.append(words[j]).append(" ");
    const auto hash = hash_of(run);
    if (hash % sampled == 0) sample.push_back(static_cast<std::int64_t>(hash));
  }
  sort_unique(sample);
  return sample;
}

}  // namespace demarche
