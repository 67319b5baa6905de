// One table while it is read: its columns by id, its cells as values, its faults as findings. Private to
// import/.
#pragma once
#include <memory>
#include <unordered_map>

#include "statistics/import/import.h"
#include "statistics/import/read_mark.h"
#include "statistics/import/rows.h"

namespace mektep {

class TableReader {
 public:
  TableReader(RowSource& source, const ImportOptions& options, Findings& findings)
      : source_(source), options_(options), findings_(findings) {}

  // Reads the header and says which profile it is; nullptr when no profile fits (a finding says why).
  const Profile* read_header(ImportedFile& result);

  bool next();  // the next row as wide as the header; faults are reported and passed over
  std::uint32_t row() const { return row_; }
  bool has(std::string_view column) const { return columns_.contains(column); }
  std::size_t index(std::string_view column) const { return columns_.find(column)->second; }
  std::string_view cell(std::size_t index) const { return cells_[index]; }
  std::string_view text(std::string_view column) const;  // trimmed; empty when there is no such column

  // Values of the current row; nullopt after a finding. A count that is left out is 0.
  std::optional<ClassName> class_of();
  const Subject* subject_of();
  std::optional<Term> term_of();
  std::optional<std::int64_t> count(std::string_view column);
  std::optional<Date> date(std::string_view column);
  bool is_total();  // «Итого», «Бардыгы» in the column of the class

  // A finding at a column of the current row. `found` is only for what cannot be a name.
  void fault(const Rule& rule, std::string_view column, std::string found = {},
             std::vector<Param> params = {});

  const ImportOptions& options() const { return options_; }
  Findings& findings() { return findings_; }
  const RowSource& source() const { return source_; }

 private:
  void map_columns(const std::vector<std::string>& header, const Profile& profile, bool report);
  const Profile* choose(const std::vector<std::string>& header);

  RowSource& source_;
  const ImportOptions& options_;
  Findings& findings_;
  ImportedFile* result_ = nullptr;
  ColumnMap columns_;
  std::vector<std::string> header_;
  std::vector<std::string_view> cells_;
  std::uint32_t header_row_ = 0, row_ = 0;
  std::size_t faults_ = 0;
  std::string last_term_text_ = "?";
  std::optional<Term> last_term_;
};

// Faults after which a file is given up: one wrong separator makes all rows faulty.
inline constexpr std::size_t max_import_faults = 100;

std::optional<Date> read_date(std::string_view text);  // 2026-09-01, 01.09.2026, a number of Excel's

// Pupils' marks of any number of classes and terms, on their way to counts. Knows pupils by a digest only.
class PupilMarks {
 public:
  // False when this pupil has a mark of that subject in that term already. Indices as given by class_index()
  // and subject_index().
  bool add(std::size_t class_index, std::string_view pupil, std::size_t subject_index, ReadMark mark);
  std::size_t class_index(Term term, const ClassName& class_);
  std::size_t subject_index(const std::string& id);
  const ClassName& class_at(std::size_t index) const { return classes_[index].second; }
  const std::string& subject_at(std::size_t index) const { return subjects_[index]; }
  // The counts since the last call.
  void take_marks(std::map<Term, TermTables>& tables);
  // What each class has reached: of all files of an import together.
  void take_levels(std::map<Term, TermTables>& tables) const;

 private:
  static constexpr std::size_t max_subjects = 256;  // the lists of subjects are shorter
  struct Pupil {
    std::uint64_t key = 0;                                    // 0 = free
    std::array<std::uint64_t, max_subjects / 64> subjects{};  // a bit each
    std::uint32_t class_index = 0;
    std::array<std::uint8_t, 8> seen{};  // columns of the table of marks
  };
  Pupil& find(std::uint64_t key, std::size_t class_index);
  void grow();

  std::vector<std::pair<Term, ClassName>> classes_;
  std::vector<std::string> subjects_;
  std::vector<std::vector<std::array<std::int64_t, 8>>> counts_;  // by class, subject
  std::vector<Pupil> pupils_ = std::vector<Pupil>(1024);
  std::size_t used_ = 0;
};

// One function a kind of table; each reads the rest of the rows.
void import_marks(TableReader& reader, PupilMarks& pupils, ImportedFile& result);
void import_counts(TableReader& reader, TableKind kind, ImportedFile& result);
void import_class_list(TableReader& reader, ImportedFile& result);
void import_lessons(TableReader& reader, ImportedFile& result);
// A table of any of our profiles, chosen by its heading.
void import_table(RowSource& rows, const ImportOptions& options, PupilMarks& pupils, ImportedFile& result,
                  Findings& findings);
// All sheets of a workbook.
void import_workbook(const std::string& path, std::string_view bytes, const ImportOptions& options,
                     PupilMarks& pupils, ImportedFile& result, Findings& findings);

}  // namespace mektep
