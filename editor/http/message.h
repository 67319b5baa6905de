// Requests and responses as handlers see them: parsed, within limits, without a type of the HTTP library.
#pragma once
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mektep::editor {

struct UploadedFile {
  std::string field, name, type;  // name and type as the browser claims them
  std::string bytes;
};

// Names and values in the order of the form; a name may come several times.
class Form {
 public:
  std::vector<std::pair<std::string, std::string>> fields;
  std::vector<UploadedFile> files;

  // The first value; empty when there is none.
  std::string_view get(std::string_view name) const;
  bool has(std::string_view name) const;
  std::vector<std::string_view> all(std::string_view name) const;
};

struct Request {
  std::string method;  // "GET"
  std::string path;    // decoded, begins with '/', without the query
  std::vector<std::pair<std::string, std::string>> query;
  std::map<std::string, std::string, std::less<>> headers;   // names in lower case
  std::map<std::string, std::string, std::less<>> captures;  // of the route: "/entries/{path*}"
  std::string body;                                          // of the JSON API
  Form form;                                                 // of a form, read already
  std::string address;                                       // of the client, behind the proxy

  std::string_view header(std::string_view lower_case_name) const;
  std::string_view parameter(std::string_view name) const;  // of the query; empty when there is none
  std::string_view capture(std::string_view name) const;
  std::optional<std::string_view> cookie(std::string_view name) const;
};

struct Response {
  int status = 200;
  std::string type = "text/html; charset=utf-8";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;  // beside those that every answer carries

  static Response redirect(std::string path);  // 303 to a path of this server
};

// Whether `path` may stand in a redirect: it begins with one '/', without '\\', spaces and control
// characters.
bool is_own_path(std::string_view path);

}  // namespace mektep::editor
