#ifndef DEMARCHE_ONTOLOGY_ONTOLOGY_IMAGE_H_
#define DEMARCHE_ONTOLOGY_ONTOLOGY_IMAGE_H_

#include <optional>
#include <string_view>
#include <vector>

#include "ontology/mapped_file.h"
#include "ontology/ontology.h"

namespace demarche {

/// An ontology as bytes: all its lists one after another.
///
/// Every `Ontology` is read from an image, be it compiled from Turtle just now
/// or kept in a file, so that the two cannot differ.
class OntologyImage {
 public:
  /// The same bytes for the same ontology.
  static std::vector<char> write(const Ontology& ontology);

  /// Nothing if the bytes are no image.  Those after `offset` are read; the
  /// ontology's texts are views into them.
  static std::optional<Ontology> read(std::vector<char> bytes);
  static std::optional<Ontology> read(MappedFile file, std::size_t offset);

 private:
  static bool fill(Ontology& ontology, std::string_view bytes);
};

}  // namespace demarche

#endif
