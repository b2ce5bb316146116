#include "tests/fake_store.h"

#include <sstream>

namespace demarche {
namespace {

std::string percent_decode(const std::string& text) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] == '%') {
      decoded +=
          static_cast<char>(std::stoi(text.substr(i + 1, 2), nullptr, 16));
      i += 2;
    } else {
      decoded += text[i];
    }
  return decoded;
}

/// The graph's IRI; "default".
std::string graph_of(const std::string& url) {
  const auto begin = url.find("graph=");
  return begin == std::string::npos ? "default"
                                    : percent_decode(url.substr(begin + 6));
}

std::set<std::string> lines_of(const std::string& body) {
  std::set<std::string> lines;
  std::istringstream stream(body);
  for (std::string line; std::getline(stream, line);) lines.insert(line);
  return lines;
}

HttpResponse answered(int status) {
  HttpResponse response;
  response.status = status;
  return response;
}

HttpResponse not_answered(bool is_passing) {
  HttpResponse response;
  response.problem = "no answer";
  response.is_passing = is_passing;
  return response;
}

}  // namespace

HttpResponse FakeStore::done(const HttpRequest& request) {
  const auto iri = graph_of(request.url);
  if (request.method == "GET") {
    auto response = answered(graphs.contains(iri) ? 200 : 404);
    response.server = server;
    for (const auto& line : graphs[iri]) response.body += line + "\n";
    if (response.status == 404) graphs.erase(iri);
    return response;
  }
  if (largest > 0 && request.body.size() > largest) return answered(413);
  auto lines = lines_of(request.body);
  if (request.method == "POST") lines.merge(graphs[iri]);
  graphs[iri] = lines;
  return answered(204);
}

HttpResponse FakeStore::answer(const HttpRequest& request) {
  methods.push_back(request.method);
  Fault fault = Fault::none;
  if (!faults.empty()) {
    fault = faults.front();
    faults.pop_front();
  }
  switch (fault) {
    case Fault::none:
      return done(request);
    case Fault::busy:
      return answered(503);
    case Fault::refused:
      return answered(400);
    case Fault::too_large:
      return answered(413);
    case Fault::forbidden:
      return answered(403);
    case Fault::unreachable:
      return not_answered(true);
    case Fault::bad_name:
      return not_answered(false);
    case Fault::lost_answer:
      done(request);
      return not_answered(true);
    case Fault::forgets:
      graphs.clear();
      return not_answered(true);
  }
  return {};
}

}  // namespace demarche
