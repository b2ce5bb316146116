#include "app/article_loop.h"

#include <functional>
#include <future>

#include "app/data_files.h"

namespace demarche {

Extractor load_extractor(const ArticleOptions& options) {
  // At the same time, as neither needs the other.
  auto ontology = std::async(load_given_ontology, std::cref(options.ontology));
  auto analyser = Analyser::load(find_model(options.model));
  return Extractor(ontology.get(), std::move(analyser),
                   options.least_confidence);
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
