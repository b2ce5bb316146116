#ifndef DEMARCHE_EXTRACTOR_MENTION_CLUSTERS_H_
#define DEMARCHE_EXTRACTOR_MENTION_CLUSTERS_H_

#include <optional>
#include <vector>

#include "extractor/entity_classes.h"
#include "extractor/extraction.h"
#include "extractor/link_entities.h"
#include "ontology/ontology.h"

namespace demarche {

enum class Gender { unknown, feminine, masculine };

/// A growing partition of mentions into referents (union–find).  A cluster
/// is named by its first mention, so that the order of joins is no matter.
///
/// Refers to what it was made of, which must outlive it.
class MentionClusters {
 public:
  /// What is known of a referent, from all its mentions.
  struct Referent {
    ClassId type = ClassId::none;
    /// How sure the type is: 3 linked, 2 name, 1 nominal, 0 pronoun.
    int certainty = 0;
    std::optional<std::uint32_t> linked;  ///< A mention with a link.
    bool named = false;
    bool plural = false;  ///< Of its first mention that is no pronoun.
    Gender gender = Gender::unknown;
    std::uint32_t size = 1;
  };

  MentionClusters(const std::vector<Mention>& mentions,
                  const std::vector<std::optional<Link>>& links,
                  const Ontology& ontology);

  /// The first mention of the cluster of `mention`.
  std::uint32_t find(std::uint32_t mention) const;

  const Referent& operator[](std::uint32_t mention) const {
    return referents_[find(mention)];
  }

  /// Whether both may be one: neither links, nor classes, nor genders object.
  bool may_join(std::uint32_t a, std::uint32_t b) const;
  /// Joins the two clusters.
  void join(std::uint32_t a, std::uint32_t b);
  /// `join` if `may_join`; whether they are one now.
  bool join_if_fit(std::uint32_t a, std::uint32_t b);

  void set_gender(std::uint32_t mention, Gender gender);
  /// Links the cluster, which has no link.
  void set_link(std::uint32_t mention, const Link& link);

  /// The link of the cluster, or null.
  const Link* link_of(std::uint32_t mention) const;
  bool is_person(std::uint32_t mention) const {
    return is_a(mention, classes_.person);
  }
  bool is_a(std::uint32_t mention, ClassId ancestor) const {
    return ontology_.is_a((*this)[mention].type, ancestor);
  }
  const EntityClasses& classes() const { return classes_; }

 private:
  std::vector<std::optional<Link>> links_;
  const Ontology& ontology_;
  EntityClasses classes_;
  mutable std::vector<std::uint32_t> parents_;
  std::vector<Referent> referents_;
};

}  // namespace demarche

#endif
