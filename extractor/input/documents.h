#ifndef DEMARCHE_EXTRACTOR_INPUT_DOCUMENTS_H_
#define DEMARCHE_EXTRACTOR_INPUT_DOCUMENTS_H_

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "extractor/input/archive.h"
#include "extractor/input/byte_reader.h"
#include "extractor/input/content.h"
#include "extractor/input/folder_walk.h"

namespace demarche {

/// A text, a page, or a file of records, wherever it was found.
struct Document {
  std::string name;  ///< As messages call it: "news.tar.gz:a/1.html.gz".
  /// The name of the file alone, without what a packing adds to it: "1.html".
  std::string label;
  std::unique_ptr<ByteReader> bytes;
  Content content = Content::text;  ///< None that is packed.
};

/// The documents of a file: itself, what is packed in it, the members of an
/// archive, or the files of a folder, and so on for what is found in there.
class Documents {
 public:
  /// "-" is standard input.
  explicit Documents(std::string path);

  /// The next document, or nothing after the last one.  The one before must
  /// have been destroyed.  Throws `Error` for what cannot be opened; the next
  /// call goes on behind it.
  std::optional<Document> next();

 private:
  struct OpenArchive {
    OpenArchive(std::unique_ptr<ByteStream> bytes, std::string called,
                Archive::Form form, int packings)
        : archive(std::move(bytes), called, form),
          name(std::move(called)),
          depth(packings) {}
    Archive archive;
    std::string name;
    int depth;
  };

  std::optional<Document> open(std::string name, std::string label,
                               std::unique_ptr<ByteStream> bytes, int depth);

  FolderWalk files_;
  std::vector<std::unique_ptr<OpenArchive>> archives_;  ///< Each in the last.
};

}  // namespace demarche

#endif
