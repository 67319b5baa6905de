#include "media/pdf_properties.h"

#include <unistd.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "media/child.h"

namespace mektep {

namespace {

// Values of attributes that may be words: those with a space or a letter that is not Latin.
void add_values_of_tag(std::string_view tag, std::string& words) {
  for (std::size_t at = tag.find('='); at != std::string_view::npos && at + 1 < tag.size();) {
    const char quote = tag[at + 1];
    const std::size_t end = quote == '"' || quote == '\'' ? tag.find(quote, at + 2) : std::string_view::npos;
    if (end == std::string_view::npos) return;
    const std::string_view value = tag.substr(at + 2, end - at - 2);
    const bool is_word = std::ranges::any_of(value, [](char c) { return c == ' ' || (c & 0x80) != 0; });
    if (is_word) words += std::string(value) + "\n";
    at = tag.find('=', end);
  }
}

// The text between tags, and of their attributes, a line each.
void add_words_of_xml(std::string_view xml, std::string& words) {
  while (!xml.empty()) {
    const std::size_t end = xml.find('<');
    const std::string_view text = trim(xml.substr(0, end));
    if (!text.empty()) words += std::string(text) + "\n";
    const std::size_t close = end == std::string_view::npos ? end : xml.find('>', end);
    if (close != std::string_view::npos && !xml.substr(end).starts_with("<?"))
      add_values_of_tag(xml.substr(end, close - end), words);
    xml.remove_prefix(close == std::string_view::npos ? xml.size() : close + 1);
  }
}

}  // namespace

std::optional<std::string> pdf_properties(const Snapshot& snapshot, const Asset& asset,
                                          const MediaCache& cache) {
  constexpr std::string_view recipe = "pdf-properties-3";
  static const std::string program = "/usr/bin/pdfinfo";
  if (asset.type != FileType::pdf || asset.size > 64u << 20) return std::nullopt;
  const std::string key = asset.digest.hex();
  if (auto kept = cache.find(recipe, key)) return kept;
  const SourceFile* file = snapshot.find(asset.path);
  if (!file || ::access(program.c_str(), X_OK) != 0) return std::nullopt;
  const auto bytes = snapshot.read_asset(*file);
  if (!bytes) return std::nullopt;
  const std::array<std::string, 3> arguments{"-enc", "UTF-8", "-"};
  const auto all = run_child(program, arguments, *bytes);
  if (!all || find_invalid_utf8(*all)) return std::nullopt;
  std::string properties;
  for (const std::string_view line : split(*all, '\n')) {
    for (const std::string_view name : {"Title:", "Author:", "Subject:", "Keywords:", "Creator:"}) {
      if (!line.starts_with(name)) continue;
      properties += std::string(name) + " " + std::string(trim(line.substr(name.size()))) + "\n";
    }
  }
  // XMP says it once more, and sometimes otherwise.
  const std::array<std::string, 2> xmp{"-meta", "-"};
  if (const auto meta = run_child(program, xmp, *bytes); meta && !find_invalid_utf8(*meta))
    add_words_of_xml(*meta, properties);
  properties = to_nfc(properties);
  cache.keep(recipe, key, properties);
  return properties;
}

}  // namespace mektep
