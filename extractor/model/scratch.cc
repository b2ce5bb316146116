#include "extractor/model/scratch.h"

#include <algorithm>
#include <array>
#include <bit>

namespace demarche {
namespace {

constexpr std::align_val_t alignment{64};

// Sanitizers should see who reads what is no longer his.
#if defined(__SANITIZE_ADDRESS__)
#define DEMARCHE_SANITIZED
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define DEMARCHE_SANITIZED
#endif
#endif
#ifdef DEMARCHE_SANITIZED
constexpr bool keeps = false;
#else
constexpr bool keeps = true;
#endif

/// What a thread keeps, by the power of two that its size is.
class Shelves {
 public:
  Shelves() = default;
  Shelves(const Shelves&) = delete;
  Shelves& operator=(const Shelves&) = delete;
  ~Shelves() {
    for (const auto& shelf : shelves_)
      for (void* const room : shelf) operator delete(room, alignment);
  }

  void* take(std::size_t power) {
    auto& shelf = shelves_[power];
    if (shelf.empty()) {
      shelf.reserve(++taken_[power]);  // So that giving back cannot fail.
      return operator new (std::size_t{1} << power, alignment);
    }
    void* const room = shelf.back();
    shelf.pop_back();
    return room;
  }

  void give(void* room, std::size_t power) noexcept {
    auto& shelf = shelves_[power];
    if (shelf.size() < shelf.capacity())
      shelf.push_back(room);
    else
      operator delete(room, alignment);  // Of another thread.
  }

 private:
  static constexpr std::size_t powers = 64;
  std::array<std::vector<void*>, powers> shelves_;
  std::array<std::size_t, powers> taken_{};
};

std::size_t power_of(std::size_t bytes) {
  return static_cast<std::size_t>(
      std::bit_width(std::max<std::size_t>(bytes, 64) - 1));
}

thread_local Shelves shelves;

}  // namespace

void* take_scratch(std::size_t bytes) {
  if constexpr (!keeps) return operator new(bytes, alignment);
  const std::size_t power = power_of(bytes);
  if (power >= 48) throw std::bad_alloc();
  return shelves.take(power);
}

void give_scratch(void* room, std::size_t bytes) noexcept {
  if constexpr (!keeps) return operator delete(room, alignment);
  shelves.give(room, power_of(bytes));
}

}  // namespace demarche
