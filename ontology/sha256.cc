#include "ontology/sha256.h"

#include <algorithm>
#include <bit>

#include "ontology/sha256_x86.h"

namespace demarche {
namespace {

constexpr std::array<std::uint32_t, 64> round_constants = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1,
    0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3,
    0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786,
    0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147,
    0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13,
    0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b,
    0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a,
    0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208,
    0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

std::uint32_t load_big_endian(const char* bytes) {
  std::uint32_t value = 0;
  for (int i = 0; i < 4; ++i)
    value = value << 8 | static_cast<std::uint8_t>(bytes[i]);
  return value;
}

// One round on eight words that the caller renames instead of moving.
inline void round(std::uint32_t a, std::uint32_t b, std::uint32_t c,
                  std::uint32_t& d, std::uint32_t e, std::uint32_t f,
                  std::uint32_t g, std::uint32_t& h, std::uint32_t word) {
  using std::rotr;
  const std::uint32_t sum =
      h + word + (g ^ (e & (f ^ g))) + (rotr(e, 6) ^ rotr(e, 11) ^ rotr(e, 25));
  d += sum;
  h = sum + ((a & b) | (c & (a | b))) +
      (rotr(a, 2) ^ rotr(a, 13) ^ rotr(a, 22));
}

void add_block(std::array<std::uint32_t, 8>& state, const char* block) {
  std::array<std::uint32_t, 64> w;
  for (std::size_t i = 0; i < 16; ++i) w[i] = load_big_endian(block + 4 * i);
  for (std::size_t i = 16; i < 64; ++i)
    w[i] =
        w[i - 16] + w[i - 7] +
        (std::rotr(w[i - 15], 7) ^ std::rotr(w[i - 15], 18) ^ w[i - 15] >> 3) +
        (std::rotr(w[i - 2], 17) ^ std::rotr(w[i - 2], 19) ^ w[i - 2] >> 10);
  auto [a, b, c, d, e, f, g, h] = state;
  const auto word = [&](std::size_t i) { return w[i] + round_constants[i]; };
  for (std::size_t i = 0; i < 64; i += 8) {
    round(a, b, c, d, e, f, g, h, word(i));
    round(h, a, b, c, d, e, f, g, word(i + 1));
    round(g, h, a, b, c, d, e, f, word(i + 2));
    round(f, g, h, a, b, c, d, e, word(i + 3));
    round(e, f, g, h, a, b, c, d, word(i + 4));
    round(d, e, f, g, h, a, b, c, word(i + 5));
    round(c, d, e, f, g, h, a, b, word(i + 6));
    round(b, c, d, e, f, g, h, a, word(i + 7));
  }
  const std::array<std::uint32_t, 8> sums = {a, b, c, d, e, f, g, h};
  for (std::size_t i = 0; i < 8; ++i) state[i] += sums[i];
}

void add_blocks(std::array<std::uint32_t, 8>& state, const char* blocks,
                std::size_t count) {
  if (has_sha_instructions())
    return add_blocks_x86(state, blocks, count, round_constants.data());
  for (std::size_t i = 0; i < count; ++i) add_block(state, blocks + 64 * i);
}

}  // namespace

void Sha256::update(std::string_view bytes) {
  length_ += bytes.size();
  if (held_ > 0) {
    const std::size_t taken = std::min(bytes.size(), block_.size() - held_);
    std::copy_n(bytes.data(), taken, block_.data() + held_);
    held_ += taken;
    bytes.remove_prefix(taken);
    if (held_ < block_.size()) return;
    add_blocks(state_, block_.data(), 1);
    held_ = 0;
  }
  add_blocks(state_, bytes.data(), bytes.size() / 64);
  bytes.remove_prefix(bytes.size() / 64 * 64);
  std::copy(bytes.begin(), bytes.end(), block_.begin());
  held_ = bytes.size();
}

Sha256::Digest Sha256::finish() {
  const std::uint64_t bits = length_ * 8;
  std::string end(1, '\x80');
  end.append((119 - held_) % 64, '\0');
  for (int shift = 56; shift >= 0; shift -= 8)
    end += static_cast<char>(bits >> shift & 0xff);
  update(end);
  Digest digest;
  for (std::size_t i = 0; i < digest.size(); ++i)
    digest[i] = static_cast<std::uint8_t>(state_[i / 4] >> (24 - i % 4 * 8));
  return digest;
}

Sha256::Digest sha256(std::string_view bytes) {
  Sha256 sum;
  sum.update(bytes);
  return sum.finish();
}

std::string hexadecimal(const Sha256::Digest& digest) {
  std::string text;
  for (const std::uint8_t byte : digest) {
    text += "0123456789abcdef"[byte >> 4];
    text += "0123456789abcdef"[byte & 15];
  }
  return text;
}

}  // namespace demarche
