#include "extractor/model/scratch.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <thread>

#include "extractor/model/matrix.h"

namespace demarche {
namespace {

TEST(Scratch, IsAlignedForTheWidestRegisters) {
  for (const std::size_t bytes : {0u, 1u, 64u, 65u, 5000u}) {
    void* const room = take_scratch(bytes);
    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(room) % 64, 0u) << bytes;
    give_scratch(room, bytes);
  }
}

// Sanitized builds keep nothing, to see who reads what he gave back.
#ifndef __SANITIZE_ADDRESS__
TEST(Scratch, IsTakenAgain) {
  const float* const first = Matrix(30, 40).values.data();
  EXPECT_EQ(Matrix(29, 41).values.data(), first);
  const Matrix held(30, 40);
  EXPECT_NE(Matrix(30, 40).values.data(), held.values.data());
}

TEST(Scratch, TooMuchIsRefused) {
  EXPECT_THROW(take_scratch(std::size_t{1} << 60), std::bad_alloc);
}
#endif

TEST(Scratch, MayEndInAnotherThread) {
  Matrix moved;
  std::thread([&] {
    Matrix made(30, 40);
    made.values.back() = 7;
    moved = std::move(made);
  }).join();
  EXPECT_EQ(moved.row(29)[39], 7);
}

}  // namespace
}  // namespace demarche
