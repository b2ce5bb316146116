#ifndef DEMARCHE_ONTOLOGY_SORT_UNIQUE_H_
#define DEMARCHE_ONTOLOGY_SORT_UNIQUE_H_

#include <algorithm>
#include <vector>

namespace demarche {

/// Sorts the values, and keeps one of those that are equal.
template <class T>
void sort_unique(std::vector<T>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

}  // namespace demarche

#endif
