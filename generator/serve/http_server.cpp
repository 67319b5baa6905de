#include "serve/http_server.h"

#include <httplib.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <thread>

namespace mektep {

namespace {

constexpr std::size_t threads = 48;  // each tab of a browser keeps some busy with waiting

using Handled = httplib::Server::HandlerResponse;

void refuse(httplib::Response& response, int status) {
  response.status = status;
  response.set_content(std::to_string(status) + "\n", "text/plain");
}

// Nobody but a browser on this machine that asks for this machine, and nothing but questions.
bool is_welcome(const httplib::Request& request, httplib::Response& response) {
  if (request.method != "GET" && request.method != "HEAD") {
    response.set_header("Allow", "GET, HEAD");
    refuse(response, 405);
  } else if (request.has_header("Transfer-Encoding") || request.has_header("Content-Length")) {
    refuse(response, 400);
  } else if (request.get_header_value_count("Host") != 1 ||
             !is_local_host(request.get_header_value("Host"))) {
    refuse(response, 421);
  } else {
    return true;
  }
  response.set_header("Connection", "close");
  return false;
}

}  // namespace

struct HttpServer::State {
  httplib::Server server;
  std::thread thread;
};

HttpServer::HttpServer(Handler handler) : state_(std::make_unique<State>()) {
  httplib::Server& server = state_->server;
  server.new_task_queue = [] { return new httplib::ThreadPool(threads); };
  // The library's own options would share a port that another program has.
  server.set_socket_options([](socket_t socket) {
    const int yes = 1;
    ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes));
  });
  server.set_tcp_nodelay(true);
  server.set_payload_max_length(0);
  server.set_keep_alive_timeout(1);  // stop() waits for it
  server.set_exception_handler([](const httplib::Request&, httplib::Response& response,
                                  const std::exception_ptr&) { refuse(response, 500); });
  server.set_pre_routing_handler(
      [handler = std::move(handler)](const httplib::Request& request, httplib::Response& response) {
        if (!is_welcome(request, response)) return Handled::Handled;
        const PreviewAnswer answer = handler(request.path);
        response.status = answer.status;
        response.set_header("Cache-Control", "no-store");
        response.set_header("X-Content-Type-Options", "nosniff");
        response.set_header("Referrer-Policy", "same-origin");
        if (!answer.location.empty()) response.set_header("Location", answer.location);
        response.set_content(answer.body, answer.type.empty() ? "text/plain" : answer.type);
        return Handled::Handled;
      });
}

HttpServer::~HttpServer() {
  stop();
}

int HttpServer::bind(int port) {
  if (port == 0) return std::max(0, state_->server.bind_to_any_port("127.0.0.1"));
  return state_->server.bind_to_port("127.0.0.1", port) ? port : 0;
}

void HttpServer::start() {
  state_->thread = std::thread([server = &state_->server] { server->listen_after_bind(); });
  while (!state_->server.is_running()) std::this_thread::yield();
}

void HttpServer::stop() {
  if (!state_->thread.joinable()) return;
  state_->server.stop();
  state_->thread.join();
}

}  // namespace mektep
