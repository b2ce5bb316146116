#ifndef DEMARCHE_APP_PROGRESS_H_
#define DEMARCHE_APP_PROGRESS_H_

#include <chrono>
#include <cstddef>
#include <optional>

namespace demarche {

/// A line on a terminal that tells how far the work is; nothing if standard
/// error is none, or results are printed there as well.
class Progress {
 public:
  Progress();
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// One article more is done.  `share_read` is how much of the input has been
  /// read, from 0 to 1, where that is known.
  void add(std::optional<double> share_read);

 private:
  using Clock = std::chrono::steady_clock;

  bool shown_;
  std::size_t count_ = 0;
  Clock::time_point begin_ = Clock::now();
  Clock::time_point printed_;
};

}  // namespace demarche

#endif
