#include "graphs/http_client.h"

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "ontology/error.h"
#include "ontology/turtle_files.h"

namespace demarche {
namespace {

constexpr long seconds_to_connect = 10;

std::size_t take_body(char* bytes, std::size_t size, std::size_t count,
                      void* body) {
  static_cast<std::string*>(body)->append(bytes, size * count);
  return size * count;
}

std::size_t take_header(char* bytes, std::size_t size, std::size_t count,
                        void* server) {
  const std::string_view line(bytes, size * count);
  constexpr std::string_view name = "server:";
  const bool is_server =
      line.size() > name.size() &&
      std::equal(name.begin(), name.end(), line.begin(),
                 [](char a, char b) { return a == (b | 0x20); });
  if (!is_server) return line.size();
  const auto begin = line.find_first_not_of(' ', name.size());
  if (begin != std::string_view::npos)
    *static_cast<std::string*>(server) =
        line.substr(begin, line.find_last_not_of(" \r\n") + 1 - begin);
  return line.size();
}

/// What may go well another time, such as while a store starts anew.
bool is_passing(CURLcode code) {
  constexpr std::array passing = {
      CURLE_COULDNT_CONNECT, CURLE_OPERATION_TIMEDOUT, CURLE_GOT_NOTHING,
      CURLE_SEND_ERROR,      CURLE_RECV_ERROR,         CURLE_PARTIAL_FILE,
      CURLE_HTTP2,           CURLE_HTTP2_STREAM,
  };
  return std::find(passing.begin(), passing.end(), code) != passing.end();
}

long methods_of(HttpOptions::Authentication authentication) {
  switch (authentication) {
    case HttpOptions::Authentication::any:
      return static_cast<long>(CURLAUTH_BASIC | CURLAUTH_DIGEST);
    case HttpOptions::Authentication::basic:
      return static_cast<long>(CURLAUTH_BASIC);
    case HttpOptions::Authentication::digest:
      return static_cast<long>(CURLAUTH_DIGEST);
  }
  return 0;
}

/// Header lines of a request, which must live as long as it.
class Headers {
 public:
  void add(const std::string& line) {
    lines_.reset(curl_slist_append(lines_.release(), line.c_str()));
  }
  curl_slist* lines() const { return lines_.get(); }

 private:
  std::unique_ptr<curl_slist, Release<curl_slist_free_all>> lines_;
};

Headers headers_of(const HttpRequest& request) {
  Headers headers;
  headers.add("Expect:");  // Some servers wait for it in vain.
  if (!request.accept.empty()) headers.add("Accept: " + request.accept);
  if (!request.content_type.empty())
    headers.add("Content-Type: " + request.content_type);
  return headers;
}

void set_options(CURL* curl, const HttpOptions& options) {
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
  curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L);
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, seconds_to_connect);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT,
                   static_cast<long>(options.timeout.count()));
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "demarche/" DEMARCHE_VERSION);
  if (!options.ca_file.empty())
    curl_easy_setopt(curl, CURLOPT_CAINFO, options.ca_file.c_str());
  if (options.user.empty()) return;
  curl_easy_setopt(curl, CURLOPT_HTTPAUTH, methods_of(options.authentication));
  curl_easy_setopt(curl, CURLOPT_USERNAME, options.user.c_str());
  curl_easy_setopt(curl, CURLOPT_PASSWORD, options.password.c_str());
}

}  // namespace

struct HttpClient::Handle {
  std::unique_ptr<CURL, Release<curl_easy_cleanup>> curl{curl_easy_init()};
  std::array<char, CURL_ERROR_SIZE> problem{};

  /// Asks with the method that the server wanted from now on, so that not every
  /// request is refused once.
  void settle_authentication() const {
    long offered = 0;
    curl_easy_getinfo(curl.get(), CURLINFO_HTTPAUTH_AVAIL, &offered);
    const auto methods = static_cast<unsigned long>(offered);
    if ((methods & CURLAUTH_DIGEST) != 0)
      curl_easy_setopt(curl.get(), CURLOPT_HTTPAUTH,
                       static_cast<long>(CURLAUTH_DIGEST));
    else if ((methods & CURLAUTH_BASIC) != 0)
      curl_easy_setopt(curl.get(), CURLOPT_HTTPAUTH,
                       static_cast<long>(CURLAUTH_BASIC));
  }
};

HttpClient::HttpClient(HttpOptions options)
    : options_(std::move(options)), handle_(std::make_unique<Handle>()) {
  if (!handle_->curl) throw Error("libcurl cannot be used");
  set_options(handle_->curl.get(), options_);
}

HttpClient::~HttpClient() = default;

HttpResponse HttpClient::send(const HttpRequest& request) {
  CURL* curl = handle_->curl.get();
  const Headers headers = headers_of(request);
  HttpResponse response;
  handle_->problem[0] = '\0';
  curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, handle_->problem.data());
  curl_easy_setopt(curl, CURLOPT_URL, request.url.c_str());
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.lines());
  if (request.content_type.empty()) {
    curl_easy_setopt(curl, CURLOPT_HTTPGET, 1L);
  } else {
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE,
                     static_cast<curl_off_t>(request.body.size()));
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, request.body.data());
  }
  curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, request.method.c_str());
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take_body);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &response.body);
  curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, take_header);
  curl_easy_setopt(curl, CURLOPT_HEADERDATA, &response.server);
  const CURLcode code = curl_easy_perform(curl);
  if (code != CURLE_OK) {
    const char* problem = handle_->problem.data();
    response.problem = *problem != '\0' ? problem : curl_easy_strerror(code);
    response.is_passing = is_passing(code);
    return response;
  }
  long status = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  response.status = static_cast<int>(status);
  curl_off_t wait = 0;
  curl_easy_getinfo(curl, CURLINFO_RETRY_AFTER, &wait);
  response.retry_after = std::chrono::seconds(wait);
  if (!options_.user.empty()) handle_->settle_authentication();
  return response;
}

}  // namespace demarche
