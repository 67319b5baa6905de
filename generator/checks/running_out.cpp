// Texts that leave the site by themselves: said in good time, and never before they were there.
#include "checks/passes.h"
#include "checks/rules.h"
#include "facts/publication.h"

namespace mektep {

namespace {

constexpr int notice_days = 14;

}  // namespace

void check_running_out(const CheckInput& input, Findings& findings) {
  const Date today = input.site.facts.today;
  for (const Entry& entry : input.site.model.entries) {
    if (!entry.shown_until || entry.draft) continue;
    const Date last = *entry.shown_until;
    // The day of the text that says it: the Russian file may leave it to the Kyrgyz one.
    const Translation* text = entry.in(Locale::ky);
    if (!text || !text->data.given("shown_until")) text = &entry.best(Locale::ru);
    const auto add = [&](const Rule& rule, std::vector<Param> params = {}) {
      findings.emplace_back(rule, text->place("shown_until"), "shown_until", last.iso(), std::move(params));
    };
    if (entry.date && last < entry.date->date) {
      add(rules::entry_never_shown, {{"expected", entry.date->date.iso()}});
    } else if (is_published(entry, today) && last.days() - today.days() <= notice_days) {
      add(rules::entry_runs_out);
    }
  }
}

}  // namespace mektep
