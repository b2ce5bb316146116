// Reads articles once, JSON lines on standard input, and writes what they say
// into FOLDER in every form of RDF, as `demarche extract` writes each:
// news.ttl, news.nt, news.trig, news.nq.
//
//   build/bench_forms FOLDER [ONTOLOGY [MODEL]] < articles.jsonl

#include <cstdio>
#include <fstream>
#include <iostream>
#include <string>

#include "extractor/article_source.h"
#include "extractor/extractor.h"
#include "graphs/article_quads.h"
#include "graphs/graph_builder.h"
#include "graphs/graph_options.h"
#include "graphs/statements.h"
#include "graphs/turtle_sink.h"

namespace demarche {
namespace {

WriteBytes write_to(std::ofstream& file) {
  return [&file](std::string_view bytes) {
    return static_cast<bool>(
        file.write(bytes.data(), static_cast<std::streamsize>(bytes.size())));
  };
}

void write_triples(const KnowledgeGraph& graph, const DescribeOptions& how,
                   const std::string& path, RdfSyntax syntax) {
  std::ofstream file(path, std::ios::binary);
  TurtleSink sink(syntax, write_to(file));
  describe(graph, how, sink);
  sink.finish();
}

int run(const std::string& folder, const std::string& ontology,
        const std::string& model) {
  const Extractor extractor(Ontology::load(ontology), Analyser::load(model));
  const DescribeOptions how{.configuration = {"bench", "0", "0"}};
  KnowledgeGraph graph;
  std::vector<RdfStatement> all;
  std::ofstream file(folder + "/news.trig", std::ios::binary);
  TurtleSink trig(RdfSyntax::trig, write_to(file));
  ArticleSource source("-", InputKind::jsonl);
  while (auto reading = source.next()) {
    const auto extraction = extractor.extract(std::move(reading->article));
    add_to_graph(extraction, extractor.ontology(), how, graph);
    const auto quads = article_quads(extraction, extractor.ontology(), how);
    if (!quads.empty()) trig.set_base(*quads.front().graph);
    for (const auto& quad : quads) trig.write(quad);
    all.insert(all.end(), quads.begin(), quads.end());
  }
  trig.finish();
  std::ofstream(folder + "/news.nq", std::ios::binary) << print_sorted(all);
  write_triples(graph, how, folder + "/news.nt", RdfSyntax::ntriples);
  write_triples(graph, how, folder + "/news.ttl", RdfSyntax::turtle);
  return 0;
}

}  // namespace
}  // namespace demarche

int main(int count, char** arguments) {
  const std::string source = DEMARCHE_SOURCE_DIR;
  if (count < 2) {
    std::cerr << "usage: bench_forms FOLDER [ONTOLOGY [MODEL]]\n";
    return 2;
  }
  try {
    return demarche::run(
        arguments[1], count > 2 ? arguments[2] : source + "/ontology",
        count > 3 ? arguments[3] : source + "/models/demarche.model");
  } catch (const std::exception& problem) {
    std::cerr << problem.what() << '\n';
    return 2;
  }
}
