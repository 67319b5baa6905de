#include "statistics/import/reader.h"

#include "base/text.h"
#include "statistics/rules.h"

namespace mektep {
namespace {

bool is_total_word(std::string_view text) {
  const std::string word = fold_header(text);
  for (const std::string_view known :
       {"итого", "всего", "жалпы", "бардыгы", "жыйынтык", "жыйынтыгы", "total", "мектепбоюнча", "пошколе"})
    if (word == known) return true;
  return false;
}

std::string names_of(std::span<const std::string_view> ids, Language language) {
  std::string out;
  for (const std::string_view id : ids) out += (out.empty() ? "" : ", ") + column_name(id).in(language);
  return out;
}

Label label_of(std::span<const std::string_view> ids) {
  return {names_of(ids, Language::ky), names_of(ids, Language::ru), names_of(ids, Language::en)};
}

// The name as it stands in a message, which puts quotes around it: «5», not ««5»».
Label unquoted_name(std::string_view column) {
  Label name = column_name(column);
  for (std::string* const text : {&name.ky, &name.ru}) {
    if (text->starts_with("«") && text->ends_with("»")) *text = text->substr(2, text->size() - 4);
  }
  return name;
}

}  // namespace

const Profile* TableReader::choose(const std::vector<std::string>& header) {
  const Profile* best = nullptr;
  std::size_t best_lacks = 0, best_has = 0;
  for (const Profile& profile : csv_profiles()) {
    const auto allowed = profile.columns();
    std::set<std::string_view> found;
    for (const std::string& cell : header)
      if (const auto id = recognise_column(cell, allowed); !id.empty()) found.insert(id);
    std::size_t lacks = 0;
    for (const std::string_view id : profile.required) lacks += found.contains(id) ? 0 : 1;
    // Complete is best; of several that lack something the one of which there is most: it is what was meant.
    const auto rank = [](std::size_t lack, std::size_t has) {
      return std::tuple(lack == 0, has, std::numeric_limits<std::size_t>::max() - lack);
    };
    if (best && rank(lacks, found.size()) <= rank(best_lacks, best_has)) continue;
    best = &profile;
    best_lacks = lacks;
    best_has = found.size();
  }
  return best_has == 0 ? nullptr : best;
}

void TableReader::map_columns(const std::vector<std::string>& header, const Profile& profile, bool report) {
  const auto allowed = profile.columns();
  for (std::size_t i = 0; i < header.size(); ++i) {
    std::string id;
    for (const auto& [ours, theirs] : options_.mapping.columns)
      if (fold_header(theirs) == fold_header(header[i]) && !fold_header(header[i]).empty()) id = ours;
    if (id.empty()) id = recognise_column(header[i], allowed);
    if (id.empty() || (options_.mapping.columns.contains(id) &&
                       fold_header(options_.mapping.columns.at(id)) != fold_header(header[i])))
      continue;
    if (columns_.emplace(id, i).second || !report) continue;
    findings_.emplace_back(rules::statistics_doubled_column, place_of(source_, header_row_, i),
                           cell_name(source_, header_row_, i), "",
                           std::vector<Param>{{"column", unquoted_name(id)}});
  }
}

const Profile* TableReader::read_header(ImportedFile& result) {
  if (!source_.next(cells_, header_row_, findings_)) {
    findings_.emplace_back(rules::statistics_empty_file, Place{source_.file(), {}});
    return nullptr;
  }
  header_.assign(cells_.begin(), cells_.end());
  while (!header_.empty() && trim(header_.back()).empty()) header_.pop_back();
  const Profile* profile =
      options_.mapping.profile.empty() ? choose(header_) : find_profile(options_.mapping.profile);
  if (header_.size() < 2) {
    findings_.emplace_back(rules::statistics_separator, Place{source_.file(), {header_row_, 1}});
    return nullptr;
  }
  if (!profile) {
    findings_.emplace_back(rules::statistics_no_header, Place{source_.file(), {header_row_, 1}});
    return nullptr;
  }
  map_columns(header_, *profile, true);
  std::vector<std::string_view> missing;
  for (const std::string_view id : profile->required)
    if (!columns_.contains(id) && !(id == "class" && options_.class_)) missing.push_back(id);
  if (!missing.empty()) {
    findings_.emplace_back(
        rules::statistics_missing_column, Place{source_.file(), {header_row_, 1}}, source_.sheet(), "",
        std::vector<Param>{{"columns", label_of(missing)},
                           {"profile", Label{std::string(profile->name.ky), std::string(profile->name.ru),
                                             std::string(profile->name.en)}}});
    return nullptr;
  }
  result.profile = profile->id;
  result_ = &result;
  for (const auto& [id, index] : columns_) result.guessed.emplace_back(index, id);
  std::sort(result.guessed.begin(), result.guessed.end());
  return profile;
}

bool TableReader::next() {
  while (faults_ < max_import_faults && source_.next(cells_, row_, findings_)) {
    std::size_t width = cells_.size();
    while (width > header_.size() && trim(cells_[width - 1]).empty()) --width;
    cells_.resize(width);
    if (width == header_.size()) return true;
    ++faults_;
    findings_.emplace_back(rules::statistics_ragged_row, place_of(source_, row_, 0), "",
                           fmt::format("{}", width),
                           std::vector<Param>{{"cells", fmt::format("{}", header_.size())}});
  }
  return false;
}

std::string_view TableReader::text(std::string_view column) const {
  const auto it = columns_.find(column);
  return it == columns_.end() ? std::string_view() : trim(cells_[it->second]);
}

void TableReader::fault(const Rule& rule, std::string_view column, std::string found,
                        std::vector<Param> params) {
  ++faults_;
  const auto it = columns_.find(column);
  const std::size_t at = it == columns_.end() ? 0 : it->second;
  params.push_back({"column", unquoted_name(column)});
  findings_.emplace_back(rule, place_of(source_, row_, at), cell_name(source_, row_, at), std::move(found),
                         std::move(params));
}

bool TableReader::is_total() {
  return has("class") && is_total_word(text("class"));
}

std::optional<ClassName> TableReader::class_of() {
  if (!has("class")) return options_.class_;
  const std::string_view cell = text("class");
  if (cell.empty()) {
    fault(rules::statistics_empty_cell, "class");
    return std::nullopt;
  }
  const auto name = parse_class_name(cell);
  if (!name)
    fault(rules::statistics_not_a_class, "class");
  else
    result_->class_rows.try_emplace(*name, row_);
  return name;
}

const Subject* TableReader::subject_of() {
  const std::string_view cell = text("subject");
  if (cell.empty()) {
    fault(rules::statistics_empty_cell, "subject");
    return nullptr;
  }
  const Subject* subject = options_.subjects->recognise(cell);
  if (subject) return subject;
  const Subject* near = options_.subjects->suggest(cell);
  if (near)
    fault(rules::statistics_subject_misspelt, "subject", "",
          {{"meant", Label{near->name.in(Locale::ky), near->name.best(Locale::ru), near->id}}});
  else
    fault(rules::statistics_unknown_subject, "subject");
  return nullptr;
}

std::optional<Term> TableReader::term_of() {
  const std::string_view year_text = text("year"), period_text = text("period");
  if (last_term_ && last_term_text_.size() == year_text.size() + period_text.size() &&
      last_term_text_.starts_with(year_text) && last_term_text_.ends_with(period_text))
    return last_term_;
  std::optional<SchoolYear> year = options_.year;
  std::optional<Period> period = options_.period;
  if (!year_text.empty()) {
    const auto own = parse_school_year(year_text);
    if (!own || (year && *own != *year)) {
      fault(own ? rules::statistics_other_term : rules::statistics_not_a_term, "year", "",
            {{"expected_term", year ? year->text() : "2025-2026"}});
      return std::nullopt;
    }
    year = own;
  }
  if (!period_text.empty()) {
    const auto own = parse_period(period_text);
    if (!own || (period && *own != *period)) {
      fault(own ? rules::statistics_other_term : rules::statistics_not_a_term, "period", "",
            {{"expected_term", period ? name_of(*period) : name_of(Period::q1)}});
      return std::nullopt;
    }
    period = own;
  }
  if (!year || !period) {
    faults_ = max_import_faults;  // no row has one
    findings_.emplace_back(rules::statistics_no_term, Place{source_.file(), {}}, source_.sheet());
    return std::nullopt;
  }
  last_term_ = Term{*year, *period};
  last_term_text_ = std::string(year_text) + std::string(period_text);
  return last_term_;
}

std::optional<std::int64_t> TableReader::count(std::string_view column) {
  if (!has(column)) return 0;
  const std::string_view cell = text(column);
  if (cell.empty() || cell == "-" || cell == "–") return 0;
  if (cell[0] == '=') {
    fault(rules::statistics_formula, column);
    return std::nullopt;
  }
  const auto value = read_count(cell);
  if (!value) fault(rules::statistics_not_a_count, column);
  return value;
}

std::optional<Date> TableReader::date(std::string_view column) {
  const auto value = read_date(text(column));
  if (!value) fault(rules::statistics_not_a_date, column);
  return value;
}

}  // namespace mektep
