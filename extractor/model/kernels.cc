#include "extractor/model/kernels.h"

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <string_view>

#include "extractor/model/kernel_sets.h"

namespace demarche {
namespace {

InstructionSet cap_of_environment() {
  const char* const value = std::getenv("DEMARCHE_INSTRUCTIONS");
  const std::string_view name = value == nullptr ? "" : value;
  if (name == "plain") return InstructionSet::plain;
  if (name == "avx2") return InstructionSet::avx2;
  return InstructionSet::avx512_vnni;
}

const Kernels* choose(InstructionSet cap) {
  switch (std::min(cap, widest_instruction_set())) {
    case InstructionSet::avx512_vnni:
      return &avx512_vnni_kernels();
    case InstructionSet::avx2:
      return &avx2_kernels();
    case InstructionSet::plain:
      break;
  }
  return &plain_kernels();
}

std::atomic<const Kernels*>& chosen() {
  static std::atomic<const Kernels*> kernels = choose(cap_of_environment());
  return kernels;
}

}  // namespace

const Kernels& kernels() { return *chosen().load(std::memory_order_relaxed); }

InstructionSet widest_instruction_set() {
#if defined(__x86_64__) && defined(__GNUC__)
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
      __builtin_cpu_supports("avx512vl") &&
      __builtin_cpu_supports("avx512vnni"))
    return InstructionSet::avx512_vnni;
  if (__builtin_cpu_supports("avx2")) return InstructionSet::avx2;
#endif
  return InstructionSet::plain;
}

void cap_instruction_set(InstructionSet cap) { chosen() = choose(cap); }

}  // namespace demarche
