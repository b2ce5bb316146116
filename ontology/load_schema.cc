// Fills classes and properties from demarche.ttl and lets classes inherit.

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

#include "ontology/error.h"
#include "ontology/ontology_loader.h"
#include "ontology/vocabulary.h"

namespace demarche {
namespace {

/// No score of its own yet; replaced by the parent's, in the end by 0.
constexpr double no_score = std::numeric_limits<double>::quiet_NaN();

std::size_t position(ClassId id) { return static_cast<std::size_t>(id); }

}  // namespace

void OntologyLoader::load_class(const Description& description) {
  Class& loaded =
      ontology_.classes_[position(classes_.at(description.subject))];
  loaded.score = no_score;
  for (const Statement& statement : description.statements) {
    const SordNode* predicate = statement.predicate;
    const std::string_view text = text_of(statement.object);
    if (predicate == terms_.label) {
      loaded.label = text;
    } else if (predicate == terms_.plover_category) {
      loaded.plover = text;
    } else if (predicate == terms_.plover_mode) {
      loaded.mode = text;
    } else if (predicate == terms_.reciprocal) {
      loaded.reciprocal = text == "true";
    } else if (predicate == terms_.has_role) {
      loaded.roles.push_back(property_of(statement));
    } else if (predicate == terms_.direct_relation) {
      loaded.direct_relation = property_of(statement);
    } else if (predicate == terms_.planned_as) {
      loaded.planned_as = class_of(statement);
    } else if (predicate == terms_.refused_as) {
      loaded.refused_as = class_of(statement);
    } else if (predicate == terms_.referred_to_as) {
      loaded.referred_to_as.push_back(class_of(statement));
    } else if (predicate == terms_.opposite_of) {
      loaded.opposite_of = class_of(statement);
    } else if (predicate == terms_.score) {
      const auto [end, problem] =
          std::from_chars(text.data(), text.data() + text.size(), loaded.score);
      if (problem != std::errc() || end != text.data() + text.size())
        fail(statement, "score '" + std::string(text) + "' is no number");
    } else if (predicate == terms_.sub_class_of) {
      if (text.starts_with(vocabulary::ontology_namespace))
        loaded.parents.push_back(class_of(statement));
    }
  }
}

void OntologyLoader::load_property(const Description& description) {
  const PropertyId id = properties_.at(description.subject);
  Property& loaded = ontology_.properties_[static_cast<std::size_t>(id)];
  const auto class_or_none = [&](const Statement& statement) {
    const auto found = classes_.find(statement.object);
    if (found != classes_.end()) return found->second;
    const bool ours =
        text_of(statement.object).starts_with(vocabulary::ontology_namespace);
    return ours ? class_of(statement) : ClassId::none;
  };
  for (const Statement& statement : description.statements) {
    if (statement.predicate == terms_.label) {
      loaded.label = text_of(statement.object);
    } else if (statement.predicate == terms_.domain) {
      loaded.domain = class_or_none(statement);
    } else if (statement.predicate == terms_.range) {
      loaded.range = class_or_none(statement);
    } else if (statement.predicate == terms_.means) {
      loaded.means = text_of(statement.object) == "true";
    } else if (statement.predicate == terms_.side) {
      const std::string side = short_name(text_of(statement.object));
      using Side = Property::Side;
      if (side == "dm:source")
        loaded.side = Side::source;
      else if (side == "dm:target")
        loaded.side = Side::target;
      else if (side == "dm:partner")
        loaded.side = Side::partner;
      else
        fail(statement, "unknown side '" + side + "'");
    }
  }
}

void OntologyLoader::inherit(Class& heir, const Class& parent) {
  if (heir.plover.empty() || heir.plover == parent.plover) {
    if (heir.mode.empty()) heir.mode = parent.mode;
    heir.plover = parent.plover;
  }
  if (std::isnan(heir.score)) heir.score = parent.score;
  if (heir.planned_as == ClassId::none) heir.planned_as = parent.planned_as;
  if (heir.refused_as == ClassId::none) heir.refused_as = parent.refused_as;
  if (heir.direct_relation == PropertyId::none)
    heir.direct_relation = parent.direct_relation;
  heir.reciprocal = heir.reciprocal || parent.reciprocal;
  for (const PropertyId role : parent.roles)
    if (std::find(heir.roles.begin(), heir.roles.end(), role) ==
        heir.roles.end())
      heir.roles.push_back(role);
}

/// Lets every class inherit after its parents have; refuses a circle.
void OntologyLoader::sort_classes() {
  std::vector<Class>& classes = ontology_.classes_;
  std::vector<bool> is_done(classes.size(), false);
  std::size_t done = 0;
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t i = 0; i < classes.size(); ++i) {
      const auto ready = [&](ClassId id) { return is_done[position(id)]; };
      if (is_done[i] || !std::all_of(classes[i].parents.begin(),
                                     classes[i].parents.end(), ready))
        continue;
      for (const ClassId parent : classes[i].parents)
        inherit(classes[i], classes[position(parent)]);
      is_done[i] = changed = true;
      ++done;
    }
  }
  if (done < classes.size()) {
    const auto first = std::find(is_done.begin(), is_done.end(), false);
    const auto at = static_cast<std::size_t>(first - is_done.begin());
    fail(class_descriptions_[at]->statements.front(),
         "'" + short_name(classes[at].iri) + "' is below itself");
  }
  for (Class& loaded : classes)
    if (std::isnan(loaded.score)) loaded.score = 0;
}

}  // namespace demarche
