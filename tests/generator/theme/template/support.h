// Renders templates given as texts: the first is the one rendered.
#pragma once
#include <map>

#include "theme/rules.h"
#include "theme/template/template.h"

namespace mektep::test {

using Sources = std::map<std::string, std::string, std::less<>>;

inline TemplateSet compile(const Sources& sources, Findings& findings,
                           const TemplateSet::Options& options = {}) {
  std::vector<std::string> names;
  for (const auto& source : sources) names.push_back(source.first);
  return TemplateSet::compile(
      names,
      [&](std::string_view name) -> std::optional<std::string> {
        const auto found = sources.find(name);
        if (found == sources.end()) return std::nullopt;
        return found->second;
      },
      options, findings);
}

// The page, or "rule-id line:column found" of the first fault.
inline std::string render(const Sources& sources, const Record& globals = {},
                          const TemplateSet::Options& options = {}) {
  const auto describe = [](const Finding& finding) {
    return fmt::format("{} {}:{}:{} {}", finding.rule->id, finding.place.file, finding.place.mark.line,
                       finding.place.mark.column, finding.found);
  };
  Findings findings;
  const auto set = compile(sources, findings, options);
  if (!findings.empty()) return describe(findings.front());
  std::string out;
  const auto done = set.render("main", globals, out);
  return done ? out : describe(done.error());
}
inline std::string render(const std::string& main, const Record& globals = {},
                          const TemplateSet::Options& options = {}) {
  return render(Sources{{"main", main}}, globals, options);
}

}  // namespace mektep::test
