// The wizard of mapping files: guesses what the columns of another system mean, by their names and by what
// stands in them, and says by which of the two, so that somebody can check it before anything is imported.
#pragma once
#include <string>
#include <vector>

#include "statistics/import/import.h"

namespace mektep {

struct GuessedColumn {
  std::size_t index = 0;           // from 0
  std::string header;              // as the file has it
  std::string id;                  // of our column; empty = not needed
  bool by_name = false;            // else by its contents
  std::size_t fits = 0, rows = 0;  // by contents: cells that look like it, of those that are filled
};

struct GuessedTable {
  const Profile* profile = nullptr;  // nullptr: none fits (a finding says why)
  std::vector<GuessedColumn> columns;
  std::vector<std::string_view> missing;  // required columns that were not found
  std::string scale = "five";             // of marks
  // A mapping file as read_mapping reads it, with a comment on each line.
  std::string as_yaml(const std::string& file, Language language) const;
};

// Looks at the heading and up to 1,000 rows of a CSV file or of the first sheet of a workbook. No cell below
// the heading is kept.
GuessedTable guess_columns(const InputFile& file, const ImportOptions& options, Findings& findings);

}  // namespace mektep
