// Every link inside the site must open, to its heading too.
#include "facts/links.h"

#include <mutex>

#include "base/text.h"
#include "checks/published_texts.h"
#include "checks/rules.h"

namespace mektep {

namespace {

bool has_heading(const Markdown& text, std::string_view id) {
  return std::ranges::any_of(
      text.nodes, [&](const MdNode& node) { return node.type == MdType::heading && node.text == id; });
}

// Candidates for "did you mean": all site paths, only gathered when something is broken.
class Suggestions {
 public:
  explicit Suggestions(const CheckInput& input) : input_(input) {}
  std::string near(std::string_view path) {
    const std::lock_guard lock(mutex_);
    if (paths_.empty()) {
      for (const PlannedOutput& output : input_.pages.outputs()) {
        std::string site_path = "/" + output.file;
        if (site_path.ends_with("/index.html")) site_path.erase(site_path.size() - 10);
        paths_.push_back(std::move(site_path));
      }
    }
    const auto found = did_you_mean(path, paths_);
    return found ? *found + "?" : std::string();
  }

 private:
  const CheckInput& input_;
  std::mutex mutex_;
  std::vector<std::string> paths_;
};

void check_link(const CheckInput& input, const Translation& text, Locale locale, const MdNode& link,
                Suggestions& suggestions, Findings& findings) {
  if (link.extra.empty()) return;  // refused while parsing
  const SiteContext& site = input.site;
  const LinkTarget target = resolve_link(site.model, site.facts.permalinks, text.file, locale, link.extra);
  const Place place{text.file, link.mark};
  const auto broken = [&](const std::string& wanted) {
    std::string near = suggestions.near(wanted);
    if (near.empty()) near = "—";
    findings.emplace_back(rules::link_broken, place, "", std::string(link.extra),
                          std::vector<Param>{{"suggestion", std::move(near)}});
  };
  if (const Entry* entry = run_out_behind(target, site.model, site.facts.today)) {
    findings.emplace_back(rules::link_run_out, place, "", std::string(link.extra),
                          std::vector<Param>{{"day", entry->shown_until->iso()}});
    return;
  }
  switch (target.kind) {
    case LinkKind::external:
      return;
    case LinkKind::broken:
      broken("/" + target.asset);
      return;
    case LinkKind::asset: {
      const Asset* asset = site.model.asset(target.asset);
      const auto publishable = asset ? site.facts.consents.publish(*asset) : std::nullopt;
      if (asset && !publishable) return;  // the picture check says why
      const std::string path = publishable ? site.path_of(*publishable) : target.site_path;
      if (publishable && path.empty()) return;  // so do the media
      if (!input.pages.find(output_file(path))) broken(target.site_path);
      return;
    }
    case LinkKind::page:
      break;
  }
  if (!input.pages.find(output_file(target.site_path))) {
    broken(target.site_path);
    return;
  }
  if (target.fragment.empty() || !target.entry) return;
  const Markdown& body = target.entry->best(locale).body;
  if (has_heading(body, target.fragment)) return;
  std::vector<std::string> ids;
  for (const MdNode& node : body.nodes) {
    if (node.type == MdType::heading) ids.emplace_back(node.text);
  }
  const auto near = did_you_mean(target.fragment, ids);
  findings.emplace_back(rules::link_no_heading, place, "", std::string(link.extra),
                        std::vector<Param>{{"suggestion", near ? "#" + *near + "?" : join(ids, ", ")}});
}

}  // namespace

void check_links(const CheckInput& input, Findings& findings) {
  Suggestions suggestions(input);
  for_published_texts(input, findings,
                      [&](const Entry&, const Translation& text, Locale locale, Findings& found) {
                        for (const MdNode& node : text.body.nodes) {
                          if (node.type == MdType::link || node.type == MdType::image) {
                            check_link(input, text, locale, node, suggestions, found);
                          }
                        }
                      });
  for (const Redirect& redirect : input.site.model.redirects) {
    if (redirect.to.empty() || is_external(redirect.to) || input.pages.find(output_file(redirect.to)))
      continue;
    const LinkTarget target = resolve_link(input.site.model, input.site.facts.permalinks, redirect.place.file,
                                           Locale::ky, redirect.to);
    if (const Entry* entry = run_out_behind(target, input.site.model, input.site.facts.today)) {
      findings.emplace_back(rules::link_run_out, redirect.place, "to", redirect.to,
                            std::vector<Param>{{"day", entry->shown_until->iso()}});
      continue;
    }
    std::string near = suggestions.near(redirect.to);
    findings.emplace_back(rules::link_broken, redirect.place, "to", redirect.to,
                          std::vector<Param>{{"suggestion", near.empty() ? "—" : near}});
  }
}

}  // namespace mektep
