#ifndef DEMARCHE_APP_ARTICLE_LOOP_H_
#define DEMARCHE_APP_ARTICLE_LOOP_H_

#include <functional>

#include "app/options.h"
#include "app/output.h"
#include "extractor/extraction.h"
#include "extractor/extractor.h"

namespace demarche {

/// The extractor that the options ask for.  Throws `Error` if the ontology or
/// the model cannot be loaded.
Extractor load_extractor(const ArticleOptions& options);

/// Reads all articles of the options' files, extracts them on as many threads
/// as asked for, and gives them to `take` in their order, on this thread.
///
/// Warnings and input errors are printed.  An article whose IRI an earlier one
/// had with another text is an input error; with the same text it is skipped
/// with a warning.
ExitStatus for_each_extraction(const ArticleOptions& options,
                               const Extractor& extractor,
                               const std::function<void(Extraction)>& take);

/// Finishes the output, unless it is a file and nothing could be read for it.
void finish(ExitStatus status, Output& output);

}  // namespace demarche

#endif
