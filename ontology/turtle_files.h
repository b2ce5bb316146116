#ifndef DEMARCHE_ONTOLOGY_TURTLE_FILES_H_
#define DEMARCHE_ONTOLOGY_TURTLE_FILES_H_

#include <sord/sord.h>

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace demarche {

/// The longest tag of a language; Sord silently cuts what is longer.
inline constexpr std::size_t longest_language = 15;

/// Lets `unique_ptr` own a handle of a C library.
template <auto release>
struct Release {
  void operator()(auto* handle) const { release(handle); }
};

/// A statement and where it was written.  Equal nodes are equal pointers;
/// they live as long as their `TurtleFiles`.
struct Statement {
  const SordNode* subject = nullptr;
  const SordNode* predicate = nullptr;
  const SordNode* object = nullptr;
  const SordNode* graph = nullptr;  ///< Of TriG; null: the default graph.
  std::uint32_t file = 0;           ///< Index for `TurtleFiles::name`.
  std::uint32_t line = 0;           ///< Where the object ends, from 1.
};

/// All statements about one subject, in the order of the files.
struct Description {
  const SordNode* subject = nullptr;
  std::span<const Statement> statements;  ///< At least one.
};

/// The characters of an IRI or a literal.
std::string_view text_of(const SordNode* node);
bool is_iri(const SordNode* node);

/// The statements of Turtle files, in the order in which they were written,
/// which a Sord model would lose and which matters for lists of roles.
class TurtleFiles {
 public:
  enum class Syntax { turtle, trig };

  TurtleFiles();

  /// Adds the statements of `text`.  Throws `Error` with `name` and line if it
  /// is malformed.
  void add(const std::string& name, std::string_view text,
           Syntax syntax = Syntax::turtle);

  /// In the order of adding, until `describe` sorts them by subject.
  const std::vector<Statement>& statements() const { return statements_; }

  /// The node of an IRI, for comparison with nodes of statements.
  const SordNode* node(std::string_view iri);

  const std::string& name(std::uint32_t file) const { return names_[file]; }

  /// By subject, in order of its first statement.  Sorts the statements: call
  /// it after the last `add`; valid until the next one.
  std::vector<Description> describe();

 private:
  struct Reading;

  std::unique_ptr<SordWorld, Release<sord_world_free>> world_;
  std::vector<std::string> names_;
  std::vector<Statement> statements_;
};

}  // namespace demarche

#endif
