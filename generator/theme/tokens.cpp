#include "theme/tokens.h"

#include <array>

#include "base/text.h"
#include "syntax/yaml/yaml.h"
#include "theme/rules.h"

namespace mektep {

namespace {

constexpr std::string_view dark_query = "prefers-color-scheme: dark";

struct Part {
  std::string_view key, media;
};
// Schemes for poor sight and paper stay as the theme made them.
constexpr std::array<Part, 2> parts{{{"light", "@media screen and (prefers-color-scheme: light)"},
                                     {"dark", "@media screen and (prefers-color-scheme: dark)"}}};

}  // namespace

std::string own_tokens(const TokenSource& source, std::string_view css,
                       const std::vector<ContrastPair>& pairs, Findings& findings) {
  const Node data = parse_yaml(source.yaml, source.file, findings);
  const std::vector<Scheme> all = read_schemes(css);
  const auto fault = [&](Mark mark, const std::string& field, const std::string& found,
                         std::string suggestion) {
    findings.emplace_back(rules::theme_colour_unknown, Place{source.file, mark}, field, found,
                          std::vector<Param>{{"suggestion", std::move(suggestion)}});
  };
  std::string out;
  for (const Node::Member& member : data.members) {
    const auto part = std::ranges::find(parts, std::string_view(member.key), &Part::key);
    if (part == parts.end()) {
      fault(member.mark, "", member.key, "light, dark");
      continue;
    }
    const auto of_theme = std::ranges::find_if(all, [&](const Scheme& scheme) {
      return part->key == "light" ? scheme.condition.empty()
                                  : scheme.condition.find(dark_query) != std::string::npos;
    });
    std::vector<Scheme> changed{of_theme == all.end() ? all.front() : *of_theme};
    auto& values = changed.front().values;
    std::vector<std::string> known;
    for (const auto& [name, value] : values) {
      if (parse_colour(value)) known.push_back(name);
    }
    std::map<std::string, Mark, std::less<>> only;
    std::string declarations;
    for (const Node::Member& token : member.value.members) {
      const std::string field = member.key + "." + token.key;
      if (std::ranges::find(known, token.key) == known.end()) {
        const auto near = did_you_mean(token.key, known);
        fault(token.mark, field, token.key, near ? *near : join(known, ", "));
        continue;
      }
      const auto colour = token.value.is_scalar() ? parse_colour(token.value.text) : std::nullopt;
      if (!colour) {
        fault(token.value.mark, field, token.value.text, values[token.key]);
        continue;
      }
      values[token.key] = colour->hex();
      only.emplace(token.key, token.value.mark);
      declarations += fmt::format(" --{}: {};", token.key, colour->hex());
    }
    if (only.empty()) continue;
    changed.front().condition = member.key;
    check_contrast({changed, pairs, source.file, only}, findings);
    out += fmt::format("\n{} {{ :root {{{} }} }}", part->media, declarations);
  }
  return out.empty() ? out : out + "\n";
}

}  // namespace mektep
