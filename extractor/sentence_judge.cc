// The walk from the root of one sentence to its leaves.
//
//   Moscow  denied  that  it  had   planned  to  attack
//   └ source└ denying         └ intending        └ said by Moscow: not certain
//
// `context_` is what the head does to a word, `own_` what the word's modifiers
// add; a complement is judged from the own stance of its head.

#include "extractor/sentence_judge.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "extractor/contents.h"

namespace demarche {
namespace {

Stance unknown(Stance stance, bool future) {
  stance.factuality = Factuality::unknown;
  stance.future = stance.future || future;
  return stance;
}

bool is_certain(const Stance& stance) {
  return stance.factuality == Factuality::certain_positive && !stance.future;
}

/// What a source is made to think of the content by an attributing effect;
/// nothing if the effect attributes nothing.
std::optional<Factuality> reported_as(Effect effect) {
  switch (effect) {
    case Effect::reporting:
      return Factuality::certain_positive;
    case Effect::denying:
      return Factuality::certain_negative;
    case Effect::believing:
      return Factuality::probable_positive;
    case Effect::suspecting:
    case Effect::alleged:
      return Factuality::possible_positive;
    case Effect::doubting:
      return Factuality::probable_negative;
    default:
      return std::nullopt;
  }
}

bool is_core_role(std::string_view role) {
  if (role.starts_with("C-")) role.remove_prefix(2);
  return role.starts_with("ARG") && !role.starts_with("ARGM") && role != "ARG0";
}

bool is_clausal(std::string_view relation) {
  return relation == "ccomp" || relation == "xcomp" ||
         is_relation(relation, "csubj");
}

bool is_one_of(std::string_view relation,
               std::initializer_list<std::string_view> wanted) {
  for (const std::string_view w : wanted)
    if (is_relation(relation, w)) return true;
  return false;
}

bool is_noun(const Word& word) {
  return word.upos == Upos::noun || word.upos == Upos::propn;
}

}  // namespace

std::vector<Stance> SentenceJudge::judge() {
  const std::size_t size = tree_.sentence().words.size();
  context_.assign(size, base_);
  own_.assign(size, base_);
  made_.assign(size, std::nullopt);
  for (const WordIndex word : tree_.top_down()) {
    context_[word] = context_of(word);
    own_[word] = own_stance(word, context_[word]);
  }
  return own_;
}

Stance SentenceJudge::context_of(WordIndex word) {
  const WordIndex head = tree_[word].head;
  if (head == no_word) {
    const auto& words = tree_.sentence().words;
    const bool asks = words.back().form == "?";
    return asks || is_infinitive(word) ? unknown(base_, !asks) : base_;
  }
  if (is_complement(word, head)) return complement_context(word, head);
  return clause_context(word, head);
}

bool SentenceJudge::is_complement(WordIndex word, WordIndex head) const {
  const std::string& relation = tree_[word].relation;
  if (is_clausal(relation)) return true;
  if (is_relation(relation, "acl") && relation != "acl:relcl" &&
      is_noun(tree_[head]) && view_.effect(head) != Effect::none)
    return true;
  if (relation == "parataxis" && word > head &&
      view_.effect(head) == Effect::reporting && !tree_.child(head, {"ccomp"}))
    return true;
  const Frame* frame = find_frame(tree_.sentence(), head);
  if (frame == nullptr || view_.is_clausal(head)) return false;
  for (const Argument& argument : frame->arguments)
    if (argument.head == word && is_core_role(argument.role)) return true;
  return false;
}

Stance SentenceJudge::complement_context(WordIndex word, WordIndex head) {
  const Stance own = own_[head];
  const Effect effect = view_.effect(head);
  if (const auto factuality = reported_as(effect))
    return report(head, head, word, *factuality, own);
  switch (effect) {
    case Effect::factive:
      return own.factuality == Factuality::unknown
                 ? own
                 : Stance{own.attribution, Factuality::certain_positive, false};
    case Effect::implicative:
      return own;
    case Effect::negative_implicative: {
      Stance stance = own;
      stance.factuality = negate(stance.factuality);
      return stance;
    }
    case Effect::intending:
    case Effect::requesting:
    case Effect::future:
      return unknown(own, true);
    case Effect::probable:
      return {own.attribution, weaken_to_probable(own.factuality), own.future};
    case Effect::possible:
      return {own.attribution, weaken_to_possible(own.factuality), own.future};
    case Effect::conditional:
      return unknown(own, false);
    default:
      break;
  }
  if (is_clausal(tree_[word].relation) && !is_noun(tree_[word]))
    return unknown(own, is_infinitive(word));
  return clause_context(word, head);
}

// What a word takes from a head that has no effect on it.
Stance SentenceJudge::clause_context(WordIndex word, WordIndex head) const {
  const std::string& relation = tree_[word].relation;
  const Stance& own = own_[head];
  const Stance& context = context_[head];
  if (is_relation(relation, "conj")) {
    // "will withdraw and return" shares its auxiliaries; a clause with a
    // subject of its own does not.
    // "if they fail and we lose": both depend on the condition.
    if (!tree_.child(word, {"nsubj", "csubj", "aux"})) return own;
    return is_condition(head) ? unknown(context, context.future) : context;
  }
  if (relation == "compound") return unknown(own, false);
  if (relation == "nsubj" || relation == "nsubj:outer" ||
      relation == "parataxis") {
    if (view_.effect(head) == Effect::implicative || own.future) return own;
    return context;
  }
  if (is_one_of(relation, {"advcl", "acl"})) {
    if (is_infinitive(word)) return unknown(own, true);
    if (is_mere_idea(word)) return unknown(own, own.future);
    if (relation == "acl:relcl" || !tree_.child(word, {"mark"}))
      return is_certain(own) ? own : unknown(own, own.future);
    return is_certain(context) ? context : unknown(context, false);
  }
  if (is_one_of(relation, {"obj", "obl", "nsubj:pass", "iobj"}) &&
      !is_light(head) && !is_certain(own))
    return unknown(own, own.future);
  return own;
}

/// "if they leave", "unless it rains": a clause whose conjunction makes it a
/// condition of what it hangs on.
bool SentenceJudge::is_condition(WordIndex word) const {
  if (!is_relation(tree_[word].relation, "advcl")) return false;
  for (const WordIndex child : tree_.children(word))
    if (is_relation(tree_[child].relation, "mark") &&
        tree_[child].lemma == "if")
      return child == 0 || tree_[child - 1].lemma != "even";
  return false;
}

/// "talked about leaving", "focused on saving it", "the idea of joining": what
/// is thought of, not said to be done.
bool SentenceJudge::is_mere_idea(WordIndex word) const {
  constexpr std::array<std::string_view, 8> of_thought = {
      "about", "of", "on", "towards", "toward", "against", "than", "as"};
  const auto mark = tree_.child(word, {"mark"});
  return mark && tree_[word].xpos == "VBG" &&
         std::find(of_thought.begin(), of_thought.end(), tree_[*mark].lemma) !=
             of_thought.end();
}

Stance SentenceJudge::own_stance(WordIndex word, Stance stance) {
  for (const WordIndex child : tree_.children(word)) {
    // "If they leave, we win": no more certain than its condition.
    if (is_condition(child) && is_certain(stance))
      stance = unknown(stance, false);
    apply_outer_cue(word, child, stance);
    apply_modifier(word, child, stance);
  }
  return stance;
}

// "according to X, …", "…, X said", "as X put it": cues that hang on what they
// report.
void SentenceJudge::apply_outer_cue(WordIndex word, WordIndex child,
                                    Stance& stance) {
  const std::string& relation = tree_[child].relation;
  if (is_one_of(relation, {"obl", "nmod", "parataxis"}))
    for (const WordIndex marker : tree_.children(child))
      if (is_one_of(tree_[marker].relation, {"case"}) &&
          view_.effect(marker) == Effect::reporting)
        stance = report(marker, child, word, stance.factuality, stance);
  const bool aside =
      relation == "parataxis" ||
      (is_relation(relation, "advcl") && tree_.child(child, {"mark"}) &&
       tree_[*tree_.child(child, {"mark"})].lemma == "as");
  if (!aside || tree_.child(child, {"ccomp", "obj", "xcomp"})) return;
  if (relation == "parataxis" && child < word &&
      tree_.child(child, {"parataxis"}))
    return;
  if (const auto factuality = reported_as(view_.effect(child)))
    stance = report(child, child, word, *factuality, stance);
}

void SentenceJudge::apply_modifier(WordIndex word, WordIndex child,
                                   Stance& stance) {
  const std::string& relation = tree_[child].relation;
  if (!is_one_of(relation, {"advmod", "aux", "det", "cc", "mark", "case",
                            "amod", "acl", "discourse"}) ||
      relation == "acl:relcl")
    return;
  const Effect effect = view_.effect(child);
  const bool participle = is_one_of(relation, {"amod", "acl"});
  if (participle && is_noun(tree_[word]))
    return apply_participle(word, child, effect, stance);
  switch (effect) {
    case Effect::negating: {
      const auto& words = tree_.sentence().words;
      const bool not_only =
          child + 1 < words.size() && words[child + 1].lemma == "only";
      if (!not_only) stance.factuality = negate(stance.factuality);
      break;
    }
    case Effect::probable:
      stance.factuality = weaken_to_probable(stance.factuality);
      break;
    case Effect::possible:
      stance.factuality = weaken_to_possible(stance.factuality);
      break;
    case Effect::alleged:
      stance =
          report(child, no_word, word, Factuality::possible_positive, stance);
      break;
    case Effect::conditional:
      stance = unknown(stance, false);
      break;
    case Effect::future:
    case Effect::intending:
    case Effect::requesting:
      stance = unknown(stance, true);
      break;
    default:
      break;
  }
}

// "planned talks", "the alleged attack", "cancelled drills", "talks scheduled
// for May": the noun is what the participle's verb is about.
void SentenceJudge::apply_participle(WordIndex word, WordIndex child,
                                     Effect effect, Stance& stance) {
  switch (effect) {
    case Effect::negative_implicative:
    case Effect::negating:
      stance.factuality = negate(stance.factuality);
      break;
    case Effect::intending:
    case Effect::requesting:
    case Effect::future:
      stance = unknown(stance, true);
      break;
    case Effect::probable:
      stance.factuality = weaken_to_probable(stance.factuality);
      break;
    case Effect::possible:
      stance.factuality = weaken_to_possible(stance.factuality);
      break;
    case Effect::alleged:
    case Effect::suspecting:
    case Effect::denying:
    case Effect::believing:
      stance = report(child, no_word, word, *reported_as(effect), stance);
      break;
    default:
      break;
  }
}

bool SentenceJudge::is_infinitive(WordIndex word) const {
  for (const WordIndex child : tree_.children(word))
    if (child < word && tree_[child].xpos == "TO" &&
        is_relation(tree_[child].relation, "mark"))
      return true;
  return false;
}

bool SentenceJudge::is_light(WordIndex word) const {
  for (const Meaning& meaning : view_.meanings[word])
    if (meaning.entry->light) return true;
  return false;
}

Stance SentenceJudge::report(WordIndex cue, WordIndex source_of,
                             WordIndex content, Factuality factuality,
                             const Stance& speaker) {
  const std::uint32_t made = attribution_of(cue, source_of, speaker);
  if (!is_hearer(tree_, content, cue))
    append_content(tree_, content, cue, attributions_[made].content);
  Stance stance{made, factuality, false};
  if (!is_certain(speaker) && source_of != no_word &&
      source_of == cue)  // "did not say that", "may accuse"
    stance.factuality = Factuality::unknown;
  return stance;
}

std::uint32_t SentenceJudge::attribution_of(WordIndex cue, WordIndex source_of,
                                            const Stance& speaker) {
  if (made_[cue]) return *made_[cue];
  Attribution attribution;
  attribution.cue = tree_[cue].span;
  attribution.within = speaker.attribution;
  if (speaker.attribution)
    attribution.depth = attributions_[*speaker.attribution].depth + 1;
  if (source_of != no_word)
    find_source(tree_, sentence_, cue, source_of, references_, attribution);
  made_[cue] = static_cast<std::uint32_t>(attributions_.size());
  attributions_.push_back(std::move(attribution));
  return *made_[cue];
}

}  // namespace demarche
