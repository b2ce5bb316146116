#include "extractor/input/file_stream.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <iostream>
#include <system_error>

#include "ontology/error.h"

namespace demarche {

void open_input(const std::string& path, std::ifstream& file) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error))
    throw Error(path + ": is a directory");
  errno = 0;
  file.open(path, std::ios::binary);
  if (!file)
    throw Error(path + ": " +
                (errno != 0 ? std::strerror(errno) : "cannot be opened"));
}

bool has_failed(const std::istream& stream) {
  return stream.bad() || (&stream == &std::cin && std::ferror(stdin) != 0);
}

FileStream::FileStream(const std::string& path)
    : path_(path == "-" ? "stdin" : path),
      stream_(path == "-" ? std::cin : file_) {
  if (path != "-") open_input(path, file_);
}

std::size_t FileStream::read(std::span<char> buffer) {
  std::size_t count = 0;
  if (stream_) {
    stream_.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
    count = static_cast<std::size_t>(stream_.gcount());
  }
  position_ += count;
  if (count == 0 && has_failed(stream_))
    throw Error(path_ + ": cannot be read to its end");
  return count;
}

bool FileStream::seek(std::uint64_t position) {
  if (&stream_ != &file_) return false;
  stream_.clear();
  stream_.seekg(static_cast<std::streamoff>(position));
  if (!stream_) return false;
  position_ = position;
  return true;
}

}  // namespace demarche
