#ifndef DEMARCHE_EXTRACTOR_ARTICLE_H_
#define DEMARCHE_EXTRACTOR_ARTICLE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "extractor/span.h"

namespace demarche {

/// What a passage of an article is.  Only the kinds that `is_read` names are
/// searched for events; the others are kept, as layers, for what they are.
enum class PassageKind {
  headline,
  paragraph,
  fact,        ///< A bullet of a digest's Facts.
  narrative,   ///< The body of one narrative of a digest.
  caption,     ///< What a picture shows.
  heading,     ///< "Facts", "Narratives", a cross-head.
  credit,      ///< "[File: …]", "Photo by …".
  source_line  ///< "Source: …", "Sources: …".
};

/// Whether passages of this kind state something (law: credits, source
/// lines and section heads give no events).
bool is_read(PassageKind kind);

/// The name of a kind as `explain` prints it: "headline", "source_line".
const char* name_of(PassageKind kind);

/// A run of text that no sentence crosses, without white space at its ends.
struct Passage {
  Span span;
  PassageKind kind = PassageKind::paragraph;
  /// Index into `Article::narratives`, for a narrative's body and heading.
  std::optional<std::uint32_t> narrative;
};

/// "Pro-Russia narrative, as provided by Tass." and its body.
struct Narrative {
  enum class Stance { pro, anti, other };
  Stance stance = Stance::other;
  Span heading;   ///< The whole introducing sentence.
  Span about;     ///< "Russia"; empty where none is named.
  Span provider;  ///< "Tass"; empty where none is named.
  Span body;
};

/// Whether one is for and the other against; about whom is another question.
constexpr bool are_opposed(const Narrative& a, const Narrative& b) {
  return a.stance != b.stance && a.stance != Narrative::Stance::other &&
         b.stance != Narrative::Stance::other;
}

/// A part of a digest under a heading of its own, beside its narratives.
struct Section {
  enum class Kind { facts, sources };
  Kind kind = Kind::facts;
  Span heading;  ///< "Facts"; "Sources:".
  Span body;     ///< From its first passage to its last; empty: none.
};

/// What is known of an article beside its text.  Empty: not known.
struct Metadata {
  std::string id;  ///< The record's id, or the file's name.
  std::string url;
  std::string title;      ///< Where it is not part of the text.
  std::string published;  ///< ISO 8601 date or date-time.
  std::string publisher;
};

/// A news article as it was read.
///
/// `text` is valid UTF-8 (repaired with U+FFFD, no BOM, line ends as in the
/// file); all spans of all layers refer to it.  Passages are in text order
/// and do not overlap; what lies between them is white space and bullets.
struct Article {
  std::string text;
  std::string iri;
  Metadata metadata;
  bool is_digest = false;
  std::vector<Passage> passages;
  std::vector<Span> sources;      ///< The outlets that a digest names.
  std::vector<Section> sections;  ///< Of a digest, without its narratives.
  std::vector<Narrative> narratives;
};

}  // namespace demarche

#endif
