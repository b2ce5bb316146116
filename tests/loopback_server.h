#ifndef DEMARCHE_TESTS_LOOPBACK_SERVER_H_
#define DEMARCHE_TESTS_LOOPBACK_SERVER_H_

#include <atomic>
#include <functional>
#include <string>
#include <thread>

namespace demarche {

/// A server of HTTP/1.1 on a free port of this machine, one connection after
/// another, until it is destroyed.
class LoopbackServer {
 public:
  /// Of the head and the body of a request, the whole answer; "": the
  /// connection is closed without one.
  using Handler =
      std::function<std::string(const std::string& head, const std::string&)>;

  explicit LoopbackServer(Handler handler);
  ~LoopbackServer();

  /// "http://127.0.0.1:PORT"
  std::string url() const;

 private:
  void serve();
  void serve(int connection) const;

  Handler handler_;
  int socket_ = -1;
  std::atomic<bool> ends_ = false;
  std::thread thread_;
};

/// An answer with a status such as "204 No Content" and further header lines,
/// each with its end.
std::string http_answer(const std::string& status, const std::string& body = "",
                        const std::string& headers = "");

}  // namespace demarche

#endif
