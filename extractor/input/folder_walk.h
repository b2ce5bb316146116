#ifndef DEMARCHE_EXTRACTOR_INPUT_FOLDER_WALK_H_
#define DEMARCHE_EXTRACTOR_INPUT_FOLDER_WALK_H_

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace demarche {

/// The files of a folder and of the folders in it, in order of their names,
/// byte by byte; or one file.
///
/// Symbolic links are followed, and each folder is entered once, so that links
/// that lead in circles end.
class FolderWalk {
 public:
  /// A path that is no folder is its only file, whether it is there or not.
  explicit FolderWalk(std::string path);

  /// The path of the next file, or nothing after the last one.  Throws `Error`
  /// for a folder that cannot be listed and for what is neither file nor
  /// folder; the next call goes on behind it.
  std::optional<std::string> next();

 private:
  struct Folder {
    std::vector<std::string> paths;
    std::size_t next = 0;
  };

  void enter(const std::string& path);

  std::vector<Folder> folders_;  ///< Each in the one before.
  /// Device and number of those that were entered.
  std::set<std::pair<unsigned long long, unsigned long long>> entered_;
};

}  // namespace demarche

#endif
