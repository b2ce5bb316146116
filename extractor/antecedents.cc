#include "extractor/antecedents.h"

#include <algorithm>

#include "extractor/noun_phrase.h"
#include "extractor/participants.h"
#include "extractor/slots.h"

namespace demarche {
namespace {

constexpr std::uint32_t window = 120;  ///< Mentions looked at, at most.
constexpr int max_climb = 24;          ///< Steps up a tree, at most.
constexpr double unfit = -100;
constexpr double threshold = 0.5;
/// Enough for mere things, where nothing that acts is near.
constexpr double thing_threshold = -1.5;

double weight_of(std::string_view relation) {
  if (is_relation(relation, "nsubj")) return 4;
  if (is_relation(relation, "obj") || is_relation(relation, "iobj")) return 2.5;
  if (relation == "obl:agent") return 3;
  if (relation == "nmod:poss") return 2;
  if (is_relation(relation, "obl")) return 2;
  if (is_relation(relation, "nmod")) return 1.5;
  if (is_relation(relation, "amod")) return 0.7;
  return 1.2;
}

/// The relation by which a word and its coordination hang in the clause.
std::string_view outer_relation(const Tree& tree, WordIndex word) {
  for (int step = 0; step < max_climb; ++step) {
    const Word& here = tree[word];
    const bool passes = is_relation(here.relation, "conj") ||
                        is_relation(here.relation, "flat") ||
                        is_relation(here.relation, "appos");
    if (!passes || here.head == no_word) return here.relation;
    word = here.head;
  }
  return tree[word].relation;
}

}  // namespace

Antecedents::Antecedents(const std::vector<Tree>& trees,
                         const std::vector<Mention>& mentions,
                         const References& references,
                         const MentionClusters& clusters,
                         std::span<const Span> quotations)
    : trees_(trees),
      mentions_(mentions),
      references_(references),
      clusters_(clusters),
      quotations_(quotations) {}

template <class Fits>
std::optional<std::uint32_t> Antecedents::best(std::uint32_t anaphor,
                                               std::uint32_t sentences,
                                               Fits fits,
                                               double highest) const {
  std::optional<std::uint32_t> found;
  const std::uint32_t here = mentions_[anaphor].sentence;
  const std::uint32_t last = anaphor > window ? anaphor - window : 0;
  for (std::uint32_t i = anaphor; i-- > last;) {
    if (mentions_[i].sentence + sentences < here) break;
    if (mentions_[i].head == mentions_[anaphor].head &&
        mentions_[i].sentence == here)
      continue;
    if (is_part_of(anaphor, i) || is_part_of(i, anaphor)) continue;
    const double score = fits(i) + salience(i, anaphor);
    if (score <= highest) continue;
    highest = score;
    found = i;
  }
  return found;
}

double Antecedents::salience(std::uint32_t candidate,
                             std::uint32_t anaphor) const {
  const Mention& mention = mentions_[candidate];
  const Mention& later = mentions_[anaphor];
  double score =
      weight_of(outer_relation(trees_[mention.sentence], mention.head));
  if (mention.kind != MentionKind::nominal) score += 0.5;
  score -= 2.5 * (later.sentence - mention.sentence);
  score -= 0.05 * (anaphor - candidate);
  score += 0.1 * std::min<std::uint32_t>(clusters_[candidate].size, 8);
  if (governs(candidate, anaphor)) score += 1.5;
  if (is_relation(head_of(candidate).relation, "nsubj") &&
      is_relation(head_of(anaphor).relation, "nsubj"))
    score += 0.5;
  return score;
}

/// Whether the candidate is subject of a clause that holds the anaphor.
bool Antecedents::governs(std::uint32_t candidate,
                          std::uint32_t anaphor) const {
  const Mention& mention = mentions_[candidate];
  const Mention& later = mentions_[anaphor];
  const Tree& tree = trees_[mention.sentence];
  const Word& head = tree[mention.head];
  return mention.sentence == later.sentence && head.head != no_word &&
         is_relation(head.relation, "nsubj") &&
         tree.dominates(head.head, later.head);
}

bool Antecedents::is_governed(std::uint32_t candidate,
                              std::uint32_t anaphor) const {
  for (std::uint32_t i = anaphor; i-- > 0;) {
    if (mentions_[i].sentence != mentions_[anaphor].sentence) break;
    if (clusters_.find(i) == clusters_.find(candidate) && governs(i, anaphor))
      return true;
  }
  return false;
}

/// Whether both are arguments of one verb, so that only a reflexive pronoun
/// could mean the same.
bool Antecedents::is_bound(std::uint32_t candidate,
                           std::uint32_t anaphor) const {
  if (acts_on(candidate, anaphor)) return true;
  return mentions_[candidate].sentence == mentions_[anaphor].sentence &&
         head_of(candidate).head == head_of(anaphor).head &&
         !is_relation(head_of(candidate).relation, "conj");
}

/// Whether the candidate, maybe named elsewhere, acts on the anaphor: Holm in
/// "Holm refused to back her".
bool Antecedents::acts_on(std::uint32_t candidate,
                          std::uint32_t anaphor) const {
  const std::string& relation = head_of(anaphor).relation;
  if (relation != "obj" && relation != "iobj") return false;
  const auto agent = agent_around(anaphor);
  return agent && clusters_.find(*agent) == clusters_.find(candidate);
}

/// Whether `inner` lies in the phrase of `outer`, not counting clauses.
bool Antecedents::is_part_of(std::uint32_t inner, std::uint32_t outer) const {
  if (mentions_[inner].sentence != mentions_[outer].sentence) return false;
  const Tree& tree = trees_[mentions_[inner].sentence];
  WordIndex word = mentions_[inner].head;
  if (!tree.dominates(mentions_[outer].head, word)) return false;
  for (int step = 0; step < max_climb && word != mentions_[outer].head;
       ++step) {
    if (is_relation(tree[word].relation, "acl") ||
        is_relation(tree[word].relation, "conj") ||
        is_relation(tree[word].relation, "appos") ||
        is_relation(tree[word].relation, "parataxis"))
      return false;
    word = tree[word].head;
  }
  return !is_relation(tree[mentions_[inner].head].relation, "nsubj");
}

bool Antecedents::is_coordinated(std::uint32_t mention) const {
  const Tree& tree = trees_[mentions_[mention].sentence];
  const WordIndex head = mentions_[mention].head;
  return is_relation(tree[head].relation, "conj") ||
         tree.child(head, {"conj"}).has_value();
}

bool Antecedents::acts(std::uint32_t mention) const {
  return clusters_.is_a(mention, clusters_.classes().organization);
}

/// The quotation that the mention, as subject of a verb outside it, utters.
std::optional<Span> Antecedents::quotation_by(std::uint32_t mention) const {
  const Tree& tree = trees_[mentions_[mention].sentence];
  const Word& head = head_of(mention);
  const WordIndex verb = head.head;
  if (verb == no_word || !is_relation(head.relation, "nsubj"))
    return std::nullopt;
  const Span here = tree.sentence().span;
  const auto is_uttered = [&](Span quotation) {
    if (quotation.end <= here.begin || here.end <= quotation.begin ||
        contains(quotation, tree[verb].span))
      return false;
    for (WordIndex word = 0; word < tree.sentence().words.size(); ++word)
      if (contains(quotation, tree[word].span) &&
          (tree.dominates(verb, word) || tree[verb].head == word))
        return true;
    return false;
  };
  const auto found =
      std::find_if(quotations_.begin(), quotations_.end(), is_uttered);
  if (found == quotations_.end()) return std::nullopt;
  return *found;
}

/// Whether the nouns of a quotation tell of the candidate.  Whom pronouns mean
/// is too unsure: the likeliest is often he who speaks.
bool Antecedents::is_spoken_of(std::uint32_t candidate, Span quotation) const {
  const auto first = std::partition_point(
      mentions_.begin(), mentions_.end(), [&](const Mention& mention) {
        return mention.span.begin < quotation.begin;
      });
  for (auto mention = first;
       mention != mentions_.end() && mention->span.begin < quotation.end;
       ++mention) {
    const auto i = static_cast<std::uint32_t>(mention - mentions_.begin());
    if (mention->kind != MentionKind::pronoun &&
        clusters_.find(i) == clusters_.find(candidate))
      return true;
  }
  return false;
}

/// "London" of "the London-based group", which nobody speaks of.
bool Antecedents::is_before_hyphen(std::uint32_t mention) const {
  const auto& words = trees_[mentions_[mention].sentence].sentence().words;
  const WordIndex end = mentions_[mention].end;
  return end + 1 < words.size() && words[end].form == "-" &&
         words[end].span.end == words[end + 1].span.begin;
}

double Antecedents::number_fit(std::uint32_t candidate,
                               const Pronoun& pronoun) const {
  const auto& referent = clusters_[candidate];
  const bool many =
      referent.plural ||
      clusters_.is_a(candidate, clusters_.classes().population_group);
  if (pronoun.plural) return many ? 1 : unfit;
  if (many) return unfit;
  if (acts(candidate)) return 0.5;
  return referent.type == clusters_.classes().entity ? -1.5 : -0.3;
}

std::optional<std::uint32_t> Antecedents::of_pronoun(
    std::uint32_t mention, const Pronoun& pronoun) const {
  // "her" may be an object as well.
  const bool possessive =
      pronoun.possessive && head_of(mention).relation == "nmod:poss";
  // "Tell that to Sy," he said: he is not Sy.
  const auto quotation =
      pronoun.personal && !possessive ? quotation_by(mention) : std::nullopt;
  const auto may_be = [&](std::uint32_t i) {
    return clusters_[i].type != ClassId::none &&
           !(quotation && is_spoken_of(i, *quotation)) &&
           !is_participant(trees_, mentions_[i]) &&
           (possessive || pronoun.reflexive == is_bound(i, mention));
  };
  const auto fit = [&](std::uint32_t i) {
    const bool person = clusters_.is_person(i);
    if (!may_be(i)) return unfit;
    if (!pronoun.personal)
      return person && !pronoun.plural ? unfit : number_fit(i, pronoun);
    const Gender gender = clusters_[i].gender;
    const bool fits = person && !clusters_[i].plural &&
                      (gender == Gender::unknown || gender == pronoun.gender);
    return fits ? (clusters_[i].named ? 1.0 : 0.0) : unfit;
  };
  if (pronoun.reflexive)
    if (const auto agent = agent_around(mention))
      if (clusters_.may_join(*agent, mention)) return agent;
  if (const auto found = best(mention, 2, fit, threshold)) return found;
  // "Their" may be a state's or an organisation's, if nothing else fits.
  const auto is_owner = [&](std::uint32_t i) {
    const bool one = may_be(i) && acts(i) && !clusters_[i].plural;
    return one && !is_coordinated(i) ? -1.0 : unfit;
  };
  if (pronoun.plural)
    if (const auto found = best(mention, 0, is_owner, threshold)) return found;
  if (pronoun.personal) return std::nullopt;
  return best(
      mention, 2,
      [&](std::uint32_t i) { return thing_fit(i, mention, pronoun); },
      thing_threshold);
}

/// Whether the candidate is a mere thing, or what is itself only called "it".
double Antecedents::thing_fit(std::uint32_t candidate, std::uint32_t anaphor,
                              const Pronoun& pronoun) const {
  const auto& referent = clusters_[candidate];
  const Pronoun* other = mentions_[candidate].kind == MentionKind::pronoun
                             ? find_pronoun(to_lower(head_of(candidate).form))
                             : nullptr;
  if (referent.type == ClassId::none)
    return other != nullptr && other->person == 3 &&
                   other->plural == pronoun.plural &&
                   (pronoun.possessive || !is_bound(candidate, anaphor))
               ? 0
               : unfit;
  const bool thing = referent.type == clusters_.classes().entity &&
                     referent.plural == pronoun.plural && !referent.named;
  return thing && (pronoun.possessive ||
                   pronoun.reflexive == is_bound(candidate, anaphor))
             ? -0.5
             : unfit;
}

// "urged her to recuse herself": the one who acts in the clause.
std::optional<std::uint32_t> Antecedents::agent_around(
    std::uint32_t mention) const {
  const Tree& tree = trees_[mentions_[mention].sentence];
  const WordIndex verb = tree[mentions_[mention].head].head;
  if (verb == no_word || tree[verb].upos != Upos::verb) return std::nullopt;
  const auto agent = find_agent(tree, verb);
  if (!agent || *agent == mentions_[mention].head) return std::nullopt;
  const auto found =
      references_.mention_at(mentions_[mention].sentence, *agent);
  if (!found) return std::nullopt;
  return index(*found);
}

std::optional<std::uint32_t> Antecedents::of_nominal(
    std::uint32_t mention) const {
  const EntityClasses& classes = clusters_.classes();
  const ClassId type = mentions_[mention].type;
  const bool state = clusters_.is_a(mention, classes.state);
  const auto fit = [&](std::uint32_t i) {
    const bool fits = clusters_[i].named && !clusters_[i].plural &&
                      !is_before_hyphen(i) && !is_bound(i, mention) &&
                      !is_governed(i, mention) && clusters_.is_a(i, type) &&
                      state == clusters_.is_a(i, classes.state);
    const auto back = mentions_[mention].sentence - mentions_[i].sentence;
    // A noun reaches further back than a pronoun.
    return fits ? 2.0 + 1.0 * back : unfit;
  };
  // A state has many governments and ministries: "the government" is none of
  // those named by chance; and "the enemy" may be anybody.
  if (type == ClassId::none || type == classes.entity ||
      type == classes.actor || clusters_.is_a(mention, classes.government_body))
    return std::nullopt;
  return best(mention, 2, fit, threshold);
}

}  // namespace demarche
