#include "extractor/event_traits.h"

#include <algorithm>
#include <string_view>

#include "extractor/noun_phrase.h"
#include "extractor/trait_words.h"

namespace demarche {
namespace {

/// The entry that gave an event its type, or null.
const Meaning* meaning_of(const Event& event, const SentenceView& view) {
  const auto& meanings = view.meanings[event.trigger];
  const auto found = std::find_if(
      meanings.begin(), meanings.end(),
      [&](const Meaning& m) { return m.entry->evokes == event.type; });
  return found == meanings.end() ? nullptr : &*found;
}

std::string lemmas(const Event& event, const SentenceView& view,
                   const Meaning* meaning) {
  std::string text = to_lower(view.tree[event.trigger].lemma);
  if (meaning != nullptr)
    for (std::size_t i = 1; i < meaning->words.size(); ++i)
      text += " " + to_lower(view.tree[meaning->words[i]].lemma);
  return text;
}

class TraitWriter {
 public:
  TraitWriter(const Extraction& extraction, const Event& event,
              const std::vector<SideFiller>& fillers, const SentenceView& view,
              const Ontology& ontology)
      : extraction_(extraction),
        event_(event),
        fillers_(fillers),
        tree_(view.tree),
        ontology_(ontology),
        class_(class_name(event.type, ontology)),
        category_(ontology[event.type].plover),
        meaning_(meaning_of(event, view)),
        lemma_(lemmas(event, view, meaning_)) {}

  Traits of_event() const;

 private:
  void add_word(Traits& traits) const;
  void add_entry(Traits& traits) const;
  void add_pairs(Traits& traits) const;
  void add_sides(Traits& traits) const;
  void add_dependents(Traits& traits) const;
  const Entity& entity(const SideFiller& filler) const {
    return extraction_.entities[index(filler.entity)];
  }
  std::string entity_class(const SideFiller& filler) const {
    return class_name(entity(filler).type, ontology_);
  }

  const Extraction& extraction_;
  const Event& event_;
  const std::vector<SideFiller>& fillers_;
  const Tree& tree_;
  const Ontology& ontology_;
  std::string class_, category_;
  const Meaning* meaning_;
  std::string lemma_;  ///< Of all words of the meaning: "call off".
};

void TraitWriter::add_word(Traits& traits) const {
  const Word& word = tree_[event_.trigger];
  const std::string upos(name_of(word.upos));
  traits.insert(
      traits.end(),
      {"class " + class_, "category " + category_, "lemma " + lemma_,
       "roleset " + event_.roleset, "upos " + upos, "relation " + word.relation,
       "relation " + word.relation + " " + upos,
       "lemma " + lemma_ + " " + word.relation,
       std::string("factuality ") + name_of(event_.factuality)});
  if (event_.future) traits.push_back("future");
  if (event_.requested) traits.push_back("requested");
  if (word.head == no_word) return;
  const std::string head = to_lower(tree_[word.head].lemma);
  traits.insert(traits.end(),
                {"head " + head,
                 "head " + std::string(name_of(tree_[word.head].upos)) + " " +
                     word.relation,
                 "lemma " + lemma_ + " head " + head});
}

/// What the word and the class are together with how they are used: each is
/// right in some uses alone.
void TraitWriter::add_pairs(Traits& traits) const {
  const Word& word = tree_[event_.trigger];
  const std::string factuality = name_of(event_.factuality),
                    upos(name_of(word.upos)),
                    time = event_.future ? " future" : "";
  traits.insert(
      traits.end(),
      {"lemma " + lemma_ + " " + upos, "lemma " + lemma_ + " " + factuality,
       "class " + class_ + " lemma " + lemma_,
       "class " + class_ + " " + word.relation,
       "class " + class_ + " " + factuality + time,
       "category " + category_ + " " + factuality + time});
}

/// How much the lexical entry asks for besides its word.
void TraitWriter::add_entry(Traits& traits) const {
  if (meaning_ == nullptr) return;
  const std::string words = at_most(meaning_->words.size(), 3),
                    conditions = at_most(meaning_->entry->conditions.size(), 2);
  traits.insert(traits.end(),
                {"entry words " + words, "entry conditions " + conditions,
                 "entry " + words + " " + conditions + " " + category_});
}

void TraitWriter::add_sides(Traits& traits) const {
  for (const auto side : {Property::Side::source, Property::Side::target,
                          Property::Side::partner}) {
    const std::string name = name_of(side);
    std::size_t count = 0;
    for (const SideFiller& filler : fillers_) {
      if (filler.side != side || ++count > 2) continue;
      const std::string type = entity_class(filler);
      const bool linked = entity(filler).concept_id.has_value();
      traits.insert(
          traits.end(),
          {name + " is " + type, name + " is " + type + " " + category_,
           "lemma " + lemma_ + " " + name + " is " + type,
           name + " kind " +
               std::to_string(static_cast<int>(filler.mention->kind)),
           name + (linked ? " linked" : " unlinked")});
    }
    traits.push_back(name + " count " + at_most(count, 2));
    traits.push_back(name + " count " + at_most(count, 2) + " " + class_);
    traits.push_back("lemma " + lemma_ + " " + name + " count " +
                     at_most(count, 2));
  }
}

void TraitWriter::add_dependents(Traits& traits) const {
  for (const WordIndex child : tree_.children(event_.trigger)) {
    const Word& word = tree_[child];
    const std::string lemma = to_lower(word.lemma);
    traits.insert(
        traits.end(),
        {"child " + word.relation, "child " + word.relation + " " + lemma,
         "child " + word.relation + " " + std::string(name_of(word.upos)),
         "child lemma " + lemma, "lemma " + lemma_ + " child " + word.relation,
         "class " + class_ + " child " + word.relation});
  }
}

Traits TraitWriter::of_event() const {
  Traits traits;
  add_word(traits);
  add_pairs(traits);
  add_entry(traits);
  add_sides(traits);
  add_dependents(traits);
  return traits;
}

}  // namespace

std::vector<SideFiller> side_fillers(const Extraction& extraction,
                                     const Event& event,
                                     const std::vector<MentionId>& mentions,
                                     const Ontology& ontology) {
  std::vector<SideFiller> fillers;
  for (const Role& role : event.roles) {
    const auto* entity = std::get_if<EntityId>(&role.filler);
    if (entity == nullptr || role.property == PropertyId::none) continue;
    const auto side = ontology[role.property].side;
    if (side == Property::Side::neither) continue;
    const auto mention =
        std::find_if(mentions.begin(), mentions.end(), [&](MentionId id) {
          return extraction.mentions[index(id)].span == role.evidence;
        });
    if (mention != mentions.end())
      fillers.push_back({&extraction.mentions[index(*mention)], *entity, side});
  }
  return fillers;
}

Traits event_traits(const Extraction& extraction, const Event& event,
                    const std::vector<SideFiller>& fillers,
                    const SentenceView& view, const Ontology& ontology) {
  return TraitWriter(extraction, event, fillers, view, ontology).of_event();
}

}  // namespace demarche
