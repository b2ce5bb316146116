#ifndef DEMARCHE_EXTRACTOR_JSONL_H_
#define DEMARCHE_EXTRACTOR_JSONL_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "extractor/article.h"

namespace demarche {

/// One line of a JSONL file: an article before it is read.
struct Record {
  std::string text;
  Metadata metadata;
};

/// The record of one line: `id url title published publisher text`; other keys
/// are ignored.  Broken UTF-8 and lone surrogates become U+FFFD.
///
/// Throws `Error` "file:line: problem" if the line is no JSON object, has no
/// `text`, or a known key has a value of the wrong kind.
Record parse_record(std::string line, const std::string& file,
                    std::size_t line_number);

}  // namespace demarche

#endif
