// A gzip member of pieces, as pigz writes it: raw deflate data that ends at a
// full byte can be put one after the other (RFC 1951 and 1952).

#include "graphs/compression.h"

#define ZLIB_CONST  // Input is not changed.
#include <zlib.h>
#include <zstd.h>

#include <limits>
#include <memory>
#include <new>
#include <stdexcept>

#include "ontology/turtle_files.h"

namespace demarche {
namespace {

constexpr int zstd_level = 3;
constexpr int gzip_level = 6;
constexpr int raw_window = -15;  // No header, 32 KiB.
constexpr int memory_level = 8;

/// Raw deflate data, none of it the last, up to a full byte.
std::string deflated(std::string_view bytes) {
  if (bytes.size() > std::numeric_limits<uInt>::max())
    throw std::length_error("more than 4 GiB to compress at once");
  z_stream stream{};
  if (deflateInit2(&stream, gzip_level, Z_DEFLATED, raw_window, memory_level,
                   Z_DEFAULT_STRATEGY) != Z_OK)
    throw std::bad_alloc();
  const std::unique_ptr<z_stream, int (*)(z_stream*)> end(&stream, deflateEnd);
  std::string out(deflateBound(&stream, bytes.size()) + 16, '\0');
  stream.next_in = reinterpret_cast<const Bytef*>(bytes.data());
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  if (deflate(&stream, Z_FULL_FLUSH) != Z_OK || stream.avail_in != 0)
    throw std::logic_error("zlib did not compress");
  out.resize(stream.total_out);
  return out;
}

std::string zstd_frame(std::string_view bytes) {
  const std::unique_ptr<ZSTD_CCtx, Release<ZSTD_freeCCtx>> context(
      ZSTD_createCCtx());
  if (!context) throw std::bad_alloc();
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, zstd_level);
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  const std::size_t size = ZSTD_compress2(context.get(), out.data(), out.size(),
                                          bytes.data(), bytes.size());
  if (ZSTD_isError(size) != 0)
    throw std::logic_error(std::string("zstd: ") + ZSTD_getErrorName(size));
  out.resize(size);
  return out;
}

void append_little_endian(std::uint64_t value, std::string& bytes) {
  for (int shift = 0; shift < 32; shift += 8)
    bytes += static_cast<char>((value >> shift) & 0xffU);
}

}  // namespace

CompressedPiece compress(std::string_view bytes, Compression compression) {
  CompressedPiece piece;
  piece.size = bytes.size();
  if (bytes.empty()) return piece;
  if (compression == Compression::none) piece.bytes = bytes;
  if (compression == Compression::zstd) piece.bytes = zstd_frame(bytes);
  if (compression == Compression::gzip) {
    piece.bytes = deflated(bytes);
    piece.checksum = static_cast<std::uint32_t>(
        crc32_z(0, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
  }
  return piece;
}

std::string CompressedFile::head() const {
  if (compression_ != Compression::gzip) return "";
  constexpr char no_name_no_time_unknown_system[] =
      "\x1f\x8b\x08\0\0\0\0\0\0\xff";
  return std::string(no_name_no_time_unknown_system, 10);
}

void CompressedFile::add(const CompressedPiece& piece) {
  size_ += piece.size;
  if (compression_ == Compression::gzip)
    checksum_ = static_cast<std::uint32_t>(crc32_combine(
        checksum_, piece.checksum, static_cast<z_off_t>(piece.size)));
}

std::string CompressedFile::tail() const {
  if (compression_ == Compression::zstd && size_ == 0) return zstd_frame("");
  if (compression_ != Compression::gzip) return "";
  std::string bytes("\x03\0", 2);  // A last block with nothing in it.
  append_little_endian(checksum_, bytes);
  append_little_endian(size_, bytes);
  return bytes;
}

}  // namespace demarche
