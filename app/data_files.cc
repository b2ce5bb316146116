#include "app/data_files.h"

#include <cstdlib>
#include <filesystem>
#include <vector>

#include "ontology/error.h"
#include "ontology/ontology_cache.h"

namespace demarche {
namespace {

namespace fs = std::filesystem;

/// Empty where the system does not tell.
fs::path program_folder() {
  std::error_code error;
  return fs::read_symlink("/proc/self/exe", error).parent_path();
}

std::vector<fs::path> data_folders() {
  std::vector<fs::path> folders;
  if (const char* folder = std::getenv("DEMARCHE_DATA"))
    folders.emplace_back(folder);
  const fs::path program = program_folder();
  if (!program.empty())
    folders.push_back(program.parent_path() / "share/demarche");
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

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

/// The user's folder of what can be made again (XDG Base Directory
/// Specification); "" if there is none.
std::string user_cache() {
  const std::string given = variable("XDG_CACHE_HOME");
  if (given.starts_with('/')) return given + "/demarche";
  const std::string home = variable("HOME");
  return home.starts_with('/') ? home + "/.cache/demarche" : "";
}

OntologyCache caches_of(std::string folder) {
  if (variable("DEMARCHE_CACHE") == "off") return {};
  while (folder.size() > 1 && folder.ends_with('/')) folder.pop_back();
  return {{folder + ".cache", (program_folder() / "ontology.cache").string()},
          user_cache()};
}

}  // namespace

Ontology load_given_ontology(const std::string& given) {
  const std::string folder = find_ontology(given);
  return load_ontology(folder, caches_of(folder));
}

std::string find_ontology(const std::string& given) {
  return find(given, "ontology", "ontology");
}

std::string find_model(const std::string& given) {
  return find(given, "models/demarche.model", "model");
}

}  // namespace demarche
