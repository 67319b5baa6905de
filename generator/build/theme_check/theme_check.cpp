#include "build/theme_check/theme_check.h"

#include <algorithm>
#include <array>
#include <mutex>

#include "build/render.h"
#include "build/theme_check/page_lint.h"
#include "outputs/rules.h"
#include "theme/rules.h"

namespace mektep {

namespace {

// Registers that are wanted whole on one page (DISC-1, SITE-15): their length lies with the school, not with
// the theme.
constexpr std::array<std::string_view, 4> registers{"disclosure/index.html", "disclosure/staff/index.html",
                                                    "disclosure/structure/index.html", "site-map/index.html"};

PageLimits limits_of(std::string_view file) {
  PageLimits limits;
  if (std::ranges::any_of(registers, [&](std::string_view name) { return file.ends_with(name); }))
    limits.bytes *= 2;
  return limits;
}

// Looks at pages instead of writing them. The same fault on many pages is told once, of the first of them.
class LintingSink final : public SiteSink {
 public:
  explicit LintingSink(const Theme& theme) : theme_(theme) {}

  bool wants(const std::string& file) const override { return file.ends_with(".html"); }

  std::expected<void, Finding> write(const std::string& file, std::string_view bytes) override {
    Findings found;
    lint_page({file, bytes, &LintingSink::size_of, &theme_}, limits_of(file), found);
    const std::lock_guard lock(mutex_);
    for (Finding& finding : found) {
      const bool counted = finding.rule->severity == Severity::warns;  // every page has another weight
      auto& known = first_[{finding.rule, counted ? std::string() : finding.found}];
      if (known.empty()) {
        known.push_back(std::move(finding));
      } else if (std::tie(finding.place, finding.found) <
                 std::tie(known.front().place, known.front().found)) {
        known.front() = std::move(finding);
      }
    }
    return {};
  }
  void take(Findings& findings) {
    for (auto& [unused, found] : first_) append(findings, std::move(found));
  }

 private:
  static std::size_t size_of(const void* theme, std::string_view address) {
    for (const ThemeAsset& asset : static_cast<const Theme*>(theme)->assets) {
      if (address.ends_with(asset.output_file) && !asset.name.ends_with(".svg")) return asset.bytes.size();
    }
    return 0;
  }
  struct ByRule {
    bool operator()(const std::pair<const Rule*, std::string>& a,
                    const std::pair<const Rule*, std::string>& b) const {
      return std::pair(a.first->id, std::string_view(a.second)) <
             std::pair(b.first->id, std::string_view(b.second));
    }
  };

  const Theme& theme_;
  std::mutex mutex_;
  std::map<std::pair<const Rule*, std::string>, Findings, ByRule> first_;
};

// What is wrong with the school is `mektep check`'s business.
bool about_theme(const Finding& finding) {
  const std::string_view id = finding.rule->id;
  const std::string& file = finding.place.file;
  return file.starts_with("theme/") || file.starts_with("themes/") || id.starts_with("template-") ||
         id.starts_with("theme-") || id.starts_with("build-");
}

}  // namespace

std::expected<ThemeAnswer, Finding> check_theme(BuildOptions options) {
  options.draft = true;  // pages that wait for publication are pages, too
  auto site = prepare_site(std::move(options));
  if (!site) return std::unexpected(std::move(site.error()));
  ThemeAnswer answer;
  answer.snapshot = (*site)->snapshot;
  for (Finding& finding : (*site)->findings) {
    if (about_theme(finding)) answer.findings.push_back(std::move(finding));
  }
  check_theme_files((*site)->theme, *(*site)->context, answer.findings);
  check_theme_names((*site)->theme, *(*site)->context, answer.findings);
  LintingSink sink((*site)->theme);
  if (auto rendered = render_site(**site, sink); !rendered)
    append(answer.findings, std::move(rendered.error()));
  sink.take(answer.findings);
  // What rendering stumbles over, the templates' own text has told already, with a better place and hint.
  const auto told = [&](const Finding& fault) {
    return fault.rule == &rules::outputs_no_layout ||
           ((fault.rule == &rules::template_unknown_attribute ||
             fault.rule == &rules::template_unknown_name) &&
            std::ranges::any_of(answer.findings, [&](const Finding& other) {
              return other.place == fault.place && other.rule->id.starts_with("theme-unknown-");
            }));
  };
  Findings kept;
  for (const Finding& finding : answer.findings) {
    if (!told(finding)) kept.push_back(finding);
  }
  answer.findings = std::move(kept);
  sort_findings(answer.findings);
  return answer;
}

}  // namespace mektep
