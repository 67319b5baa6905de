#include "editor/views/completeness.h"

#include <algorithm>

#include "base/text.h"
#include "editor/views/dashboard.h"

namespace mektep::editor {
namespace {

std::size_t percent(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : part * 100 / whole;
}

Value line_value(const ItemState& state, const DisclosureItem& item, Language language) {
  return make_record({{"number", item.number},
                      {"label", upper_first(item.label.in(language))},
                      {"state", std::string(name(state.state))},
                      {"settled", state.settled},
                      {"href", place_of_file(state.file, state.field)}});
}

}  // namespace

Value completeness_value(const CheckReport& report, const Catalogue& catalogue, Language language) {
  ValueList groups;
  for (const DisclosureGroup& group : catalogue.groups) {
    ValueList all, open;
    for (const ItemState& state : report.items) {
      const DisclosureItem* item = catalogue.find(state.item);
      if (item == nullptr || item->group != group.id) continue;
      all.push_back(line_value(state, *item, language));
      if (!state.settled) open.push_back(all.back());
    }
    if (all.empty()) continue;
    const std::size_t items = all.size(), settled = items - open.size();
    groups.push_back(make_record({{"id", group.id},
                                  {"label", group.label.in(language)},
                                  {"items", items},
                                  {"settled", settled},
                                  {"all", std::move(all)},
                                  {"open", std::move(open)}}));
  }
  return make_record({{"items", report.items.size()},
                      {"settled", report.settled()},
                      {"percent", percent(report.settled(), report.items.size())},
                      {"groups", std::move(groups)}});
}

SectionCount count_section(const CheckReport& report, const Catalogue& catalogue, std::string_view entry) {
  SectionCount count;
  const std::string file = fmt::format("{}.yaml", entry);
  for (const ItemState& state : report.items) {
    const DisclosureItem* item = catalogue.find(state.item);
    if (item == nullptr || section_file(*item) != file) continue;
    ++count.items;
    if (state.settled) ++count.settled;
  }
  return count;
}

}  // namespace mektep::editor
