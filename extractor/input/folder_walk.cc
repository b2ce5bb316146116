#include "extractor/input/folder_walk.h"

#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "ontology/error.h"

namespace demarche {

namespace fs = std::filesystem;

FolderWalk::FolderWalk(std::string path) {
  folders_.push_back({{std::move(path)}, 0});
}

std::optional<std::string> FolderWalk::next() {
  while (!folders_.empty()) {
    Folder& folder = folders_.back();
    if (folder.next == folder.paths.size()) {
      folders_.pop_back();
      continue;
    }
    std::string path = folder.paths[folder.next++];
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (fs::is_directory(status))
      enter(path);
    else if (folders_.size() > 1 && fs::exists(status) &&
             !fs::is_regular_file(status))
      throw Error(path + ": is neither a file nor a folder");
    else
      return path;
  }
  return std::nullopt;
}

void FolderWalk::enter(const std::string& path) {
  struct stat identity = {};
  if (stat(path.c_str(), &identity) != 0 ||
      !entered_.emplace(identity.st_dev, identity.st_ino).second)
    return;
  std::error_code error;
  Folder folder;
  for (fs::directory_iterator entry(path, error), end; !error && entry != end;
       entry.increment(error))
    folder.paths.push_back(entry->path().string());
  if (error) throw Error(path + ": " + error.message());
  std::sort(folder.paths.begin(), folder.paths.end());
  folders_.push_back(std::move(folder));
}

}  // namespace demarche
