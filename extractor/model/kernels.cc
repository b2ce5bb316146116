#include "extractor/model/kernels.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdlib>
#include <string_view>

#include "extractor/model/kernel_sets.h"

#if defined(__x86_64__) && defined(__GNUC__)
#include <cpuid.h>
#endif
#ifdef __linux__
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace demarche {
namespace {

#if defined(__x86_64__) && defined(__GNUC__)
// What the compiler's list of features lacks: leaf 7 of cpuid (Intel 64 and
// IA-32 Architectures Software Developer's Manual, volume 2, CPUID).
struct Leaf {
  unsigned eax = 0, ebx = 0, ecx = 0, edx = 0;
};

Leaf leaf_seven(unsigned subleaf) {
  Leaf leaf;
  if (__get_cpuid_count(7, subleaf, &leaf.eax, &leaf.ebx, &leaf.ecx,
                        &leaf.edx) == 0)
    return {};
  return leaf;
}

bool has_avx_vnni() {
  const bool has_more = leaf_seven(0).eax >= 1;
  return has_more && (leaf_seven(1).eax & 1u << 4) != 0;
}

// The processor has it, and Linux lets this process use its registers, as it
// must be asked to (Documentation/arch/x86/xstate.rst).
bool has_amx() {
#if defined(__linux__) && defined(SYS_arch_prctl)
  constexpr unsigned tile = 1u << 24, of_bytes = 1u << 25;
  constexpr long request_permission = 0x1023, tile_data = 18;
  const unsigned features = leaf_seven(0).edx;
  return (features & tile) != 0 && (features & of_bytes) != 0 &&
         syscall(SYS_arch_prctl, request_permission, tile_data) == 0;
#else
  return false;
#endif
}
#endif

constexpr std::array<std::string_view, std::size(all_instruction_sets)> names{
    "plain", "avx2", "avx_vnni", "avx512_vnni", "amx"};

InstructionSet cap_of_environment() {
  const char* const name = std::getenv("DEMARCHE_INSTRUCTIONS");
  const auto found = std::ranges::find(names, name == nullptr ? "" : name);
  return found == names.end() ? InstructionSet::amx
                              : all_instruction_sets[found - names.begin()];
}

const Kernels& kernels_of(InstructionSet set) {
  switch (set) {
    case InstructionSet::amx:
      return amx_kernels();
    case InstructionSet::avx512_vnni:
      return avx512_vnni_kernels();
    case InstructionSet::avx_vnni:
      return avx_vnni_kernels();
    case InstructionSet::avx2:
      return avx2_kernels();
    case InstructionSet::plain:
      break;
  }
  return plain_kernels();
}

const Kernels* choose(InstructionSet cap) {
  InstructionSet best = InstructionSet::plain;
  for (const InstructionSet set : all_instruction_sets)
    if (set <= cap && has_instructions(set)) best = set;
  return &kernels_of(best);
}

std::atomic<const Kernels*>& chosen() {
  static std::atomic<const Kernels*> kernels = choose(cap_of_environment());
  return kernels;
}

}  // namespace

const Kernels& kernels() { return *chosen().load(std::memory_order_relaxed); }

bool has_instructions(InstructionSet set) {
#if defined(__x86_64__) && defined(__GNUC__)
  switch (set) {
    case InstructionSet::amx:
      return has_instructions(InstructionSet::avx512_vnni) && has_amx();
    case InstructionSet::avx512_vnni:
      return __builtin_cpu_supports("avx512f") &&
             __builtin_cpu_supports("avx512bw") &&
             __builtin_cpu_supports("avx512vl") &&
             __builtin_cpu_supports("avx512vnni");
    case InstructionSet::avx_vnni:
      return has_instructions(InstructionSet::avx2) && has_avx_vnni();
    case InstructionSet::avx2:
      return __builtin_cpu_supports("avx2");
    case InstructionSet::plain:
      break;
  }
#endif
  return set == InstructionSet::plain;
}

void cap_instruction_set(InstructionSet cap) { chosen() = choose(cap); }

}  // namespace demarche
