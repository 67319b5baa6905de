#include "statistics/school_statistics.h"

#include "statistics/import/decode.h"
#include "statistics/settings.h"
#include "syntax/yaml/yaml.h"

namespace mektep {

SchoolStatistics read_school_statistics(const Snapshot& snapshot, const std::string& folder,
                                        Findings& findings) {
  StoredStatistics stored = load_statistics(snapshot, findings);
  const auto data = [&](const std::string& name) {
    const auto bytes = read_import_file(folder + "/" + name);
    return bytes ? parse_yaml(*bytes, "schema/statistics/" + name, findings) : Node{};
  };
  Subjects subjects;
  const Node list = data("subjects.yaml");
  if (const Node* items = list.given("subjects")) subjects.add(*items);
  if (const Node* items = stored.settings.given("subjects")) subjects.add(*items);
  MarkingPolicies policies(data("marking.yaml"), stored.settings);
  const privacy::Policy disclosure = read_settings(stored.settings, findings);
  return {std::move(stored), std::move(subjects), std::move(policies), disclosure};
}

std::shared_ptr<const SchoolStatistics> load_school_statistics(const Snapshot& snapshot,
                                                               const std::string& folder,
                                                               Findings& findings) {
  if (snapshot.under("statistics/").empty()) return nullptr;
  auto statistics =
      std::make_shared<const SchoolStatistics>(read_school_statistics(snapshot, folder, findings));
  return statistics->stored.counts.terms.empty() ? nullptr : statistics;
}

}  // namespace mektep
