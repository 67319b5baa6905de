// Own reader: the SAX interface of nlohmann::json tells positions for syntax errors only, and a finding needs
// those of keys and values; duplicates and depth need hooks of ours anyway.
#include "syntax/json.h"

#include <unordered_set>

#include "base/text.h"
#include "syntax/rules.h"
#include "syntax/source_text.h"

namespace mektep {
namespace {

constexpr std::size_t most_bytes = 16u << 20;
constexpr std::uint32_t max_depth = 64;
constexpr std::size_t most_findings = 100;

class JsonReader {
 public:
  JsonReader(std::string_view text, const std::string& file, Findings& findings)
      : text_(text), file_(file), findings_(findings), marks_(text) {}

  Node read() {
    Node root;
    skip_spaces();
    if (!value(root, 1)) return root;
    skip_spaces();
    if (at_ < text_.size()) wrong("end of file");
    return root;
  }

 private:
  bool wrong(std::string_view wanted) {
    const std::string_view here = text_.substr(std::min(at_, text_.size()), 24);
    findings_.emplace_back(rules::json_syntax, Place{file_, marks_.at(at_)}, "",
                           excerpt(whole_characters(here.substr(0, here.find('\n'))), 20),
                           std::vector<Param>{{"wanted", std::string(wanted)}});
    return false;
  }
  // A cut may leave half a character at the end.
  static std::string_view whole_characters(std::string_view text) {
    const auto bad = find_invalid_utf8(text);
    return bad ? text.substr(0, *bad) : text;
  }
  void skip_spaces() {
    while (at_ < text_.size() &&
           (text_[at_] == ' ' || text_[at_] == '\n' || text_[at_] == '\t' || text_[at_] == '\r'))
      ++at_;
  }
  bool take(char c) {
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  bool value(Node& out, std::uint32_t depth) {
    out.mark = marks_.at(at_);
    if (at_ >= text_.size()) return wrong("value");
    const char c = text_[at_];
    if (c == '{' || c == '[') {
      if (depth > max_depth) {
        findings_.emplace_back(rules::json_too_deep, Place{file_, out.mark}, "", "",
                               std::vector<Param>{{"limit", fmt::format("{}", max_depth)}});
        return false;
      }
      return c == '{' ? object(out, depth) : array(out, depth);
    }
    if (c == '"') {
      out.kind = Node::Kind::scalar;
      out.quoted = true;
      return string(out.text);
    }
    return word(out);
  }

  bool array(Node& out, std::uint32_t depth) {
    out.kind = Node::Kind::list;
    ++at_;
    skip_spaces();
    if (take(']')) return true;
    for (;;) {
      if (!value(out.items.emplace_back(), depth + 1)) return false;
      skip_spaces();
      if (take(']')) return true;
      if (!take(',')) return wrong("',' or ']'");
      skip_spaces();
    }
  }

  bool object(Node& out, std::uint32_t depth) {
    out.kind = Node::Kind::map;
    ++at_;
    skip_spaces();
    if (take('}')) return true;
    std::unordered_set<std::string> keys;
    for (;;) {
      if (at_ >= text_.size() || text_[at_] != '"') return wrong("'\"'");
      Node::Member member;
      member.mark = marks_.at(at_);
      if (!string(member.key)) return false;
      skip_spaces();
      if (!take(':')) return wrong("':'");
      skip_spaces();
      const bool sound = value(member.value, depth + 1);
      if (keys.insert(member.key).second) {
        out.members.push_back(std::move(member));
      } else if (++duplicates_ <= most_findings) {
        findings_.emplace_back(rules::json_duplicate_key, Place{file_, member.mark}, "", excerpt(member.key));
      }
      if (!sound) return false;
      skip_spaces();
      if (take('}')) return true;
      if (!take(',')) return wrong("',' or '}'");
      skip_spaces();
    }
  }

  bool word(Node& out) {
    const std::size_t begin = at_;
    while (at_ < text_.size() && belongs_to_word(text_[at_])) ++at_;
    const std::string_view text = text_.substr(begin, at_ - begin);
    if (text == "null") return true;
    if (text == "true" || text == "false" || is_number(text)) {
      out.kind = Node::Kind::scalar;
      out.text = text;
      return true;
    }
    at_ = begin;
    return wrong("value");
  }

  static bool belongs_to_word(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '+' ||
           c == '-' || c == '.';
  }
  static bool is_number(std::string_view text) {
    const auto digits = [&](std::size_t& i) {
      const std::size_t begin = i;
      while (i < text.size() && text[i] >= '0' && text[i] <= '9') ++i;
      return i - begin;
    };
    std::size_t i = text.starts_with('-') ? 1 : 0;
    const std::size_t first = i;
    const std::size_t whole = digits(i);
    if (whole == 0 || (whole > 1 && text[first] == '0')) return false;
    if (i < text.size() && text[i] == '.') {
      ++i;
      if (digits(i) == 0) return false;
    }
    if (i < text.size() && (text[i] | 0x20) == 'e') {
      ++i;
      if (i < text.size() && (text[i] == '+' || text[i] == '-')) ++i;
      if (digits(i) == 0) return false;
    }
    return i == text.size();
  }

  bool string(std::string& out) {
    const std::size_t open = at_++;
    for (;;) {
      const std::size_t stop = text_.find_first_of("\"\\\n\t", at_);
      if (stop == std::string_view::npos) {
        at_ = open;
        return wrong("closing '\"'");
      }
      out += text_.substr(at_, stop - at_);
      at_ = stop;
      if (text_[at_] == '"') {
        ++at_;
        return true;
      }
      if (text_[at_] != '\\') return wrong("closing '\"'");
      if (!escape(out)) return wrong("escape");
    }
  }

  bool escape(std::string& out) {
    constexpr std::string_view names = "\"\\/bfnrt";
    constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
    const char c = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
    if (const std::size_t i = names.find(c); i != std::string_view::npos) {
      out += meanings[i];
      at_ += 2;
      return true;
    }
    char32_t code = 0;
    if (c != 'u' || !hex(at_ + 2, code)) return false;
    std::size_t length = 6;
    if (code >= 0xD800 && code < 0xDC00) {
      char32_t low = 0;
      if (text_.substr(at_ + 6, 2) != "\\u" || !hex(at_ + 8, low) || low < 0xDC00 || low > 0xDFFF)
        return false;
      code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
      length = 12;
    } else if (code >= 0xDC00 && code < 0xE000) {
      return false;
    }
    append_utf8(out, code);
    at_ += length;
    return true;
  }
  bool hex(std::size_t at, char32_t& out) const {
    if (at + 4 > text_.size()) return false;
    for (std::size_t i = at; i < at + 4; ++i) {
      const char c = text_[i];
      const char lower = static_cast<char>(c | 0x20);
      if (c >= '0' && c <= '9') {
        out = out * 16 + static_cast<char32_t>(c - '0');
      } else if (lower >= 'a' && lower <= 'f') {
        out = out * 16 + static_cast<char32_t>(lower - 'a' + 10);
      } else {
        return false;
      }
    }
    return true;
  }

  std::string_view text_;
  const std::string& file_;
  Findings& findings_;
  Marks marks_;
  std::size_t at_ = 0;
  std::size_t duplicates_ = 0;
};

}  // namespace

Node parse_json(std::string_view text, const std::string& file, Findings& findings) {
  const auto accepted = accept_text(text, most_bytes, file, 1, findings, FormNotes::omit);
  return accepted ? JsonReader(*accepted, file, findings).read() : Node{};
}

}  // namespace mektep
