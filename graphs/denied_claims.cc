#include "graphs/denied_claims.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "extractor/grammar_words.h"
#include "extractor/noun_phrase.h"
#include "extractor/stance.h"

namespace demarche {
namespace {

/// So many sentences an answer may be behind what it answers: who "denied the
/// allegations" may do so after more of them than who calls "the claim" false.
constexpr std::uint32_t reach_of_denial = 2;
constexpr std::uint32_t reach_of_others = 1;

/// What it is said of is not so.
bool calls_false(const Word& word) {
  constexpr std::array<std::string_view, 16> lemmas = {
      "false",       "untrue",     "baseless", "unfounded",
      "groundless",  "fabricated", "bogus",    "fictitious",
      "inaccurate",  "incorrect",  "lie",      "falsehood",
      "fabrication", "hoax",       "fiction",  "nonsense"};
  return is_one_of(to_lower(word.lemma), lemmas);
}

/// Who denies it denies to have done what he is accused of.
bool tells_a_part(const Word& word) {
  constexpr std::array<std::string_view, 6> lemmas = {
      "involvement", "responsibility", "role",
      "part",        "complicity",     "participation"};
  return is_one_of(to_lower(word.lemma), lemmas);
}

/// What somebody else said, though it may name other things.
bool names_words(const Word& word) {
  constexpr std::array<std::string_view, 6> lemmas = {
      "charge", "account", "story", "suggestion", "rumor", "rumour"};
  return word.upos == Upos::noun && is_one_of(to_lower(word.lemma), lemmas);
}

const Word* subject_of(const Sentence& sentence, WordIndex predicate) {
  const WordIndex head = sentence.words[predicate].head;
  for (const Word& word : sentence.words)
    if ((word.head == predicate && word.relation.starts_with("nsubj")) ||
        (word.head == head && word.relation == "obj"))
      return &word;
  return nullptr;
}

bool is_negated(const Sentence& sentence, WordIndex head) {
  return std::ranges::any_of(sentence.words, [&](const Word& word) {
    return word.head == head && word.upos == Upos::part && word.lemma == "not";
  });
}

class DenialReader {
 public:
  DenialReader(const Extraction& extraction, const Ontology& ontology,
               const std::vector<ComparableClaim>& claims)
      : extraction_(extraction), ontology_(ontology), claims_(claims) {
    for (const ComparableClaim& claim : claims)
      if (claim.denied)
        if (const auto voice = extraction.claims[index(claim.id)].attribution)
          told_.insert(*voice);
  }

  void read(std::uint32_t attribution, std::vector<ComparableClaim>& found);

 private:
  bool is_denial(const Attribution& one) const;
  bool is_denial_by_verb(const Attribution& one) const;
  bool says_it_again(const Attribution& denial) const;
  bool denies_any(const Attribution& denial) const;
  bool is_of_words(const Event& rejection) const;
  bool is_words(const Event& event) const;
  bool calls_words_false(const Attribution& one) const;
  bool is_falsehood(const Sentence& sentence, WordIndex word) const;
  bool refers_to_words(const Sentence& sentence, const Word& word) const;
  bool is_a(ClassId type, std::string_view name) const {
    return type != ClassId::none &&
           ontology_.is_a(type, ontology_.find_class(name));
  }
  const Sentence& sentence_of(const Event& event) const {
    return extraction_.analysis.sentences[event.sentence];
  }
  std::optional<ClaimId> claim_of(EventId denial) const;
  bool is_answered(const ComparableClaim& claim, const Attribution& answer,
                   const Participant& denier) const;
  bool is_hostile(const ComparableClaim& claim) const {
    return claim.type != ClassId::none && ontology_[claim.type].score < 0;
  }
  bool may_be_deed(const ComparableClaim& claim) const;
  const ComparableClaim* answered_by(const Attribution& denied,
                                     const Participant& denier) const;
  bool has_content(const Event& words, const ComparableClaim& claim) const;
  const ComparableClaim* rejected_in(std::uint32_t attribution) const;

  const Extraction& extraction_;
  const Ontology& ontology_;
  const std::vector<ComparableClaim>& claims_;
  std::set<std::uint32_t> told_;  ///< Denials with claims of their own.
};

/// Whether the words that it denies tell what that is, more than "that", "the
/// allegations", or "any role in the attack", of which was spoken before.
bool DenialReader::says_it_again(const Attribution& denial) const {
  std::size_t count = 0;
  const Sentence& sentence =
      sentence_of(extraction_.events[index(*denial.event)]);
  for (const Span span : denial.content) {
    for (WordIndex i = 0; i < sentence.words.size(); ++i) {
      const Word& word = sentence.words[i];
      if (!contains(span, word.span)) continue;
      count += !calls_false(word) && !names_words(word) &&
               !content_lemmas(extraction_.analysis, word.span).empty();
    }
  }
  if (denies_any(denial)) return count > 2;
  return count > 1 ||
         (count == 1 && !is_of_words(extraction_.events[index(*denial.event)]));
}

/// "denied any wrongdoing", "involvement", "responsibility for the attack".
bool DenialReader::denies_any(const Attribution& denial) const {
  if (std::ranges::any_of(denial.content, [&](Span span) {
        return slice(extraction_.article.text, span).starts_with("any ");
      }))
    return true;
  const auto& words =
      sentence_of(extraction_.events[index(*denial.event)]).words;
  return std::ranges::any_of(words, [&](const Word& word) {
    return tells_a_part(word) &&
           std::ranges::any_of(denial.content, [&](Span span) {
             return contains(span, word.span);
           });
  });
}

/// "the allegations", "a claim": the word of somebody else.
bool DenialReader::is_words(const Event& event) const {
  return sentence_of(event).words[event.trigger].upos == Upos::noun &&
         (is_a(event.type, "Accusation") || is_a(event.type, "Statement") ||
          is_a(event.type, "Charge"));
}

bool DenialReader::is_of_words(const Event& rejection) const {
  return std::ranges::any_of(rejection.roles, [&](const Role& role) {
    const auto* id = std::get_if<EventId>(&role.filler);
    return id != nullptr && is_words(extraction_.events[index(*id)]);
  });
}

/// "false", "not true".
bool DenialReader::is_falsehood(const Sentence& sentence,
                                WordIndex word) const {
  const bool is_not = is_negated(sentence, word);
  return sentence.words[word].lemma == "true"
             ? is_not
             : !is_not && calls_false(sentence.words[word]);
}

bool DenialReader::refers_to_words(const Sentence& sentence,
                                   const Word& word) const {
  if (word.upos == Upos::pron)
    return word.lemma == "that" || word.lemma == "this";
  return std::ranges::any_of(extraction_.events, [&](const Event& event) {
    return &sentence_of(event) == &sentence && event.span == word.span &&
           is_words(event);
  });
}

/// "called the allegations false", "said that is a lie".
bool DenialReader::calls_words_false(const Attribution& one) const {
  const auto& event = extraction_.events[index(*one.event)];
  const Sentence& sentence = sentence_of(event);
  std::size_t count = 0;
  bool is_false = false;
  for (const Span span : one.content) {
    count += content_lemmas(extraction_.analysis, span).size();
    for (WordIndex i = 0; i < sentence.words.size(); ++i)
      if (contains(span, sentence.words[i].span) && is_falsehood(sentence, i))
        if (const Word* subject = subject_of(sentence, i))
          is_false = is_false || refers_to_words(sentence, *subject);
  }
  return is_false && count <= 4;
}

bool DenialReader::is_denial_by_verb(const Attribution& one) const {
  const Event& event = extraction_.events[index(*one.event)];
  const bool is_rejection =
      (is_a(event.type, "Refusal") || is_a(event.type, "Dismissal")) &&
      is_of_words(event);
  return !says_it_again(one) && (is_a(event.type, "Denial") || is_rejection);
}

bool DenialReader::is_denial(const Attribution& one) const {
  const Event& event = extraction_.events[index(*one.event)];
  return sentence_of(event).words[event.trigger].upos == Upos::verb &&
         (is_denial_by_verb(one) || calls_words_false(one));
}

std::optional<ClaimId> DenialReader::claim_of(EventId denial) const {
  for (std::uint32_t i = 0; i < extraction_.claims.size(); ++i) {
    const Claim& claim = extraction_.claims[i];
    const auto* event = std::get_if<EventId>(&claim.about);
    if (event != nullptr && *event == denial && is_positive(claim.factuality) &&
        claim.factuality != Factuality::possible_positive)
      return ClaimId{i};
  }
  return std::nullopt;
}

bool is_any_of(const Participant& one, const std::vector<Participant>& all) {
  return std::any_of(all.begin(), all.end(), [&](const Participant& other) {
    return likeness(one, other).value_or(0) >= 0.7;
  });
}

/// Whether a word completes another of its sentence or goes on after it:
/// "appeared to deny it", "built the town and denied the allegations".
bool completes(const Sentence& sentence, WordIndex word, Span above) {
  for (std::size_t steps = 0; steps < sentence.words.size(); ++steps) {
    const Word& one = sentence.words[word];
    if (one.relation != "xcomp" && one.relation != "ccomp" &&
        one.relation != "conj")
      return false;
    word = one.head;
    if (sentence.words[word].span == above) return true;
  }
  return false;
}

/// What somebody may be accused of: a part in talks is no such thing.
bool DenialReader::may_be_deed(const ComparableClaim& claim) const {
  return claim.type == ClassId::none || is_hostile(claim);
}

bool DenialReader::is_answered(const ComparableClaim& claim,
                               const Attribution& answer,
                               const Participant& denier) const {
  const Event& denial = extraction_.events[index(*answer.event)];
  const bool denies =
      is_a(denial.type, "Denial") || is_a(denial.type, "Refusal");
  const std::uint32_t reach = denies ? reach_of_denial : reach_of_others;
  const bool says_nothing = claim.speech && claim.others.empty();
  return !claim.claimers.empty() && !claim.denied && !says_nothing &&
         (!claim.nominal || is_hostile(claim)) &&
         is_positive(claim.factuality) && !claim.attitude && !claim.aside &&
         (may_be_deed(claim) || !denies_any(answer)) &&
         claim.relation == PropertyId::none &&
         !is_a(claim.type, "Accusation") && !is_a(claim.type, "Denial") &&
         claim.words.begin < denial.span.begin &&
         claim.sentence_number + reach >= denial.sentence &&
         !completes(sentence_of(denial), denial.trigger, claim.words) &&
         is_any_of(denier, claim.sources) && !is_any_of(denier, claim.claimers);
}

/// The last claim before of what the denier did, by a verb if its sentence has
/// one.
const ComparableClaim* DenialReader::answered_by(
    const Attribution& denied, const Participant& denier) const {
  const ComparableClaim* last = nullptr;
  for (auto claim = claims_.rbegin(); claim != claims_.rend(); ++claim) {
    if (!is_answered(*claim, denied, denier)) continue;
    if (last == nullptr || (last->nominal && !claim->nominal &&
                            last->sentence_number == claim->sentence_number))
      last = &*claim;
  }
  return last;
}

/// Whether a claim is what words say, and not a part of it.
bool DenialReader::has_content(const Event& words,
                               const ComparableClaim& claim) const {
  const auto* event =
      std::get_if<EventId>(&extraction_.claims[index(claim.id)].about);
  return event != nullptr &&
         std::ranges::any_of(words.roles, [&](const Role& role) {
           const auto* filler = std::get_if<EventId>(&role.filler);
           return filler != nullptr && *filler == *event;
         });
}

/// What "claims that it did so" say, which somebody rejects.
const ComparableClaim* DenialReader::rejected_in(
    std::uint32_t attribution) const {
  const Attribution& one = extraction_.attributions[attribution];
  const Event& rejection = extraction_.events[index(*one.event)];
  if (!is_a(rejection.type, "Refusal") || !is_of_words(rejection))
    return nullptr;
  const auto found = std::ranges::find_if(claims_, [&](const auto& claim) {
    const auto voice = extraction_.claims[index(claim.id)].attribution;
    if (!voice || claim.nominal || claim.aside ||
        !is_positive(claim.factuality))
      return false;
    const Attribution& words = extraction_.attributions[*voice];
    return words.within == attribution && words.event &&
           is_words(extraction_.events[index(*words.event)]) &&
           has_content(extraction_.events[index(*words.event)], claim);
  });
  return found == claims_.end() ? nullptr : &*found;
}

void DenialReader::read(std::uint32_t attribution,
                        std::vector<ComparableClaim>& found) {
  const Attribution& one = extraction_.attributions[attribution];
  if (!one.event || !one.source || told_.contains(attribution)) return;
  const auto voices = claimers_of(extraction_, attribution, ontology_);
  const Event& denial = extraction_.events[index(*one.event)];
  const auto id = claim_of(*one.event);
  const ComparableClaim* answered = rejected_in(attribution);
  if (answered == nullptr && is_denial(one))
    answered = answered_by(one, voices.back());
  if (!id || answered == nullptr) return;
  ComparableClaim claim = *answered;
  claim.id = *id;
  claim.words = denial.span;
  claim.sentence_number = denial.sentence;
  claim.sentence = extraction_.analysis.sentences[denial.sentence].span;
  claim.around = content_lemmas(extraction_.analysis, claim.sentence);
  claim.claimers = voices;
  claim.factuality = Factuality::certain_negative;
  claim.denied = claim.negated_itself = true;
  found.push_back(std::move(claim));
}

}  // namespace

std::vector<ComparableClaim> denied_claims(
    const Extraction& extraction, const Ontology& ontology,
    const std::vector<ComparableClaim>& claims) {
  DenialReader reader(extraction, ontology, claims);
  std::vector<ComparableClaim> found;
  for (std::uint32_t i = 0; i < extraction.attributions.size(); ++i)
    reader.read(i, found);
  return found;
}

}  // namespace demarche
