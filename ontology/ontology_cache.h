#ifndef DEMARCHE_ONTOLOGY_ONTOLOGY_CACHE_H_
#define DEMARCHE_ONTOLOGY_ONTOLOGY_CACHE_H_

#include <string>
#include <vector>

#include "ontology/ontology.h"

// Compiled ontologies in files, which are loaded in a few milliseconds.
//
// A file is a head (magic, key, checksum) and an image.  Its key is a digest of
// the names and bytes of all Turtle files, which are read each time, and of all
// that compiles them; so that a file made of anything else is never used.  What
// is foreign, truncated or damaged is not used either, without a word: the
// Turtle is compiled instead.

namespace demarche {

/// Where compiled ontologies may be.
struct OntologyCache {
  /// Looked into in this order; they need not exist or fit.
  std::vector<std::string> files;
  /// The user's, made and written to where no file fits; "": none.  Of what is
  /// in it, only the newest few are kept.
  std::string folder;
};

/// As `Ontology::load`, by way of a cache.  Throws `Error` for what is wrong
/// with the Turtle, never for a cache.
Ontology load_ontology(const std::string& folder, const OntologyCache& cache);

/// Compiles an ontology into a file for `OntologyCache::files`.  Throws `Error`
/// for what is wrong with the Turtle or if the file cannot be written.
void save_compiled(const std::string& folder, const std::string& file);

}  // namespace demarche

#endif
