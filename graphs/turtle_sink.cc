#include "graphs/turtle_sink.h"

#include <algorithm>
#include <array>
#include <cstdarg>
#include <stdexcept>
#include <utility>

#include "graphs/statement_check.h"
#include "ontology/error.h"
#include "ontology/vocabulary.h"

namespace demarche {
namespace {

constexpr std::size_t page_size = 1U << 16U;

struct Prefix {
  const char* name;
  std::string_view space;
};

constexpr std::array prefixes = {
    Prefix{"dm", vocabulary::ontology_namespace},
    Prefix{"edtf", "http://id.loc.gov/datatypes/edtf/"},
    Prefix{"ent", vocabulary::entity_namespace},
    Prefix{"gaf", "http://groundedannotationframework.org/gaf#"},
    Prefix{"itsrdf", "http://www.w3.org/2005/11/its/rdf#"},
    Prefix{"nif",
           "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"},
    Prefix{"oa", "http://www.w3.org/ns/oa#"},
    Prefix{"prov", "http://www.w3.org/ns/prov#"},
    Prefix{"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
    Prefix{"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
    Prefix{"schema", "https://schema.org/"},
    Prefix{"sem", "http://semanticweb.cs.vu.nl/2009/11/sem/"},
    Prefix{"skos", "http://www.w3.org/2004/02/skos/core#"},
    Prefix{"time", "http://www.w3.org/2006/time#"},
    Prefix{"wd", "http://www.wikidata.org/entity/"},
    Prefix{"xsd", "http://www.w3.org/2001/XMLSchema#"}};

/// A part of what Turtle allows after a prefix, which every parser agrees on.
bool is_local_name(std::string_view name) {
  const auto is_letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  };
  return !name.empty() && is_letter(name.front()) &&
         std::all_of(name.begin(), name.end(), [&](char c) {
           return is_letter(c) || (c >= '0' && c <= '9') || c == '-';
         });
}

/// "dm:accuses"; "" if no prefix fits.
std::string abbreviate(std::string_view iri) {
  for (const auto& [name, space] : prefixes)
    if (iri.starts_with(space) && is_local_name(iri.substr(space.size())))
      return std::string(name) + ":" + std::string(iri.substr(space.size()));
  return "";
}

SerdSyntax serd_syntax(RdfSyntax syntax) {
  switch (syntax) {
    case RdfSyntax::turtle:
      return SERD_TURTLE;
    case RdfSyntax::ntriples:
      return SERD_NTRIPLES;
    case RdfSyntax::trig:
      return SERD_TRIG;
    case RdfSyntax::nquads:
      return SERD_NQUADS;
  }
  return SERD_TURTLE;
}

const std::uint8_t* bytes_of(const char* text) {
  return reinterpret_cast<const std::uint8_t*>(text);
}

}  // namespace

WriteBytes write_to(std::FILE* file) {
  return [file](std::string_view bytes) {
    return std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
  };
}

SerdNode TurtleSink::Text::node() const {
  return serd_node_from_string(type, bytes_of(bytes.c_str()));
}

TurtleSink::TurtleSink(Syntax syntax, WriteBytes write)
    : syntax_(syntax),
      write_(std::move(write)),
      env_(serd_env_new(nullptr)),
      writer_(serd_writer_new(
          serd_syntax(syntax),
          is_abbreviated() ? SERD_STYLE_ABBREVIATED : SerdStyle{}, env_.get(),
          nullptr, take, this)) {
  serd_writer_set_error_sink(writer_.get(), take_error, this);
  if (!is_abbreviated()) return;
  for (const auto& [name, space] : prefixes) {
    const Text iri{std::string(space), SERD_URI};
    const auto prefix = serd_node_from_string(SERD_LITERAL, bytes_of(name));
    const auto node = iri.node();
    check(serd_writer_set_prefix(writer_.get(), &prefix, &node));
  }
}

std::size_t TurtleSink::take(const void* bytes, std::size_t size, void* sink) {
  auto& self = *static_cast<TurtleSink*>(sink);
  self.held_.append(static_cast<const char*>(bytes), size);
  return size;
}

SerdStatus TurtleSink::take_error(void* sink, const SerdError* error) {
  std::array<char, 256> message{};
  std::va_list arguments;
  va_copy(arguments, *error->args);
  std::vsnprintf(message.data(), message.size(), error->fmt, arguments);
  va_end(arguments);
  static_cast<TurtleSink*>(sink)->error_ = message.data();
  return SERD_SUCCESS;
}

void TurtleSink::flush() {
  if (!held_.empty() && !failed_) failed_ = !write_(held_);
  held_.clear();
  if (failed_) throw Error("the output could not be written");
}

void TurtleSink::check(SerdStatus status) {
  if (status != SERD_SUCCESS || !error_.empty())
    throw std::logic_error("Serd refused a statement: " + error_);
}

void TurtleSink::set_base(std::string_view iri) {
  if (!is_abbreviated() || base_ == iri) return;
  // Serd 0.30 would write @base into the open graph.
  if (syntax_ == Syntax::trig) check(serd_writer_finish(writer_.get()));
  base_ = iri;
  const Text base{base_, SERD_URI};
  const auto node = base.node();
  check(serd_writer_set_base_uri(writer_.get(), &node));
}

TurtleSink::Text TurtleSink::iri(std::string_view iri) const {
  if (!is_abbreviated()) return {std::string(iri), SERD_URI};
  if (!base_.empty() && iri.size() > base_.size() && iri.starts_with(base_) &&
      iri[base_.size()] == '#')
    return {std::string(iri.substr(base_.size())), SERD_URI};
  auto name = abbreviate(iri);
  if (!name.empty()) return {std::move(name), SERD_CURIE};
  return {std::string(iri), SERD_URI};
}

TurtleSink::Text TurtleSink::datatype(std::string_view iri) const {
  // Serd writes these as bare numbers and words if it sees the whole IRI.
  if (iri == vocabulary::xsd::integer || iri == vocabulary::xsd::decimal ||
      iri == vocabulary::xsd::boolean)
    return {std::string(iri), SERD_URI};
  return this->iri(iri);
}

void TurtleSink::write(const RdfStatement& statement) {
  const auto problem = find_problem(statement);
  if (!problem.empty()) throw std::logic_error("no RDF: " + problem);
  empty_ = false;
  const auto& term = statement.object;
  const bool is_literal = term.kind == RdfTerm::Kind::literal;
  const bool is_type = statement.predicate == vocabulary::rdf::type;
  const auto subject = iri(statement.subject);
  const auto predicate =
      is_type ? Text{statement.predicate, SERD_URI} : iri(statement.predicate);
  const auto object =
      is_literal ? Text{term.text, SERD_LITERAL} : iri(term.text);
  const auto type = datatype(term.datatype);
  const Text language{term.language, SERD_LITERAL};
  const bool is_in_graph = has_graphs() && statement.graph;
  const auto graph = is_in_graph ? iri(*statement.graph) : Text{};
  const auto subject_node = subject.node(), predicate_node = predicate.node(),
             object_node = object.node(), type_node = type.node(),
             language_node = language.node(), graph_node = graph.node();
  check(serd_writer_write_statement(
      writer_.get(), 0, is_in_graph ? &graph_node : nullptr, &subject_node,
      &predicate_node, &object_node,
      term.datatype.empty() ? nullptr : &type_node,
      term.language.empty() ? nullptr : &language_node));
  if (held_.size() >= page_size) flush();
}

void TurtleSink::finish() {
  check(serd_writer_finish(writer_.get()));
  flush();
}

}  // namespace demarche
