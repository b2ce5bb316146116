#include "ontology/ontology_cache.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>

#include "ontology/error.h"
#include "ontology/ontology_image.h"
#include "ontology/sha256.h"
#include "tests/temporary_folder.h"

namespace demarche {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t checksum_offset = 8 + 32;  // After magic and key.
constexpr std::size_t head_size = 8 + 32 + 32;

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Bytes of a file with the checksum that they should have.
std::string with_checksum(std::string bytes) {
  const auto sum = sha256(std::string_view(bytes).substr(head_size));
  std::copy(sum.begin(), sum.end(), bytes.begin() + checksum_offset);
  return bytes;
}

std::vector<std::string> names_in(const std::string& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error))
    names.push_back(entry.path().filename().string());
  return names;
}

/// A small ontology with something of each kind, and a compiled file of it in
/// which an otter is forged to be an other, which tells that the file was used.
class OntologyCacheTest : public testing::Test {
 protected:
  OntologyCacheTest() {
    folder_.write("ontology/demarche.ttl", prefixes + R"(
dm:Event a rdfs:Class ; rdfs:label "event"@en ; dm:hasRole dm:actor .
dm:Meeting a rdfs:Class ; rdfs:subClassOf dm:Event ; dm:score 2.5 ;
    dm:hasRole dm:host ; dm:directRelation dm:meets ; dm:reciprocal true .
dm:Actor a rdfs:Class .
dm:actor a dm:RoleProperty ; dm:side dm:source .
dm:host a dm:RoleProperty ; dm:side dm:target .
dm:meets a dm:DirectRelation ; rdfs:domain dm:Actor .
)");
    folder_.write("ontology/lexicon/verbs.ttl", prefixes + R"(
lex:meet a ontolex:LexicalEntry ; dm:lemma "meet up" ; dm:roleset "meet.03" ;
    dm:evokes dm:Meeting ; dm:arg0 dm:actor ; prep:with dm:host ;
    dm:whenArg0 dm:Actor ; dm:effect dm:factive .
)");
    folder_.write("ontology/gazetteer/animals.ttl", prefixes + R"(
ent:otter a dm:Actor , skos:Concept ; skos:prefLabel "Otter" ;
    skos:altLabel "the Ōtter" ; dm:people "Otters" ; dm:country ent:pond .
ent:pond a dm:Actor , skos:Concept ; skos:prefLabel "Pond" .
ent:otter.warden a dm:Tenure ; dm:holder ent:otter ; dm:of ent:pond ;
    dm:office "warden" ; dm:since "2001-02-03" .
ent:otter-day a dm:Holiday ; skos:prefLabel "Otter Day" ;
    dm:monthDay "--02-03" .
)");
    save_compiled(ontology(), file());
    compiled_ = bytes_of(file());
  }

  std::string ontology() const { return folder_.path() + "/ontology"; }
  std::string file() const { return folder_.path() + "/ontology.cache"; }
  std::string own() const { return folder_.path() + "/user/demarche"; }

  /// What is loaded by way of the file with these bytes.
  Ontology load_with(const std::string& bytes) const {
    folder_.write("ontology.cache", bytes);
    return load_ontology(ontology(), {{file()}, ""});
  }
  std::string forged() const {
    std::string bytes = compiled_;
    for (auto at = bytes.find("Otter"); at != bytes.npos;
         at = bytes.find("Otter"))
      bytes.replace(at, 5, "Other");
    return with_checksum(bytes);
  }
  bool uses(const std::string& bytes) const {
    return load_with(bytes).find_label("Other").size() == 1;
  }

  const std::string prefixes = R"(
@prefix dm: <https://w3id.org/demarche/ontology#> .
@prefix ent: <https://w3id.org/demarche/entity/> .
@prefix lex: <https://w3id.org/demarche/lexicon/> .
@prefix prep: <https://w3id.org/demarche/preposition#> .
@prefix ontolex: <http://www.w3.org/ns/lemon/ontolex#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
)";
  TemporaryFolder folder_;
  std::string compiled_;
};

TEST_F(OntologyCacheTest, ACompiledFileIsUsedInPlaceOfTurtle) {
  EXPECT_TRUE(uses(forged()));
  EXPECT_FALSE(uses(compiled_));
}

TEST_F(OntologyCacheTest, WhatComesFromAFileIsWhatTheTurtleSays) {
  const Ontology fresh = Ontology::load(ontology());
  const Ontology kept = load_with(compiled_);
  EXPECT_EQ(OntologyImage::write(kept), OntologyImage::write(fresh));
  EXPECT_EQ(kept.digest(), fresh.digest());
  const ClassId meeting = kept.find_class("Meeting");
  EXPECT_TRUE(kept[meeting].is_event);
  EXPECT_TRUE(kept.is_a(meeting, kept.find_class("Event")));
  EXPECT_EQ(kept[meeting].score, 2.5);
  EXPECT_EQ(kept.entries_of_roleset("meet.03").front(),
            kept.entries_of_lemma("meet").front());
  EXPECT_EQ(kept.entries().front().effect, Effect::factive);
  const auto match = kept.find_label("Ōtter").front();
  EXPECT_EQ(kept[match.concept_id].label, "Otter");
  EXPECT_EQ(kept.tenures_of(match.concept_id).front().office, "warden");
  EXPECT_EQ(kept.holidays().front().day, 3);
}

TEST_F(OntologyCacheTest, TextsLiveAsLongAsTheOntologyThatTheyMovedTo) {
  Ontology first = load_with(compiled_);
  const Ontology second = std::move(first);
  EXPECT_EQ(second.entries_of_lemma("meet").front()->roleset, "meet.03");
}

TEST_F(OntologyCacheTest, AnyOtherTurtleMakesItStale) {
  const std::string more = prefixes + "ent:eel a dm:Actor , skos:Concept .\n";
  const std::string added = folder_.write("ontology/gazetteer/more.ttl", more);
  EXPECT_FALSE(uses(forged()));
  fs::rename(added, ontology() + "/lexicon/more.ttl");
  EXPECT_FALSE(uses(forged()));
  fs::remove(ontology() + "/lexicon/more.ttl");
  EXPECT_TRUE(uses(forged()));

  const std::string path = ontology() + "/lexicon/verbs.ttl";
  const std::string before = bytes_of(path);
  const auto time = fs::last_write_time(path);
  std::string edited = before;
  edited.replace(edited.find("meet.03"), 7, "meet.04");
  folder_.write("ontology/lexicon/verbs.ttl", edited);
  fs::last_write_time(path, time);
  EXPECT_FALSE(uses(forged()));
  fs::remove(path);
  EXPECT_FALSE(uses(forged()));
  folder_.write("ontology/lexicon/verbs.ttl", before);
  EXPECT_TRUE(uses(forged()));
}

TEST_F(OntologyCacheTest, TimesAndPlacesOfFilesDoNotMatter) {
  const std::string path = ontology() + "/demarche.ttl";
  fs::last_write_time(path, fs::file_time_type::clock::now());
  EXPECT_TRUE(uses(forged()));
  fs::copy(ontology(), folder_.path() + "/copy", fs::copy_options::recursive);
  const auto copy = load_ontology(folder_.path() + "/copy", {{file()}, ""});
  EXPECT_EQ(copy.find_label("Other").size(), 1u);
}

TEST_F(OntologyCacheTest, ADamagedFileIsNotUsed) {
  const std::string right = forged();
  const auto fresh = OntologyImage::write(Ontology::load(ontology()));
  for (std::size_t i = 0; i < right.size(); i += 7) {
    std::string wrong = right;
    wrong[i] = static_cast<char>(wrong[i] ^ (1 << i % 8));
    EXPECT_EQ(OntologyImage::write(load_with(wrong)), fresh) << i;
  }
  for (std::size_t size = 0; size < right.size(); size += 13)
    EXPECT_EQ(OntologyImage::write(load_with(right.substr(0, size))), fresh);
  EXPECT_FALSE(uses(right + "x"));
  EXPECT_FALSE(uses(right.substr(0, head_size)));
  EXPECT_FALSE(uses(with_checksum(right.substr(0, right.size() - 1))));
  EXPECT_FALSE(uses(with_checksum(right + "x")));
}

TEST_F(OntologyCacheTest, AnImageIsReadWithCareEvenIfItsChecksumIsRight) {
  const std::string image = compiled_.substr(head_size);
  for (std::size_t i = 0; i < image.size(); ++i)
    for (const char wrong : {'\x00', '\x01', '\x7f', '\xff'}) {
      std::vector<char> bytes(image.begin(), image.end());
      bytes[i] = wrong;
      const auto read = OntologyImage::read(std::move(bytes));
      if (!read) continue;
      for (const LexicalEntry& entry : read->entries())
        for (const auto* same : read->entries_of_lemma(entry.lemmas.front()))
          ASSERT_LT(same - read->entries().data(), 1);
      for (const Concept& known : read->concepts())
        ASSERT_TRUE(known.type == ClassId::none ||
                    (*read)[known.type].iri.size() < image.size());
      OntologyImage::write(*read);
    }
}

TEST_F(OntologyCacheTest, AFolderAPipeOrNothingIsNoCompiledFile) {
  const OntologyCache cache = {
      {folder_.path(), folder_.path() + "/absent", "/dev/null"}, ""};
  EXPECT_EQ(load_ontology(ontology(), cache).concepts().size(), 2u);
}

TEST_F(OntologyCacheTest, TheUsersCacheIsWrittenOnceAndUsed) {
  const OntologyCache cache = {{}, own()};
  load_ontology(ontology(), cache);
  const auto names = names_in(own());
  ASSERT_EQ(names.size(), 1u);
  EXPECT_EQ(bytes_of(own() + "/" + names[0]), compiled_);
  std::ofstream(own() + "/" + names[0], std::ios::binary) << forged();
  EXPECT_EQ(load_ontology(ontology(), cache).find_label("Other").size(), 1u);
  std::ofstream(own() + "/" + names[0], std::ios::binary) << "damaged";
  EXPECT_EQ(load_ontology(ontology(), cache).find_label("Otter").size(), 1u);
  EXPECT_EQ(bytes_of(own() + "/" + names[0]), compiled_);
}

TEST_F(OntologyCacheTest, TheUsersCacheKeepsTheNewestFewOnly) {
  for (int i = 0; i < 11; ++i) {
    folder_.write("ontology/more.ttl", "# " + std::to_string(i) + "\n");
    load_ontology(ontology(), {{}, own()});
  }
  EXPECT_EQ(names_in(own()).size(), 8u);
}

TEST_F(OntologyCacheTest, WithoutAPlaceToWriteItGoesOn) {
  const std::string under_a_file = file() + "/demarche";
  EXPECT_EQ(load_ontology(ontology(), {{}, under_a_file}).concepts().size(),
            2u);
  const std::string is_a_file = folder_.write("occupied", "");
  EXPECT_EQ(load_ontology(ontology(), {{}, is_a_file}).concepts().size(), 2u);
  EXPECT_THROW(save_compiled(ontology(), under_a_file), Error);
}

TEST_F(OntologyCacheTest, WhatIsWrongIsSaidEachTimeAndNotKept) {
  folder_.write("ontology/wrong.ttl", "\n\nnonsense\n");
  for (int i = 0; i < 2; ++i) {
    try {
      load_ontology(ontology(), {{file()}, own()});
      ADD_FAILURE() << "nothing was wrong";
    } catch (const Error& error) {
      EXPECT_THAT(error.what(), testing::HasSubstr("/wrong.ttl:3: "));
    }
  }
  EXPECT_TRUE(names_in(own()).empty());
  EXPECT_THROW(save_compiled(ontology(), own()), Error);
}

TEST_F(OntologyCacheTest, ManyMayWriteTheSameFile) {
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i)
    threads.emplace_back([&] { load_ontology(ontology(), {{}, own()}); });
  for (std::thread& thread : threads) thread.join();
  const auto names = names_in(own());
  ASSERT_EQ(names.size(), 1u);
  EXPECT_EQ(bytes_of(own() + "/" + names[0]), compiled_);
}

TEST(ShippedOntologyCache, AnswersAsTheTurtleDoes) {
  const std::string shipped = DEMARCHE_SOURCE_DIR "/ontology";
  const TemporaryFolder folder;
  const std::string file = folder.path() + "/ontology.cache";
  save_compiled(shipped, file);
  const Ontology fresh = Ontology::load(shipped);
  const Ontology kept = load_ontology(shipped, {{file}, ""});
  EXPECT_EQ(kept.digest(), fresh.digest());
  EXPECT_EQ(OntologyImage::write(kept), OntologyImage::write(fresh));
  ASSERT_EQ(kept.concepts().size(), fresh.concepts().size());
  for (std::size_t i = 0; i < fresh.concepts().size(); ++i) {
    const Concept& known = fresh.concepts()[i];
    EXPECT_EQ(kept.concepts()[i].label, known.label);
    EXPECT_EQ(kept.find_concept(known.iri), fresh.find_concept(known.iri));
    const auto a = kept.find_label(known.label);
    const auto b = fresh.find_label(known.label);
    ASSERT_EQ(a.size(), b.size()) << known.label;
    for (std::size_t j = 0; j < a.size(); ++j) {
      EXPECT_EQ(a[j].concept_id, b[j].concept_id);
      EXPECT_EQ(a[j].kind, b[j].kind);
    }
  }
  for (const LexicalEntry& entry : fresh.entries()) {
    const auto a = kept.entries_of_lemma(entry.lemmas.front());
    const auto b = fresh.entries_of_lemma(entry.lemmas.front());
    ASSERT_EQ(a.size(), b.size()) << entry.iri;
    for (std::size_t j = 0; j < a.size(); ++j) EXPECT_EQ(a[j]->iri, b[j]->iri);
  }
}

}  // namespace
}  // namespace demarche
