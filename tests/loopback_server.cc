#include "tests/loopback_server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <stdexcept>

namespace demarche {
namespace {

constexpr int look_again = 20;  // Milliseconds.

bool can_read(int descriptor) {
  pollfd waiting{descriptor, POLLIN, 0};
  return poll(&waiting, 1, look_again) > 0;
}

sockaddr_in address_of(int socket) {
  sockaddr_in address{};
  socklen_t size = sizeof address;
  getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size);
  return address;
}

std::size_t body_size(std::string head) {
  for (char& c : head) c = static_cast<char>(std::tolower(c));
  const auto place = head.find("content-length: ");
  return place == std::string::npos ? 0 : std::stoul(head.substr(place + 16));
}

}  // namespace

LoopbackServer::LoopbackServer(Handler handler)
    : handler_(std::move(handler)), socket_(socket(AF_INET, SOCK_STREAM, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (bind(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) !=
          0 ||
      listen(socket_, 8) != 0)
    throw std::runtime_error("no port for a server");
  thread_ = std::thread([this] { serve(); });
}

LoopbackServer::~LoopbackServer() {
  ends_ = true;
  thread_.join();
  close(socket_);
}

std::string LoopbackServer::url() const {
  return "http://127.0.0.1:" +
         std::to_string(ntohs(address_of(socket_).sin_port));
}

void LoopbackServer::serve() {
  while (!ends_) {
    if (!can_read(socket_)) continue;
    const int connection = accept(socket_, nullptr, nullptr);
    if (connection < 0) continue;
    serve(connection);
    close(connection);
  }
}

void LoopbackServer::serve(int connection) const {
  std::string received;
  std::array<char, 4096> bytes{};
  while (!ends_) {
    const auto end = received.find("\r\n\r\n");
    if (end != std::string::npos &&
        received.size() >= end + 4 + body_size(received.substr(0, end))) {
      const auto size = body_size(received.substr(0, end));
      const auto answer =
          handler_(received.substr(0, end), received.substr(end + 4, size));
      received.erase(0, end + 4 + size);
      if (answer.empty()) return;
      if (send(connection, answer.data(), answer.size(), MSG_NOSIGNAL) < 0)
        return;
      continue;
    }
    if (!can_read(connection)) continue;
    const auto count = recv(connection, bytes.data(), bytes.size(), 0);
    if (count <= 0) return;
    received.append(bytes.data(), static_cast<std::size_t>(count));
    if (received.front() < 'A' || received.front() > 'Z') {  // Such as TLS.
      const auto answer = http_answer("400 Bad Request");
      send(connection, answer.data(), answer.size(), MSG_NOSIGNAL);
      return;
    }
  }
}

std::string http_answer(const std::string& status, const std::string& body,
                        const std::string& headers) {
  return "HTTP/1.1 " + status + "\r\n" + headers +
         "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

}  // namespace demarche
