#include "extractor/triggers.h"

#include <algorithm>

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

bool has_light_meaning(const std::vector<Meaning>& meanings) {
  return std::any_of(meanings.begin(), meanings.end(),
                     [](const Meaning& m) { return m.entry->light; });
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
  const Meaning* event_meaning(WordIndex word) const;
  bool holds(const LexicalEntry& entry, WordIndex word) const;
  bool is_of(WordIndex word, const std::vector<ClassId>& classes) const;

  const SentenceView& view_;
  const Tree& tree_;
  std::uint32_t sentence_;
  const References& references_;
  const std::vector<Mention>& mentions_;
  const Ontology& ontology_;
  std::vector<bool> barred_;
  std::vector<std::optional<WordIndex>> light_verb_of_;
};

std::vector<Trigger> TriggerFinder::find() {
  bar_words();
  find_light_verbs();
  std::vector<Trigger> triggers;
  std::vector<bool> is_light(barred_.size());
  for (const auto& verb : light_verb_of_)
    if (verb) is_light[*verb] = true;
  for (WordIndex word = 0; word < barred_.size(); ++word) {
    if (barred_[word] || is_light[word]) continue;
    if (const Meaning* meaning = event_meaning(word))
      triggers.push_back({word, meaning, light_verb_of_[word]});
    else if (find_frame(tree_.sentence(), word) != nullptr &&
             tree_[word].upos != Upos::aux)
      triggers.push_back({word, nullptr, std::nullopt});
  }
  return triggers;
}

void TriggerFinder::bar_words() {
  for (const Name& name : tree_.sentence().names)
    if (name.type != "EVENT" && name.type != "MISC")
      for (WordIndex word = name.first; word < name.end; ++word)
        barred_[word] = true;
  for (WordIndex word = 0; word < barred_.size(); ++word) {
    const Word& w = tree_[word];
    const bool noun = w.upos == Upos::noun || w.upos == Upos::propn;
    if (noun && is_relation(w.relation, "compound")) barred_[word] = true;
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
    if (!has_light_meaning(view_.meanings[verb])) continue;
    const auto object = find_patient(tree_, verb);
    if (!object || barred_[*object] || tree_[*object].upos == Upos::verb)
      continue;
    if (first_event(view_.meanings[*object], true) != nullptr)
      light_verb_of_[*object] = verb;
  }
}

const Meaning* TriggerFinder::event_meaning(WordIndex word) const {
  for (const Meaning& meaning : view_.meanings[word])
    if (meaning.entry->evokes != ClassId::none && !meaning.entry->light &&
        holds(*meaning.entry, word))
      return &meaning;
  return nullptr;
}

bool TriggerFinder::holds(const LexicalEntry& entry, WordIndex word) const {
  for (const auto& [slot, classes] : entry.conditions) {
    const auto fillers = find_slot(tree_, word, slot);
    const bool any =
        std::any_of(fillers.begin(), fillers.end(),
                    [&](WordIndex filler) { return is_of(filler, classes); });
    if (!any) return false;
  }
  return true;
}

bool TriggerFinder::is_of(WordIndex word,
                          const std::vector<ClassId>& classes) const {
  const auto fits = [&](ClassId type) {
    return std::any_of(classes.begin(), classes.end(), [&](ClassId wanted) {
      return ontology_.is_a(type, wanted);
    });
  };
  if (const auto mention = references_.mention_at(sentence_, word))
    if (fits(mentions_[index(*mention)].type)) return true;
  for (const Meaning& meaning : view_.meanings[word])
    if (fits(meaning.entry->denotes) ||
        (meaning.entry->conditions.empty() && fits(meaning.entry->evokes)))
      return true;
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
