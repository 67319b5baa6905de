#include "theme/sheet.h"

namespace mektep {

namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

// End of what begins at `at` and must not be touched: a text in quotes, an address without them. `at` itself
// when nothing does.
std::size_t end_of_verbatim(std::string_view css, std::size_t at) {
  const bool quoted = css[at] == '"' || css[at] == '\'';
  if (!quoted && !css.substr(at).starts_with("url(")) return at;
  const char last = quoted ? css[at] : ')';
  for (std::size_t i = at + 1; i < css.size(); ++i) {
    if (css[i] == '\\') {
      ++i;
    } else if (css[i] == last) {
      return i + 1;
    }
  }
  return css.size();
}

}  // namespace

std::string compact_sheet(std::string_view css) {
  std::string out;
  out.reserve(css.size());
  bool gap = false;  // a blank that may be needed stands before what comes next
  for (std::size_t at = 0; at < css.size();) {
    if (css.substr(at).starts_with("/*")) {
      const std::size_t end = css.find("*/", at + 2);
      at = end == std::string_view::npos ? css.size() : end + 2;
      gap = true;
      continue;
    }
    if (is_blank(css[at])) {
      gap = true;
      ++at;
      continue;
    }
    // "a :hover" is another selector than "a:hover", but after a colon a blank never counts.
    const bool closes = css[at] == '{' || css[at] == '}' || css[at] == ';' || css[at] == ',';
    const bool after = out.empty() || std::string_view("{};,:").contains(out.back());
    if (css[at] == '}' && !out.empty() && out.back() == ';') out.pop_back();
    if (gap && !closes && !after) out += ' ';
    gap = false;
    const std::size_t end = end_of_verbatim(css, at);
    out += css.substr(at, end == at ? 1 : end - at);
    at = end == at ? at + 1 : end;
  }
  return out;
}

}  // namespace mektep
