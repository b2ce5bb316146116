// How fast statements are written as Turtle and TriG, beside what Serd takes
// for the same: its command `serdi` reads and writes, so that its reading is
// timed alone as well.  All in this process, single-threaded, into nothing;
// processor time, the least of some runs.
//
//   build/bench_writing GRAPH.nq [RUNS]

#include <serd/serd.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <iostream>
#include <limits>
#include <string>

#include "graphs/article_quads.h"
#include "graphs/graph_file.h"
#include "graphs/named_graphs.h"
#include "graphs/nquads.h"
#include "graphs/turtle_sink.h"
#include "ontology/ontology_loader.h"
#include "ontology/turtle_files.h"

namespace demarche {
namespace {

std::size_t written = 0;  // So that nothing is optimised away.

template <typename Run>
double least_seconds(int runs, const Run& run) {
  double least = std::numeric_limits<double>::infinity();
  for (int i = 0; i < runs; ++i) {
    const std::clock_t begin = std::clock();
    run();
    least = std::min(
        least, static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
  }
  return least;
}

std::size_t count_bytes(const void*, std::size_t size, void*) {
  written += size;
  return size;
}

void write(const std::vector<RdfStatement>& statements, RdfSyntax syntax) {
  TurtleSink sink(syntax, [](std::string_view bytes) {
    written += bytes.size();
    return true;
  });
  for (const auto& statement : statements) {
    if (statement.subject.find('#') != std::string::npos)
      sink.set_base(article_of(statement.subject));
    sink.write(statement);
  }
  sink.finish();
}

/// As serdi sets it up.
void read_by_serd(const std::string& text, SerdSyntax from, SerdWriter* to) {
  const auto ignore = [](void*, SerdStatementFlags, const SerdNode*,
                         const SerdNode*, const SerdNode*, const SerdNode*,
                         const SerdNode*,
                         const SerdNode*) { return SERD_SUCCESS; };
  const std::unique_ptr<SerdReader, Release<serd_reader_free>> reader(
      serd_reader_new(
          from, to, nullptr, nullptr, nullptr,
          to ? reinterpret_cast<SerdStatementSink>(serd_writer_write_statement)
             : static_cast<SerdStatementSink>(ignore),
          nullptr));
  serd_reader_read_string(reader.get(),
                          reinterpret_cast<const std::uint8_t*>(text.c_str()));
}

void convert_by_serd(const std::string& text, SerdSyntax from, SerdSyntax to) {
  const std::unique_ptr<SerdEnv, Release<serd_env_free>> env(
      serd_env_new(nullptr));
  const std::unique_ptr<SerdWriter, Release<serd_writer_free>> writer(
      serd_writer_new(
          to,
          static_cast<SerdStyle>(SERD_STYLE_ABBREVIATED | SERD_STYLE_CURIED),
          env.get(), nullptr, count_bytes, nullptr));
  read_by_serd(text, from, writer.get());
  serd_writer_finish(writer.get());
}

void report(const char* name, const std::vector<RdfStatement>& statements,
            RdfSyntax syntax, SerdSyntax from, SerdSyntax to, int runs) {
  std::string text;
  for (const auto& statement : statements)
    text += print_nquad(statement) + "\n";
  const double ours = least_seconds(runs, [&] { write(statements, syntax); });
  const double ours_read = least_seconds(runs, [&] {
    const auto read = read_statements(
        "", text,
        from == SERD_NQUADS ? RdfSyntax::nquads : RdfSyntax::ntriples);
    written += read.size();
  });
  const double serdi =
      least_seconds(runs, [&] { convert_by_serd(text, from, to); });
  const double reading =
      least_seconds(runs, [&] { read_by_serd(text, from, nullptr); });
  const auto rate = [&](double seconds) {
    return static_cast<double>(statements.size()) / seconds / 1e6;
  };
  std::printf(
      "%s, %zu statements, millions/s: ours writing %.2f, reading and writing "
      "%.2f; serd's reading and writing %.2f, its writing alone %.2f\n",
      name, statements.size(), rate(ours), rate(ours + ours_read), rate(serdi),
      rate(serdi - reading));
}

int run(const std::string& path, int runs) {
  auto quads = load_statements(path);
  report("trig", quads, RdfSyntax::trig, SERD_NQUADS, SERD_TRIG, runs);
  quads = from_named_graphs(std::move(quads));
  report("turtle", quads, RdfSyntax::turtle, SERD_NTRIPLES, SERD_TURTLE, runs);
  std::fprintf(stderr, "%zu bytes\n", written);
  return 0;
}

}  // namespace
}  // namespace demarche

int main(int count, char** arguments) {
  if (count < 2) {
    std::cerr << "usage: bench_writing GRAPH.nq [RUNS]\n";
    return 2;
  }
  try {
    return demarche::run(arguments[1], count > 2 ? std::stoi(arguments[2]) : 5);
  } catch (const std::exception& problem) {
    std::cerr << problem.what() << '\n';
    return 2;
  }
}
