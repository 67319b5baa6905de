#include "content/entry_text.h"

namespace mektep {

void add_text(Entry& entry, Locale locale, ParsedText text) {
  const auto take = [](auto& to, auto& value) {
    if (!to) to = value;
  };
  SharedFields& from = text.shared;
  entry.translations[index(locale)] = std::move(text.translation);
  entry.collection = from.collection;
  take(entry.date, from.date);
  take(entry.start, from.start);
  take(entry.end, from.end);
  take(entry.until, from.until);
  take(entry.shown_until, from.shown_until);
  entry.announcement |= from.announcement;
  entry.draft |= from.draft;
  if (entry.order == 0) entry.order = from.order;
  for (std::string& consent : from.consents) {
    if (std::ranges::find(entry.consents, consent) == entry.consents.end())
      entry.consents.push_back(std::move(consent));
  }
  if (entry.tags.empty()) entry.tags = std::move(from.tags);
  if (entry.image.empty()) entry.image = std::move(from.image);
  for (const Locale each : all_locales) {
    if (entry.location.in(each).empty()) entry.location.in(each) = std::move(from.location.in(each));
  }
}

void limit_to_consents(Entry& entry, const ContentModel& model) {
  for (const std::string& id : entry.consents) {
    const Consent* consent = model.consent(id);
    if (!consent || !consent->from || !consent->has_scope("news") || !consent->has_cover("name")) {
      entry.named_until = Date{0, 0, 0};
      continue;
    }
    entry.named_from = std::max(entry.named_from, *consent->from);
    if (consent->until) entry.named_until = std::min(entry.named_until, *consent->until);
    if (consent->withdrawn)
      entry.named_until = std::min(entry.named_until, Date::from_days(consent->withdrawn->days() - 1));
  }
}

}  // namespace mektep
