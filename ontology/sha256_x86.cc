#include "ontology/sha256_x86.h"

#ifdef __x86_64__

#include <cpuid.h>
#include <immintrin.h>

namespace demarche {
namespace {

// The processor wants the eight words of the state in two registers, as ABEF
// and CDGH from high to low.
struct State {
  __m128i abef;
  __m128i cdgh;
};

__attribute__((target("sha,sse4.1"))) inline void add_block(
    State& state, const char* block, const std::uint32_t* constants) {
  const __m128i big_endian =
      _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
  const State before = state;
  __m128i words[4];  // The last 16 words of the schedule.
  for (int i = 0; i < 4; ++i)
    words[i] = _mm_shuffle_epi8(
        _mm_loadu_si128(reinterpret_cast<const __m128i*>(block) + i),
        big_endian);
#pragma GCC unroll 16
  for (int i = 0; i < 16; ++i) {
    __m128i& now = words[i % 4];
    const __m128i last = words[(i + 3) % 4];
    if (i >= 4)
      now = _mm_sha256msg2_epu32(
          _mm_add_epi32(_mm_sha256msg1_epu32(now, words[(i + 1) % 4]),
                        _mm_alignr_epi8(last, words[(i + 2) % 4], 4)),
          last);
    const __m128i sum = _mm_add_epi32(
        now, _mm_loadu_si128(reinterpret_cast<const __m128i*>(constants) + i));
    state.cdgh = _mm_sha256rnds2_epu32(state.cdgh, state.abef, sum);
    state.abef = _mm_sha256rnds2_epu32(state.abef, state.cdgh,
                                       _mm_shuffle_epi32(sum, 0x0e));
  }
  state.abef = _mm_add_epi32(state.abef, before.abef);
  state.cdgh = _mm_add_epi32(state.cdgh, before.cdgh);
}

}  // namespace

bool has_sha_instructions() {
  unsigned a = 0;
  unsigned b = 0;
  unsigned c = 0;
  unsigned d = 0;
  static const bool has =
      __get_cpuid(1, &a, &b, &c, &d) && (c & bit_SSE4_1) && (c & bit_SSSE3) &&
      __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b & bit_SHA);
  return has;
}

__attribute__((target("sha,sse4.1"))) void add_blocks_x86(
    std::array<std::uint32_t, 8>& state, const char* blocks, std::size_t count,
    const std::uint32_t* constants) {
  auto* const halves = reinterpret_cast<__m128i*>(state.data());
  const __m128i badc = _mm_shuffle_epi32(_mm_loadu_si128(halves), 0xb1);
  const __m128i hgfe = _mm_shuffle_epi32(_mm_loadu_si128(halves + 1), 0x1b);
  State packed{_mm_alignr_epi8(badc, hgfe, 8),
               _mm_blend_epi16(hgfe, badc, 0xf0)};
  for (std::size_t i = 0; i < count; ++i)
    add_block(packed, blocks + 64 * i, constants);
  const __m128i feba = _mm_shuffle_epi32(packed.abef, 0x1b);
  const __m128i dchg = _mm_shuffle_epi32(packed.cdgh, 0xb1);
  _mm_storeu_si128(halves, _mm_blend_epi16(feba, dchg, 0xf0));
  _mm_storeu_si128(halves + 1, _mm_alignr_epi8(dchg, feba, 8));
}

}  // namespace demarche

#else

namespace demarche {

bool has_sha_instructions() { return false; }

void add_blocks_x86(std::array<std::uint32_t, 8>&, const char*, std::size_t,
                    const std::uint32_t*) {}

}  // namespace demarche

#endif
