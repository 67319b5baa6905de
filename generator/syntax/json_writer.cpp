#include <charconv>

#include "syntax/json.h"

namespace mektep {

void append_json(std::string& out, std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  out += '"';
  std::size_t kept = 0;  // text before this offset is in `out`
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    std::string_view instead;
    char code[] = "\\u0000";
    if (byte == '"') {
      instead = "\\\"";
    } else if (byte == '\\') {
      instead = "\\\\";
    } else if (byte == '\n') {
      instead = "\\n";
    } else if (byte < 0x20 || byte == '<' || byte == 0x7F) {
      code[4] = digits[byte >> 4];
      code[5] = digits[byte & 15];
      instead = std::string_view(code, 6);
    } else if (byte == 0xE2 &&
               (text.substr(i).starts_with("\u2028") || text.substr(i).starts_with("\u2029"))) {
      // Line ends to older JavaScript, which may meet this text inside <script>.
      instead = text[i + 2] == '\xA8' ? "\\u2028" : "\\u2029";
    } else {
      continue;
    }
    out += text.substr(kept, i - kept);
    out += instead;
    if (byte == 0xE2) i += 2;
    kept = i + 1;
  }
  out += text.substr(kept);
  out += '"';
}

void JsonWriter::line() {
  if (indent_ == 0) return;
  out_ += '\n';
  out_.append(filled_.size() * static_cast<std::size_t>(indent_), ' ');
}

void JsonWriter::separate() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (filled_.empty()) return;
  if (filled_.back()) out_ += ',';
  filled_.back() = true;
  line();
}

JsonWriter& JsonWriter::begin_object() {
  separate();
  out_ += '{';
  filled_.push_back(false);
  return *this;
}

JsonWriter& JsonWriter::end_object() {
  const bool filled = filled_.back();
  filled_.pop_back();
  if (filled) line();
  out_ += '}';
  return *this;
}

JsonWriter& JsonWriter::begin_array() {
  separate();
  out_ += '[';
  filled_.push_back(false);
  return *this;
}

JsonWriter& JsonWriter::end_array() {
  const bool filled = filled_.back();
  filled_.pop_back();
  if (filled) line();
  out_ += ']';
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  separate();
  append_json(out_, name);
  out_ += indent_ == 0 ? ":" : ": ";
  after_key_ = true;
  return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
  separate();
  append_json(out_, text);
  return *this;
}

JsonWriter& JsonWriter::whole(std::int64_t number) {
  separate();
  char digits[24];
  const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
  out_.append(digits, end);
  return *this;
}

JsonWriter& JsonWriter::value(bool truth) {
  separate();
  out_ += truth ? "true" : "false";
  return *this;
}

JsonWriter& JsonWriter::null() {
  separate();
  out_ += "null";
  return *this;
}

std::string JsonWriter::take() {
  if (indent_ != 0) out_ += '\n';
  filled_.clear();
  after_key_ = false;
  return std::exchange(out_, {});
}

}  // namespace mektep
