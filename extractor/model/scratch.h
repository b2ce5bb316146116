#ifndef DEMARCHE_EXTRACTOR_MODEL_SCRATCH_H_
#define DEMARCHE_EXTRACTOR_MODEL_SCRATCH_H_

#include <cstddef>
#include <new>
#include <utility>
#include <vector>

namespace demarche {

/// Room for so many bytes, aligned for the widest registers.  Throws
/// std::bad_alloc.
void* take_scratch(std::size_t bytes);

/// Gives back what `take_scratch` gave for as many bytes.  The thread keeps it
/// for what it takes next, until it ends.
void give_scratch(void* room, std::size_t bytes) noexcept;

/// For the numbers that the network passes on: a matrix takes the room of one
/// that is gone, and what is in it is left open.  So a thread that has read a
/// few batches of sentences allocates nothing for more of them.
template <class T>
struct ScratchAllocator {
  using value_type = T;

  ScratchAllocator() = default;
  template <class Other>
  ScratchAllocator(const ScratchAllocator<Other>&) noexcept {}

  T* allocate(std::size_t count) {
    return static_cast<T*>(take_scratch(count * sizeof(T)));
  }
  void deallocate(T* room, std::size_t count) noexcept {
    give_scratch(room, count * sizeof(T));
  }
  template <class Other>
  void construct(Other* place) noexcept {
    ::new (static_cast<void*>(place)) Other;
  }
  template <class Other, class... Arguments>
  void construct(Other* place, Arguments&&... arguments) {
    ::new (static_cast<void*>(place))
        Other(std::forward<Arguments>(arguments)...);
  }
  template <class Other>
  bool operator==(const ScratchAllocator<Other>&) const noexcept {
    return true;
  }
};

template <class T>
using Scratch = std::vector<T, ScratchAllocator<T>>;

}  // namespace demarche

#endif
