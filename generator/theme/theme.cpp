#include "theme/theme.h"

#include "base/digest.h"
#include "base/text.h"
#include "content/read.h"
#include "syntax/yaml/yaml.h"
#include "theme/colours.h"
#include "theme/tokens.h"

namespace mektep {

namespace {

constexpr std::string_view assets = "assets/";

// A file of the theme, or of the school's theme/ folder when that has it too.
class Files {
 public:
  Files(const Snapshot& theme, const Snapshot& school, const Snapshot* bundles, std::string name)
      : theme_(theme), school_(school), bundles_(bundles), name_(std::move(name)) {}

  std::optional<std::string> read(std::string_view path) const {
    if (const SourceFile* own = school_.find("theme/" + std::string(path))) {
      if (auto bytes = school_.read(*own)) return std::move(*bytes);
    }
    if (const SourceFile* file = theme_.find(path)) {
      if (auto bytes = theme_.read(*file)) return std::move(*bytes);
    }
    if (!bundles_ || !path.starts_with(assets)) return std::nullopt;
    if (const SourceFile* file = bundles_->find(path.substr(assets.size()))) {
      if (auto bytes = bundles_->read(*file)) return std::move(*bytes);
    }
    return std::nullopt;
  }

  // The name under which findings speak of a file.
  std::string place(std::string_view path) const {
    const std::string own = "theme/" + std::string(path);
    return school_.find(own) ? own : theme_place(path);
  }
  std::string theme_place(std::string_view path) const { return "themes/" + name_ + "/" + std::string(path); }

  std::vector<std::string> list(std::string_view folder) const {
    std::set<std::string> paths;
    for (const SourceFile& file : theme_.under(folder)) paths.insert(file.path);
    for (const SourceFile& file : school_.under("theme/" + std::string(folder)))
      paths.insert(file.path.substr(6));
    if (bundles_ && folder == assets) {
      for (const SourceFile& file : bundles_->files()) paths.insert(std::string(assets) + file.path);
    }
    return {paths.begin(), paths.end()};
  }

 private:
  const Snapshot& theme_;
  const Snapshot& school_;
  const Snapshot* bundles_;
  std::string name_;
};

// The theme's strings.yaml, with the school's laid over it key by key.
std::vector<ThemeWord> load_words(const Files& files, const Snapshot& theme, const Snapshot& school,
                                  Findings& findings) {
  std::map<std::string, ThemeWord> words;
  auto add = [&](const Snapshot& from, const std::string& path, const std::string& place) {
    const SourceFile* file = from.find(path);
    if (!file) return;
    auto bytes = from.read(*file);
    if (!bytes) return;
    const Node data = parse_yaml(*bytes, place, findings);
    for (const Node::Member& member : data.members)
      words[member.key] = {member.key, read_bilingual(&member.value), {place, member.mark}};
  };
  add(theme, "strings.yaml", files.theme_place("strings.yaml"));
  add(school, "theme/strings.yaml", "theme/strings.yaml");
  std::vector<ThemeWord> list;
  for (auto& [unused, word] : words) list.push_back(std::move(word));
  return list;
}

Value strings_of(const std::vector<ThemeWord>& words, Locale locale) {
  std::vector<std::pair<std::string, Value>> members;
  for (const ThemeWord& word : words) members.emplace_back(word.key, word.text.best(locale));
  return make_record(std::move(members));
}

std::string hashed_name(std::string_view name, std::string_view bytes) {
  const std::size_t dot = name.rfind('.');
  const std::string_view stem = name.substr(0, dot);
  const std::string_view extension = dot == std::string_view::npos ? std::string_view() : name.substr(dot);
  return fmt::format("assets/{}.{}{}", stem, digest(bytes).hex().substr(0, 8), extension);
}

// Style sheets come last: what they ask for by url(name) is published under a hashed name.
std::vector<ThemeAsset> load_assets(const Files& files, const Snapshot& school, const Node& manifest,
                                    Findings& findings) {
  std::vector<ThemeAsset> all, sheets;
  for (const std::string& path : files.list(assets)) {
    auto bytes = files.read(path);
    if (!bytes) continue;
    ThemeAsset asset{path.substr(7), {}, std::move(*bytes), files.place(path)};
    (path.ends_with(".css") ? sheets : all).push_back(std::move(asset));
  }
  for (ThemeAsset& asset : all) asset.output_file = hashed_name(asset.name, asset.bytes);
  for (ThemeAsset& sheet : sheets) {
    if (const SourceFile* own = sheet.name == "style.css" ? school.find("theme/tokens.yaml") : nullptr) {
      if (const auto yaml = school.read(*own))
        sheet.bytes += own_tokens({*yaml, own->path}, sheet.bytes, read_contrast(manifest), findings);
    }
    for (const ThemeAsset& asset : all) {
      const std::string hashed = asset.output_file.substr(7);
      for (const char* quote : {"", "\"", "'"}) {
        sheet.bytes = replace_all(sheet.bytes, fmt::format("url({0}{1}{0})", quote, asset.name),
                                  fmt::format("url({0}{1}{0})", quote, hashed));
      }
    }
    sheet.output_file = hashed_name(sheet.name, sheet.bytes);
    all.push_back(std::move(sheet));
  }
  std::ranges::sort(all, {}, &ThemeAsset::name);
  return all;
}

}  // namespace

Theme load_theme(std::string name, const Snapshot& files, const Snapshot& school, Findings& findings,
                 const Snapshot* bundles) {
  const Files lookup(files, school, bundles, name);
  Theme theme;
  theme.words = load_words(lookup, files, school, findings);
  for (const Locale locale : all_locales) theme.strings[index(locale)] = strings_of(theme.words, locale);
  if (const auto manifest = lookup.read("theme.yaml"))
    theme.manifest = parse_yaml(*manifest, lookup.place("theme.yaml"), findings);
  theme.assets = load_assets(lookup, school, theme.manifest, findings);
  std::vector<std::string> templates = lookup.list("layouts/");
  std::ranges::move(lookup.list("partials/"), std::back_inserter(templates));
  Findings faults;
  TemplateSet::Options options;
  options.shared = {"site", "t", "assets", "strings"};  // SiteContext::shared_parts
  theme.templates = TemplateSet::compile(
      templates, [&](std::string_view path) { return lookup.read(path); }, options, faults);
  for (const std::string& name_of_template : templates)
    theme.places[name_of_template] = lookup.place(name_of_template);
  for (Finding& fault : faults) {  // the engine knows templates by name only
    if (!fault.place.file.empty()) fault.place.file = lookup.place(fault.place.file);
    findings.push_back(std::move(fault));
  }
  theme.name = std::move(name);
  return theme;
}

}  // namespace mektep
