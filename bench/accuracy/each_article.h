#ifndef DEMARCHE_BENCH_ACCURACY_EACH_ARTICLE_H_
#define DEMARCHE_BENCH_ACCURACY_EACH_ARTICLE_H_

#include <exception>
#include <iostream>
#include <string>
#include <utility>

#include "extractor/article_source.h"
#include "extractor/extractor.h"

namespace demarche {

/// The main program of a driver: extracts the JSON lines of standard input and
/// calls `write(extraction, extractor)` for each article.  The arguments are
/// ONTOLOGY and MODEL; without them those of the source tree are taken.
/// Returns the exit status.
template <class Write>
int for_each_article(int count, char** arguments, Write write) {
  const std::string source = DEMARCHE_SOURCE_DIR;
  const std::string ontology = count > 1 ? arguments[1] : source + "/ontology";
  const std::string model =
      count > 2 ? arguments[2] : source + "/models/demarche.model";
  try {
    const Extractor extractor(Ontology::load(ontology), Analyser::load(model));
    ArticleSource articles("-", InputKind::jsonl);
    while (auto reading = articles.next())
      write(extractor.extract(std::move(reading->article)), extractor);
    return 0;
  } catch (const std::exception& problem) {
    std::cerr << problem.what() << '\n';
    return 2;
  }
}

}  // namespace demarche

#endif
