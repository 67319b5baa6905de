#include "facts/links.h"

#include "content/read.h"

namespace mektep {

namespace {

LinkTarget to_entry(const Permalinks& permalinks, const Entry& entry, Locale locale, std::string fragment) {
  return {LinkKind::page, permalinks.of(entry, locale), std::move(fragment), &entry, {}};
}

// "/assets of the site are addressed as in the site": the repository path behind a site path, if a file is
// there.
const Asset* asset_at(const ContentModel& model, std::string_view site_path) {
  const std::string path(site_path.substr(1));
  if (const Asset* asset = model.asset(path)) return asset;
  if (const Asset* asset = model.asset("pages/" + path)) return asset;
  return model.asset("pages/home/" + path);
}

LinkTarget from_site_path(const ContentModel& model, const Permalinks& permalinks, Locale locale,
                          std::string path, std::string fragment) {
  if (const Asset* asset = asset_at(model, path)) {
    return {LinkKind::asset, permalinks.of_asset(asset->path), std::move(fragment), nullptr, asset->path};
  }
  if (!path.ends_with('/') && path.find('.', path.rfind('/')) == std::string::npos) path += '/';
  if (const Entry* entry = permalinks.entry_at(path))
    return to_entry(permalinks, *entry, locale, std::move(fragment));
  // The generated pages (/news/, /disclosure/…) have the same path in both languages.
  if (locale == Locale::ru && !path.starts_with("/ru/") && path.ends_with('/')) path.insert(0, "/ru");
  return {LinkKind::page, std::move(path), std::move(fragment), nullptr, {}};
}

}  // namespace

bool is_external(std::string_view address) {
  if (address.starts_with("//")) return true;
  const std::size_t colon = address.find(':');
  const std::size_t end = address.find_first_of("/?#");
  return colon != std::string_view::npos && (end == std::string_view::npos || colon < end);
}

LinkTarget resolve_link(const ContentModel& model, const Permalinks& permalinks, std::string_view file,
                        Locale locale, std::string_view address) {
  if (is_external(address)) return {LinkKind::external, std::string(address), {}, nullptr, {}};
  const std::size_t hash = address.find('#');
  std::string fragment(hash == std::string_view::npos ? std::string_view() : address.substr(hash + 1));
  const std::string_view path = address.substr(0, hash);
  const std::string_view folder = file.substr(0, file.rfind('/'));
  if (path.empty()) {
    const Entry* self = model.entry(folder);
    return self ? to_entry(permalinks, *self, locale, std::move(fragment)) : LinkTarget{};
  }
  if (path.starts_with('/'))
    return from_site_path(model, permalinks, locale, std::string(path), std::move(fragment));

  std::string resolved = resolve_path(file, path);
  if (resolved.empty()) return {};
  if (model.asset(resolved)) {
    return {LinkKind::asset, permalinks.of_asset(resolved), std::move(fragment), nullptr, resolved};
  }
  for (const std::string_view suffix : {"/index.ky.md", "/index.ru.md"}) {
    if (resolved.ends_with(suffix)) resolved.erase(resolved.size() - suffix.size());
  }
  if (const Entry* entry = model.entry(resolved))
    return to_entry(permalinks, *entry, locale, std::move(fragment));
  return {LinkKind::broken, {}, std::move(fragment), nullptr, resolved};
}

}  // namespace mektep
