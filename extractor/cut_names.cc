#include "extractor/cut_names.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "extractor/gazetteer_names.h"
#include "extractor/link_entities.h"
#include "extractor/noun_phrase.h"

namespace demarche {
namespace {

class NameJudge {
 public:
  NameJudge(const Tree& tree, const Mention& name, const Ontology& ontology)
      : tree_(tree),
        words_(tree.sentence().words),
        name_(name),
        ontology_(ontology) {}

  bool goes_on() const {
    return is_before_body() || is_after_half() || is_before_topic() ||
           is_before_hyphen() || is_before_noun();
  }

  /// "Norland Whig", "Whig Norland", "Norland NWC": two labels, one of which
  /// calls a party or its body; not "the Norland Whig Party".  "Daily Bol White
  /// House" before "correspondent" is two as well.
  bool is_of_two() const {
    for (WordIndex i = name_.first + 1; i < name_.end; ++i) {
      const auto one = labels(name_.first, i), other = labels(i, name_.end);
      if (!one.empty() && !other.empty() &&
          (is_party(one) || is_seat(other) ||
           (is_party(other) && !is_body_noun(name_.end - 1))))
        return true;
    }
    return false;
  }

 private:
  bool is_body_noun(WordIndex word) const {
    const auto found = find_denotation(tree_, word, ontology_);
    return found && ontology_.is_a(found.entry->denotes,
                                   ontology_.find_class("Organization"));
  }

  bool is_proper(WordIndex word) const {
    return word < words_.size() && words_[word].upos == Upos::propn;
  }

  /// "Bol Fishery" before "and Lake Affairs Committee"
  bool is_before_body() const {
    if (name_.end + 1 >= words_.size() ||
        words_[name_.end].upos != Upos::cconj || !is_proper(name_.end + 1) ||
        is_body_noun(name_.end - 1))
      return false;
    WordIndex last = name_.end + 1;
    while (is_proper(last + 1) ||
           (last + 1 < words_.size() && is_body_noun(last + 1)))
      ++last;
    return last > name_.end + 1 && is_body_noun(last);
  }

  /// "Lake Affairs Committee" after "Fishery and"
  bool is_after_half() const {
    if (name_.first < 2 || words_[name_.first - 1].upos != Upos::cconj ||
        !is_body_noun(name_.end - 1))
      return false;
    const WordIndex before = name_.first - 2;
    const auto& names = tree_.sentence().names;
    const bool person =
        std::any_of(names.begin(), names.end(), [&](const Name& name) {
          return name.type == "PER" && name.first <= before &&
                 before < name.end;
        });
    return is_proper(before) && !person && !is_body_noun(before) &&
           labels(before, before + 1).empty();
  }

  /// "Awa" before "-Sy"
  bool is_before_hyphen() const {
    return name_.end + 1 < words_.size() && words_[name_.end].form == "-" &&
           words_[name_.end].span.begin == words_[name_.end - 1].span.end &&
           words_[name_.end + 1].span.begin == words_[name_.end].span.end &&
           is_proper(name_.end + 1);
  }

  /// "Bol College political" before "science"
  bool is_before_noun() const {
    return words_[name_.end - 1].upos == Upos::adj &&
           !is_capital(words_[name_.end - 1].form) &&
           name_.end < words_.size() && words_[name_.end].upos == Upos::noun;
  }

  /// "Campaign" before "for Clean Lakes"
  bool is_before_topic() const {
    if (name_.end + 1 >= words_.size() || !is_proper(name_.end - 1))
      return false;
    const std::string_view next = words_[name_.end].lemma;
    if (words_[name_.end].upos != Upos::adp ||
        (next != "for" && next != "on" && next != "to"))
      return false;
    WordIndex topic = name_.end + 1;
    while (topic + 1 < words_.size() &&
           (words_[topic].upos == Upos::det ||
            words_[topic].upos == Upos::num || words_[topic].form == "%"))
      ++topic;
    return is_capital(words_[topic].form) && is_body_noun(name_.end - 1) &&
           !is_time(topic);
  }

  static bool is_capital(const std::string& form) {
    return form[0] >= 'A' && form[0] <= 'Z';
  }

  /// "on Friday"
  bool is_time(WordIndex word) const {
    return is_relation(words_[word].relation, "obl") ||
           words_[word].relation == "nmod:unmarked";
  }

  std::span<const LabelMatch> labels(WordIndex first, WordIndex end) const {
    return find_written_label(text_of(tree_.sentence(), first, end), ontology_);
  }

  bool is_seat(std::span<const LabelMatch> matches) const {
    const ClassId facility = ontology_.find_class("Facility");
    return std::any_of(
        matches.begin(), matches.end(), [&](const LabelMatch& match) {
          return match.kind == LabelKind::name &&
                 ontology_.is_a(ontology_[match.concept_id].type, facility) &&
                 !ontology_[match.concept_id].sector.empty();
        });
  }

  bool is_party(std::span<const LabelMatch> matches) const {
    const ClassId party = ontology_.find_class("PoliticalParty");
    return std::any_of(
        matches.begin(), matches.end(), [&](const LabelMatch& match) {
          return ontology_.is_a(ontology_[match.concept_id].type, party);
        });
  }

  const Tree& tree_;
  const std::vector<Word>& words_;
  const Mention& name_;
  const Ontology& ontology_;
};

}  // namespace

bool is_cut_name(const Tree& tree, const Mention& name, const Entity& entity,
                 const Ontology& ontology) {
  const bool is_known =
      name.first < name.end && name.end <= tree.sentence().words.size();
  if (name.kind != MentionKind::name || entity.concept_id || !is_known)
    return false;
  const NameJudge judge(tree, name, ontology);
  return judge.goes_on() || judge.is_of_two();
}

}  // namespace demarche
