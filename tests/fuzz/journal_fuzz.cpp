// module: statistics
// CSV of journals: no crash; nothing is counted that was not there; what is stored can be read again.
#include <cstdint>
#include <cstdlib>

#include "statistics/import/import.h"
#include "statistics/store.h"
#include "syntax/yaml/yaml.h"

namespace {

mektep::ImportOptions options() {
  static const mektep::MarkingPolicies policies({}, {});
  static const mektep::Subjects subjects = [] {
    mektep::Findings findings;
    mektep::Subjects list;
    list.add(mektep::parse_yaml(
        "- {id: algebra, ky: Алгебра, ru: Алгебра}\n- {id: physics, ky: Физика, ru: Физика}\n", "s.yaml",
        findings));
    return list;
  }();
  mektep::ImportOptions options;
  options.year = mektep::SchoolYear{2024};
  options.period = mektep::Period::q1;
  options.subjects = &subjects;
  options.policies = &policies;
  return options;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  mektep::Findings findings;
  const auto files = mektep::import_files(
      {{"9-А.xlsx", std::string(reinterpret_cast<const char*>(data), size)}}, options(), findings);
  if (mektep::any_blocks(findings)) return 0;
  for (const auto& file : files)
    for (const auto& [term, tables] : file.tables)
      for (const auto& [kind, table] : tables) {
        mektep::Findings damage;
        if (mektep::read_table(kind, mektep::format_table(kind, table), "a.csv", damage) != table ||
            !damage.empty())
          std::abort();
      }
  return 0;
}
