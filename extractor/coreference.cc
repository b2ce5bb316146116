// Joins mentions in passes from the surest to the least sure, each on the
// clusters of those before it, as the multi-pass sieve of Lee et al. 2013
// (Computational Linguistics 39:4) does: links, names, titles and appositions,
// the voices of "I" and "you", nouns, pronouns, offices.  Of Durrett and Klein
// 2013 (EMNLP) come what is asked of nouns (head, modifiers, determiner,
// number) and of pronouns (number, gender, class, syntactic place, distance).

#include "extractor/coreference.h"

#include <algorithm>
#include <map>
#include <string>

#include "extractor/antecedents.h"
#include "extractor/descriptions.h"
#include "extractor/entity_description.h"
#include "extractor/grammar_words.h"
#include "extractor/mention_clusters.h"
#include "extractor/name_coreference.h"
#include "extractor/noun_phrase.h"
#include "extractor/office_holders.h"
#include "extractor/owners.h"
#include "extractor/participants.h"
#include "extractor/quotes.h"
#include "extractor/reference.h"
#include "extractor/tree.h"

namespace demarche {
namespace {

/// How far back the same noun may refer to the same thing, in sentences.
constexpr std::uint32_t noun_reach = 12;
/// The same for a kind of thing, which an article has but one of.
constexpr std::uint32_t generic_reach = 60;
/// How many bearers of one noun are kept in mind.
constexpr std::size_t max_bearers = 6;

/// Refers pronouns and nominals back to what stands before them, in order.
class AnaphorResolver {
 public:
  AnaphorResolver(const std::vector<Tree>& trees,
                  const std::vector<Mention>& mentions,
                  const References& references, const Ontology& ontology,
                  std::span<const Span> quotations, MentionClusters* clusters)
      : trees_(trees),
        mentions_(mentions),
        references_(references),
        ontology_(ontology),
        antecedents_(trees, mentions, references, *clusters, quotations),
        clusters_(clusters) {}

  void resolve() {
    for (std::uint32_t i = 0; i < mentions_.size(); ++i) {
      if (mentions_[i].kind == MentionKind::pronoun) resolve_pronoun(i);
      if (mentions_[i].kind == MentionKind::nominal) resolve_nominal(i);
    }
  }

 private:
  const Tree& tree_of(std::uint32_t mention) const {
    return trees_[mentions_[mention].sentence];
  }

  void resolve_pronoun(std::uint32_t i) {
    const Pronoun* pronoun =
        find_pronoun(to_lower(tree_of(i)[mentions_[i].head].form));
    if (pronoun == nullptr || is_expletive(i)) return;
    std::optional<std::uint32_t> antecedent;
    if (pronoun->person == 3) antecedent = antecedents_.of_pronoun(i, *pronoun);
    if (!antecedent) return;
    clusters_->join(*antecedent, i);
    if (pronoun->gender != Gender::unknown)
      clusters_->set_gender(i, pronoun->gender);
  }

  // "It is hard to tell": the subject is a clause, whatever the parser says.
  bool is_expletive(std::uint32_t i) const {
    const Tree& tree = tree_of(i);
    const Word& head = tree[mentions_[i].head];
    return head.head != no_word && to_lower(head.form) == "it" &&
           is_relation(head.relation, "nsubj") &&
           tree.child(head.head, {"csubj"}).has_value();
  }

  struct Bearer {
    std::uint32_t mention = 0;
    std::vector<std::string> modifiers;  ///< Sorted.
    std::vector<std::uint32_t> owners;   ///< Clusters, sorted.
    bool generic = false;                ///< "iodine", "student loans"
  };

  void resolve_nominal(std::uint32_t i) {
    const Mention& mention = mentions_[i];
    const std::string determiner = determiner_of(tree_of(i), mention.head);
    const bool definite = is_definite_determiner(determiner) || is_possessed(i);
    const Bearer bearer = describe(i);
    if (is_quantified_determiner(determiner)) return;
    auto& known = bearers_[noun_of(i) + (mention.plural ? "+" : "")];
    bool joined = false;
    if (definite || bearer.generic || !bearer.owners.empty())
      joined = join_same_noun(bearer, definite, known);
    if (!joined && definite && is_bare(bearer) && !mention.plural &&
        (*clusters_)[i].size == 1)
      if (const auto antecedent = antecedents_.of_nominal(i))
        clusters_->join_if_fit(*antecedent, i);
    if (known.size() == max_bearers) known.erase(known.begin());
    known.push_back(bearer);
  }

  bool is_possessed(std::uint32_t i) const {
    return tree_of(i).child(mentions_[i].head, {"nmod:poss"}).has_value();
  }

  bool is_bare(const Bearer& bearer) const {
    const Tree& tree = tree_of(bearer.mention);
    const WordIndex head = mentions_[bearer.mention].head;
    return bearer.owners.empty() && !is_possessed(bearer.mention) &&
           !tree.child(head, {"acl", "appos", "nummod"}) &&
           !has_compound_outside(tree, head) && !has_phrase_but_in(tree, head);
  }

  /// Not "rights" of "the rights group", which the lexicon has as one.
  bool has_compound_outside(const Tree& tree, WordIndex head) const {
    const WordRange noun = find_denotation(tree, head, ontology_).words;
    for (const WordIndex child : tree.children(head))
      if (is_relation(tree[child].relation, "compound") &&
          !(noun.first <= child && child < noun.end))
        return true;
    return false;
  }

  /// "the region in the north" may be known; "the region of the north" is new.
  static bool has_phrase_but_in(const Tree& tree, WordIndex head) {
    for (const WordIndex child : tree.children(head)) {
      if (!is_relation(tree[child].relation, "nmod")) continue;
      const auto preposition = tree.child(child, {"case"});
      if (!preposition || tree[*preposition].lemma != "in") return true;
    }
    return false;
  }

  /// The words of the lexicon's entry, or the noun alone.
  std::string noun_of(std::uint32_t i) const {
    const Tree& tree = tree_of(i);
    const WordIndex head = mentions_[i].head;
    const auto found = find_denotation(tree, head, ontology_);
    if (!found) return to_lower(tree[head].lemma);
    std::string noun;
    for (const std::string_view lemma : found.entry->lemmas)
      noun.append(lemma) += ' ';
    return noun;
  }

  Bearer describe(std::uint32_t i) const {
    Bearer bearer;
    bearer.mention = i;
    const Tree& tree = tree_of(i);
    for (const Owner& owner : find_owners(tree, mentions_[i], references_))
      bearer.owners.push_back(clusters_->find(index(owner.mention)));
    for (const WordIndex child : tree.children(mentions_[i].head)) {
      const Word& word = tree[child];
      const bool modifies = is_relation(word.relation, "amod") ||
                            is_relation(word.relation, "compound") ||
                            is_relation(word.relation, "nummod");
      if (modifies && !references_.mention_at(mentions_[i].sentence, child))
        bearer.modifiers.push_back(to_lower(word.lemma));
    }
    bearer.generic = is_generic(i);
    std::sort(bearer.owners.begin(), bearer.owners.end());
    std::sort(bearer.modifiers.begin(), bearer.modifiers.end());
    return bearer;
  }

  /// A kind of thing, by a noun without any determiner; of people and bodies
  /// the next may be others.
  bool is_generic(std::uint32_t i) const {
    const Tree& tree = tree_of(i);
    return mentions_[i].type == clusters_->classes().entity &&
           !tree.child(mentions_[i].head, {"det", "nmod:poss", "nummod"});
  }

  /// Whether `later` may be `earlier` again: it says nothing that differs.
  bool repeats(const Bearer& later, const Bearer& earlier,
               bool definite) const {
    const Mention& mention = mentions_[later.mention];
    const Mention& before = mentions_[earlier.mention];
    if (later.generic)
      return earlier.generic && later.modifiers == earlier.modifiers &&
             later.owners == earlier.owners &&
             mention.sentence - before.sentence <= generic_reach;
    if (before.sentence + noun_reach < mention.sentence) return false;
    // "Chadian officials" may be others each time; its army is but one.
    if (!definite && !is_institution(later.mention)) return false;
    if (!later.owners.empty() && later.owners != earlier.owners) return false;
    return std::includes(earlier.modifiers.begin(), earlier.modifiers.end(),
                         later.modifiers.begin(), later.modifiers.end());
  }

  bool is_institution(std::uint32_t i) const {
    const auto found =
        find_denotation(tree_of(i), mentions_[i].head, ontology_);
    return found && found.entry->acts_for_state &&
           ontology_.is_a(found.entry->denotes,
                          clusters_->classes().organization);
  }

  bool join_same_noun(const Bearer& bearer, bool definite,
                      const std::vector<Bearer>& known) {
    for (auto other = known.rbegin(); other != known.rend(); ++other)
      if (repeats(bearer, *other, definite) &&
          !have_other_names(bearer, *other) &&
          clusters_->join_if_fit(other->mention, bearer.mention))
        return true;
    return false;
  }

  /// "Awa Sy (R-Ohio)", "Idris Ba (R-Iowa)": whoever has the same noun to his
  /// name is another all the same.
  bool have_other_names(const Bearer& one, const Bearer& other) const {
    return clusters_->is_person(one.mention) &&
           clusters_->is_person(other.mention) &&
           (*clusters_)[one.mention].named && (*clusters_)[other.mention].named;
  }

  const std::vector<Tree>& trees_;
  const std::vector<Mention>& mentions_;
  const References& references_;
  const Ontology& ontology_;
  Antecedents antecedents_;
  MentionClusters* clusters_;
  std::map<std::string, std::vector<Bearer>> bearers_;
};

std::vector<Entity> collect(const MentionClusters& clusters,
                            std::size_t mention_count) {
  std::vector<Entity> entities;
  std::vector<std::uint32_t> entity_of(mention_count);
  for (std::uint32_t i = 0; i < mention_count; ++i) {
    const std::uint32_t first = clusters.find(i);
    if (first == i) {
      entity_of[i] = static_cast<std::uint32_t>(entities.size());
      entities.emplace_back();
    }
    entities[entity_of[first]].mentions.push_back(MentionId{i});
  }
  return entities;
}

}  // namespace

std::vector<Entity> resolve_coreference(
    const Article& article, const Analysis& analysis,
    const std::vector<Mention>& mentions,
    const std::vector<std::optional<Link>>& links, const Ontology& ontology) {
  std::vector<Tree> trees;
  trees.reserve(analysis.sentences.size());
  for (const Sentence& sentence : analysis.sentences)
    trees.emplace_back(sentence);
  const References references(analysis, mentions, {}, References::Scope::all);
  MentionClusters clusters(mentions, links, ontology);
  join_linked(links, &clusters);
  join_names(analysis, mentions, &clusters);
  join_descriptions(trees, mentions, references, ontology, &clusters);
  join_parts_of_names(analysis, mentions, &clusters);
  const std::vector<Span> quotations = find_quotations(article, analysis);
  join_participants(article, analysis, trees, mentions, references, quotations,
                    &clusters);
  AnaphorResolver(trees, mentions, references, ontology, quotations, &clusters)
      .resolve();
  link_office_holders(trees, mentions, references, ontology,
                      article.metadata.published, &clusters);
  std::vector<Entity> entities = collect(clusters, mentions.size());
  describe_entities(trees, mentions, References(analysis, mentions, entities),
                    clusters, ontology, article.metadata.published, &entities);
  return entities;
}

std::vector<EntityId> entities_by_mention(const std::vector<Entity>& entities,
                                          std::size_t mention_count) {
  std::vector<EntityId> entity_of(mention_count);
  for (std::uint32_t i = 0; i < entities.size(); ++i)
    for (const MentionId mention : entities[i].mentions)
      entity_of[index(mention)] = EntityId{i};
  return entity_of;
}

}  // namespace demarche
