#include "editor/http/router.h"

#include "base/text.h"

namespace mektep::editor {
namespace {

using Captures = std::map<std::string, std::string, std::less<>>;

// Compares part by part; a literal part beats a captured one only by standing earlier in the list.
std::optional<Captures> match(std::string_view pattern, std::string_view path) {
  const auto wanted = split(pattern.substr(1), '/');
  const auto given = split(path.substr(1), '/');
  Captures captures;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    std::string_view part = wanted[i];
    const bool captures_part = part.starts_with('{');
    if (captures_part) part = part.substr(1, part.size() - 2);
    if (captures_part && part.ends_with('*')) {
      std::string rest;
      for (std::size_t k = i; k < given.size(); ++k) {
        if (given[k].empty()) return std::nullopt;
        rest += (k > i ? "/" : "") + std::string(given[k]);
      }
      if (rest.empty()) return std::nullopt;
      captures.emplace(part.substr(0, part.size() - 1), std::move(rest));
      return captures;
    }
    if (i >= given.size()) return std::nullopt;
    if (captures_part && !given[i].empty())
      captures.emplace(part, given[i]);
    else if (captures_part || part != given[i])
      return std::nullopt;
  }
  if (given.size() != wanted.size()) return std::nullopt;
  return captures;
}

}  // namespace

void Router::get(std::string pattern, Handler handler, RouteOptions options) {
  add("GET", std::move(pattern), std::move(handler), options);
}

void Router::post(std::string pattern, Handler handler, RouteOptions options) {
  add("POST", std::move(pattern), std::move(handler), options);
}

void Router::add(std::string method, std::string pattern, Handler handler, RouteOptions options) {
  routes_.push_back({std::move(method), std::move(pattern), std::move(handler), options});
}

std::optional<Router::Match> Router::find(std::string_view method, std::string_view path) const {
  if (!path.starts_with('/')) return std::nullopt;
  if (method == "HEAD") method = "GET";
  std::optional<Match> other_method;
  for (const Route& route : routes_) {
    auto captures = match(route.pattern, path);
    if (!captures) continue;
    if (route.method == method) return Match{&route, std::move(*captures)};
    other_method = Match{};
  }
  return other_method;
}

}  // namespace mektep::editor
