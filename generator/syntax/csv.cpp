#include "syntax/csv.h"

#include <unordered_set>

#include "base/text.h"
#include "syntax/rules.h"
#include "syntax/source_text.h"

namespace mektep {
namespace {

constexpr std::size_t largest_table = 4u << 20;
constexpr std::size_t most_ragged = 100;  // of ragged rows; one wrong separator makes all of them so

// More frequent in the first line, outside quotes; Excel in Kyrgyz and Russian writes `;`.
char choose_separator(std::string_view text) {
  std::size_t commas = 0, semicolons = 0;
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '\n') break;
    commas += c == ',' ? 1 : 0;
    semicolons += c == ';' ? 1 : 0;
  }
  return semicolons > commas ? ';' : ',';
}

class CsvReader {
 public:
  CsvReader(std::string_view text, char separator, std::uint32_t line)
      : text_(text), separator_(separator), line_(line) {}

  bool at_end() const { return at_ >= text_.size(); }
  Mark mark() const { return {line_, column_}; }

  // The next record; `sound` is false when a cell has a fault, which is then in the findings.
  std::vector<CsvCell> record(const std::string& file, Findings& findings, bool& sound) {
    std::vector<CsvCell> cells;
    sound = true;
    for (;;) {
      CsvCell& cell = cells.emplace_back();
      cell.mark = mark();
      if (!at_end() && text_[at_] == '"') {
        sound = quoted(cell, file, findings) && sound;
      } else {
        const std::size_t begin = at_;
        while (!at_end() && text_[at_] != separator_ && !at_line_end()) advance();
        cell.text = text_.substr(begin, at_ - begin);
      }
      if (at_end()) return cells;
      if (at_line_end()) {
        if (text_[at_] == '\r') ++at_;
        ++at_;
        ++line_;
        column_ = 1;
        return cells;
      }
      advance();  // the separator
    }
  }

 private:
  bool at_line_end() const {
    return text_[at_] == '\n' || (text_[at_] == '\r' && text_.substr(at_).starts_with("\r\n"));
  }
  void advance() {
    if (text_[at_] == '\n') {
      ++line_;
      column_ = 1;
    } else if ((static_cast<unsigned char>(text_[at_]) & 0xC0) != 0x80) {
      ++column_;
    }
    ++at_;
  }

  bool quoted(CsvCell& cell, const std::string& file, Findings& findings) {
    const std::size_t open = at_;
    advance();
    for (;;) {
      if (at_end()) {
        const std::size_t end = std::min(text_.find('\n', open), text_.size());
        findings.emplace_back(rules::csv_open_quote, Place{file, cell.mark}, "",
                              excerpt(trim(text_.substr(open, end - open))));
        return false;
      }
      if (text_[at_] == '"') {
        advance();
        if (at_end() || text_[at_] != '"') break;
      }
      cell.text += text_[at_];
      advance();
    }
    if (at_end() || text_[at_] == separator_ || at_line_end()) return true;
    const Mark behind = mark();
    const std::size_t begin = at_;
    while (!at_end() && text_[at_] != separator_ && !at_line_end()) advance();
    findings.emplace_back(rules::csv_after_quote, Place{file, behind}, "",
                          excerpt(text_.substr(begin, at_ - begin)));
    return false;
  }

  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
  std::uint32_t line_;
  std::uint32_t column_ = 1;
};

bool is_blank(const std::vector<CsvCell>& cells) {
  return std::all_of(cells.begin(), cells.end(), [](const CsvCell& cell) { return trim(cell.text).empty(); });
}

void check_header(const std::vector<CsvCell>& header, const std::string& file, Findings& findings) {
  std::unordered_set<std::string_view> names;
  std::size_t faults = 0;
  for (std::size_t i = 0; i < header.size(); ++i) {
    if (!header[i].text.empty() && names.insert(header[i].text).second) continue;
    findings.emplace_back(rules::csv_column_name, Place{file, header[i].mark}, "", excerpt(header[i].text),
                          std::vector<Param>{{"number", fmt::format("{}", i + 1)}});
    if (++faults == most_ragged) return;
  }
}

}  // namespace

CsvTable parse_csv(std::string_view text, const std::string& file, Findings& findings) {
  CsvTable table;
  const auto accepted =
      accept_text(text, largest_table, file, 1, findings, FormNotes::omit);  // RFC 4180 wants CRLF
  if (!accepted) return table;
  text = *accepted;
  std::uint32_t line = 1;
  if (text.starts_with("sep=;") || text.starts_with("sep=,")) {  // a line that Excel writes and reads
    table.separator = text[4];
    text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
    line = 2;
  } else {
    table.separator = choose_separator(text);
  }

  CsvReader reader(text, table.separator, line);
  bool sound = true;
  while (!reader.at_end() && table.header.empty()) {
    table.header = reader.record(file, findings, sound);
    if (is_blank(table.header)) table.header.clear();
  }
  if (table.header.empty()) {
    findings.emplace_back(rules::csv_no_header, Place{file, {line, 1}});
    return table;
  }
  for (CsvCell& cell : table.header) cell.text = std::string(trim(cell.text));
  check_header(table.header, file, findings);

  std::size_t faults = 0;
  while (!reader.at_end()) {
    const Mark begin = reader.mark();
    std::vector<CsvCell> row = reader.record(file, findings, sound);
    if (is_blank(row) && sound) continue;
    if (sound && row.size() == table.header.size()) {
      table.rows.push_back(std::move(row));
      continue;
    }
    if (++faults == most_ragged) break;
    if (sound) {
      findings.emplace_back(rules::csv_ragged_row, Place{file, begin}, "", fmt::format("{}", row.size()),
                            std::vector<Param>{{"cells", fmt::format("{}", table.header.size())}});
    }
  }
  return table;
}

std::optional<std::size_t> find_column(const CsvTable& table, std::string_view name, const std::string& file,
                                       Findings& findings) {
  const auto column = std::ranges::find(table.header, name, &CsvCell::text);
  if (column != table.header.end()) return static_cast<std::size_t>(column - table.header.begin());
  findings.emplace_back(rules::csv_missing_column, Place{file, {1, 1}}, "", std::string(name));
  return std::nullopt;
}

}  // namespace mektep
