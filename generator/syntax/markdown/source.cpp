#include "syntax/markdown/source.h"

#include <cstring>

namespace mektep {

namespace {

// Line starts as Markdown sees them: behind LF, CRLF and a lone CR.
void find_lines(std::string_view text, std::vector<std::uint32_t>& lines) {
  lines.clear();
  lines.reserve(16 + text.size() / 48);
  lines.push_back(0);
  const bool carriage = text.find('\r') != std::string_view::npos;
  std::size_t at = 0;
  while ((at = carriage ? text.find_first_of("\r\n", at) : text.find('\n', at)) != std::string_view::npos) {
    at += text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n' ? 2 : 1;
    lines.push_back(static_cast<std::uint32_t>(at));
  }
}

}  // namespace

MarkdownSource::MarkdownSource(std::string_view original, std::uint32_t first_line)
    : original_(original), first_line_(first_line) {
  find_lines(original_, original_lines_);
}

void MarkdownSource::replace(std::size_t begin, std::size_t end, bool literal) {
  const std::size_t from = edits_.empty() ? 0 : edits_.back().end;
  if (edits_.empty()) changed_.reserve(original_.size() + 16);
  changed_.append(original_, from, begin - from);
  const std::size_t changed_begin = changed_.size();
  changed_ += open;
  fmt::format_to(std::back_inserter(changed_), "{}", edits_.size());
  changed_ += close;
  edits_.push_back({begin, end, changed_begin, changed_.size(), literal});
  has_literals_ = has_literals_ || literal;
}

void MarkdownSource::finish() {
  if (edits_.empty()) return;
  changed_.append(original_, edits_.back().end);
  find_lines(changed_, changed_lines_);
}

std::string_view MarkdownSource::replaced(std::uint32_t placeholder) const {
  const Edit& edit = edits_[placeholder];
  return original_.substr(edit.begin, edit.end - edit.begin);
}

std::uint32_t MarkdownSource::placeholder(std::string_view text, std::size_t& at) const {
  if (!text.substr(at).starts_with(open)) return no_placeholder;
  std::size_t i = at + open.size();
  std::uint32_t number = 0;
  while (i < text.size() && text[i] >= '0' && text[i] <= '9' && number < edits_.size())
    number = number * 10 + static_cast<std::uint32_t>(text[i++] - '0');
  if (number >= edits_.size() || !text.substr(i).starts_with(close)) return no_placeholder;
  at = i + close.size();
  return number;
}

std::string MarkdownSource::restore(std::string_view text, bool one_line, bool literals_only) const {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t next = std::min(text.find(open, at), text.size());
    out.append(text, at, next - at);
    at = next;
    if (at >= text.size()) break;
    const std::size_t begin = at;
    const std::uint32_t number = placeholder(text, at);
    if (number == no_placeholder) {
      out += text[at++];
    } else if (literals_only && !edits_[number].literal) {
      out += text.substr(begin, at - begin);
    } else {
      const std::size_t from = out.size();
      out += replaced(number);
      if (one_line) std::replace(out.begin() + static_cast<std::ptrdiff_t>(from), out.end(), '\n', ' ');
    }
  }
  return out;
}

std::size_t MarkdownSource::offset(int line, int column) const {
  const auto& lines = changed() ? changed_lines_ : original_lines_;
  if (line < 1) return 0;
  const std::size_t l = std::min<std::size_t>(static_cast<std::size_t>(line) - 1, lines.size() - 1);
  const std::size_t end = l + 1 < lines.size() ? lines[l + 1] : text().size();
  return std::min(lines[l] + static_cast<std::size_t>(std::max(column, 1) - 1), end);
}

std::size_t MarkdownSource::line_end(std::size_t offset) const {
  return std::min(text().find('\n', offset), text().size());
}

Mark MarkdownSource::mark(std::size_t offset) const {
  if (edits_.empty()) return mark_of_original(offset);
  auto after = std::upper_bound(edits_.begin(), edits_.end(), offset,
                                [](std::size_t o, const Edit& e) { return o < e.changed_begin; });
  if (after == edits_.begin()) return mark_of_original(offset);
  const Edit& edit = *--after;
  return mark_of_original(offset < edit.changed_end ? edit.begin : edit.end + (offset - edit.changed_end));
}

Mark MarkdownSource::mark_of_original(std::size_t offset) const {
  offset = std::min(offset, original_.size());
  const auto& lines = original_lines_;
  std::size_t line = memo_line_;
  if (offset < lines[line] || (line + 1 < lines.size() && offset >= lines[line + 1])) {
    line =
        line + 2 < lines.size() && offset >= lines[line + 1] && offset < lines[line + 2]
            ? line + 1
            : static_cast<std::size_t>(std::upper_bound(lines.begin(), lines.end(), offset) - lines.begin()) -
                  1;
  }
  if (line != memo_line_ || offset < memo_offset_) {
    memo_line_ = line;
    memo_offset_ = lines[line];
    memo_column_ = 1;
  }
  std::uint32_t more = 0;
  for (std::size_t i = memo_offset_; i < offset; ++i)
    more += (static_cast<unsigned char>(original_[i]) & 0xC0) != 0x80;
  memo_column_ += more;
  memo_offset_ = offset;
  return {first_line_ + static_cast<std::uint32_t>(line), memo_column_};
}

}  // namespace mektep
