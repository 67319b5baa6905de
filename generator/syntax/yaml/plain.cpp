// The quick reader. Its rule in case of doubt: refuse. yaml-cpp then decides.
#include <cstring>

#include "base/ascii.h"
#include "syntax/yaml/reader.h"

namespace mektep {

bool is_null_word(std::string_view text) {
  return text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL";
}

namespace {

constexpr std::size_t max_key = 128;     // the library forgets a key longer than 1024 bytes
constexpr std::size_t max_members = 48;  // keys are compared one by one

bool is_word(char c) {
  return is_ascii_letter(c) || is_digit(c) || c == '_' || c == '$' || static_cast<unsigned char>(c) >= 0x80;
}
// C2 and E2 begin «, “, –, the hard space and the like, which the library's reader reports.
bool begins_key(char c) {
  return is_word(c) && c != '\xC2' && c != '\xE2';
}
// Characters that begin a plain scalar and mean nothing else to YAML.
bool begins_plain(char c) {
  return is_word(c) || c == '(' || c == '+' || c == '/' || c == '.' || c == '~';
}

class PlainReader {
 public:
  PlainReader(std::string_view text, const YamlOptions& options)
      : text_(text), max_depth_(options.max_depth), number_(options.first_line - 1) {}

  bool read(Node& out) {
    if (!next_line()) return false;
    if (done_ || indent_ != 0) return false;
    return block(0, 1, out) && done_;
  }

 private:
  // Moves to the next line with content. False when the line cannot be judged here.
  bool next_line() {
    while (next_ < text_.size()) {
      const std::size_t start = next_;
      const void* feed = std::memchr(text_.data() + start, '\n', text_.size() - start);
      const std::size_t stop = feed != nullptr
                                   ? static_cast<std::size_t>(static_cast<const char*>(feed) - text_.data())
                                   : text_.size();
      next_ = stop == text_.size() ? stop : stop + 1;
      ++number_;
      std::size_t end = stop;
      if (end > start && text_[end - 1] == '\r') --end;
      std::size_t at = start;
      while (at < end && text_[at] == ' ') ++at;
      if (at == end || text_[at] == '#') continue;
      while (text_[end - 1] == ' ') --end;
      start_ = start, at_ = at, end_ = end;
      indent_ = at - start;
      marked_ = start;
      column_ = 1;
      if (std::memchr(text_.data() + start, '\t', end - start) != nullptr) return false;
      if (indent_ == 0 && end - at >= 3 && (text_.substr(at, 3) == "---" || text_.substr(at, 3) == "..."))
        return false;
      return true;
    }
    done_ = true;
    indent_ = 0;
    return true;
  }

  // Of an offset in the current line; offsets are asked in rising order.
  Mark mark(std::size_t offset) {
    for (; marked_ < offset; ++marked_)
      column_ += (static_cast<unsigned char>(text_[marked_]) & 0xC0) != 0x80 ? 1 : 0;
    return {number_, column_};
  }

  bool is_item() const { return text_[at_] == '-' && (at_ + 1 == end_ || text_[at_ + 1] == ' '); }

  bool block(std::size_t column, std::uint32_t depth, Node& out) {
    if (depth > max_depth_) return false;
    return is_item() ? list(column, depth, out) : map(column, depth, out);
  }

  // Offset behind the key that begins at at_ (that is, of its colon); 0 when no plain key stands there.
  std::size_t key_end() const {
    if (!begins_key(text_[at_])) return 0;
    const std::size_t limit = std::min(end_, at_ + max_key);
    for (std::size_t i = at_ + 1; i < limit; ++i) {
      const char c = text_[i];
      if (c == ':') {
        if (i + 1 == end_ || text_[i + 1] == ' ') return text_[i - 1] == ' ' ? 0 : i;
      } else if (!is_word(c) && c != '-' && c != '.' && c != '/' && c != ' ') {
        return 0;
      }
    }
    return 0;
  }

  bool map(std::size_t column, std::uint32_t depth, Node& out) {
    out.kind = Node::Kind::map;
    out.mark = mark(at_);
    out.members.reserve(8);
    while (!done_ && indent_ == column) {
      const std::size_t colon = is_item() ? 0 : key_end();
      if (colon == 0) return false;
      const std::string_view key = text_.substr(at_, colon - at_);
      if (is_null_word(key) || out.get(key) != nullptr || out.members.size() == max_members) return false;
      Node::Member& member = out.members.emplace_back();
      member.key = key;
      member.mark = mark(at_);
      if (!member_value(colon + 1, column, depth, member)) return false;
    }
    return done_ || indent_ < column;
  }

  bool member_value(std::size_t at, std::size_t column, std::uint32_t depth, Node::Member& member) {
    while (at < end_ && text_[at] == ' ') ++at;
    if (at < end_ && text_[at] != '#') {
      if (!inline_value(at, depth, member.value) || !next_line()) return false;
      if (member.value.is_null()) member.value.mark = member.mark;
      return done_ || indent_ <= column;  // a deeper line would continue the scalar
    }
    if (!next_line()) return false;
    if (!done_ && (indent_ > column || (indent_ == column && is_item()))) {
      return block(indent_, depth + 1, member.value);
    }
    member.value.mark = member.mark;
    return true;
  }

  bool list(std::size_t column, std::uint32_t depth, Node& out) {
    out.kind = Node::Kind::list;
    out.mark = mark(at_);
    while (!done_ && indent_ == column && is_item()) {
      std::size_t at = at_ + 1;
      while (at < end_ && text_[at] == ' ') ++at;
      Node& item = out.items.emplace_back();
      if (at == end_ || text_[at] == '#') {
        if (!next_line() || done_ || indent_ <= column || !block(indent_, depth + 1, item)) return false;
        continue;
      }
      at_ = at;
      if (is_item()) return false;
      if (key_end() != 0) {
        indent_ = at - start_;
        if (depth >= max_depth_ || !map(indent_, depth + 1, item)) return false;
        continue;
      }
      if (!inline_value(at, depth, item) || item.is_null() || !next_line()) return false;
      if (!done_ && indent_ > column) return false;
    }
    return done_ || indent_ <= column;
  }

  // A value that ends with its line; a comment may follow.
  bool inline_value(std::size_t at, std::uint32_t depth, Node& out) {
    const char c = text_[at];
    if (c == '"' || c == '\'' || c == '[' || c == '{') {
      std::size_t behind = at;
      if (!(c == '[' || c == '{' ? flow(behind, depth + 1, out) : quoted(behind, out))) return false;
      const std::size_t closed = behind;
      while (behind < end_ && text_[behind] == ' ') ++behind;
      return behind == end_ || (behind > closed && text_[behind] == '#');
    }
    if (!begins_plain(c)) return false;
    out.mark = mark(at);
    std::size_t i = at + 1;
    for (; i < end_; ++i) {
      if (text_[i] == ':' && (i + 1 == end_ || text_[i + 1] == ' ')) return false;
      if (text_[i] != '#' || text_[i - 1] != ' ') continue;
      if (i + 1 < end_ && text_[i + 1] >= '0' && text_[i + 1] <= '9')
        return false;  // `№ #5`: part of the text
      break;
    }
    plain(at, i, out);
    return true;
  }

  void plain(std::size_t begin, std::size_t end, Node& out) {
    while (text_[end - 1] == ' ') --end;
    const std::string_view text = text_.substr(begin, end - begin);
    if (is_null_word(text)) return;
    out.kind = Node::Kind::scalar;
    out.text = text;
  }

  bool quoted(std::size_t& at, Node& out) {
    const char quote = text_[at];
    out.kind = Node::Kind::scalar;
    out.quoted = true;
    out.mark = mark(at);
    const std::size_t begin = ++at;
    for (; at < end_; ++at) {
      if (text_[at] == '\\' && quote == '"') return false;
      if (text_[at] != quote) continue;
      if (quote == '\'' && at + 1 < end_ && text_[at + 1] == quote) return false;
      out.text = text_.substr(begin, at - begin);
      ++at;
      return true;
    }
    return false;
  }

  void skip_spaces(std::size_t& at) const {
    while (at < end_ && text_[at] == ' ') ++at;
  }

  bool flow(std::size_t& at, std::uint32_t depth, Node& out) {
    if (depth > max_depth_) return false;
    const bool is_map = text_[at] == '{';
    const char close = is_map ? '}' : ']';
    out.kind = is_map ? Node::Kind::map : Node::Kind::list;
    out.mark = mark(at);
    for (++at;;) {
      skip_spaces(at);
      if (at == end_) return false;
      if (text_[at] == close) break;
      if (!(is_map ? flow_member(at, depth, out) : flow_value(at, depth, out.items.emplace_back())))
        return false;
      skip_spaces(at);
      if (at == end_) return false;
      if (text_[at] == close) break;
      if (text_[at] != ',') return false;
      ++at;
    }
    ++at;
    return true;
  }

  bool flow_member(std::size_t& at, std::uint32_t depth, Node& out) {
    const std::size_t begin = at;
    const std::size_t limit = std::min(end_, begin + max_key);
    while (at < limit && (is_word(text_[at]) || (text_[at] == '-' && at > begin))) ++at;
    if (!begins_key(text_[begin]) || at + 1 >= end_ || text_[at] != ':' || text_[at + 1] != ' ') return false;
    const std::string_view key = text_.substr(begin, at - begin);
    if (is_null_word(key) || out.get(key) != nullptr || out.members.size() == max_members) return false;
    if (out.members.empty()) out.members.reserve(2);
    Node::Member& member = out.members.emplace_back();
    member.key = key;
    member.mark = mark(begin);
    ++at;
    skip_spaces(at);
    return flow_value(at, depth, member.value);
  }

  bool flow_value(std::size_t& at, std::uint32_t depth, Node& out) {
    if (at == end_) return false;
    const char c = text_[at];
    if (c == '"' || c == '\'') return quoted(at, out);
    if (c == '[' || c == '{') return flow(at, depth + 1, out);
    if (!begins_plain(c)) return false;
    out.mark = mark(at);
    const std::size_t begin = at;
    for (; at < end_; ++at) {
      const char p = text_[at];
      if (p == ',' || p == ']' || p == '}') break;
      if (p == '?' || p == '[' || p == '{' || p == '#') return false;
      if (p == ':' && (at + 1 == end_ || !is_word(text_[at + 1])) && text_.substr(at, 3) != "://")
        return false;
    }
    plain(begin, at, out);
    return !out.is_null();
  }

  std::string_view text_;
  std::uint32_t max_depth_;
  std::uint32_t number_;   // of the current line
  std::size_t next_ = 0;   // where the next line begins
  std::size_t start_ = 0;  // of the current line: its first byte,
  std::size_t at_ = 0;     // first byte of its content,
  std::size_t end_ = 0;    // and the end of that without trailing spaces
  std::size_t indent_ = 0;
  std::size_t marked_ = 0;  // column_ is the column of this offset
  std::uint32_t column_ = 1;
  bool done_ = false;
};

}  // namespace

bool read_plain_yaml(std::string_view text, const YamlOptions& options, Node& out) {
  return PlainReader(text, options).read(out);
}

}  // namespace mektep
