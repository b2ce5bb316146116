#include "extractor/input/gzip_stream.h"

#include <zlib.h>

#include <algorithm>
#include <limits>
#include <utility>

namespace demarche {
namespace {

/// How far in all one goes back, behind damaged members, to look for others.
constexpr std::uint64_t farthest_rewind = std::uint64_t{256} << 20;

/// Identification, "deflate", and flags without the reserved ones.
bool begins_member(std::string_view bytes) {
  return bytes.size() >= 4 && bytes.starts_with("\x1f\x8b\x08") &&
         (bytes[3] & '\xe0') == 0;
}

bool is_padding(std::string_view bytes) {
  return bytes.find_first_not_of('\0') == bytes.npos;
}

}  // namespace

void GzipStream::End::operator()(z_stream_s* inflater) const {
  inflateEnd(inflater);
  delete inflater;
}

GzipStream::GzipStream(std::unique_ptr<ByteStream> packed, std::string name)
    : name_(std::move(name)),
      packed_(std::move(packed), name_),
      expansion_(packed_.consumed()) {}

std::size_t GzipStream::read(std::span<char> buffer) {
  while (!done_ && (within_ || begin_member())) {
    const std::size_t count = inflate_some(buffer);
    if (count == 0) continue;
    searching_ = false;
    position_ += count;
    if (!expansion_.allows(count, packed_.consumed())) {
      done_ = true;
      throw Error(name_ + expansion_problem);
    }
    return count;
  }
  return 0;
}

std::uint64_t GzipStream::locate(std::uint64_t position) {
  while (members_.size() > 1 && members_[1].position <= position)
    members_.pop_front();
  return members_.empty() ? 0 : members_.front().offset;
}

/// Goes to the next member; false at the end.  Zeros behind the last member are
/// padding; anything else is told of, once.
bool GzipStream::begin_member() {
  const std::uint64_t offset = packed_.position();
  bool padding = true;
  for (;;) {
    const std::string_view bytes = packed_.peek_some();
    if (bytes.empty() || begins_member(packed_.peek(4))) break;
    const std::string_view rest = packed_.peek_some();
    const std::size_t next = std::min(rest.find('\x1f', 1), rest.size());
    padding = padding && is_padding(rest.substr(0, next));
    packed_.skip(next);
  }
  const bool found = !packed_.peek_some().empty();
  if (found) begin_inflating();
  if (!padding && !std::exchange(searching_, true))
    throw Error(name_ + ":" + std::to_string(offset) +
                ": what follows is not gzip");
  return found;
}

void GzipStream::begin_inflating() {
  constexpr int gzip_only = 16;
  inflater_.reset(new z_stream{});
  if (inflateInit2(inflater_.get(), gzip_only + MAX_WBITS) != Z_OK)
    throw Error(name_ + ": cannot be unpacked: too little memory");
  members_.push_back({position_, packed_.position()});
  within_ = true;
}

/// Unpacks what fits; 0 where a member ends or more must be read.
std::size_t GzipStream::inflate_some(std::span<char> buffer) {
  const std::string_view bytes = packed_.peek_some();
  if (bytes.empty()) {
    lose_member("ends early");
    return 0;
  }
  constexpr std::size_t most = std::numeric_limits<uInt>::max();
  z_stream& z = *inflater_;
  z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  z.avail_in = static_cast<uInt>(std::min(bytes.size(), most));
  z.next_out = reinterpret_cast<Bytef*>(buffer.data());
  z.avail_out = static_cast<uInt>(std::min(buffer.size(), most));
  const uInt room = z.avail_out, given = z.avail_in;
  const int result = inflate(&z, Z_NO_FLUSH);
  const std::size_t count = room - z.avail_out;
  packed_.skip(given - z.avail_in);
  if (result == Z_STREAM_END) within_ = false;
  if (count == 0 && result != Z_OK && result != Z_STREAM_END &&
      result != Z_BUF_ERROR)
    lose_member("is damaged");
  return count;
}

/// Leaves a member, and tells of it unless it was only guessed to be one.
void GzipStream::lose_member(const std::string& problem) {
  within_ = false;
  const std::uint64_t offset = members_.back().offset;
  rewind_to_member();
  if (std::exchange(searching_, true)) return;
  throw Error(name_ + ":" + std::to_string(offset) + ": the gzip data that " +
              "begins here " + problem);
}

/// What damaged data was taken for may have run over the next member.
void GzipStream::rewind_to_member() {
  const std::uint64_t next = members_.back().offset + 1;
  const std::uint64_t distance = packed_.position() - next;
  if (rewound_ + distance > farthest_rewind || !packed_.seek(next)) return;
  rewound_ += distance;
}

}  // namespace demarche
