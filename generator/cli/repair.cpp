// mektep repair: what contradicts the facts of the school is replaced by the facts (PROH-3).
#include "checks/repair.h"

#include <filesystem>
#include <fstream>
#include <map>
#include <ostream>

#include "cli/commands.h"
#include "source/snapshot.h"

namespace mektep::cli {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

bool write(const fs::path& path, const std::string& bytes) {
  const fs::path beside = path.string() + ".new";
  std::ofstream file(beside, std::ios::binary);
  file << bytes;
  if (!file.flush()) return false;
  std::error_code error;
  fs::rename(beside, path, error);
  return !error;
}

struct Replacement {
  TextRepair repair;
  const Finding* finding;
};

}  // namespace

int run_repair(const Context& context) {
  Request request;
  if (!make_request(context, context.arguments.argument, request)) return exit_failed;
  const auto answer = context.invocation.engine->check(request);
  if (!answer) return fail(context, answer.error());
  std::map<std::string, std::vector<Replacement>> files;
  std::map<std::string, std::string> texts;
  std::size_t left = 0;
  for (const Finding& finding : answer->findings) {
    if (finding.rule->id != "fact-contradicted") continue;
    const std::string& file = finding.place.file;
    if (is_repairable(finding) && !texts.contains(file))
      texts[file] = read(fs::path(request.repository) / file);
    const auto repair = is_repairable(finding) ? repair_of(finding, texts[file]) : std::nullopt;
    if (repair) files[file].push_back({*repair, &finding});
    if (!repair) {
      ++left;
      context.out() << "  " << visible(file) << ": " << finding.message(context.language) << '\n';
    }
  }
  const bool dry = context.arguments.has("--dry-run");
  std::size_t done = 0;
  for (auto& [file, replacements] : files) {
    std::string& text = texts[file];
    // From the end, so that the places stay true.
    std::ranges::sort(replacements, std::ranges::greater(),
                      [](const Replacement& r) { return r.repair.begin; });
    for (const auto& [repair, finding] : replacements) {
      context.out() << fmt::format("  {}:{}: «{}» → {}\n", visible(file), finding->place.mark.line,
                                   finding->found, repair.replacement);
      text.replace(repair.begin, repair.end - repair.begin, repair.replacement);
      ++done;
    }
    if (!dry && !write(fs::path(request.repository) / file, text))
      return fail(context, say(context.language, Text::cannot_write, visible(file), "–"));
  }
  context.out() << say(context.language, dry ? Text::repair_would : Text::repair_done, done, left) << '\n';
  return left == 0 ? exit_clear : exit_blocked;
}

}  // namespace mektep::cli
