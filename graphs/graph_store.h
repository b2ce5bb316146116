#ifndef DEMARCHE_GRAPHS_GRAPH_STORE_H_
#define DEMARCHE_GRAPHS_GRAPH_STORE_H_

#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graphs/graph_upload.h"
#include "graphs/http_client.h"
#include "ontology/error.h"

namespace demarche {

/// One graph was refused; others may be taken.
class GraphRefused : public Error {
 public:
  using Error::Error;
};

/// Stores that differ in how they are spoken to.  Virtuoso has no default graph
/// of its own.
enum class StoreKind { automatic, standard, virtuoso };

/// Whether something may be sent to this URL: http or https, no password in it.
/// The reason why not; empty if it may.
std::string find_url_problem(std::string_view url);

/// The URL of a graph at a store, by the SPARQL 1.1 Graph Store HTTP Protocol
/// (section 4.2, indirect identification); of the default graph without one.
std::string graph_url(const std::string& store,
                      const std::optional<std::string>& graph);

struct StoreOptions {
  std::string url;  ///< Of the Graph Store HTTP Protocol.
  StoreKind kind = StoreKind::automatic;
  int retries = 7;
  std::chrono::milliseconds first_wait{500};  ///< Doubled each time.
  std::size_t bytes_per_request = std::size_t{64} << 20U;
};

/// A SPARQL store, over the Graph Store HTTP Protocol.
///
/// All that it does may be repeated: a graph without blank nodes is replaced or
/// joined with the same outcome however often.  Where an answer is missing, or
/// the store is not able for the moment, the request is therefore sent again,
/// each time after a longer wait.
///
/// Members throw `GraphRefused` if the store does not take a graph, and another
/// `Error` where nothing else can go well either.
class GraphStore {
 public:
  struct Surroundings {
    SendRequest send;
    std::function<void(std::chrono::milliseconds)> wait;
    /// Told why a request is sent again.
    std::function<void(const std::string&)> tell;
  };
  GraphStore(StoreOptions options, Surroundings surroundings);

  /// Finds out what kind of store it is, if that is not given.
  void connect();

  /// Replaces the graph by the upload, or joins the two.  A graph of more bytes
  /// than a request may have is replaced by its first part and joined with the
  /// rest: whoever reads meanwhile sees some of it.
  void send(const GraphUpload& upload);

  /// Whether the store has the graph as `send` would leave it, or in doubt not.
  bool has(const GraphUpload& upload);

  std::size_t retries() const { return retries_; }
  /// Whether the store was away after it had taken something: if it does not
  /// keep what it takes, that is lost.
  bool was_away() const { return was_away_; }
  void forget_absence() { was_away_ = false; }

 private:
  HttpResponse exchange(const HttpRequest& request);
  std::string url_of(const GraphUpload& upload) const;
  std::size_t end_of_request(const std::vector<std::string>& triples,
                             std::size_t begin) const;

  StoreOptions options_;
  Surroundings surroundings_;
  std::size_t retries_ = 0;
  bool has_taken_ = false;
  bool was_away_ = false;
};

}  // namespace demarche

#endif
