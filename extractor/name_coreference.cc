#include "extractor/name_coreference.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "extractor/noun_phrase.h"

namespace demarche {
namespace {

/// The same key in more clusters than this is too common to tell them apart.
constexpr std::size_t max_homonyms = 4;

using Index = std::map<std::string, std::vector<std::uint32_t>, std::less<>>;

/// The words of a name in lower case, without article and punctuation.
std::vector<std::string> words_of(const Sentence& sentence,
                                  const Mention& mention) {
  std::vector<std::string> words;
  for (WordIndex i = mention.first; i < mention.end; ++i) {
    const Word& word = sentence.words[i];
    if (word.upos == Upos::punct || (i == mention.first && word.lemma == "the"))
      continue;
    words.push_back(to_lower(word.form));
  }
  return words;
}

/// "ASEAN", "U.N."
bool is_acronym(const Sentence& sentence, const Mention& mention) {
  if (mention.end != mention.first + 1) return false;
  const std::string& form = sentence.words[mention.first].form;
  const auto uppers = std::count_if(form.begin(), form.end(), is_capital);
  const auto stops = std::count(form.begin(), form.end(), '.');
  return uppers >= 2 &&
         uppers + stops + 1 >= static_cast<std::ptrdiff_t>(form.size());
}

std::string capitals_in(std::string_view text) {
  std::string capitals;
  std::copy_if(text.begin(), text.end(), std::back_inserter(capitals),
               is_capital);
  return capitals;
}

/// The initials of the capitalised words of a name of several words.
std::string initials_of(const Sentence& sentence, const Mention& mention) {
  std::string initials;
  for (WordIndex i = mention.first; i < mention.end; ++i) {
    const std::string& form = sentence.words[i].form;
    if (!form.empty() && is_capital(form[0])) initials += form[0];
  }
  return initials.size() > 1 ? initials : std::string();
}

/// Whether an acronym is that of initials but for the order of its letters.
bool is_near(std::string acronym, std::string initials) {
  std::sort(acronym.begin(), acronym.end());
  std::sort(initials.begin(), initials.end());
  return acronym == initials;
}

class NameJoiner {
 public:
  NameJoiner(const Analysis& analysis, const std::vector<Mention>& mentions,
             MentionClusters* clusters)
      : analysis_(analysis), mentions_(mentions), clusters_(clusters) {
    for (std::uint32_t i = 0; i < mentions.size(); ++i)
      if (mentions[i].kind == MentionKind::name) names_.push_back(i);
  }

  void join() {
    join_parentheses();
    join_same();
    join_initials();
  }
  void join_parts() {
    join_surnames();
    join_short_forms();
  }

 private:
  const Sentence& sentence_of(std::uint32_t mention) const {
    return analysis_.sentences[mentions_[mention].sentence];
  }
  std::vector<std::string> words(std::uint32_t mention) const {
    return words_of(sentence_of(mention), mentions_[mention]);
  }

  /// Joins `mention` to the last fitting one of `key`, and lists it there.
  void meet(const std::string& key, std::uint32_t mention, Index* index) {
    auto& known = (*index)[key];
    for (auto other = known.rbegin(); other != known.rend(); ++other)
      if (clusters_->join_if_fit(*other, mention)) return;
    if (known.size() < max_homonyms) known.push_back(mention);
  }

  // "Arab League (AL)": the acronym stands between parentheses after a name.
  void join_parentheses() {
    for (std::size_t i = 1; i < names_.size(); ++i) {
      const Mention& acronym = mentions_[names_[i]];
      const Sentence& sentence = sentence_of(names_[i]);
      if (!is_acronym(sentence, acronym) || acronym.first < 2 ||
          sentence.words[acronym.first - 1].form != "(")
        continue;
      const auto name = name_ending_at(acronym.first - 1, i);
      const std::string capitals =
          capitals_in(sentence.words[acronym.first].form);
      if (name && is_near(capitals, initials_of(sentence, mentions_[*name])))
        join_unless_linked(*name, names_[i]);
    }
  }

  /// The longest name before the one at `position` that ends at a word.
  std::optional<std::uint32_t> name_ending_at(WordIndex end,
                                              std::size_t position) const {
    std::optional<std::uint32_t> found;
    const std::uint32_t sentence = mentions_[names_[position]].sentence;
    while (position-- > 0 && mentions_[names_[position]].sentence == sentence)
      if (mentions_[names_[position]].end == end) found = names_[position];
    return found;
  }

  /// Grammar makes them one, whatever class each was taken for.
  void join_unless_linked(std::uint32_t a, std::uint32_t b) {
    if (clusters_->link_of(a) == nullptr || clusters_->link_of(b) == nullptr)
      clusters_->join(a, b);
    else
      clusters_->join_if_fit(a, b);
  }

  void join_same() {
    Index index;
    for (const std::uint32_t name : names_) {
      std::string key;
      for (const std::string& word : words(name)) key += word + ' ';
      meet_same(index[key], name);
    }
  }

  /// The same words name the same, whatever class each was taken for, unless
  /// the gazetteer tells them apart.
  void meet_same(std::vector<std::uint32_t>& known, std::uint32_t name) {
    for (const std::uint32_t other : known)
      if (clusters_->link_of(other) == nullptr ||
          clusters_->link_of(name) == nullptr ||
          clusters_->may_join(other, name))
        return clusters_->join(other, name);
    if (known.size() < max_homonyms) known.push_back(name);
  }

  void join_initials() {
    Index index;
    for (const std::uint32_t name : names_) {
      const Mention& mention = mentions_[name];
      const Sentence& sentence = sentence_of(name);
      if (is_acronym(sentence, mention))
        meet(capitals_in(sentence.words[mention.first].form), name, &index);
      else if (const auto key = initials_of(sentence, mention); !key.empty())
        index[key].push_back(name);
    }
  }

  bool is_person(std::uint32_t mention) const {
    return clusters_->is_person(mention);
  }

  // "Ngozi Okafor … Okafor": a name of one word is that of the last person
  // before it, or else of the only one after it, with that surname.
  void join_surnames() {
    Index full, lone;
    for (const std::uint32_t name : names_) {
      const auto parts = words(name);
      if (parts.size() > 1 && is_person(name)) {
        join_longer(parts, name, full[parts.back()]);
        full[parts.back()].push_back(name);
      } else if (parts.size() == 1) {
        const auto known = full.find(parts[0]);
        if (known == full.end()) {
          lone[parts[0]].push_back(name);
          continue;
        }
        const auto fitting = of_same_gender(known->second, name);
        if (clusters_->link_of(name) == nullptr)
          clusters_->join(most_named(fitting), name);
        else
          clusters_->join_if_fit(most_named(fitting), name);
      }
    }
    for (const auto& [surname, before] : lone)
      join_later(before, full[surname]);
  }

  /// Those who may be "Ms. Sy"; all, if none may.
  std::vector<std::uint32_t> of_same_gender(
      const std::vector<std::uint32_t>& names, std::uint32_t name) const {
    const Gender own = (*clusters_)[name].gender;
    std::vector<std::uint32_t> fitting;
    for (const std::uint32_t one : names) {
      const Gender other = (*clusters_)[one].gender;
      if (own == Gender::unknown || other == Gender::unknown || own == other)
        fitting.push_back(one);
    }
    return fitting.empty() ? names : fitting;
  }

  /// The one of these that the article names most, else the last: a relative
  /// with the same surname is named in passing.
  std::uint32_t most_named(const std::vector<std::uint32_t>& names) const {
    std::uint32_t best = names.back();
    for (auto name = names.rbegin(); name != names.rend(); ++name)
      if ((*clusters_)[*name].size > (*clusters_)[best].size) best = *name;
    return best;
  }

  // "Bol State University … the University", "Ati Coalition … Ati": one word
  // with a capital is that of the only body with it in its name.
  void join_short_forms() {
    std::map<std::string, std::set<std::uint32_t>, std::less<>> bodies;
    for (const std::uint32_t name : names_) {
      const auto parts = words(name);
      if (parts.size() > 1 && is_body(name))
        for (const std::string& part : {parts.front(), parts.back()})
          bodies[part].insert(clusters_->find(name));
    }
    for (std::uint32_t i = 0; i < mentions_.size(); ++i) {
      if (!is_short_form(i)) continue;
      const auto known = bodies.find(words(i)[0]);
      if (known == bodies.end()) continue;
      std::set<std::uint32_t> now;
      for (const std::uint32_t body : known->second)
        now.insert(clusters_->find(body));
      if (now.size() == 1) clusters_->join_if_fit(*now.begin(), i);
    }
  }

  bool is_body(std::uint32_t mention) const {
    return clusters_->is_a(mention, clusters_->classes().organization);
  }

  bool is_short_form(std::uint32_t i) const {
    const Mention& mention = mentions_[i];
    const std::string& form = sentence_of(i).words[mention.head].form;
    const bool capital = form.size() > 2 && is_capital(form[0]) &&
                         !is_capital(form[1]) && mention.head > 0;
    return mention.kind != MentionKind::pronoun && capital && is_body(i) &&
           !mention.plural && clusters_->link_of(i) == nullptr &&
           words(i).size() == 1;
  }

  /// Joins full names of which one has all words of the other.
  void join_longer(std::vector<std::string> parts, std::uint32_t name,
                   const std::vector<std::uint32_t>& known) {
    if (known.empty()) return;
    std::vector<std::string> others = words(known.back());
    std::sort(parts.begin(), parts.end());
    std::sort(others.begin(), others.end());
    if (std::includes(parts.begin(), parts.end(), others.begin(),
                      others.end()) ||
        std::includes(others.begin(), others.end(), parts.begin(), parts.end()))
      clusters_->join_if_fit(known.back(), name);
  }

  void join_later(const std::vector<std::uint32_t>& before,
                  const std::vector<std::uint32_t>& known) {
    for (const std::uint32_t other : known)
      if (clusters_->find(other) != clusters_->find(known.front())) return;
    if (known.empty()) return;
    for (const std::uint32_t name : before)
      clusters_->join_if_fit(known.front(), name);
  }

  const Analysis& analysis_;
  const std::vector<Mention>& mentions_;
  MentionClusters* clusters_;
  std::vector<std::uint32_t> names_;
};

}  // namespace

void join_linked(const std::vector<std::optional<Link>>& links,
                 MentionClusters* clusters) {
  std::map<std::pair<ConceptId, ClassId>, std::uint32_t> first;
  for (std::uint32_t i = 0; i < links.size(); ++i) {
    if (!links[i]) continue;
    const auto [known, added] =
        first.try_emplace({links[i]->concept_id, links[i]->type}, i);
    if (!added) clusters->join(known->second, i);
  }
}

void join_names(const Analysis& analysis, const std::vector<Mention>& mentions,
                MentionClusters* clusters) {
  NameJoiner(analysis, mentions, clusters).join();
}

void join_parts_of_names(const Analysis& analysis,
                         const std::vector<Mention>& mentions,
                         MentionClusters* clusters) {
  NameJoiner(analysis, mentions, clusters).join_parts();
}

}  // namespace demarche
