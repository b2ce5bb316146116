#include "extractor/triggers.h"

#include <algorithm>

#include "extractor/grammar_words.h"
#include "extractor/slots.h"

namespace demarche {
namespace {

const Meaning* first_event(const std::vector<Meaning>& meanings,
                           bool with_conditions) {
  for (const Meaning& meaning : meanings)
    if (meaning.entry->evokes != ClassId::none &&
        (with_conditions || meaning.entry->conditions.empty()))
      return &meaning;
  return nullptr;
}

const Meaning* light_meaning(const std::vector<Meaning>& meanings) {
  const auto found =
      std::find_if(meanings.begin(), meanings.end(),
                   [](const Meaning& m) { return m.entry->light; });
  return found == meanings.end() ? nullptr : &*found;
}

/// What a light verb is about: its object; of "come under" or "engage in" the
/// noun with that preposition; of "break out" the subject, where the lexicon
/// says so; of "a series of talks" the talks.
std::vector<WordIndex> light_objects(const Tree& tree, const Meaning& verb) {
  const WordIndex head = verb.words.front();
  std::vector<WordIndex> objects;
  const auto object = find_patient(tree, head);
  const auto subject = tree.child(head, {"nsubj"});
  if (subject && has_slot(*verb.entry, "subject"))
    objects = with_conjuncts(tree, *subject);
  else if (object)
    objects = with_conjuncts(tree, *object);
  else if (verb.words.size() > 1)
    objects = find_prepositional(tree, head, tree[verb.words.back()].lemma);
  std::vector<WordIndex> of;
  for (const WordIndex object : objects)
    if (is_partitive_noun(tree[object].lemma))
      for (const WordIndex part : find_prepositional(tree, object, "of"))
        of.push_back(part);
  objects.insert(objects.end(), of.begin(), of.end());
  return objects;
}

class TriggerFinder {
 public:
  TriggerFinder(const SentenceView& view, std::uint32_t sentence,
                const References& references,
                const std::vector<Mention>& mentions, const Ontology& ontology)
      : view_(view),
        tree_(view.tree),
        sentence_(sentence),
        references_(references),
        mentions_(mentions),
        ontology_(ontology),
        barred_(tree_.sentence().words.size()),
        light_verb_of_(tree_.sentence().words.size()) {}

  std::vector<Trigger> find();

 private:
  void bar_words();
  void find_light_verbs();
  bool is_lone_copula(WordIndex word) const;
  Trigger trigger_at(WordIndex word, const Meaning* meaning) const;
  const Meaning* event_meaning(WordIndex word) const;
  bool holds(const LexicalEntry& entry, WordIndex word, int depth = 0) const;
  bool is_of(WordIndex word, const std::vector<ClassId>& classes,
             int depth) const;

  const SentenceView& view_;
  const Tree& tree_;
  std::uint32_t sentence_;
  const References& references_;
  const std::vector<Mention>& mentions_;
  const Ontology& ontology_;
  std::vector<bool> barred_;
  std::vector<const Meaning*> light_verb_of_;  ///< By noun; null: none.
};

std::vector<Trigger> TriggerFinder::find() {
  bar_words();
  find_light_verbs();
  std::vector<Trigger> triggers;
  std::vector<bool> is_light(barred_.size());
  for (const Meaning* verb : light_verb_of_)
    if (verb != nullptr) is_light[verb->words.front()] = true;
  for (WordIndex word = 0; word < barred_.size(); ++word) {
    if (barred_[word] || is_light[word]) continue;
    if (const Meaning* meaning = event_meaning(word))
      triggers.push_back(trigger_at(word, meaning));
    else if (find_frame(tree_.sentence(), word) != nullptr &&
             (tree_[word].upos != Upos::aux || is_lone_copula(word)))
      triggers.push_back({word, nullptr, std::nullopt});
  }
  return triggers;
}

/// "is a hero": a copula whose predicate is no event of its own.
bool TriggerFinder::is_lone_copula(WordIndex word) const {
  const WordIndex predicate = tree_[word].head;
  return is_relation(tree_[word].relation, "cop") &&
         event_meaning(predicate) == nullptr &&
         find_frame(tree_.sentence(), predicate) == nullptr;
}

Trigger TriggerFinder::trigger_at(WordIndex word,
                                  const Meaning* meaning) const {
  Trigger trigger{word, meaning, std::nullopt};
  if (const Meaning* verb = light_verb_of_[word]) {
    trigger.light_verb = verb->words.front();
    trigger.undergone = verb->entry->undergoes;
  }
  return trigger;
}

void TriggerFinder::bar_words() {
  for (const Name& name : tree_.sentence().names)
    if (name.type != "EVENT" && name.type != "MISC")
      for (WordIndex word = name.first; word < name.end; ++word)
        barred_[word] = true;
  for (WordIndex word = 0; word < barred_.size(); ++word) {
    const Word& w = tree_[word];
    const bool noun = w.upos == Upos::noun || w.upos == Upos::propn;
    // "compound": of a longer noun; "fixed": "order" of "in order to"
    if (noun && (is_relation(w.relation, "compound") || w.relation == "fixed"))
      barred_[word] = true;
  }
  // A word inside a longer expression that evokes an event is spoken for.
  for (WordIndex word = 0; word < barred_.size(); ++word) {
    const Meaning* meaning = first_event(view_.meanings[word], false);
    if (meaning == nullptr || barred_[word]) continue;
    for (std::size_t i = 1; i < meaning->words.size(); ++i)
      barred_[meaning->words[i]] = true;
  }
}

void TriggerFinder::find_light_verbs() {
  for (WordIndex verb = 0; verb < barred_.size(); ++verb) {
    const Meaning* meaning = light_meaning(view_.meanings[verb]);
    if (meaning == nullptr || !holds(*meaning->entry, verb)) continue;
    for (const WordIndex object : light_objects(tree_, *meaning))
      if (!barred_[object] && tree_[object].upos != Upos::verb &&
          first_event(view_.meanings[object], true) != nullptr)
        light_verb_of_[object] = meaning;
  }
}

const Meaning* TriggerFinder::event_meaning(WordIndex word) const {
  for (const Meaning& meaning : view_.meanings[word])
    if (meaning.entry->evokes != ClassId::none && !meaning.entry->light &&
        holds(*meaning.entry, word))
      return &meaning;
  return nullptr;
}

bool TriggerFinder::holds(const LexicalEntry& entry, WordIndex word,
                          int depth) const {
  for (const auto& condition : entry.conditions) {
    auto fillers = find_slot(tree_, word, condition.first);
    if (const Meaning* light = light_verb_of_[word];
        light != nullptr && fillers.empty() &&
        !condition.first.starts_with("ARG"))
      fillers = find_slot(tree_, light->words.front(), condition.first);
    // "nurses planned a strike": whoever acts in the noun's clause.
    if (fillers.empty() && condition.first == "ARG0" &&
        tree_[word].upos == Upos::noun && !tree_.child(word, {"nmod:poss"}))
      if (const auto verb = governing_verb(tree_, word))
        if (is_relation(tree_[word].relation, "obj"))
          fillers = find_slot(tree_, *verb, "subject");
    const bool any =
        std::any_of(fillers.begin(), fillers.end(), [&](WordIndex filler) {
          return is_of(filler, condition.second, depth);
        });
    if (!any) return false;
  }
  return true;
}

/// Whether a word is, denotes or evokes one of these classes; of an entry with
/// conditions they are looked at one step deep.
bool TriggerFinder::is_of(WordIndex word, const std::vector<ClassId>& classes,
                          int depth) const {
  const auto fits = [&](ClassId type) {
    return std::any_of(classes.begin(), classes.end(), [&](ClassId wanted) {
      return ontology_.is_a(type, wanted);
    });
  };
  if (fits(references_.type_at(sentence_, word))) return true;
  if (const auto mention = references_.mention_at(sentence_, word))
    if (fits(mentions_[index(*mention)].type)) return true;
  for (const Meaning& meaning : view_.meanings[word])
    if (fits(meaning.entry->denotes) ||
        (fits(meaning.entry->evokes) &&
         (meaning.entry->conditions.empty() ||
          (depth == 0 && holds(*meaning.entry, word, 1)))))
      return true;
  // "thousands of reservists" are reservists.
  if (is_partitive_noun(tree_[word].lemma))
    for (const WordIndex part : find_prepositional(tree_, word, "of"))
      if (part != word && is_of(part, classes, depth)) return true;
  return false;
}

}  // namespace

std::vector<Trigger> find_triggers(const SentenceView& view,
                                   std::uint32_t sentence,
                                   const References& references,
                                   const std::vector<Mention>& mentions,
                                   const Ontology& ontology) {
  return TriggerFinder(view, sentence, references, mentions, ontology).find();
}

}  // namespace demarche
