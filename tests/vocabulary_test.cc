#include "ontology/vocabulary.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "ontology/ontology_loader.h"
#include "ontology/turtle_files.h"

namespace demarche {
namespace {

/// Everything that demarche.ttl gives a type.
std::set<std::string> defined_terms() {
  const std::string path =
      std::string(DEMARCHE_SOURCE_DIR) + "/ontology/demarche.ttl";
  TurtleFiles files;
  files.add(path, load_bytes(path));
  const SordNode* type = files.node(vocabulary::rdf::type);
  std::set<std::string> terms;
  for (const Description& description : files.describe())
    for (const Statement& statement : description.statements)
      if (statement.predicate == type)
        terms.emplace(text_of(description.subject));
  return terms;
}

TEST(Vocabulary, EveryConstantIsDefinedInTheOntology) {
  const std::set<std::string> defined = defined_terms();
#define EXPECT_DEFINED(name, local)                               \
  EXPECT_EQ(defined.count(std::string(vocabulary::dm::name)), 1u) \
      << "dm:" local " is not in demarche.ttl";
  DEMARCHE_TERMS(EXPECT_DEFINED)
#undef EXPECT_DEFINED
}

TEST(Vocabulary, NoConstantIsListedTwice) {
  std::set<std::string_view> seen;
#define EXPECT_NEW(name, local) EXPECT_TRUE(seen.insert(local).second) << local;
  DEMARCHE_TERMS(EXPECT_NEW)
#undef EXPECT_NEW
}

}  // namespace
}  // namespace demarche
