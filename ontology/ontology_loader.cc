// Loads the ontology in three steps: read all files, give every class,
// property, word and concept its number, then fill each from its description.
// References can therefore point forward and into other files.

#include "ontology/ontology_loader.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <type_traits>

#include "ontology/error.h"
#include "ontology/ontology_image.h"
#include "ontology/sha256.h"
#include "ontology/vocabulary.h"

namespace demarche {
namespace {

namespace dm = vocabulary::dm;
namespace rdf = vocabulary::rdf;
namespace rdfs = vocabulary::rdfs;
namespace skos = vocabulary::skos;

void add_turtle_files(const std::string& folder,
                      std::vector<std::string>& files) {
  std::vector<std::string> found;
  std::error_code problem;
  for (const auto& entry : std::filesystem::directory_iterator(folder, problem))
    if (entry.path().extension() == ".ttl")
      found.push_back(folder + "/" + entry.path().filename().string());
  std::sort(found.begin(), found.end());
  files.insert(files.end(), found.begin(), found.end());
}

/// What the digest has before the bytes of a file.
std::string head_of(const std::string& name, std::uintmax_t size) {
  return name + "\n" + std::to_string(size) + "\n";
}

}  // namespace

std::vector<std::string> turtle_files_of(const std::string& folder) {
  std::vector<std::string> files;
  add_turtle_files(folder, files);
  add_turtle_files(folder + "/gazetteer", files);
  add_turtle_files(folder + "/lexicon", files);
  if (files.empty()) throw Error(folder + ": no ontology (*.ttl) here");
  return files;
}

std::string load_bytes(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream) throw Error(path + ": cannot open");
  std::string bytes;
  char block[65536];
  while (stream.read(block, sizeof block) || stream.gcount() > 0)
    bytes.append(block, static_cast<std::size_t>(stream.gcount()));
  if (stream.bad()) throw Error(path + ": cannot read");
  return bytes;
}

std::string short_name(std::string_view iri) {
  const std::pair<std::string_view, std::string_view> prefixes[] = {
      {vocabulary::ontology_namespace, "dm:"},
      {vocabulary::entity_namespace, "ent:"},
      {vocabulary::lexicon_namespace, "lex:"},
      {vocabulary::preposition_namespace, "prep:"}};
  for (const auto& [space, prefix] : prefixes)
    if (iri.starts_with(space))
      return std::string(prefix) + std::string(iri.substr(space.size()));
  return std::string(iri);
}

LoaderTerms::LoaderTerms(TurtleFiles& files)
    : type(files.node(rdf::type)),
      rdfs_class(files.node(rdfs::class_)),
      sub_class_of(files.node(rdfs::sub_class_of)),
      label(files.node(rdfs::label)),
      domain(files.node(rdfs::domain)),
      range(files.node(rdfs::range)),
      lexical_entry(files.node(vocabulary::ontolex::lexical_entry)),
      skos_concept(files.node(skos::concept_)),
      pref_label(files.node(skos::pref_label)),
      alt_label(files.node(skos::alt_label)),
      exact_match(files.node(skos::exact_match)),
      role_property(files.node(dm::role_property)),
      direct_relation_class(files.node(dm::direct_relation_class)),
      standing_relation_class(files.node(dm::standing_relation_class)),
      tenure(files.node(dm::tenure)),
      holiday(files.node(dm::holiday)),
      plover_category(files.node(dm::plover_category)),
      plover_mode(files.node(dm::plover_mode)),
      score(files.node(dm::score)),
      has_role(files.node(dm::has_role)),
      direct_relation(files.node(dm::direct_relation)),
      reciprocal(files.node(dm::reciprocal)),
      side(files.node(dm::side)),
      means(files.node(dm::means)),
      planned_as(files.node(dm::planned_as)),
      refused_as(files.node(dm::refused_as)),
      referred_to_as(files.node(dm::referred_to_as)),
      opposite_of(files.node(dm::opposite_of)),
      lemma(files.node(dm::lemma)),
      part_of_speech(files.node(dm::part_of_speech)),
      roleset(files.node(dm::roleset)),
      evokes(files.node(dm::evokes)),
      mode(files.node(dm::has_mode)),
      light(files.node(dm::light)),
      attitude(files.node(dm::attitude)),
      undergoes(files.node(dm::undergoes)),
      initiates(files.node(dm::initiates)),
      effect(files.node(dm::has_effect)),
      clausal(files.node(dm::clausal)),
      denotes(files.node(dm::denotes)),
      office_of(files.node(dm::office_of)),
      sector(files.node(dm::sector)),
      relation(files.node(dm::relation)),
      acts_for_state(files.node(dm::acts_for_state)),
      adjective(files.node(dm::adjective)),
      people(files.node(dm::people)),
      actor_code(files.node(dm::actor_code)),
      country(files.node(dm::country)),
      metonym_of(files.node(dm::metonym_of)),
      holder(files.node(dm::holder)),
      office(files.node(dm::office)),
      of(files.node(dm::of)),
      since(files.node(dm::since)),
      until(files.node(dm::until)),
      month_day(files.node(dm::month_day)),
      first_weekday(files.node(dm::first_weekday)),
      days_after_easter(files.node(dm::days_after_easter)) {}

std::string digest_of_sources(const std::string& folder) {
  Sha256 digest;
  std::vector<char> block(65536);
  for (const std::string& path : turtle_files_of(folder)) {
    std::error_code error;
    digest.update(head_of(path.substr(folder.size()),
                          std::filesystem::file_size(path, error)));
    std::ifstream stream(path, std::ios::binary);
    while (stream.read(block.data(), std::ssize(block)) || stream.gcount() > 0)
      digest.update({block.data(), static_cast<std::size_t>(stream.gcount())});
  }
  return hexadecimal(digest.finish());
}

OntologySources load_sources(const std::string& folder) {
  using File = OntologySources::File;
  OntologySources sources;
  Sha256 digest;
  for (const std::string& path : turtle_files_of(folder)) {
    const std::string& bytes =
        sources.files.emplace_back(File{path, load_bytes(path)}).bytes;
    digest.update(head_of(path.substr(folder.size()), bytes.size()));
    digest.update(bytes);
  }
  sources.digest = hexadecimal(digest.finish());
  return sources;
}

std::vector<char> OntologyLoader::compile(const OntologySources& sources) {
  read(sources);
  declare();
  for (const Description* one : property_descriptions_) load_property(*one);
  for (const Description* one : class_descriptions_) load_class(*one);
  sort_classes();
  ontology_.close_ancestors();
  for (const Description* one : concept_descriptions_) load_concept(*one);
  for (const Description* one : tenure_descriptions_) load_tenure(*one);
  std::ranges::stable_sort(ontology_.tenures_, {}, &Tenure::holder);
  for (const Description* one : holiday_descriptions_) load_holiday(*one);
  for (const Description* one : entry_descriptions_) load_entry(*one);
  index_entries();
  index_labels();
  return OntologyImage::write(ontology_);
}

void OntologyLoader::read(const OntologySources& sources) {
  for (const auto& [path, bytes] : sources.files) files_.add(path, bytes);
  ontology_.digest_ = sources.digest;
  descriptions_ = files_.describe();
}

std::string_view OntologyLoader::keep(std::string text) {
  return *kept_.insert(std::move(text)).first;
}

void OntologyLoader::declare() {
  concepts_.reserve(descriptions_.size());
  labels_.reserve(2 * descriptions_.size());
  for (const Description& description : descriptions_)
    for (const Statement& statement : description.statements)
      if (statement.predicate == terms_.type)
        declare_as(statement.object, description);
  ontology_.entries_.reserve(entry_descriptions_.size());
}

void OntologyLoader::declare_as(const SordNode* type,
                                const Description& description) {
  Ontology& to = ontology_;
  // Gives the subject the next number of its kind, unless it has one.
  const auto number = [&](auto& by_node, auto& list, auto& by_iri,
                          std::vector<const Description*>& descriptions) {
    using Id = typename std::remove_reference_t<decltype(by_node)>::mapped_type;
    const Id id{static_cast<std::uint32_t>(list.size())};
    if (!by_node.emplace(description.subject, id).second) return;
    list.emplace_back().iri = text_of(description.subject);
    by_iri.emplace(list.back().iri, id);
    descriptions.push_back(&description);
  };
  const auto add_property = [&](Property::Kind kind) {
    number(properties_, to.properties_, to.property_by_iri_,
           property_descriptions_);
    to.properties_.back().kind = kind;
  };
  if (type == terms_.rdfs_class)
    number(classes_, to.classes_, to.class_by_iri_, class_descriptions_);
  else if (type == terms_.skos_concept)
    number(concepts_, to.concepts_, to.concept_by_iri_, concept_descriptions_);
  else if (type == terms_.role_property)
    add_property(Property::Kind::role);
  else if (type == terms_.direct_relation_class)
    add_property(Property::Kind::direct_relation);
  else if (type == terms_.standing_relation_class)
    add_property(Property::Kind::standing_relation);
  else if (type == terms_.lexical_entry)
    entry_descriptions_.push_back(&description);
  else if (type == terms_.tenure)
    tenure_descriptions_.push_back(&description);
  else if (type == terms_.holiday)
    holiday_descriptions_.push_back(&description);
}

namespace {

template <class Map>
auto find_in(const Map& map, const SordNode* node) {
  const auto found = map.find(node);
  return found == map.end() ? Map::mapped_type::none : found->second;
}

}  // namespace

ClassId OntologyLoader::class_of(const Statement& statement) const {
  const ClassId id = find_in(classes_, statement.object);
  if (id == ClassId::none)
    fail(statement,
         "unknown class '" + short_name(text_of(statement.object)) + "'");
  return id;
}

PropertyId OntologyLoader::property_of(const Statement& statement) const {
  const PropertyId id = find_in(properties_, statement.object);
  if (id == PropertyId::none)
    fail(statement,
         "unknown role '" + short_name(text_of(statement.object)) + "'");
  return id;
}

ConceptId OntologyLoader::concept_of(const Statement& statement) const {
  const ConceptId id = find_in(concepts_, statement.object);
  if (id == ConceptId::none)
    fail(statement,
         "unknown concept '" + short_name(text_of(statement.object)) + "'");
  return id;
}

void OntologyLoader::fail(const Statement& statement,
                          const std::string& problem) const {
  throw Error(files_.name(statement.file), statement.line, problem);
}

}  // namespace demarche
