#include "extractor/party_members.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "extractor/gazetteer_names.h"
#include "extractor/grammar_words.h"
#include "extractor/link_entities.h"
#include "extractor/noun_phrase.h"

namespace demarche {
namespace {

using LabelKinds = std::initializer_list<LabelKind>;

/// Whether the gazetteer has the words for a party, as a label of these kinds.
bool is_party_called(const Tree& tree, WordIndex first, WordIndex end,
                     LabelKinds kinds, const Ontology& ontology) {
  const ClassId party = ontology.find_class("PoliticalParty");
  const auto matches =
      find_written_label(text_of(tree.sentence(), first, end), ontology);
  return std::any_of(
      matches.begin(), matches.end(), [&](const LabelMatch& match) {
        return std::find(kinds.begin(), kinds.end(), match.kind) !=
                   kinds.end() &&
               ontology.is_a(ontology[match.concept_id].type, party);
      });
}

/// "some", "most", "all": any determiner but the article and pointers.
bool is_quantity(const Word& word) {
  const std::string form = to_lower(word.form);
  return is_relation(word.relation, "nummod") ||
         (is_relation(word.relation, "det") && form != "the" &&
          !is_definite_determiner(form));
}

/// "Republicans who object", but not "Republicans, who object".
bool is_restricting(const Tree& tree, WordIndex clause, WordIndex head) {
  if (!is_relation(tree[clause].relation, "acl") || clause < head) return false;
  for (WordIndex i = head + 1; i < clause; ++i)
    if (tree[i].form == ",") return false;
  return true;
}

}  // namespace

bool is_some_members(const Tree& tree, const Name& name, WordIndex head,
                     const Ontology& ontology) {
  const Word& word = tree[head];
  const bool noun = word.upos == Upos::noun || word.upos == Upos::propn;
  if (!noun || is_relation(word.relation, "compound") ||
      word.relation == "nmod:desc" || is_relation(word.relation, "flat") ||
      !is_party_called(tree, name.first, name.end, {LabelKind::people},
                       ontology))
    return false;
  const auto children = tree.children(head);
  const bool part =
      std::any_of(children.begin(), children.end(), [&](WordIndex child) {
        return is_quantity(tree[child]) ||
               is_relation(tree[child].relation, "amod") ||
               is_restricting(tree, child, head);
      });
  return part || (!is_plural(word) && name.end == name.first + 1 &&
                  tree.child(head, {"det", "compound"}));
}

bool is_party_by_its_people(const Tree& tree, const Mention& party,
                            const Ontology& ontology) {
  return is_party_called(tree, party.first, party.end,
                         {LabelKind::people, LabelKind::adjective}, ontology);
}

}  // namespace demarche
