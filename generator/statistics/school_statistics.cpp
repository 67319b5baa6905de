#include "statistics/school_statistics.h"

#include "statistics/import/decode.h"
#include "syntax/yaml/yaml.h"

namespace mektep {

std::shared_ptr<const SchoolStatistics> load_school_statistics(const Snapshot& snapshot,
                                                               const std::string& folder,
                                                               Findings& findings) {
  if (snapshot.under("statistics/").empty()) return nullptr;
  StoredStatistics stored = load_statistics(snapshot, findings);
  if (stored.counts.terms.empty()) return nullptr;
  const auto data = [&](const std::string& name) {
    const auto bytes = read_import_file(folder + "/" + name);
    return bytes ? parse_yaml(*bytes, "schema/statistics/" + name, findings) : Node{};
  };
  Subjects subjects;
  const Node list = data("subjects.yaml");
  if (const Node* items = list.given("subjects")) subjects.add(*items);
  if (const Node* items = stored.settings.given("subjects")) subjects.add(*items);
  MarkingPolicies policies(data("marking.yaml"), stored.settings);
  return std::make_shared<const SchoolStatistics>(
      SchoolStatistics{std::move(stored), std::move(subjects), std::move(policies)});
}

}  // namespace mektep
