#include "facts/translations.h"

namespace mektep {

std::string_view name(TranslationState state) {
  switch (state) {
    case TranslationState::original:
      return "original";
    case TranslationState::current:
      return "current";
    case TranslationState::unmarked:
      return "unmarked";
    case TranslationState::stale:
      return "stale";
    case TranslationState::missing:
      return "missing";
  }
  return {};
}

TranslationState translation_state(const Entry& entry, Locale locale) {
  const Translation* own = entry.in(locale);
  if (!own) return TranslationState::missing;
  const Translation* kyrgyz = entry.in(Locale::ky);
  if (locale == Locale::ky || !kyrgyz) return TranslationState::original;
  if (own->translated_from.empty()) return TranslationState::unmarked;
  return own->translated_from == kyrgyz->digest ? TranslationState::current : TranslationState::stale;
}

std::vector<TranslationRow> translation_matrix(const ContentModel& model) {
  std::vector<TranslationRow> rows;
  for (const Entry& entry : model.entries) {
    TranslationRow& row = rows.emplace_back(entry.path);
    for (const Locale locale : all_locales) row.states[index(locale)] = translation_state(entry, locale);
  }
  return rows;
}

}  // namespace mektep
