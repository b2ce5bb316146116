// What a store has after a load, whatever goes wrong on the way.

#include "graphs/graph_store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "tests/fake_store.h"

namespace demarche {
namespace {

using Fault = FakeStore::Fault;
using std::chrono::milliseconds;
using testing::ElementsAre;
using testing::HasSubstr;

GraphUpload upload_of(const std::string& graph, int count,
                      bool replaces = true) {
  GraphUpload upload{graph, replaces, {}};
  for (int i = 0; i < count; ++i)
    upload.triples.push_back("<urn:s> <urn:p> <urn:" + std::to_string(i) +
                             "> .\n");
  return upload;
}

class Stores : public testing::Test {
 protected:
  GraphStore store(StoreOptions options = {}) {
    if (options.url.empty()) options.url = "http://localhost/store";
    return GraphStore(
        options,
        {[this](const auto& request) { return fake_.answer(request); },
         [this](auto time) { waits_.push_back(time); },
         [this](const auto& problem) { problems_.push_back(problem); }});
  }
  std::string message_of(const std::function<void()>& act) {
    try {
      act();
    } catch (const Error& error) {
      return error.what();
    }
    return "none";
  }

  FakeStore fake_;
  std::vector<milliseconds> waits_;
  std::vector<std::string> problems_;
};

TEST_F(Stores, AGraphIsReplacedOrJoined) {
  auto to = store();
  fake_.graphs["urn:g#1;by=2"] = {"<urn:old> <urn:p> <urn:o> ."};
  to.send(upload_of("urn:g#1;by=2", 2, false));
  EXPECT_EQ(fake_.graphs["urn:g#1;by=2"].size(), 3u);
  to.send(upload_of("urn:g#1;by=2", 2));
  EXPECT_EQ(fake_.graphs["urn:g#1;by=2"].size(), 2u);
  EXPECT_THAT(fake_.methods, ElementsAre("POST", "PUT"));
}

TEST_F(Stores, WhatMayPassIsTriedAgainEverLater) {
  auto to = store();
  fake_.faults = {Fault::busy, Fault::unreachable, Fault::lost_answer};
  to.send(upload_of("urn:g", 2));
  EXPECT_EQ(fake_.graphs["urn:g"].size(), 2u);
  EXPECT_THAT(waits_, ElementsAre(milliseconds(500), milliseconds(1000),
                                  milliseconds(2000)));
  EXPECT_EQ(to.retries(), 3u);
  EXPECT_THAT(problems_[0], HasSubstr("answered 503; trying again"));
}

TEST_F(Stores, NoWaitIsEndlessAndNeitherAreTheTries) {
  StoreOptions options;
  options.retries = 9;
  auto to = store(options);
  fake_.faults.assign(20, Fault::unreachable);
  EXPECT_THAT(message_of([&] { to.send(upload_of("urn:g", 1)); }),
              HasSubstr("http://localhost/store: no answer"));
  EXPECT_EQ(waits_.size(), 9u);
  EXPECT_EQ(waits_.back(), milliseconds(30'000));
}

TEST_F(Stores, AStoreThatAsksToWaitIsListenedTo) {
  int asked = 0;
  GraphStore to(
      {.url = "http://localhost/store"},
      {[&](const HttpRequest&) {
         HttpResponse response;
         response.status = asked++ == 0 ? 429 : 204;
         response.retry_after = std::chrono::seconds(7);
         return response;
       },
       [this](auto time) { waits_.push_back(time); }, [](const auto&) {}});
  to.send(upload_of("urn:g", 1));
  EXPECT_THAT(waits_, ElementsAre(milliseconds(7000)));
}

TEST_F(Stores, WhatWillNotPassIsNotTriedAgain) {
  auto to = store();
  fake_.faults = {Fault::bad_name};
  EXPECT_THROW(to.send(upload_of("urn:g", 1)), Error);
  fake_.faults = {Fault::forbidden};
  EXPECT_THAT(message_of([&] { to.send(upload_of("urn:g", 1)); }),
              HasSubstr("403: the user may not do this"));
  fake_.faults = {Fault::refused};
  EXPECT_THROW(to.send(upload_of("urn:g", 1)), GraphRefused);
  EXPECT_TRUE(waits_.empty());
}

TEST_F(Stores, AGraphTooLargeForOneRequestGoesInSeveral) {
  fake_.largest = 100;  // Of about 24 bytes a line.
  auto to = store();
  fake_.graphs["urn:g"] = {"<urn:old> <urn:p> <urn:o> ."};
  const auto upload = upload_of("urn:g", 20);
  to.send(upload);
  EXPECT_EQ(fake_.graphs["urn:g"].size(), 20u);
  EXPECT_TRUE(to.has(upload));
}

TEST_F(Stores, OneTripleTooLargeIsRefused) {
  fake_.largest = 5;
  auto to = store();
  EXPECT_THROW(to.send(upload_of("urn:g", 3)), GraphRefused);
}

TEST_F(Stores, AGraphIsThereWhenItsTriplesAre) {
  auto to = store();
  const auto upload = upload_of("urn:g", 3);
  EXPECT_FALSE(to.has(upload));
  to.send(upload);
  EXPECT_TRUE(to.has(upload));
  fake_.graphs["urn:g"].insert("<urn:more> <urn:p> <urn:o> .");
  EXPECT_FALSE(to.has(upload));
  EXPECT_TRUE(to.has(upload_of("urn:g", 3, false)));
  fake_.graphs["urn:g"].insert("_:b <urn:p> <urn:o> .");
  EXPECT_FALSE(to.has(upload));
}

TEST_F(Stores, AbsenceMattersOnceSomethingWasTaken) {
  auto to = store();
  fake_.faults = {Fault::unreachable};
  to.send(upload_of("urn:g", 1));
  EXPECT_FALSE(to.was_away());
  fake_.faults = {Fault::forgets};
  to.send(upload_of("urn:h", 1));
  EXPECT_TRUE(to.was_away());
  EXPECT_FALSE(to.has(upload_of("urn:g", 1)));
}

TEST_F(Stores, VirtuosoIsKnownByWhatItCallsItself) {
  fake_.server = "Virtuoso/07.20";
  std::string url;
  for (const char* given : {"http://localhost:8890", "http://localhost:8890/",
                            "http://localhost:8890/sparql",
                            "http://localhost:8890/sparql-graph-crud-auth"}) {
    GraphStore to({.url = given}, {[&](const HttpRequest& request) {
                                     url = request.url;
                                     return fake_.answer(request);
                                   },
                                   [](auto) {}, [](const auto&) {}});
    to.connect();
    to.send(upload_of("urn:g", 1));
    EXPECT_EQ(url,
              "http://localhost:8890/sparql-graph-crud-auth?graph=urn%3Ag");
  }
  auto to = store({.url = "http://localhost", .kind = StoreKind::virtuoso});
  to.connect();
  auto upload = upload_of("", 1, false);
  upload.graph = std::nullopt;
  EXPECT_THAT(message_of([&] { to.send(upload); }),
              HasSubstr("no default graph"));
}

TEST_F(Stores, RandomFaultsChangeNothing) {
  std::mt19937 random(5);
  constexpr std::array faults = {Fault::none, Fault::busy, Fault::unreachable,
                                 Fault::lost_answer};
  for (int round = 0; round < 50; ++round) {
    fake_ = {};
    fake_.largest = 30 + random() % 100;
    StoreOptions options;
    options.retries = 1000;
    auto to = store(options);
    for (int i = 0; i < 100; ++i) fake_.faults.push_back(faults[random() % 4]);
    for (int graph = 0; graph < 5; ++graph)
      to.send(
          upload_of("urn:" + std::to_string(graph), graph + 3, graph % 2 == 0));
    for (int graph = 0; graph < 5; ++graph)
      EXPECT_EQ(fake_.graphs["urn:" + std::to_string(graph)].size(),
                static_cast<std::size_t>(graph) + 3);
  }
}

TEST(StoreUrls, ThoseWithPasswordsOrWithoutHttpAreRefused) {
  EXPECT_EQ(find_url_problem("https://a.example/store"), "");
  EXPECT_EQ(find_url_problem("http://[::1]:80/a@b"), "");
  for (const char* url : {"ftp://a.example", "a.example/store", "http:///x",
                          "http://u:p@a.example/", "http://a.example/#x", ""})
    EXPECT_NE(find_url_problem(url), "") << url;
}

TEST(StoreUrls, NameTheGraph) {
  EXPECT_EQ(graph_url("http://a/s", "urn:a#b;c é&"),
            "http://a/s?graph=urn%3Aa%23b%3Bc%20%C3%A9%26");
  EXPECT_EQ(graph_url("http://a/s?x=1", std::nullopt),
            "http://a/s?x=1&default");
}

}  // namespace
}  // namespace demarche
