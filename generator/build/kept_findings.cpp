#include "build/kept_findings.h"

#include "syntax/node_number.h"

namespace mektep {
namespace {

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

}  // namespace

void write_findings(JsonWriter& json, const Findings& findings) {
  json.begin_array();
  for (const Finding& finding : findings) write_finding(json, finding);
  json.end_array();
}

std::optional<Findings> read_findings(const Node& array, const RuleLookup& rule) {
  Findings findings;
  for (const Node& item : array.items) {
    auto finding = read_finding(item, rule);
    if (!finding) return std::nullopt;
    findings.push_back(std::move(*finding));
  }
  return findings;
}

}  // namespace mektep
