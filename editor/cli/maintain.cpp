// fsck and gc: looking after the repository and the state folder from the command line. The server does the
// same every night (editor/upkeep).
#include <filesystem>
#include <ostream>

#include "editor/cli/commands.h"
#include "editor/cli/engine.h"
#include "editor/cli/texts.h"
#include "editor/repository/consistency.h"
#include "editor/repository/repack.h"

namespace mektep::editor {
namespace {

std::string told(const RepositoryError& error, Language language) {
  return fmt::format("{} ({})", explain(error.fault).in(language), error.detail);
}

// Only a state folder that is there is looked at: the repository may lie elsewhere than its editor.
bool has_state(const CommandOptions& options) {
  std::error_code error;
  return std::filesystem::exists(options.state + "/editor.sqlite", error);
}

}  // namespace

int run_fsck(const CommandOptions& options, std::ostream& out, std::ostream& err) {
  const auto report = check_consistency(options.repository);
  if (!report) return fail(err, told(report.error(), options.language));
  for (const Finding& finding : report->findings) {
    out << fmt::format("{}\n  {}\n", fault_line(finding, options.language), finding.hint(options.language));
  }
  std::vector<std::string> faults;
  if (has_state(options)) {
    const auto engine = Engine::open(options);
    if (!engine) return fail(err, engine.error());
    faults = (*engine)->upkeep().faults();
  }
  for (const std::string& fault : faults) out << options.state << ": " << fault << '\n';
  out << texts::say(options.language, texts::looked, report->commits, report->trees, report->files,
                    report->lfs_objects, report->findings.size() + faults.size())
      << '\n';
  out.flush();
  return report->findings.empty() && faults.empty() ? 0 : 1;
}

int run_gc(const CommandOptions& options, std::ostream& out, std::ostream& err) {
  const auto report = repack(options.repository, {.least_loose = 1});
  if (!report) return fail(err, told(report.error(), options.language));
  if (has_state(options)) {
    const auto engine = Engine::open(options);
    if (!engine) return fail(err, engine.error());
    if (const auto done = (*engine)->upkeep().tidy(); !done) return fail(err, done.error().detail);
  }
  out << texts::say(options.language, texts::packed, report->loose, report->packs, report->packed) << '\n';
  out.flush();
  return 0;
}

}  // namespace mektep::editor
