// A small HTTP server for this machine alone: GET and HEAD on the loopback address. Not for the internet.
#pragma once
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "serve/answers.h"

namespace mektep {

class HttpServer {
 public:
  // Called in several threads at once with the decoded path.
  using Handler = std::function<PreviewAnswer(std::string_view path)>;
  explicit HttpServer(Handler handler);
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;
  ~HttpServer();  // stops

  // 0: any free port. Returns the port, or 0 when it is taken.
  int bind(int port);
  void start();  // serves in threads of its own
  void stop();   // returns when the last request is answered

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace mektep
