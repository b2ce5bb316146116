#ifndef DEMARCHE_TESTS_TEMPORARY_FOLDER_H_
#define DEMARCHE_TESTS_TEMPORARY_FOLDER_H_

#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace demarche {

/// A new folder that goes, with all it holds, at the end of the test.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string pattern = testing_folder() + "/demarche-XXXXXX";
    path_ = mkdtemp(pattern.data());
  }
  ~TemporaryFolder() { std::filesystem::remove_all(path_); }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::string& path() const { return path_; }

  /// Writes a file, "lexicon/verbs.ttl", with the folders on its way.
  /// Returns its full path.
  std::string write(const std::string& name, const std::string& bytes) const {
    const std::filesystem::path file = path_ + "/" + name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << bytes;
    return file.string();
  }

 private:
  static std::string testing_folder() {
    return std::filesystem::temp_directory_path().string();
  }

  std::string path_;
};

}  // namespace demarche

#endif
