#include "facts/publication.h"

namespace mektep {

bool has_run_out(const Entry& entry, Date today) {
  return entry.shown_until && *entry.shown_until < today;
}

bool is_published(const Entry& entry, Date today) {
  return !entry.draft && !has_run_out(entry, today) && entry.named_from <= today &&
         today <= entry.named_until && (!entry.date || entry.date->date <= today);
}

bool is_current_announcement(const Entry& entry, Date today) {
  return entry.announcement && is_published(entry, today) && (!entry.until || today <= *entry.until);
}

const Entry* run_out_behind(const LinkTarget& target, const ContentModel& model, Date today) {
  const Entry* entry = target.entry;
  for (std::size_t end = target.asset.rfind('/'); !entry && end != std::string::npos && end > 0;
       end = target.asset.rfind('/', end - 1))
    entry = model.entry(target.asset.substr(0, end));
  return entry && has_run_out(*entry, today) ? entry : nullptr;
}

}  // namespace mektep
