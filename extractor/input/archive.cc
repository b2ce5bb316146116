#include "extractor/input/archive.h"

#ifdef DEMARCHE_HAS_LIBARCHIVE
#include <archive.h>
#include <archive_entry.h>
#endif

#include <cerrno>
#include <utility>

#include "extractor/utf8.h"

namespace demarche {

UnpackedStream::UnpackedStream(std::unique_ptr<ByteStream> packed,
                               const std::string& name)
    : archive_(std::move(packed), name, Archive::Form::packed) {}

std::size_t UnpackedStream::read(std::span<char> buffer) {
  if (!std::exchange(begun_, true) && !archive_.next_member()) return 0;
  return archive_.read(buffer);
}

#ifndef DEMARCHE_HAS_LIBARCHIVE

bool can_open_archives() { return false; }

Archive::Archive(std::unique_ptr<ByteStream> source, std::string name, Form)
    : source_(std::move(source), name), all_(0), of_member_(0) {
  throw Error(name +
              ": is packed or an archive, and this program was built without "
              "libarchive");
}

void Archive::Close::operator()(archive*) const {}
std::optional<std::string> Archive::next_member() { return std::nullopt; }
std::size_t Archive::read(std::span<char>) { return 0; }

#else

namespace {

constexpr std::size_t block_size = 65536;
constexpr std::uint64_t harmless_archive = std::uint64_t{1} << 30;  // 1 GiB

bool is_file(archive_entry* entry) {
  const auto type = archive_entry_filetype(entry);
  return (type == AE_IFREG || type == 0) &&
         archive_entry_hardlink(entry) == nullptr;
}

std::string readable(std::string name) {
  repair_utf8(name);
  for (char& c : name)
    if ((c >= 0 && c < ' ') || c == '\x7f') c = '?';
  return name;
}

std::string name_of(archive_entry* entry) {
  const char* name = archive_entry_pathname_utf8(entry);
  if (name == nullptr) name = archive_entry_pathname(entry);
  return readable(name == nullptr ? "?" : name);
}

}  // namespace

bool can_open_archives() { return true; }

void Archive::Close::operator()(archive* handle) const {
  archive_read_free(handle);
}

Archive::Archive(std::unique_ptr<ByteStream> source, std::string name,
                 Form form)
    : name_(std::move(name)),
      form_(form),
      source_(std::move(source), name_),
      block_(block_size),
      all_(source_.consumed(), harmless_archive),
      of_member_(source_.consumed()) {
  open();
}

void Archive::open() {
  handle_.reset(archive_read_new());
  archive* a = handle_.get();
  if (form_ == Form::tar) {
    archive_read_support_format_tar(a);
  } else if (form_ == Form::zip) {
    archive_read_support_format_zip_streamable(a);
  } else {
    archive_read_support_format_raw(a);
    archive_read_support_filter_xz(a);
    archive_read_support_filter_zstd(a);
    archive_read_support_filter_bzip2(a);
    archive_read_support_filter_lz4(a);
  }
  base_ = source_.position();
  broken_ =
      archive_read_open(a, this, nullptr, read_block, nullptr) != ARCHIVE_OK;
  if (broken_) fail(name_, true);
}

/// No exception may pass through libarchive.
long Archive::read_block(archive* handle, void* self, const void** block) {
  auto& that = *static_cast<Archive*>(self);
  try {
    *block = that.block_.data();
    return static_cast<long>(that.source_.read(that.block_));
  } catch (const Error& error) {
    that.problem_ = error;
    archive_set_error(handle, EIO, "cannot be read");
    return ARCHIVE_FATAL;
  }
}

std::optional<std::string> Archive::next_member() {
  while (!done_) {
    within_ = false;
    if (broken_ && !reopen()) break;
    archive_entry* entry = nullptr;
    const int result = archive_read_next_header(handle_.get(), &entry);
    if (result == ARCHIVE_EOF) break;
    if (result != ARCHIVE_OK && result != ARCHIVE_WARN)
      fail(name_, result != ARCHIVE_RETRY);
    if (!is_file(entry)) continue;
    member_ = name_of(entry);
    within_ = true;
    of_member_ = Expansion(source_.consumed());
    if (archive_entry_is_encrypted(entry) != 0) {
      within_ = false;
      throw Error(name_of_member() + ": is encrypted");
    }
    return member_;
  }
  done_ = true;
  return std::nullopt;
}

std::size_t Archive::read(std::span<char> buffer) {
  if (!within_) return 0;
  const auto count =
      archive_read_data(handle_.get(), buffer.data(), buffer.size());
  if (count < 0) {
    within_ = false;
    fail(name_of_member(), count == ARCHIVE_FATAL);
  }
  const auto size = static_cast<std::size_t>(count);
  const bool of_all = all_.allows(size, source_.consumed());
  if (of_all && of_member_.allows(size, source_.consumed())) return size;
  within_ = false;
  done_ = done_ || !of_all;
  throw Error((of_all ? name_of_member() : name_) + expansion_problem);
}

std::string Archive::name_of_member() const {
  return form_ == Form::packed ? name_ : name_ + ":" + member_;
}

/// Tells what libarchive, or what lies below it, found wrong.
void Archive::fail(const std::string& name, bool broken) {
  broken_ = broken;
  if (problem_) {
    const Error problem = *std::exchange(problem_, std::nullopt);
    throw problem;
  }
  const char* message = archive_error_string(handle_.get());
  throw Error(name + ": is damaged" +
              (message == nullptr ? "" : ": " + readable(message)));
}

/// Begins again behind the head of a member of a zip archive in which
/// libarchive could not go on; false if there is no other member, or no going
/// back.
bool Archive::reopen() {
  constexpr std::string_view head = "PK\x03\x04";
  if (form_ != Form::zip) return false;
  const auto position = archive_read_header_position(handle_.get());
  const std::uint64_t from =
      base_ + static_cast<std::uint64_t>(position < 0 ? 0 : position) + 1;
  if (!source_.seek(from)) return false;
  for (;;) {
    const std::string_view bytes = source_.peek(block_size);
    if (bytes.size() < head.size()) return false;
    const std::size_t found = bytes.find(head);
    source_.skip(found == bytes.npos ? bytes.size() - head.size() + 1 : found);
    if (found != bytes.npos) break;
  }
  open();
  return true;
}

#endif

}  // namespace demarche
