// Both languages (LANG-1): Kyrgyz must be there, Russian may lag with a notice.
#include "checks/published_texts.h"
#include "checks/rules.h"
#include "facts/translations.h"

namespace mektep {

void check_languages(const CheckInput& input, Findings& findings) {
  for (const Entry& entry : input.site.model.entries) {
    if (!is_published(entry, input.site.facts.today)) continue;
    const Translation* kyrgyz = entry.in(Locale::ky);
    const Translation* russian = entry.in(Locale::ru);
    if (kyrgyz && input.site.locales().size() < 2) continue;
    if (!kyrgyz) {
      findings.emplace_back(rules::language_no_kyrgyz, russian->place(), "", entry.path,
                            std::vector<Param>{{"expected", entry.path + "/index.ky.md"}});
      continue;
    }
    const std::vector<Param> digest{{"digest", kyrgyz->digest}, {"expected", entry.path + "/index.ru.md"}};
    switch (translation_state(entry, Locale::ru)) {
      case TranslationState::missing:
        findings.emplace_back(rules::language_no_russian, kyrgyz->place(), "", entry.path, digest);
        break;
      case TranslationState::stale:
        findings.emplace_back(rules::language_stale, russian->place("translated_from"), "translated_from",
                              russian->translated_from, digest);
        break;
      case TranslationState::unmarked:
        findings.emplace_back(rules::language_unmarked, russian->place(), "translated_from", "", digest);
        break;
      default:
        break;
    }
  }
}

}  // namespace mektep
