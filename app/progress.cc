#include "app/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <string>

namespace demarche {
namespace {

using namespace std::chrono_literals;

std::string print_duration(double seconds) {
  const auto whole = static_cast<long>(seconds);
  if (whole >= 3600)
    return fmt::format("{} h {:02} min", whole / 3600, whole / 60 % 60);
  if (whole >= 60) return fmt::format("{} min {:02} s", whole / 60, whole % 60);
  return fmt::format("{} s", whole);
}

std::string print_progress(std::size_t count, double seconds,
                           std::optional<double> share) {
  constexpr std::size_t width = 20;
  std::string line;
  if (share) {
    const auto full = static_cast<std::size_t>(*share * width);
    line = fmt::format("[{:<{}}] {:3.0f} %  ", std::string(full, '#'), width,
                       *share * 100);
  }
  line += fmt::format("{} articles, {:.1f}/s", count,
                      static_cast<double>(count) / seconds);
  if (share && *share > 0)
    line += ", " + print_duration(seconds * (1 - *share) / *share) + " left";
  return line;
}

}  // namespace

Progress::Progress()
    : shown_(isatty(STDERR_FILENO) == 1 && isatty(STDOUT_FILENO) != 1) {}

void Progress::add(std::optional<double> share_read) {
  ++count_;
  const auto now = Clock::now();
  if (!shown_ || now - printed_ < 200ms || now - begin_ < 500ms) return;
  printed_ = now;
  const double seconds = std::chrono::duration<double>(now - begin_).count();
  std::fprintf(stderr, "\r%s\033[K",
               print_progress(count_, seconds, share_read).c_str());
}

Progress::~Progress() {
  if (shown_ && printed_ != Clock::time_point()) std::fputs("\r\033[K", stderr);
}

}  // namespace demarche
