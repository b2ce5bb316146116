// Reads a graph and writes it as Turtle, as `serdi -o turtle` does: for
// bench/proof.py, which times both as whole processes.
//
//   build/bench_convert GRAPH.nt > GRAPH.ttl

#include <cstdio>
#include <iostream>

#include "graphs/graph_file.h"
#include "graphs/turtle_sink.h"

int main(int count, char** arguments) {
  if (count != 2) {
    std::cerr << "usage: bench_convert GRAPH.nt > GRAPH.ttl\n";
    return 2;
  }
  try {
    demarche::TurtleSink sink(demarche::RdfSyntax::turtle,
                              demarche::write_to(stdout));
    for (const auto& statement : demarche::load_statements(arguments[1]))
      sink.write(statement);
    sink.finish();
    return std::fflush(stdout) == 0 ? 0 : 2;
  } catch (const std::exception& problem) {
    std::cerr << problem.what() << '\n';
    return 2;
  }
}
