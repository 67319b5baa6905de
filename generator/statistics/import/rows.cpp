#include "statistics/import/rows.h"

#include <fmt/format.h>

#include "base/text.h"
#include "statistics/rules.h"

namespace mektep {
namespace {

// The most frequent of ; , and tab in the first line, outside quotes; Excel in Kyrgyz and Russian writes `;`.
char choose_separator(std::string_view text) {
  constexpr std::string_view separators = ";,\t";
  std::array<std::size_t, 3> counts{};
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '\n') break;
    if (const std::size_t at = separators.find(c); at != std::string_view::npos) ++counts[at];
  }
  return separators[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) -
                                             counts.begin())];
}

std::string column_letters(std::size_t column) {
  std::string letters;
  for (std::size_t n = column + 1; n > 0; n = (n - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (n - 1) % 26));
  return letters;
}

}  // namespace

CsvRows::CsvRows(std::string_view text, std::string file) : RowSource(std::move(file), {}), text_(text) {
  if (text_.size() > 5 && text_.starts_with("sep=") && (text_[5] == '\n' || text_[5] == '\r')) {
    separator_ = text_[4];
    at_ = std::min(text_.find('\n'), text_.size() - 1) + 1;
    line_ = 2;
  } else {
    separator_ = choose_separator(text_);
  }
}

bool CsvRows::next(std::vector<std::string_view>& cells, std::uint32_t& row, Findings& findings) {
  while (at_ < text_.size()) {
    cells.clear();
    if (!unquoted_.empty()) unquoted_.clear();
    row = line_;
    bool blank = true, sound = true;
    const char* const data = text_.data();
    const std::size_t size = text_.size();
    for (;;) {
      if (at_ < size && data[at_] == '"') {
        sound = quoted_cell(cells, row, findings);
        blank = false;
      } else {
        const std::size_t begin = at_;
        while (at_ < size && data[at_] != separator_ && data[at_] != '\n') ++at_;
        std::size_t end = at_;
        if (end > begin && data[end - 1] == '\r' && (end == size || data[end] == '\n')) --end;
        cells.emplace_back(data + begin, end - begin);
        if (end > begin) blank = blank && trim(cells.back()).empty();
      }
      if (!sound || at_ >= size) break;
      const bool line_end = data[at_] == '\n';
      ++at_;
      if (!line_end) continue;
      ++line_;
      break;
    }
    if (!sound) {
      at_ = size;  // an open quote swallows the rest
      return false;
    }
    if (!blank) return true;
  }
  return false;
}

bool CsvRows::quoted_cell(std::vector<std::string_view>& cells, std::uint32_t row, Findings& findings) {
  const std::size_t begin = ++at_;
  bool doubled = false;
  for (;;) {
    const std::size_t quote = text_.find('"', at_);
    if (quote == std::string_view::npos) {
      findings.emplace_back(rules::statistics_open_quote, place_of(*this, row, cells.size()));
      return false;
    }
    line_ += static_cast<std::uint32_t>(std::count(text_.begin() + static_cast<std::ptrdiff_t>(at_),
                                                   text_.begin() + static_cast<std::ptrdiff_t>(quote), '\n'));
    at_ = quote + 1;
    if (at_ >= text_.size() || text_[at_] != '"') break;
    doubled = true;
    ++at_;
  }
  std::string_view cell = text_.substr(begin, at_ - 1 - begin);
  if (doubled) cell = unquoted_.emplace_back(replace_all(cell, "\"\"", "\""));
  cells.push_back(cell);
  while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\r')) ++at_;
  if (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\n') {
    findings.emplace_back(rules::statistics_open_quote, place_of(*this, row, cells.size() - 1));
    return false;
  }
  return true;
}

Place place_of(const RowSource& source, std::uint32_t row, std::size_t column) {
  return {source.file(), {row, static_cast<std::uint32_t>(column + 1)}};
}

std::string cell_name(const RowSource& source, std::uint32_t row, std::size_t column) {
  const std::string cell = fmt::format("{}{}", column_letters(column), row);
  return source.sheet().empty() ? cell : source.sheet() + "!" + cell;
}

}  // namespace mektep
