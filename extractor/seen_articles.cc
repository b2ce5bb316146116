// A table with open addressing: digests are evenly spread as they are.

#include "extractor/seen_articles.h"

#include <cstring>
#include <utility>

#include "ontology/sha256.h"

namespace demarche {

SeenArticles::Answer SeenArticles::add(const Article& article) {
  if (4 * size_ >= 3 * entries_.size()) grow();
  Entry entry;
  const auto iri = sha256(article.iri);
  std::memcpy(&entry.first, iri.data(), sizeof entry.first);
  std::memcpy(&entry.second, iri.data() + sizeof entry.first,
              sizeof entry.second);
  const auto text = sha256(article.text);
  std::memcpy(&entry.text, text.data(), sizeof entry.text);
  Entry& known = place_of(entry);
  if (known.first == entry.first && known.second == entry.second)
    return known.text == entry.text ? Answer::is_same : Answer::differs;
  known = entry;
  ++size_;
  return Answer::is_new;
}

/// Where an IRI's entry is, or belongs.
SeenArticles::Entry& SeenArticles::place_of(const Entry& entry) {
  for (std::size_t i = entry.first;; ++i) {
    Entry& there = entries_[i & (entries_.size() - 1)];
    if ((there.first == 0 && there.second == 0) ||
        (there.first == entry.first && there.second == entry.second))
      return there;
  }
}

void SeenArticles::grow() {
  const auto old = std::exchange(
      entries_,
      std::vector<Entry>(entries_.empty() ? 64 : 2 * entries_.size()));
  for (const Entry& entry : old)
    if (entry.first != 0 || entry.second != 0) place_of(entry) = entry;
}

}  // namespace demarche
