#include "ontology/sha256.h"

#include <gtest/gtest.h>

namespace demarche {
namespace {

std::string digest_of(std::string_view bytes) {
  return hexadecimal(sha256(bytes));
}

// The examples of FIPS 180-4.
TEST(Sha256, AgreesWithTheStandard) {
  EXPECT_EQ(digest_of(""),
            "e3b0c44298fc1c149afbf4c8996fb924"
            "27ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(digest_of("abc"),
            "ba7816bf8f01cfea414140de5dae2223"
            "b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(
      digest_of("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
      "248d6a61d20638b8e5c026930c3e6039"
      "a33ce45964ff2167f6ecedd419db06c1");
  EXPECT_EQ(digest_of(std::string(1'000'000, 'a')),
            "cdc76e5c9914fb9281a1c7e284d73e67"
            "f1809a48a497200e046d39ccc7112cd0");
}

TEST(Sha256, DoesNotDependOnHowTheBytesArrive) {
  std::string text;
  for (int i = 0; i < 300; ++i) text += static_cast<char>(i);
  for (std::size_t length = 0; length < text.size(); ++length) {
    const std::string_view bytes = std::string_view(text).substr(0, length);
    Sha256 sum;
    sum.update(bytes.substr(0, length / 3));
    sum.update(bytes.substr(length / 3));
    EXPECT_EQ(sum.finish(), sha256(bytes)) << length;
  }
}

}  // namespace
}  // namespace demarche
