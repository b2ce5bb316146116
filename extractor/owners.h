#ifndef DEMARCHE_EXTRACTOR_OWNERS_H_
#define DEMARCHE_EXTRACTOR_OWNERS_H_

#include <cstdint>
#include <vector>

#include "extractor/extraction.h"
#include "extractor/reference.h"
#include "extractor/tree.h"

namespace demarche {

/// Whose an actor is, by the words of its phrase: "Chad" and "army" in
/// "Chad's army spokesman".
struct Owner {
  /// In order of how close they are to the noun.
  enum class Link { compound, of_phrase, possessive, adjective };
  Link link = Link::compound;
  MentionId mention{};
};

/// The owners of a nominal, closest first.  A noun inside another's phrase
/// ("army" above), or before the name to which it is a title, shares what
/// stands before both.
std::vector<Owner> find_owners(const Tree& tree, const Mention& nominal,
                               const References& references);

}  // namespace demarche

#endif
