// The theme's files against the contract: manifest, layouts, names in templates, words, colours.
#include "base/text.h"
#include "build/theme_check/rules.h"
#include "build/theme_check/theme_check.h"
#include "content/read.h"
#include "outputs/layouts.h"
#include "outputs/shortcodes.h"
#include "theme/colours.h"

namespace mektep {

namespace {

std::vector<Param> suggestion(std::string_view word, const std::vector<std::string>& known) {
  const auto near = did_you_mean(word, known);
  return {{"suggestion", near ? *near : std::string("—")}};
}

void check_manifest(const Theme& theme, const std::string& file, Findings& findings) {
  const auto fault = [&](std::string_view field, const Node* node) {
    findings.emplace_back(rules::theme_manifest, Place{file, node ? node->mark : Mark{}}, std::string(field),
                          node && node->is_scalar() ? node->text : std::string());
  };
  for (const char* key : {"name", "version", "licence"}) {
    if (read_text(theme.manifest.given(key)).empty()) fault(key, theme.manifest.get(key));
  }
  const Bilingual title = read_bilingual(theme.manifest.given("title"));
  if (title.in(Locale::ky).empty() || title.in(Locale::ru).empty())
    fault("title", theme.manifest.get("title"));
  if (read_text(theme.manifest.given("engine")) != "1") fault("engine", theme.manifest.get("engine"));
}

// Where the theme's own files stand, as findings name them.
std::string own_folder(const Theme& theme) {
  return "themes/" + theme.name + "/";
}

class Names {
 public:
  Names(const Theme& theme, const SiteContext& context, Findings& findings)
      : theme_(theme), findings_(findings), uses_(theme.templates.uses()) {
    for (const std::string_view name : global_names()) roots_.emplace_back(name);
    for (const std::string_view name : shortcode_value_names()) roots_.emplace_back(name);
    for (const LayoutContract& layout : layout_contracts()) {
      for (const std::string_view name : split(layout.names, ' ')) roots_.emplace_back(name);
    }
    for (const char* name :
         {"loop", "caller", "varargs", "kwargs", "range", "dict", "namespace", "cycler", "joiner"})
      roots_.emplace_back(name);
    for (const TemplateUse& use : uses_) {
      const bool optional = use.kind == TemplateUse::Kind::optional;
      if (use.kind == TemplateUse::Kind::sets || (optional && use.member.empty())) roots_.push_back(use.name);
      if (optional && use.name == "assets") optional_assets_.push_back(use.member);
    }
    for (const ThemeWord& word : theme.words) words_.push_back(word.key);
    for (const ThemeAsset& asset : theme.assets) assets_.push_back(asset.name);
    assets_.insert(assets_.end(), optional_assets_.begin(), optional_assets_.end());
    site_ = context.site(Locale::ky, -1, false).as_object().names();
  }

  void run() {
    std::set<std::string> used, prefixes;
    for (const TemplateUse& use : uses_) {
      using enum TemplateUse::Kind;
      if (use.kind == name) unknown(rules::theme_unknown_name, use, use.name, roots_);
      if (use.kind == prefix && use.name == "t") {
        if (use.member.empty())
          used.insert({"info", "warning", "success"});  // t[callout.kind], t[notice.kind]
        if (!use.member.empty()) prefixes.insert(use.member);
      }
      if (use.kind != member) continue;
      if (use.name == "t" || use.name == "strings[]") {
        used.insert(use.member);
        unknown(rules::theme_unknown_string, use, use.member, words_);
      }
      if (use.name == "assets") unknown(rules::theme_unknown_asset, use, use.member, assets_);
      if (use.name == "page") unknown(rules::theme_unknown_name, use, use.member, page_, "page.");
      if (use.name == "site") unknown(rules::theme_unknown_name, use, use.member, site_, "site.");
    }
    for (const ThemeWord& word : theme_.words) {
      const auto begins = [&](const std::string& prefix) { return word.key.starts_with(prefix); };
      // Words of the theme that this one extends are for others, too.
      if (!word.place.file.starts_with(own_folder(theme_)) && !word.place.file.starts_with("theme/"))
        continue;
      if (!used.contains(word.key) && std::ranges::none_of(prefixes, begins))
        findings_.emplace_back(rules::theme_string_unused, word.place, "", word.key);
    }
  }

 private:
  void unknown(const Rule& rule, const TemplateUse& use, const std::string& word,
               const std::vector<std::string>& known, std::string_view before = {}) {
    if (std::ranges::find(known, word) != known.end()) return;
    const auto place = theme_.places.find(use.place.file);
    findings_.emplace_back(
        rule, Place{place == theme_.places.end() ? use.place.file : place->second, use.place.mark}, "",
        std::string(before) + word, suggestion(word, known));
  }

  const Theme& theme_;
  Findings& findings_;
  const std::vector<TemplateUse> uses_;
  std::vector<std::string> roots_, words_, assets_, optional_assets_, site_, page_ = names_of_page();
};

// What a style sheet would have fetched from another server: a font, a picture, another sheet.
void check_foreign_files(const ThemeAsset& sheet, Findings& findings) {
  const std::string_view text = sheet.bytes;
  for (const std::string_view word : {"url(", "@import"}) {
    for (std::size_t at = text.find(word); at != text.npos; at = text.find(word, at + word.size())) {
      const std::size_t begin = text.find_first_not_of(" \t\r\n\"'", at + word.size());
      if (begin == text.npos) break;
      const std::string_view address = text.substr(begin, text.find_first_of(" \t\r\n\"');", begin) - begin);
      if (!address.starts_with("//") && !address.starts_with("http://") && !address.starts_with("https://"))
        continue;
      const std::string_view before = text.substr(0, begin);
      const std::size_t line = before.rfind('\n') + 1;  // of nothing: 0
      const Mark mark{static_cast<std::uint32_t>(1 + std::ranges::count(before, '\n')),
                      static_cast<std::uint32_t>(1 + before.size() - line)};
      findings.emplace_back(rules::theme_html_foreign, Place{sheet.source, mark}, "", std::string(address));
    }
  }
}

}  // namespace

void check_theme_files(const Theme& theme, const SiteContext&, Findings& findings) {
  const std::string manifest = own_folder(theme) + "theme.yaml";
  check_manifest(theme, manifest, findings);
  const auto need = [&](const std::string& file) {
    if (!theme.templates.has(file))
      findings.emplace_back(rules::theme_no_layout, Place{own_folder(theme) + file, {}}, "", file);
  };
  for (const LayoutContract& layout : layout_contracts()) need(fmt::format("layouts/{}.html", layout.layout));
  for (const std::string& shortcode : shortcode_names())
    need(fmt::format("partials/shortcodes/{}.html", shortcode));
  for (const ThemeWord& word : theme.words) {
    for (const Locale locale : all_locales) {
      if (word.text.in(locale).empty())
        findings.emplace_back(rules::theme_string_language, word.place, word.key, std::string(code(locale)));
    }
  }
  for (const ThemeAsset& asset : theme.assets) {
    if (asset.name.ends_with(".css")) check_foreign_files(asset, findings);
  }
  const auto sheet = std::ranges::find(theme.assets, "style.css", &ThemeAsset::name);
  if (sheet != theme.assets.end())
    check_contrast({read_schemes(sheet->bytes), read_contrast(theme.manifest), manifest, {}}, findings);
}

void check_theme_names(const Theme& theme, const SiteContext& context, Findings& findings) {
  Names(theme, context, findings).run();
}

}  // namespace mektep
