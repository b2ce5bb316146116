#include "graphs/sord_sink.h"

#include <algorithm>
#include <functional>
#include <stdexcept>
#include <utility>

#include "graphs/named_graphs.h"
#include "graphs/statement_check.h"

namespace demarche {
namespace {

using Node = std::unique_ptr<SordNode, std::function<void(SordNode*)>>;

const std::uint8_t* bytes_of(const std::string& text) {
  return reinterpret_cast<const std::uint8_t*>(text.c_str());
}

Node own(SordWorld* world, SordNode* node) {
  return {node, [world](SordNode* owned) { sord_node_free(world, owned); }};
}

Node new_iri(SordWorld* world, std::string_view iri) {
  return own(world, sord_new_uri(world, bytes_of(std::string(iri))));
}

Node new_node(SordWorld* world, const RdfTerm& term) {
  if (term.kind == RdfTerm::Kind::iri) return new_iri(world, term.text);
  const auto datatype =
      term.datatype.empty() ? Node{} : new_iri(world, term.datatype);
  return own(world,
             sord_new_literal(
                 world, datatype.get(), bytes_of(term.text),
                 term.language.empty() ? nullptr : term.language.c_str()));
}

}  // namespace

RdfTerm iri_term(std::string_view iri) {
  return {RdfTerm::Kind::iri, std::string(iri), "", ""};
}

RdfTerm term_of(const SordNode* node) {
  if (is_iri(node)) return iri_term(text_of(node));
  RdfTerm term{RdfTerm::Kind::literal, std::string(text_of(node)), "", ""};
  if (const auto* datatype = sord_node_get_datatype(node))
    term.datatype = text_of(datatype);
  if (const auto* language = sord_node_get_language(node))
    term.language = language;
  return term;
}

SordSink::SordSink()
    : world_(sord_world_new()),
      model_(sord_new(world_.get(), SORD_SPO | SORD_OPS | SORD_PSO, false)) {}

void SordSink::write(const RdfStatement& statement) {
  const auto problem = find_problem(statement);
  if (!problem.empty()) throw std::logic_error("no RDF: " + problem);
  auto* world = world_.get();
  const auto subject = new_iri(world, statement.subject);
  const auto predicate = new_iri(world, statement.predicate);
  const auto object = new_node(world, statement.object);
  const SordQuad quad = {subject.get(), predicate.get(), object.get(), nullptr};
  sord_add(model_.get(), quad);
}

void SordSink::load(const std::string& path) {
  for (const auto& statement : from_named_graphs(load_statements(path)))
    write(statement);
}

void SordSink::read(const std::string& name, std::string_view text,
                    RdfSyntax syntax) {
  for (const auto& statement :
       from_named_graphs(read_statements(name, text, syntax)))
    write(statement);
}

std::vector<RdfStatement> SordSink::find(
    std::string_view subject, std::string_view predicate,
    const std::optional<RdfTerm>& object) const {
  auto* world = world_.get();
  const auto subject_node = subject.empty() ? Node{} : new_iri(world, subject);
  const auto predicate_node =
      predicate.empty() ? Node{} : new_iri(world, predicate);
  const auto object_node = object ? new_node(world, *object) : Node{};
  std::vector<RdfStatement> found;
  auto* each = sord_search(model_.get(), subject_node.get(),
                           predicate_node.get(), object_node.get(), nullptr);
  for (; each && !sord_iter_end(each); sord_iter_next(each)) {
    SordQuad quad;
    sord_iter_get(each, quad);
    found.push_back({std::string(text_of(quad[SORD_SUBJECT])),
                     std::string(text_of(quad[SORD_PREDICATE])),
                     term_of(quad[SORD_OBJECT]), std::nullopt});
  }
  sord_iter_free(each);
  std::sort(found.begin(), found.end());
  return found;
}

bool SordSink::contains(std::string_view subject, std::string_view predicate,
                        std::string_view object_iri) const {
  return !find(subject, predicate, iri_term(object_iri)).empty();
}

}  // namespace demarche
