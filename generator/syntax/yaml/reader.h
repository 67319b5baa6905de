// The two readers behind parse_yaml. Internal to this module; tests and fuzz targets compare one with the
// other. Both take text that accept_text() let through: UTF-8 without byte-order mark and control characters.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/finding.h"
#include "syntax/node.h"
#include "syntax/yaml/yaml.h"

namespace mektep {

// Reads what people write by hand nearly always: nested maps and lists, scalars of one line, plain or in
// quotes without escapes, flow lists and maps of one line, comments. 20 times as fast as the library. All or
// nothing: false as soon as anything else turns up, faults included, and `out` is then of no use. What it
// accepts means the same to the library.
bool read_plain_yaml(std::string_view text, const YamlOptions& options, Node& out);

// Reads any YAML with yaml-cpp and explains its faults.
Node read_yaml_with_library(std::string_view text, const std::string& file, Findings& findings,
                            const YamlOptions& options);

// A fault of YAML syntax, in a teacher's terms.
struct YamlFault {
  const Rule* rule;
  std::size_t offset;
  std::string found;
};
// What is wrong in text[begin, end), where the library gave up at `error` with `message` (one of its
// constants).
YamlFault explain_yaml_error(std::string_view text, std::size_t begin, std::size_t error,
                             std::string_view message);
// Faults that are no faults to the library, because the text means something else than its author thinks.
// In a plain value that begins at `at`, `own_line` when its key stands in a line above.
std::optional<YamlFault> fault_of_plain(std::string_view text, std::size_t at, std::string_view value,
                                        bool own_line);
// In a key without quotes.
const Rule* fault_of_key(std::string_view key);
// In a key of a map in curly brackets that has no value; `follows`: behind a member whose value is a text.
// None when there is a colon behind it.
std::optional<YamlFault> fault_of_lone_key(std::string_view text, std::size_t at, std::string_view key,
                                           bool follows);
// End of the quoted scalar that opens at `open`: offset behind the closing quote, npos when there is none.
std::size_t quoted_end(std::string_view text, std::size_t open);
// Whether the quoted scalar in text[open, end) swallows lines that are members of the map around it: its
// closing quote was forgotten, and a later quote was taken for it.
bool runs_over_member(std::string_view text, std::size_t open, std::size_t end);
// Whether a line at column 0 looks like `key:` or `key: value`: where reading may start again after a fault.
bool begins_member(std::string_view line);
// Offset of the next line that begins a member of the outermost map, from `from` (a line start) on.
std::size_t next_member(std::string_view text, std::size_t from);
// Offset of the line, not above `floor`, that begins the outermost member in which `at` lies.
std::size_t member_begin(std::string_view text, std::size_t at, std::size_t floor);
// "null", "~" and their kin.
bool is_null_word(std::string_view text);

}  // namespace mektep
