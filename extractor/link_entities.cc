// Links names to the gazetteer's concepts.
//
//   Moscow  said  the  talks in Moscow  would go on
//   └ Russia                    └ the city
//
// First the likeliest concept of each mention's label is found
// (link_candidates).  Then each capital and seat is read as place or as
// government where it stands, and, where the sentence does not tell, as the
// article mostly uses it.

#include "extractor/link_entities.h"

#include <map>

#include "extractor/link_candidates.h"
#include "extractor/metonymy.h"

namespace demarche {
namespace {

std::vector<Tree> trees_of(const Analysis& analysis) {
  std::vector<Tree> trees;
  trees.reserve(analysis.sentences.size());
  for (const Sentence& sentence : analysis.sentences)
    trees.emplace_back(sentence);
  return trees;
}

class Linker {
 public:
  Linker(const Analysis& analysis, const std::vector<Mention>& mentions,
         const Ontology& ontology, std::string_view date)
      : mentions_(mentions),
        ontology_(ontology),
        trees_(trees_of(analysis)),
        candidates_(trees_, mentions, ontology, date) {}

  std::vector<std::optional<Link>> link() {
    std::vector<std::optional<Link>> links;
    links.reserve(mentions_.size());
    for (std::size_t i = 0; i < mentions_.size(); ++i)
      links.push_back(choose(i));
    settle_open(&links);
    return links;
  }

 private:
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

  bool is(ConceptId id, ClassId ancestor) const {
    return ontology_.is_a(ontology_[id].type, ancestor);
  }

  std::optional<Link> choose(std::size_t i) {
    const auto match = candidates_.best(i);
    if (!match) return std::nullopt;
    const auto metonym = metonym_of(i, match->concept_id);
    if (!metonym || is_before_country(i, metonym->concept_id))
      return link_to(i, *match);
    const Usage usage = read_metonym(
        trees_[mentions_[i].sentence], mentions_[i].head,
        is(match->concept_id, candidates_.classes().facility), ontology_);
    Tally& tally = tallies_[match->concept_id];
    tally.government += usage == Usage::government;
    tally.place += usage == Usage::place;
    if (usage == Usage::open) open_.push_back({i, match->concept_id, *metonym});
    return link_to(i, usage == Usage::government ? *metonym : *match);
  }

  /// "Paris, France" is the city.
  bool is_before_country(std::size_t i, ConceptId country) const {
    const Mention& mention = mentions_[i];
    const Sentence& sentence = trees_[mention.sentence].sentence();
    const WordIndex next = mention.end + 1;
    if (next >= sentence.words.size() ||
        sentence.words[mention.end].form != ",")
      return false;
    for (const Name& name : sentence.names) {
      if (name.first != next) continue;
      for (const LabelMatch& match :
           ontology_.find_label(text_of(sentence, name.first, name.end)))
        if (match.concept_id == country && match.kind == LabelKind::name)
          return true;
    }
    return false;
  }

  /// The government that a place stands for, as far as its label says.
  std::optional<LabelMatch> metonym_of(std::size_t i, ConceptId place) const {
    // A region is no seat: Washington the state is not the capital.
    if (!is(place, candidates_.classes().place) ||
        is(place, candidates_.classes().state) ||
        is(place, candidates_.classes().region))
      return std::nullopt;
    std::optional<LabelMatch> chosen;
    for (const LabelMatch& match : candidates_[i].metonyms) {
      const bool is_own = match.concept_id == ontology_[place].country;
      if (!chosen || is_own) chosen = match;
    }
    return chosen;
  }

  /// "Kazakh" of "Kazakh President" is of the state, not of a Kazakh.
  bool stands_before_noun(const Mention& mention) const {
    const Word& word = trees_[mention.sentence][mention.head];
    return !mention.plural && word.head != no_word &&
           word.head > mention.head &&
           (is_relation(word.relation, "compound") ||
            is_relation(word.relation, "amod"));
  }

  Link link_to(std::size_t i, const LabelMatch& match) const {
    Link link;
    link.concept_id = match.concept_id;
    link.kind = match.kind;
    link.type = ontology_[match.concept_id].type;
    if (match.kind == LabelKind::people &&
        is(match.concept_id, candidates_.classes().place) &&
        !stands_before_noun(mentions_[i]))
      link.type = candidates_.classes().population;
    link.label = candidates_[i].text;
    return link;
  }

  /// A city of which nothing tells is a place, a seat a government.
  void settle_open(std::vector<std::optional<Link>>* links) const {
    for (const Open& open : open_) {
      const Tally& tally = tallies_.at(open.place);
      const bool government =
          tally.government == tally.place
              ? is(open.place, candidates_.classes().facility)
              : tally.government > tally.place;
      if (government)
        (*links)[open.mention] = link_to(open.mention, open.metonym);
    }
  }

  const std::vector<Mention>& mentions_;
  const Ontology& ontology_;
  const std::vector<Tree> trees_;
  const LinkCandidates candidates_;
  std::map<ConceptId, Tally> tallies_;
  std::vector<Open> open_;
};

}  // namespace

std::vector<std::optional<Link>> link_mentions(
    const Analysis& analysis, const std::vector<Mention>& mentions,
    const Ontology& ontology, std::string_view date) {
  return Linker(analysis, mentions, ontology, date).link();
}

}  // namespace demarche
