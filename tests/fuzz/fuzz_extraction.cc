// Articles to graphs and pages, with the shipped model and ontology.

#include <algorithm>
#include <string>
#include <vector>

#include "extractor/article_reader.h"
#include "graphs/article_quads.h"
#include "graphs/check_graph.h"
#include "graphs/compare_html.h"
#include "graphs/event_diagram.h"
#include "graphs/graph_builder.h"
#include "graphs/graph_file.h"
#include "graphs/html_writer.h"
#include "graphs/named_graphs.h"
#include "graphs/relation_diagram.h"
#include "graphs/sord_sink.h"
#include "graphs/turtle_sink.h"
#include "tests/fuzz/targets.h"
#include "tests/shipped.h"

namespace demarche {
namespace {

constexpr std::size_t longest_article = 4000;

/// NUL is what makes a file binary: such a one never gets here.
Extraction extract(std::string_view bytes) {
  std::string text(bytes.substr(0, longest_article));
  std::erase(text, '\0');
  return shipped_extractor().extract(read_article(std::move(text), {}).article);
}

DescribeOptions full_view() {
  DescribeOptions options;
  options.view = View::full;
  options.configuration = {"fuzz", "0", "0"};
  return options;
}

/// Each word reaches the one root by its heads.
void check_tree(const Sentence& sentence) {
  if (sentence.words.empty()) return;
  std::size_t roots = 0;
  for (const Word& word : sentence.words) {
    must_hold(word.head == no_word || word.head < sentence.words.size(),
              "a head is a word");
    if (word.head == no_word) ++roots;
    std::size_t steps = 0;
    for (WordIndex at = word.head; at != no_word; at = sentence.words[at].head)
      must_hold(++steps <= sentence.words.size(), "heads have no circle");
  }
  must_hold(roots == 1, "a sentence has one root");
}

std::vector<RdfStatement> sorted(std::vector<RdfStatement> statements) {
  std::sort(statements.begin(), statements.end());
  statements.erase(std::unique(statements.begin(), statements.end()),
                   statements.end());
  return statements;
}

std::string write(const std::vector<RdfStatement>& statements,
                  RdfSyntax syntax) {
  std::string text;
  TurtleSink sink(syntax, [&](std::string_view bytes) {
    text += bytes;
    return true;
  });
  if (!statements.empty()) sink.set_base(article_of(statements[0].subject));
  for (const RdfStatement& statement : statements) sink.write(statement);
  sink.finish();
  return text;
}

/// How often the page has what could run in it.
std::size_t count_active(std::string_view page) {
  std::size_t count = 0;
  for (const std::string_view tag :
       {"<script", "</script", "<img", "<iframe", "<object", "<embed", "<svg",
        "<style", "<link", "<meta"})
    for (auto at = page.find(tag); at != std::string_view::npos;
         at = page.find(tag, at + 1))
      ++count;
  return count;
}

}  // namespace

void fuzz_extraction(std::string_view bytes) {
  const Extraction extraction = extract(bytes);
  for (const Sentence& sentence : extraction.analysis.sentences)
    check_tree(sentence);
  const Ontology& ontology = shipped_extractor().ontology();
  const auto quads = article_quads(extraction, ontology, full_view());
  for (const auto syntax : {RdfSyntax::nquads, RdfSyntax::trig})
    must_hold(sorted(read_statements("out", write(quads, syntax), syntax)) ==
                  sorted(quads),
              "what is written is read as the same statements");
  must_hold(check_named_graphs(quads).empty(), "named graphs keep the law");
  SordSink store;
  for (const RdfStatement& quad : from_named_graphs(quads)) store.write(quad);
  must_hold(check_graph(store, ontology).empty(), "the graph keeps the laws");
  must_hold(print_sorted(quads) == print_sorted(article_quads(
                                       extract(bytes), ontology, full_view())),
            "the same input gives the same bytes");
}

void fuzz_page(std::string_view bytes) {
  const Extraction extraction = extract(bytes);
  const Ontology& ontology = shipped_extractor().ontology();
  KnowledgeGraph graph;
  add_to_graph(extraction, ontology, full_view(), graph);
  Diagram events;
  static const std::size_t of_page = count_active(to_html(events));
  add_events(graph, ontology, {}, events);
  events.title = extraction.article.text.substr(0, 100);
  for (const Diagram& diagram :
       {events, relation_diagram(relation_table(graph, ontology))})
    must_hold(count_active(to_html(diagram)) == of_page,
              "an article brings nothing that could run");
  must_hold(escape_html(bytes).find_first_of("<>\"") == std::string::npos,
            "text in HTML has no markup");
}

}  // namespace demarche
