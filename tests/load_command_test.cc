// demarche load as users run it, against a store within the test.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <string>

#include "tests/fake_store.h"
#include "tests/loopback_server.h"
#include "tests/run_program.h"
#include "tests/temporary_folder.h"

namespace demarche {
namespace {

using Fault = FakeStore::Fault;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class LoadCommand : public testing::Test {
 protected:
  void SetUp() override {
    folder_.write("a.txt", "France accused Chad of spying on Friday.\n");
    folder_.write("b.txt", "Chad withdrew from the talks with France.\n");
    folder_.write("plain.ttl", "<urn:s> <urn:p> 1 , 2 .\n");
    output_of("$D extract --into $F/d $F/a.txt $F/b.txt");
    output_of("$D export $F/d -o $F/d.nq");
  }

  Outcome run(const std::string& line) {
    return run_shell(DEMARCHE_PROGRAM,
                     "export NO_PROXY=127.0.0.1\nF='" + folder_.path() +
                         "'\nS=" + server_.url() + "/store\n" + line);
  }
  std::string output_of(const std::string& line) {
    const Outcome outcome = run(line);
    EXPECT_EQ(outcome.status, 0) << line << "\n" << outcome.errors;
    return outcome.output;
  }
  std::string answer(const std::string& head, const std::string& body) {
    if (head.find(must_have_) == std::string::npos)
      return http_answer("401 Unauthorized", "",
                         "WWW-Authenticate: Basic realm=\"r\"\r\n");
    HttpRequest request;
    request.method = head.substr(0, head.find(' '));
    request.url = head.substr(request.method.size() + 1);
    request.url.resize(request.url.find(' '));
    request.body = body;
    const auto response = store_.answer(request);
    return response.status == 0
               ? ""
               : http_answer(std::to_string(response.status) + " X",
                             response.body);
  }
  /// All that the store has, as sorted N-Quads.
  std::string quads() {
    std::set<std::string> lines;
    for (const auto& [graph, triples] : store_.graphs)
      for (const auto& triple : triples)
        lines.insert(triple.substr(0, triple.size() - 1) +
                     (graph == "default" ? "" : "<" + graph + "> ") + ".\n");
    std::string all;
    for (const auto& line : lines) all += line;
    return all;
  }

  TemporaryFolder folder_;
  FakeStore store_;
  std::string must_have_;  ///< In the head of every request.
  LoopbackServer server_{[this](const auto& head, const auto& body) {
    return answer(head, body);
  }};
};

TEST_F(LoadCommand, DatasetsAndTheirExportsLeaveTheSame) {
  const Outcome outcome = run("$D load $F/d --store $S");
  EXPECT_EQ(outcome.status, 0);
  EXPECT_EQ(outcome.output, "");
  EXPECT_THAT(outcome.errors, HasSubstr(" triples are there; 0 retries"));
  EXPECT_EQ(quads(), output_of("cat $F/d.nq"));
  output_of("$D load $F/d.nq --store $S");
  EXPECT_EQ(quads(), output_of("cat $F/d.nq"));
}

TEST_F(LoadCommand, ARunThatWasCutOffIsResumed) {
  store_.faults.assign(3, Fault::none);
  store_.faults.push_back(Fault::forbidden);
  const Outcome broken = run("$D load $F/d --store $S");
  EXPECT_EQ(broken.status, 2);
  EXPECT_THAT(broken.errors, HasSubstr("2 graphs"));
  const Outcome resumed = run("$D load $F/d --store $S --resume");
  EXPECT_EQ(resumed.status, 0);
  EXPECT_THAT(resumed.errors, HasSubstr("; 2 graphs were before"));
  EXPECT_EQ(quads(), output_of("cat $F/d.nq"));
}

TEST_F(LoadCommand, AStoreThatForgetsIsGivenEverythingAgain) {
  store_.faults.assign(3, Fault::none);
  // libcurl asks once more by itself where a connection was in use before.
  store_.faults.push_back(Fault::forgets);
  store_.faults.push_back(Fault::unreachable);
  const Outcome outcome = run("$D load $F/d --store $S");
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(
      outcome.errors,
      AllOf(HasSubstr("the store was away"),
            HasSubstr(std::to_string(store_.graphs.size()) + " graphs, ")));
  EXPECT_EQ(quads(), output_of("cat $F/d.nq"));
}

TEST_F(LoadCommand, OneGraphRefusedIsAnInputError) {
  store_.faults = {Fault::none, Fault::refused};
  const Outcome outcome = run("$D load $F/d --store $S");
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.errors, AllOf(HasSubstr("the store answered 400"),
                                    HasSubstr("1 graphs refused")));
}

TEST_F(LoadCommand, WhatLiesInNoGraphGoesToTheDefaultOrAGivenOne) {
  store_.graphs["default"] = {"<urn:other> <urn:p> <urn:o> ."};
  output_of("$D load $F/plain.ttl --store $S");
  EXPECT_EQ(store_.graphs["default"].size(), 3u);
  output_of("$D load $F/plain.ttl --store $S --graph urn:g");
  EXPECT_EQ(store_.graphs["urn:g"].size(), 2u);
  folder_.write("more.ttl", "<urn:s> <urn:p> 3 .\n");
  output_of("$D load $F/plain.ttl $F/more.ttl --store $S --graph urn:h");
  EXPECT_EQ(store_.graphs["urn:h"].size(), 3u);
  output_of("$D load $F/more.ttl --store $S --graph urn:h --replace-shared");
  EXPECT_EQ(store_.graphs["urn:h"].size(), 1u);
  output_of("$D load $F/plain.ttl --store $S --replace-shared");
  EXPECT_EQ(store_.graphs["default"].size(), 2u);
}

TEST_F(LoadCommand, ADryRunSendsNothing) {
  EXPECT_EQ(output_of("$D load $F/plain.ttl --store $S --dry-run"),
            "join\tdefault\t2\n");
  EXPECT_THAT(output_of("$D load $F/d --store $S --dry-run"),
              HasSubstr("replace\t"));
  EXPECT_TRUE(store_.methods.empty());
}

TEST_F(LoadCommand, PasswordsComeFromAFileOrTheEnvironment) {
  must_have_ = "Authorization: Basic ZGJhOnMzY3JldA==";  // dba:s3cret
  folder_.write("password", "s3cret\n");
  output_of("$D load $F/d --store $S --user dba --password-file $F/password");
  output_of(
      "DEMARCHE_STORE_PASSWORD=s3cret DEMARCHE_STORE_USER=dba "
      "$D load $F/d --store $S");
  const Outcome wrong =
      run("export DEMARCHE_STORE_PASSWORD=s4cret\n"
          "$D load $F/d --store $S --user dba");
  EXPECT_EQ(wrong.status, 2);
  EXPECT_THAT(wrong.errors, AllOf(HasSubstr("user or password are wrong"),
                                  Not(HasSubstr("s4cret"))));
  EXPECT_EQ(run("$D load $F/d --store $S --user dba").status, 2);
  EXPECT_EQ(run("$D load $F/d --store $S --password-file $F/none").status, 2);
}

TEST_F(LoadCommand, WhatIsWrongIsSaidBeforeAnythingIsSent) {
  EXPECT_EQ(run("$D load $F/d --store http://u:p@127.0.0.1/").status, 2);
  EXPECT_EQ(run("$D load $F/d --store ftp://127.0.0.1/").status, 2);
  EXPECT_EQ(run("$D load $F/d --store $S --graph x").status, 2);
  EXPECT_EQ(run("$D load $F/d").status, 2);
  EXPECT_TRUE(store_.methods.empty());
  const Outcome outcome = run("$D load $F/none.ttl $F/plain.ttl --store $S");
  EXPECT_EQ(outcome.status, 1);
  EXPECT_EQ(store_.graphs["default"].size(), 2u);
}

}  // namespace
}  // namespace demarche
