#ifndef DEMARCHE_EXTRACTOR_INPUT_CONTENT_H_
#define DEMARCHE_EXTRACTOR_INPUT_CONTENT_H_

#include <cstddef>
#include <string_view>

namespace demarche {

/// What bytes are, as far as their beginning tells.
enum class Content {
  gzip,
  packed,  ///< By xz, zstd, bzip2 or lz4.
  tar,
  zip,
  warc,
  html,
  jsonl,
  text  ///< Anything else; a digest is recognised when it has been read.
};

/// How much of the beginning must be seen.
constexpr std::size_t seen_of_content = 65536;

/// What begins with these bytes.  Precondition: `beginning` has
/// `seen_of_content` bytes, or is all there is.
Content detect_content(std::string_view beginning);

}  // namespace demarche

#endif
