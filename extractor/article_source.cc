// Reads each document that a file holds as what it is.

#include "extractor/article_source.h"

#include <string_view>
#include <utility>

#include "extractor/article_iri.h"
#include "ontology/error.h"

namespace demarche {
namespace {

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r\n") == line.npos;
}

InputKind kind_of(Content content) {
  return content == Content::jsonl  ? InputKind::jsonl
         : content == Content::warc ? InputKind::warc
         : content == Content::html ? InputKind::html
                                    : InputKind::detect;
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
  warc_.reset();
  document_ = documents_.next();
  if (!document_) return false;
  document_kind_ =
      kind_ == InputKind::detect ? kind_of(document_->content) : kind_;
  line_ = 0;
  place_ = document_->name;
  if (document_kind_ == InputKind::warc)
    warc_.emplace(*document_->bytes, document_->name);
  return true;
}

std::optional<Reading> ArticleSource::next_in_document() {
  if (document_kind_ == InputKind::jsonl) return next_line();
  if (document_kind_ == InputKind::warc) return next_warc_page();
  if (line_++ > 0) return std::nullopt;
  return document_kind_ == InputKind::html ? read_html() : read_text();
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

std::optional<Reading> ArticleSource::read_html() {
  std::string bytes = document_->bytes->read_all();
  try {
    HtmlPage page = read_page(std::move(bytes));
    page.record.metadata.id = document_->label;
    return finish(std::move(page));
  } catch (const Error& error) {
    throw Error(place_ + ": " + error.what());
  }
}

/// The record knows better than the page whence it came.
std::optional<Reading> ArticleSource::next_warc_page() {
  auto found = warc_->next();
  if (!found) return std::nullopt;
  place_ = document_->name + ":" + std::to_string(warc_->offset());
  HtmlPage page = read_page(std::move(found->html), found->charset);
  page.record.metadata.id = std::move(found->id);
  if (iri_of_url(found->url)) page.record.metadata.url = std::move(found->url);
  return finish(std::move(page));
}

std::optional<Reading> ArticleSource::read_text() {
  Record record{document_->bytes->read_all(), {}};
  if (record.text.find('\0') != record.text.npos)
    throw Error(place_ + ": is not text: it holds NUL bytes");
  record.metadata.id = document_->label;
  return finish(std::move(record),
                document_kind_ == InputKind::digest ? ArticleForm::digest
                : document_kind_ == InputKind::text ? ArticleForm::plain
                                                    : ArticleForm::detect);
}

Reading ArticleSource::finish(HtmlPage page) const {
  Reading reading = finish(std::move(page.record), ArticleForm::detect);
  reading.warnings.insert(reading.warnings.begin(), page.warnings.begin(),
                          page.warnings.end());
  return reading;
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
