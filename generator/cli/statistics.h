// What the actions of `mektep statistics` have in common.
#pragma once
#include <expected>
#include <memory>
#include <set>
#include <string>

#include "cli/commands.h"
#include "statistics/marking.h"
#include "statistics/store.h"
#include "statistics/subjects.h"

namespace mektep::cli {

// The counts of a repository and the policies and names that they are read with.
struct StatisticsData {
  StoredStatistics stored;
  Subjects subjects;
  std::unique_ptr<MarkingPolicies> policies;
  std::set<std::string> programmes;  // ids of school/education.yaml
  Findings findings;
};
// The error has been reported; it is the exit code.
std::expected<StatisticsData, int> load_statistics_data(const Context& context,
                                                        const std::string& repository);

int run_statistics_import(const Context& context);
int run_statistics_inspect(const Context& context);
int run_statistics_show(const Context& context);
int run_statistics_profiles(const Context& context);

}  // namespace mektep::cli
