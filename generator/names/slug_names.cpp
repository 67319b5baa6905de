#include "names/slug_names.h"

#include <algorithm>

#include "base/text.h"
#include "names/endings.h"
#include "names/words.h"

namespace mektep {

namespace {

// Latin sounds of а…я.
constexpr std::string_view sounds[32] = {"a", "b", "v", "g", "d", "e", "j", "z", "i",  "i", "k",
                                         "l", "m", "n", "o", "p", "r", "s", "t", "u",  "f", "h",
                                         "c", "q", "w", "w", "",  "i", "",  "e", "iu", "ia"};

// Spellings of one sound, the longer ones first.
constexpr std::pair<std::string_view, std::string_view> spellings[] = {
    {"shch", "w"}, {"dzh", "j"}, {"sch", "w"}, {"sh", "w"}, {"ch", "q"},
    {"zh", "j"},   {"dj", "j"},  {"kh", "h"},  {"ts", "c"}, {"ng", "n"},
    {"ye", "e"},   {"yo", "e"},  {"y", "i"},   {"x", "ks"}, {"w", "v"}};

std::string decode_percent(std::string_view text) {
  std::string out;
  const auto digit = [](char c) {
    return c >= '0' && c <= '9'                     ? c - '0'
           : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10
                                                    : -1;
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool coded =
        text[i] == '%' && i + 2 < text.size() && digit(text[i + 1]) >= 0 && digit(text[i + 2]) >= 0;
    if (coded) {
      out += static_cast<char>(digit(text[i + 1]) * 16 + digit(text[i + 2]));
      i += 2;
    } else {
      out += text[i];
    }
  }
  return find_invalid_utf8(out) ? std::string(text) : out;
}

std::string latin(std::string_view folded) {
  std::string out;
  for (std::size_t i = 0; i < folded.size();) {
    const auto* const at =
        std::ranges::find_if(spellings, [&](const auto& s) { return folded.substr(i).starts_with(s.first); });
    if (at != std::end(spellings)) {
      out += at->second;
      i += at->first.size();
    } else {
      out += folded[i++];
    }
  }
  return out;
}

// What no two spellings agree about is dropped: letters written twice, and the second half of «уй», which is
// written i, y or j.
std::string reduced(std::string_view text) {
  constexpr std::string_view vowels = "aeiou";
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool after_vowel = !out.empty() && vowels.find(out.back()) != std::string_view::npos;
    const bool before_vowel = i + 1 < text.size() && vowels.find(text[i + 1]) != std::string_view::npos;
    if ((c == 'i' || c == 'j') && after_vowel && !before_vowel) continue;
    if (out.empty() || out.back() != c) out += c;
  }
  return out;
}

}  // namespace

std::string skeleton(std::string_view text) {
  TextWords words;
  words.read(text);
  std::string out;
  for (const TextWord& word : words.all()) {
    if (word.number) continue;
    std::string sound;
    if (word.latin) {
      sound = latin(word.text);
    } else {
      for (const char c : word.text) {
        const auto letter = static_cast<unsigned char>(c);
        if (letter >= 0x30 && letter < 0x50) sound += sounds[letter - 0x30];
        if (letter >= 'a' && letter <= 'z') sound += c;
      }
      const std::size_t ng = sound.find("ng");
      if (ng != std::string::npos) sound.erase(ng + 1, 1);
    }
    if (!out.empty()) out += ' ';
    out += reduced(sound);
  }
  return out;
}

void SlugNames::add(const KnownName& name, std::uint32_t whose) {
  const std::string surname = skeleton(name.surname.substr(0, name.surname.find(' ')));
  if (surname.size() < 2) return;
  // «ova» and «ov» alike
  const bool woman = surname.ends_with("ova") || surname.ends_with("eva") || surname.ends_with("ina");
  names_.push_back({woman ? surname.substr(0, surname.size() - 1) : surname, skeleton(name.given), whose});
}

std::vector<std::uint32_t> SlugNames::find(std::string_view address) const {
  std::vector<std::uint32_t> found;
  const std::string decoded = decode_percent(address);
  const std::string whole = skeleton(decoded);
  if (whole.empty()) return found;
  for (const Name& name : names_) {
    const std::size_t at = whole.find(name.surname);
    if (at == std::string::npos) continue;
    const bool beside = !name.given.empty() && whole.find(name.given) != std::string::npos;
    if (name.surname.size() >= 6 || beside) found.push_back(name.whose);
  }
  std::ranges::sort(found);
  found.erase(std::ranges::unique(found).begin(), found.end());
  return found;
}

}  // namespace mektep
