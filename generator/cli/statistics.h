// What the actions of `mektep statistics` have in common.
#pragma once
#include <expected>
#include <memory>
#include <optional>
#include <string>

#include "cli/commands.h"
#include "statistics/desk.h"

namespace mektep::cli {

// The desk of the repository in --into; what it found while reading is in `findings`. The error has been
// reported; it is the exit code.
std::expected<JournalDesk, int> open_desk(const Context& context, const std::string& repository,
                                          Findings& findings);

// The files named on the command line with --year, --period, --class and --profile. nullopt: reported.
std::optional<JournalFiles> journal_files(const Context& context, Findings& findings);

// Prints the findings; false when one of them blocks.
bool print_findings(const Context& context, const Findings& findings);

int run_statistics_import(const Context& context);
int run_statistics_inspect(const Context& context);
int run_statistics_show(const Context& context);
int run_statistics_profiles(const Context& context);
int run_statistics_columns(const Context& context);
int run_statistics_archive(const Context& context);
int run_statistics_forecast(const Context& context);

}  // namespace mektep::cli
