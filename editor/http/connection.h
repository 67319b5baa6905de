// One connection of a browser or a proxy: reads requests one after the other, within limits and in time.
#pragma once
#include <atomic>
#include <chrono>
#include <optional>
#include <string>

#include "editor/http/head.h"
#include "editor/http/server.h"

namespace mektep::editor {

class Connection {
 public:
  // `socket` stays the caller's. `stopping` ends the connection between two requests.
  Connection(int socket, std::string address, Responder& responder, const Limits& limits,
             const std::atomic<bool>& stopping);
  // Answers until the other side or the server closes.
  void serve();

 private:
  using Clock = std::chrono::steady_clock;
  enum class Got : std::uint8_t { bytes, end, late };

  bool wait_for_request();
  Got receive(Clock::time_point until);
  bool serve_one();
  std::optional<int> read_head(std::size_t& end, Clock::time_point until);
  bool send(const Response& response, bool head_only, bool keep_alive);
  bool send_bytes(std::string_view bytes);
  Response answer(Request request);
  bool refuse(int status);
  void drain();

  int socket_;
  std::string address_;
  Responder& responder_;
  const Limits& limits_;
  const std::atomic<bool>& stopping_;
  std::string buffer_;  // read and not yet used
};

// The bytes of an answer. Line ends in headers are left out.
std::string to_wire(const Response& response, bool head_only, bool keep_alive);

}  // namespace mektep::editor
