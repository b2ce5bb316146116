#include "extractor/mentions.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "extractor/entity_classes.h"
#include "extractor/grammar_words.h"
#include "extractor/noun_phrase.h"
#include "extractor/party_members.h"
#include "extractor/sentence_names.h"
#include "extractor/time_words.h"
#include "extractor/tree.h"

namespace demarche {
namespace {

bool is_person_pronoun(const Word& word) {
  constexpr std::array<std::string_view, 12> forms = {
      "he",  "him",     "his",  "himself", "she", "her",
      "who", "herself", "hers", "whom",    "i",   "me"};
  const std::string form = to_lower(word.form);
  return std::find(forms.begin(), forms.end(), form) != forms.end();
}

bool is_demonstrative(std::string_view form) {
  return form == "this" || form == "that" || form == "these" || form == "those";
}

/// "who" and "which", and "that" where it is no mere conjunction.
bool is_relative_pronoun(const Tree& tree, WordIndex word) {
  const std::string& xpos = tree[word].xpos;
  if (xpos != "WP" && xpos != "WDT" && xpos != "WP$" &&
      !has_feature(tree[word], "PronType=Rel"))
    return false;
  WordIndex above = tree[word].head;
  for (int steps = 0; steps < 3 && above != no_word; ++steps) {
    if (tree[above].relation == "acl:relcl") return true;
    above = tree[above].head;
  }
  return false;
}

/// Finds the mentions of one sentence.
class SentenceMentions {
 public:
  SentenceMentions(std::uint32_t index, const Sentence& sentence,
                   const Ontology& ontology, const EntityClasses& classes,
                   std::vector<Mention>* mentions)
      : index_(index),
        tree_(sentence),
        ontology_(ontology),
        classes_(classes),
        mentions_(mentions),
        taken_(sentence.words.size(), false),
        argument_(sentence.words.size(), false) {
    for (const Frame& frame : sentence.frames)
      for (const Argument& argument : frame.arguments)
        if (is_core(argument.role)) argument_[argument.head] = true;
  }

  void find() {
    const std::size_t before = mentions_->size();
    for (const Name& name : find_sentence_names(tree_, ontology_))
      add_name(name);
    for (WordIndex word = tree_.sentence().words.size(); word-- > 0;)
      if (!taken_[word]) add_other(word);
    std::sort(mentions_->begin() + static_cast<std::ptrdiff_t>(before),
              mentions_->end(), [](const Mention& a, const Mention& b) {
                return std::tuple(a.first, b.end, a.head) <
                       std::tuple(b.first, a.end, b.head);
              });
  }

 private:
  static bool is_core(std::string_view role) {
    return role.size() == 4 && role.starts_with("ARG") && role[3] >= '0' &&
           role[3] <= '5';
  }

  Mention& add(MentionKind kind, WordIndex head, WordRange range,
               ClassId type) {
    const auto& words = tree_.sentence().words;
    Mention mention;
    mention.sentence = index_;
    mention.first = range.first;
    mention.end = range.end;
    mention.head = head;
    mention.span = {words[range.first].span.begin,
                    words[range.end - 1].span.end};
    mention.kind = kind;
    mention.type = type;
    mention.plural =
        is_plural(words[head]) &&
        (kind != MentionKind::name || type == classes_.population_group);
    return mentions_->emplace_back(mention);
  }

  void take(WordRange range) {
    for (WordIndex i = range.first; i < range.end; ++i) taken_[i] = true;
  }

  void add_name(const Name& name) {
    const WordIndex head = head_of(tree_.sentence(), name.first, name.end);
    take({name.first, name.end});
    if (is_some_members(tree_, name, head, ontology_))
      add(MentionKind::nominal, head, noun_phrase(tree_, head),
          is_plural(tree_[head]) ? classes_.population_group : classes_.person);
    else
      add(MentionKind::name, head, {name.first, name.end}, type_of(name, head));
  }

  ClassId type_of(const Name& name, WordIndex head) const {
    const std::string& type = name.type;
    if (type == "PER") return classes_.person;
    if (type == "NORP")
      return tree_[head].upos == Upos::adj && !is_a_person(head)
                 ? classes_.state
                 : classes_.population_group;
    if (type == "GPE" || type == "LOC")
      return refined(classes_.place, name.end - 1);
    if (type == "FAC") return refined(classes_.facility, name.end - 1);
    if (type == "ORG")
      return refined(classes_.organization, name.end - 1, head);
    return refined(classes_.entity, name.end - 1);
  }

  /// "a great American" tagged as adjective.
  bool is_a_person(WordIndex head) const {
    const auto article = tree_.child(head, {"det"});
    return article && tree_[*article].lemma == "a";
  }

  /// The class that the noun at a name's end or head tells, if it is below
  /// `upper`: "… Party" is a political party.
  ClassId refined(ClassId upper, WordIndex last,
                  WordIndex head = no_word) const {
    for (const WordIndex noun : {last, head}) {
      if (noun == no_word) continue;
      const auto found = find_denotation(tree_, noun, ontology_);
      if (found && ontology_.is_a(found.entry->denotes, upper))
        return found.entry->denotes;
    }
    return upper;
  }

  void add_other(WordIndex word) {
    const Upos upos = tree_[word].upos;
    if (upos == Upos::pron || tree_[word].relation == "nmod:poss")
      add_pronoun(word);
    else if (upos == Upos::det)
      add_relative(word);
    if (upos == Upos::noun || upos == Upos::propn ||
        (upos == Upos::sym && find_denotation(tree_, word, ontology_)))
      add_nominal(word);
  }

  void add_pronoun(WordIndex word) {
    const Word& pronoun = tree_[word];
    if (is_relation(pronoun.relation, "expl") || is_mere_form(word)) return;
    const bool personal =
        pronoun.xpos == "PRP" || pronoun.xpos == "PRP$" ||
        (pronoun.xpos.empty() && has_feature(pronoun, "PronType=Prs"));
    if (!personal) return add_other_pronoun(word);
    add(MentionKind::pronoun, word, {word, word + 1},
        is_person_pronoun(pronoun) ? classes_.person : ClassId::none);
  }

  /// "HE" before a name, His Excellency.
  bool is_mere_form(WordIndex word) const {
    return tree_[word].relation == "nmod:desc" && tree_[word].form == "HE";
  }

  void add_other_pronoun(WordIndex word) {
    if (is_relative_pronoun(tree_, word)) return add_relative(word);
    if (!is_demonstrative(to_lower(tree_[word].form))) return;
    add(MentionKind::pronoun, word, {word, word + 1}, ClassId::none)
        .background = true;
  }

  void add_relative(WordIndex word) {
    if (!is_relative_pronoun(tree_, word)) return;
    add(MentionKind::pronoun, word, {word, word + 1},
        is_person_pronoun(tree_[word]) ? classes_.person : ClassId::none);
  }

  void add_nominal(WordIndex word) {
    const std::string& relation = tree_[word].relation;
    if (is_relation(relation, "flat") || is_relation(relation, "fixed") ||
        is_relation(relation, "goeswith") || is_mere_title(word))
      return;
    const auto found = find_denotation(tree_, word, ontology_);
    if (!found && is_time_word(word)) return;
    WordRange range = noun_phrase(tree_, word);
    if (found) {
      range.first = std::min(range.first, found.words.first);
      range.end = std::max(range.end, found.words.end);
      take(found.words);
    }
    Mention& mention = add(MentionKind::nominal, word, range,
                           found ? found.entry->denotes : classes_.entity);
    mention.background = !found && !is_plain_argument(word);
  }

  /// "Mr."
  bool is_mere_title(WordIndex word) const {
    return tree_[word].relation == "nmod:desc" &&
           tree_[word].form.ends_with('.') &&
           gender_of_noun(to_lower(tree_[word].form)) != Gender::unknown;
  }

  bool is_time_word(WordIndex word) const {
    const std::string lemma = to_lower(tree_[word].lemma);
    return unit_named(lemma) || weekday_named(lemma) || day_offset(lemma);
  }

  /// A noun that the lexicon does not know but that somebody acts upon, or
  /// that acts.
  bool is_plain_argument(WordIndex word) const {
    return argument_[word] && !evokes_event(tree_, word, ontology_) &&
           !is_relation(tree_[word].relation, "compound") &&
           !is_relation(tree_[word].relation, "obl");
  }

  std::uint32_t index_;
  Tree tree_;
  const Ontology& ontology_;
  const EntityClasses& classes_;
  std::vector<Mention>* mentions_;
  std::vector<bool> taken_;     ///< Words of names and of found nominals.
  std::vector<bool> argument_;  ///< Heads of numbered arguments.
};

}  // namespace

std::vector<Mention> find_mentions(const Article& article,
                                   const Analysis& analysis,
                                   const Ontology& ontology) {
  const EntityClasses classes(ontology);
  std::vector<Mention> mentions;
  for (std::uint32_t i = 0; i < analysis.sentences.size(); ++i) {
    const Sentence& sentence = analysis.sentences[i];
    if (article.passages[sentence.passage].kind == PassageKind::credit)
      continue;
    SentenceMentions(i, sentence, ontology, classes, &mentions).find();
  }
  return mentions;
}

}  // namespace demarche
