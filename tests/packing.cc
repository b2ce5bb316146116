#include "tests/packing.h"

#include <zlib.h>

#ifdef DEMARCHE_HAS_LIBARCHIVE
#include <archive.h>
#include <archive_entry.h>
#endif

#include <stdexcept>

namespace demarche {
std::string gzip(const std::string& bytes) {
  z_stream z = {};
  deflateInit2(&z, 9, Z_DEFLATED, 16 + MAX_WBITS, 9, Z_DEFAULT_STRATEGY);
  std::string packed(deflateBound(&z, bytes.size()) + 64, '\0');
  z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  z.avail_in = static_cast<uInt>(bytes.size());
  z.next_out = reinterpret_cast<Bytef*>(packed.data());
  z.avail_out = static_cast<uInt>(packed.size());
  deflate(&z, Z_FINISH);
  packed.resize(z.total_out);
  deflateEnd(&z);
  return packed;
}

#ifdef DEMARCHE_HAS_LIBARCHIVE

namespace {

la_ssize_t append(archive*, void* bytes, const void* block, size_t size) {
  static_cast<std::string*>(bytes)->append(static_cast<const char*>(block),
                                           size);
  return static_cast<la_ssize_t>(size);
}

void check(archive* a, int result) {
  if (result < ARCHIVE_WARN) throw std::runtime_error(archive_error_string(a));
}

std::string write_archive(const Members& members, const char* filter,
                          int (*set_format)(archive*)) {
  std::string bytes;
  archive* a = archive_write_new();
  check(a, set_format(a));
  if (filter != nullptr) check(a, archive_write_add_filter_by_name(a, filter));
  archive_write_set_bytes_per_block(a, 0);
  check(a, archive_write_open2(a, &bytes, nullptr, append, nullptr, nullptr));
  for (const auto& [name, data] : members) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_size(entry, static_cast<la_int64_t>(data.size()));
    check(a, archive_write_header(a, entry));
    archive_write_data(a, data.data(), data.size());
    archive_entry_free(entry);
  }
  check(a, archive_write_close(a));
  archive_write_free(a);
  return bytes;
}

}  // namespace

std::string pack(const std::string& bytes, const std::string& filter) {
  return write_archive({{"x", bytes}}, filter.c_str(),
                       archive_write_set_format_raw);
}

std::string tar(const Members& members) {
  return write_archive(members, nullptr,
                       archive_write_set_format_pax_restricted);
}

std::string zip(const Members& members) {
  return write_archive(members, nullptr, archive_write_set_format_zip);
}

#else

std::string pack(const std::string&, const std::string&) { return ""; }
std::string tar(const Members&) { return ""; }
std::string zip(const Members&) { return ""; }

#endif

}  // namespace demarche
