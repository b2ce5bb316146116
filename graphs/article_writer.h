#ifndef DEMARCHE_GRAPHS_ARTICLE_WRITER_H_
#define DEMARCHE_GRAPHS_ARTICLE_WRITER_H_

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "extractor/extraction.h"
#include "graphs/graph_options.h"
#include "graphs/statement_table.h"
#include "ontology/ontology.h"

namespace demarche {

/// The forms in which a corpus is written article by article: what one says
/// does not depend on the others.
enum class ArticleFormat {
  ntriples,  ///< In the order of `describe`.
  nquads,    ///< Canonical: sorted lines, each once.
  trig,      ///< After what `head_of` gives.
  events     ///< One line of JSON.
};

/// What comes before the first article, such as the prefixes of TriG.
std::string head_of(ArticleFormat format);

/// Takes what is printed, some at a time.
using WriteText = std::function<void(std::string_view)>;

/// All that an article says, for when its turn to be written has come.
class PrintedArticle {
 public:
  PrintedArticle(const Extraction& extraction, const Ontology& ontology,
                 const DescribeOptions& options, ArticleFormat format);

  void write(const WriteText& write) const;

 private:
  ArticleFormat format_;
  std::string bytes_;
  std::unique_ptr<StatementTable> table_;  ///< What is not printed yet.
};

/// The same, as a whole.  `head_of`, and this for one article after the
/// other, make a valid file.
std::string print_article(const Extraction& extraction,
                          const Ontology& ontology,
                          const DescribeOptions& options, ArticleFormat format);

}  // namespace demarche

#endif
