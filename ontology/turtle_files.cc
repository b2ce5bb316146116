// Reads Turtle with Serd and keeps the nodes in a Sord world.
//
// Serd 0.30 does not tell its sink where a statement stands.  The reader is
// therefore fed byte by byte from here: the line of a statement is the line of
// the last byte that Serd has asked for, which is the one after the object.

#include "ontology/turtle_files.h"

#include <serd/serd.h>

#include <algorithm>
#include <cstdarg>
#include <cstdio>
#include <unordered_map>

#include "ontology/error.h"

namespace demarche {

/// One file being read; what the callbacks of Serd share.
struct TurtleFiles::Reading {
  TurtleFiles& files;
  SerdEnv* env;
  std::string_view rest;
  std::uint32_t line = 1;
  bool line_ended = false;
  std::uint32_t problem_line = 0;  ///< 0: no problem yet.
  std::string problem;
  /// Nodes by abbreviated IRI ("dm:lemma"), which is quicker than to expand
  /// and look up each again.
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };
  std::unordered_map<std::string, const SordNode*, Hash, std::equal_to<>>
      abbreviated;

  bool expands(const SerdNode* node) const;
  const SordNode* intern(const SerdNode* node, const SerdNode* datatype,
                         const SerdNode* language);
  void fail(std::uint32_t at, std::string what) {
    if (problem_line != 0) return;
    problem_line = at;
    problem = std::move(what);
  }

  static std::size_t source(void* buffer, std::size_t, std::size_t count,
                            void* handle);
  static int no_error(void*) { return 0; }
  static SerdStatus report(void* handle, const SerdError* error);
  static SerdStatus base(void* handle, const SerdNode* uri);
  static SerdStatus prefix(void* handle, const SerdNode* name,
                           const SerdNode* uri);
  static SerdStatus statement(void* handle, SerdStatementFlags,
                              const SerdNode* graph, const SerdNode* subject,
                              const SerdNode* predicate, const SerdNode* object,
                              const SerdNode* datatype,
                              const SerdNode* language);
};

std::size_t TurtleFiles::Reading::source(void* buffer, std::size_t,
                                         std::size_t count, void* handle) {
  auto& self = *static_cast<Reading*>(handle);
  if (self.rest.empty() || count == 0) return 0;
  if (self.line_ended) ++self.line;
  const char byte = self.rest.front();
  self.line_ended = byte == '\n';
  self.rest.remove_prefix(1);
  *static_cast<char*>(buffer) = byte;
  return 1;
}

SerdStatus TurtleFiles::Reading::report(void* handle, const SerdError* error) {
  auto& self = *static_cast<Reading*>(handle);
  char message[256];
  std::va_list copy;
  va_copy(copy, *error->args);
  std::vsnprintf(message, sizeof message, error->fmt, copy);
  va_end(copy);
  std::string problem = message;
  while (!problem.empty() && problem.back() == '\n') problem.pop_back();
  self.fail(self.line, std::move(problem));
  return SERD_SUCCESS;
}

SerdStatus TurtleFiles::Reading::base(void* handle, const SerdNode* uri) {
  return serd_env_set_base_uri(static_cast<Reading*>(handle)->env, uri);
}

SerdStatus TurtleFiles::Reading::prefix(void* handle, const SerdNode* name,
                                        const SerdNode* uri) {
  auto& self = *static_cast<Reading*>(handle);
  self.abbreviated.clear();
  return serd_env_set_prefix(self.env, name, uri);
}

/// Whether an abbreviated name stands for an IRI, as all else does.  Sord
/// 0.16 refuses one that does not, and forgets to free it.
bool TurtleFiles::Reading::expands(const SerdNode* node) const {
  if (node == nullptr || node->type != SERD_CURIE) return true;
  SerdChunk prefix{}, suffix{};
  return serd_env_expand(env, node, &prefix, &suffix) == SERD_SUCCESS &&
         serd_uri_string_has_scheme(prefix.buf);
}

const SordNode* TurtleFiles::Reading::intern(const SerdNode* node,
                                             const SerdNode* datatype,
                                             const SerdNode* language) {
  const bool is_abbreviated = node->type == SERD_CURIE;
  const std::string_view text(reinterpret_cast<const char*>(node->buf),
                              node->n_bytes);
  if (is_abbreviated) {
    const auto known = abbreviated.find(text);
    if (known != abbreviated.end()) return known->second;
  }
  const SordNode* found = nullptr;
  if (expands(node) && expands(datatype))
    found = sord_node_from_serd_node(files.world_.get(), env, node, datatype,
                                     language);
  if (language != nullptr && language->n_bytes > longest_language)
    fail(line, "a tag of a language is too long");
  if (found == nullptr) fail(line, "cannot expand '" + std::string(text) + "'");
  if (is_abbreviated) abbreviated.emplace(text, found);
  return found;
}

SerdStatus TurtleFiles::Reading::statement(
    void* handle, SerdStatementFlags, const SerdNode* graph,
    const SerdNode* subject, const SerdNode* predicate, const SerdNode* object,
    const SerdNode* datatype, const SerdNode* language) {
  auto& self = *static_cast<Reading*>(handle);
  Statement statement;
  statement.subject = self.intern(subject, nullptr, nullptr);
  statement.predicate = self.intern(predicate, nullptr, nullptr);
  statement.object = self.intern(object, datatype, language);
  if (graph != nullptr && graph->type != SERD_NOTHING)
    statement.graph = self.intern(graph, nullptr, nullptr);
  statement.file = static_cast<std::uint32_t>(self.files.names_.size() - 1);
  statement.line = self.line;
  if (self.problem_line != 0) return SERD_ERR_BAD_SYNTAX;
  self.files.statements_.push_back(statement);
  return SERD_SUCCESS;
}

std::string_view text_of(const SordNode* node) {
  std::size_t size = 0;
  const auto* bytes = sord_node_get_string_counted(node, &size);
  return {reinterpret_cast<const char*>(bytes), size};
}

bool is_iri(const SordNode* node) {
  return sord_node_get_type(node) == SORD_URI;
}

TurtleFiles::TurtleFiles() : world_(sord_world_new()) {
  const auto silent = [](void*, const SerdError*) { return SERD_SUCCESS; };
  sord_world_set_error_sink(world_.get(), silent, nullptr);
}

void TurtleFiles::add(const std::string& name, std::string_view text,
                      Syntax syntax) {
  names_.push_back(name);
  const std::unique_ptr<SerdEnv, Release<serd_env_free>> env(
      serd_env_new(nullptr));
  Reading reading{*this, env.get(), text, 1, false, 0, {}, {}};
  const std::unique_ptr<SerdReader, Release<serd_reader_free>> reader(
      serd_reader_new(syntax == Syntax::trig ? SERD_TRIG : SERD_TURTLE,
                      &reading, nullptr, Reading::base, Reading::prefix,
                      Reading::statement, nullptr));
  serd_reader_set_strict(reader.get(), true);
  serd_reader_set_error_sink(reader.get(), Reading::report, &reading);
  const SerdStatus status = serd_reader_read_source(
      reader.get(), Reading::source, Reading::no_error, &reading,
      reinterpret_cast<const std::uint8_t*>(name.c_str()), 1);
  if (status != SERD_SUCCESS && status != SERD_FAILURE)
    reading.fail(reading.line, "not well-formed Turtle");
  if (reading.problem_line != 0)
    throw Error(name, reading.problem_line, reading.problem);
}

const SordNode* TurtleFiles::node(std::string_view iri) {
  const std::string text(iri);
  return sord_new_uri(world_.get(),
                      reinterpret_cast<const std::uint8_t*>(text.c_str()));
}

std::vector<Description> TurtleFiles::describe() {
  std::unordered_map<const SordNode*, std::uint32_t> numbers;
  numbers.reserve(statements_.size() / 4);
  std::vector<std::uint32_t> order;  // Of each statement's subject.
  std::vector<std::uint32_t> counts;
  const SordNode* last = nullptr;
  for (const Statement& statement : statements_) {
    if (statement.subject == last) {
      order.push_back(order.back());
    } else {
      const auto next = static_cast<std::uint32_t>(counts.size());
      const auto [found, is_new] = numbers.emplace(statement.subject, next);
      if (is_new) counts.push_back(0);
      order.push_back(found->second);
      last = statement.subject;
    }
    ++counts[order.back()];
  }
  std::vector<std::size_t> begins(counts.size(), 0);
  for (std::size_t i = 1; i < counts.size(); ++i)
    begins[i] = begins[i - 1] + counts[i - 1];
  std::vector<Statement> sorted(statements_.size());
  std::vector<std::size_t> at = begins;
  for (std::size_t i = 0; i < statements_.size(); ++i)
    sorted[at[order[i]]++] = statements_[i];
  statements_ = std::move(sorted);
  std::vector<Description> descriptions;
  descriptions.reserve(counts.size());
  for (std::size_t i = 0; i < counts.size(); ++i)
    descriptions.push_back(
        {statements_[begins[i]].subject,
         std::span<const Statement>(&statements_[begins[i]], counts[i])});
  return descriptions;
}

}  // namespace demarche
