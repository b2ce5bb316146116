#ifndef DEMARCHE_EXTRACTOR_SPEAKER_LABELS_H_
#define DEMARCHE_EXTRACTOR_SPEAKER_LABELS_H_

#include <optional>
#include <vector>

#include "extractor/extraction.h"

namespace demarche {

/// A speaker who is named by layout, without a verb.
struct SpeakerLabel {
  std::uint32_t sentence = 0;
  WordIndex head = 0;  ///< Of the name.
  Span name;
  Span cue;      ///< The colon or dash.
  Span content;  ///< The rest of the passage.
};

/// Passages that begin with a person or organisation and a colon: headlines
/// ("Rossi: Talks have failed"), outlets in digests, transcripts (where names
/// in capitals count too, if they come back).  Not places, which are
/// datelines.
std::vector<SpeakerLabel> find_speaker_labels(const Article& article,
                                              const Analysis& analysis);

/// The name that signs a quotation: "…" and a dash, then a person or
/// organisation up to the end of the line.  `sentence` is its first.
std::optional<SpeakerLabel> find_signature(const Article& article,
                                           const Analysis& analysis,
                                           std::uint32_t sentence,
                                           Span quotation);

}  // namespace demarche

#endif
