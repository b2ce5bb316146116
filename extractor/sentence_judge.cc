// The walk from the root of one sentence to its leaves.
//
//   Moscow  denied  that  it  had   planned  to  attack
//   └ source└ denying         └ intending        └ said by Moscow: not certain
//
// `context_` is what the head does to a word, `own_` what the word's modifiers
// add; a complement is judged from the own stance of its head.

#include "extractor/sentence_judge.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "extractor/clause_grammar.h"
#include "extractor/contents.h"
#include "extractor/noun_phrase.h"

namespace demarche {
namespace {

Stance unknown(Stance stance, bool future) {
  stance.factuality = Factuality::unknown;
  stance.future = stance.future || future;
  return stance;
}

/// What a speaker takes for granted.
Stance presupposed(const Stance& stance) {
  return {stance.attribution, Factuality::certain_positive, false};
}

Stance weakened(Stance stance) {
  stance.factuality = weaken_to_probable(stance.factuality);
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

}  // namespace

std::vector<Stance> SentenceJudge::judge() {
  const std::size_t size = tree_.sentence().words.size();
  context_.assign(size, base_);
  own_.assign(size, base_);
  made_.assign(size, std::nullopt);
  outside_.assign(size, std::nullopt);
  find_governors();
  for (const WordIndex word : governors_first()) {
    context_[word] = outer_context_of(word);
    own_[word] = own_stance(word, context_[word]);
  }
  return own_;
}

// Where the roles give a clause to a cue and the tree hangs it elsewhere
// ("called it wrong and said the court erred", with "erred" below "called"),
// it is said: what either analysis attributes is no fact.
void SentenceJudge::find_governors() {
  const auto& words = tree_.sentence().words;
  governor_.resize(words.size());
  for (WordIndex word = 0; word < words.size(); ++word)
    governor_[word] = words[word].head;
  for (const Frame& frame : tree_.sentence().frames) {
    if (!reported_as(view_.effect(frame.predicate))) continue;
    for (const Argument& argument : frame.arguments)
      if (is_core_role(argument.role) && is_clause_elsewhere(argument.head) &&
          !governs(argument.head, frame.predicate))
        governor_[argument.head] = frame.predicate;
  }
}

bool SentenceJudge::is_clause_elsewhere(WordIndex word) const {
  return tree_[word].upos == Upos::verb &&
         is_one_of(tree_[word].relation, {"conj", "parataxis", "advcl"});
}

bool SentenceJudge::governs(WordIndex above, WordIndex word) const {
  constexpr int deep = 100;  // No sentence is read so deep.
  for (int steps = 0; word != no_word && word != above; ++steps) {
    if (steps == deep) return true;
    word = governor_[word];
  }
  return word == above;
}

/// Every word once, each after its governor.
std::vector<WordIndex> SentenceJudge::governors_first() const {
  std::vector<WordIndex> order;
  std::vector<bool> is_placed(governor_.size());
  std::vector<WordIndex> path;
  for (const WordIndex word : tree_.top_down()) {
    for (WordIndex next = word; next != no_word && !is_placed[next];
         next = governor_[next]) {
      path.push_back(next);
      is_placed[next] = true;
    }
    order.insert(order.end(), path.rbegin(), path.rend());
    path.clear();
  }
  return order;
}

/// "they may leave, she said", "an alleged plan": a cue that hangs on what it
/// reports is no part of it, and as certain as if it stood alone.
Stance SentenceJudge::outer_context_of(WordIndex word) {
  const WordIndex head = governor_[word];
  if (!outside_[word] || head == no_word || head != tree_[word].head)
    return context_of(word);
  const Stance reported = std::exchange(own_[head], *outside_[word]);
  const Stance context = context_of(word);
  own_[head] = reported;
  return context;
}

Stance SentenceJudge::context_of(WordIndex word) {
  const WordIndex head = governor_[word];
  const bool commands = is_imperative(tree_, word);
  if (head == no_word) {
    const auto& words = tree_.sentence().words;
    const bool asks = words.back().form == "?";
    const bool is_open = asks || commands || is_infinitive(tree_, word);
    return is_open ? unknown(base_, !asks) : base_;
  }
  if (is_complement(word, head)) {
    const Stance stance = complement_context(word, head);
    return commands ? unknown(stance, true) : stance;
  }
  return commands ? unknown(context_[head], true) : clause_context(word, head);
}

bool SentenceJudge::is_complement(WordIndex word, WordIndex head) const {
  const std::string& relation = tree_[word].relation;
  if (is_clausal(relation) || head != tree_[word].head) return true;
  if (is_relation(relation, "acl") && relation != "acl:relcl" &&
      is_noun(tree_[head]) && view_.effect(head) != Effect::none)
    return tree_[word].xpos != "VBN" || tree_.child(word, {"mark", "aux"});
  if (relation == "parataxis" && word > head &&
      view_.effect(head) == Effect::reporting && !tree_.child(head, {"ccomp"}))
    return true;
  const Frame* frame = find_frame(tree_.sentence(), head);
  // "the prospect of a war": a noun that is no predicate of the analyser's.
  if (frame == nullptr && relation == "nmod" && is_noun(tree_[head]) &&
      is_noun(tree_[word]) && view_.effect(head) != Effect::none &&
      view_.effect(head) != Effect::reporting) {
    const auto marker = tree_.child(word, {"case"});
    return marker && !view_.is_clausal(head) &&
           (tree_[*marker].lemma == "of" || tree_[*marker].lemma == "for");
  }
  if (frame == nullptr || view_.is_clausal(head)) return false;
  for (const Argument& argument : frame->arguments)
    if (argument.head == word && is_core_role(argument.role)) return true;
  return false;
}

Stance SentenceJudge::complement_context(WordIndex word, WordIndex head) {
  const Stance own = own_[head];
  const Effect effect = view_.effect(head);
  if (is_denied_report(head)) return own;
  // "questioned who called": somebody did, or so it may be.
  if (effect == Effect::doubting && asks_for_detail(tree_, word))
    return report(head, head, word, Factuality::unknown, own);
  if (const auto factuality = reported_as(effect))
    return report(head, head, word, *factuality, own);
  switch (effect) {
    case Effect::factive:
      // "knows how to leave": a skill.
      if (is_infinitive(tree_, word)) return unknown(own, true);
      // "blamed them for leaving": they left, in the eyes of who blames.
      if (is_reason(tree_, word)) return weakened(presupposed(own));
      // "was not aware of anyone leaving": perhaps nobody did.
      if (is_negative(own.factuality) && is_about_any(tree_, word))
        return unknown(own, false);
      return own.factuality == Factuality::unknown ? own : presupposed(own);
    case Effect::implicative:
      // "did not bring it up at the meeting": there was one.
      return is_noun(tree_[word]) && is_relation(tree_[word].relation, "obl") &&
                     is_definite(tree_, word) && !is_certain(own)
                 ? weakened(presupposed(own))
                 : own;
    case Effect::negative_implicative:
      // "rejected the plan": there is a plan.
      if (is_noun(tree_[word]) && view_.effect(word) != Effect::none)
        return own;
      return {own.attribution, negate(own.factuality), own.future};
    case Effect::terminating:
      return is_noun(tree_[word]) ? weakened(presupposed(own))
                                  : unknown(own, false);
    case Effect::intending:
    case Effect::requesting:
    case Effect::future:
      return unknown(own, true);
    case Effect::probable:
      return weakened(own);
    case Effect::possible:
      return {own.attribution, weaken_to_possible(own.factuality), own.future};
    case Effect::conditional:
      return unknown(own, false);
    default:
      break;
  }
  if (is_clausal(tree_[word].relation) && !is_noun(tree_[word]))
    return unknown(own, is_infinitive(tree_, word));
  return clause_context(word, head);
}

/// "denied reports that it left": it denied that it left.
bool SentenceJudge::is_denied_report(WordIndex noun) const {
  const Word& word = tree_[noun];
  return is_noun(word) && is_relation(word.relation, "obj") &&
         view_.effect(word.head) == Effect::denying &&
         reported_as(view_.effect(noun)).has_value();
}

// What a word takes from a head that has no effect on it.
Stance SentenceJudge::clause_context(WordIndex word, WordIndex head) const {
  const std::string& relation = tree_[word].relation;
  const Stance& own = own_[head];
  const Stance& context = context_[head];
  if (is_relation(relation, "conj")) {
    if (is_unavoidable(tree_, word)) return context;
    // "if they fail and we lose": both depend on the condition.
    if (shares_auxiliaries(tree_, word)) {
      // "has no army and trusts its friends"
      Stance shared = own;
      for (const WordIndex child : tree_.children(head))
        if (is_relation(tree_[child].relation, "obj") && child < word &&
            negates_argument(child))
          shared.factuality = negate(shared.factuality);
      return shared;
    }
    return is_condition(tree_, head) ? unknown(context, context.future)
                                     : context;
  }
  if (relation == "compound") return unknown(own, false);
  if (relation == "nsubj" || relation == "nsubj:outer" ||
      relation == "parataxis") {
    if (view_.effect(head) == Effect::implicative || own.future)
      return is_noun(tree_[word]) ? argument_context(word, head) : own;
    return context;
  }
  if (is_one_of(relation, {"advcl", "acl"}))
    return modifier_context(word, head);
  if (is_one_of(relation, {"obj", "obl", "nsubj:pass", "iobj"}))
    return argument_context(word, head);
  // "denied any role in the attack", "no fault in the talks".
  if (is_relation(relation, "nmod") && is_negative(own.factuality) &&
      is_noun(tree_[word]) && is_definite(tree_, word))
    return weakened(presupposed(own));
  return own;
}

// A clause beside its head, of a verb (advcl) or a noun (acl): what is told by
// the way is as true as if it stood alone.
Stance SentenceJudge::modifier_context(WordIndex word, WordIndex head) const {
  const std::string& relation = tree_[word].relation;
  const Stance& own = own_[head];
  const Stance& context = context_[head];
  if (is_done_by_head(tree_, word)) return own;
  if (const auto verb = governor_of_absolute(tree_, word)) return own_[*verb];
  // "sent troops to restore order": the purpose of what was done.
  if (is_infinitive(tree_, word))
    return is_certain(own) && is_relation(relation, "advcl")
               ? Stance{own.attribution, Factuality::possible_positive, true}
               : unknown(own, true);
  if (is_mere_idea(tree_, word)) return unknown(own, own.future);
  if (is_awaited(tree_, word)) return unknown(context, false);
  const auto mark = tree_.child(word, {"mark"});
  if (relation != "acl:relcl" && mark) {
    // "was jailed for leaking": so it was found, right or wrong.
    if (is_reason(tree_, word)) return weakened(own);
    // "the theory that it left"
    if (is_relation(relation, "acl") && tree_[*mark].lemma == "that")
      return unknown(context, false);
    if (own.future && tree_[word].xpos == "VBG") return own;
    if (is_certain(context)) return context;
    return view_.effect(*mark) == Effect::factive || is_past(tree_, word)
               ? presupposed(context)
               : unknown(context, false);
  }
  if (is_certain(own)) return own;
  if (!is_relation(relation, "acl")) return unknown(own, own.future);
  const bool is_aside = relation == "acl:relcl" && is_set_off(tree_, word);
  return (is_aside || is_definite(tree_, head)) && is_past(tree_, word)
             ? presupposed(own)
             : weakened(presupposed(own));
}

// The noun of a clause that is not certain: "may condemn the raid", "held no
// talks".
Stance SentenceJudge::argument_context(WordIndex word, WordIndex head) const {
  const Stance& own = own_[head];
  if (view_.is_light(head) || is_certain(own)) return own;
  const bool is_subject = is_relation(tree_[word].relation, "nsubj");
  if (is_definite(tree_, word) &&
      (is_subject || view_.effect(head) == Effect::none))
    return weakened(presupposed(own));
  return unknown(own, own.future);
}

Stance SentenceJudge::own_stance(WordIndex word, Stance stance) {
  if (is_going_to(tree_, word) || is_due_to(tree_, word))
    stance = unknown(stance, true);
  for (const WordIndex child : tree_.children(word)) {
    // "If they leave, we win": no more certain than its condition.
    if (is_condition(tree_, child) && is_certain(stance))
      stance = unknown(stance, false);
    const auto speaker = stance.attribution;
    apply_outer_cue(word, child, stance);
    apply_modifier(word, child, stance);
    if (stance.attribution != speaker)
      outside_[child] = Stance{speaker, Factuality::certain_positive, false};
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
  if (is_one_of(relation, {"obl"}))
    if (const auto cue = view_.cue_of_phrase(child))
      stance = report(*cue, tree_[*cue].head, word, stance.factuality, stance);
  const bool aside =
      relation == "parataxis" ||
      (is_relation(relation, "advcl") && tree_.child(child, {"mark"}) &&
       tree_[*tree_.child(child, {"mark"})].lemma == "as") ||
      takes(child, word);
  if (!aside || tree_.child(child, {"ccomp", "obj", "xcomp"})) return;
  if (relation == "parataxis" && child < word &&
      tree_.child(child, {"parataxis"}))
    return;
  if (const auto factuality = reported_as(view_.effect(child)))
    stance = report(child, child, word, *factuality, stance);
}

/// Whether a clause is a core argument of a verb below it: "…, Kerry said".
bool SentenceJudge::takes(WordIndex verb, WordIndex clause) const {
  const Frame* frame = find_frame(tree_.sentence(), verb);
  return frame != nullptr && tree_[verb].upos == Upos::verb &&
         std::any_of(frame->arguments.begin(), frame->arguments.end(),
                     [&](const Argument& argument) {
                       return argument.head == clause &&
                              is_core_role(argument.role);
                     });
}

// "not", "may", "allegedly"; of a noun also its participles, which govern it:
// "planned talks", "the alleged attack", "talks cancelled by Oslo".
void SentenceJudge::apply_modifier(WordIndex word, WordIndex child,
                                   Stance& stance) {
  const std::string& relation = tree_[child].relation;
  if (negates_argument(child)) stance.factuality = negate(stance.factuality);
  if (!is_one_of(relation, {"advmod", "aux", "det", "cc", "mark", "case",
                            "amod", "acl", "discourse"}) ||
      relation == "acl:relcl")
    return;
  const Effect effect = view_.effect(child);
  const bool governs =
      is_noun(tree_[word]) && is_one_of(relation, {"amod", "acl"});
  if (governs && is_infinitive(tree_, child)) return;
  switch (effect) {
    case Effect::negating:
      if (!is_not_only(tree_, child) && !is_negated_by_verb(word))
        stance.factuality = negate(stance.factuality);
      break;
    case Effect::probable:
      stance = weakened(stance);
      break;
    case Effect::possible:
      stance.factuality = weaken_to_possible(stance.factuality);
      break;
    case Effect::alleged:
      stance =
          report(child, no_word, word, Factuality::possible_positive, stance);
      break;
    case Effect::conditional:
      if (!governs) stance = unknown(stance, false);
      break;
    case Effect::future:
    case Effect::intending:
    case Effect::requesting:
      stance = unknown(stance, true);
      break;
    case Effect::negative_implicative:
      if (governs) stance.factuality = negate(stance.factuality);
      break;
    case Effect::suspecting:
    case Effect::denying:
    case Effect::believing:
      if (governs)
        stance = report(child, no_word, word, *reported_as(effect), stance);
      break;
    default:
      break;
  }
}

/// "no road", "nobody", "none of them" as subject or object of a verb, which
/// then does not happen.
bool SentenceJudge::negates_argument(WordIndex word) const {
  const WordIndex head = tree_[word].head;
  // "nobody was hurt", of which "hurt" may be read as an adjective
  const bool is_clause =
      head != no_word && (tree_[head].upos == Upos::verb ||
                          is_relation(tree_[word].relation, "nsubj:pass"));
  if (!is_one_of(tree_[word].relation, {"nsubj", "obj"}) || !is_clause)
    return false;
  // A second subject is another clause's: "lied, nothing happened to her".
  if (tree_[word].relation == "nsubj" &&
      tree_.child(tree_[word].head, {"nsubj"}) != word)
    return false;
  if (view_.effect(word) == Effect::negating) return true;
  for (const WordIndex child : tree_.children(word))
    if (is_one_of(tree_[child].relation, {"det", "cc"}) &&
        view_.effect(child) == Effect::negating)
      return true;
  return false;
}

/// "held no talks": the verb has taken up the negation, and the noun has its
/// stance.
bool SentenceJudge::is_negated_by_verb(WordIndex noun) const {
  return negates_argument(noun) && view_.is_light(tree_[noun].head);
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
