#include "extractor/relation_traits.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "extractor/noun_phrase.h"
#include "extractor/trait_words.h"

namespace demarche {
namespace {

class TraitWriter {
 public:
  TraitWriter(const Extraction& extraction, const Relation& relation,
              const References& references, const Tree& tree,
              const Ontology& ontology)
      : extraction_(extraction),
        relation_(relation),
        references_(references),
        tree_(tree),
        words_(tree.sentence().words),
        ontology_(ontology) {}

  Traits write() {
    add_word();
    add_end("subject", relation_.subject, relation_.subject_word);
    add_end("object", relation_.object, relation_.object_word);
    add_ways();
    add_gazetteer();
    add_neighbours();
    return std::move(traits_);
  }

 private:
  void add(std::string trait) { traits_.push_back(std::move(trait)); }

  const Entity& entity(EntityId id) const {
    return extraction_.entities[index(id)];
  }

  std::string lemma(WordIndex word) const {
    return to_lower(words_[word].lemma);
  }

  std::string upos(WordIndex word) const {
    return word < words_.size() ? std::string(name_of(words_[word].upos))
                                : "end";
  }

  std::string preposition(WordIndex word) const {
    const auto marker = tree_.child(word, {"case"});
    return marker ? lemma(*marker) : "none";
  }

  void add_word() {
    const WordIndex word = relation_.word;
    add("property " +
        std::string(local_name(ontology_[relation_.property].iri)));
    add("word " + lemma(word));
    add("word " + words_[word].xpos + " " + words_[word].relation);
    if (!relation_.label.empty()) add("label " + to_lower(relation_.label));
    add("determiner " + determiner_of(tree_, word));
    for (const WordIndex child : tree_.children(word)) {
      const std::string& relation = words_[child].relation;
      add("child " + relation);
      if (is_relation(relation, "amod") || is_relation(relation, "cop") ||
          is_relation(relation, "advmod") || is_relation(relation, "nummod"))
        add("child " + relation + " " + lemma(child));
    }
    if (words_[word].head == no_word) return;
    add("head " + upos(words_[word].head) + " " + words_[word].relation);
    add("head " + lemma(words_[word].head));
  }

  void add_end(const std::string& side, EntityId id, WordIndex word) {
    const Entity& end = entity(id);
    const std::string type = class_name(end.type, ontology_);
    add(side + " is " + type);
    add(side + (end.concept_id ? " linked" : " unlinked"));
    add(side + " word " + lemma(word));
    add(side + " xpos " + words_[word].xpos);
    add(side + " preposition " + preposition(word));
    if (end.acts_for) add(side + " acts for another");
    const auto found = references_.mention_at(relation_.sentence, word);
    if (!found) return;
    const Mention& mention = extraction_.mentions[index(*found)];
    add(side + " kind " + std::to_string(static_cast<int>(mention.kind)));
    add(side + " is " + type + " of " +
        at_most(mention.end - mention.first, 5));
    add_cut(side, mention);
    add_name(side, mention);
    if (mention.kind != MentionKind::name)
      add(side + " since name " + at_most(since_name(end, mention), 3));
  }

  /// What stands right before and after a mention, and in it.
  void add_cut(const std::string& side, const Mention& mention) {
    const auto around = [&](WordIndex word) {
      if (word >= words_.size()) return std::string("end");
      const Upos upos = words_[word].upos;
      return upos == Upos::punct || upos == Upos::cconj || upos == Upos::adp ||
                     upos == Upos::part
                 ? lemma(word)
                 : std::string(name_of(upos));
    };
    add(side + " before " +
        (mention.first == 0 ? "begin" : around(mention.first - 1)));
    add(side + " after " + around(mention.end));
    add(side + " last " + upos(mention.end - 1));
    for (WordIndex i = mention.first; i < mention.end; ++i)
      if (words_[i].upos == Upos::cconj || words_[i].upos == Upos::adp)
        add(side + " has " + lemma(i));
    const std::string& form = words_[mention.head].form;
    if (form.size() > 1 && std::all_of(form.begin(), form.end(), [](char c) {
          return c >= 'A' && c <= 'Z';
        }))
      add(side + " acronym");
  }

  /// How the mention and the name that the tagger found there agree.
  void add_name(const std::string& side, const Mention& mention) {
    for (const Name& name : tree_.sentence().names) {
      if (name.end <= mention.first || mention.end <= name.first) continue;
      add(side + " name " + name.type);
      add(side + " name " + (name.first < mention.first ? "<" : "") +
          (name.end > mention.end ? ">" : "") +
          (name.first > mention.first ? "[" : "") +
          (name.end < mention.end ? "]" : ""));
      return;
    }
    add(side + " name none");
  }

  /// Sentences back to the last mention by name.
  std::size_t since_name(const Entity& end, const Mention& mention) const {
    std::size_t least = 9;
    for (const MentionId id : end.mentions) {
      const Mention& name = extraction_.mentions[index(id)];
      if (name.kind == MentionKind::name && name.sentence <= mention.sentence)
        least = std::min<std::size_t>(least, mention.sentence - name.sentence);
    }
    return least;
  }

  void add_ways() {
    const WordIndex word = relation_.word, one = relation_.subject_word,
                    other = relation_.object_word;
    const auto subject = path(tree_, word, one),
               object = path(tree_, word, other),
               across = path(tree_, one, other);
    add("subject path " + join(subject, 4));
    add("object path " + join(object, 4));
    add("path " + join(across, 4));
    add("subject path length " + at_most(subject.size(), 5));
    add("object path length " + at_most(object.size(), 5));
    add("subject gap " + gap(word, one));
    add("object gap " + gap(word, other));
    add(std::string("order ") + (one < word ? "s" : "w") +
        (other < word ? "o" : "w") + (one < other ? "s" : "o"));
  }

  /// How far apart two words are, in steps that grow; and what lies between.
  std::string gap(WordIndex one, WordIndex other) const {
    const WordIndex first = std::min(one, other), last = std::max(one, other);
    std::size_t commas = 0;
    for (WordIndex i = first; i < last; ++i)
      if (words_[i].form == ",") ++commas;
    const std::size_t words = last - first;
    return at_most(words < 4 ? words : 2 + words / 2, 8) + " commas " +
           at_most(commas, 2);
  }

  /// Whether the gazetteer knows both, and what it knows of the subject.
  void add_gazetteer() {
    const auto &one = entity(relation_.subject).concept_id,
               &other = entity(relation_.object).concept_id;
    if (!one || !other) return;
    const auto tenures = ontology_.tenures_of(*one);
    const bool agrees =
        std::any_of(tenures.begin(), tenures.end(),
                    [&](const Tenure& tenure) { return tenure.of == *other; });
    add(tenures.empty() ? "gazetteer silent"
        : agrees        ? "gazetteer agrees"
                        : "gazetteer knows another");
  }

  void add_neighbours() {
    std::size_t persons = 0, same_subject = 0, same_word = 0;
    for (const Name& name : tree_.sentence().names)
      if (name.type == "PER") ++persons;
    for (const Relation& other : extraction_.relations) {
      if (other.sentence != relation_.sentence) continue;
      same_word += other.word == relation_.word;
      same_subject += other.subject == relation_.subject &&
                      other.property == relation_.property;
    }
    add("persons " + at_most(persons, 4));
    add("same word " + at_most(same_word, 3));
    add("same subject " + at_most(same_subject, 3));
    add("words " + at_most(words_.size() / 10, 5));
    add("sentence " + at_most(relation_.sentence / 3, 4));
    const Word& first = words_.front();
    if (first.form.starts_with("\"") || first.form.starts_with("“"))
      add("begins quoted");
    if (words_.back().form == "?") add("question");
    const std::string kind =
        name_of(extraction_.article.passages[tree_.sentence().passage].kind);
    add("passage " + kind);
    for (WordIndex i = 0; i < words_.size(); ++i)
      if (words_[i].head == no_word) add("root " + words_[i].xpos);
  }

  const Extraction& extraction_;
  const Relation& relation_;
  const References& references_;
  const Tree& tree_;
  const std::vector<Word>& words_;
  const Ontology& ontology_;
  Traits traits_;
};

}  // namespace

Traits relation_traits(const Extraction& extraction, const Relation& relation,
                       const References& references, const Tree& tree,
                       const Ontology& ontology) {
  return TraitWriter(extraction, relation, references, tree, ontology).write();
}

}  // namespace demarche
