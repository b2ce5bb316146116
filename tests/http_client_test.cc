#include "graphs/http_client.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

#include "tests/loopback_server.h"

namespace demarche {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

HttpRequest put(const std::string& url, const std::string& body) {
  HttpRequest request;
  request.method = "PUT";
  request.url = url + "/store?graph=urn%3Ag";
  request.content_type = "text/turtle";
  request.body = body;
  return request;
}

TEST(HttpClients, SendAndReceive) {
  std::string head;
  std::string body;
  const LoopbackServer server(
      [&](const std::string& its_head, const std::string& its_body) {
        head = its_head;
        body = its_body;
        return http_answer("429 Too Many", "slow\n",
                           "SERVER: Test/1 (x)\r\nRetry-After: 7\r\n");
      });
  HttpClient client({});
  const std::string large(300'000, 'x');
  auto response = client.send(put(server.url(), large));
  EXPECT_THAT(head, AllOf(StartsWith("PUT /store?graph=urn%3Ag HTTP/1.1\r\n"),
                          HasSubstr("Content-Type: text/turtle"),
                          Not(HasSubstr("Authorization"))));
  EXPECT_EQ(body, large);
  EXPECT_EQ(response.status, 429);
  EXPECT_EQ(response.body, "slow\n");
  EXPECT_EQ(response.server, "Test/1 (x)");
  EXPECT_EQ(response.retry_after.count(), 7);
  HttpRequest get;
  get.url = server.url() + "/";
  get.accept = "application/n-triples";
  response = client.send(get);
  EXPECT_THAT(head, AllOf(StartsWith("GET / "),
                          HasSubstr("Accept: application/n-triples")));
  EXPECT_EQ(body, "");
}

HttpOptions dba(HttpOptions::Authentication how) {
  HttpOptions options;
  options.user = "dba";
  options.password = "secret";
  options.authentication = how;
  return options;
}

constexpr auto any = HttpOptions::Authentication::any;

/// Asks everybody for a password by a method, and notes who sends which.
struct Guard {
  std::string challenge;
  std::vector<std::string> heads;
  std::string body;

  LoopbackServer::Handler handler() {
    return [this](const std::string& head, const std::string& its_body) {
      heads.push_back(head);
      if (head.find("Authorization: ") == std::string::npos)
        return http_answer("401 Unauthorized", "",
                           "WWW-Authenticate: " + challenge + "\r\n");
      body = its_body;
      return http_answer("204 No Content");
    };
  }
};

TEST(HttpClients, ChooseTheAuthenticationThatIsAskedFor) {
  for (const std::string method : {"Basic", "Digest"}) {
    Guard guard{method + " realm=\"r\", nonce=\"n\", qop=\"auth\"", {}, ""};
    const LoopbackServer server(guard.handler());
    HttpClient client(dba(any));
    for (const char* body : {"first", "second"}) {
      EXPECT_EQ(client.send(put(server.url(), body)).status, 204);
      EXPECT_EQ(guard.body, body);
    }
    ASSERT_EQ(guard.heads.size(), 3u) << "the first asks, the second knows";
    EXPECT_THAT(guard.heads[2], HasSubstr("Authorization: " + method));
    if (method == "Digest") {
      EXPECT_THAT(guard.heads[2], Not(HasSubstr("secret")));
    }
  }
}

TEST(HttpClients, ABasicPasswordIsNotSentWhereDigestIsAskedFor) {
  Guard guard{"Basic realm=\"r\"", {}, ""};
  const LoopbackServer server(guard.handler());
  HttpClient client(dba(HttpOptions::Authentication::digest));
  EXPECT_EQ(client.send(put(server.url(), "x")).status, 401);
  for (const auto& head : guard.heads)
    EXPECT_THAT(head, Not(HasSubstr("Authorization: Basic")));
}

TEST(HttpClients, AnUnguardedStoreGetsTheBodyToo) {
  std::string body;
  const LoopbackServer server(
      [&](const std::string&, const std::string& its_body) {
        body = its_body;
        return http_answer("204 No Content");
      });
  HttpClient client(dba(any));
  EXPECT_EQ(client.send(put(server.url(), "x")).status, 204);
  EXPECT_EQ(body, "x");
}

TEST(HttpClients, RedirectionsAreNotFollowed) {
  int count = 0;
  const LoopbackServer server([&](const std::string&, const std::string&) {
    ++count;
    return http_answer("307 Elsewhere", "", "Location: /other\r\n");
  });
  EXPECT_EQ(HttpClient({}).send(put(server.url(), "x")).status, 307);
  EXPECT_EQ(count, 1);
}

TEST(HttpClients, SilenceAndClosedDoorsMayPass) {
  std::string url;
  {
    const LoopbackServer server(
        [](const std::string&, const std::string&) { return ""; });
    url = server.url();
    const auto response = HttpClient({}).send(put(url, "x"));
    EXPECT_EQ(response.status, 0);
    EXPECT_TRUE(response.is_passing) << response.problem;
  }
  const auto response = HttpClient({}).send(put(url, "x"));
  EXPECT_EQ(response.status, 0);
  EXPECT_TRUE(response.is_passing);
  EXPECT_NE(response.problem, "");
}

TEST(HttpClients, AnAnswerThatTakesTooLongIsNoAnswer) {
  const LoopbackServer server([](const std::string&, const std::string&) {
    std::this_thread::sleep_for(std::chrono::milliseconds(1500));
    return http_answer("204 No Content");
  });
  HttpOptions options;
  options.timeout = std::chrono::seconds(1);
  const auto response = HttpClient(options).send(put(server.url(), "x"));
  EXPECT_EQ(response.status, 0);
  EXPECT_TRUE(response.is_passing);
}

TEST(HttpClients, WhatIsNoTlsIsNotTrusted) {
  const LoopbackServer server([](const std::string&, const std::string&) {
    return http_answer("204 No Content");
  });
  const auto response =
      HttpClient({}).send(put("https" + server.url().substr(4), "x"));
  EXPECT_EQ(response.status, 0);
  EXPECT_FALSE(response.is_passing);
}

}  // namespace
}  // namespace demarche
