#include "ontology/ontology_cache.h"

#include <unistd.h>
#include <utf8proc.h>

#include <algorithm>
#include <atomic>
#include <bit>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <optional>

#include "ontology/error.h"
#include "ontology/loader_digest.h"
#include "ontology/mapped_file.h"
#include "ontology/ontology_image.h"
#include "ontology/ontology_loader.h"
#include "ontology/sha256.h"

namespace demarche {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view magic = "DEMARONT";
constexpr std::string_view extension = ".ontology";
constexpr std::size_t digest_size = sizeof(Sha256::Digest);
constexpr std::size_t head_size = magic.size() + 2 * digest_size;
constexpr std::size_t most_files = 8;

std::string_view bytes_of(const Sha256::Digest& digest) {
  return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

/// What an image is made of, in the byte order of what it is made by.
Sha256::Digest key_of(const std::string& digest_of_sources) {
  const bool little = std::endian::native == std::endian::little;
  return sha256(std::string(loader_digest) + "\n" + utf8proc_version() + "\n" +
                (little ? "little" : "big") + "\n" + digest_of_sources);
}

/// The image in a file, if it is whole and of this key.
std::optional<Ontology> find_in(const std::string& path,
                                const Sha256::Digest& key) {
  std::error_code none;
  if (!fs::is_regular_file(path, none)) return std::nullopt;
  try {
    MappedFile file(path);
    const std::string_view bytes = file.bytes();
    if (bytes.size() < head_size || !bytes.starts_with(magic) ||
        bytes.substr(magic.size(), digest_size) != bytes_of(key) ||
        bytes.substr(magic.size() + digest_size, digest_size) !=
            bytes_of(sha256(bytes.substr(head_size))))
      return std::nullopt;
    return OntologyImage::read(std::move(file), head_size);
  } catch (const Error&) {
    return std::nullopt;
  }
}

/// Whole or not at all, also while others write the same file.
bool write_file(const std::string& path, const Sha256::Digest& key,
                std::string_view image) {
  static std::atomic<unsigned> count = 0;
  const std::string unfinished =
      path + "." + std::to_string(getpid()) + "." + std::to_string(count++);
  {
    std::ofstream file(unfinished, std::ios::binary);
    file << magic << bytes_of(key) << bytes_of(sha256(image)) << image;
    file.close();
    if (file && std::rename(unfinished.c_str(), path.c_str()) == 0) return true;
  }
  std::remove(unfinished.c_str());
  return false;
}

/// Removes all but the newest files, and those that a killed process left.
void prune(const std::string& folder) {
  std::error_code error;
  std::vector<std::pair<fs::file_time_type, fs::path>> files;
  for (const auto& entry : fs::directory_iterator(folder, error))
    if (entry.path().filename().string().find(extension) != std::string::npos)
      files.emplace_back(entry.last_write_time(error), entry.path());
  std::sort(files.rbegin(), files.rend());
  for (std::size_t i = most_files; i < files.size(); ++i)
    fs::remove(files[i].second, error);
}

std::string path_in(const std::string& folder, const Sha256::Digest& key) {
  return folder + "/" + hexadecimal(key) + std::string(extension);
}

void keep(const std::string& folder, const Sha256::Digest& key,
          std::string_view image) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (!error && write_file(path_in(folder, key), key, image)) prune(folder);
}

std::optional<Ontology> find(const std::string& folder,
                             const OntologyCache& cache) {
  if (cache.files.empty() && cache.folder.empty()) return std::nullopt;
  const Sha256::Digest key = key_of(digest_of_sources(folder));
  for (const std::string& file : cache.files)
    if (auto found = find_in(file, key)) return found;
  if (cache.folder.empty()) return std::nullopt;
  return find_in(path_in(cache.folder, key), key);
}

}  // namespace

Ontology load_ontology(const std::string& folder, const OntologyCache& cache) {
  if (auto found = find(folder, cache)) return std::move(*found);
  // What was read for the digest may have changed since.
  const OntologySources sources = load_sources(folder);
  std::vector<char> image = OntologyLoader().compile(sources);
  if (!cache.folder.empty())
    keep(cache.folder, key_of(sources.digest), {image.data(), image.size()});
  return OntologyImage::read(std::move(image)).value();
}

void save_compiled(const std::string& folder, const std::string& file) {
  const OntologySources sources = load_sources(folder);
  const std::vector<char> image = OntologyLoader().compile(sources);
  if (!write_file(file, key_of(sources.digest), {image.data(), image.size()}))
    throw Error(file + ": cannot write");
}

}  // namespace demarche
