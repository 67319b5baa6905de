#include "media/picture_notes.h"

#include <cstdint>

#include "base/text.h"

namespace mektep {

namespace {

constexpr std::size_t shortest = 6;       // bytes of a run of text; shorter ones are numbers by chance
constexpr std::size_t most = 256u << 10;  // of one note

std::uint32_t big(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < size; ++i) value = value << 8 | static_cast<std::uint8_t>(bytes[at + i]);
  return value;
}
std::uint32_t little(std::string_view bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 4; i > 0; --i) value = value << 8 | static_cast<std::uint8_t>(bytes[at + i - 1]);
  return value;
}

// The runs of printable UTF-8 in a note; tags of XMP end a run.
void add_runs(std::string_view note, std::string& words) {
  note = note.substr(0, most);
  std::string run;
  const auto finish = [&] {
    if (run.size() >= shortest && !find_invalid_utf8(run)) words += run + "\n";
    run.clear();
  };
  bool tag = false;
  for (const char c : note) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '<') tag = true;
    if (byte < 0x20 || byte == 0x7F || tag) {
      finish();
    } else {
      run += c;
    }
    if (c == '>') tag = false;
  }
  finish();
}

void read_jpeg(std::string_view bytes, std::string& words) {
  std::size_t at = 2;
  while (at + 4 <= bytes.size() && bytes[at] == '\xFF') {
    const auto marker = static_cast<std::uint8_t>(bytes[at + 1]);
    if (marker == 0xDA || marker == 0xD9) return;  // the pixels
    const std::size_t size = big(bytes, at + 2, 2);
    if (size < 2 || at + 2 + size > bytes.size()) return;
    const bool note = marker == 0xFE || (marker > 0xE0 && marker <= 0xEF && marker != 0xE2);  // E2: colours
    if (note) add_runs(bytes.substr(at + 4, size - 2), words);
    at += 2 + size;
  }
}

void read_png(std::string_view bytes, std::string& words) {
  std::size_t at = 8;
  while (at + 12 <= bytes.size()) {
    const std::size_t size = big(bytes, at, 4);
    if (size > bytes.size() - at - 12) return;
    const std::string_view kind = bytes.substr(at + 4, 4);
    if (kind == "tEXt" || kind == "iTXt" || kind == "eXIf") add_runs(bytes.substr(at + 8, size), words);
    at += size + 12;
  }
}

void read_webp(std::string_view bytes, std::string& words) {
  std::size_t at = 12;
  while (at + 8 <= bytes.size()) {
    const std::size_t size = little(bytes, at + 4);
    if (size > bytes.size() - at - 8) return;
    const std::string_view kind = bytes.substr(at, 4);
    if (kind == "EXIF" || kind == "XMP ") add_runs(bytes.substr(at + 8, size), words);
    at += 8 + size + size % 2;
  }
}

}  // namespace

std::string picture_notes(std::string_view bytes) {
  std::string words;
  if (bytes.starts_with("\xFF\xD8")) read_jpeg(bytes, words);
  if (bytes.starts_with("\x89PNG\r\n\x1A\n")) read_png(bytes, words);
  if (bytes.starts_with("RIFF") && bytes.substr(0, 12).ends_with("WEBP")) read_webp(bytes, words);
  return to_nfc(words);
}

}  // namespace mektep
