// Laws of datasets, on small articles of invented states.

#include "graphs/dataset.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <random>
#include <set>
#include <string>

#include "graphs/article_quads.h"
#include "graphs/graph_file.h"
#include "graphs/named_graphs.h"
#include "ontology/vocabulary.h"
#include "tests/extraction_builder.h"
#include "tests/temporary_folder.h"

namespace demarche {
namespace {

using testing::HasSubstr;

constexpr auto unsynced = Dataset::Opening::create_unsynced;
constexpr auto newer = Dataset::Choice::newer;
constexpr auto either = Dataset::Choice::either;

struct Article {
  std::string iri;
  std::vector<RdfStatement> quads;
};

/// "Norland accused Sudmark", on one of five days, so that some articles tell
/// of one event, some in the same words.
Article article_of_number(int number, const std::string& more = "") {
  const int day = number % 5;
  ExtractionBuilder builder(
      "Norland accused Sudmark of leaving the grain talks. Envoys number " +
      std::to_string(number % 7) +
      " said nothing new when they came home to the harbour, where the ships "
      "had waited since the first winds of the long winter had died. None "
      "of the traders who stood on the quay would say what the cargo was, or "
      "for whom it had been brought from so far away at such a price." +
      more);
  auto& article = builder.extraction.article;
  article.iri = "https://news.example/" + std::to_string(number);
  article.metadata.published = "2024-05-1" + std::to_string(day);
  const auto event =
      builder.event("accused", number % 3 == 0 ? "Withdrawal" : "Accusation");
  builder.role(event, "accuser", builder.entity("Norland", "State", "norland"),
               "Norland");
  builder.role(event, "accused", builder.entity("Sudmark", "State", "sudmark"),
               "Sudmark");
  builder.claim(event);
  return {article.iri,
          article_quads(builder.extraction, invented_ontology(), {})};
}

std::vector<Article> articles(int count) {
  std::vector<Article> all;
  for (int i = 0; i < count; ++i) all.push_back(article_of_number(i));
  return all;
}

std::string exported(Dataset& dataset) {
  std::string bytes;
  dataset.for_each_line([&](std::string_view line) { bytes += line; });
  return bytes;
}

/// What a new dataset of these articles exports.
std::string exported(const std::vector<Article>& articles) {
  const TemporaryFolder folder;
  Dataset dataset(folder.path() + "/d", unsynced);
  for (const auto& each : articles) dataset.add(each.iri, each.quads, newer);
  return exported(dataset);
}

class Datasets : public testing::Test {
 protected:
  TemporaryFolder folder;
  Dataset dataset{folder.path() + "/d", unsynced};
};

TEST_F(Datasets, ExportWhatTheirArticlesSayInCanonicalOrder) {
  const auto article = article_of_number(1);
  EXPECT_EQ(dataset.add(article.iri, article.quads, newer),
            Dataset::Added::added);
  EXPECT_EQ(exported(dataset), print_sorted(article.quads));
  EXPECT_EQ(dataset.add(article.iri, article.quads, newer),
            Dataset::Added::same);
  EXPECT_EQ(exported(dataset), print_sorted(article.quads));
}

TEST_F(Datasets, LinkEventsOfDifferentArticlesAndNeverFuseThem) {
  for (const auto& each : {article_of_number(1), article_of_number(11)})
    dataset.add(each.iri, each.quads, newer);
  const auto bytes = exported(dataset);
  EXPECT_THAT(bytes,
              HasSubstr("<https://news.example/1#event=8,15> "
                        "<https://w3id.org/demarche/ontology#sameEventAs> "
                        "<https://news.example/11#event=8,15> "
                        "<https://w3id.org/demarche/derived> .\n"));
  EXPECT_THAT(bytes, HasSubstr("\"same type and actors, same date by "
                               "publication\"@en"));
}

TEST_F(Datasets, NearCopiesAreLinkedToTheEarlier) {
  for (const auto& each : {article_of_number(3), article_of_number(10)})
    dataset.add(each.iri, each.quads, newer);
  // 10 came out on the 10th, 3 on the 13th.
  EXPECT_THAT(exported(dataset),
              HasSubstr("<https://news.example/3> "
                        "<https://w3id.org/demarche/ontology#nearCopyOf> "
                        "<https://news.example/10> "));
}

TEST_F(Datasets, OneIriHasOneText) {
  const auto article = article_of_number(1);
  dataset.add(article.iri, article.quads, newer);
  const auto other = article_of_number(1, " Or so it was told.");
  EXPECT_THROW(dataset.add(other.iri, other.quads, newer), TextConflict);
  EXPECT_EQ(exported(dataset), print_sorted(article.quads));
}

TEST_F(Datasets, WithoutItsTextAnArticleIsStillOfThatText) {
  const auto article = article_of_number(1);
  auto facts = article.quads;
  std::erase_if(facts, [](const RdfStatement& quad) {
    return quad.predicate == vocabulary::nif::is_string;
  });
  dataset.add(article.iri, facts, newer);
  EXPECT_EQ(dataset.add(article.iri, article.quads, newer),
            Dataset::Added::replaced);
  EXPECT_EQ(dataset.add(article.iri, facts, newer), Dataset::Added::replaced);
  EXPECT_EQ(exported(dataset), print_sorted(facts));
  const auto other = article_of_number(1, " Or so it was told.");
  EXPECT_THROW(dataset.add(other.iri, other.quads, newer), TextConflict);
}

TEST_F(Datasets, ANewerReadingReplacesAnOlderOne) {
  const auto article = article_of_number(1);
  dataset.add(article.iri, article.quads, newer);
  auto fewer = article.quads;
  fewer.pop_back();
  EXPECT_EQ(dataset.add(article.iri, fewer, newer), Dataset::Added::replaced);
  EXPECT_EQ(exported(dataset), print_sorted(fewer));
  EXPECT_EQ(dataset.add(article.iri, article.quads, either),
            Dataset::Added::replaced);
  EXPECT_EQ(dataset.add(article.iri, fewer, either), Dataset::Added::kept);
  EXPECT_EQ(exported(dataset), print_sorted(article.quads));
}

TEST_F(Datasets, TrigHasTheSameStatements) {
  for (const auto& each : articles(12))
    dataset.add(each.iri, each.quads, newer);
  std::vector<RdfStatement> all;
  std::string last;
  dataset.for_each_article([&](const std::string& iri, const auto& quads) {
    EXPECT_TRUE(iri.empty() || iri > last);
    last = iri;
    all.insert(all.end(), quads.begin(), quads.end());
  });
  EXPECT_EQ(print_sorted(all), exported(dataset));
}

TEST_F(Datasets, AreSplitIntoTheirArticlesAgain) {
  const auto all = articles(12);
  for (const auto& each : all) dataset.add(each.iri, each.quads, newer);
  const auto bytes = exported(dataset);
  std::vector<Article> split;
  for (auto& [iri, quads] :
       split_articles(read_statements("d", bytes, RdfSyntax::nquads)))
    split.push_back({iri, std::move(quads)});
  EXPECT_EQ(split.size(), all.size());
  EXPECT_EQ(exported(split), bytes);
}

TEST_F(Datasets, AnyOrderOfAddingAndRetractingGivesTheSameBytes) {
  const auto all = articles(50);
  const std::vector<Article> kept(all.begin(), all.begin() + 25);
  const auto wanted = exported(kept);
  const auto wanted_of_all = exported(all);
  std::mt19937 random(20240502);
  std::vector<std::size_t> order(all.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  for (int round = 0; round < 100; ++round) {
    std::shuffle(order.begin(), order.end(), random);
    for (const auto i : order) dataset.add(all[i].iri, all[i].quads, newer);
    if (round % 10 == 0) {
      ASSERT_EQ(exported(dataset), wanted_of_all);
    }
    std::shuffle(order.begin(), order.end(), random);
    for (const auto i : order)
      if (i >= kept.size()) {
        ASSERT_TRUE(dataset.retract(all[i].iri));
      }
    ASSERT_EQ(exported(dataset), wanted) << "round " << round;
    for (const auto& each : kept) ASSERT_TRUE(dataset.retract(each.iri));
    ASSERT_EQ(exported(dataset), "");
  }
  EXPECT_FALSE(dataset.retract("https://news.example/none"));
  EXPECT_TRUE(std::filesystem::is_empty(folder.path() + "/d/articles"));
}

TEST_F(Datasets, AnyOrderOfMergingGivesTheSameBytes) {
  // Two readings of each article, of which one has to be chosen.
  auto all = articles(50);
  for (std::size_t i = 0; i < 50; ++i) {
    all.push_back(all[i]);
    all.back().quads.erase(all.back().quads.begin() + 20);
  }
  std::mt19937 random(20240502);
  std::string first;
  for (int round = 0; round < 100; ++round) {
    std::shuffle(all.begin(), all.end(), random);
    for (const auto& each : all) dataset.add(each.iri, each.quads, either);
    const auto bytes = exported(dataset);
    if (round == 0) first = bytes;
    ASSERT_EQ(bytes, first) << "round " << round;
    for (const auto& iri : dataset.articles()) dataset.retract(iri);
  }
}

TEST(DatasetFolder, OtherFoldersAreRefused) {
  const TemporaryFolder folder;
  EXPECT_THROW(Dataset(folder.path() + "/none", Dataset::Opening::existing),
               Error);
  folder.write("a.txt", "a");
  EXPECT_THROW(Dataset(folder.path(), Dataset::Opening::create), Error);
}

}  // namespace
}  // namespace demarche
