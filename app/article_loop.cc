#include "app/article_loop.h"

#include "app/data_files.h"

namespace demarche {

Extractor load_extractor(const ArticleOptions& options) {
  return Extractor(load_given_ontology(options.ontology),
                   Analyser::load(find_model(options.model)));
}

ExitStatus for_each_extraction(const ArticleOptions& options,
                               const Extractor& extractor,
                               const std::function<void(Extraction)>& take) {
  ArticleQueue queue(options);
  for_each_product(
      queue, extractor, options.threads,
      [](Extraction extraction) { return extraction; }, take);
  return queue.status();
}

void finish(ExitStatus status, Output& output) {
  if (status == ExitStatus::input_error && output.is_empty())
    output.abandon();
  else
    output.finish();
}

}  // namespace demarche
