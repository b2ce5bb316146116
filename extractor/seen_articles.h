#ifndef DEMARCHE_EXTRACTOR_SEEN_ARTICLES_H_
#define DEMARCHE_EXTRACTOR_SEEN_ARTICLES_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "extractor/article.h"

namespace demarche {

/// Remembers the articles that have been read, by digests of IRI and text, in
/// 24 to 64 bytes each: whole corpora fit.
///
/// Of an IRI 128 bits are kept and of its text 64, so that among 10⁹ articles
/// two IRIs are taken for one with a chance of about 10⁻²¹.
class SeenArticles {
 public:
  enum class Answer {
    is_new,   ///< And known from now on.
    is_same,  ///< IRI and text were there.
    differs   ///< The IRI was there with another text.
  };

  Answer add(const Article& article);

  std::size_t size() const { return size_; }

 private:
  struct Entry {
    std::uint64_t first = 0, second = 0;  ///< Of the IRI; both 0: free.
    std::uint64_t text = 0;
  };

  Entry& place_of(const Entry& entry);
  void grow();

  std::vector<Entry> entries_;  ///< A power of two, at most 3/4 taken.
  std::size_t size_ = 0;
};

}  // namespace demarche

#endif
