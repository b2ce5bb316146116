#ifndef DEMARCHE_TESTS_COMPARED_H_
#define DEMARCHE_TESTS_COMPARED_H_

#include <span>
#include <string>
#include <vector>

#include "extractor/article_reader.h"
#include "graphs/compare.h"
#include "graphs/compare_words.h"
#include "tests/shipped.h"

namespace demarche {

/// Accounts of outlets called A, B, …, published on one day.
class Compared {
 public:
  explicit Compared(const std::vector<std::string>& texts) {
    for (const std::string& text : texts) {
      Metadata metadata;
      metadata.id = "outlet-" + std::to_string(articles_.size());
      metadata.publisher = std::string(1, static_cast<char>('A' + count()));
      metadata.published = "2023-01-12";
      articles_.push_back(shipped_extractor().extract(
          read_article(text, metadata, ArticleForm::detect).article));
    }
    comparison = compare(articles_, ontology());
  }

  static const Ontology& ontology() { return shipped_extractor().ontology(); }
  std::size_t count() const { return articles_.size(); }
  std::span<const Extraction> articles() const { return articles_; }

  std::string trigger(std::uint32_t claim) const {
    return excerpt(claim).words;
  }

  /// "A blocked / B blocked", by sides and triggers.
  std::vector<std::string> shared() const {
    std::vector<std::string> all;
    for (const auto& one : comparison.shared) {
      std::string words;
      for (const auto claim : one.claims)
        words += (words.empty() ? "" : " / ") + print(claim);
      all.push_back(words);
    }
    return all;
  }

  /// "number: A killed / B killed".
  std::vector<std::string> contradictions() const {
    std::vector<std::string> all;
    for (const auto& one : comparison.contradictions)
      all.push_back(std::string(name_of(one.match.contrast)) + ": " +
                    print(one.first) + " / " + print(one.second));
    return all;
  }

  std::vector<std::string> only(std::size_t side) const {
    std::vector<std::string> all;
    for (const auto claim : comparison.only[side])
      all.push_back(trigger(claim));
    return all;
  }

  Comparison comparison;

 private:
  Excerpt excerpt(std::uint32_t claim) const {
    return marked_sentence(comparison.claims[claim], articles_);
  }

  std::string print(std::uint32_t claim) const {
    return comparison.sides[comparison.claims[claim].side].name + " " +
           trigger(claim);
  }

  std::vector<Extraction> articles_;
};

}  // namespace demarche

#endif
