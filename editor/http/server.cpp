#include "editor/http/server.h"

#include <arpa/inet.h>
#include <httplib.h>
#include <sys/socket.h>
#include <unistd.h>

#include <thread>

#include "editor/http/connection.h"

namespace mektep::editor {
namespace {

std::string address_of(int socket) {
  sockaddr_storage peer{};
  socklen_t size = sizeof(peer);
  if (::getpeername(socket, reinterpret_cast<sockaddr*>(&peer), &size) != 0) return {};
  std::array<char, INET6_ADDRSTRLEN> text{};
  const void* address = peer.ss_family == AF_INET6
                            ? static_cast<const void*>(&reinterpret_cast<sockaddr_in6*>(&peer)->sin6_addr)
                            : static_cast<const void*>(&reinterpret_cast<sockaddr_in*>(&peer)->sin_addr);
  return ::inet_ntop(peer.ss_family, address, text.data(), text.size()) ? std::string(text.data()) : "";
}

// The library listens and hands out threads; requests are read by Connection, which is stricter: the library
// accepts chunked bodies beyond any limit, inflates, and buffers endless headers.
class Listener final : public httplib::Server {
 public:
  Listener(Responder& responder, const Limits& limits) : responder_(responder), limits_(limits) {
    new_task_queue = [threads = limits.threads] { return new httplib::ThreadPool(threads); };
    // The library's own options would share a port that another program has.
    set_socket_options([](socket_t socket) {
      const int yes = 1;
      ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes));
    });
    set_tcp_nodelay(true);
  }

  void stop_soon() {
    stopping_ = true;
    stop();
  }

 private:
  bool process_and_close_socket(socket_t socket) override {
    Connection(socket, address_of(socket), responder_, limits_, stopping_).serve();
    ::shutdown(socket, SHUT_RDWR);
    ::close(socket);
    return true;
  }

  Responder& responder_;
  const Limits& limits_;
  std::atomic<bool> stopping_ = false;
};

}  // namespace

struct HttpServer::State {
  State(Responder& responder, Limits given) : limits(given), listener(responder, limits) {}
  Limits limits;
  Listener listener;
  std::thread thread;
};

HttpServer::HttpServer(Responder& responder, Limits limits)
    : state_(std::make_unique<State>(responder, limits)) {}

HttpServer::~HttpServer() {
  stop();
}

int HttpServer::bind(const std::string& address, int port) {
  if (port == 0) return std::max(0, state_->listener.bind_to_any_port(address));
  return state_->listener.bind_to_port(address, port) ? port : 0;
}

void HttpServer::start() {
  state_->thread = std::thread([listener = &state_->listener] { listener->listen_after_bind(); });
  while (!state_->listener.is_running()) std::this_thread::yield();
}

void HttpServer::stop() {
  if (!state_->thread.joinable()) return;
  state_->listener.stop_soon();
  state_->thread.join();
}

}  // namespace mektep::editor
