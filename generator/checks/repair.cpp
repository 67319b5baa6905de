#include "checks/repair.h"

#include <algorithm>

#include "base/text.h"
#include "checks/agreement_rules.h"

namespace mektep {

namespace {

constexpr std::uint32_t most_lines = 3;  // of a paragraph, behind the place that the finding names

std::string param(const Finding& finding, std::string_view name) {
  const auto at = std::ranges::find(finding.params, name, &Param::name);
  const auto* text = at == finding.params.end() ? nullptr : std::get_if<std::string>(&at->value);
  return text ? *text : std::string();
}

// Shortcodes work in the text of a page only.
std::string replacement_of(const Finding& finding) {
  const bool body = finding.field.empty() && finding.place.file.ends_with(".md");
  return param(finding, body ? "repair" : "value");
}

// Where the line begins, counted from 1; npos when there is none.
std::size_t line_at(std::string_view text, std::uint32_t line) {
  std::size_t at = 0;
  for (std::uint32_t i = 1; i < line; ++i) {
    at = text.find('\n', at);
    if (at == std::string_view::npos) return at;
    ++at;
  }
  return at;
}

}  // namespace

bool is_repairable(const Finding& finding) {
  const std::string& file = finding.place.file;
  return finding.rule == &rules::fact_contradicted && finding.place.mark.line > 0 && !finding.found.empty() &&
         (file.ends_with(".md") || file.ends_with(".yaml")) && !replacement_of(finding).empty();
}

std::optional<TextRepair> repair_of(const Finding& finding, std::string_view text) {
  if (!is_repairable(finding)) return std::nullopt;
  const std::size_t begin = line_at(text, finding.place.mark.line);
  if (begin == std::string_view::npos) return std::nullopt;
  std::size_t from = begin;
  for (std::uint32_t i = 1; i < finding.place.mark.column && from < text.size(); ++i)
    next_code_point(text, from);
  const std::size_t end = line_at(text, finding.place.mark.line + most_lines);
  const std::string_view near = text.substr(0, end);
  std::size_t at = near.find(finding.found, from);
  if (at == std::string_view::npos) at = near.find(finding.found, begin);
  if (at == std::string_view::npos) return std::nullopt;
  return TextRepair{at, at + finding.found.size(), replacement_of(finding)};
}

}  // namespace mektep
