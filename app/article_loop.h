#ifndef DEMARCHE_APP_ARTICLE_LOOP_H_
#define DEMARCHE_APP_ARTICLE_LOOP_H_

#include <cstddef>
#include <functional>
#include <utility>

#include "app/article_queue.h"
#include "app/free_memory.h"
#include "app/options.h"
#include "app/ordered_pipeline.h"
#include "app/output.h"
#include "app/progress.h"
#include "extractor/extraction.h"
#include "extractor/extractor.h"

namespace demarche {

/// After how many articles memory that is free goes back to the system.
inline constexpr std::size_t articles_between_returns = 50;

/// The extractor that the options ask for.  Throws `Error` if the ontology or
/// the model cannot be loaded.
Extractor load_extractor(const ArticleOptions& options);

/// Extracts the articles of a queue on as many threads as asked for, has `make`
/// turn each extraction into something else on the same thread, and gives that
/// to `take`: one at a time, in the order of the articles, on any thread.
template <typename Make, typename Take>
void for_each_product(ArticleQueue& queue, const Extractor& extractor,
                      unsigned threads, const Make& make, const Take& take) {
  Progress progress;
  std::size_t taken = 0;
  run_in_order(
      threads, [&] { return queue.next(); },
      [&](Article article) {
        return make(extractor.extract(std::move(article)));
      },
      [&](auto product) {
        take(std::move(product));
        if (++taken % articles_between_returns == 0) return_free_memory();
        progress.add(queue.share_read());
      });
}

/// The same for all articles of the options' files (app/article_queue.h), with
/// the extractions themselves.
ExitStatus for_each_extraction(const ArticleOptions& options,
                               const Extractor& extractor,
                               const std::function<void(Extraction)>& take);

/// Finishes the output, unless it is a file and nothing could be read for it.
void finish(ExitStatus status, Output& output);

}  // namespace demarche

#endif
