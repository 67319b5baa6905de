// What people do wrong in YAML, recognised from the lines in front of the place where the library gave up.
// Everything here may guess: that something is wrong is certain already.
#include <array>

#include "base/text.h"
#include "syntax/rules.h"
#include "syntax/yaml/reader.h"

namespace mektep {
namespace {

constexpr std::size_t max_span = 64u << 10;  // of text looked at before the error

struct Line {
  std::size_t start = 0;     // offset of its first byte
  std::size_t at = 0;        // offset of its content
  std::string_view content;  // without indentation, line end and spaces behind
};

Line line_at(std::string_view text, std::size_t start) {
  const std::size_t end = std::min(text.find('\n', start), text.size());
  std::size_t at = start;
  while (at < end && text[at] == ' ') ++at;
  std::size_t stop = end;
  while (stop > at && (text[stop - 1] == ' ' || text[stop - 1] == '\r')) --stop;
  return {start, at, text.substr(at, stop - at)};
}

bool is_key(std::string_view word) {
  if (word.empty() || word.size() > 128) return false;
  for (const char c : word) {
    const auto byte = static_cast<unsigned char>(c);
    const bool alphanumeric = (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
    if (!(alphanumeric || c == '_' || c == '-' || c == '.' || c == ' ' || byte >= 0x80)) return false;
  }
  return word.front() != '-' && word.front() != ' ' && word.front() != '.';
}

// Offset in `content` of the colon of `key: …`, std::string_view::npos when it has none.
std::size_t key_colon(std::string_view content) {
  if (content.starts_with('"') || content.starts_with('\'')) {
    const std::size_t close = content.find(content.front(), 1);
    return close != std::string_view::npos && close + 1 < content.size() && content[close + 1] == ':'
               ? close + 1
               : std::string_view::npos;
  }
  for (std::size_t i = content.find(':'); i != std::string_view::npos; i = content.find(':', i + 1)) {
    if (i + 1 == content.size() || content[i + 1] == ' ')
      return i != 0 && is_key(content.substr(0, i)) ? i : std::string_view::npos;
  }
  return std::string_view::npos;
}

std::string_view without_comment(std::string_view value) {
  const std::size_t hash = value.find(" #");
  return trim(value.substr(0, hash));
}

bool starts_with_any(std::string_view text, std::span<const std::string_view> signs) {
  return std::any_of(signs.begin(), signs.end(),
                     [&](std::string_view sign) { return text.starts_with(sign); });
}
constexpr std::array<std::string_view, 7> typographic{"“", "”", "„", "«", "‘", "’", "‟"};
constexpr std::array<std::string_view, 6> dashes{"– ", "— ", "• ", "· ", "− ", "* "};
constexpr std::string_view nbsp = "\xC2\xA0";

// Offset behind the bracket that closes the one at `open`, std::string_view::npos when it stays open; quotes
// are respected.
std::size_t flow_end(std::string_view text, std::size_t open) {
  int depth = 0;
  for (std::size_t i = open; i < text.size(); ++i) {
    const char c = text[i];
    if ((c == '"' || c == '\'') &&
        (text[i - 1] == ' ' || text[i - 1] == '[' || text[i - 1] == ',' || text[i - 1] == '{')) {
      const std::size_t end = quoted_end(text, i);
      if (end == std::string_view::npos) return std::string_view::npos;
      i = end - 1;
    } else if (c == '[' || c == '{') {
      ++depth;
    } else if ((c == ']' || c == '}') && --depth == 0) {
      return i + 1;
    } else if (c == '\n' && begins_member(text.substr(i + 1, text.find('\n', i + 1) - i - 1))) {
      return std::string_view::npos;
    }
  }
  return std::string_view::npos;
}

class Explainer {
 public:
  Explainer(std::string_view text, std::size_t begin, std::size_t error, std::string_view message)
      : text_(text), error_(error), message_(message), begin_(begin) {}

  YamlFault explain() {
    if (message_.find("escape character") != std::string_view::npos ||
        message_.find("hex number") != std::string_view::npos ||
        message_.find("invalid unicode") != std::string_view::npos) {
      return wrong_escape();
    }
    // Certain faults from the top, then those of the line of the error that are likely, then its neighbours.
    for (std::size_t at = first_line(); at <= error_ && at < text_.size(); at = next(at)) {
      if (certain(line_at(text_, at))) return *fault_;
    }
    const std::size_t here = line_start(std::min(error_, text_.size()));
    if (likely(line_at(text_, here), true)) return *fault_;
    if (here > begin_) {
      std::size_t before = line_start(here - 1);
      while (before > begin_ && says_nothing(line_at(text_, before))) before = line_start(before - 1);
      if (likely(line_at(text_, before), false)) return *fault_;
    }
    if (indentation(here)) return *fault_;
    return {&rules::yaml_syntax, error_, std::string(rest(here))};
  }

 private:
  // The library stops behind the escape; the author wants to see its backslash.
  YamlFault wrong_escape() const {
    const std::size_t start = line_start(error_);
    const std::size_t end = std::min(text_.find('\n', start), text_.size());
    for (std::size_t i = std::min(text_.find('"', start), end); i + 1 < end; ++i) {
      if (text_[i] != '\\') continue;
      const char c = text_[++i];
      const std::size_t digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
      if (digits == 0 && std::string_view("0abtnvfre\"\\/ N_LP\t").find(c) != std::string_view::npos)
        continue;
      const std::size_t hex = text_.find_first_not_of("0123456789abcdefABCDEF", i + 1);
      if (digits == 0 || std::min(hex, text_.size()) < i + 1 + digits) {
        return {&rules::yaml_escape, i - 1, std::string(rest(i - 1))};
      }
    }
    return {&rules::yaml_escape, error_, std::string(rest(start))};
  }
  bool fault(const Rule& rule, std::size_t offset, std::string_view found) {
    fault_ = YamlFault{&rule, offset, std::string(found)};
    return true;
  }
  static bool says_nothing(const Line& line) { return line.content.empty() || line.content.front() == '#'; }
  std::size_t line_start(std::size_t at) const {
    if (at == 0) return 0;
    const std::size_t feed = text_.rfind('\n', at - 1);
    return feed == std::string_view::npos ? 0 : feed + 1;
  }
  std::string_view rest(std::size_t at) const {
    return trim(text_.substr(at, text_.find('\n', at) - at)).substr(0, 400);
  }
  // Where the outermost member that holds the error begins, but not too far away.
  std::size_t first_line() const {
    std::size_t at = line_start(std::min(error_, text_.size()));
    // The error may stand in the first line behind the faulty member.
    bool passed = false;
    while (at > begin_ && error_ - at < max_span) {
      if (begins_member(line_at(text_, at).content) && line_at(text_, at).at == at) {
        if (passed) break;
        passed = true;
      }
      at = std::max(begin_, line_start(at - 1));
    }
    return at;
  }
  std::size_t next(std::size_t start) {
    std::size_t at = text_.find('\n', start);
    at = at == std::string_view::npos ? text_.size() : at + 1;
    if (skip_to_ != std::string_view::npos && skip_to_ > at) {  // inside a quote or bracket that spans lines
      at = text_.find('\n', skip_to_);
      at = at == std::string_view::npos ? text_.size() : at + 1;
    }
    skip_to_ = std::string_view::npos;
    // The lines of a block text say nothing.
    if (block_indent_ != std::string_view::npos) {
      while (at < text_.size()) {
        const Line line = line_at(text_, at);
        if (!line.content.empty() && line.at - line.start <= block_indent_) break;
        const std::size_t feed = text_.find('\n', at);
        at = feed == std::string_view::npos ? text_.size() : feed + 1;
      }
      block_indent_ = std::string_view::npos;
    }
    return at;
  }

  bool certain(const Line& line) {
    if (line.content.empty() || line.content.front() == '#') return false;
    if (line.content.front() == '\t') return fault(rules::yaml_tab, line.at, "\t");
    if (line.content.starts_with(nbsp)) return fault(rules::yaml_space, line.at, "U+00A0");
    std::string_view value = line.content;
    while (value.starts_with("- ")) value = trim(value.substr(2));
    const std::size_t colon = key_colon(value);
    if (colon != std::string_view::npos) value = trim(value.substr(colon + 1));
    if (value.empty()) return false;
    return wrong_value(value, line, colon != std::string_view::npos);
  }

  std::size_t offset(std::string_view part) const {
    return static_cast<std::size_t>(part.data() - text_.data());
  }

  bool wrong_value(std::string_view value, const Line& line, bool has_key) {
    const std::size_t at = offset(value);
    switch (value.front()) {
      case '"':
      case '\'': {
        const std::size_t end = quoted_end(text_, at);
        if (end == std::string_view::npos || runs_over_member(text_, at, end))
          return fault(rules::yaml_open_quote, at, value);
        skip_to_ = end;
        return text_behind(end, rules::yaml_after_quote);
      }
      case '[':
      case '{': {
        const std::size_t end = flow_end(text_, at);
        if (inside_brackets(at, std::min(end, text_.size()))) return true;
        if (end == std::string_view::npos) return fault(rules::yaml_open_bracket, at, value);
        skip_to_ = end;
        const char close = text_[end - 1];
        if ((value.front() == '[') != (close == ']')) return fault(rules::yaml_open_bracket, at, value);
        return text_behind(end, rules::yaml_after_bracket);
      }
      case '|':
      case '>':
        if (value.find_first_not_of("+-0123456789", 1) == std::string_view::npos ||
            without_comment(value).size() <= 3) {
          block_indent_ = line.at - line.start;
          return false;
        }
        return fault(rules::yaml_block_text, at, value);
      case '@':
      case '`':
      case '%':
      case ',':
      case ']':
      case '}':
        return fault(rules::yaml_reserved_sign, at, value);
      case '*':
      case '&':
        if (has_key || !starts_with_any(value, dashes)) return fault(rules::yaml_anchor, at, value);
        return fault(rules::yaml_long_dash, at, value);
      case '!':
        return fault(rules::yaml_tag, at, value);
      case '?':
        if (has_key && value.size() == 1) return fault(rules::yaml_reserved_sign, at, value);
        break;
      case '-':
        if (has_key && (value.size() == 1 || value[1] == ' '))
          return fault(rules::yaml_list_beside_key, at, value);
        break;
      default:
        break;
    }
    if (!has_key) return false;
    value = without_comment(value);
    const std::size_t colon = value.find(": ");
    if (colon != std::string_view::npos || value.ends_with(':')) {
      if (starts_with_any(value, typographic)) return fault(rules::yaml_typographic_quotes, at, value);
      return fault(rules::yaml_colon_in_text,
                   at + (colon != std::string_view::npos ? colon : value.size() - 1), value);
    }
    return false;
  }

  // `{ky: Мектеп: башкы}`, `{ky: Мектеп # 5}`: what a value in brackets may hold in quotes only.
  bool inside_brackets(std::size_t open, std::size_t end) {
    std::size_t piece = open + 1,
                value = std::string_view::npos;  // where the part between two signs begins, and its value
    bool begins = true;                          // nothing but spaces since then
    std::size_t asking =
        std::string_view::npos;  // a value with a ?, which the library cannot read in brackets
    for (std::size_t i = open + 1; i < end && text_[i] != '\n'; ++i) {
      const char c = text_[i];
      if (c == ' ') continue;
      if ((c == '"' || c == '\'') && begins) {
        const std::size_t closed = quoted_end(text_, i);
        if (closed == std::string_view::npos || closed > end) return false;
        i = closed - 1;
      } else if (c == '#' && text_[i - 1] == ' ') {
        return fault(rules::yaml_number_sign, i, rest(value != std::string_view::npos ? value : piece));
      } else if (c == ',' || c == '{' || c == '[' || c == '}' || c == ']') {
        piece = i + 1;
        value = std::string_view::npos;
      } else if (c == '?' && value != std::string_view::npos && asking == std::string_view::npos) {
        asking = value;
      } else if (c == ':' && i + 1 < end && std::string_view(" ,]}").contains(text_[i + 1])) {
        if (value != std::string_view::npos) {
          const std::size_t stop = std::min(text_.find_first_of(",}]\n", i), text_.size());
          return fault(rules::yaml_colon_in_text, i, trim(text_.substr(value, stop - value)));
        }
        value = i + 1;
      }
      begins = piece == i + 1 || value == i + 1;
    }
    if (asking != std::string_view::npos) {
      const std::size_t stop = std::min(text_.find_first_of(",}]\n", asking), text_.size());
      const std::string_view shown = trim(text_.substr(asking, stop - asking));
      return fault(rules::yaml_syntax, offset(shown), shown);
    }
    return false;
  }

  // `"Мектеп" №5`: the text goes on behind what should be its end.
  bool text_behind(std::size_t end, const Rule& rule) {
    const std::string_view behind = rest(end);
    if (behind.empty() || behind.front() == '#') return false;
    return fault(rule, offset(behind), behind);
  }

  bool likely(const Line& line, bool here) {
    const std::string_view content = line.content;
    if (content.empty() || content.front() == '#') return false;
    if (starts_with_any(content, dashes)) return fault(rules::yaml_long_dash, line.at, content);
    if (content.size() > 1 && content[0] == '-' && content[1] != '-' && content[1] != ' ') {
      return fault(rules::yaml_dash_space, line.at, content);
    }
    if (key_colon(content) != std::string_view::npos || content.front() == '-') return false;
    const std::size_t colon = content.find(':');
    if (colon != std::string_view::npos && colon + 1 < content.size() && is_key(content.substr(0, colon)) &&
        content.substr(0, colon).find(' ') == std::string_view::npos && content[colon + 1] != '/') {
      return fault(rules::yaml_colon_space, line.at + colon, content);
    }
    if (content.find("：") != std::string_view::npos)
      return fault(rules::yaml_colon_space, line.at + content.find("："), content);
    if (here || line.at == line.start) return fault(rules::yaml_no_colon, line.at, content);
    return false;
  }

  // The line of the error stands deeper or shallower than anything that it could belong to.
  bool indentation(std::size_t here) {
    const Line line = line_at(text_, here);
    if (line.content.empty()) return false;
    if (key_colon(line.content) != std::string_view::npos || line.content.starts_with("- ") ||
        line.content == "-") {
      return fault(rules::yaml_indentation, line.at, line.content);
    }
    return false;
  }

  std::string_view text_;
  std::size_t error_;
  std::string_view message_;
  std::size_t begin_;
  std::size_t skip_to_ = std::string_view::npos;
  std::size_t block_indent_ = std::string_view::npos;
  std::optional<YamlFault> fault_;
};

}  // namespace

std::size_t quoted_end(std::string_view text, std::size_t open) {
  const char quote = text[open];
  for (std::size_t i = open + 1; i < text.size(); ++i) {
    if (quote == '"' && text[i] == '\\') {
      ++i;
    } else if (text[i] == quote) {
      if (quote == '"' || i + 1 == text.size() || text[i + 1] != quote) return i + 1;
      ++i;
    }
  }
  return std::string_view::npos;
}

bool runs_over_member(std::string_view text, std::size_t open, std::size_t end) {
  std::size_t feed =
      text.substr(open, end - open).find('\n');  // no further: there may be many quotes in a long line
  if (feed == std::string_view::npos) return false;
  feed += open;
  const std::size_t before = open == 0 ? std::string_view::npos : text.rfind('\n', open - 1);
  const Line first = line_at(text, before == std::string_view::npos ? 0 : before + 1);
  if (first.at == open) return false;  // the quote begins its line: its lines may stand anywhere
  const std::size_t indent = first.at - first.start;
  for (; feed < end; feed = std::min(text.find('\n', feed + 1), text.size())) {
    if (feed + 1 >= text.size()) return false;
    const Line line = line_at(text, feed + 1);
    if (line.at < end && line.at - line.start <= indent && key_colon(line.content) != std::string_view::npos)
      return true;
  }
  return false;
}

bool begins_member(std::string_view line) {
  if (line.empty() || line.front() == ' ') return false;
  const Line whole = line_at(line, 0);
  return key_colon(whole.content) != std::string_view::npos;
}

std::size_t next_member(std::string_view text, std::size_t from) {
  while (from < text.size()) {
    const std::size_t end = std::min(text.find('\n', from), text.size());
    if (begins_member(text.substr(from, end - from))) return from;
    from = end + 1;
  }
  return text.size();
}

std::size_t member_begin(std::string_view text, std::size_t at, std::size_t floor) {
  at = std::min(at, text.size());
  for (;;) {
    const std::size_t feed = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
    const std::size_t begin = feed == std::string_view::npos || feed < floor ? floor : feed + 1;
    if (begin <= floor || begins_member(text.substr(begin, text.find('\n', begin) - begin))) return begin;
    at = begin - 1;
  }
}

YamlFault explain_yaml_error(std::string_view text, std::size_t begin, std::size_t error,
                             std::string_view message) {
  return Explainer(text, begin, std::min(error, text.size()), message).explain();
}

}  // namespace mektep
