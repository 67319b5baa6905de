#include "build/last_build.h"

#include <charconv>

#include "media/cache.h"
#include "source/rules.h"
#include "syntax/json.h"

namespace mektep {

namespace {

constexpr std::string_view recipe = "build-1";

std::string key_of(std::string_view out) {
  return digest(out).hex();
}

void write_place(JsonWriter& json, const Place& place) {
  json.key("file").value(place.file);
  json.key("line").value(place.mark.line).key("column").value(place.mark.column);
}

void write_finding(JsonWriter& json, const Finding& finding) {
  json.begin_object();
  json.key("rule").value(finding.rule->id);
  write_place(json, finding.place);
  json.key("field").value(finding.field).key("found").value(finding.found);
  json.key("severity").value(static_cast<int>(finding.severity)).key("clauses").value(finding.clauses);
  json.key("params").begin_array();
  for (const Param& param : finding.params) {
    json.begin_array().value(param.name);
    if (const auto* label = std::get_if<Label>(&param.value)) {
      json.value(label->ky).value(label->ru).value(label->en);
    } else {
      json.value(std::get<std::string>(param.value));
    }
    json.end_array();
  }
  json.end_array().end_object();
}

template <class Number>
Number number_of(const Node& node, std::string_view key, int base = 10) {
  Number number = 0;
  const std::string_view text = node.text_of(key);
  std::from_chars(text.data(), text.data() + text.size(), number, base);
  return number;
}

std::optional<Finding> read_finding(const Node& node, const RuleLookup& lookup) {
  const Rule* rule = lookup(node.text_of("rule"));
  if (!rule) return std::nullopt;
  const auto text = [&](std::string_view key) { return std::string(node.text_of(key)); };
  Place place{text("file"),
              {number_of<std::uint32_t>(node, "line"), number_of<std::uint32_t>(node, "column")}};
  std::vector<Param> params;
  if (const Node* list = node.get("params")) {
    for (const Node& item : list->items) {
      if (item.items.size() == 2) params.push_back({item.items[0].text, item.items[1].text});
      if (item.items.size() == 4)
        params.push_back(
            {item.items[0].text, Label{item.items[1].text, item.items[2].text, item.items[3].text}});
    }
  }
  Finding finding(*rule, std::move(place), text("field"), text("found"), std::move(params));
  finding.severity = static_cast<Severity>(number_of<int>(node, "severity"));
  finding.clauses = text("clauses");
  return finding;
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
    for (const Node& item : findings->items) {
      auto finding = read_finding(item, rule);
      if (!finding) return std::nullopt;
      build.findings.push_back(std::move(*finding));
    }
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
  json.key("findings").begin_array();
  for (const Finding& finding : build.findings) write_finding(json, finding);
  json.end_array().end_object();
  MediaCache(cache_folder).keep(recipe, key_of(out), build.inputs + "\n" + json.take());
}

}  // namespace mektep
