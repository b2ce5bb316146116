// Files of ours that may be damaged: ontology, model, graphs.

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <string>
#include <vector>

#include "extractor/analyser.h"
#include "extractor/sentence_splitter.h"
#include "graphs/check_graph.h"
#include "graphs/graph_file.h"
#include "graphs/graph_reader.h"
#include "graphs/named_graphs.h"
#include "graphs/nquads.h"
#include "graphs/sord_sink.h"
#include "graphs/turtle_sink.h"
#include "ontology/error.h"
#include "ontology/ontology.h"
#include "ontology/sha256.h"
#include "tests/fuzz/targets.h"
#include "tests/small_ontology.h"
#include "tests/temporary_folder.h"

namespace demarche {
namespace {

std::string turtle_of(const std::vector<RdfStatement>& statements) {
  std::string text;
  TurtleSink sink(RdfSyntax::trig, [&](std::string_view bytes) {
    text += bytes;
    return true;
  });
  for (const RdfStatement& statement : statements) sink.write(statement);
  sink.finish();
  return text;
}

/// The bytes with the size and the checksum that a model file of them has:
/// changed bytes get no further than these otherwise.
std::string with_checksum(std::string_view bytes) {
  std::string file(bytes);
  if (file.size() < 64) return file;
  const std::uint64_t size = file.size();
  std::memcpy(file.data() + 16, &size, sizeof size);
  const Sha256::Digest digest = sha256(std::string_view(file).substr(64));
  std::memcpy(file.data() + 32, digest.data(), digest.size());
  return file;
}

std::vector<RdfStatement> sorted(std::vector<RdfStatement> statements) {
  std::sort(statements.begin(), statements.end());
  statements.erase(std::unique(statements.begin(), statements.end()),
                   statements.end());
  return statements;
}

}  // namespace

void fuzz_ontology(std::string_view bytes) {
  const TemporaryFolder folder;
  folder.write("words.ttl", std::string(bytes));
  try {
    const Ontology ontology = Ontology::load(folder.path());
    must_hold(ontology.digest().size() == 64, "an ontology has a digest");
  } catch (const Error& error) {
    must_hold(std::string_view(error.what()).starts_with(folder.path()),
              "an error tells its place");
  }
}

void fuzz_model(std::string_view bytes) {
  const TemporaryFolder folder;
  const std::string path = folder.write("model", with_checksum(bytes));
  try {
    const std::string text = "a b c a b c .";
    const auto size = static_cast<std::uint32_t>(text.size());
    std::vector<Sentence> sentences = {make_sentence(text, {0, size}, {})};
    Analyser::load(path).analyse(sentences);
  } catch (const Error& error) {
    must_hold(std::string_view(error.what()).starts_with(path),
              "an error tells its place");
  }
}

void fuzz_graph(std::string_view bytes) {
  for (const auto syntax : {RdfSyntax::trig, RdfSyntax::nquads}) {
    try {
      const auto statements = read_statements("file", bytes, syntax);
      must_hold(sorted(read_statements("again", turtle_of(statements),
                                       RdfSyntax::trig)) == sorted(statements),
                "what was read is written as the same statements");
      SordSink store;
      for (const auto& statement : from_named_graphs(statements))
        store.write(statement);
      check_named_graphs(statements);
      check_graph(store, small_ontology());
      read_graph(store, small_ontology());
    } catch (const Error& error) {
      must_hold(std::string_view(error.what()).starts_with("file:"),
                "an error tells its place");
    }
  }
}

void fuzz_statement(std::string_view bytes) {
  try {
    const auto statement = parse_nquad(bytes);
    if (statement)
      must_hold(parse_nquad(print_nquad(*statement)) == statement,
                "a line that was printed is read as the same statement");
  } catch (const std::invalid_argument&) {
  }
}

}  // namespace demarche
