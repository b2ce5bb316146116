#include "graphs/svg_writer.h"

#include "graphs/dot_writer.h"
#include "ontology/error.h"

#ifdef DEMARCHE_HAS_GRAPHVIZ

#include <graphviz/gvc.h>

#include <memory>

#include "ontology/turtle_files.h"

namespace demarche {
namespace {

constexpr std::size_t most_boxes_in_layers = 100;

/// Without what tells Graphviz's version, so that the image is that of the
/// diagram only.
std::string without_comments(std::string svg) {
  for (auto begin = svg.find("<!--"); begin != std::string::npos;
       begin = svg.find("<!--", begin)) {
    const auto end = svg.find("-->", begin);
    if (end == std::string::npos) break;
    svg.erase(begin, end + 4 - begin);
  }
  return svg;
}

/// One for the whole process and never freed: Graphviz remembers fonts by
/// pointers into a context that may be gone.
GVC_t* graphviz() {
  static GVC_t* const context = gvContext();
  return context;
}

}  // namespace

bool can_write_svg() { return true; }

std::string to_svg(const Diagram& diagram) {
  auto* const context = graphviz();
  const std::unique_ptr<Agraph_t, Release<agclose>> graph(
      agmemread(to_dot(diagram).c_str()));
  const bool in_layers = diagram.boxes.size() <= most_boxes_in_layers;
  char* bytes = nullptr;
  unsigned int size = 0;
  if (!context || !graph ||
      gvLayout(context, graph.get(), in_layers ? "dot" : "sfdp") != 0)
    throw Error("Graphviz could not lay out the diagram");
  const int failed = gvRenderData(context, graph.get(), "svg", &bytes, &size);
  std::string svg(failed == 0 ? std::string(bytes, size) : std::string());
  gvFreeRenderData(bytes);
  gvFreeLayout(context, graph.get());
  if (failed != 0) throw Error("Graphviz could not draw the diagram");
  return without_comments(std::move(svg));
}

}  // namespace demarche

#else

namespace demarche {

bool can_write_svg() { return false; }

std::string to_svg(const Diagram&) {
  throw Error(
      "this program was built without Graphviz: use --format dot, or install "
      "libgraphviz-dev and build again");
}

}  // namespace demarche

#endif
