// Prints what the extractor refers to what: CoNLL-U documents on standard
// input; on standard output a JSON line for each document with its sentences'
// numbers of words, mentions [sentence, first word, end, head, kind, entity]
// and entities {label, type, concept}.  With --titles first a line for each
// line of FILE: {title, concepts: [iri, type] of those that bear it as a name}.
//
//   build/bench_coreference [--titles FILE] [ONTOLOGY [MODEL]] < gold.conllu

#include "extractor/coreference.h"

#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/article_source.h"
#include "extractor/conllu.h"
#include "extractor/extractor.h"
#include "extractor/input/file_stream.h"

namespace demarche {
namespace {

using Json = nlohmann::ordered_json;

const char* name_of(MentionKind kind) {
  switch (kind) {
    case MentionKind::name:
      return "name";
    case MentionKind::nominal:
      return "nominal";
    case MentionKind::pronoun:
      break;
  }
  return "pronoun";
}

std::string type_name(ClassId type, const Ontology& ontology) {
  return std::string(type == ClassId::none ? ""
                                           : local_name(ontology[type].iri));
}

/// The upper class that a class is below, else the class itself.
std::string upper_type(ClassId type, const Ontology& ontology) {
  for (const char* upper :
       {"State", "Person", "Organization", "PopulationGroup", "Place"})
    if (ontology.is_a(type, ontology.find_class(upper))) return upper;
  return type_name(type, ontology);
}

Json mentions_of(const Extraction& extraction) {
  Json mentions = Json::array();
  const auto entities =
      entities_by_mention(extraction.entities, extraction.mentions.size());
  for (std::uint32_t i = 0; i < extraction.mentions.size(); ++i) {
    const Mention& mention = extraction.mentions[i];
    mentions.push_back({mention.sentence, mention.first, mention.end,
                        mention.head, name_of(mention.kind),
                        index(entities[i])});
  }
  return mentions;
}

Json entities_of(const Extraction& extraction, const Ontology& ontology) {
  Json entities = Json::array();
  for (const Entity& entity : extraction.entities) {
    Json json = {{"label", entity.label},
                 {"type", upper_type(entity.type, ontology)}};
    if (entity.concept_id) json["concept"] = ontology[*entity.concept_id].iri;
    entities.push_back(std::move(json));
  }
  return entities;
}

void print(const Extraction& extraction, const Ontology& ontology) {
  Json words = Json::array();
  for (const Sentence& sentence : extraction.analysis.sentences)
    words.push_back(sentence.words.size());
  const Json json = {{"id", extraction.article.metadata.id},
                     {"words", std::move(words)},
                     {"mentions", mentions_of(extraction)},
                     {"entities", entities_of(extraction, ontology)}};
  std::cout << json.dump() << '\n';
}

/// The concepts that bear each title as a name.
void print_titles(const std::string& path, const Ontology& ontology) {
  std::ifstream file;
  open_input(path, file);
  for (std::string title; std::getline(file, title);) {
    Json concepts = Json::array();
    for (const LabelMatch& match : ontology.find_label(title))
      if (match.kind == LabelKind::name)
        concepts.push_back(
            {ontology[match.concept_id].iri,
             upper_type(ontology[match.concept_id].type, ontology)});
    const Json json = {{"title", title}, {"concepts", std::move(concepts)}};
    std::cout << json.dump() << '\n';
  }
}

/// The dates of documents ("# meta::dateCreated" after "# newdoc id"), by id:
/// an article has its date of publication.
std::map<std::string, std::string> dates_in(const std::string& conllu) {
  constexpr std::string_view id = "# newdoc id = ";
  constexpr std::string_view date = "# meta::dateCreated = ";
  std::map<std::string, std::string> dates;
  std::string document;
  std::istringstream lines(conllu);
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with(id)) document = line.substr(id.size());
    if (line.starts_with(date)) dates[document] = line.substr(date.size());
  }
  return dates;
}

int run(const std::string& titles, const std::string& ontology,
        const std::string& model) {
  const Extractor extractor(Ontology::load(ontology), Analyser::load(model));
  if (!titles.empty()) print_titles(titles, extractor.ontology());
  const std::string conllu(std::istreambuf_iterator<char>(std::cin), {});
  auto dates = dates_in(conllu);
  std::istringstream input(conllu);
  ConlluReader reader(input, "-");
  while (auto document = reader.next()) {
    Metadata& metadata = document->article.metadata;
    metadata.published = dates[metadata.id];
    print(extractor.extract(std::move(document->article),
                            std::move(document->sentences)),
          extractor.ontology());
  }
  return 0;
}

}  // namespace
}  // namespace demarche

int main(int count, char** arguments) {
  std::vector<std::string> rest(arguments + 1, arguments + count);
  std::string titles;
  if (rest.size() > 1 && rest[0] == "--titles") {
    titles = rest[1];
    rest.erase(rest.begin(), rest.begin() + 2);
  }
  const std::string source = DEMARCHE_SOURCE_DIR;
  try {
    return demarche::run(
        titles, !rest.empty() ? rest[0] : source + "/ontology",
        rest.size() > 1 ? rest[1] : source + "/models/demarche.model");
  } catch (const std::exception& problem) {
    std::cerr << problem.what() << '\n';
    return 2;
  }
}
