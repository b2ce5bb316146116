#ifndef DEMARCHE_TESTS_FAKE_STORE_H_
#define DEMARCHE_TESTS_FAKE_STORE_H_

#include <deque>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "graphs/http_client.h"

namespace demarche {

/// A store of graphs in memory that answers requests of the Graph Store HTTP
/// Protocol, and goes wrong when it is told to.
class FakeStore {
 public:
  /// What happens to one request instead of, or beside, its being done.
  enum class Fault {
    none,
    busy,         ///< 503, nothing done.
    refused,      ///< 400, nothing done.
    too_large,    ///< 413, nothing done.
    forbidden,    ///< 403, nothing done.
    unreachable,  ///< No answer, nothing done.
    bad_name,     ///< No answer, and none ever.
    lost_answer,  ///< Done, but the answer does not come.
    forgets,      ///< No answer, and all graphs are gone.
  };

  HttpResponse answer(const HttpRequest& request);

  std::map<std::string, std::set<std::string>> graphs;  ///< Lines by IRI.
  std::deque<Fault> faults;          ///< Of the next requests.
  std::vector<std::string> methods;  ///< Of all requests.
  std::size_t largest = 0;           ///< Body that is taken; 0: any.
  std::string server = "Fake";

 private:
  HttpResponse done(const HttpRequest& request);
};

}  // namespace demarche

#endif
