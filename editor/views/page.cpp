#include "editor/views/page.h"

#include <filesystem>

#include "base/digest.h"
#include "editor/views/help.h"
#include "editor/views/rules.h"
#include "editor/views/text_functions.h"
#include "source/snapshot.h"
#include "syntax/yaml/yaml.h"

namespace mektep::editor {
namespace {

std::string type_of(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 8> types{{
      {".css", "text/css; charset=utf-8"},
      {".js", "text/javascript; charset=utf-8"},
      {".json", "application/json"},
      {".svg", "image/svg+xml"},
      {".png", "image/png"},
      {".woff2", "font/woff2"},
      {".webmanifest", "application/manifest+json; charset=utf-8"},
      {".txt", "text/plain; charset=utf-8"},
  }};
  for (const auto& [ending, type] : types)
    if (name.ends_with(ending)) return std::string(type);
  return "application/octet-stream";
}

std::string asset_address(std::string_view name, std::string_view bytes) {
  const std::size_t dot = name.rfind('.');
  return fmt::format("/assets/{}.{}{}", name.substr(0, dot), sha256_hex(bytes).substr(0, 10),
                     name.substr(dot));
}

void load_words(const Snapshot& files, std::vector<Views::Word>& words, Findings& findings) {
  for (const SourceFile& file : files.under("strings/")) {
    const auto bytes = files.read(file);
    if (!bytes) {
      findings.push_back(bytes.error());
      continue;
    }
    const Node node = parse_yaml(*bytes, file.path, findings);
    for (const Node::Member& member : node.members) {
      const Place place{file.path, member.mark};
      const Label text{std::string(member.value.text_of("ky")), std::string(member.value.text_of("ru")),
                       std::string(member.value.text_of("en"))};
      if (text.ky.empty() || text.ru.empty() || text.en.empty())
        findings.emplace_back(rules::word_incomplete, place, member.key);
      words.push_back({member.key, text, place});
    }
  }
  std::ranges::stable_sort(words, {}, &Views::Word::key);
  for (std::size_t i = 1; i < words.size(); ++i)
    if (words[i].key == words[i - 1].key)
      findings.emplace_back(rules::word_twice, words[i].place, words[i].key);
}

void load_assets(const Snapshot& files, std::string_view below, std::vector<Asset>& assets) {
  for (const SourceFile& file : files.files()) {
    if (!file.path.starts_with(below) || file.path.rfind('.') == std::string::npos) continue;
    const auto bytes = files.read(file);
    if (!bytes) continue;
    std::string name = file.path.substr(below.size());
    std::string address = asset_address(name, *bytes);
    assets.push_back({std::move(name), std::move(address), type_of(file.path), *bytes});
  }
}

// "/entries" of "/entries/news".
std::string_view first_part(std::string_view path) {
  return path.substr(0, path.find('/', 1));
}

Value navigation_value(const Frame& frame) {
  ValueList list;
  for (const Section& section : frame.sections) {
    const bool here = first_part(frame.path) == first_part(section.path);
    list.push_back(make_record(
        {{"name", std::string(section.name)}, {"path", std::string(section.path)}, {"here", here}}));
  }
  return list;
}

Value actor_value(const Actor* actor, Language language) {
  if (!actor) return nullptr;
  return make_record({{"name", actor->name},
                      {"email", actor->email},
                      {"role", std::string(code(actor->role))},
                      {"role_name", std::string(name_of(actor->role).in(language))}});
}

}  // namespace

std::expected<std::unique_ptr<Views>, Findings> Views::load(const std::string& folder,
                                                            const std::string& bundles) {
  Findings findings;
  std::unique_ptr<Views> views(new Views);
  const auto files = open_data_folder(folder);
  if (!files) return std::unexpected(Findings{files.error()});
  load_words(**files, views->words_, findings);
  load_assets(**files, "assets/", views->assets_);
  if (std::error_code error; !bundles.empty() && std::filesystem::is_directory(bundles, error)) {
    if (const auto bundled = open_data_folder(bundles)) load_assets(**bundled, "", views->assets_);
  }
  Values addresses;
  for (const Asset& asset : views->assets_) addresses.emplace_back(asset.name, asset.address);
  views->asset_addresses_ = make_record(std::move(addresses));
  for (const Language language : {Language::ky, Language::ru, Language::en}) {
    Values words;
    for (const Word& word : views->words_) words.emplace_back(word.key, word.text.in(language));
    views->spoken_[static_cast<std::size_t>(language)] = make_record(std::move(words));
  }

  std::vector<std::string> names;
  for (const SourceFile& file : (*files)->under("templates/")) names.push_back(file.path.substr(10));
  TemplateSet::Options options;
  options.filters = text_filters();
  const auto read = [&](std::string_view name) -> std::optional<std::string> {
    const SourceFile* file = (*files)->find("templates/" + std::string(name));
    const auto bytes = file ? (*files)->read(*file) : std::unexpected(SourceError(rules::word_twice, {}));
    return bytes ? std::optional(*bytes) : std::nullopt;
  };
  views->templates_ = TemplateSet::compile(names, read, options, findings);
  if (any_blocks(findings)) return std::unexpected(std::move(findings));
  return views;
}

std::expected<std::string, Finding> Views::render(std::string_view name, const Frame& frame,
                                                  Values values) const {
  Record globals(std::move(values));
  globals.set("t", spoken_[static_cast<std::size_t>(frame.language)]);
  globals.set("lang", std::string(code(frame.language)));
  globals.set("actor", actor_value(frame.actor, frame.language));
  globals.set("navigation", navigation_value(frame));
  globals.set("csrf", frame.csrf);
  globals.set("path", frame.path);
  globals.set("help", std::string(help_for(frame.path)));
  globals.set("notice", frame.notice);
  globals.set("assets", asset_addresses_);
  std::string out;
  if (auto rendered = templates_.render(name, globals, out); !rendered)
    return std::unexpected(std::move(rendered.error()));
  return out;
}

std::string_view Views::word(std::string_view key, Language language) const {
  const auto word = std::ranges::lower_bound(words_, key, {}, &Word::key);
  return word != words_.end() && word->key == key ? std::string_view(word->text.in(language)) : key;
}

std::string Views::bundle(std::string_view name) const {
  const auto found = std::ranges::find(assets_, name, &Asset::name);
  return found == assets_.end() ? std::string() : found->bytes;
}

const Asset* Views::asset(std::string_view address) const {
  const auto found = std::ranges::find(assets_, address, &Asset::address);
  return found == assets_.end() ? nullptr : &*found;
}

}  // namespace mektep::editor
