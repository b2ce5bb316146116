#ifndef DEMARCHE_GRAPHS_HTTP_CLIENT_H_
#define DEMARCHE_GRAPHS_HTTP_CLIENT_H_

#include <chrono>
#include <functional>
#include <memory>
#include <string>

namespace demarche {

struct HttpRequest {
  std::string method = "GET";
  std::string url;
  std::string accept;        ///< Media type; empty: anything.
  std::string content_type;  ///< Of the body; empty: there is none.
  std::string body;
};

struct HttpResponse {
  int status = 0;           ///< 0: nothing was answered.
  std::string problem;      ///< Why not.
  bool is_passing = false;  ///< Whether the problem may pass by itself.
  std::string body;
  std::string server;                   ///< What the server calls itself.
  std::chrono::seconds retry_after{0};  ///< When it asks to come again.
};

/// Sends a request and waits for the answer; never throws for what the network
/// or the server does.  Tests put a store that fails in its place.
using SendRequest = std::function<HttpResponse(const HttpRequest&)>;

struct HttpOptions {
  enum class Authentication { any, basic, digest };

  std::string user;  ///< Empty: without authentication.
  std::string password;
  Authentication authentication = Authentication::any;
  std::string ca_file;  ///< Certificates to trust; empty: the system's.
  std::chrono::seconds timeout{300};  ///< For a request and its answer.
};

/// HTTP and HTTPS through libcurl, over one connection that is kept.
///
/// Certificates are always verified, and redirections are never followed: they
/// would carry the password elsewhere.
class HttpClient {
 public:
  explicit HttpClient(HttpOptions options);
  ~HttpClient();
  HttpClient(const HttpClient&) = delete;
  HttpClient& operator=(const HttpClient&) = delete;

  HttpResponse send(const HttpRequest& request);

 private:
  struct Handle;

  HttpOptions options_;
  std::unique_ptr<Handle> handle_;
};

}  // namespace demarche

#endif
