#include "publish/output_folder/manifest.h"

#include <charconv>

namespace mektep {
namespace {

constexpr std::string_view first_line = "mektep-manifest 2\n", first_line_with_times = "mektep-manifest 1\n";

// Reads a number of the given base and the one character behind it.
template <class Number>
bool take_number(std::string_view& rest, Number& number, char behind, int base = 10) {
  const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), number, base);
  const auto length = static_cast<std::size_t>(end - rest.data());
  if (error != std::errc() || length >= rest.size() || *end != behind) return false;
  rest.remove_prefix(length + 1);
  return true;
}

bool take_digest(std::string_view& rest, Digest& digest) {
  if (rest.size() < 32) return false;
  const auto half = [&](std::size_t at, std::uint64_t& value) {
    const char* begin = rest.data() + at;
    return std::from_chars(begin, begin + 16, value, 16).ptr == begin + 16;
  };
  if (!half(0, digest.high) || !half(16, digest.low)) return false;
  rest.remove_prefix(32);
  return true;
}

bool take_entry(std::string_view& rest, ManifestEntry& entry, bool timed) {
  if (!take_digest(rest, entry.digest) || !rest.starts_with(' ')) return false;
  rest.remove_prefix(1);
  std::int64_t time = 0;
  if (!take_number(rest, entry.size, ' ') || (timed && !take_number(rest, time, ' '))) return false;
  const std::size_t end = rest.find('\n');
  if (end == std::string_view::npos || end == 0) return false;
  entry.path = rest.substr(0, end);
  rest.remove_prefix(end + 1);
  return true;
}

}  // namespace

const ManifestEntry* Manifest::find(std::string_view path) const {
  const auto found = std::ranges::lower_bound(entries, path, {}, &ManifestEntry::path);
  return found != entries.end() && found->path == path ? &*found : nullptr;
}

std::optional<Manifest> parse_manifest(std::string text) {
  Manifest manifest{std::make_unique<const std::string>(std::move(text)), {}};
  std::string_view rest = *manifest.text;
  const bool timed = rest.starts_with(first_line_with_times);
  if (!timed && !rest.starts_with(first_line)) return std::nullopt;
  // The last line vouches for everything above it.
  const std::size_t last = rest.rfind("\nend ");
  if (last == std::string_view::npos) return std::nullopt;
  const std::string_view lines = rest.substr(0, last + 1);
  std::string_view seal = rest.substr(last + 5);
  std::size_t count = 0;
  Digest whole;
  if (!take_number(seal, count, ' ') || !take_digest(seal, whole) || seal != "\n" || whole != digest(lines)) {
    return std::nullopt;
  }
  rest = lines.substr(first_line.size());
  while (!rest.empty()) {
    ManifestEntry entry;
    if (!take_entry(rest, entry, timed)) return std::nullopt;
    const bool sorted = manifest.entries.empty() || manifest.entries.back().path < entry.path;
    if (!sorted) return std::nullopt;
    manifest.entries.push_back(entry);
  }
  if (manifest.entries.size() != count) return std::nullopt;
  return manifest;
}

std::string format_manifest(const std::vector<ManifestEntry>& sorted) {
  std::string text(first_line);
  text.reserve(sorted.size() * 120 + 100);
  for (const ManifestEntry& entry : sorted) {
    fmt::format_to(std::back_inserter(text), "{:016x}{:016x} {} {}\n", entry.digest.high, entry.digest.low,
                   entry.size, entry.path);
  }
  const Digest whole = digest(text);
  fmt::format_to(std::back_inserter(text), "end {} {:016x}{:016x}\n", sorted.size(), whole.high, whole.low);
  return text;
}

}  // namespace mektep
