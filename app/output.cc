#include "app/output.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <utility>

namespace demarche {
namespace {

// A signal that ends the program must not leave half a file behind, nor half an
// article on standard output; a handler can reach nothing but these.
std::array<char, 4096> file_to_remove;
std::array<char, 256> message_if_stopped;
enum class Writing { no, yes, stop_after, never_more };
std::atomic<Writing> writing = Writing::no;
std::atomic<int> signal_to_obey = 0;
std::atomic<std::int64_t> time_of_signal = 0;  // In milliseconds.
static_assert(std::atomic<Writing>::is_always_lock_free &&
              std::atomic<std::int64_t>::is_always_lock_free);

void end_by(int signal) {
  Output::remove_unfinished();
  const auto size = std::strlen(message_if_stopped.data());
  if (::write(STDERR_FILENO, message_if_stopped.data(), size) < 0)
    message_if_stopped[0] = '\0';  // There is nobody to tell.
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

std::int64_t now_in_milliseconds() {
  timespec now{};
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/// A first signal waits for what is being written; one that comes a second
/// later does not.  (What stops a group of processes may send two at once.)
void take_signal(int signal) {
  auto state = writing.load();
  if (state == Writing::stop_after &&
      now_in_milliseconds() < time_of_signal + 1000)
    return;
  signal_to_obey = signal;
  time_of_signal = now_in_milliseconds();
  while (!writing.compare_exchange_weak(state, state == Writing::yes
                                                   ? Writing::stop_after
                                                   : Writing::never_more)) {
  }
  if (state != Writing::yes) end_by(signal);
}

/// While it lives, the first signal waits.
class WholeWriting {
 public:
  WholeWriting() {
    auto state = Writing::no;
    while (!writing.compare_exchange_strong(state, Writing::yes)) pause();
  }
  ~WholeWriting() {
    auto state = Writing::yes;
    if (!writing.compare_exchange_strong(state, Writing::no))
      end_by(signal_to_obey);
  }
  WholeWriting(const WholeWriting&) = delete;
  WholeWriting& operator=(const WholeWriting&) = delete;
};

void obey_signals() {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP})
    if (std::signal(signal, take_signal) == SIG_IGN)
      std::signal(signal, SIG_IGN);  // As nohup wants it.
  // Libraries in C fall over where memory is short.
  for (const int signal : {SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGTRAP})
    if (const auto handler = std::signal(signal, end_by); handler != SIG_DFL)
      std::signal(signal, handler);  // Of a tool that watches the program.
}

void remove_on_signals(const std::string& path) {
  if (path.size() + 1 > file_to_remove.size()) return;
  std::memcpy(file_to_remove.data(), path.c_str(), path.size() + 1);
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
  obey_signals();
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
  temporary_ = std::move(pattern);
  remove_on_signals(temporary_);
  fchmod(descriptor, mode_of(path));
  file_ = fdopen(descriptor, "wb");
  if (file_ != nullptr) return;
  const int error = errno;
  close(descriptor);
  abandon();
  fail(error);
}

void Output::write(std::string_view bytes) {
  if (!bytes.empty()) empty_ = false;
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_) != bytes.size())
    fail(errno);
}

void Output::write_whole(const std::function<void()>& write) {
  const WholeWriting whole;
  write();
  if (std::fflush(file_) != 0) fail(errno);
}

void Output::say_if_stopped(const std::string& message) {
  const auto size = std::min(message.size(), message_if_stopped.size() - 1);
  std::memcpy(message_if_stopped.data(), message.data(), size);
  message_if_stopped[size] = '\0';
}

void Output::remove_unfinished() noexcept {
  if (file_to_remove[0] != '\0') unlink(file_to_remove.data());
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
