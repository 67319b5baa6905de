#include "facts/publication.h"

namespace mektep {

bool is_published(const Entry& entry, Date today) {
  return !entry.draft && entry.named_from <= today && today <= entry.named_until &&
         (!entry.date || entry.date->date <= today);
}

bool is_current_announcement(const Entry& entry, Date today) {
  return entry.announcement && is_published(entry, today) && (!entry.until || today <= *entry.until);
}

}  // namespace mektep
