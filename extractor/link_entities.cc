// Links names to the gazetteer's concepts.
//
//   Georgia's prime minister met Georgian officials in Tbilisi
//   └ two concepts            └ one          └ one: so the state, not the
//                                              US state
//
// First every mention's label is looked up and its candidates are cut down to
// what its type allows.  Mentions with one candidate left are the evidence by
// which the others choose.  Then each capital and seat is read as place or as
// government where it stands, and, where the sentence does not tell, as it is
// mostly read in the article.

#include "extractor/link_entities.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "extractor/gazetteer_names.h"
#include "extractor/metonymy.h"
#include "extractor/tree.h"

namespace demarche {
namespace {

/// The classes that linking asks for; `none` in an ontology without them.
struct Classes {
  explicit Classes(const Ontology& ontology)
      : person(ontology.find_class("Person")),
        state(ontology.find_class("State")),
        place(ontology.find_class("Place")),
        city(ontology.find_class("City")),
        facility(ontology.find_class("Facility")),
        organization(ontology.find_class("Organization")),
        international(ontology.find_class("InternationalOrganization")),
        bloc(ontology.find_class("Bloc")),
        alliance(ontology.find_class("Alliance")),
        outlet(ontology.find_class("NewsOutlet")),
        company(ontology.find_class("Company")),
        population(ontology.find_class("PopulationGroup")) {}

  ClassId person, state, place, city, facility, organization, international,
      bloc, alliance, outlet, company, population;
};

/// A mention with what its label may stand for.
struct Candidates {
  std::string text;
  std::vector<LabelMatch> names;     ///< Every kind but metonyms.
  std::vector<LabelMatch> metonyms;  ///< States whose seat it names.
};

/// How standing decides where nothing else does: states before cities.
double standing_of(ClassId type, const Classes& classes,
                   const Ontology& ontology) {
  const auto is = [&](ClassId ancestor) {
    return ontology.is_a(type, ancestor);
  };
  if (is(classes.state)) return 6;
  if (is(classes.international) || is(classes.bloc) || is(classes.alliance))
    return 5;
  if (is(classes.person)) return 5;
  if (is(classes.outlet) || is(classes.company)) return 3;
  if (is(classes.organization)) return 4.5;
  if (is(classes.city)) return 4;
  return 3;
}

class Linker {
 public:
  Linker(const Analysis& analysis, const std::vector<Mention>& mentions,
         const Ontology& ontology)
      : analysis_(analysis),
        mentions_(mentions),
        ontology_(ontology),
        classes_(ontology) {
    trees_.reserve(analysis.sentences.size());
    for (const Sentence& sentence : analysis.sentences)
      trees_.emplace_back(sentence);
    count_concepts();
  }

  std::vector<std::optional<Link>> link() {
    note_surnames();
    for (const Mention& mention : mentions_)
      candidates_.push_back(candidates_of(mention));
    note_evidence();
    std::vector<std::optional<Link>> links;
    for (std::size_t i = 0; i < mentions_.size(); ++i)
      links.push_back(choose(mentions_[i], candidates_[i]));
    settle_open(&links);
    return links;
  }

 private:
  const Word& head_of(const Mention& mention) const {
    return trees_[mention.sentence][mention.head];
  }
  bool is(ConceptId id, ClassId ancestor) const {
    return ontology_.is_a(ontology_[id].type, ancestor);
  }

  /// How many concepts each country has: the more, the more it is in the news.
  void count_concepts() {
    weight_.assign(ontology_.concepts().size(), 0);
    for (const Concept& known : ontology_.concepts())
      if (known.country != ConceptId::none) ++weight_[position(known.country)];
  }
  static std::size_t position(ConceptId id) {
    return static_cast<std::size_t>(id);
  }

  /// The text of the mention's words, without determiner.
  std::string text_of_mention(const Mention& mention) const {
    const Sentence& sentence = analysis_.sentences[mention.sentence];
    WordIndex first = mention.first;
    while (first + 1 < mention.end && sentence.words[first].upos == Upos::det)
      ++first;
    return text_of(sentence, first, mention.end);
  }

  /// Full names of persons, by their last word: after "Michael Jordan", the
  /// name "Jordan" is his.
  void note_surnames() {
    for (const Mention& mention : mentions_) {
      if (mention.kind != MentionKind::name ||
          !ontology_.is_a(mention.type, classes_.person))
        continue;
      const std::string text = text_of_mention(mention);
      const std::size_t space = text.rfind(' ');
      if (space != std::string::npos)
        full_names_[text.substr(space + 1)].insert(text);
    }
  }

  /// Whether an article's full names leave a surname to `id`.
  bool is_free_surname(const std::string& text, ConceptId id) const {
    const auto found = full_names_.find(text);
    if (found == full_names_.end()) return true;
    for (const std::string& name : found->second)
      for (const LabelMatch& match : find_written_label(name, ontology_))
        if (match.concept_id == id) return true;
    return false;
  }

  Candidates candidates_of(const Mention& mention) const {
    Candidates candidates;
    if (mention.kind == MentionKind::pronoun) return candidates;
    candidates.text = text_of_mention(mention);
    for (const LabelMatch& match :
         find_written_label(candidates.text, ontology_)) {
      if (match.kind == LabelKind::metonym)
        candidates.metonyms.push_back(match);
      else if (allows(mention, candidates.text, match))
        candidates.names.push_back(match);
    }
    return candidates;
  }

  /// Whether the type of the mention admits the concept.
  bool allows(const Mention& mention, const std::string& text,
              const LabelMatch& match) const {
    const bool is_long = text.find(' ') != std::string::npos;
    const bool read_as_person = ontology_.is_a(mention.type, classes_.person);
    if (is(match.concept_id, classes_.person)) {
      if (is_long) return true;
      return (read_as_person || mention.type == ClassId::none) &&
             is_free_surname(text, match.concept_id);
    }
    if (match.kind == LabelKind::adjective)
      return !read_as_person && !mention.plural;
    if (!read_as_person || is_long || is_all_capitals(text)) return true;
    return full_names_.count(text) == 0 && is_located(mention);
  }

  /// "in Jordan", whatever type was read.
  bool is_located(const Mention& mention) const {
    const Tree& tree = trees_[mention.sentence];
    for (const WordIndex child : tree.children(mention.head))
      if (tree[child].relation == "case" && tree[child].lemma == "in")
        return true;
    return false;
  }

  /// Counts, for each country, the mentions that can only be of it or of
  /// something in it; an adjective of a country counts for it as well.
  void note_evidence() {
    for (const Candidates& candidates : candidates_) {
      std::set<ConceptId> concepts;
      for (const LabelMatch& match : candidates.names)
        concepts.insert(match.concept_id);
      if (concepts.size() != 1) continue;
      const Concept& only = ontology_[*concepts.begin()];
      ++evidence_[*concepts.begin()];
      if (only.country != ConceptId::none) ++inside_[only.country];
    }
  }

  static double capped(const std::map<ConceptId, int>& counts, ConceptId id,
                       int most) {
    const auto found = counts.find(id);
    return found == counts.end() ? 0 : std::min(found->second, most);
  }

  double score(const Mention& mention, const LabelMatch& match) const {
    const Concept& candidate = ontology_[match.concept_id];
    double score = standing_of(candidate.type, classes_, ontology_);
    if (mention.type != ClassId::none &&
        ontology_.is_a(candidate.type, mention.type))
      score += 3;
    score += kind_score(mention, match.kind);
    score += std::min(weight_[position(match.concept_id)], 20) / 20.0;
    score += capped(evidence_, match.concept_id, 2);
    score += capped(inside_, match.concept_id, 3);
    if (candidate.country != ConceptId::none)
      score += capped(inside_, candidate.country, 4) +
               0.5 * capped(evidence_, candidate.country, 1);
    return score;
  }

  /// "Armenian officials" against "an Armenian said".
  double kind_score(const Mention& mention, LabelKind kind) const {
    const Word& head = head_of(mention);
    const bool modifies = head.upos == Upos::adj ||
                          head.relation.starts_with("amod") ||
                          head.relation.starts_with("compound");
    switch (kind) {
      case LabelKind::adjective:
        return modifies ? 1 : -1;
      case LabelKind::people:
        return modifies ? -1 : 1;
      case LabelKind::name:
      case LabelKind::metonym:
        break;
    }
    return 0.5;
  }

  /// "France's Senate" is not that of another country.
  bool is_foreign(const Mention& mention, ConceptId id) const {
    const ConceptId country = ontology_[id].country;
    if (country == ConceptId::none || !is(id, classes_.organization) ||
        is(id, classes_.state) || is(id, classes_.outlet))
      return false;
    const Tree& tree = trees_[mention.sentence];
    for (const WordIndex child : tree.children(mention.head)) {
      const std::string& relation = tree[child].relation;
      if (!is_relation(relation, "nmod:poss") &&
          !is_relation(relation, "amod") && !is_relation(relation, "compound"))
        continue;
      for (const LabelMatch& match :
           find_written_label(tree[child].form, ontology_))
        if (match.kind != LabelKind::metonym &&
            is(match.concept_id, classes_.state) && match.concept_id != country)
          return true;
    }
    return false;
  }

  std::optional<LabelMatch> best(const Mention& mention,
                                 const Candidates& candidates) const {
    std::optional<LabelMatch> best;
    double best_score = 0;
    for (const LabelMatch& match : candidates.names) {
      if (is_foreign(mention, match.concept_id)) continue;
      const double score = this->score(mention, match);
      if (best && score <= best_score) continue;
      best = match;
      best_score = score;
    }
    return best;
  }

  std::optional<Link> choose(const Mention& mention,
                             const Candidates& candidates) {
    const auto match = best(mention, candidates);
    if (!match) return std::nullopt;
    const auto metonym = metonym_of(match->concept_id, candidates);
    if (!metonym) return link_to(*match, candidates.text);
    const Reading reading =
        read_metonym(trees_[mention.sentence], mention.head,
                     is(match->concept_id, classes_.facility), ontology_);
    Tally& tally = tallies_[match->concept_id];
    tally.government += reading == Reading::government;
    tally.place += reading == Reading::place;
    if (reading == Reading::open) {
      open_.push_back({static_cast<std::size_t>(&mention - mentions_.data()),
                       match->concept_id, *metonym});
      return link_to(*match, candidates.text);
    }
    return link_to(reading == Reading::government ? *metonym : *match,
                   candidates.text);
  }

  /// The government that a place stands for, as far as its label says.
  std::optional<LabelMatch> metonym_of(ConceptId place,
                                       const Candidates& candidates) const {
    if (!is(place, classes_.place) || is(place, classes_.state))
      return std::nullopt;
    std::optional<LabelMatch> chosen;
    for (const LabelMatch& match : candidates.metonyms) {
      const bool is_own = match.concept_id == ontology_[place].country;
      if (!chosen || is_own) chosen = match;
    }
    return chosen;
  }

  Link link_to(const LabelMatch& match, const std::string& text) const {
    Link link;
    link.concept_id = match.concept_id;
    link.kind = match.kind;
    link.type = ontology_[match.concept_id].type;
    if (match.kind == LabelKind::people && is(match.concept_id, classes_.place))
      link.type = classes_.population;
    link.label = text;
    return link;
  }

  /// What no sentence told is read as the article mostly uses the name; a
  /// city otherwise is a place, a seat a government.
  void settle_open(std::vector<std::optional<Link>>* links) const {
    for (const Open& open : open_) {
      const Tally& tally = tallies_.at(open.place);
      const bool by_default = is(open.place, classes_.facility);
      const bool government = tally.government == tally.place
                                  ? by_default
                                  : tally.government > tally.place;
      if (government)
        (*links)[open.mention] =
            link_to(open.metonym, candidates_[open.mention].text);
    }
  }

  /// How often a place was read as such and as its government.
  struct Tally {
    int government = 0;
    int place = 0;
  };
  /// A mention whose sentence does not tell.
  struct Open {
    std::size_t mention;
    ConceptId place;
    LabelMatch metonym;
  };

  const Analysis& analysis_;
  const std::vector<Mention>& mentions_;
  const Ontology& ontology_;
  const Classes classes_;
  std::vector<Tree> trees_;
  std::vector<int> weight_;
  std::map<std::string, std::set<std::string>> full_names_;
  std::vector<Candidates> candidates_;
  std::map<ConceptId, int> evidence_, inside_;
  std::map<ConceptId, Tally> tallies_;
  std::vector<Open> open_;
};

}  // namespace

std::vector<std::optional<Link>> link_mentions(
    const Analysis& analysis, const std::vector<Mention>& mentions,
    const Ontology& ontology) {
  return Linker(analysis, mentions, ontology).link();
}

}  // namespace demarche
