#include "editor/forms/entry_shelf.h"

#include <algorithm>

#include "base/localise.h"

namespace mektep::editor {
namespace {

using Summary = std::shared_ptr<const EntrySummary>;

// How the entries of a list stand to each other.
struct Before {
  Locale locale;
  bool operator()(const Summary& a, const Summary& b) const {
    if (a->date != b->date) return a->date > b->date;
    if (const int order = collate(a->title.in(locale), b->title.in(locale), locale); order != 0)
      return order < 0;
    return a->id < b->id;
  }
};

// `list` with the entries of `gone` taken out and `fresh` put into their places.
EntryList changed(const EntryList& list, const std::set<std::string, std::less<>>& gone, EntryList fresh,
                  Before before) {
  EntryList now;
  now.reserve(list.size() + fresh.size());
  std::ranges::copy_if(list, std::back_inserter(now),
                       [&](const Summary& each) { return !gone.contains(each->id); });
  constexpr std::size_t few = 50;
  if (fresh.size() <= few) {
    for (Summary& each : fresh) {
      const auto place = std::ranges::upper_bound(now, each, before);
      now.insert(place, std::move(each));
    }
  } else {
    std::ranges::move(fresh, std::back_inserter(now));
    std::ranges::sort(now, before);
  }
  return now;
}

}  // namespace

// The entries whose files are not what they were at the last call.
std::set<std::string, std::less<>> EntryShelf::take_changes(const Snapshot& snapshot) {
  std::set<std::string, std::less<>> entries;
  const auto add = [&](std::string_view path) {
    if (std::string entry = entry_of_file(path); !entry.empty()) entries.insert(std::move(entry));
  };
  const auto files = snapshot.under(folder_);
  auto old = seen_.begin();
  bool same = files.size() == seen_.size();
  for (const SourceFile& file : files) {
    for (; old != seen_.end() && old->path < file.path; ++old) add(old->path);
    const bool known = old != seen_.end() && old->path == file.path;
    // Without an id nobody can say that it is the same.
    if (!known || old->blob != file.blob || file.blob.empty()) {
      add(file.path);
      same = false;
    }
    if (known) ++old;
  }
  for (; old != seen_.end(); ++old) add(old->path);
  if (same) return entries;
  std::vector<Seen> now;
  now.reserve(files.size());
  for (const SourceFile& file : files) now.push_back({file.path, file.blob});
  seen_ = std::move(now);
  return entries;
}

EntryList EntryShelf::read(const Snapshot& snapshot,
                           const std::set<std::string, std::less<>>& entries) const {
  EntryList list;
  for (const std::string& entry : entries) {
    std::optional<EntrySummary> found;
    for (const SourceFile* file : summarised_files(snapshot, entry)) {
      EntrySummary summary = summarise_file(snapshot, schemas_, *file, entry);
      if (found) {
        add_second_language(*found, summary);
      } else {
        found = std::move(summary);
      }
    }
    if (found) list.push_back(std::make_shared<const EntrySummary>(std::move(*found)));
  }
  return list;
}

std::shared_ptr<const EntryList> EntryShelf::list(const Snapshot& snapshot, Locale locale) {
  const std::scoped_lock lock(mutex_);
  const auto entries = take_changes(snapshot);
  std::shared_ptr<const EntryList>& wanted = lists_[index(locale)];
  std::shared_ptr<const EntryList>& other = lists_[1 - index(locale)];
  if (!wanted) {
    EntryList all = other ? *other : EntryList();
    std::ranges::sort(all, Before{locale});
    wanted = std::make_shared<const EntryList>(std::move(all));
  }
  if (entries.empty()) return wanted;
  const EntryList fresh = read(snapshot, entries);
  if (other) {
    const Locale its = locale == Locale::ky ? Locale::ru : Locale::ky;
    other = std::make_shared<const EntryList>(changed(*other, entries, fresh, Before{its}));
  }
  wanted = std::make_shared<const EntryList>(changed(*wanted, entries, fresh, Before{locale}));
  return wanted;
}

}  // namespace mektep::editor
