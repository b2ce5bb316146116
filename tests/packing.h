#ifndef DEMARCHE_TESTS_PACKING_H_
#define DEMARCHE_TESTS_PACKING_H_

#include <string>
#include <utility>
#include <vector>

namespace demarche {

/// Names of members and what is in them.
using Members = std::vector<std::pair<std::string, std::string>>;

/// One member of gzip.
std::string gzip(const std::string& bytes);

/// The others give nothing where the program has no libarchive: tests that use
/// them begin with `can_open_archives`.
///
/// What a filter of libarchive, "xz", "zstd", "bzip2" or "lz4", makes of it.
std::string pack(const std::string& bytes, const std::string& filter);

std::string tar(const Members& members);
std::string zip(const Members& members);

}  // namespace demarche

#endif
