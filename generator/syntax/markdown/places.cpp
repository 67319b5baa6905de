#include "syntax/markdown/places.h"

#include <algorithm>
#include <optional>

namespace mektep {

std::size_t Places::locate(Said place, std::string_view text) {
  const std::string_view all = source_.text();
  const std::size_t said = place.line > 0 ? source_.offset(place.line, place.column) : cursor;
  const std::size_t line_start = place.line > 0 ? source_.offset(place.line, 1) : cursor;
  std::size_t next = std::max(cursor, line_start);
  if (next > source_.line_end(line_start)) next = line_start;
  next =
      std::min(all.find_first_not_of(next == 0 || all[next - 1] == '\n' ? " \t>" : "*_~`", next), all.size());
  const auto stands_at = [&](std::string_view probe) -> std::optional<std::size_t> {
    if (probe.empty()) return std::nullopt;
    if (cursor >= line_start && all.substr(cursor).starts_with(probe)) return cursor;
    if (all.substr(next).starts_with(probe)) return next;
    if (all.substr(said).starts_with(probe)) return said;
    const std::size_t end = std::min(source_.line_end(next), next + 1024);
    const std::size_t found = end > next ? all.substr(next, end - next).find(probe) : std::string_view::npos;
    return found == std::string_view::npos ? std::nullopt : std::optional(next + found);
  };
  std::size_t size = text.size();
  auto at = stands_at(text);
  if (!at) {
    // A text with references or escapes in it: its beginning at least.
    size = std::min(size, text.find_first_of("&*_`[]()<>!\\\"'#~{}|", 1));
    at = stands_at(text.substr(0, size));
  }
  cursor = at ? *at + size : std::max(cursor, said);
  return at.value_or(said);
}

std::size_t Places::locate_mark(Said place, std::string_view marks) {
  const std::string_view all = source_.text();
  const auto fits = [&](std::size_t at) {
    return at < all.size() && marks.find(all[at]) != std::string_view::npos;
  };
  const std::size_t said = place.line > 0 ? source_.offset(place.line, place.column) : cursor;
  const bool same_line =
      place.line <= 0 || (cursor >= source_.offset(place.line, 1) && cursor <= source_.line_end(said));
  std::size_t at = said;
  if (same_line && fits(cursor)) {
    at = cursor;
  } else if (!fits(said) && same_line) {
    const std::size_t end = std::min(source_.line_end(cursor), cursor + 256);
    at = std::min(all.substr(0, end).find_first_of(marks, cursor), said);
  }
  if (fits(at)) cursor = at + 1;
  return at;
}

}  // namespace mektep
