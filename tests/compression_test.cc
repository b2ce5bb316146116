// graphs/compression: pieces are one file that other programs read.

#include "graphs/compression.h"

#include <gtest/gtest.h>
#include <zlib.h>
#include <zstd.h>

#include <string>
#include <vector>

namespace demarche {
namespace {

const std::vector<std::string>& pieces() {
  static const std::vector<std::string> all = {
      "one line\n", std::string(300000, 'x'), "", "the last\n"};
  return all;
}

std::string file_of(const std::vector<std::string>& parts,
                    Compression compression) {
  CompressedFile file(compression);
  std::string bytes = file.head();
  for (const auto& part : parts) {
    const auto piece = compress(part, compression);
    file.add(piece);
    bytes += piece.bytes;
  }
  return bytes + file.tail();
}

std::string joined(const std::vector<std::string>& parts) {
  std::string whole;
  for (const auto& part : parts) whole += part;
  return whole;
}

/// What the first member of a gzip file holds; that there is no second one.
std::string gunzip(std::string bytes) {
  constexpr int gzip_only = 15 + 16;
  z_stream stream{};
  EXPECT_EQ(inflateInit2(&stream, gzip_only), Z_OK);
  std::string out(1000000, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(bytes.data());
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);  // Checksums are right.
  EXPECT_EQ(stream.avail_in, 0U);
  out.resize(stream.total_out);
  inflateEnd(&stream);
  return out;
}

std::string unzstd(const std::string& bytes) {
  std::string out(1000000, '\0');
  const auto size =
      ZSTD_decompress(out.data(), out.size(), bytes.data(), bytes.size());
  EXPECT_EQ(ZSTD_isError(size), 0U) << ZSTD_getErrorName(size);
  out.resize(size);
  return out;
}

TEST(Compression, OfGzipIsOneMember) {
  EXPECT_EQ(gunzip(file_of(pieces(), Compression::gzip)), joined(pieces()));
  EXPECT_EQ(gunzip(file_of({}, Compression::gzip)), "");
  EXPECT_EQ(gunzip(file_of({"", ""}, Compression::gzip)), "");
}

TEST(Compression, OfZstdIsReadAsOneFile) {
  EXPECT_EQ(unzstd(file_of(pieces(), Compression::zstd)), joined(pieces()));
  EXPECT_EQ(unzstd(file_of({""}, Compression::zstd)), "");
  EXPECT_FALSE(file_of({}, Compression::zstd).empty());
}

TEST(Compression, NoneIsTheBytes) {
  EXPECT_EQ(file_of(pieces(), Compression::none), joined(pieces()));
}

TEST(Compression, MakesTheSameBytesEachTime) {
  for (const auto compression : {Compression::gzip, Compression::zstd})
    EXPECT_EQ(file_of(pieces(), compression), file_of(pieces(), compression));
}

}  // namespace
}  // namespace demarche
