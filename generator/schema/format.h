// The formats of JSON Schema that schema/ uses, and our own: telephone numbers, slugs, local times.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "base/locale.h"

namespace mektep {

enum class Format : std::uint8_t {
  none,
  date,             // 2026-09-01, an existing day
  date_time,        // RFC 3339, with a zone
  local_date_time,  // 2026-09-01 or 2026-09-01T08:30, with seconds or without
  local_time,       // 08:30
  partial_date,     // 1938, 1938-09 or 1938-09-01
  school_year,      // 2026-2027
  email,
  uri,          // RFC 3986, absolute
  web_address,  // http or https with a host; letters of any alphabet behind it
  phone,        // anything that base/phone.h understands
  slug,
  relative_path,  // of a file: no scheme, no "..", no back slash
};

std::optional<Format> parse_format(std::string_view name);
std::string_view name(Format format);
std::span<const Format> all_formats();
bool has_format(std::string_view text, Format format);
// What the text ought to look like, for a finding, with an example.
const Message& describe(Format format);

}  // namespace mektep
