#include "facts/permalinks.h"

namespace mektep {

namespace {

// pages/ is not part of addresses; the home page's text is the entry pages/home.
std::string_view without_pages(std::string_view path) {
  if (path == "pages/home") return {};
  if (path.starts_with("pages/")) path.remove_prefix(6);
  return path;
}

// "news/2026/x" with the slugs that the entry and the entries above it have given themselves in `locale`.
std::string slugged(const ContentModel& model, const Entry& entry, Locale locale) {
  const std::string_view path = entry.path;
  const std::size_t slash = path.rfind('/');
  std::string folder(path.substr(0, slash == std::string_view::npos ? 0 : slash));
  const Entry* parent =
      folder.empty() || entry.collection != Collection::pages ? nullptr : model.entry(folder);
  std::string address = parent ? slugged(model, *parent, locale) : std::string(without_pages(folder + "/"));
  if (parent) address += '/';
  const Translation* own = entry.in(locale);
  address += own && !own->slug.empty() ? std::string_view(own->slug) : entry.name();
  return address;
}

}  // namespace

std::string_view locale_root(Locale locale) {
  return locale == Locale::ky ? "/" : "/ru/";
}

Permalinks::Permalinks(const ContentModel& model) : model_(&model), entries_(model.entries.size()) {
  by_path_.reserve(model.entries.size() * 2);
  for (std::size_t i = 0; i < model.entries.size(); ++i) {
    const Entry& entry = model.entries[i];
    for (const Locale locale : all_locales) {
      std::string& path = entries_[i][index(locale)];
      path = locale_root(locale);
      if (entry.path == "pages/home") continue;
      path += slugged(model, entry, locale);
      path += '/';
    }
  }
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    for (const std::string& path : entries_[i]) by_path_.emplace(path, &model.entries[i]);
  }
}

const std::string& Permalinks::of(const Entry& entry, Locale locale) const {
  return entries_[static_cast<std::size_t>(&entry - model_->entries.data())][index(locale)];
}

std::string Permalinks::of(const Person& person, Locale locale) const {
  return fmt::format("{}people/{}/", locale_root(locale), person.id);
}

std::string Permalinks::of(const Document& document, Locale locale) const {
  return fmt::format("{}documents/{}/", locale_root(locale), document.id);
}

std::string Permalinks::of_asset(std::string_view asset_path) const {
  if (asset_path.starts_with("pages/home/")) return "/" + std::string(asset_path.substr(11));
  return "/" + std::string(without_pages(asset_path));
}

const Entry* Permalinks::entry_at(std::string_view site_path) const {
  const auto at = by_path_.find(site_path);
  return at == by_path_.end() ? nullptr : at->second;
}

std::string output_file(std::string_view site_path) {
  std::string file(site_path.substr(site_path.starts_with('/') ? 1 : 0));
  if (file.empty() || file.ends_with('/')) file += "index.html";
  return file;
}

std::string base_path(std::string_view base_url) {
  const std::size_t host = base_url.find("://");
  const std::size_t slash = base_url.find('/', host == std::string_view::npos ? 0 : host + 3);
  std::string path(slash == std::string_view::npos ? std::string_view("/") : base_url.substr(slash));
  if (!path.ends_with('/')) path += '/';
  return path;
}

std::string_view host_of(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return {};
  url.remove_prefix(scheme + 3);
  return url.substr(0, url.find_first_of("/:?#"));
}

}  // namespace mektep
