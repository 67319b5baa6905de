#include "editor/drafts/yaml_pieces.h"

#include <algorithm>
#include <cstddef>

namespace mektep::editor {
namespace {

constexpr std::size_t npos = std::string_view::npos;

// Behind the quoted scalar that opens at `at`; npos when it does not end.
std::size_t behind_quoted(std::string_view text, std::size_t at) {
  const char quote = text[at++];
  for (; at < text.size(); ++at) {
    if (quote == '"' && text[at] == '\\') {
      ++at;
    } else if (text[at] == quote) {
      if (quote == '"' || at + 1 == text.size() || text[at + 1] != '\'') return at + 1;
      ++at;
    }
  }
  return npos;
}

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// The text of a key as written: plain, or in quotes without escapes.
std::string key_text(std::string_view written) {
  while (!written.empty() && is_space(written.front())) written.remove_prefix(1);
  while (!written.empty() && is_space(written.back())) written.remove_suffix(1);
  if (written.size() >= 2 && (written[0] == '"' || written[0] == '\'')) {
    return std::string(written.substr(1, written.size() - 2));
  }
  return std::string(written);
}

// The colon behind a key that begins at `at`, on the same line; npos when there is none.
std::size_t find_colon(std::string_view text, std::size_t at) {
  if (at < text.size() && (text[at] == '"' || text[at] == '\'')) {
    at = behind_quoted(text, at);
    while (at != npos && at < text.size() && text[at] == ' ') ++at;
    return at != npos && at < text.size() && text[at] == ':' ? at : npos;
  }
  for (; at < text.size() && text[at] != '\n'; ++at) {
    if (text[at] == '#' && at > 0 && is_space(text[at - 1])) return npos;
    if (text[at] == ':' && (at + 1 == text.size() || is_space(text[at + 1]))) return at;
  }
  return npos;
}

// Splits the piece text[begin, end) at the value, which begins behind `mark` (of "- " or "key:").
YamlPiece make_piece(std::string key, std::string_view text, std::size_t mark) {
  std::size_t value = mark;
  while (value < text.size() && text[value] == ' ') ++value;
  // A map or list that begins on a line of its own: its lines belong together.
  if (value < text.size() && (text[value] == '\n' || text[value] == '\r')) {
    value = text.find('\n', value) + 1;
  }
  return {std::move(key), text, text.substr(0, value), text.substr(value)};
}

// Maps and lists whose members begin on lines of their own, in one column.
class BlockCutter {
 public:
  BlockCutter(std::string_view text, std::size_t column, bool list)
      : text_(text), list_(list), start_column_(column) {}

  std::optional<YamlPieces> cut() {
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t end = std::min(text_.find('\n', at), text_.size() - 1) + 1;
      if (!line(at, end)) return std::nullopt;
      at = end;
    }
    if (begins_.empty()) return std::nullopt;
    YamlPieces result{.column = column_, .open = {}, .close = {}, .pieces = {}};
    for (std::size_t i = 0; i < begins_.size(); ++i) {
      // Comments and blank lines in front of the first member belong to it, the others likewise.
      const std::size_t from = i == 0 ? 0 : begins_[i].piece;
      const std::size_t to = i + 1 < begins_.size() ? begins_[i + 1].piece : text_.size();
      const std::string_view piece = text_.substr(from, to - from);
      std::string key = list_
                            ? std::string()
                            : key_text(text_.substr(begins_[i].member, begins_[i].mark - begins_[i].member));
      result.pieces.push_back(make_piece(std::move(key), piece, begins_[i].mark + 1 - from));
    }
    return result;
  }

 private:
  struct Begin {
    std::size_t piece;   // where the comments in front of it begin
    std::size_t member;  // where "- " or the key begins
    std::size_t mark;    // the dash or the colon
  };

  bool line(std::size_t at, std::size_t end) {
    std::size_t column = at;
    while (column < end && text_[column] == ' ') ++column;
    const bool blank = column == end || text_[column] == '\n' || text_[column] == '\r';
    if (blank || text_[column] == '#') {
      if (!waiting_) waiting_ = at;
      return true;
    }
    // The first member of an item of a list stands behind the dash, in the middle of a line.
    const std::size_t indent = column - at + (at == 0 ? start_column_ : 0);
    if (begins_.empty()) column_ = indent;
    if (indent != column_) {
      // Deeper lines belong to the member before.
      waiting_.reset();
      return indent > column_;
    }
    const bool dash = text_[column] == '-' && (column + 1 == end || is_space(text_[column + 1]));
    if (!list_ && dash && !begins_.empty()) {
      waiting_.reset();  // of a list that stands in the column of its key
      return true;
    }
    const std::size_t mark = list_ ? (dash ? column : npos) : find_colon(text_, column);
    if (mark == npos) return false;
    begins_.push_back({waiting_.value_or(at), column, mark});
    waiting_.reset();
    return true;
  }

  std::string_view text_;
  bool list_;
  std::size_t start_column_;
  std::size_t column_ = 0;
  std::vector<Begin> begins_;
  std::optional<std::size_t> waiting_;  // the first of the comments and blank lines that nobody has yet
};

// {a: 1, b: [2]} and [a, b], on one line or several.
std::optional<YamlPieces> cut_flow(std::string_view text, bool list) {
  YamlPieces result{.flow = true, .open = {}, .close = {}, .pieces = {}};
  const std::size_t open = text.find_first_not_of(" \n\r\t");
  if (open == npos || text[open] != (list ? '[' : '{')) return std::nullopt;
  result.open = text.substr(0, open + 1);
  std::size_t depth = 0;
  std::size_t from = open + 1;
  const auto add = [&](std::size_t to) {
    const std::string_view piece = text.substr(from, to - from);
    const std::size_t start = piece.find_first_not_of(" \n\r\t");
    if (start == npos) return false;
    const std::size_t colon = list ? start : find_colon(piece, start);
    if (colon == npos) return false;
    YamlPiece cut{list ? std::string() : key_text(piece.substr(start, colon - start)), piece, {}, {}};
    std::size_t value = list ? start : colon + 1;
    while (value < piece.size() && is_space(piece[value])) ++value;
    cut.head = piece.substr(0, value);
    cut.value = piece.substr(value);
    result.pieces.push_back(std::move(cut));
    return true;
  };
  for (std::size_t at = open + 1; at < text.size(); ++at) {
    const char c = text[at];
    const char before = text[at - 1];
    const bool begins_scalar = is_space(before) || before == ',' || before == '[' || before == '{';
    if ((c == '"' || c == '\'') && begins_scalar) {
      at = behind_quoted(text, at);
      if (at == npos) return std::nullopt;
      --at;
    } else if (c == '#' && is_space(before)) {
      return std::nullopt;  // a comment inside: not worth taking apart
    } else if (c == '{' || c == '[') {
      ++depth;
    } else if ((c == '}' || c == ']') && depth > 0) {
      --depth;
    } else if (c == ',' && depth == 0) {
      if (!add(at)) return std::nullopt;
      from = at + 1;
    } else if (c == '}' || c == ']') {
      const bool empty = text.substr(from, at - from).find_first_not_of(" \n\r\t") == npos;
      if (!empty && !add(at)) return std::nullopt;
      result.close = text.substr(empty ? from : at);
      return result;
    }
  }
  return std::nullopt;
}

bool agree(const YamlPieces& pieces, const Node& node) {
  if (node.is_list()) return pieces.pieces.size() == node.items.size();
  return std::ranges::equal(pieces.pieces, node.members, {}, &YamlPiece::key, &Node::Member::key);
}

}  // namespace

std::optional<YamlPieces> cut_yaml(std::string_view text, std::size_t column, const Node& node) {
  if (!node.is_map() && !node.is_list()) return std::nullopt;
  const std::size_t first = text.find_first_not_of(" \n\r\t");
  const bool flow = first != npos && (text[first] == '{' || text[first] == '[');
  auto pieces = flow ? cut_flow(text, node.is_list()) : BlockCutter(text, column, node.is_list()).cut();
  if (!pieces || !agree(*pieces, node)) return std::nullopt;
  return pieces;
}

}  // namespace mektep::editor
