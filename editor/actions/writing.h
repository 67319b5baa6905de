// The texts of an entry as people write them: news, pages, events, albums in Kyrgyz and Russian. Shared by
// the writing screen, its autosave, its preview and saving.
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "content/parse.h"
#include "editor/actions/outcome.h"
#include "editor/actions/services.h"
#include "editor/repository/repository.h"

namespace mektep::editor {

// Names and values of the form, "ky.title" or "ru.body", in the order of the screen. Fields that are not
// there stay as they are.
using WritingValues = std::vector<std::pair<std::string, std::string>>;

struct Writing {
  std::string entry;                                // "news/2026/first-bell"
  std::string base;                                 // the revision that it is written on
  std::int64_t version = 0;                         // of the draft; 0 = there is none
  bool is_new = false;                              // nothing of it is in the repository
  std::array<std::optional<std::string>, 2> saved;  // the files as they are at `base`
  std::array<std::optional<std::string>, 2> texts;  // the same with the draft of whoever asks
};

// Whether entries of this id are written on the writing screen: they lie in a collection.
bool is_writing(std::string_view entry);
std::string text_file(std::string_view entry, Locale locale);  // "news/2026/first-bell/index.ky.md"

// The entry with the draft of `actor`. not_found: there is neither.
Outcome<Writing> open_writing(Services& services, const Actor& actor, std::string_view entry);
// The same at a revision, without a draft.
Outcome<Writing> writing_at(Services& services, std::string_view entry, const std::string& revision);

// The files with `values` put in: front matter patched, texts replaced with the line ends that they have. A
// Russian text without any value is no file. The error is for the person: a file that no form can patch.
Outcome<std::vector<Edit>> put_values(Services& services, const Writing& writing,
                                      const WritingValues& values);

// One file of an entry, read as the generator reads it, faults aside.
ParsedText read_text(Services& services, std::string_view entry, Locale locale, std::string_view bytes);

// A text that came from a browser, where lines end in \n or \r\n, with the line ends of `before`, wherever
// both say the same: what was not touched stays byte for byte.
std::string keep_line_ends(std::string_view before, std::string_view typed);
// Front matter and what follows it, blank lines included; then the text that people write.
std::pair<std::string_view, std::string_view> split_text(std::string_view file);

}  // namespace mektep::editor
