#include "graphs/comparable_claim.h"

#include <algorithm>
#include <array>

#include "extractor/meanings.h"
#include "extractor/noun_phrase.h"
#include "extractor/stance.h"
#include "extractor/tree.h"
#include "graphs/claim_clause.h"
#include "graphs/claim_values.h"
#include "graphs/denied_claims.h"
#include "graphs/direct_triples.h"
#include "graphs/negation.h"
#include "ontology/sort_unique.h"

namespace demarche {
namespace {

/// Verbs that say nothing by themselves.
bool is_empty_verb(std::string_view lemma) {
  constexpr std::array<std::string_view, 14> lemmas = {
      "be",   "have", "do",   "say",  "get", "make", "go",
      "come", "take", "give", "tell", "let", "use",  "want"};
  return std::find(lemmas.begin(), lemmas.end(), lemma) != lemmas.end();
}

bool has_content(const Word& word) {
  switch (word.upos) {
    case Upos::noun:
    case Upos::propn:
    case Upos::adj:
      return true;
    case Upos::verb:
      return !is_empty_verb(word.lemma);
    default:
      return false;
  }
}

/// How, why or how far: what a negation may be about in place of the act.  The
/// analysis calls some adverbs of manner ARGM-ADV.
bool is_restriction(const Sentence& sentence, const Argument& argument) {
  if (argument.role == "ARGM-ADV")
    return sentence.words[argument.head].upos == Upos::adv;
  constexpr std::array<std::string_view, 4> roles = {"ARGM-MNR", "ARGM-CAU",
                                                     "ARGM-PRP", "ARGM-EXT"};
  return std::find(roles.begin(), roles.end(), argument.role) != roles.end();
}

/// When, whether and in what connection: not what it is about.
bool is_circumstance(std::string_view role) {
  constexpr std::array<std::string_view, 4> roles = {"ARGM-TMP", "ARGM-NEG",
                                                     "ARGM-MOD", "ARGM-DIS"};
  return std::find(roles.begin(), roles.end(), role) != roles.end();
}

bool is_nobody(const Sentence& sentence, WordIndex head) {
  const auto negates = [](const Word& word) {
    return word.lemma == "no" || word.lemma == "nobody" || word.lemma == "none";
  };
  return negates(sentence.words[head]) ||
         std::any_of(sentence.words.begin(), sentence.words.end(),
                     [&](const Word& word) {
                       return word.head == head && negates(word);
                     });
}

/// Those of a word, though it is an adverb, and of what hangs on it.
void add_lemmas_below(const Sentence& sentence, WordIndex head,
                      std::vector<std::string>& lemmas) {
  const Tree tree(sentence);
  if (tree[head].upos == Upos::adv)
    lemmas.push_back(to_lower(tree[head].lemma));
  for (WordIndex word = tree.first_below(head); word < tree.end_below(head);
       ++word)
    if (tree.dominates(head, word) && has_content(tree[word]))
      lemmas.push_back(to_lower(tree[word].lemma));
}

/// "no Kenyan envoy": of what sort those are that did not do it; others may
/// have done it.
void add_sort_of_nobody(const Sentence& sentence, WordIndex head,
                        std::vector<std::string>& lemmas) {
  for (const Word& word : sentence.words)
    if (word.head == head &&
        (word.relation == "amod" || word.relation == "compound"))
      lemmas.push_back(to_lower(word.lemma));
}

class ClaimReader {
 public:
  ClaimReader(const Extraction& extraction, const Ontology& ontology)
      : extraction_(extraction),
        ontology_(ontology),
        statement_(ontology.find_class("Statement")),
        denial_(ontology.find_class("Denial")),
        expectation_(ontology.find_class("Expectation")),
        intention_(ontology.find_class("Intention")) {}

  std::optional<ComparableClaim> read(std::uint32_t number) const;

 private:
  bool read_event(const Event& event, ComparableClaim& claim) const;
  bool read_relation(const Relation& relation, ComparableClaim& claim) const;
  const Mention* mention_in(const Role& role, EntityId entity) const;
  bool fills_with_nobody(const Role& role, EntityId entity) const;
  Participant participant_in(const Role& role, EntityId entity) const;
  void read_fillers(const Event& event, ComparableClaim& claim) const;
  void add_theme(const Role& role, ComparableClaim& claim) const;
  void add_arguments(const Event& event, ComparableClaim& claim) const;
  bool is_given_to_somebody(const Event& denial) const;
  bool is_denied(const Claim& claim) const;
  Span words_of(const Event& event, const Claim& claim) const;
  bool denies_what_is_alleged(const ComparableClaim& claim) const;
  bool is_day_of_article(const std::string& date) const;
  std::vector<std::string> names_in(std::uint32_t sentence) const;
  void read_claimers(const Claim& claim, ComparableClaim& comparable) const;
  void read_circumstances(const Event& event, ComparableClaim& claim) const;
  bool is_worth_comparing(const Event& event) const;
  std::uint32_t sentence_at(Span span) const;
  const Word& trigger_of(const Event& event) const {
    return extraction_.analysis.sentences[event.sentence].words[event.trigger];
  }

  const Extraction& extraction_;
  const Ontology& ontology_;
  ClassId statement_, denial_, expectation_, intention_;
};

std::uint32_t ClaimReader::sentence_at(Span span) const {
  const auto& sentences = extraction_.analysis.sentences;
  const auto after =
      std::upper_bound(sentences.begin(), sentences.end(), span.begin,
                       [](std::uint32_t begin, const Sentence& sentence) {
                         return begin < sentence.span.begin;
                       });
  return static_cast<std::uint32_t>(
      std::max<std::ptrdiff_t>(after - sentences.begin() - 1, 0));
}

void ClaimReader::add_theme(const Role& role, ComparableClaim& claim) const {
  const auto add = [&](Span span) {
    for (auto& lemma : content_lemmas(extraction_.analysis, span))
      claim.theme.push_back(std::move(lemma));
  };
  add(role.evidence);
  if (const auto* span = std::get_if<Span>(&role.filler)) add(*span);
  if (const auto* event = std::get_if<EventId>(&role.filler))
    add(extraction_.events[index(*event)].span);
}

/// What the predicate has as arguments, though its class has no role for it.
void ClaimReader::add_arguments(const Event& event,
                                ComparableClaim& claim) const {
  const Sentence& sentence = extraction_.analysis.sentences[event.sentence];
  const Frame* frame = find_frame(sentence, event.trigger);
  if (frame == nullptr) return;
  const auto sources = sides_of(event, ontology_).sources;
  const auto acts = [&](WordIndex word) {
    return std::any_of(sources.begin(), sources.end(), [&](const Role* role) {
      return contains(role->evidence, sentence.words[word].span);
    });
  };
  for (const Argument& argument : frame->arguments) {
    if (argument.role == "ARG0" || argument.role.starts_with("ARGM") ||
        acts(argument.head))
      continue;
    for (WordIndex word = 0; word < sentence.words.size(); ++word)
      if ((word == argument.head ||
           sentence.words[word].head == argument.head) &&
          has_content(sentence.words[word]))
        claim.theme.push_back(to_lower(sentence.words[word].lemma));
  }
}

/// The mention of an entity that fills a role, or null.
const Mention* ClaimReader::mention_in(const Role& role,
                                       EntityId entity) const {
  for (const auto id : extraction_.entities[index(entity)].mentions) {
    const Mention& mention = extraction_.mentions[index(id)];
    if (mention.span == role.evidence) return &mention;
  }
  return nullptr;
}

/// "no party": nobody that others could tell of.
bool ClaimReader::fills_with_nobody(const Role& role, EntityId entity) const {
  const Mention* mention = mention_in(role, entity);
  return mention != nullptr &&
         is_nobody(extraction_.analysis.sentences[mention->sentence],
                   mention->head);
}

Participant ClaimReader::participant_in(const Role& role,
                                        EntityId entity) const {
  auto one = participant(extraction_, entity, ontology_);
  const Mention* mention = mention_in(role, entity);
  one.pronoun = mention != nullptr && mention->kind == MentionKind::pronoun;
  return one;
}

void ClaimReader::read_fillers(const Event& event,
                               ComparableClaim& claim) const {
  const auto sources = sides_of(event, ontology_).sources;
  const bool is_reciprocal =
      event.type != ClassId::none && ontology_[event.type].reciprocal;
  for (const Role& role : event.roles) {
    const bool is_source =
        std::find(sources.begin(), sources.end(), &role) != sources.end() ||
        role.label == "ARG0" || is_reciprocal;
    if (!is_source && !is_circumstance(role.label)) add_theme(role, claim);
    if (const auto* entity = std::get_if<EntityId>(&role.filler))
      if (!fills_with_nobody(role, *entity))
        (is_source ? claim.sources : claim.others)
            .push_back(participant_in(role, *entity));
  }
  add_arguments(event, claim);
  for (const auto place : event.places)
    for (auto& lemma : content_lemmas(
             extraction_.analysis,
             extraction_
                 .mentions[index(
                     extraction_.entities[index(place)].mentions.front())]
                 .span))
      claim.theme.push_back(std::move(lemma));
  sort_unique(claim.theme);
  // Nobody dismisses himself: "his dismissal" has but one of the two.
  std::erase_if(claim.sources, [&](const Participant& source) {
    return !is_reciprocal &&
           std::any_of(claim.others.begin(), claim.others.end(),
                       [&](const Participant& other) {
                         return source.keys == other.keys;
                       });
  });
}

bool ClaimReader::is_worth_comparing(const Event& event) const {
  if (event.future ||
      is_hypothetical(extraction_.analysis.sentences[event.sentence],
                      event.trigger))
    return false;
  if (event.type != ClassId::none) return true;
  if (trigger_of(event).upos != Upos::verb) return false;
  return std::any_of(event.roles.begin(), event.roles.end(),
                     [](const Role& role) {
                       return role.label == "ARG0" || role.label == "ARG1";
                     });
}

/// How, why and how far, and what it says is wanted or thought.
void ClaimReader::read_circumstances(const Event& event,
                                     ComparableClaim& claim) const {
  const Sentence& sentence = extraction_.analysis.sentences[event.sentence];
  const Frame* frame = find_frame(sentence, event.trigger);
  claim.agentless = claim.sources.empty();
  if (frame != nullptr)
    for (const Argument& argument : frame->arguments) {
      if (argument.role == "ARG0") {
        if (is_nobody(sentence, argument.head))
          add_sort_of_nobody(sentence, argument.head, claim.circumstances);
        else
          claim.agentless = false;
      }
      if (is_restriction(sentence, argument))
        add_lemmas_below(sentence, argument.head, claim.circumstances);
    }
  for (auto& lemma : narrowing_words(sentence, event.trigger))
    claim.circumstances.push_back(std::move(lemma));
  sort_unique(claim.circumstances);
  for (const Role& role : event.roles)
    if (const auto* filler = std::get_if<EventId>(&role.filler))
      claim.contents.push_back(
          to_lower(trigger_of(extraction_.events[index(*filler)]).lemma));
}

bool ClaimReader::read_event(const Event& event, ComparableClaim& claim) const {
  if (!is_worth_comparing(event)) return false;
  claim.words = event.span;
  claim.type = event.type;
  claim.speech =
      event.type != ClassId::none && ontology_.is_a(event.type, statement_);
  claim.lemma = to_lower(trigger_of(event).lemma);
  claim.nominal = trigger_of(event).upos == Upos::noun;
  claim.negated_itself = is_negated_at(
      extraction_.analysis.sentences[event.sentence], event.trigger);
  claim.attitude = event.type != ClassId::none &&
                   (ontology_.is_a(event.type, expectation_) ||
                    ontology_.is_a(event.type, intention_));
  claim.lists = event.type == ClassId::none && claim.lemma == "include";
  claim.empty_verb = is_empty_verb(claim.lemma);
  const Sentence& sentence = extraction_.analysis.sentences[event.sentence];
  claim.aside = is_aside(sentence, event.trigger);
  claim.selects = selects_some(sentence, event.trigger);
  claim.rank = rank_of(sentence, event.trigger);
  auto numbers = numbers_of(extraction_, event);
  claim.numbers = std::move(numbers.own);
  claim.all_numbers = std::move(numbers.all);
  claim.date = date_of(extraction_, event);
  read_fillers(event, claim);
  read_circumstances(event, claim);
  return true;
}

bool ClaimReader::read_relation(const Relation& relation,
                                ComparableClaim& claim) const {
  if (relation.property == PropertyId::none) return false;
  claim.words = relation.evidence;
  claim.relation = relation.property;
  claim.sources = {participant(extraction_, relation.subject, ontology_)};
  claim.others = {participant(extraction_, relation.object, ontology_)};
  return claim.sources[0].named && claim.others[0].named;
}

/// "denied her a vote": it is kept from her, and nothing is said of it.
bool ClaimReader::is_given_to_somebody(const Event& denial) const {
  const auto& words = extraction_.analysis.sentences[denial.sentence].words;
  return std::any_of(words.begin(), words.end(), [&](const Word& word) {
    return word.head == denial.trigger && word.relation == "iobj";
  });
}

/// Whether it is what somebody denies, and not a part of that.
bool ClaimReader::is_denied(const Claim& claim) const {
  const auto* event = std::get_if<EventId>(&claim.about);
  if (!claim.attribution || event == nullptr) return false;
  const auto& speech = extraction_.attributions[*claim.attribution].event;
  if (!speech) return false;
  const Event& denial = extraction_.events[index(*speech)];
  return ontology_.is_a(denial.type, denial_) &&
         !is_given_to_somebody(denial) &&
         std::any_of(denial.roles.begin(), denial.roles.end(),
                     [&](const Role& role) {
                       const auto* filler = std::get_if<EventId>(&role.filler);
                       return filler != nullptr && *filler == *event;
                     });
}

/// "denied the allegations", "an earlier denial", "the report": what they say,
/// not that it was said.
bool ClaimReader::denies_what_is_alleged(const ComparableClaim& claim) const {
  if (!is_negative(claim.factuality) || claim.type == ClassId::none ||
      !extraction_.claims[index(claim.id)].attribution)
    return false;
  const bool tells = claim.speech || ontology_.is_a(claim.type, denial_) ||
                     ontology_[claim.type].mode == "allege";
  return tells && trigger_of(extraction_.events[index(std::get<EventId>(
                                 extraction_.claims[index(claim.id)].about))])
                          .upos == Upos::noun;
}

/// "today" in the words of somebody who need not have said them on that day.
bool ClaimReader::is_day_of_article(const std::string& date) const {
  return !date.empty() &&
         extraction_.article.metadata.published.starts_with(date);
}

std::vector<std::string> ClaimReader::names_in(std::uint32_t sentence) const {
  std::vector<std::string> names;
  const auto is_date = [&](const Word& word) {
    return std::ranges::any_of(extraction_.times, [&](const auto& time) {
      return time.sentence == sentence && contains(time.span, word.span);
    });
  };
  for (const Word& word : extraction_.analysis.sentences[sentence].words)
    if (word.upos == Upos::propn && !is_date(word))
      names.push_back(to_lower(word.lemma));
  sort_unique(names);
  return names;
}

/// Of an event's triggers, one in what the claimer is said to say, else the
/// first.
Span ClaimReader::words_of(const Event& event, const Claim& claim) const {
  if (!claim.attribution) return event.span;
  for (const Span piece : extraction_.attributions[*claim.attribution].content)
    for (const Span trigger : event.evidence)
      if (contains(piece, trigger)) return trigger;
  return event.span;
}

void ClaimReader::read_claimers(const Claim& claim,
                                ComparableClaim& comparable) const {
  comparable.denied = is_denied(claim);
  comparable.negated_itself = comparable.negated_itself || comparable.denied;
  if (claim.attribution)
    comparable.claimers =
        claimers_of(extraction_, *claim.attribution, ontology_);
}

std::optional<ComparableClaim> ClaimReader::read(std::uint32_t number) const {
  const Claim& claim = extraction_.claims[number];
  if (claim.factuality == Factuality::unknown) return std::nullopt;
  ComparableClaim comparable;
  comparable.id = ClaimId{number};
  comparable.factuality = claim.factuality;
  const auto* event = std::get_if<EventId>(&claim.about);
  const bool is_read =
      event ? read_event(extraction_.events[index(*event)], comparable)
            : read_relation(
                  extraction_.relations[std::get<std::uint32_t>(claim.about)],
                  comparable);
  if (!is_read) return std::nullopt;
  if (comparable.speech && !claim.attribution &&
      is_positive(comparable.factuality))
    return std::nullopt;
  if (event)
    comparable.words = words_of(extraction_.events[index(*event)], claim);
  comparable.sentence_number = sentence_at(comparable.words);
  comparable.sentence =
      extraction_.analysis.sentences[comparable.sentence_number].span;
  comparable.around = content_lemmas(extraction_.analysis, comparable.sentence);
  comparable.names = names_in(comparable.sentence_number);
  comparable.negations = count_negations(
      extraction_.analysis.sentences[comparable.sentence_number]);
  read_claimers(claim, comparable);
  if (denies_what_is_alleged(comparable)) return std::nullopt;
  if (!comparable.date.empty())
    comparable.dates = {comparable.date};
  else if (!claim.attribution)
    comparable.dates = dates_in(extraction_, comparable.sentence_number);
  comparable.published = extraction_.article.metadata.published.substr(0, 10);
  comparable.long_ago =
      are_long_before(comparable.dates, extraction_.article.metadata.published);
  if (claim.attribution && is_day_of_article(comparable.date))
    comparable.date.clear();
  return comparable;
}

}  // namespace

bool is_positive(Factuality factuality) {
  return factuality == Factuality::certain_positive ||
         factuality == Factuality::probable_positive ||
         factuality == Factuality::possible_positive;
}

std::vector<std::string> content_lemmas(const Analysis& analysis, Span span) {
  std::vector<std::string> lemmas;
  auto sentence = std::partition_point(
      analysis.sentences.begin(), analysis.sentences.end(),
      [&](const Sentence& s) { return s.span.end <= span.begin; });
  for (;
       sentence != analysis.sentences.end() && sentence->span.begin < span.end;
       ++sentence) {
    for (const Word& word : sentence->words)
      if (contains(span, word.span) && has_content(word))
        lemmas.push_back(to_lower(word.lemma));
  }
  sort_unique(lemmas);
  return lemmas;
}

std::vector<ComparableClaim> comparable_claims(const Extraction& extraction,
                                               const Ontology& ontology) {
  const ClaimReader reader(extraction, ontology);
  std::vector<ComparableClaim> claims;
  for (std::uint32_t i = 0; i < extraction.claims.size(); ++i)
    if (auto claim = reader.read(i)) claims.push_back(std::move(*claim));
  for (auto& claim : denied_claims(extraction, ontology, claims))
    claims.push_back(std::move(claim));
  return claims;
}

}  // namespace demarche
