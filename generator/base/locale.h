// The languages: `Locale` of what a school publishes, `Language` of what Mektep says to its users.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mektep {

// A locale of content. Kyrgyz is first everywhere: it is the state language (LANG-1).
enum class Locale : std::uint8_t { ky, ru };
inline constexpr std::array<Locale, 2> all_locales{Locale::ky, Locale::ru};
constexpr std::size_t index(Locale locale) {
  return static_cast<std::size_t>(locale);
}
constexpr std::string_view code(Locale locale) {
  return locale == Locale::ky ? "ky" : "ru";
}
std::optional<Locale> parse_locale(std::string_view code);

// A language of messages, help and the command line.
enum class Language : std::uint8_t { ky, ru, en };
constexpr std::string_view code(Language language) {
  return language == Language::ky ? "ky" : language == Language::ru ? "ru" : "en";
}
// Accepts "ky", "ru", "en" and POSIX names such as "ky_KG.UTF-8"; nullopt for anything else.
std::optional<Language> parse_language(std::string_view name);

// A fixed text in the three languages of messages; lives as long as the program.
struct Message {
  std::string_view ky, ru, en;
  constexpr std::string_view in(Language language) const {
    return language == Language::ky ? ky : language == Language::ru ? ru : en;
  }
  constexpr bool empty() const { return ky.empty() && ru.empty() && en.empty(); }
};

// The same for texts that come from data (labels in schema/).
struct Label {
  std::string ky, ru, en;
  const std::string& in(Language language) const {
    return language == Language::ky ? ky : language == Language::ru ? ru : en;
  }
  const std::string& in(Locale locale) const { return locale == Locale::ky ? ky : ru; }
  bool operator==(const Label&) const = default;
};

// A value of content in the two locales. An empty text means "not given".
struct Bilingual {
  std::array<std::string, 2> texts;
  const std::string& in(Locale locale) const { return texts[index(locale)]; }
  std::string& in(Locale locale) { return texts[index(locale)]; }
  // The text in `locale`, or else the one in the other locale.
  const std::string& best(Locale locale) const;
  bool empty() const { return texts[0].empty() && texts[1].empty(); }
  bool operator==(const Bilingual&) const = default;
};

}  // namespace mektep
