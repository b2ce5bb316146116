#include "extractor/input/documents.h"

#include <utility>

#include "extractor/input/file_stream.h"
#include "extractor/input/gzip_stream.h"

namespace demarche {
namespace {

std::string file_name(const std::string& path) {
  return path.substr(path.rfind('/') + 1);
}

std::string without_packing(const std::string& label) {
  for (const std::string_view end : {".gz", ".xz", ".zst", ".bz2", ".lz4"})
    if (label.size() > end.size() && label.ends_with(end))
      return label.substr(0, label.size() - end.size());
  return label;
}

}  // namespace

Documents::Documents(std::string path) : files_(std::move(path)) {}

std::optional<Document> Documents::next() {
  for (;;) {
    std::optional<Document> document;
    if (!archives_.empty()) {
      OpenArchive& from = *archives_.back();
      const auto member = from.archive.next_member();
      if (member)
        document =
            open(from.name + ":" + *member, file_name(*member),
                 std::make_unique<MemberStream>(from.archive), from.depth);
      else
        archives_.pop_back();
    } else {
      const auto path = files_.next();
      if (!path) return std::nullopt;
      const std::string name = *path == "-" ? "stdin" : *path;
      document =
          open(name, file_name(name), std::make_unique<FileStream>(*path), 0);
    }
    if (document) return document;
  }
}

/// Unpacks what is packed; an archive is only opened, and gives no document.
std::optional<Document> Documents::open(std::string name, std::string label,
                                        std::unique_ptr<ByteStream> bytes,
                                        int depth) {
  for (;; ++depth) {
    auto reader = std::make_unique<ByteReader>(std::move(bytes), name);
    const Content content = detect_content(reader->peek(seen_of_content));
    if (content > Content::zip)
      return Document{std::move(name), std::move(label), std::move(reader),
                      content};
    if (depth == deepest_packing)
      throw Error(name + ": is packed more than " +
                  std::to_string(deepest_packing) + " times");
    if (content == Content::gzip) {
      bytes = std::make_unique<GzipStream>(std::move(reader), name);
    } else if (content == Content::packed) {
      bytes = std::make_unique<UnpackedStream>(std::move(reader), name);
    } else {
      const auto form =
          content == Content::tar ? Archive::Form::tar : Archive::Form::zip;
      archives_.push_back(std::make_unique<OpenArchive>(
          std::move(reader), std::move(name), form, depth + 1));
      return std::nullopt;
    }
    label = without_packing(label);
  }
}

}  // namespace demarche
