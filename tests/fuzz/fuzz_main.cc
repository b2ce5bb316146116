// One fuzz target as a program: with libFuzzer (cmake -DDEMARCHE_FUZZ=ON), or
// by itself, where it replays the files that it is given.

#include <cstddef>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "tests/fuzz/targets.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  static const demarche::FuzzTarget& target =
      demarche::fuzz_target(DEMARCHE_FUZZ_TARGET);
  target.run({reinterpret_cast<const char*>(data), size});
  return 0;
}

#ifndef DEMARCHE_HAS_LIBFUZZER
int main(int count, char** arguments) {
  for (int i = 1; i < count; ++i) {
    std::ifstream file(arguments[i], std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(file), {});
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()),
                           bytes.size());
  }
  std::cout << count - 1 << " inputs\n";
}
#endif
