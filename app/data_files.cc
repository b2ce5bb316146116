#include "app/data_files.h"

#include <cstdlib>
#include <filesystem>
#include <vector>

#include "ontology/error.h"

namespace demarche {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> data_folders() {
  std::vector<fs::path> folders;
  if (const char* folder = std::getenv("DEMARCHE_DATA"))
    folders.emplace_back(folder);
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (!error)
    folders.push_back(program.parent_path().parent_path() / "share/demarche");
  folders.emplace_back(DEMARCHE_SOURCE_DIR);
  folders.emplace_back(DEMARCHE_DATA_DIR);
  return folders;
}

std::string find(const std::string& given, const char* name, const char* what) {
  std::error_code error;
  if (!given.empty()) {
    if (fs::exists(given, error)) return given;
    throw Error(given + ": there is no such " + what);
  }
  for (const fs::path& folder : data_folders())
    if (fs::exists(folder / name, error)) return (folder / name).string();
  throw Error(std::string("the ") + what +
              " is not found; give its place with --" + what +
              " or in DEMARCHE_DATA");
}

}  // namespace

std::string find_ontology(const std::string& given) {
  return find(given, "ontology", "ontology");
}

std::string find_model(const std::string& given) {
  return find(given, "models/demarche.model", "model");
}

}  // namespace demarche
