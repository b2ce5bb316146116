#ifndef DEMARCHE_EXTRACTOR_CONTENTS_H_
#define DEMARCHE_EXTRACTOR_CONTENTS_H_

#include <string_view>
#include <vector>

#include "extractor/extraction.h"
#include "extractor/reference.h"
#include "extractor/tree.h"

namespace demarche {

// What an attribution covers and whose it is: the text that a cue's source is
// said to say or think, as one or more pieces.

/// Whether `content` is whom the cue tells something ("told reporters that
/// …"): a noun beside the clause that is said.
bool is_hearer(const Tree& tree, WordIndex content, WordIndex cue);

/// Adds the words below `content` that are not those of the cue's own clause,
/// where this one lies inside ("The port, she said, is closed").
void append_content(const Tree& tree, WordIndex content, WordIndex cue,
                    std::vector<Span>& pieces);

/// Adds what `cue` governs as the object of an attitude: its core arguments,
/// and the phrases that the words of its entry mark ("call for").
void append_object(const Tree& tree, WordIndex cue,
                   const std::vector<WordIndex>& entry_words,
                   std::vector<Span>& pieces);

/// Sorts pieces and joins those that overlap or have only spaces and
/// punctuation between them.
void join_pieces(std::string_view text, std::vector<Span>& pieces);

/// Takes `span` out of all pieces.
void cut_out(Span span, std::vector<Span>& pieces);

/// Names the source of `cue`: the phrase headed by `source_of` itself where
/// that is another word ("according to X"), else who fills the cue's slots.
void find_source(const Tree& tree, std::uint32_t sentence, WordIndex cue,
                 WordIndex source_of, const References& references,
                 Attribution& attribution);

/// Names the source of a verb that stands beside a quotation by what stands
/// beside the verb, before or after, whatever the tree says.
void find_neighbour(const Tree& tree, std::uint32_t sentence, WordIndex cue,
                    const References& references, Attribution& attribution);

}  // namespace demarche

#endif
