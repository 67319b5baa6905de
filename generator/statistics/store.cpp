#include "statistics/store.h"

#include "base/text.h"
#include "statistics/rules.h"
#include "syntax/csv.h"
#include "syntax/yaml/yaml.h"

namespace mektep {
namespace {

std::string table_path(Term term, TableKind kind) {
  return fmt::format("statistics/{}/{}.csv", term.path(), spec_of(kind).id);
}

std::string records_path(Term term) {
  return fmt::format("statistics/{}/imports.yaml", term.path());
}

std::string format_records(const std::vector<ImportRecord>& records, Denominator denominator) {
  std::string out = fmt::format(
      "# Written by `mektep statistics import`: where the counts beside this file come from. Nothing about a "
      "pupil.\ndenominator: {}\nimports:\n",
      code(denominator));
  for (const ImportRecord& record : records) {
    out += fmt::format("  - {{table: {}, profile: {}, date: {}, rows: {}, digest: {}", record.table,
                       record.profile, record.date.iso(), record.rows, record.digest);
    if (!record.corrected.empty()) out += fmt::format(", corrected: [{}]", fmt::join(record.corrected, ", "));
    out += "}\n";
  }
  return out;
}

std::uint64_t whole(std::string_view text) {
  std::uint64_t value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9' || value > 1'000'000'000'000) return 0;
    value = value * 10 + static_cast<std::uint64_t>(c - '0');
  }
  return value;
}

void read_records(std::string_view text, const std::string& file, Term term, StoredStatistics& stored,
                  Findings& findings) {
  std::vector<ImportRecord>& records = stored.records[term];
  const Node node = parse_yaml(text, file, findings);
  if (const Node* denominator = node.given("denominator")) {
    if (const auto known = parse_denominator(denominator->text))
      stored.denominators[term] = *known;
    else
      findings.emplace_back(rules::statistics_stored, Place{file, denominator->mark}, "denominator",
                            excerpt(denominator->text));
  }
  const Node* list = node.given("imports");
  if (!list) return;
  for (const Node& item : list->items) {
    ImportRecord record{std::string(item.text_of("table")),
                        std::string(item.text_of("profile")),
                        parse_date(item.text_of("date")).value_or(Date{}),
                        std::string(item.text_of("digest")),
                        whole(item.text_of("rows")),
                        {}};
    if (!find_table(record.table) || record.digest.size() != 64) {
      findings.emplace_back(rules::statistics_stored, Place{file, item.mark}, "", excerpt(record.table));
      continue;
    }
    if (const Node* corrected = item.given("corrected"))
      for (const Node& row : corrected->items) record.corrected.push_back(row.text);
    records.push_back(std::move(record));
  }
}

// By which the term is counted once this import is stored: the one it may have been published by, else that
// of the settings.
Denominator denominator_of(const StoredStatistics& stored, Term term, bool may_be_public) {
  const auto kept = stored.denominators.find(term);
  if (may_be_public && kept != stored.denominators.end()) return kept->second;
  return parse_denominator(stored.settings.text_of("denominator")).value_or(Denominator::pupils);
}

// What the path of a file in statistics/<year>/<term>/ says.
struct StoredPlace {
  Term term;
  std::optional<std::pair<Date, int>> until;  // of an earlier version
  std::string name;
};

// 2026-01-15, 2026-01-15-2
std::optional<std::pair<Date, int>> parse_until(std::string_view text) {
  const auto day = parse_date(text.substr(0, 10));
  if (!day) return std::nullopt;
  if (text.size() == 10) return std::pair(*day, 1);
  const auto number = text[10] == '-' ? read_count(text.substr(11)) : std::nullopt;
  if (!number || *number < 2 || *number > 1'000'000) return std::nullopt;
  return std::pair(*day, static_cast<int>(*number));
}

std::string folder_of(std::pair<Date, int> until) {
  return until.second < 2 ? until.first.iso() : fmt::format("{}-{}", until.first.iso(), until.second);
}

std::optional<StoredPlace> place_of_file(std::string_view path) {
  const auto parts = split(path, '/');
  if (parts.size() != 4 && !(parts.size() == 6 && parts[3] == "earlier")) return std::nullopt;
  const auto year = parse_school_year(parts[1]);
  const auto period = parse_period(parts[2]);
  if (!year || !period || parts[1] != year->text() || parts[2] != code(*period)) return std::nullopt;
  StoredPlace place{{*year, *period}, {}, std::string(parts.back())};
  if (parts.size() == 6 && !(place.until = parse_until(parts[4]))) return std::nullopt;
  return place;
}

// The tables of `place`; those of an earlier version are made when they are met first.
TermTables& tables_at(StoredStatistics& stored, const StoredPlace& place) {
  if (!place.until) return stored.counts.terms[place.term];
  auto& versions = stored.earlier[place.term];
  const auto it =
      std::lower_bound(versions.begin(), versions.end(), *place.until,
                       [](const EarlierTables& one, const auto& until) { return one.until < until; });
  if (it != versions.end() && it->until == *place.until) return it->tables;
  return versions.insert(it, {*place.until, {}})->tables;
}

// What an import of today is: the first one of the day, or the next.
std::pair<Date, int> moment_of(const StoredStatistics& stored, Date today) {
  int number = 1;
  for (const auto& [term, versions] : stored.earlier)
    for (const EarlierTables& one : versions)
      if (one.until.first == today) number = std::max(number, one.until.second + 1);
  return {today, number};
}

// Classes of which the repository has marks in subjects that this import does not bring.
std::set<ClassName> partial_classes(const std::vector<ImportedFile>& imported, Term term,
                                    const CountTable& marks) {
  const auto is_brought = [&](const RowKey& key) {
    return std::ranges::any_of(imported, [&](const ImportedFile& file) {
      const auto tables = file.tables.find(term);
      if (tables == file.tables.end()) return false;
      const auto table = tables->second.find(TableKind::marks);
      return table != tables->second.end() && table->second.rows.contains(key);
    });
  };
  std::set<ClassName> partial;
  for (const auto& [key, counts] : marks.rows)
    if (!is_brought(key)) partial.insert(key.class_);
  return partial;
}

// Attendance that was imported as such is better than what a workbook of marks lets us count.
bool has_own_attendance(const std::vector<ImportRecord>& records) {
  return std::any_of(records.begin(), records.end(), [](const ImportRecord& record) {
    return record.table == "attendance" && record.profile != "kundoluk";
  });
}

}  // namespace

std::string format_table(TableKind kind, const CountTable& table) {
  const TableSpec& spec = spec_of(kind);
  std::string out = "class";
  for (const auto& key : spec.keys) out += fmt::format(",{}", key);
  for (const auto& column : spec.counts) out += fmt::format(",{}", column);
  out += '\n';
  for (const auto& [key, counts] : table.rows) {
    out += key.class_.text();
    for (std::size_t i = 0; i < spec.keys.size(); ++i) out += "," + key.more[i];
    out += fmt::format(",{}\n", fmt::join(counts, ","));
  }
  return out;
}

CountTable read_table(TableKind kind, std::string_view text, const std::string& file, Findings& findings) {
  const TableSpec& spec = spec_of(kind);
  CountTable table;
  const CsvTable csv = parse_csv(text, file, findings);
  std::vector<std::string_view> expected{"class"};
  expected.insert(expected.end(), spec.keys.begin(), spec.keys.end());
  expected.insert(expected.end(), spec.counts.begin(), spec.counts.end());
  if (!std::equal(csv.header.begin(), csv.header.end(), expected.begin(), expected.end(),
                  [](const CsvCell& cell, std::string_view name) { return cell.text == name; })) {
    findings.emplace_back(rules::statistics_stored, Place{file, {1, 1}}, "", std::string(spec.id));
    return table;
  }
  for (const auto& row : csv.rows) {
    const auto damaged = [&](std::size_t column) {
      findings.emplace_back(rules::statistics_stored, Place{file, row[column].mark},
                            std::string(expected[column]), excerpt(row[column].text, 12));
    };
    const auto class_ = parse_class_name(row[0].text);
    if (!class_) {
      damaged(0);
      continue;
    }
    RowKey key{*class_, {}};
    for (std::size_t i = 0; i < spec.keys.size(); ++i) key.more[i] = row[1 + i].text;
    Counts counts;
    for (std::size_t i = 1 + spec.keys.size(); i < row.size(); ++i) {
      const auto value = read_count(row[i].text);
      if (!value) {
        damaged(i);
        break;
      }
      counts.push_back(*value);
    }
    if (counts.size() != spec.counts.size()) continue;
    if (imbalance(kind, counts) || !table.rows.try_emplace(key, counts).second) damaged(0);
  }
  return table;
}

StoredStatistics load_statistics(const Snapshot& snapshot, Findings& findings) {
  StoredStatistics stored;
  for (const SourceFile& file : snapshot.under("statistics/")) {
    const bool settings = file.path == "statistics/settings.yaml";
    const auto place = place_of_file(file.path);
    if (!settings && !place) continue;
    const auto bytes = snapshot.read(file);
    if (!bytes) {
      findings.push_back(bytes.error());
      continue;
    }
    if (settings) {
      stored.settings = parse_yaml(*bytes, file.path, findings);
      continue;
    }
    const std::string& name = place->name;
    if (name == "imports.yaml" && !place->until) {
      read_records(*bytes, file.path, place->term, stored, findings);
    } else if (name.ends_with(".csv")) {
      const TableSpec* spec = find_table(std::string_view(name).substr(0, name.size() - 4));
      if (spec) tables_at(stored, *place)[spec->kind] = read_table(spec->kind, *bytes, file.path, findings);
    }
  }
  return stored;
}

StoreChange plan_store(const StoredStatistics& stored, const std::vector<ImportedFile>& imported,
                       const StoreOptions& options, Findings& findings) {
  StoreChange change;
  SchoolCounts merged = stored.counts;
  std::map<Term, std::vector<ImportRecord>> records = stored.records;
  std::set<std::pair<Term, TableKind>> touched;
  for (const ImportedFile& file : imported) {
    for (const auto& [term, tables] : file.tables) {
      for (const auto& [kind, table] : tables) {
        if (kind == TableKind::attendance && file.profile == "kundoluk" && has_own_attendance(records[term]))
          continue;
        CountTable& target = merged.terms[term][kind];
        ImportRecord record{
            std::string(spec_of(kind).id), file.profile, options.today, file.digest, file.rows, {}};
        bool changed = false;
        std::set<ClassName> partial;
        if (kind == TableKind::pupils && file.profile != "levels")
          partial = partial_classes(imported, term, merged.terms[term][TableKind::marks]);
        for (const auto& [key, counts] : table.rows) {
          if (partial.contains(key.class_)) {
            changed = target.rows.erase(key) > 0 || changed;
            findings.emplace_back(rules::statistics_levels_partial, Place{table_path(term, kind), {}}, "",
                                  key.class_.text());
            continue;
          }
          const std::size_t known = target.rows.size();
          const auto row = target.rows.try_emplace(target.rows.end(), key, counts);
          if (target.rows.size() > known) {
            ++change.added;
            changed = true;
          } else if (row->second == counts) {
            ++change.unchanged;
          } else {
            row->second = counts;
            record.corrected.push_back(key.text());
            ++change.corrected;
            changed = true;
          }
        }
        if (!changed) continue;
        records[term].push_back(std::move(record));
        touched.emplace(term, kind);
      }
    }
  }
  const std::string folder = folder_of(moment_of(stored, options.today));
  for (const auto& [term, kind] : touched) {
    const auto before = stored.counts.terms.find(term);
    if (options.may_be_public && before != stored.counts.terms.end()) {
      change.kept.insert(term);
      for (const auto& [old, table] : before->second)
        change.files[fmt::format("statistics/{}/earlier/{}/{}.csv", term.path(), folder, spec_of(old).id)] =
            format_table(old, table);
    }
    change.files[table_path(term, kind)] = format_table(kind, merged.terms[term][kind]);
    change.files[records_path(term)] =
        format_records(records[term], denominator_of(stored, term, options.may_be_public));
    if (kind == TableKind::movement) check_movement(merged, term, findings);
  }
  return change;
}

void check_movement(const SchoolCounts& counts, Term term, Findings& findings) {
  const CountTable* table = counts.find(term, TableKind::movement);
  if (!table) return;
  const std::string file = table_path(term, TableKind::movement);
  std::int64_t in = 0, out = 0;
  for (const auto& [key, row] : table->rows) {
    in += at(row, MovementColumn::moved_in);
    out += at(row, MovementColumn::moved_out);
  }
  const auto text = [](std::int64_t number) { return fmt::format("{}", number); };
  if (in != out)
    findings.emplace_back(rules::statistics_moves, Place{file, {}}, "", text(out),
                          std::vector<Param>{{"arrived", text(in)}});
  if (term.period == Period::q1 || term.period > Period::q4) return;  // classes are renamed in summer
  const CountTable* before = counts.find(term.previous(), TableKind::movement);
  if (!before) return;
  for (const auto& [key, row] : table->rows) {
    const auto last = before->rows.find(key);
    if (last == before->rows.end() || at(last->second, MovementColumn::end) == at(row, MovementColumn::start))
      continue;
    findings.emplace_back(
        rules::statistics_movement_gap, Place{file, {}}, "", key.class_.text(),
        std::vector<Param>{{"start", text(at(row, MovementColumn::start))},
                           {"expected_count", text(at(last->second, MovementColumn::end))}});
  }
}

}  // namespace mektep
