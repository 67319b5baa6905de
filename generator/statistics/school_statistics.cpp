#include "statistics/school_statistics.h"

#include "statistics/import/decode.h"
#include "statistics/rules.h"
#include "statistics/settings.h"
#include "syntax/yaml/yaml.h"

namespace mektep {
namespace {

// Each term by the denominator that it was published by; where the settings say another one now, that is
// told.
void keep_denominators(const StoredStatistics& stored, MarkingPolicies& policies, Findings& findings) {
  for (const auto& [term, denominator] : stored.denominators) {
    const Denominator now = policies.in(term).denominator;
    policies.keep(term, denominator);
    if (now == denominator) continue;
    findings.emplace_back(rules::statistics_denominator_kept,
                          Place{fmt::format("statistics/{}/imports.yaml", term.path()), {}}, "denominator",
                          std::string(code(denominator)),
                          std::vector<Param>{{"settings", std::string(code(now))}});
  }
}

// By the digests of the files, so that no two of them can run into each other.
class SourceDigests {
 public:
  void add(std::string_view name, std::string_view bytes) {
    all_ += fmt::format("{} {}\n", name, digest(bytes).hex());
  }
  Digest of_all() const { return digest(all_); }

 private:
  std::string all_;
};

}  // namespace

SchoolStatistics read_school_statistics(const Snapshot& snapshot, const std::string& folder,
                                        Findings& findings) {
  StoredStatistics stored = load_statistics(snapshot, findings);
  SourceDigests sources;
  for (const SourceFile& file : snapshot.under("statistics/"))
    sources.add(file.path, snapshot.read(file).value_or(""));
  const auto data = [&](const std::string& name) {
    const auto bytes = read_import_file(folder + "/" + name);
    sources.add(name, bytes.value_or(""));
    return bytes ? parse_yaml(*bytes, "schema/statistics/" + name, findings) : Node{};
  };
  Subjects subjects;
  const Node list = data("subjects.yaml");
  if (const Node* items = list.given("subjects")) subjects.add(*items);
  if (const Node* items = stored.settings.given("subjects")) subjects.add(*items);
  MarkingPolicies policies(data("marking.yaml"), stored.settings);
  keep_denominators(stored, policies, findings);
  const privacy::Policy disclosure = read_settings(stored.settings, findings);
  return {std::move(stored), std::move(subjects), std::move(policies), disclosure, sources.of_all()};
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
