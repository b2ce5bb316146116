// demarche diagram: who does what to whom, drawn from articles or graphs.

#include <CLI/CLI.hpp>
#include <memory>
#include <string>

#include "app/article_loop.h"
#include "app/commands.h"
#include "app/filter_options.h"
#include "app/graph_input.h"
#include "app/output.h"
#include "graphs/dot_writer.h"
#include "graphs/event_diagram.h"
#include "graphs/graphml_writer.h"
#include "graphs/html_writer.h"
#include "graphs/mermaid_writer.h"
#include "graphs/narrative_diagram.h"
#include "graphs/relation_diagram.h"
#include "graphs/svg_writer.h"
#include "graphs/timeline_diagram.h"
#include "ontology/error.h"

namespace demarche {
namespace {

constexpr const char* examples =
    "Examples:\n"
    "  demarche diagram article.txt -o article.svg\n"
    "  demarche diagram --format html news.jsonl -o news.html\n"
    "  demarche diagram --actor Russia --since 2023-01 news.ttl -o russia.svg\n"
    "  demarche diagram --kind narratives --format html digest.txt -o d.html\n"
    "  demarche diagram --format dot article.ttl | dot -Tpng > article.png";

struct DiagramOptions {
  ArticleOptions articles;
  RelationFilter filter;
  std::string format = "svg";
  std::string kind = "relations";
};

std::string print(const Diagram& diagram, const std::string& format) {
  if (format == "svg") return to_svg(diagram);
  if (format == "html") return to_html(diagram);
  if (format == "graphml") return to_graphml(diagram);
  if (format == "mermaid") return to_mermaid(diagram);
  return to_dot(diagram);
}

/// "Who does what to whom: TITLE", where all is from one article with a title.
void add_article(const GraphInput& input, Diagram& diagram) {
  const ArticleNode* only = nullptr;
  for (const auto& graph : input.graphs())
    for (std::uint32_t i = 0; i < graph.size(); ++i)
      if (const auto* article = find_data<ArticleNode>(graph, NodeId{i})) {
        if (only != nullptr) return;
        only = article;
      }
  if (only == nullptr) return;
  const auto& about = *only->metadata;
  const auto& name = about.title.empty() ? about.id : about.title;
  if (!name.empty()) diagram.title += ": " + name;
}

Diagram make_diagram(const DiagramOptions& options, const GraphInput& input) {
  Diagram diagram;
  if (options.kind == "relations") {
    diagram = relation_diagram(filter(input.relations(), options.filter));
    diagram.title = "Who does what to whom";
  } else if (options.kind == "timeline") {
    diagram = timeline_diagram(filter(input.relations(), options.filter));
    diagram.title = "What was done when";
  } else if (options.kind == "events") {
    for (const auto& graph : input.graphs())
      add_events(graph, input.ontology(), options.filter, diagram);
    diagram.title = "Events and their roles";
  } else {
    for (const auto& graph : input.graphs())
      add_narratives(graph, input.ontology(), options.filter, diagram);
    diagram.title = "Narrative against narrative";
  }
  add_article(input, diagram);
  return diagram;
}

ExitStatus draw(const DiagramOptions& options) {
  if (options.format == "svg" && !can_write_svg())
    throw Error("this demarche was built without Graphviz; use --format html");
  Output output(options.articles.output);
  const GraphInput input(options.articles);
  if (!input.graphs().empty())
    output.write(print(make_diagram(options, input), options.format));
  finish(input.status(), output);
  return input.status();
}

}  // namespace

void add_diagram_command(CLI::App& program, ExitStatus& status) {
  CLI::App& command = *program.add_subcommand(
      "diagram", "Draw who does what to whom, and who says so");
  auto options = std::make_shared<DiagramOptions>();
  add_article_options(
      command, options->articles,
      {"auto", "text", "digest", "html", "jsonl", "warc", "graph"});
  command
      .add_option("--kind", options->kind,
                  "relations (default); events, with their roles; narratives "
                  "of digests, side by side; timeline")
      ->check(CLI::IsMember({"relations", "events", "narratives", "timeline"}));
  command
      .add_option("--format", options->format,
                  "svg (default), html (one page, with the sentences), dot, "
                  "graphml or mermaid")
      ->check(CLI::IsMember({"svg", "html", "dot", "graphml", "mermaid"}));
  add_filter_options(command, options->filter);
  command.footer(examples);
  command.callback([options, &status] { status = draw(*options); });
}

}  // namespace demarche
