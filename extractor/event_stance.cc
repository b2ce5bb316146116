#include "extractor/event_stance.h"

namespace demarche {
namespace {

/// Whether what governs a word, or a verb of duty beside it, asks for it:
/// "urged them to release", "should be released".
bool is_requested(const SentenceView& view, WordIndex word) {
  for (const WordIndex child : view.tree.children(word))
    if (is_relation(view.tree[child].relation, "aux") &&
        view.effect(child) == Effect::requesting)
      return true;
  for (int steps = 0; steps < 3; ++steps) {
    const std::string& relation = view.tree[word].relation;
    const WordIndex head = view.tree[word].head;
    if (head == no_word) return false;
    if (view.effect(head) == Effect::requesting) return true;
    if (!is_relation(relation, "conj") && !is_relation(relation, "obj") &&
        !is_relation(relation, "nmod") && !is_relation(relation, "obl"))
      return false;
    word = head;
  }
  return false;
}

/// Whether a noun only stands in a clause about the future without being what
/// is planned there ("will condemn the attack"), or a verb tells the purpose
/// of what was done ("went there to inspect").
bool inherits_future(const SentenceView& view,
                     const std::vector<Stance>& stances, WordIndex word) {
  const WordIndex head = view.tree[word].head;
  if (head == no_word) return false;
  const Effect effect = view.effect(head);
  if (effect == Effect::intending || effect == Effect::requesting) return false;
  if (view.tree[word].upos == Upos::noun) return stances[head].future;
  return is_relation(view.tree[word].relation, "advcl") &&
         stances[head].factuality == Factuality::certain_positive &&
         !stances[head].future;
}

}  // namespace

void judge_event(const Trigger& trigger, const SentenceView& view,
                 const std::vector<Stance>& stances, Event& event) {
  const WordIndex word = trigger.light_verb.value_or(trigger.word);
  Stance stance = stances[word];
  const Stance& noun = stances[trigger.word];
  // "will hold talks": the verb's stance; "held planned talks": the noun's.
  if (trigger.light_verb && noun.factuality != Factuality::certain_positive)
    stance = noun;
  event.future = stance.future && !inherits_future(view, stances, word);
  event.requested = event.future && is_requested(view, word);
  event.factuality =
      stance.attribution ? Factuality::unknown : stance.factuality;
}

}  // namespace demarche
