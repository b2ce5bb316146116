#include "graphs/plain_ends.h"

#include <algorithm>

#include "extractor/doubtful_pronouns.h"
#include "extractor/grammar_words.h"
#include "extractor/noun_phrase.h"
#include "extractor/reference.h"
#include "extractor/tree.h"
#include "graphs/told_as_fact.h"

namespace demarche {
namespace {

constexpr int max_climb = 24;  ///< Steps up a tree, at most.

class EndJudge {
 public:
  EndJudge(const Extraction& extraction, const Event& event,
           const Ontology& ontology)
      : extraction_(extraction),
        event_(event),
        tree_(extraction.analysis.sentences[event.sentence]),
        ontology_(ontology) {}

  bool is_plain(const Role& source, const Role& target) const {
    const Mention* one = mention_of(source);
    const Mention* other = mention_of(target);
    if (one == nullptr || !is_told_as_fact(tree_, event_.trigger, ontology_))
      return false;
    if (const auto* event = std::get_if<EventId>(&target.filler))
      // "left the talks": what the talks are, their own words tell.
      return is_noun(tree_[extraction_.events[index(*event)].trigger]) &&
             one->kind != MentionKind::pronoun &&
             is_plain(source, *one, target);
    return other != nullptr && !is_subject_of_attitude(*one) &&
           is_plain(source, *one, target) && is_plain(target, *other, source) &&
           !is_nested(*one, *other) && !is_nested(*other, *one) &&
           (is_told_by_noun() || !is_beside_object(target, *other, *one)) &&
           (is_told_by_noun() || !is_in_phrase_of(*other, *one)) &&
           (!is_told_by_noun() || !are_joined(*one, *other)) &&
           !is_held_for(*one, *other) && !suffers_elsewhere(target, *other) &&
           !is_told_of(*other);
  }

 private:
  const Entity& entity_of(const Role& role) const {
    return extraction_.entities[index(std::get<EntityId>(role.filler))];
  }

  /// The mention of an entity that fills a role; null for another filler.
  const Mention* mention_of(const Role& role) const {
    if (!std::holds_alternative<EntityId>(role.filler)) return nullptr;
    for (const MentionId id : entity_of(role).mentions) {
      const Mention& mention = extraction_.mentions[index(id)];
      if (contains(mention.span, role.evidence)) return &mention;
    }
    return nullptr;
  }

  bool is_plain(const Role& role, const Mention& mention,
                const Role& other) const {
    const Entity& entity = entity_of(role);
    if (mention.kind == MentionKind::nominal && is_named(entity) &&
        !is_named_here(mention, entity) && !has_state_here(mention, entity))
      return false;
    if (mention.kind == MentionKind::pronoun &&
        !is_plain_pronoun(mention, role, other))
      return false;
    if (mention.sentence != event_.sentence || mention.first >= mention.end ||
        mention.end > tree_.sentence().words.size())
      return true;
    return !is_cut(mention) && !has_charge(mention) && !is_astray(mention) &&
           !(is_told_by_noun() && stands_before(mention)) &&
           (is_named(entity) ||
            (!is_narrowed(mention) && !is_mere_title(mention)));
  }

  bool is_person(const Entity& entity) const {
    const auto is = [&](const char* name) {
      const ClassId wanted = ontology_.find_class(name);
      return entity.type != ClassId::none && wanted != ClassId::none &&
             ontology_.is_a(entity.type, wanted);
    };
    return is("Person") || is("PopulationGroup");
  }

  bool is_told_by_noun() const { return is_noun(tree_[event_.trigger]); }

  bool is_named(const Entity& entity) const {
    return entity.concept_id || has_name(entity, extraction_.mentions);
  }

  /// "the port of Bol", "the mayor, Awa Sy": the name is part of the phrase, or
  /// the phrase of the name's.
  bool is_named_here(const Mention& nominal, const Entity& entity) const {
    return nominal.sentence == event_.sentence &&
           std::any_of(entity.mentions.begin(), entity.mentions.end(),
                       [&](MentionId id) {
                         const Mention& name = extraction_.mentions[index(id)];
                         return name.kind == MentionKind::name &&
                                name.sentence == nominal.sentence &&
                                (tree_.dominates(nominal.head, name.head) ||
                                 tree_.dominates(name.head, nominal.head));
                       });
  }

  /// "the Chadian president", who acts for Chad whoever he is.
  bool has_state_here(const Mention& nominal, const Entity& entity) const {
    if (!entity.acts_for) return false;
    const Entity& state = extraction_.entities[index(*entity.acts_for)];
    return std::any_of(
        state.mentions.begin(), state.mentions.end(), [&](MentionId id) {
          return contains(nominal.span, extraction_.mentions[index(id)].span);
        });
  }

  /// "he", where the sentence and the one before name no other person; "who",
  /// of which grammar tells.
  bool is_plain_pronoun(const Mention& mention, const Role& role,
                        const Role& other) const {
    const Word& word =
        extraction_.analysis.sentences[mention.sentence].words[mention.head];
    const Pronoun* pronoun = find_pronoun(to_lower(word.form));
    if (pronoun == nullptr)
      return to_lower(word.form) != "who" || is_person(entity_of(role));
    if (pronoun->person != 3) return true;
    const Entity& own = entity_of(role);
    if (pronoun->plural)
      return own.type != ClassId::none &&
             !ontology_.is_a(own.type, ontology_.find_class("State"));
    const auto* entity = std::get_if<EntityId>(&other.filler);
    return pronoun->personal && is_person(own) &&
           !may_be_another(mention, std::get<EntityId>(role.filler),
                           entity ? std::optional(*entity) : std::nullopt,
                           extraction_.mentions, extraction_.entities,
                           ontology_);
  }

  /// "anti-Bol", "son-in-law": a hyphen joins the name to what is not in it;
  /// "Partnership for", "and others": the parser cut it wrongly.
  bool is_cut(const Mention& mention) const {
    const std::string& text = extraction_.article.text;
    const Span span = mention.span;
    const Word& first = tree_[mention.first];
    const bool starts_late = first.upos == Upos::cconj ||
                             (first.upos == Upos::adp &&
                              (first.lemma == "for" || first.lemma == "of" ||
                               first.lemma == "with"));
    // "anti-Bol" is no name.
    const char letter = text[span.begin];
    const bool prefixed = mention.kind == MentionKind::name && letter >= 'a' &&
                          letter <= 'z' &&
                          first.form.find('-') != std::string::npos;
    return starts_late || prefixed ||
           tree_[mention.end - 1].upos == Upos::adp ||
           (span.begin > 0 && text[span.begin - 1] == '-') ||
           (span.end < text.size() && text[span.end] == '-');
  }

  /// "the Bol debate", "the Chadian drills"; not "Chad's".
  bool stands_before(const Mention& mention) const {
    const std::string& relation = tree_[outer(mention.head)].relation;
    return mention.head < event_.trigger &&
           (is_relation(relation, "compound") || is_relation(relation, "amod"));
  }

  /// Whether a verb's subject does what its object names: "held talks".
  bool performs(WordIndex verb) const {
    for (const auto* entry :
         ontology_.entries_of_lemma(to_lower(tree_[verb].lemma)))
      if (entry->light || entry->initiates ||
          entry->effect == Effect::implicative)
        return true;
    return false;
  }

  /// "voted against sanctions", not "said so at talks".
  bool is_opposed(WordIndex noun) const {
    const auto marker = tree_.child(noun, {"case"});
    const std::string lemma = marker ? tree_[*marker].lemma : "";
    return is_relation(tree_[noun].relation, "obl") &&
           (lemma == "against" || lemma == "on" || lemma == "about" ||
            lemma == "over" || lemma == "for");
  }

  /// "Hungary vetoed sanctions on Bol": who is a subject there need not do
  /// what the object names.
  bool is_subject_of_attitude(const Mention& source) const {
    if (!is_told_by_noun() || source.sentence != event_.sentence) return false;
    WordIndex noun = outer(event_.trigger);
    const WordIndex verb = tree_[noun].head;
    return verb != no_word && tree_[verb].upos == Upos::verb &&
           (is_relation(tree_[noun].relation, "obj") || is_opposed(noun)) &&
           is_relation(tree_[outer(source.head)].relation, "nsubj") &&
           tree_[outer(source.head)].head == verb && !performs(verb);
  }

  /// The first of the conjuncts that `word` is one of.
  WordIndex outer(WordIndex word) const {
    for (int step = 0; step < max_climb; ++step) {
      const Word& here = tree_[word];
      if (!is_relation(here.relation, "conj") || here.head == no_word) break;
      word = here.head;
    }
    return word;
  }

  /// "the visit of Keita and Traore", but not "talks between" the two.
  bool are_joined(const Mention& one, const Mention& other) const {
    if (one.sentence != event_.sentence || other.sentence != event_.sentence ||
        outer(one.head) != outer(other.head))
      return false;
    const auto marker = tree_.child(outer(one.head), {"case"});
    return !marker || to_lower(tree_[*marker].lemma) != "between";
  }

  /// "Bol Agent and President Awa Sy": a title that has lost its name.
  bool is_mere_title(const Mention& mention) const {
    const auto& words = tree_.sentence().words;
    const bool goes_on =
        mention.end < words.size() && (words[mention.end].upos == Upos::propn ||
                                       words[mention.end].upos == Upos::cconj);
    return mention.kind == MentionKind::nominal && !mention.plural &&
           !tree_.child(mention.head, {"det", "nmod:poss", "nummod"}) &&
           words[mention.head].upos == Upos::propn &&
           (goes_on || words[mention.head].form.ends_with('.'));
  }

  bool is_any(std::initializer_list<std::string_view> classes) const {
    return std::any_of(
        classes.begin(), classes.end(), [&](std::string_view name) {
          const ClassId wanted = ontology_.find_class(name);
          return wanted != ClassId::none && ontology_.is_a(event_.type, wanted);
        });
  }

  /// "the officials of hypocrisy", whom somebody accuses of it; "the town of
  /// floods", which somebody warns.
  bool has_charge(const Mention& mention) const {
    if (mention.kind == MentionKind::pronoun ||
        !is_any({"Accusation", "Warning"}))
      return false;
    const auto phrase = tree_.child(mention.head, {"nmod"});
    const auto of = phrase ? tree_.child(*phrase, {"case"}) : std::nullopt;
    return of && tree_[*of].lemma == "of" && *phrase < mention.end;
  }

  /// "Chad" of "Chad's leaders", who do not meet it.
  static bool is_nested(const Mention& inner, const Mention& outer) {
    return contains(outer.span, inner.span) && inner.head != outer.head;
  }

  /// A possessor that the parser hung on a noun before it.
  bool is_astray(const Mention& mention) const {
    return is_relation(tree_[mention.head].relation, "nmod:poss") &&
           tree_[mention.head].head < mention.head;
  }

  std::string case_of(const Mention& mention) const {
    const auto marker = tree_.child(outer(mention.head), {"case"});
    return marker ? to_lower(tree_[*marker].lemma) : "";
  }

  /// "Awa Sy, Democrat of Ohio, agreed": not with the Democrats.
  bool is_in_phrase_of(const Mention& inner, const Mention& other) const {
    if (inner.sentence != event_.sentence || other.sentence != event_.sentence)
      return false;
    WordIndex word = inner.head;
    for (int step = 0; step < max_climb && word != no_word; ++step) {
      if (word == other.head) return step > 0;
      if (!is_nominal_link(tree_[word]) &&
          !is_relation(tree_[word].relation, "appos"))
        break;
      word = tree_[word].head;
    }
    return false;
  }

  /// "The mayor held a meeting of the council", in which it met itself.
  bool is_held_for(const Mention& source, const Mention& target) const {
    return is_told_by_noun() && hangs_on_trigger(target) &&
           case_of(target) == "of" && ontology_[event_.type].reciprocal &&
           !hangs_on_trigger(source);
  }

  /// "supports Bol's removal", "condemned the attack on Bol": who suffers what
  /// somebody speaks of is not who is spoken of.
  bool suffers_elsewhere(const Role& role, const Mention& mention) const {
    if (mention.sentence != event_.sentence || is_any({"Threaten"}))
      return false;
    WordIndex word = tree_[mention.head].head;
    for (int step = 0; step < max_climb && word != no_word; ++step) {
      if (word == event_.trigger || !is_noun(tree_[word])) break;
      for (const Event& deed : extraction_.events)
        if (deed.sentence == event_.sentence && deed.trigger == word &&
            is_hostile(deed) && !is_source(deed, role.filler))
          return true;
      word = tree_[word].head;
    }
    return false;
  }

  bool is_hostile(const Event& event) const {
    return event.type != ClassId::none && ontology_[event.type].score < 0;
  }

  bool is_source(const Event& event, const Filler& filler) const {
    return std::any_of(
        event.roles.begin(), event.roles.end(), [&](const Role& role) {
          return role.property != PropertyId::none && role.filler == filler &&
                 ontology_[role.property].side == Property::Side::source;
        });
  }

  /// "warns of war with Bol", "vowed to stop Bol", "called for Bol's reform":
  /// it is what is said, and need not be who is told.
  bool is_told_of(const Mention& mention) const {
    if (mention.sentence != event_.sentence || hangs_on_trigger(mention) ||
        !tree_.dominates(event_.trigger, mention.head))
      return false;
    const std::string marker = case_of(mention);
    if (marker == "to") return is_any({"Signing"});
    // "sought a loan from Bol"
    if (marker == "from") return false;
    // "opposes talks with Bol"
    if (marker == "with")
      return is_any({"Warning", "Endorsement", "Opposition", "Criticism",
                     "Praise", "Accusation"});
    return is_any({"Warning", "Promise", "Consultation", "PhoneCall",
                   "Complaint"}) ||
           (is_any({"Request"}) && !is_agent_of_content(mention));
  }

  /// "demands that Bol pay", "called for Bol to pay"
  bool is_agent_of_content(const Mention& mention) const {
    return is_relation(tree_[outer(mention.head)].relation, "nsubj");
  }

  /// "offers them an alternative to the mayor": "they", by the verb itself,
  /// are offered something, and he is not.
  bool is_beside_object(const Role& role, const Mention& mention,
                        const Mention& source) const {
    const auto hangs_on_verb = [&](const Role& other) {
      const Mention* one = mention_of(other);
      return one != nullptr && one != &mention && one != &source &&
             other.property == role.property && hangs_on_trigger(*one);
    };
    return !hangs_on_trigger(mention) &&
           std::any_of(event_.roles.begin(), event_.roles.end(), hangs_on_verb);
  }

  bool hangs_on_trigger(const Mention& mention) const {
    return mention.sentence == event_.sentence &&
           tree_[outer(mention.head)].head == event_.trigger;
  }

  /// "groups that challenged the party", which not all groups did; not "300
  /// of them, who challenged it".
  bool is_narrowed(const Mention& mention) const {
    WordIndex clause = event_.trigger;
    for (int step = 0; step < max_climb && tree_[clause].head != no_word;
         ++step) {
      const WordIndex above = tree_[clause].head;
      const bool stands_for_it = mention.kind == MentionKind::pronoun &&
                                 tree_.dominates(clause, mention.head);
      if (is_relation(tree_[clause].relation, "acl") &&
          (above == mention.head || stands_for_it))
        return is_plural(tree_[above]) && !tree_.child(above, {"nummod"});
      clause = above;
    }
    return false;
  }

  const Extraction& extraction_;
  const Event& event_;
  Tree tree_;
  const Ontology& ontology_;
};

}  // namespace

bool has_plain_ends(const Extraction& extraction, const Event& event,
                    const Role& source, const Role& target,
                    const Ontology& ontology) {
  const auto& sentences = extraction.analysis.sentences;
  return event.sentence >= sentences.size() ||
         event.trigger >= sentences[event.sentence].words.size() ||
         EndJudge(extraction, event, ontology).is_plain(source, target);
}

}  // namespace demarche
