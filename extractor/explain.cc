// Prints an extraction layer by layer, one thing a line, with the words that
// prove it at the end.

#include "extractor/explain.h"

#include <cmath>
#include <cstdio>

namespace demarche {
namespace {

std::string number(double value) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%.15g", value);
  return buffer;
}

/// Prints one extraction; holds what all lines need.
class Printer {
 public:
  Printer(const Extraction& extraction, const Ontology& ontology)
      : from_(extraction), ontology_(ontology) {}

  std::string print() {
    print_article();
    for (const Sentence& sentence : from_.analysis.sentences)
      text_ += "\n" + explain(from_.article, sentence);
    print_layer("mentions", 'm', from_.mentions);
    print_layer("entities", 'e', from_.entities);
    print_layer("times", 't', from_.times);
    print_layer("quantities", 'q', from_.quantities);
    print_layer("events", 'v', from_.events);
    print_layer("relations", 'r', from_.relations);
    print_layer("attributions", 'a', from_.attributions);
    print_layer("claims", 'c', from_.claims);
    return std::move(text_);
  }

 private:
  void print_article() {
    const Article& article = from_.article;
    text_ += "article " + article.iri + (article.is_digest ? " (digest)" : "");
    text_ += "\n";
    for (const Passage& passage : article.passages) {
      text_ += "  " + std::string(name_of(passage.kind));
      if (passage.narrative) text_ += " " + std::to_string(*passage.narrative);
      text_ += " " + quoted(passage.span) + "\n";
    }
    for (const Span source : article.sources)
      text_ += "  source of the digest " + quoted(source) + "\n";
    for (const Narrative& narrative : article.narratives)
      text_ += "  narrative " + stance(narrative.stance) + " " +
               quoted(narrative.about) + " by " + quoted(narrative.provider) +
               "\n";
  }

  template <class Layer>
  void print_layer(const char* title, char letter, const Layer& layer) {
    text_ += std::string("\n") + title + "\n";
    for (std::size_t i = 0; i < layer.size(); ++i)
      text_ += std::string("  ") + letter + std::to_string(i) + " " +
               line_of(layer[i]) + "\n";
  }

  std::string line_of(const Mention& mention) const {
    constexpr const char* kinds[] = {"name", "nominal", "pronoun"};
    return std::string(kinds[static_cast<int>(mention.kind)]) +
           class_part(mention.type) + (mention.plural ? " plural" : "") + " " +
           quoted(mention.span);
  }

  std::string line_of(const Entity& entity) const {
    std::string line = "\"" + entity.label + "\"" + class_part(entity.type);
    if (entity.concept_id)
      line += " = " +
              std::string(local_name(ontology_[*entity.concept_id].iri)) +
              " by \"" + entity.matched_label + "\"";
    if (!entity.actor_code.empty()) line += " " + entity.actor_code;
    if (!entity.sector.empty()) line += " " + entity.sector;
    if (entity.acts_for) line += " for " + entity_name(*entity.acts_for);
    line += " in";
    for (const MentionId mention : entity.mentions)
      line += " m" + std::to_string(index(mention));
    return line;
  }

  std::string line_of(const TimeExpression& time) const {
    constexpr const char* kinds[] = {"date", "time", "duration", "set"};
    return std::string(kinds[static_cast<int>(time.kind)]) + " " +
           (time.value.empty() ? "?" : time.value) + " " + quoted(time.span);
  }

  std::string line_of(const Quantity& quantity) const {
    constexpr const char* bounds[] = {"", "about ", "at least ", "at most "};
    return bounds[static_cast<int>(quantity.bound)] + number(quantity.value) +
           " " + quantity.unit + " " + quoted(quantity.span);
  }

  std::string line_of(const Event& event) const {
    std::string line = event.type == ClassId::none
                           ? "untyped"
                           : std::string(local_name(ontology_[event.type].iri));
    if (!event.roleset.empty()) line += " " + event.roleset;
    if (!event.mode.empty()) line += " mode " + event.mode;
    line += std::string(" ") + name_of(event.factuality) +
            (event.future ? " future" : "");
    for (const Span span : event.evidence) line += " " + quoted(span);
    for (const Role& role : event.roles)
      line += "\n      " + property_name(role.property, role.label) + " " +
              filler_name(role.filler) + " " + quoted(role.evidence);
    if (event.time)
      line += "\n      time t" + std::to_string(index(*event.time));
    for (const EntityId place : event.places)
      line += "\n      place " + entity_name(place);
    for (const QuantityId quantity : event.quantities)
      line += "\n      quantity q" + std::to_string(index(quantity));
    return line;
  }

  std::string line_of(const Relation& relation) const {
    std::string line = entity_name(relation.subject) + " " +
                       property_name(relation.property, "") + " " +
                       entity_name(relation.object);
    if (!relation.label.empty()) line += " as \"" + relation.label + "\"";
    if (relation.since)
      line += " since t" + std::to_string(index(*relation.since));
    return line + " " + name_of(relation.factuality) + " " +
           quoted(relation.evidence);
  }

  std::string line_of(const Attribution& attribution) const {
    std::string line =
        attribution.source ? entity_name(*attribution.source) : "unnamed";
    line += " " + quoted(attribution.cue) + " depth " +
            std::to_string(attribution.depth);
    if (attribution.event)
      line += " in v" + std::to_string(index(*attribution.event));
    if (attribution.within)
      line += " within a" + std::to_string(*attribution.within);
    for (const Span span : attribution.content)
      line += "\n      content " + quoted(span);
    return line;
  }

  std::string line_of(const Claim& claim) const {
    std::string line = claim.attribution
                           ? "by a" + std::to_string(*claim.attribution)
                           : "by the article";
    line += " about ";
    if (const EventId* event = std::get_if<EventId>(&claim.about))
      line += "v" + std::to_string(index(*event));
    else
      line += "r" + std::to_string(std::get<std::uint32_t>(claim.about));
    line += std::string(" ") + name_of(claim.factuality) + " depth " +
            std::to_string(claim.depth);
    if (claim.within)
      line += " within c" + std::to_string(index(*claim.within));
    return line;
  }

  std::string class_part(ClassId type) const {
    if (type == ClassId::none) return "";
    return " " + std::string(local_name(ontology_[type].iri));
  }

  std::string property_name(PropertyId property,
                            const std::string& otherwise) const {
    if (property == PropertyId::none) return otherwise;
    return std::string(local_name(ontology_[property].iri));
  }

  std::string entity_name(EntityId entity) const {
    return "e" + std::to_string(index(entity)) + " (" +
           from_.entities[index(entity)].label + ")";
  }

  std::string filler_name(const Filler& filler) const {
    struct Name {
      const Printer& printer;
      std::string operator()(EntityId id) const {
        return printer.entity_name(id);
      }
      std::string operator()(EventId id) const {
        return "v" + std::to_string(index(id));
      }
      std::string operator()(TimeId id) const {
        return "t" + std::to_string(index(id));
      }
      std::string operator()(QuantityId id) const {
        return "q" + std::to_string(index(id));
      }
      std::string operator()(Span) const { return "phrase"; }
    };
    return std::visit(Name{*this}, filler);
  }

  static std::string stance(Narrative::Stance stance) {
    constexpr const char* names[] = {"pro", "anti", "other"};
    return names[static_cast<int>(stance)];
  }

  /// "7..14 "accused"", with line ends as spaces.
  std::string quoted(Span span) const {
    std::string words(slice(from_.article.text, span));
    for (char& c : words)
      if (c == '\n' || c == '\r') c = ' ';
    return std::to_string(span.begin) + ".." + std::to_string(span.end) +
           " \"" + words + "\"";
  }

  const Extraction& from_;
  const Ontology& ontology_;
  std::string text_;
};

}  // namespace

std::string explain(const Extraction& extraction, const Ontology& ontology) {
  return Printer(extraction, ontology).print();
}

}  // namespace demarche
