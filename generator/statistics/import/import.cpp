#include "statistics/import/import.h"

#include <future>

#include "base/digest.h"
#include "base/text.h"
#include "statistics/import/decode.h"
#include "statistics/import/reader.h"
#include "statistics/rules.h"

namespace mektep {
namespace {

bool is_workbook(std::string_view bytes) {
  return bytes.starts_with("PK\x03\x04");
}

std::optional<TableKind> counts_in(std::string_view profile) {
  constexpr std::array<std::pair<std::string_view, TableKind>, 6> kinds{
      {{"counts", TableKind::marks},
       {"levels", TableKind::pupils},
       {"attendance", TableKind::attendance},
       {"movement", TableKind::movement},
       {"contingent", TableKind::contingent},
       {"hours", TableKind::hours}}};
  for (const auto& [id, kind] : kinds)
    if (id == profile) return kind;
  return std::nullopt;
}

ImportedFile import_file(InputFile file, const ImportOptions& options, PupilMarks& pupils,
                         Findings& findings) {
  ImportedFile result;
  if (file.bytes.size() > max_import_bytes) {
    findings.emplace_back(rules::statistics_too_big, Place{file.path, {}});
    return result;
  }
  auto hashing = std::async(std::launch::async, [&] { return sha256_hex(file.bytes); });
  if (is_workbook(file.bytes)) {
    import_workbook(file.path, file.bytes, options, pupils, result, findings);
    pupils.take_marks(result.tables);
  } else {
    std::string converted;
    if (const auto text = decode_table(file.bytes, converted, file.path, findings)) {
      CsvRows rows(*text, file.path);
      import_table(rows, options, pupils, result, findings);
    }
  }
  result.digest = hashing.get();
  if (result.rows == 0 && !any_blocks(findings))
    findings.emplace_back(rules::statistics_empty_file, Place{file.path, {}});
  return result;
}

std::vector<std::string> texts_of(const std::set<ClassName>& classes) {
  std::vector<std::string> texts;
  for (const ClassName& class_ : classes) texts.push_back(class_.text());
  return texts;
}

// Where the file names the class first.
Place place_in(const ImportedFile& file, const std::string& path, const ClassName& class_) {
  const auto row = file.class_rows.find(class_);
  return {path, {row == file.class_rows.end() ? 0 : row->second, 0}};
}

// Classes that the class lists do not know: a typing error makes a new class.
void check_classes(const ImportedFile& file, const std::string& path,
                   const std::map<SchoolYear, std::set<ClassName>>& known, Findings& findings) {
  std::set<std::pair<SchoolYear, ClassName>> told;
  for (const auto& [term, tables] : file.tables) {
    const auto of_year = known.find(term.year);
    if (of_year == known.end()) continue;
    for (const auto& [kind, table] : tables)
      for (const auto& [key, counts] : table.rows) {
        if (of_year->second.contains(key.class_) || !told.emplace(term.year, key.class_).second) continue;
        const auto texts = texts_of(of_year->second);
        findings.emplace_back(
            rules::statistics_unknown_class, place_in(file, path, key.class_), "", key.class_.text(),
            std::vector<Param>{
                {"meant", did_you_mean(key.class_.text(), texts).value_or(join(texts, ", "))}});
      }
  }
}

// What is right but has to be known: pupils without a mark, classes of one.
void note_particulars(const ImportedFile& file, const std::string& path, Findings& findings) {
  for (const auto& [term, tables] : file.tables) {
    const auto marks = tables.find(TableKind::marks);
    if (marks == tables.end()) continue;
    std::map<ClassName, std::int64_t> missing, largest;
    for (const auto& [key, counts] : marks->second.rows) {
      missing[key.class_] += at(counts, MarkColumn::missing);
      std::int64_t pupils = 0;
      for (const std::int64_t n : counts) pupils += n;
      largest[key.class_] = std::max(largest[key.class_], pupils);
    }
    for (const auto& [class_, count] : missing)
      if (count > 0)
        findings.emplace_back(rules::statistics_marks_missing, place_in(file, path, class_), "",
                              class_.text(), std::vector<Param>{{"count", fmt::format("{}", count)}});
    for (const auto& [class_, pupils] : largest)
      if (pupils < 5)
        findings.emplace_back(rules::statistics_small_class, place_in(file, path, class_), "", class_.text());
  }
}

bool is_about_classes(const ImportedFile& file) {
  return file.profile == "class-list" || file.profile == "contingent";
}

// The same row from two files of one import.
void check_overlap(const std::vector<ImportedFile>& files, const std::vector<std::string>& paths,
                   Findings& findings) {
  if (files.size() < 2) return;
  std::map<std::tuple<Term, TableKind, RowKey>, std::size_t> first;
  for (std::size_t i = 0; i < files.size(); ++i)
    for (const auto& [term, tables] : files[i].tables)
      for (const auto& [kind, table] : tables)
        for (const auto& [key, counts] : table.rows) {
          const auto [it, fresh] = first.try_emplace({term, kind, key}, i);
          if (fresh || it->second == i) continue;
          findings.emplace_back(rules::statistics_two_files, Place{paths[i], {}}, "", key.text(),
                                std::vector<Param>{{"other", paths[it->second]}});
        }
}

// The levels of the classes, which need all files with marks of pupils, go to the last of these; attendance
// of a workbook gives way to a table of attendance.
void settle(std::vector<ImportedFile>& files, const PupilMarks& pupils) {
  ImportedFile* last = nullptr;
  std::set<Term> attended;
  for (ImportedFile& file : files) {
    if (file.profile == "marks" || file.profile == "kundoluk") last = &file;
    for (const auto& [term, tables] : file.tables)
      if (file.profile == "attendance") attended.insert(term);
  }
  for (ImportedFile& file : files)
    for (auto& [term, tables] : file.tables)
      if (file.profile != "attendance" && attended.contains(term)) tables.erase(TableKind::attendance);
  if (last) pupils.take_levels(last->tables);
}

}  // namespace

void import_table(RowSource& rows, const ImportOptions& options, PupilMarks& pupils, ImportedFile& result,
                  Findings& findings) {
  TableReader reader(rows, options, findings);
  const Profile* profile = reader.read_header(result);
  if (!profile) return;
  if (profile->id == "marks")
    import_marks(reader, pupils, result);
  else if (profile->id == "class-list")
    import_class_list(reader, result);
  else if (profile->id == "lessons")
    import_lessons(reader, result);
  else if (const auto kind = counts_in(profile->id))
    import_counts(reader, *kind, result);
  else
    findings.emplace_back(rules::statistics_only_inspected, Place{rows.file(), {}});
}

Mapping read_mapping(const Node& node, const std::string& file, const MarkingPolicies& policies,
                     Findings& findings) {
  Mapping mapping;
  const auto wrong = [&](const Node& at, std::string_view text) {
    findings.emplace_back(rules::statistics_mapping, Place{file, at.mark}, "", excerpt(text));
  };
  if (!node.is_map()) {
    wrong(node, node.text);
    return mapping;
  }
  for (const Node::Member& member : node.members) {
    if (member.key == "profile") {
      mapping.profile = member.value.text;
      if (!find_profile(mapping.profile)) wrong(member.value, member.value.text);
    } else if (member.key == "scale") {
      mapping.scale = member.value.text;
      if (!policies.scale(mapping.scale)) wrong(member.value, member.value.text);
    } else if (member.key == "columns" && member.value.is_map()) {
      for (const Node::Member& column : member.value.members) {
        mapping.columns[column.key] = column.value.text;
        const auto known = known_columns();
        if (std::none_of(known.begin(), known.end(), [&](const ColumnSpec& c) { return c.id == column.key; }))
          wrong(column.value, column.key);
      }
    } else {
      wrong(member.value, member.key);
    }
  }
  return mapping;
}

std::vector<ImportedFile> import_files(std::vector<InputFile> files, const ImportOptions& options,
                                       Findings& findings) {
  std::vector<ImportedFile> results;
  std::vector<std::string> paths;
  PupilMarks pupils;
  for (InputFile& file : files) {
    paths.push_back(file.path);
    Findings of_file;
    results.push_back(import_file(std::move(file), options, pupils, of_file));
    append(findings, std::move(of_file));
  }
  settle(results, pupils);
  std::map<SchoolYear, std::set<ClassName>> known;
  for (const auto& [year, class_] : options.known_classes) known[year].insert(class_);
  for (const ImportedFile& file : results)
    if (is_about_classes(file))
      for (const auto& [term, tables] : file.tables)
        for (const auto& [kind, table] : tables)
          for (const auto& [key, counts] : table.rows) known[term.year].insert(key.class_);
  for (std::size_t i = 0; i < results.size(); ++i) {
    if (!is_about_classes(results[i])) check_classes(results[i], paths[i], known, findings);
    note_particulars(results[i], paths[i], findings);
  }
  check_overlap(results, paths, findings);
  sort_findings(findings);
  return results;
}

}  // namespace mektep
