#include "facts/taxonomy.h"

#include "base/localise.h"
#include "facts/publication.h"

namespace mektep {

namespace {

bool newer(const Entry* a, const Entry* b) {
  return a->date != b->date ? a->date > b->date : a->path < b->path;
}

}  // namespace

std::vector<const Entry*> Taxonomy::children(std::string_view path, Locale locale) const {
  const auto at = below.find(path);
  if (at == below.end()) return {};
  std::vector<const Entry*> found = at->second;
  std::ranges::sort(found, [&](const Entry* a, const Entry* b) {
    const int rank_a = a->order ? a->order : INT_MAX, rank_b = b->order ? b->order : INT_MAX;
    if (rank_a != rank_b) return rank_a < rank_b;
    const int order = collate(a->best(locale).title, b->best(locale).title, locale);
    return order != 0 ? order < 0 : a->path < b->path;
  });
  return found;
}

Taxonomy arrange(const ContentModel& model, Date today) {
  Taxonomy all;
  for (const Entry& entry : model.entries) {
    if (!is_published(entry, today)) continue;
    switch (entry.collection) {
      case Collection::news:
        all.news.push_back(&entry);
        if (entry.date) all.years[entry.date->date.year].push_back(&entry);
        break;
      case Collection::events:
        all.events.push_back(&entry);
        break;
      case Collection::albums:
        all.albums.push_back(&entry);
        break;
      case Collection::pages:
        if (entry.path == "pages/home") break;
        all.pages.push_back(&entry);
        all.below[std::string_view(entry.path).substr(0, entry.path.rfind('/'))].push_back(&entry);
        break;
    }
    for (const std::string& tag : entry.tags) all.tags[tag].push_back(&entry);
  }
  std::ranges::sort(all.news, newer);
  std::ranges::sort(all.albums, newer);
  std::ranges::sort(all.events, [](const Entry* a, const Entry* b) {
    return a->start != b->start ? a->start < b->start : a->path < b->path;
  });
  for (auto& [unused, entries] : all.years) std::ranges::sort(entries, newer);
  for (auto& [unused, entries] : all.tags) std::ranges::sort(entries, newer);
  return all;
}

}  // namespace mektep
