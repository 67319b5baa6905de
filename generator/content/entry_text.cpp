#include "content/entry_text.h"

namespace mektep {

void add_text(Entry& entry, Locale locale, ParsedText text) {
  const auto take = [](auto& to, auto& value) {
    if (!to) to = value;
  };
  Entry& from = text.shared;
  entry.translations[index(locale)] = std::move(text.translation);
  entry.collection = from.collection;
  take(entry.date, from.date);
  take(entry.start, from.start);
  take(entry.end, from.end);
  take(entry.until, from.until);
  entry.announcement |= from.announcement;
  entry.draft |= from.draft;
  if (entry.order == 0) entry.order = from.order;
  if (entry.tags.empty()) entry.tags = std::move(from.tags);
  if (entry.image.empty()) entry.image = std::move(from.image);
  for (const Locale each : all_locales) {
    if (entry.location.in(each).empty()) entry.location.in(each) = std::move(from.location.in(each));
  }
}

}  // namespace mektep
