// The server on the loopback address: connections, limits and deadlines. A proxy stands between it and the
// internet (deploy/).
#pragma once
#include <expected>
#include <memory>
#include <string>

#include "editor/http/limits.h"
#include "editor/http/message.h"

namespace mektep::editor {

// What a server asks of the application behind it. Called in many threads at once; may throw.
class Responder {
 public:
  virtual ~Responder() = default;
  // Looks at the head of a request before its body is read: how many bytes that may have, or why it is
  // refused.
  virtual std::expected<std::size_t, Response> admit(const Request& head) = 0;
  virtual Response answer(Request request) = 0;
  // Of a request that could not be read (400, 408, 413, 414, 431, 501…) or answered (500).
  virtual Response fault(int status) = 0;
};

class HttpServer {
 public:
  explicit HttpServer(Responder& responder, Limits limits = {});
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;
  ~HttpServer();  // stops

  // Port 0: any free one. Returns the port, or 0 when it cannot be had.
  int bind(const std::string& address, int port);
  void start();  // answers in threads of its own
  // Takes no new requests and returns when the last one is answered.
  void stop();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace mektep::editor
