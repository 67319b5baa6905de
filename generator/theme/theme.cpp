#include "theme/theme.h"

#include "base/digest.h"
#include "base/text.h"
#include "content/read.h"
#include "syntax/yaml/yaml.h"
#include "theme/colours.h"
#include "theme/rules.h"
#include "theme/sheet.h"
#include "theme/tokens.h"

namespace mektep {

namespace {

constexpr std::string_view assets = "assets/";

// The layers of a theme as one folder.
class Files {
 public:
  explicit Files(std::span<const ThemeLayer> layers) : layers_(layers) {}

  std::optional<std::string> read(std::string_view path) const {
    for (const ThemeLayer& layer : layers_) {
      if (auto bytes = read(layer, path)) return bytes;
    }
    return std::nullopt;
  }
  static std::optional<std::string> read(const ThemeLayer& layer, std::string_view path) {
    const SourceFile* file = find(layer, path);
    if (!file) return std::nullopt;
    auto bytes = layer.files->read(*file);
    return bytes ? std::optional(std::move(*bytes)) : std::nullopt;
  }

  // The name under which findings speak of a file; of one that nobody has, as the theme's own.
  std::string place(std::string_view path) const {
    const ThemeLayer* own = nullptr;
    for (const ThemeLayer& layer : layers_) {
      if (layer.is_assets) continue;
      if (find(layer, path)) return layer.place + std::string(path);
      if (!own && layer.inside.empty()) own = &layer;
    }
    return (own ? own->place : std::string()) + std::string(path);
  }

  std::vector<std::string> list(std::string_view folder) const {
    std::set<std::string> paths;
    for (const ThemeLayer& layer : layers_) {
      if (layer.is_assets && folder != assets) continue;
      const std::string_view below = layer.is_assets ? std::string_view() : folder;
      for (const SourceFile& file : layer.files->under(layer.inside + std::string(below)))
        paths.insert(std::string(layer.is_assets ? folder : "") + file.path.substr(layer.inside.size()));
    }
    return {paths.begin(), paths.end()};
  }
  std::span<const ThemeLayer> layers() const { return layers_; }

 private:
  static const SourceFile* find(const ThemeLayer& layer, std::string_view path) {
    if (layer.is_assets) {
      if (!path.starts_with(assets)) return nullptr;
      path.remove_prefix(assets.size());
    }
    return layer.files->find(layer.inside + std::string(path));
  }

  std::span<const ThemeLayer> layers_;
};

// All strings.yaml, key by key: the school's over the theme's.
std::vector<ThemeWord> load_words(const Files& files, Findings& findings) {
  std::map<std::string, ThemeWord> words;
  for (const ThemeLayer& layer : files.layers()) {
    const auto bytes = layer.is_assets ? std::nullopt : Files::read(layer, "strings.yaml");
    if (!bytes) continue;
    const std::string place = layer.place + "strings.yaml";
    const Node data = parse_yaml(*bytes, place, findings);
    for (const Node::Member& member : data.members)
      words.try_emplace(member.key,
                        ThemeWord{member.key, read_bilingual(&member.value), {place, member.mark}});
  }
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
std::vector<ThemeAsset> load_assets(const Files& files, const Node& manifest, Findings& findings) {
  std::vector<ThemeAsset> all, sheets;
  for (const std::string& path : files.list(assets)) {
    auto bytes = files.read(path);
    if (!bytes) continue;
    ThemeAsset asset{path.substr(7), {}, std::move(*bytes), files.place(path)};
    (path.ends_with(".css") ? sheets : all).push_back(std::move(asset));
  }
  for (ThemeAsset& asset : all) asset.output_file = hashed_name(asset.name, asset.bytes);
  for (ThemeAsset& sheet : sheets) {
    if (const auto yaml = sheet.name == "style.css" ? files.read("tokens.yaml") : std::nullopt)
      sheet.bytes +=
          own_tokens({*yaml, files.place("tokens.yaml")}, sheet.bytes, read_contrast(manifest), findings);
    for (const ThemeAsset& asset : all) {
      const std::string hashed = asset.output_file.substr(7);
      for (const char* quote : {"", "\"", "'"}) {
        sheet.bytes = replace_all(sheet.bytes, fmt::format("url({0}{1}{0})", quote, asset.name),
                                  fmt::format("url({0}{1}{0})", quote, hashed));
      }
    }
    sheet.bytes = compact_sheet(sheet.bytes);
    sheet.output_file = hashed_name(sheet.name, sheet.bytes);
    all.push_back(std::move(sheet));
  }
  std::ranges::sort(all, {}, &ThemeAsset::name);
  return all;
}

}  // namespace

std::string extended_theme(const Snapshot& files) {
  const SourceFile* file = files.find("theme.yaml");
  const auto bytes = file ? files.read(*file) : std::unexpected(SourceError(rules::template_missing, {}));
  if (!bytes) return {};
  Findings told_by_loading;
  return read_text(parse_yaml(*bytes, "theme.yaml", told_by_loading).given("extends"));
}

Theme load_theme(std::string name, std::span<const ThemeLayer> layers, Findings& findings) {
  const Files lookup(layers);
  Theme theme;
  theme.words = load_words(lookup, findings);
  for (const Locale locale : all_locales) theme.strings[index(locale)] = strings_of(theme.words, locale);
  if (const auto manifest = lookup.read("theme.yaml"))
    theme.manifest = parse_yaml(*manifest, lookup.place("theme.yaml"), findings);
  theme.assets = load_assets(lookup, theme.manifest, findings);
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
