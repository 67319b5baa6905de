#include "editor/http/connection.h"

#include <poll.h>
#include <sys/socket.h>

namespace mektep::editor {
namespace {

constexpr int slice = 200;  // milliseconds between looks at `stopping`

std::string_view reason(int status) {
  switch (status) {
    case 200:
      return "OK";
    case 201:
      return "Created";
    case 204:
      return "No Content";
    case 206:
      return "Partial Content";
    case 303:
      return "See Other";
    case 304:
      return "Not Modified";
    case 400:
      return "Bad Request";
    case 401:
      return "Unauthorized";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 408:
      return "Request Timeout";
    case 409:
      return "Conflict";
    case 411:
      return "Length Required";
    case 413:
      return "Content Too Large";
    case 414:
      return "URI Too Long";
    case 415:
      return "Unsupported Media Type";
    case 417:
      return "Expectation Failed";
    case 421:
      return "Misdirected Request";
    case 422:
      return "Unprocessable Content";
    case 429:
      return "Too Many Requests";
    case 431:
      return "Request Header Fields Too Large";
    case 500:
      return "Internal Server Error";
    case 501:
      return "Not Implemented";
    case 503:
      return "Service Unavailable";
    case 505:
      return "HTTP Version Not Supported";
    default:
      return "Answer";
  }
}

// CR and LF never reach a header.
void append_header(std::string& out, std::string_view name, std::string_view value) {
  out += name;
  out += ": ";
  for (const char c : value)
    if (const auto byte = static_cast<unsigned char>(c); byte >= 0x20 && byte != 0x7f) out += c;
  out += "\r\n";
}

}  // namespace

std::string to_wire(const Response& response, bool head_only, bool keep_alive) {
  std::string out = fmt::format("HTTP/1.1 {} {}\r\n", response.status, reason(response.status));
  const bool has_body = response.status != 204 && response.status != 304;
  if (has_body && !response.type.empty()) append_header(out, "Content-Type", response.type);
  if (has_body) append_header(out, "Content-Length", std::to_string(response.body.size()));
  for (const auto& [name, value] : response.headers) append_header(out, name, value);
  append_header(out, "Connection", keep_alive ? "keep-alive" : "close");
  out += "\r\n";
  if (has_body && !head_only) out += response.body;
  return out;
}

Connection::Connection(int socket, std::string address, Responder& responder, const Limits& limits,
                       const std::atomic<bool>& stopping)
    : socket_(socket),
      address_(std::move(address)),
      responder_(responder),
      limits_(limits),
      stopping_(stopping) {}

void Connection::serve() {
  while (wait_for_request() && serve_one()) {
  }
}

bool Connection::wait_for_request() {
  if (!buffer_.empty()) return true;
  const auto until = Clock::now() + std::chrono::seconds(limits_.keep_alive_seconds);
  while (!stopping_ && Clock::now() < until) {
    pollfd waiting{socket_, POLLIN, 0};
    if (::poll(&waiting, 1, slice) > 0) return true;
  }
  return false;
}

Connection::Got Connection::receive(Clock::time_point until) {
  for (;;) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now()).count();
    if (left <= 0) return Got::late;
    pollfd waiting{socket_, POLLIN, 0};
    const int ready = ::poll(&waiting, 1, static_cast<int>(std::min<long long>(left, 1000)));
    if (ready == 0 || (ready < 0 && errno == EINTR)) continue;
    if (ready < 0) return Got::end;
    std::array<char, 16384> bytes{};
    const ssize_t count = ::recv(socket_, bytes.data(), bytes.size(), 0);
    if (count < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    if (count <= 0) return Got::end;
    buffer_.append(bytes.data(), static_cast<std::size_t>(count));
    return Got::bytes;
  }
}

// nullopt: there is one. 0: the other side is gone.
std::optional<int> Connection::read_head(std::size_t& end, Clock::time_point until) {
  for (;;) {
    if (const auto found = end_of_head(buffer_)) {
      end = *found;
      return std::nullopt;
    }
    const std::size_t line = buffer_.find('\n');
    if (line == std::string::npos && buffer_.size() > limits_.header_bytes) return 414;
    if (buffer_.size() > limits_.head_bytes) return 431;
    const Got got = receive(until);
    if (got == Got::late) return 408;
    if (got == Got::end) return 0;
  }
}

bool Connection::serve_one() {
  const auto until = Clock::now() + std::chrono::seconds(limits_.request_seconds);
  std::size_t end = 0;
  if (const auto fault = read_head(end, until)) return *fault != 0 && refuse(*fault);
  auto head = parse_head(std::string_view(buffer_).substr(0, end), limits_);
  if (!head) return refuse(head.error());
  buffer_.erase(0, end);
  Request& request = head->request;
  request.address = address_;
  const bool head_only = request.method == "HEAD";
  if (!head->has_length && request.method != "GET" && !head_only) return refuse(411);

  const auto admitted = responder_.admit(request);
  if (!admitted) {
    const bool unread = head->body_bytes > 0;
    send(admitted.error(), head_only, head->keep_alive && !unread);
    if (unread) drain();
    return head->keep_alive && !unread;
  }
  if (head->body_bytes > *admitted) return refuse(413);
  if (head->expects_continue && buffer_.empty() && !send_bytes("HTTP/1.1 100 Continue\r\n\r\n")) return false;
  while (buffer_.size() < head->body_bytes) {
    const Got got = receive(until);
    if (got == Got::late) return refuse(408);
    if (got == Got::end) return false;
  }
  request.body = buffer_.substr(0, head->body_bytes);
  buffer_.erase(0, head->body_bytes);
  const bool keep_alive = head->keep_alive && !stopping_;
  return send(answer(std::move(request)), head_only, keep_alive) && keep_alive;
}

Response Connection::answer(Request request) {
  try {
    return responder_.answer(std::move(request));
  } catch (...) {
    return responder_.fault(500);  // what was thrown is nobody's business outside
  }
}

// Says why and closes: what follows in the connection cannot be trusted.
bool Connection::refuse(int status) {
  send(responder_.fault(status), false, false);
  drain();
  return false;
}

// Reads a little of what still comes, so that the answer is not lost to a reset.
void Connection::drain() {
  ::shutdown(socket_, SHUT_WR);
  const auto until = Clock::now() + std::chrono::milliseconds(300);
  std::size_t read = 0;
  buffer_.clear();
  while (read < (1u << 20) && receive(until) == Got::bytes) {
    read += buffer_.size();
    buffer_.clear();
  }
}

bool Connection::send(const Response& response, bool head_only, bool keep_alive) {
  return send_bytes(to_wire(response, head_only, keep_alive));
}

bool Connection::send_bytes(std::string_view bytes) {
  const auto until = Clock::now() + std::chrono::seconds(limits_.request_seconds);
  while (!bytes.empty()) {
    const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent > 0) {
      bytes.remove_prefix(static_cast<std::size_t>(sent));
      continue;
    }
    if (sent < 0 && errno != EAGAIN && errno != EINTR) return false;
    if (Clock::now() > until) return false;
    pollfd waiting{socket_, POLLOUT, 0};
    ::poll(&waiting, 1, slice);
  }
  return true;
}

}  // namespace mektep::editor
