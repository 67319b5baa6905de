// What screen and JSON API read alike from a form with class journals.
#pragma once
#include "editor/http/message.h"
#include "statistics/desk.h"

namespace mektep::editor {

// Files, year, period, class and mapping; the bytes are copied once and freed while they are read.
JournalFiles journal_files(const Form& form);

}  // namespace mektep::editor
