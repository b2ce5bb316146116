// The program with operators of allocation that fail: with
// DEMARCHE_ALLOCATION=1000 the thousandth does, with 1000+ all from it on, with
// "count" none, but their number is printed at the end.

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <new>

namespace {

struct Failing {
  long first = std::numeric_limits<long>::max(), last = first;
};

std::atomic<long> calls = 0;

void print_calls() { std::fprintf(stderr, "allocations: %ld\n", calls.load()); }

Failing read_environment() {
  const char* wanted = std::getenv("DEMARCHE_ALLOCATION");
  if (wanted == nullptr) return {};
  if (std::strcmp(wanted, "count") == 0) {
    std::atexit(print_calls);
    return {};
  }
  char* end = nullptr;
  const long first = std::strtol(wanted, &end, 10);
  return {first, *end == '+' ? std::numeric_limits<long>::max() : first};
}

/// Nothing where memory is, or is said to be, out.
void* allocate(std::size_t size, std::size_t alignment) noexcept {
  static const Failing failing = read_environment();
  const long call = ++calls;
  if (call >= failing.first && call <= failing.last) return nullptr;
  size = (size + alignment - 1) / alignment * alignment;
  return std::aligned_alloc(alignment, size == 0 ? alignment : size);
}

void* allocate_or_throw(std::size_t size, std::size_t alignment) {
  void* memory = allocate(size, alignment);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}

constexpr std::size_t usual = __STDCPP_DEFAULT_NEW_ALIGNMENT__;

}  // namespace

void* operator new(std::size_t size) { return allocate_or_throw(size, usual); }
void* operator new(std::size_t size, std::align_val_t alignment) {
  return allocate_or_throw(size, static_cast<std::size_t>(alignment));
}
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  return allocate(size, usual);
}
void* operator new[](std::size_t size) {
  return allocate_or_throw(size, usual);
}
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept {
  return allocate(size, usual);
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete(void* memory, std::align_val_t) noexcept {
  std::free(memory);
}
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept {
  std::free(memory);
}
void operator delete(void* memory, const std::nothrow_t&) noexcept {
  std::free(memory);
}
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept {
  std::free(memory);
}
