#include "graphs/graph_store.h"

#include <algorithm>
#include <array>
#include <span>
#include <stdexcept>
#include <utility>

#include "graphs/triple_values.h"

namespace demarche {
namespace {

constexpr std::chrono::milliseconds longest_wait{30'000};

/// A graph that no store has.
constexpr const char* unknown_graph = "https://w3id.org/demarche/none";

bool is_ok(int status) { return status >= 200 && status < 300; }

/// Whether the same request may be answered otherwise later.  Virtuoso says
/// 500 of a deadlock.
bool is_passing(const HttpResponse& response) {
  constexpr std::array passing = {408, 425, 429, 500, 502, 503, 504};
  return response.is_passing || std::find(passing.begin(), passing.end(),
                                          response.status) != passing.end();
}

/// Whether the answer is about what was sent, and not about store and user.
bool is_about_body(int status) {
  return status == 400 || status == 413 || status == 415 || status == 422;
}

/// The words of a page of text or HTML, in one line.
std::string words_of(std::string_view page) {
  constexpr std::size_t most = 200;
  std::string words;
  bool in_tag = false;
  for (const char c : page) {
    if (words.size() >= most) return words + "…";
    const bool is_space = static_cast<unsigned char>(c) <= ' ' || c == '\x7f';
    if (c == '<') in_tag = true;
    if (in_tag || is_space) {
      if (!words.empty() && words.back() != ' ') words += ' ';
    } else {
      words += c;
    }
    if (c == '>') in_tag = false;
  }
  while (words.ends_with(' ')) words.pop_back();
  return words;
}

/// What a user can do about it.
const char* advice_for(int status) {
  switch (status) {
    case 401:
      return "user or password are wrong or missing";
    case 403:
      return "the user may not do this";
    case 404:
    case 405:
    case 501:
      return "is this the URL of the store's Graph Store Protocol, such as "
             "/store (Oxigraph), /DATASET/data (Fuseki) or "
             "/sparql-graph-crud-auth (Virtuoso)?";
    default:
      return status / 100 == 3 ? "the store is at another URL" : "";
  }
}

std::string problem_of(const HttpResponse& response) {
  if (response.status == 0) return response.problem;
  std::string text = "answered " + std::to_string(response.status);
  const std::string advice = advice_for(response.status);
  const auto words = advice.empty() ? words_of(response.body) : advice;
  return words.empty() ? text : text + ": " + words;
}

std::string name_of(const GraphUpload& upload) {
  return upload.graph ? "<" + *upload.graph + ">" : "the default graph";
}

std::string percent_encode(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  constexpr std::string_view plain =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
  std::string encoded;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (plain.find(c) != std::string_view::npos)
      encoded += c;
    else
      encoded.append({'%', digits[byte >> 4U], digits[byte & 15U]});
  }
  return encoded;
}

/// What comes between "://" and the path.
std::string_view authority_of(std::string_view url) {
  url.remove_prefix(url.find("://") + 3);
  return url.substr(0, url.find_first_of("/?#"));
}

/// Where Virtuoso takes graphs, of the URL of the server or of its queries.
std::string virtuoso_url(std::string url) {
  if (url.ends_with('/')) url.pop_back();
  if (url.ends_with("/sparql")) url.resize(url.rfind('/'));
  const bool has_path = url.find('/', url.find("://") + 3) != url.npos;
  return has_path ? url : url + "/sparql-graph-crud-auth";
}

std::string joined(std::span<const std::string> lines) {
  std::string text;
  for (const auto& line : lines) text += line;
  return text;
}

}  // namespace

std::string find_url_problem(std::string_view url) {
  if (!url.starts_with("http://") && !url.starts_with("https://"))
    return "must begin with http:// or https://";
  if (authority_of(url).find('@') != std::string_view::npos)
    return "must have no user or password in it";
  if (authority_of(url).empty()) return "names no host";
  if (url.find('#') != std::string_view::npos) return "has a '#' in it";
  return "";
}

std::string graph_url(const std::string& store,
                      const std::optional<std::string>& graph) {
  const char* mark = store.find('?') == std::string::npos ? "?" : "&";
  return store + mark +
         (graph ? "graph=" + percent_encode(*graph) : std::string("default"));
}

GraphStore::GraphStore(StoreOptions options, Surroundings surroundings)
    : options_(std::move(options)), surroundings_(std::move(surroundings)) {
  const auto problem = find_url_problem(options_.url);
  if (!problem.empty()) throw Error("the URL of the store " + problem);
  if (options_.kind == StoreKind::automatic &&
      options_.url.find("/sparql-graph-crud") != std::string::npos)
    options_.kind = StoreKind::virtuoso;
}

void GraphStore::connect() {
  if (options_.kind == StoreKind::automatic) {
    HttpRequest request;
    request.url = graph_url(options_.url, unknown_graph);
    request.accept = "application/n-triples";
    options_.kind = exchange(request).server.starts_with("Virtuoso")
                        ? StoreKind::virtuoso
                        : StoreKind::standard;
  }
  if (options_.kind == StoreKind::virtuoso)
    options_.url = virtuoso_url(options_.url);
}

/// Sends a request until it is answered for good.
HttpResponse GraphStore::exchange(const HttpRequest& request) {
  auto wait = options_.first_wait;
  for (int retry = 0;; ++retry) {
    HttpResponse response = surroundings_.send(request);
    if (response.status == 0 && has_taken_) was_away_ = true;
    if (!is_passing(response)) {
      if (response.status == 0)
        throw Error(options_.url + ": " + response.problem);
      return response;
    }
    const std::string problem = options_.url + ": " + problem_of(response);
    if (retry == options_.retries) throw Error(problem);
    const auto asked = std::chrono::milliseconds(response.retry_after);
    const auto next = std::min(std::max(wait, asked), longest_wait);
    surroundings_.tell(problem + "; trying again");
    surroundings_.wait(next);
    ++retries_;
    wait *= 2;
  }
}

std::string GraphStore::url_of(const GraphUpload& upload) const {
  if (!upload.graph && options_.kind == StoreKind::virtuoso)
    throw GraphRefused(
        "Virtuoso has no default graph: name a graph for what lies in none");
  return graph_url(options_.url, upload.graph);
}

std::size_t GraphStore::end_of_request(const std::vector<std::string>& triples,
                                       std::size_t begin) const {
  std::size_t bytes = triples[begin].size();
  std::size_t end = begin + 1;
  while (end < triples.size() &&
         bytes + triples[end].size() <= options_.bytes_per_request)
    bytes += triples[end++].size();
  return end;
}

void GraphStore::send(const GraphUpload& upload) {
  HttpRequest request;
  request.url = url_of(upload);
  request.method = upload.replaces ? "PUT" : "POST";
  // N-Triples are Turtle, which every store reads.
  request.content_type = "text/turtle";
  for (std::size_t begin = 0; begin < upload.triples.size();) {
    const auto end = end_of_request(upload.triples, begin);
    request.body =
        joined(std::span(upload.triples).subspan(begin, end - begin));
    const auto response = exchange(request);
    if (response.status == 413 && end > begin + 1) {
      options_.bytes_per_request = request.body.size() / 2;
      continue;
    }
    if (!is_ok(response.status)) {
      const auto problem = problem_of(response);
      if (is_about_body(response.status))
        throw GraphRefused(name_of(upload) + ": the store " + problem);
      throw Error(options_.url + ": " + problem);
    }
    has_taken_ = true;
    request.method = "POST";
    begin = end;
  }
}

bool GraphStore::has(const GraphUpload& upload) {
  HttpRequest request;
  request.url = url_of(upload);
  request.accept = "application/n-triples";
  const auto response = exchange(request);
  if (!is_ok(response.status)) return false;
  try {
    const auto there = triple_values(response.body);
    const auto wanted = triple_values(joined(upload.triples));
    return upload.replaces ? there == wanted
                           : std::includes(there.begin(), there.end(),
                                           wanted.begin(), wanted.end());
  } catch (const std::invalid_argument&) {
    return false;
  }
}

}  // namespace demarche
