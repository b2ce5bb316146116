#ifndef DEMARCHE_EXTRACTOR_INPUT_GZIP_STREAM_H_
#define DEMARCHE_EXTRACTOR_INPUT_GZIP_STREAM_H_

#include <deque>
#include <memory>
#include <string>

#include "extractor/input/byte_reader.h"
#include "extractor/input/expansion.h"

struct z_stream_s;

namespace demarche {

/// What gzip packed, in one member or in many, as WARC has one a record.
///
/// A member that is damaged costs the rest of it: the next one is looked for
/// and read.  `locate` gives the offset of a member.
class GzipStream final : public ByteStream {
 public:
  GzipStream(std::unique_ptr<ByteStream> packed, std::string name);

  std::size_t read(std::span<char> buffer) override;
  std::uint64_t consumed() const override { return packed_.consumed(); }
  std::uint64_t locate(std::uint64_t position) override;

 private:
  struct Member {
    std::uint64_t position, offset;  ///< Unpacked and packed.
  };
  struct End {
    void operator()(z_stream_s* inflater) const;
  };

  bool begin_member();
  void begin_inflating();
  std::size_t inflate_some(std::span<char> buffer);
  void lose_member(const std::string& problem);
  void rewind_to_member();

  std::string name_;
  ByteReader packed_;
  std::unique_ptr<z_stream_s, End> inflater_;
  std::deque<Member> members_;  ///< From the one that was last located.
  std::uint64_t position_ = 0;
  std::uint64_t rewound_ = 0;
  Expansion expansion_;
  bool within_ = false;     ///< Within a member.
  bool searching_ = false;  ///< For a good member, after a damaged one.
  bool done_ = false;
};

}  // namespace demarche

#endif
