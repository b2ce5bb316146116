// Reads each document that a file holds as what it is.

#include "extractor/article_source.h"

#include <string_view>
#include <utility>

#include "ontology/error.h"

namespace demarche {
namespace {

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r\n") == line.npos;
}

InputKind kind_of(Content content) {
  return content == Content::jsonl ? InputKind::jsonl : InputKind::detect;
}

}  // namespace

ArticleSource::ArticleSource(const std::string& path, InputKind kind,
                             Metadata given)
    : kind_(kind), given_(std::move(given)), documents_(path) {}

std::optional<Reading> ArticleSource::next() {
  while (document_ || open_next()) {
    if (auto reading = next_in_document()) return reading;
    document_.reset();
  }
  return std::nullopt;
}

bool ArticleSource::open_next() {
  document_ = documents_.next();
  if (!document_) return false;
  document_kind_ =
      kind_ == InputKind::detect ? kind_of(document_->content) : kind_;
  line_ = 0;
  place_ = document_->name;
  return true;
}

std::optional<Reading> ArticleSource::next_in_document() {
  return document_kind_ == InputKind::jsonl ? next_line() : read_text();
}

std::optional<Reading> ArticleSource::next_line() {
  for (std::string line; document_->bytes->read_line(line);) {
    ++line_;
    if (line_ == 1 && line.starts_with(byte_order_mark)) line.erase(0, 3);
    if (is_blank(line)) continue;
    place_ = document_->name + ":" + std::to_string(line_);
    Record record = parse_record(std::move(line), document_->name, line_);
    if (record.metadata.id.empty())
      record.metadata.id = document_->label + ":" + std::to_string(line_);
    return finish(std::move(record), ArticleForm::detect);
  }
  return std::nullopt;
}

/// A document that is one article; nothing when it has been read.
std::optional<Reading> ArticleSource::read_text() {
  if (line_++ > 0) return std::nullopt;
  Record record{document_->bytes->read_all(), {}};
  if (record.text.find('\0') != record.text.npos)
    throw Error(place_ + ": is not text: it holds NUL bytes");
  record.metadata.id = document_->label;
  return finish(std::move(record),
                document_kind_ == InputKind::digest ? ArticleForm::digest
                : document_kind_ == InputKind::text ? ArticleForm::plain
                                                    : ArticleForm::detect);
}

/// What was given by hand replaces what the record says.
Reading ArticleSource::finish(Record record, ArticleForm form) const {
  Metadata& metadata = record.metadata;
  const auto replace = [](std::string& value, const std::string& given) {
    if (!given.empty()) value = given;
  };
  replace(metadata.url, given_.url);
  replace(metadata.title, given_.title);
  replace(metadata.published, given_.published);
  replace(metadata.publisher, given_.publisher);
  return read_article(std::move(record.text), std::move(metadata), form);
}

}  // namespace demarche
