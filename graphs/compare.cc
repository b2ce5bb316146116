#include "graphs/compare.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

namespace demarche {
namespace {

using Index = std::uint32_t;

std::string name_of(const Article& article, std::size_t number) {
  const Metadata& about = article.metadata;
  if (!about.publisher.empty()) return about.publisher;
  if (!about.id.empty()) return about.id;
  return "article " + std::to_string(number + 1);
}

/// "The Post: Talks fail".
std::string long_name_of(const Article& article, std::size_t number) {
  const Metadata& about = article.metadata;
  const auto name = name_of(article, number);
  const auto& more = !about.title.empty() ? about.title : about.id;
  return more.empty() || more == name ? name : name + ": " + more;
}

/// Numbers those that are called alike: "Kenya", "Kenya (2)".
void number_alike(std::vector<Side>& sides) {
  std::set<std::string> taken;
  for (Side& side : sides) {
    std::string name = side.name;
    for (int i = 2; !taken.insert(name).second; ++i)
      name = side.name + " (" + std::to_string(i) + ")";
    side.name = std::move(name);
  }
}

/// "Pro-Kenya narrative (Daily Nation)".
std::string name_of(const Article& article, const Narrative& narrative) {
  const auto text = [&](Span span) {
    return std::string(slice(article.text, span));
  };
  std::string name = narrative.stance == Narrative::Stance::pro    ? "pro-"
                     : narrative.stance == Narrative::Stance::anti ? "anti-"
                                                                   : "";
  name += text(narrative.about);
  if (narrative.provider.begin < narrative.provider.end)
    name += (name.empty() ? "" : " ") + ("(" + text(narrative.provider) + ")");
  return name.empty() ? text(narrative.heading) : name;
}

/// Reads claims and deals them out to sides.
class Dealer {
 public:
  Dealer(std::span<const Extraction> articles, const Ontology& ontology,
         Comparison& comparison)
      : articles_(articles), comparison_(comparison) {
    for (Index i = 0; i < articles.size(); ++i)
      for (auto& claim : comparable_claims(articles[i], ontology))
        comparison_.claims.push_back({i, 0, std::move(claim)});
  }

  void deal() {
    if (articles_.size() != 1)
      by_article();
    else if (!articles_[0].article.narratives.empty())
      by_narrative();
    else
      by_claimer();
    number_alike(comparison_.sides);
    for (Index i = 0; i < comparison_.claims.size(); ++i)
      comparison_.sides[comparison_.claims[i].side].claims.push_back(i);
  }

 private:
  void by_article() {
    std::map<std::string, int> count;
    for (Index i = 0; i < articles_.size(); ++i)
      ++count[name_of(articles_[i].article, i)];
    for (Index i = 0; i < articles_.size(); ++i) {
      const Article& article = articles_[i].article;
      auto name = name_of(article, i);
      if (count[name] > 1) name = long_name_of(article, i);
      comparison_.sides.push_back({std::move(name), {}});
    }
    for (auto& claim : comparison_.claims) claim.side = claim.article;
  }

  void by_narrative() {
    const Article& article = articles_[0].article;
    for (const auto& narrative : article.narratives)
      comparison_.sides.push_back({name_of(article, narrative), {}});
    const auto count = static_cast<Index>(article.narratives.size());
    comparison_.sides.push_back({"the digest itself", {}});
    for (auto& claim : comparison_.claims) {
      claim.side = count;
      for (Index i = 0; i < count; ++i)
        if (contains(article.narratives[i].body, claim.claim.words))
          claim.side = i;
    }
  }

  void by_claimer() {
    comparison_.sides.push_back({"the article itself", {}});
    std::map<std::string, Index> side_of;
    for (auto& claim : comparison_.claims) {
      if (claim.claim.claimers.empty()) continue;
      const auto& claimer = claim.claim.claimers.front();
      const auto key = !claimer.behind.empty() ? claimer.behind
                       : claimer.keys.empty()  ? ""
                                               : claimer.keys.front();
      const auto [place, is_new] =
          side_of.emplace(key, static_cast<Index>(comparison_.sides.size()));
      const auto& name =
          claimer.behind.empty() ? claimer.label : claimer.name_behind;
      if (is_new)
        comparison_.sides.push_back(
            {name.empty() ? "somebody unnamed" : name, {}});
      claim.side = place->second;
    }
  }

  std::span<const Extraction> articles_;
  Comparison& comparison_;
};

/// Two claims about one event.
struct Pair {
  Index first = 0;
  Index second = 0;
  ClaimMatch match;
};

/// Whether both are the article's, or of one claimer.
bool has_one_voice(const ComparableClaim& a, const ComparableClaim& b) {
  if (a.claimers.empty() || b.claimers.empty())
    return a.claimers.empty() && b.claimers.empty();
  const Participant& one = a.claimers.back();
  const Participant& other = b.claimers.back();
  return one.keys == other.keys ||
         (!one.behind.empty() && one.behind == other.behind);
}

class Comparer {
 public:
  Comparer(std::span<const Extraction> articles, const Ontology& ontology,
           Comparison& comparison)
      : articles_(articles), ontology_(ontology), result_(comparison) {
    for (const Extraction& article : articles) weights_.add(article.analysis);
  }

  void compare() {
    find_pairs();
    find_contradictions();
    find_shared();
    find_rest();
  }

 private:
  ClaimInText in_text(Index claim) const {
    const auto& compared = result_.claims[claim];
    return {&articles_[compared.article], &compared.claim, compared.article,
            compared.side};
  }

  Index side(Index claim) const { return result_.claims[claim].side; }

  void find_pairs();
  void find_contradictions();
  void find_shared();
  void find_rest();
  bool is_contradiction(const Pair& pair) const;

  std::span<const Extraction> articles_;
  const Ontology& ontology_;
  Comparison& result_;
  WordWeights weights_;
  std::vector<Pair> pairs_;  ///< The surest first.
};

void Comparer::find_pairs() {
  const auto count = static_cast<Index>(result_.claims.size());
  for (Index i = 0; i < count; ++i)
    for (Index j = i + 1; j < count; ++j)
      if (auto found = match(in_text(i), in_text(j), weights_, ontology_))
        pairs_.push_back({i, j, std::move(*found)});
  std::stable_sort(pairs_.begin(), pairs_.end(),
                   [](const Pair& a, const Pair& b) {
                     return a.match.score > b.match.score;
                   });
}

bool Comparer::is_contradiction(const Pair& pair) const {
  if (pair.match.contrast == Contrast::none) return false;
  const ComparableClaim& first = result_.claims[pair.first].claim;
  const ComparableClaim& second = result_.claims[pair.second].claim;
  // Of whom two outlets quote one was misread, rather than that he said both.
  return !has_one_voice(first, second) ||
         (side(pair.first) != side(pair.second) && first.claimers.empty());
}

/// Each claim's representative among those that tell of the same.
class Matters {
 public:
  Matters(Index claims, const std::vector<Pair>& pairs) : parent_(claims) {
    std::iota(parent_.begin(), parent_.end(), Index{0});
    for (const Pair& pair : pairs)
      if (pair.match.contrast == Contrast::none)
        parent_[find(pair.first)] = find(pair.second);
  }

  Index find(Index claim) {
    while (parent_[claim] != claim)
      claim = parent_[claim] = parent_[parent_[claim]];
    return claim;
  }

 private:
  std::vector<Index> parent_;
};

/// The surest of those in which two sides contradict each other in a matter.
void Comparer::find_contradictions() {
  Matters matters(static_cast<Index>(result_.claims.size()), pairs_);
  using Told = std::pair<Index, Index>;
  std::set<std::pair<Told, Told>> seen;
  std::set<std::tuple<Index, Span, Index, Span>> sentences;
  for (const Pair& pair : pairs_) {
    if (!is_contradiction(pair)) continue;
    const auto& first = result_.claims[pair.first];
    const auto& second = result_.claims[pair.second];
    const Told one{matters.find(pair.first), first.side};
    const Told other{matters.find(pair.second), second.side};
    if (seen.insert(std::minmax(one, other)).second &&
        sentences
            .insert({first.article, first.claim.sentence, second.article,
                     second.claim.sentence})
            .second)
      result_.contradictions.push_back({pair.first, pair.second, pair.match});
  }
}

/// Joins the surest pairs first; each side tells an event once.
void Comparer::find_shared() {
  std::vector<std::vector<Index>> groups;
  std::vector<const ClaimMatch*> weakest;
  std::map<Index, std::size_t> group_of;
  const auto fits = [&](std::size_t group, Index claim) {
    return std::none_of(
        groups[group].begin(), groups[group].end(),
        [&](Index other) { return side(other) == side(claim); });
  };
  for (const Pair& pair : pairs_) {
    if (pair.match.contrast != Contrast::none ||
        side(pair.first) == side(pair.second))
      continue;
    const auto first = group_of.find(pair.first);
    const auto second = group_of.find(pair.second);
    if (first != group_of.end() && second != group_of.end()) continue;
    if (first == group_of.end() && second == group_of.end()) {
      group_of[pair.first] = group_of[pair.second] = groups.size();
      groups.push_back({pair.first, pair.second});
      weakest.push_back(&pair.match);
      continue;
    }
    const auto group = first != group_of.end() ? first->second : second->second;
    const Index claim = first != group_of.end() ? pair.second : pair.first;
    if (!fits(group, claim)) continue;
    groups[group].push_back(claim);
    group_of[claim] = group;
    weakest[group] = &pair.match;
  }
  for (std::size_t i = 0; i < groups.size(); ++i) {
    std::sort(groups[i].begin(), groups[i].end(), [&](Index a, Index b) {
      return std::pair(side(a), a) < std::pair(side(b), b);
    });
    result_.shared.push_back(
        {std::move(groups[i]), weakest[i]->score, weakest[i]->reason});
  }
  std::stable_sort(result_.shared.begin(), result_.shared.end(),
                   [](const SharedClaim& a, const SharedClaim& b) {
                     return a.claims.size() > b.claims.size();
                   });
}

/// What only one side says: nothing of another side is about the same event.
void Comparer::find_rest() {
  std::set<Index> matched;
  for (const Pair& pair : pairs_)
    if (side(pair.first) != side(pair.second))
      matched.insert({pair.first, pair.second});
  for (const Side& one : result_.sides) {
    auto& rest = result_.only.emplace_back();
    auto& unlisted = result_.unlisted.emplace_back(0);
    for (const Index claim : one.claims) {
      if (matched.contains(claim)) continue;
      if (result_.claims[claim].claim.type == ClassId::none ||
          result_.claims[claim].claim.speech)
        ++unlisted;
      else
        rest.push_back(claim);
    }
  }
}

}  // namespace

Comparison compare(std::span<const Extraction> articles,
                   const Ontology& ontology) {
  Comparison comparison;
  Dealer(articles, ontology, comparison).deal();
  Comparer(articles, ontology, comparison).compare();
  return comparison;
}

}  // namespace demarche
