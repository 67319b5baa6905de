#include "theme/template/output.h"

#include "base/escape.h"

namespace mektep::templates {

namespace {

constexpr std::string_view double_quote = "&#34;", single_quote = "&#39;";  // as Jinja2 writes them

}  // namespace

void append_escaped(std::string& out, std::string_view text) {
  append_html(out, text, double_quote);
}

std::string escaped(std::string_view text) {
  std::string out;
  append_escaped(out, text);
  return out;
}

void append_within_quotes(std::string& out, std::string_view html, char quote) {
  std::size_t begin = 0;
  for (std::size_t at = html.find(quote); at != std::string_view::npos; at = html.find(quote, begin)) {
    out.append(html, begin, at - begin);
    out += quote == '"' ? double_quote : single_quote;
    begin = at + 1;
  }
  out.append(html, begin);
}

bool is_harmless_scheme(std::string_view scheme) {
  return scheme == "http" || scheme == "https" || scheme == "mailto" || scheme == "tel";
}

bool is_harmless_url(std::string_view url, bool html) {
  // Browsers skip control characters and blanks in front, and tabs and line breaks anywhere.
  std::string scheme;
  for (const char c : url) {
    if (static_cast<unsigned char>(c) <= ' ' && (scheme.empty() || c == '\t' || c == '\n' || c == '\r'))
      continue;
    if (c == ':') return is_harmless_scheme(scheme);
    if (c == '/' || c == '?' || c == '#') return true;
    if (c == '&' && html) return false;
    scheme += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    if (scheme.size() > 64) return url.find(':') == std::string_view::npos;
  }
  return true;
}

bool are_harmless_sources(std::string_view sources, bool html) {
  while (!sources.empty()) {
    const std::size_t comma = sources.find(',');
    if (!is_harmless_url(sources.substr(0, comma), html)) return false;
    if (comma == std::string_view::npos) break;
    sources.remove_prefix(comma + 1);
  }
  return true;
}

}  // namespace mektep::templates
