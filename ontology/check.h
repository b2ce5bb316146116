#ifndef DEMARCHE_ONTOLOGY_CHECK_H_
#define DEMARCHE_ONTOLOGY_CHECK_H_

#include <string>
#include <vector>

namespace demarche {

/// What is wrong with the ontology of `folder`, as "file:line: problem" in
/// order of file and line; empty if it can be used as it is.
///
/// Finds more than loading does: what loads but cannot be meant, such as a
/// role of another class, a term that nothing defines, or a word said twice.
/// What cannot be loaded at all is the only problem returned.
std::vector<std::string> check_ontology(const std::string& folder);

}  // namespace demarche

#endif
