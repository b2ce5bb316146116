#ifndef DEMARCHE_ONTOLOGY_ONTOLOGY_LOADER_H_
#define DEMARCHE_ONTOLOGY_ONTOLOGY_LOADER_H_

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "ontology/ontology.h"
#include "ontology/turtle_files.h"

namespace demarche {

/// The `*.ttl` files of `folder`, its lexicon/ and its gazetteer/, in order of
/// name; each begins with `folder`.  Throws `Error` if there are none.
std::vector<std::string> turtle_files_of(const std::string& folder);

/// The bytes of a file.  Throws `Error` if it cannot be read.
std::string load_bytes(const std::string& path);

/// The Turtle files of an ontology, read and not yet understood.
struct OntologySources {
  struct File {
    std::string path;
    std::string bytes;
  };
  std::vector<File> files;
  std::string digest;  ///< `Ontology::digest`
};

/// Its digest alone, with no file kept.  Throws `Error` if there are none.
std::string digest_of_sources(const std::string& folder);

/// Throws `Error` if there are none or one cannot be read.
OntologySources load_sources(const std::string& folder);

/// "dm:accuser" for an IRI in one of our namespaces, the IRI for others.
std::string short_name(std::string_view iri);

/// The name of an effect in the lexicon ("reporting"), understood.
std::optional<Effect> find_effect(std::string_view local_name);

/// The slot that the local name of a property stands for: "ARG0" for arg0,
/// "ARGM-LOC" for argmLoc, "subject"; nothing for another property.
std::optional<std::string> find_slot(std::string_view local_name);

/// The nodes that loading looks for, so that it compares pointers.
struct LoaderTerms {
  explicit LoaderTerms(TurtleFiles& files);

  const SordNode *type, *rdfs_class, *sub_class_of, *label, *domain, *range;
  const SordNode *lexical_entry, *skos_concept, *pref_label, *alt_label,
      *exact_match;
  const SordNode *role_property, *direct_relation_class,
      *standing_relation_class, *tenure, *holiday;
  const SordNode *plover_category, *plover_mode, *score, *has_role,
      *direct_relation, *reciprocal, *side, *means, *planned_as, *refused_as,
      *referred_to_as, *opposite_of;
  const SordNode *lemma, *part_of_speech, *roleset, *evokes, *mode, *light,
      *attitude, *undergoes, *initiates, *effect, *clausal, *denotes,
      *office_of, *sector, *relation, *acts_for_state;
  const SordNode *adjective, *people, *actor_code, *country, *metonym_of;
  const SordNode *holder, *office, *of, *since, *until;
  const SordNode *month_day, *first_weekday, *days_after_easter;
};

/// Adds lists in the order of their texts, so that images are the same.
template <class Value>
void add_in_order(
    const std::unordered_map<std::string_view, std::vector<Value>>& lists,
    TextIndex<Value>& index) {
  std::vector<std::string_view> texts;
  for (const auto& [text, values] : lists) texts.push_back(text);
  std::sort(texts.begin(), texts.end());
  for (const std::string_view text : texts) index.add(text, lists.at(text));
}

/// Builds an ontology from the descriptions of Turtle files: first classes
/// and properties, then words and concepts, which refer to them.
class OntologyLoader {
 public:
  /// The image of the ontology (ontology/ontology_image.h).  Throws `Error`
  /// "file:line: problem".  Call it once.
  std::vector<char> compile(const OntologySources& sources);

 private:
  void read(const OntologySources& sources);
  void declare();
  void declare_as(const SordNode* type, const Description& description);
  void load_class(const Description& description);
  void load_property(const Description& description);
  void load_entry(const Description& description);
  void load_concept(const Description& description);
  void load_tenure(const Description& description);
  void load_holiday(const Description& description);

  void sort_classes();
  void inherit(Class& heir, const Class& parent);
  void index_entries();
  void index_labels();
  void add_label(const Statement& statement, ConceptId id, LabelKind kind);
  void read_slot(const Statement& statement, LexicalEntry& entry);

  ClassId class_of(const Statement& statement) const;
  PropertyId property_of(const Statement& statement) const;
  ConceptId concept_of(const Statement& statement) const;
  [[noreturn]] void fail(const Statement& statement,
                         const std::string& problem) const;

  /// A text that no node has; views of it live as long as this.
  std::string_view keep(std::string text);

  Ontology ontology_;  ///< Its texts are those of nodes, or kept.
  TurtleFiles files_;
  LoaderTerms terms_{files_};
  std::vector<Description> descriptions_;
  /// Descriptions by what they describe, in step with the ontology's lists.
  std::vector<const Description*> class_descriptions_, property_descriptions_,
      entry_descriptions_, concept_descriptions_, tenure_descriptions_,
      holiday_descriptions_;
  std::unordered_map<const SordNode*, ClassId> classes_;
  std::unordered_map<const SordNode*, PropertyId> properties_;
  std::unordered_map<const SordNode*, ConceptId> concepts_;
  std::unordered_map<std::string_view, std::vector<LabelMatch>> labels_;
  std::unordered_set<std::string> kept_;
};

}  // namespace demarche

#endif
