#include "statistics/learners.h"

#include "statistics/figures.h"
#include "statistics/rules.h"

namespace mektep {
namespace {

Node scalar(std::string text, Mark mark) {
  Node node;
  node.kind = Node::Kind::scalar;
  node.text = std::move(text);
  node.mark = mark;
  return node;
}

Node* member(Node& node, std::string_view key) {
  for (Node::Member& one : node.members)
    if (one.key == key) return &one.value;
  return nullptr;
}

// The day on which the contingent was imported last; nullopt when that is not recorded.
std::optional<Date> day_of(const StoredStatistics& stored, Term term) {
  std::optional<Date> day;
  if (const auto records = stored.records.find(term); records != stored.records.end())
    for (const ImportRecord& record : records->second)
      if (record.table == "contingent") day = std::max(day.value_or(record.date), record.date);
  return day;
}

}  // namespace

void fill_learners(ContentModel& model, const SchoolStatistics& statistics, Findings& findings) {
  const auto section = model.school.find("education");
  Node* const programmes =
      section == model.school.end() ? nullptr : member(section->second.data, "programmes");
  if (!programmes) return;
  const auto& terms = statistics.stored.counts.terms;
  for (auto it = terms.rbegin(); it != terms.rend(); ++it) {
    const CountTable* const table = statistics.stored.counts.find(it->first, TableKind::contingent);
    const auto day = day_of(statistics.stored, it->first);
    if (!table || !day) continue;
    for (const Contingent& counted :
         contingent_by(Property::programme, *table, statistics.policies.in(it->first)))
      for (Node& programme : programmes->items) {
        if (!programme.is_map() || programme.text_of("id") != counted.name) continue;
        const std::string count = fmt::format("{}", counted.total());
        Node* const stated = member(programme, "learners");
        const Mark mark = stated ? stated->mark : programme.mark;
        if (stated && stated->is_map() && stated->text_of("count") != count)
          findings.emplace_back(rules::statistics_learners_differ, Place{section->second.file, mark},
                                "learners", std::string(stated->text_of("count")),
                                std::vector<Param>{{"expected_count", count}});
        Node filled;
        filled.kind = Node::Kind::map;
        filled.mark = mark;
        filled.members.push_back({"count", mark, scalar(count, mark)});
        filled.members.push_back({"as_of", mark, scalar(day->iso(), mark)});
        if (stated)
          *stated = std::move(filled);
        else
          programme.members.push_back({"learners", mark, std::move(filled)});
      }
    return;
  }
}

}  // namespace mektep
