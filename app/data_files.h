#ifndef DEMARCHE_APP_DATA_FILES_H_
#define DEMARCHE_APP_DATA_FILES_H_

#include <string>

#include "ontology/ontology.h"

// Where the ontology and the model are, in this order: what the command line
// says; the folder in the environment variable DEMARCHE_DATA; ../share/demarche
// beside the program; the source folder that it was built from; the folder
// that it was to be installed to.

namespace demarche {

/// The folder of the ontology.  `given` is the option's value or empty.
/// Throws `Error` if there is none.
std::string find_ontology(const std::string& given);

/// The ontology of `find_ontology`.  It comes compiled from FOLDER.cache or
/// from ontology.cache beside the program, or else from the user's cache, which
/// is written where need be: demarche/ in $XDG_CACHE_HOME or ~/.cache.  With
/// DEMARCHE_CACHE=off in the environment all of these are left alone.
Ontology load_given_ontology(const std::string& given);

/// The model file, in the same way.
std::string find_model(const std::string& given);

}  // namespace demarche

#endif
