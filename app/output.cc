#include "app/output.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <filesystem>

namespace demarche {
namespace {

// A signal that ends the program must not leave half a file behind; a handler
// can reach nothing but this.
std::array<char, 4096> file_to_remove;

void remove_and_end(int signal) {
  if (file_to_remove[0] != '\0') unlink(file_to_remove.data());
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

void remove_on_signals(const std::string& path) {
  if (path.size() + 1 > file_to_remove.size()) return;
  std::memcpy(file_to_remove.data(), path.c_str(), path.size() + 1);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP})
    std::signal(signal, remove_and_end);
}

/// What a new file may be done with, or what could be done with the old one.
mode_t mode_of(const std::string& path) {
  struct stat status {};
  if (stat(path.c_str(), &status) == 0) return status.st_mode & 07777;
  const mode_t mask = umask(0);
  umask(mask);
  return 0666 & ~mask;
}

/// Where a path leads in the end, so that a link stays one.
std::string place_of(const std::string& path) {
  std::error_code error;
  const auto place = std::filesystem::canonical(path, error);
  return error ? path : place.string();
}

}  // namespace

Output::Output(const std::string& path) : name_(path) {
  if (path.empty() || path == "-") {
    name_ = "standard output";
    file_ = stdout;
    return;
  }
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (std::filesystem::is_directory(status)) fail(EISDIR);
  if (!std::filesystem::exists(status) ||
      std::filesystem::is_regular_file(status)) {
    open_beside(place_of(path));
  } else {
    file_ = std::fopen(path.c_str(), "wb");
    if (file_ == nullptr) fail(errno);
  }
}

Output::~Output() { abandon(); }

void Output::open_beside(const std::string& path) {
  place_ = path;
  const std::filesystem::path place(path);
  std::string pattern =
      (place.parent_path() / ("." + place.filename().string() + ".XXXXXX"))
          .string();
  const int descriptor = mkstemp(pattern.data());
  if (descriptor < 0) fail(errno);
  temporary_ = pattern;
  remove_on_signals(temporary_);
  fchmod(descriptor, mode_of(path));
  file_ = fdopen(descriptor, "wb");
  if (file_ == nullptr) fail(errno);
}

void Output::write(std::string_view bytes) {
  if (!bytes.empty()) empty_ = false;
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_) != bytes.size())
    fail(errno);
}

void Output::finish() {
  if (std::fflush(file_) != 0) fail(errno);
  if (file_ == stdout) {
    file_ = nullptr;
    return;
  }
  if (!temporary_.empty() && fsync(fileno(file_)) != 0) fail(errno);
  std::FILE* file = file_;
  file_ = nullptr;
  if (std::fclose(file) != 0) fail(errno);
  if (temporary_.empty()) return;
  if (std::rename(temporary_.c_str(), place_.c_str()) != 0) fail(errno);
  temporary_.clear();
  file_to_remove[0] = '\0';
}

void Output::abandon() {
  if (file_ != nullptr && file_ != stdout) std::fclose(file_);
  file_ = nullptr;
  if (temporary_.empty()) return;
  unlink(temporary_.c_str());
  temporary_.clear();
  file_to_remove[0] = '\0';
}

void Output::fail(int error) const {
  if (error == EPIPE) throw ClosedPipe();
  throw OutputError(name_ + ": cannot be written: " + std::strerror(error));
}

}  // namespace demarche
