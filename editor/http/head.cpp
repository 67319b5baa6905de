#include "editor/http/head.h"

#include "base/text.h"
#include "editor/http/form.h"

namespace mektep::editor {
namespace {

bool is_token(std::string_view text) {
  static constexpr std::string_view marks = "!#$%&'*+-.^_`|~";
  return !text.empty() && std::ranges::all_of(text, [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           marks.find(c) != std::string_view::npos;
  });
}

std::string ascii_lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool is_control(unsigned char c) {
  return c < 0x20 || c == 0x7f;
}

// Digits only, at most twelve: no sign, no list, no hexadecimal.
std::optional<std::size_t> parse_length(std::string_view text) {
  if (text.empty() || text.size() > 12) return std::nullopt;
  std::size_t length = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    length = length * 10 + static_cast<std::size_t>(c - '0');
  }
  return length;
}

std::string_view without_blanks(std::string_view text) {
  while (text.starts_with(' ') || text.starts_with('\t')) text.remove_prefix(1);
  while (text.ends_with(' ') || text.ends_with('\t')) text.remove_suffix(1);
  return text;
}

int read_target(std::string_view target, Request& request) {
  if (!target.starts_with('/')) return 400;
  const std::size_t question = std::min(target.find('?'), target.size());
  const auto path = decode_url(target.substr(0, question), false);
  if (!path || path->find('\\') != std::string::npos) return 400;
  // Dots are refused, not resolved: no browser sends them.
  for (const std::string_view part : split(*path, '/'))
    if (part == "." || part == "..") return 400;
  request.path = *path;
  if (question == target.size()) return 0;
  auto query = parse_urlencoded(target.substr(question + 1), 100);
  if (!query) return 400;
  request.query = std::move(*query);
  return 0;
}

int read_request_line(std::string_view line, Head& head) {
  const auto parts = split(line, ' ');
  if (parts.size() != 3 || !is_token(parts[0])) return 400;
  if (parts[2] != "HTTP/1.1" && parts[2] != "HTTP/1.0") return parts[2].starts_with("HTTP/") ? 505 : 400;
  head.keep_alive = parts[2] == "HTTP/1.1";
  head.request.method = parts[0];
  return read_target(parts[1], head.request);
}

int read_header(std::string_view line, Head& head) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || !is_token(line.substr(0, colon))) return 400;
  std::string name = ascii_lower(line.substr(0, colon));
  const std::string_view value = without_blanks(line.substr(colon + 1));
  if (std::ranges::any_of(value,
                          [](char c) { return c != '\t' && is_control(static_cast<unsigned char>(c)); }))
    return 400;
  const auto [place, fresh] = head.request.headers.try_emplace(name, value);
  if (fresh) return 0;
  // Twice the same header: what may be a list becomes one, the rest is somebody's trick.
  static constexpr std::array<std::string_view, 8> single{
      "host",          "content-length", "content-type", "origin",
      "authorization", "sec-fetch-site", "x-csrf-token", "x-forwarded-proto"};
  if (std::ranges::find(single, name) != single.end()) return 400;
  place->second += (name == "cookie" ? "; " : ", ") + std::string(value);
  return 0;
}

int read_meaning(Head& head, const Limits& limits) {
  const Request& request = head.request;
  if (request.header("host").empty()) return 400;
  if (request.headers.contains("transfer-encoding")) return 501;
  if (request.headers.contains("content-encoding")) return 415;
  if (const auto found = request.headers.find("content-length"); found != request.headers.end()) {
    const auto length = parse_length(found->second);
    if (!length) return 400;
    if (*length > limits.upload_bytes) return 413;
    head.body_bytes = *length;
    head.has_length = true;
  }
  const std::string connection = ascii_lower(request.header("connection"));
  if (connection.find("close") != std::string::npos) head.keep_alive = false;
  if (const std::string_view expect = request.header("expect"); !expect.empty()) {
    if (ascii_lower(expect) != "100-continue") return 417;
    head.expects_continue = true;
  }
  return 0;
}

}  // namespace

std::optional<std::string> decode_url(std::string_view text, bool plus) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c == '+' && plus) {
      c = ' ';
    } else if (c == '%') {
      const int high = i + 2 < text.size() ? hex_digit(text[i + 1]) : -1;
      const int low = i + 2 < text.size() ? hex_digit(text[i + 2]) : -1;
      if (high < 0 || low < 0) return std::nullopt;
      c = static_cast<char>(high * 16 + low);
      i += 2;
    }
    out += c;
  }
  if (find_invalid_utf8(out)) return std::nullopt;
  if (!plus && std::ranges::any_of(out, [](char c) { return is_control(static_cast<unsigned char>(c)); }))
    return std::nullopt;
  return out;
}

std::optional<std::size_t> end_of_head(std::string_view bytes) {
  for (std::size_t i = bytes.find('\n'); i != std::string_view::npos; i = bytes.find('\n', i + 1)) {
    if (i + 1 < bytes.size() && bytes[i + 1] == '\n') return i + 2;
    if (i + 2 < bytes.size() && bytes[i + 1] == '\r' && bytes[i + 2] == '\n') return i + 3;
  }
  return std::nullopt;
}

std::expected<Head, int> parse_head(std::string_view bytes, const Limits& limits) {
  Head head;
  std::size_t lines = 0;
  while (!bytes.empty()) {
    const std::size_t end = bytes.find('\n');
    if (end == std::string_view::npos || end == 0 || bytes[end - 1] != '\r') return std::unexpected(400);
    const std::string_view line = bytes.substr(0, end - 1);
    bytes.remove_prefix(end + 1);
    if (line.empty()) break;
    if (line.find('\r') != std::string_view::npos || line.find('\0') != std::string_view::npos)
      return std::unexpected(400);
    if (line.size() > limits.header_bytes) return std::unexpected(lines == 0 ? 414 : 431);
    if (lines > limits.headers) return std::unexpected(431);
    // A line that begins with a blank would continue the one before: obsolete, and understood differently.
    const int fault = lines == 0 ? read_request_line(line, head) : read_header(line, head);
    if (fault != 0) return std::unexpected(fault);
    ++lines;
  }
  if (lines == 0) return std::unexpected(400);
  if (const int fault = read_meaning(head, limits); fault != 0) return std::unexpected(fault);
  return head;
}

}  // namespace mektep::editor
