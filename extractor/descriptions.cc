#include "extractor/descriptions.h"

#include <array>
#include <string_view>

#include "extractor/grammar_words.h"
#include "extractor/noun_phrase.h"
#include "extractor/relation_words.h"
#include "extractor/sentence_names.h"

namespace demarche {
namespace {

class DescriptionFinder {
 public:
  DescriptionFinder(const std::vector<Tree>& trees,
                    const std::vector<Mention>& mentions,
                    const References& references, const Ontology& ontology)
      : trees_(trees),
        mentions_(mentions),
        references_(references),
        ontology_(ontology),
        place_(ontology.find_class("Place")),
        person_(ontology.find_class("Person")),
        organization_(ontology.find_class("Organization")) {}

  std::vector<NameDescription> find() {
    for (std::uint32_t i = 0; i < mentions_.size(); ++i) look_at(i);
    return std::move(found_);
  }

 private:
  void look_at(std::uint32_t i) {
    const Mention& mention = mentions_[i];
    const Tree& tree = trees_[mention.sentence];
    const Word& head = tree[mention.head];
    if (const auto subject = identified(i)) return add(i, *subject);
    if (head.head == no_word) return;
    const auto above = references_.mention_at(mention.sentence, head.head);
    if (mention.kind == MentionKind::pronoun)
      add_antecedent(i);
    else if (const auto name = name_titled(i))
      add(i, *name);
    else if (const auto before = name_apposed(i))
      add(i, *before);
    else if (above && index(*above) != i)
      relate(i, head.relation, *above);
  }

  /// The name right after a title, whatever the parser hangs the title on:
  /// in "President Sy and Prime Minister Ba" each has his own.
  std::optional<MentionId> name_titled(std::uint32_t i) const {
    const Mention& title = mentions_[i];
    const Tree& tree = trees_[title.sentence];
    auto name = find_name_after(tree, title.head);
    if (!name) name = name_after_field(tree, title.head);
    if (title.kind != MentionKind::nominal || title.plural || !name ||
        !ontology_.is_a(title.type, person_))
      return std::nullopt;
    const auto mention = references_.mention_at(title.sentence, *name);
    const bool person =
        mention && mentions_[index(*mention)].kind == MentionKind::name &&
        are_compatible(mentions_[index(*mention)].type, person_, ontology_);
    return person ? mention : std::nullopt;
  }

  /// "Ba" of "Minister of Fisheries Idris Ba": after what a bare title is of.
  static std::optional<WordIndex> name_after_field(const Tree& tree,
                                                   WordIndex title) {
    constexpr WordIndex longest_field = 5;
    const Sentence& sentence = tree.sentence();
    const WordIndex first = title + 2;
    if (first >= sentence.words.size() || !is_capital(tree[title].form[0]) ||
        !determiner_of(tree, title).empty() ||
        (tree[title + 1].lemma != "of" && tree[title + 1].lemma != "for"))
      return std::nullopt;
    for (const Name& name : sentence.names) {
      if (name.type != "PER" || name.first < first) continue;
      const bool near =
          name.first > first && name.first <= first + longest_field;
      return near && is_field(tree, first, name.first)
                 ? std::optional(head_of(sentence, name.first, name.end))
                 : std::nullopt;
    }
    return std::nullopt;
  }

  /// "Fisheries", "the Middle East", "Trade and Industry"
  static bool is_field(const Tree& tree, WordIndex first, WordIndex end) {
    for (WordIndex word = first; word < end; ++word)
      if (tree[word].upos != Upos::det && tree[word].upos != Upos::cconj &&
          !is_capital(tree[word].form[0]))
        return false;
    return tree[end - 1].upos != Upos::cconj;
  }

  /// The name right before the comma of an apposition that is a person.
  std::optional<MentionId> name_apposed(std::uint32_t i) const {
    const Mention& nominal = mentions_[i];
    const Tree& tree = trees_[nominal.sentence];
    if (nominal.kind != MentionKind::nominal || nominal.plural ||
        !is_relation(tree[nominal.head].relation, "appos") ||
        !ontology_.is_a(nominal.type, person_))
      return std::nullopt;
    const auto name = name_before_comma(tree, nominal.head);
    return name ? references_.mention_at(nominal.sentence, *name)
                : std::nullopt;
  }

  /// Whom a definite noun or a name after a copula is: "Awa Sy is the chair of
  /// the board", "her deputy is Idris Ba".
  std::optional<MentionId> identified(std::uint32_t i) const {
    const Mention& predicate = mentions_[i];
    const Tree& tree = trees_[predicate.sentence];
    const auto copula = tree.child(predicate.head, {"cop"});
    const auto subject = tree.child(predicate.head, {"nsubj"});
    if (!copula || !subject || predicate.plural ||
        tree[*copula].xpos != "VBZ" || !ontology_.is_a(predicate.type, person_))
      return std::nullopt;
    const auto mention = references_.mention_at(predicate.sentence, *subject);
    if (!mention || factuality_of(tree, predicate.head, ontology_) !=
                        Factuality::certain_positive)
      return std::nullopt;
    const Mention& one = mentions_[index(*mention)];
    const bool named = predicate.kind == MentionKind::name;
    const std::string determiner =
        determiner_of(tree, named ? one.head : predicate.head);
    const bool definite =
        determiner == "the" ||
        tree.child(named ? one.head : predicate.head, {"nmod:poss"});
    const bool fits = named ? one.kind == MentionKind::nominal
                            : one.kind == MentionKind::name;
    return definite && fits ? mention : std::nullopt;
  }

  // Either of the two may be the noun: parsers make the name the head of
  // "President Silva", but sometimes the title.
  void relate(std::uint32_t i, const std::string& relation, MentionId above) {
    const Mention& lower = mentions_[i];
    const Mention& upper = mentions_[index(above)];
    const bool nominal = lower.kind == MentionKind::nominal;
    const bool upper_nominal = upper.kind == MentionKind::nominal;
    if (upper.kind == MentionKind::pronoun) return;
    // "Awa Sy and others, including the mayor": she is not the mayor.
    if (is_relation(relation, "appos") &&
        trees_[lower.sentence].child(lower.head, {"case"}))
      return;
    if (is_relation(relation, "appos") && lower.plural == upper.plural) {
      if (nominal)
        add(i, above);
      else if (upper_nominal && !name_titled(index(above)) &&
               !name_apposed(index(above)))
        add(index(above), MentionId{i});
    } else if (nominal && !upper_nominal && is_title(relation, lower, upper)) {
      add(i, above);
    } else if (!nominal && upper_nominal && is_named(relation, lower, upper)) {
      add(index(above), MentionId{i});
    }
  }

  bool is_title(std::string_view relation, const Mention& title,
                const Mention& name) const {
    // "the trade union Verdi"
    const bool body = relation == "nmod:desc" &&
                      ontology_.is_a(title.type, organization_) &&
                      ontology_.is_a(name.type, organization_);
    return (relation == "nmod:desc" || relation == "compound") &&
           title.end == name.first && !title.plural &&
           (body || ontology_.is_a(title.type, person_));
  }

  /// A name inside a nominal, which names its referent: "minister" with
  /// "Silva", "region" with "Darfur", but not "region" with "Sudan's".
  bool is_named(std::string_view relation, const Mention& name,
                const Mention& nominal) const {
    if (nominal.plural) return false;
    if (is_relation(relation, "flat") || relation == "nmod:desc")
      return name.head > nominal.head || is_kind_of_place(nominal);
    if (is_relation(relation, "compound"))
      return is_kind_of_place(nominal) && name.end == nominal.head &&
             !has_relation(nominal);
    // "the Farcha district of Bol" is not Bol.
    const Tree& tree = trees_[nominal.sentence];
    return is_relation(relation, "nmod") && is_kind_of_place(nominal) &&
           !tree.child(nominal.head, {"compound"}) && is_after_of(name) &&
           !has_relation(nominal);
  }

  bool is_kind_of_place(const Mention& nominal) const {
    return nominal.type != place_ && ontology_.is_a(nominal.type, place_);
  }

  bool is_after_of(const Mention& name) const {
    const Tree& tree = trees_[name.sentence];
    const auto preposition = tree.child(name.head, {"case"});
    return preposition && tree[*preposition].lemma == "of";
  }

  bool has_relation(const Mention& nominal) const {
    const Tree& tree = trees_[nominal.sentence];
    return !find_relation_word(tree, nominal.head, ontology_).entries.empty();
  }

  /// The noun that the relative clause around a relative pronoun modifies.
  void add_antecedent(std::uint32_t i) {
    const Mention& pronoun = mentions_[i];
    const Tree& tree = trees_[pronoun.sentence];
    if (find_pronoun(to_lower(tree[pronoun.head].form)) != nullptr) return;
    WordIndex word = pronoun.head;
    for (int steps = 0; steps < 4 && tree[word].head != no_word; ++steps) {
      const bool found = is_relation(tree[word].relation, "acl");
      word = tree[word].head;
      if (!found) continue;
      if (const auto mention = references_.mention_at(pronoun.sentence, word))
        add(i, *mention);
      return;
    }
  }

  void add(std::uint32_t nominal, MentionId described) {
    found_.push_back({MentionId{nominal}, described});
  }

  const std::vector<Tree>& trees_;
  const std::vector<Mention>& mentions_;
  const References& references_;
  const Ontology& ontology_;
  ClassId place_, person_, organization_;
  std::vector<NameDescription> found_;
};

/// "the Salang corridor, a road": kinds of place overlap.
bool are_both_places(std::uint32_t a, std::uint32_t b,
                     const MentionClusters& clusters) {
  const EntityClasses& classes = clusters.classes();
  const auto is_mere_place = [&](std::uint32_t i) {
    return clusters.is_a(i, classes.place) && !clusters.is_a(i, classes.state);
  };
  return is_mere_place(a) && is_mere_place(b) &&
         (clusters.link_of(a) == nullptr || clusters.link_of(b) == nullptr);
}

/// The mention before "also known as" and a name, or before "also called".
std::optional<MentionId> find_alias(const Tree& tree, const Mention& name,
                                    const References& references) {
  constexpr std::array<std::string_view, 3> namings = {"known", "called",
                                                       "dubbed"};
  constexpr std::array<std::string_view, 3> adverbs = {"also", "better",
                                                       "formerly"};
  WordIndex word = name.first;
  while (word > 1 && tree[word - 1].upos == Upos::punct &&
         tree[word - 1].form != ",")
    --word;
  if (word > 2 && tree[word - 1].lemma == "as") --word;
  if (word < 4 || !is_one_of(tree[word - 1].form, namings) ||
      !is_one_of(tree[word - 2].form, adverbs) ||
      (tree[word - 3].form != "," && tree[word - 3].form != "("))
    return std::nullopt;
  return references.mention_at(name.sentence, word - 4);
}

void join_aliases(const std::vector<Tree>& trees,
                  const std::vector<Mention>& mentions,
                  const References& references, MentionClusters* clusters) {
  for (std::uint32_t i = 0; i < mentions.size(); ++i) {
    if (mentions[i].kind != MentionKind::name) continue;
    const auto known =
        find_alias(trees[mentions[i].sentence], mentions[i], references);
    if (known && mentions[index(*known)].kind == MentionKind::name)
      clusters->join_if_fit(index(*known), i);
  }
}

void learn_genders(const std::vector<Tree>& trees,
                   const std::vector<Mention>& mentions,
                   MentionClusters* clusters) {
  for (std::uint32_t i = 0; i < mentions.size(); ++i) {
    const Tree& tree = trees[mentions[i].sentence];
    if (mentions[i].plural || !clusters->is_person(i)) continue;
    if (mentions[i].kind == MentionKind::nominal) {
      const Gender gender =
          gender_of_noun(to_lower(tree[mentions[i].head].lemma));
      if (gender != Gender::unknown) clusters->set_gender(i, gender);
    }
    for (const WordIndex child : tree.children(mentions[i].head)) {
      if (!is_relation(tree[child].relation, "nmod:desc") &&
          !is_relation(tree[child].relation, "flat"))
        continue;
      const Gender gender = gender_of_noun(to_lower(tree[child].form));
      if (gender != Gender::unknown) clusters->set_gender(i, gender);
    }
  }
}

}  // namespace

std::vector<NameDescription> find_descriptions(
    const std::vector<Tree>& trees, const std::vector<Mention>& mentions,
    const References& references, const Ontology& ontology) {
  return DescriptionFinder(trees, mentions, references, ontology).find();
}

void join_descriptions(const std::vector<Tree>& trees,
                       const std::vector<Mention>& mentions,
                       const References& references, const Ontology& ontology,
                       MentionClusters* clusters) {
  for (const NameDescription& description :
       find_descriptions(trees, mentions, references, ontology)) {
    const auto nominal = index(description.nominal);
    // Of relative pronouns, grammar alone says what they stand for.
    if (mentions[nominal].kind == MentionKind::pronoun)
      clusters->join(nominal, index(description.described));
    else if (!clusters->join_if_fit(nominal, index(description.described)) &&
             are_both_places(nominal, index(description.described), *clusters))
      clusters->join(nominal, index(description.described));
  }
  join_aliases(trees, mentions, references, clusters);
  learn_genders(trees, mentions, clusters);
}

}  // namespace demarche
