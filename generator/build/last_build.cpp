#include "build/last_build.h"

#include "media/cache.h"
#include "source/rules.h"
#include "syntax/json.h"
#include "syntax/node_number.h"

namespace mektep {

namespace {

constexpr std::string_view recipe = "build-1";

std::string key_of(std::string_view out) {
  return digest(out).hex();
}

bool may_go_away(const Finding& finding) {
  using namespace rules;
  return finding.rule == &source_unreadable || finding.rule == &source_damaged_object ||
         finding.rule == &source_lfs_missing || finding.rule == &source_lfs_damaged;
}

}  // namespace

std::optional<LastBuild> recall_build(const std::string& cache_folder, std::string_view out,
                                      const RuleLookup& rule) {
  auto kept = MediaCache(cache_folder).find(recipe, key_of(out));
  const std::size_t end = kept ? kept->rfind("\n\n") : std::string::npos;
  if (end == std::string::npos) return std::nullopt;
  Findings faults;
  const Node node = parse_json(std::string_view(*kept).substr(end + 2), "", faults);
  if (!faults.empty() || !node.is_map()) return std::nullopt;
  LastBuild build;
  build.site = {number_of<std::uint64_t>(node, "site_high", 16),
                number_of<std::uint64_t>(node, "site_low", 16)};
  build.pages = number_of<std::size_t>(node, "pages");
  build.files = number_of<std::size_t>(node, "files");
  if (const Node* findings = node.get("findings")) {
    auto read = read_findings(*findings, rule);
    if (!read) return std::nullopt;
    build.findings = std::move(*read);
  }
  kept->resize(end + 1);
  build.inputs = std::move(*kept);
  return build;
}

void remember_build(const std::string& cache_folder, std::string_view out, const LastBuild& build) {
  if (cache_folder.empty() || std::ranges::any_of(build.findings, may_go_away)) return;
  JsonWriter json;
  json.begin_object();
  json.key("site_high").value(fmt::format("{:x}", build.site.high));
  json.key("site_low").value(fmt::format("{:x}", build.site.low));
  json.key("pages").value(build.pages).key("files").value(build.files);
  json.key("findings");
  write_findings(json, build.findings);
  json.end_object();
  MediaCache(cache_folder).keep(recipe, key_of(out), build.inputs + "\n" + json.take());
}

}  // namespace mektep
