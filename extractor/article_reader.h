#ifndef DEMARCHE_EXTRACTOR_ARTICLE_READER_H_
#define DEMARCHE_EXTRACTOR_ARTICLE_READER_H_

#include <string>
#include <vector>

#include "extractor/article.h"

namespace demarche {

/// How the text of an article is divided into passages.
enum class ArticleForm { detect, plain, digest };

/// An article, and what its reader should be told about it.
struct Reading {
  Article article;
  std::vector<std::string> warnings;  ///< "the article is empty"
};

/// The article that these bytes are.  Every sequence of bytes is one: a BOM is
/// removed, broken UTF-8 replaced (`repair_utf8`), and what is odd is warned
/// of.
///
/// The IRI is that of the metadata's URL, or of the content if there is no URL
/// or it is none.  A date of publication that is not ISO 8601 is dropped, with
/// a warning.  Precondition: fewer than 2³² bytes.
Reading read_article(std::string bytes, Metadata metadata,
                     ArticleForm form = ArticleForm::detect);

}  // namespace demarche

#endif
