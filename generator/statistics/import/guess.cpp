#include "statistics/import/guess.h"

#include "base/text.h"
#include "statistics/import/decode.h"
#include "statistics/import/reader.h"
#include "statistics/import/sheet_rows.h"
#include "statistics/rules.h"

namespace mektep {
namespace {

constexpr std::size_t most_rows = 1000;
constexpr Message by_name{"аты боюнча", "по названию", "by its name"},
    by_contents{"мазмуну боюнча: {1} уячанын ичинен {0}", "по содержанию: {0} из {1} ячеек",
                "by its contents: {0} of {1} cells"},
    not_found{"{0}: табылган жок. Тилкенин атын жазыңыз", "{0}: не найдено. Впишите название столбца",
              "{0}: not found. Write the name of the column"},
    unused{"Колдонулбаган тилкелер: {}", "Неиспользованные столбцы: {}", "Columns that are not used: {}"},
    intro{"Тилкелердин дал келиши. Текшерип, оңдоңуз.", "Соответствие столбцов. Проверьте и исправьте.",
          "What the columns mean. Check it and correct it."};

// What the filled cells of a column look like.
struct Seen {
  std::size_t filled = 0, classes = 0, subjects = 0, marks = 0, dates = 0, sexes = 0, counts = 0, words = 0;
  std::int64_t largest = 0;
};

bool is_sex(const std::string& word) {
  for (const std::string_view known : {"м", "ж", "э", "к", "эркек", "кыз", "бала", "m", "f", "муж", "жен"})
    if (word == known) return true;
  return false;
}

void look(std::string_view cell, const ImportOptions& options, const Scale& five, Seen& seen) {
  cell = trim(cell);
  if (cell.empty()) return;
  ++seen.filled;
  const auto number = read_count(cell);
  if (number) {
    ++seen.counts;
    seen.largest = std::max(seen.largest, *number);
  }
  const auto name = parse_class_name(cell);
  if (name && (!name->letter.empty() || !number)) ++seen.classes;
  if (options.subjects->recognise(cell)) ++seen.subjects;
  const MarkWord word = read_mark(cell, five).word;
  if (word != MarkWord::unknown || (number && *number <= 100)) ++seen.marks;
  if (!number && read_date(cell)) ++seen.dates;
  if (is_sex(fold_header(cell))) ++seen.sexes;
  if (!number && !name && cell.find(' ') != std::string_view::npos) ++seen.words;
}

std::size_t fits(std::string_view id, const Seen& seen) {
  if (id == "class") return seen.classes;
  if (id == "subject") return seen.subjects;
  if (id == "mark") return seen.marks;
  if (id == "date") return seen.dates;
  if (id == "sex") return seen.sexes;
  if (id == "pupil") return seen.words;
  return 0;
}

std::string quoted(const std::string& text) {
  return '"' + replace_all(replace_all(text, "\\", "\\\\"), "\"", "\\\"") + '"';
}

class Guess {
 public:
  Guess(RowSource& rows, const ImportOptions& options, Findings& findings)
      : rows_(rows), options_(options), findings_(findings) {}

  GuessedTable make() {
    std::vector<std::string_view> cells;
    std::uint32_t row = 0;
    if (!rows_.next(cells, row, findings_)) {
      findings_.emplace_back(rules::statistics_empty_file, Place{rows_.file(), {}});
      return {};
    }
    // A first row of marks or classes is no heading, and might name a pupil.
    const Scale five = *MarkingPolicies({}, {}).scale("five");
    const bool heading = std::none_of(cells.begin(), cells.end(), [&](std::string_view cell) {
      return (!trim(cell).empty() && read_mark(cell, five).word == MarkWord::mark) || parse_class_name(cell);
    });
    if (cells.size() < 2 || !heading) {
      findings_.emplace_back(cells.size() < 2 ? rules::statistics_separator : rules::statistics_no_header,
                             Place{rows_.file(), {row, 1}});
      return {};
    }
    for (std::size_t i = 0; i < cells.size(); ++i)
      table_.columns.push_back({i, std::string(trim(cells[i])), {}, false, 0, 0});
    seen_.resize(cells.size());
    for (std::size_t count = 0; count < most_rows && rows_.next(cells, row, findings_); ++count)
      for (std::size_t i = 0; i < std::min(cells.size(), seen_.size()); ++i)
        look(cells[i], options_, five, seen_[i]);
    choose_profile();
    return std::move(table_);
  }

 private:
  // The columns of the profile, by name first, then by contents.
  std::vector<GuessedColumn> columns_of(const Profile& profile) const {
    std::vector<GuessedColumn> columns = table_.columns;
    std::set<std::string_view> taken;
    const auto allowed = profile.columns();
    for (GuessedColumn& column : columns) {
      const std::string_view id = recognise_column(column.header, allowed);
      if (id.empty() || !taken.insert(id).second) continue;
      column.id = id;
      column.by_name = true;
    }
    for (const std::string_view id : profile.required) {
      if (taken.contains(id)) continue;
      GuessedColumn* best = nullptr;
      for (GuessedColumn& column : columns) {
        const Seen& seen = seen_[column.index];
        const std::size_t fit = column.id.empty() ? fits(id, seen) : 0;
        if (fit * 10 < seen.filled * 8 || fit == 0 || (best && fit <= best->fits)) continue;
        column.fits = fit;
        column.rows = seen.filled;
        best = &column;
      }
      if (!best) continue;
      best->id = id;
      taken.insert(id);
    }
    return columns;
  }

  void choose_profile() {
    std::size_t fewest = 0, most = 0;
    for (const Profile& profile : csv_profiles()) {
      if (!options_.mapping.profile.empty() && profile.id != options_.mapping.profile) continue;
      std::vector<GuessedColumn> columns = columns_of(profile);
      std::set<std::string_view> found;
      for (const GuessedColumn& column : columns)
        if (!column.id.empty()) found.insert(column.id);
      std::vector<std::string_view> missing;
      for (const std::string_view id : profile.required)
        if (!found.contains(id) && !(id == "class" && options_.class_)) missing.push_back(id);
      if (found.empty() ||
          (table_.profile && (missing.size() > fewest || (missing.size() == fewest && found.size() <= most))))
        continue;
      fewest = missing.size();
      most = found.size();
      best_ = std::move(columns);
      table_.profile = &profile;
      table_.missing = std::move(missing);
    }
    if (!table_.profile) {
      findings_.emplace_back(rules::statistics_no_header, Place{rows_.file(), {1, 1}});
      return;
    }
    table_.columns = std::move(best_);
    for (const GuessedColumn& column : table_.columns)
      if (column.id == "mark") table_.scale = scale_for(seen_[column.index].largest);
  }

  static std::string scale_for(std::int64_t largest) {
    return largest <= 5 ? "five" : largest <= 10 ? "ten" : largest <= 12 ? "twelve" : "hundred";
  }

  RowSource& rows_;
  const ImportOptions& options_;
  Findings& findings_;
  GuessedTable table_;
  std::vector<Seen> seen_;
  std::vector<GuessedColumn> best_;
};

}  // namespace

std::string GuessedTable::as_yaml(const std::string& file, Language language) const {
  if (!profile) return {};
  std::string out = fmt::format("# {}: {}\nprofile: {}\n", file, intro.in(language), profile->id);
  if (profile->id == "marks") out += fmt::format("scale: {}\n", scale);
  out += "columns:\n";
  std::string rest;
  for (const GuessedColumn& column : columns) {
    if (column.id.empty()) {
      if (!column.header.empty()) rest += (rest.empty() ? "" : ", ") + quoted(column.header);
      continue;
    }
    out += fmt::format(
        "  {}: {}  # {}, {}\n", column.id, quoted(column.header), column_name(column.id).in(language),
        column.by_name ? std::string(by_name.in(language))
                       : fmt::format(fmt::runtime(by_contents.in(language)), column.fits, column.rows));
  }
  for (const std::string_view id : missing)
    out += fmt::format("  # {}: \"\"  # {}\n", id,
                       fmt::format(fmt::runtime(not_found.in(language)), column_name(id).in(language)));
  if (!rest.empty()) out += "# " + fmt::format(fmt::runtime(unused.in(language)), rest) + '\n';
  return out;
}

GuessedTable guess_columns(const InputFile& file, const ImportOptions& options, Findings& findings) {
  if (file.bytes.starts_with("PK\x03\x04")) {
    const auto sheets = read_xlsx(file.bytes, file.path, findings);
    if (!sheets) return {};
    for (const XlsxSheet& sheet : *sheets) {
      if (sheet.rows.empty()) continue;
      SheetRows rows(sheet, file.path, "№1");
      return Guess(rows, options, findings).make();
    }
    findings.emplace_back(rules::statistics_empty_file, Place{file.path, {}});
    return {};
  }
  std::string converted;
  const auto text = decode_table(file.bytes, converted, file.path, findings);
  if (!text) return {};
  CsvRows rows(*text, file.path);
  return Guess(rows, options, findings).make();
}

}  // namespace mektep
