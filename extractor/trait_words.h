#ifndef DEMARCHE_EXTRACTOR_TRAIT_WORDS_H_
#define DEMARCHE_EXTRACTOR_TRAIT_WORDS_H_

#include <cstddef>
#include <string>
#include <vector>

#include "extractor/tree.h"
#include "ontology/ontology.h"

namespace demarche {

// What the traits of events and relations are made of.

/// The local name of a class, or "".
std::string class_name(ClassId id, const Ontology& ontology);

/// The number, or `most` if it is more.
std::string at_most(std::size_t number, std::size_t most);

/// The relations from one word of a tree to another, on the shortest way:
/// "^obj" up, "vnsubj:pass" down.
std::vector<std::string> path(const Tree& tree, WordIndex from, WordIndex to);

/// The first steps of a path as one word.
std::string join(const std::vector<std::string>& steps, std::size_t most);

}  // namespace demarche

#endif
