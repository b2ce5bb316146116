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

/// Makes `name` "dm:accuses"; whether a prefix fits.
bool abbreviate(std::string_view iri, std::string& name) {
  for (const auto& [prefix, space] : prefixes) {
    if (iri.size() <= space.size() || iri[space.size() - 1] != space.back() ||
        !iri.starts_with(space))
      continue;
    const auto local = iri.substr(space.size());
    if (!is_local_name(local)) return false;
    name.assign(prefix).append(":").append(local);
    return true;
  }
  return false;
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

/// Whether a quotation mark stands before what Serd writes as an escape: its
/// own reader takes that for something else in a literal of several lines.
bool has_quote_before_escape(const std::string& text) {
  for (auto at = text.find('"'); at != std::string::npos;
       at = text.find('"', at + 1)) {
    if (at + 1 == text.size()) return false;
    const auto next = static_cast<unsigned char>(text[at + 1]);
    if (next == '"' || next == '\\' || (next < ' ' && next != '\n'))
      return true;
  }
  return false;
}

SerdNode literal_node(const std::string& text) {
  SerdNode node = serd_node_from_string(SERD_LITERAL, bytes_of(text.c_str()));
  // Without these it is written on one line.
  if (has_quote_before_escape(text)) node.flags = 0;
  return node;
}

/// Of an IRI or a short name, which ends in NUL; Serd's writer needs no count
/// of its characters.
SerdNode iri_node(SerdType type, std::string_view text) {
  return {bytes_of(text.data()), text.size(), text.size(), 0, type};
}

}  // namespace

WriteBytes write_to(std::FILE* file) {
  return [file](std::string_view bytes) {
    return std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
  };
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
    const auto prefix = serd_node_from_string(SERD_LITERAL, bytes_of(name));
    const auto node = serd_node_from_string(SERD_URI, bytes_of(space.data()));
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
  const auto node = serd_node_from_string(SERD_URI, bytes_of(base_.c_str()));
  check(serd_writer_set_base_uri(writer_.get(), &node));
}

SerdNode TurtleSink::iri(const std::string& iri, std::string& name) const {
  if (!is_abbreviated()) return iri_node(SERD_URI, iri);
  if (!base_.empty() && iri.size() > base_.size() && iri.starts_with(base_) &&
      iri[base_.size()] == '#')
    return iri_node(SERD_URI, std::string_view(iri).substr(base_.size()));
  if (abbreviate(iri, name)) return iri_node(SERD_CURIE, name);
  return iri_node(SERD_URI, iri);
}

SerdNode TurtleSink::datatype(const std::string& iri, std::string& name) const {
  // Serd writes these as bare numbers and words if it sees the whole IRI.
  if (iri == vocabulary::xsd::integer || iri == vocabulary::xsd::decimal ||
      iri == vocabulary::xsd::boolean)
    return iri_node(SERD_URI, iri);
  return this->iri(iri, name);
}

void TurtleSink::write(const RdfStatement& statement) {
  const auto problem = find_problem(statement, empty_ ? nullptr : &last_);
  if (!problem.empty()) throw std::logic_error("no RDF: " + problem);
  empty_ = false;
  if (last_.subject != statement.subject) last_.subject = statement.subject;
  if (last_.graph != statement.graph) last_.graph = statement.graph;
  const auto& term = statement.object;
  const bool is_literal = term.kind == RdfTerm::Kind::literal;
  const bool is_type = statement.predicate == vocabulary::rdf::type;
  const bool is_in_graph = has_graphs() && statement.graph;
  const auto graph =
      is_in_graph ? iri(*statement.graph, graph_) : SERD_NODE_NULL;
  const auto subject = iri(statement.subject, subject_);
  const auto predicate = is_type ? iri_node(SERD_URI, statement.predicate)
                                 : iri(statement.predicate, predicate_);
  const auto object =
      is_literal ? literal_node(term.text) : iri(term.text, object_);
  const auto type = datatype(term.datatype, datatype_);
  const auto language = literal_node(term.language);
  check(serd_writer_write_statement(
      writer_.get(), 0, is_in_graph ? &graph : nullptr, &subject, &predicate,
      &object, term.datatype.empty() ? nullptr : &type,
      term.language.empty() ? nullptr : &language));
  if (held_.size() >= page_size) flush();
}

void TurtleSink::finish() {
  check(serd_writer_finish(writer_.get()));
  flush();
}

}  // namespace demarche
