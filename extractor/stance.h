#ifndef DEMARCHE_EXTRACTOR_STANCE_H_
#define DEMARCHE_EXTRACTOR_STANCE_H_

#include <optional>
#include <vector>

#include "extractor/extraction.h"
#include "extractor/reference.h"
#include "extractor/sentence_view.h"

namespace demarche {

/// How somebody stands to what a word says: who, and how sure.
struct Stance {
  /// Index of an `Attribution`; none: the article itself.
  std::optional<std::uint32_t> attribution;
  Factuality factuality = Factuality::certain_positive;
  bool future = false;  ///< Planned, promised, demanded: not yet so.
};

/// Whether two attributions (none: the article) are of one and the same source.
bool is_one_claimer(const std::vector<Attribution>& attributions,
                    std::optional<std::uint32_t> one,
                    std::optional<std::uint32_t> other);

/// Whether it is certain, probable or possible that it did not happen.
bool is_negative(Factuality factuality);
Factuality negate(Factuality factuality);
/// At most this sure, with the polarity kept.
Factuality weaken_to_probable(Factuality factuality);
Factuality weaken_to_possible(Factuality factuality);

/// Who says what in an article, and the stance to each of its words.
struct Attributed {
  std::vector<Attribution> attributions;
  /// Sentence by sentence, word by word.
  std::vector<std::vector<Stance>> stances;
};

/// Follows each sentence from its root downwards: a word's stance is that of
/// the word it depends on, changed by what that one does to its complements
/// (say, deny, fail, plan: `Effect`), and by the word's own modifiers (not,
/// may, will, allegedly).  After the factuality profiles of Saurí and
/// Pustejovsky (2012), with Nairn et al.'s (2006) implicatives.
///
/// A sentence inside quotation marks belongs to the last speaker; one in a
/// digest's narrative to the narrative's provider.  `Attribution::event` is
/// left empty.
Attributed attribute(const Article& article, const Analysis& analysis,
                     const std::vector<SentenceView>& views,
                     const References& references);

}  // namespace demarche

#endif
