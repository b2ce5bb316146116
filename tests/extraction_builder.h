#ifndef DEMARCHE_TESTS_EXTRACTION_BUILDER_H_
#define DEMARCHE_TESTS_EXTRACTION_BUILDER_H_

#include <optional>
#include <string>
#include <string_view>

#include "extractor/extraction.h"
#include "ontology/ontology.h"

namespace demarche {

/// A small ontology of invented states: Norland and Sudmark; accusations,
/// withdrawals, meetings and protests.
const Ontology& invented_ontology();

/// Builds an extraction layer by layer from words of its text, for tests of
/// what is made of extractions.
class ExtractionBuilder {
 public:
  /// Of an article <https://news.example/1>.
  explicit ExtractionBuilder(std::string_view text);

  /// Where `words` stand for the `number`-th time.  Throws
  /// `std::invalid_argument` if they do not.
  Span at(std::string_view words, int number = 1) const;

  /// An entity that is first mentioned by `words`, of a class and, if it is in
  /// the gazetteer, with the concept's local name ("norland").
  EntityId entity(std::string_view words, std::string_view type,
                  std::string_view known = "", int number = 1);
  EventId event(std::string_view words, std::string_view type,
                Factuality factuality = Factuality::certain_positive);
  /// `words` are the evidence.
  void role(EventId event, std::string_view property, Filler filler,
            std::string_view words, int number = 1);
  std::uint32_t attribution(std::optional<EntityId> source,
                            std::string_view source_words,
                            std::string_view cue);
  ClaimId claim(std::variant<EventId, std::uint32_t> about,
                Factuality factuality = Factuality::certain_positive,
                std::optional<std::uint32_t> attribution = {},
                std::optional<ClaimId> within = {});

  Extraction extraction;
};

/// "Norland accused Sudmark of leaving the grain talks.": the accusation is
/// the article's, the leaving only Norland's claim.
Extraction accusation_extraction();

}  // namespace demarche

#endif
