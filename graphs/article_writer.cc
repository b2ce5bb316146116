#include "graphs/article_writer.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "graphs/article_quads.h"
#include "graphs/events_json.h"
#include "graphs/statement_table.h"
#include "graphs/turtle_sink.h"

namespace demarche {
namespace {

/// An article of more statements stays a table until its turn comes: in memory
/// it is a fifth of what it is when it is printed.
constexpr std::size_t most_printed = 1U << 17U;

/// In TriG, with the prefixes.
void print_trig(const StatementTable& table, const WriteText& write) {
  TurtleSink sink(RdfSyntax::trig, [&](std::string_view bytes) {
    write(bytes);
    return true;
  });
  if (!table.rows().empty())
    sink.set_base(table.iri(table.rows().front().graph));
  for (const auto& row : table.rows()) sink.write(table[row]);
  sink.finish();
}

/// What is written, but the first bytes.
WriteText without_first(std::size_t bytes, const WriteText& write) {
  return [left = bytes, &write](std::string_view text) mutable {
    const auto out = std::min(left, text.size());
    left -= out;
    write(text.substr(out));
  };
}

void print(const StatementTable& table, ArticleFormat format,
           const WriteText& write) {
  if (format == ArticleFormat::trig)
    print_trig(table, without_first(head_of(format).size(), write));
  else
    print_lines(table, write);
}

WriteText append_to(std::string& bytes) {
  return [&bytes](std::string_view more) { bytes += more; };
}

std::unique_ptr<StatementTable> describe_article(const Extraction& extraction,
                                                 const Ontology& ontology,
                                                 const DescribeOptions& options,
                                                 ArticleFormat format) {
  auto table = std::make_unique<StatementTable>();
  if (format == ArticleFormat::ntriples)
    write_article_triples(extraction, ontology, options, *table);
  else
    write_article_quads(extraction, ontology, options, *table);
  if (format == ArticleFormat::nquads) sort_lines(*table);
  return table;
}

}  // namespace

std::string head_of(ArticleFormat format) {
  std::string head;
  if (format == ArticleFormat::trig)
    print_trig(StatementTable(), append_to(head));
  return head;
}

PrintedArticle::PrintedArticle(const Extraction& extraction,
                               const Ontology& ontology,
                               const DescribeOptions& options,
                               ArticleFormat format)
    : format_(format) {
  if (format == ArticleFormat::events) {
    bytes_ = to_events_json(extraction, ontology) + "\n";
    return;
  }
  table_ = describe_article(extraction, ontology, options, format);
  if (table_->rows().size() > most_printed) return;
  print(*table_, format, append_to(bytes_));
  table_.reset();
}

void PrintedArticle::write(const WriteText& write) const {
  if (table_)
    print(*table_, format_, write);
  else
    write(bytes_);
}

std::string print_article(const Extraction& extraction,
                          const Ontology& ontology,
                          const DescribeOptions& options,
                          ArticleFormat format) {
  std::string bytes;
  PrintedArticle(extraction, ontology, options, format).write(append_to(bytes));
  return bytes;
}

}  // namespace demarche
