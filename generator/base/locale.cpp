#include "base/locale.h"

namespace mektep {

std::optional<Locale> parse_locale(std::string_view text) {
  for (const Locale locale : all_locales) {
    if (text == code(locale)) return locale;
  }
  return std::nullopt;
}

std::optional<Language> parse_language(std::string_view name) {
  // "ky_KG.UTF-8" and "ru-KG" mean their first part; "Kyrgyz" or "C" mean nothing here.
  const std::string_view tag = name.substr(0, name.find_first_of("_-.@"));
  for (const Language language : {Language::ky, Language::ru, Language::en}) {
    if (tag == code(language)) return language;
  }
  return std::nullopt;
}

const std::string& Bilingual::best(Locale locale) const {
  const std::string& own = in(locale);
  return own.empty() ? texts[1 - index(locale)] : own;
}

}  // namespace mektep
