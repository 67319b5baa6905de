#include "syntax/source_text.h"

#include <cstring>

#include "base/text.h"
#include "syntax/rules.h"

namespace mektep {
namespace {

bool continues(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

Mark mark_of(std::string_view text, std::size_t offset, std::uint32_t first_line) {
  Mark mark{first_line, 1};
  for (std::size_t i = 0; i < offset; ++i) {
    if (text[i] == '\n') {
      ++mark.line;
      mark.column = 1;
    } else if (!continues(text[i])) {
      ++mark.column;
    }
  }
  return mark;
}

// What a text that is no UTF-8 most probably is. Windows-1251 puts nearly all Cyrillic letters into C0…FF.
Label likely_encoding(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return {"UTF-16", "UTF-16", "UTF-16"};
  const std::string_view sample = bytes.substr(0, 65536);
  std::size_t letters = 0, others = 0;
  for (const char c : sample) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0xC0) {
      ++letters;
    } else if (byte >= 0x80) {
      ++others;
    }
  }
  // UTF-8 Cyrillic has one continuation byte a letter: a damaged or cut file looks like that.
  if (letters > 2 * others) return {"Windows-1251", "Windows-1251", "Windows-1251"};
  return {"бузулган UTF-8", "повреждённый UTF-8", "damaged UTF-8"};
}

// Offset of the first byte that no text has; a carriage return counts unless a line feed follows it.
std::size_t find_control(std::string_view text, bool& crlf) {
  // The loop over blocks has no branches, so it runs at memory speed on the usual text without any.
  std::size_t i = 0;
  const std::size_t size = text.size();
  while (i < size) {
    const std::size_t end = std::min(size, i + 4096);
    unsigned odd = 0;
    for (std::size_t k = i; k < end; ++k) {
      const auto byte = static_cast<unsigned char>(text[k]);
      odd |= static_cast<unsigned>((byte < 0x20) & (byte != '\n') & (byte != '\t')) |
             static_cast<unsigned>(byte == 0x7F);
    }
    if (odd != 0) {
      for (std::size_t k = i; k < end; ++k) {
        const auto byte = static_cast<unsigned char>(text[k]);
        if (byte == '\r' && k + 1 < size && text[k + 1] == '\n') {
          crlf = true;
        } else if ((byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7F) {
          return k;
        }
      }
    }
    i = end;
  }
  return size;
}

}  // namespace

std::string_view skip_byte_order_mark(std::string_view bytes) {
  return bytes.starts_with("\xEF\xBB\xBF") ? bytes.substr(3) : bytes;
}

std::optional<std::string_view> accept_text(std::string_view bytes, std::size_t max_bytes,
                                            const std::string& file, std::uint32_t first_line,
                                            Findings& findings, FormNotes notes) {
  if (bytes.size() > max_bytes) {
    findings.emplace_back(rules::text_too_big, Place{file, {}}, "", fmt::format("{}", bytes.size()),
                          std::vector<Param>{{"limit", fmt::format("{}", max_bytes)}});
    return std::nullopt;
  }
  const std::string_view text = skip_byte_order_mark(bytes);
  if (const auto bad = find_invalid_utf8(text)) {
    findings.emplace_back(rules::text_invalid_utf8, Place{file, mark_of(text, *bad, first_line)}, "",
                          fmt::format("0x{:02X}", static_cast<unsigned char>(text[*bad])),
                          std::vector<Param>{{"encoding", likely_encoding(bytes)}});
    return std::nullopt;
  }
  bool crlf = false;
  if (const std::size_t bad = find_control(text, crlf); bad != text.size()) {
    findings.emplace_back(rules::text_control_character, Place{file, mark_of(text, bad, first_line)}, "",
                          fmt::format("U+{:04X}", static_cast<unsigned char>(text[bad])));
    return std::nullopt;
  }
  if (notes == FormNotes::omit) return text;
  if (text.size() != bytes.size()) {
    findings.emplace_back(rules::text_byte_order_mark, Place{file, {first_line, 1}});
  }
  if (crlf) findings.emplace_back(rules::text_crlf, Place{file, {first_line, 1}});
  return text;
}

Marks::Marks(std::string_view text, std::uint32_t first_line) : text_(text), first_line_(first_line) {
  starts_.push_back(0);
  for (const char* at = text.data(); at != nullptr;) {
    const std::size_t rest = text.size() - static_cast<std::size_t>(at - text.data());
    at = rest == 0 ? nullptr : static_cast<const char*>(std::memchr(at, '\n', rest));
    if (at != nullptr) starts_.push_back(static_cast<std::size_t>(++at - text.data()));
  }
}

Mark Marks::at(std::size_t offset) {
  offset = std::min(offset, text_.size());
  const auto above = std::upper_bound(starts_.begin(), starts_.end(), offset);
  const auto line = static_cast<std::size_t>(above - starts_.begin()) - 1;
  if (line != last_line_) {
    last_line_ = line;
    last_offset_ = starts_[line];
    last_column_ = 1;
  }
  for (; last_offset_ < offset; ++last_offset_) last_column_ += continues(text_[last_offset_]) ? 0 : 1;
  for (; last_offset_ > offset; --last_offset_) last_column_ -= continues(text_[last_offset_ - 1]) ? 0 : 1;
  return {first_line_ + static_cast<std::uint32_t>(line), last_column_};
}

std::size_t Marks::line_start(std::size_t offset) const {
  return *(std::upper_bound(starts_.begin(), starts_.end(), offset) - 1);
}

std::size_t Marks::line_end(std::size_t offset) const {
  const auto above = std::upper_bound(starts_.begin(), starts_.end(), offset);
  return above == starts_.end() ? text_.size() : *above - 1;
}

}  // namespace mektep
