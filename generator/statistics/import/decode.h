// The bytes of a table that somebody exported, as UTF-8 text.
#pragma once
#include <expected>
#include <optional>
#include <string>
#include <string_view>

#include "base/finding.h"

namespace mektep {

inline constexpr std::size_t max_import_bytes = 256u << 20;

// The bytes of a file; one of more than max_import_bytes is refused before it is read.
std::expected<std::string, Finding> read_import_file(const std::string& path);

// UTF-8 with or without byte-order mark is taken as it is; Windows-1251 is recognised, converted and said so
// in a note; UTF-16 and anything binary is refused with a finding. What is returned lies in `bytes` or, once
// converted, in `converted`.
std::optional<std::string_view> decode_table(std::string_view bytes, std::string& converted,
                                             const std::string& file, Findings& findings);

}  // namespace mektep
