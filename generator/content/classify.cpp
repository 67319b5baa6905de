#include "content/classify.h"

namespace mektep {

namespace {

std::string_view file_name(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

std::string_view folder(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

std::optional<Collection> collection_of(std::string_view path) {
  for (const Collection collection : all_collections) {
    const std::string_view name = folder_of(collection);
    if (path.size() > name.size() && path.starts_with(name) && path[name.size()] == '/') return collection;
  }
  return std::nullopt;
}

// "people/x.yaml" → "x" when the file lies directly in `folder`.
std::optional<std::string> record_in(std::string_view path, std::string_view folder_name) {
  if (folder(path) != folder_name || !path.ends_with(".yaml")) return std::nullopt;
  std::string_view name = file_name(path);
  name.remove_suffix(5);
  if (name.empty() || name.find('.') != std::string_view::npos)
    return std::nullopt;  // "photo.jpg.yaml" is a side-car
  return std::string(name);
}

Classified classify_text(std::string_view path, Collection collection) {
  const std::string_view name = file_name(path);
  for (const Locale locale : all_locales) {
    if (name == (locale == Locale::ky ? "index.ky.md" : "index.ru.md")) {
      return {FileRole::entry_text, collection, locale, std::string(folder(path))};
    }
  }
  return {FileRole::no_locale, collection, Locale::ky, std::string(folder(path))};
}

}  // namespace

Classified classify(std::string_view path) {
  if (path.starts_with('.') || path.find("/.") != std::string_view::npos)
    return {FileRole::ignored, {}, {}, {}};
  if (path == "site.yaml") return {FileRole::site, {}, {}, {}};
  if (path == "redirects.yaml") return {FileRole::redirects, {}, {}, {}};
  if (path == "answers.yaml") return {FileRole::answers, {}, {}, {}};
  if (path.starts_with("theme/") || path.starts_with("statistics/") || file_name(path) == "README.md" ||
      path == "LICENSE" || path == "CHANGELOG.md") {
    return {FileRole::ignored, {}, {}, {}};
  }
  if (auto id = record_in(path, "school")) return {FileRole::school, {}, {}, *id};
  if (auto id = record_in(path, "people")) return {FileRole::person, {}, {}, *id};
  if (auto id = record_in(path, "consents")) return {FileRole::consent, {}, {}, *id};

  const auto collection = collection_of(path);
  const bool published = collection || path.starts_with("documents/") || path.starts_with("people/");
  if (!published) return {FileRole::unknown, {}, {}, {}};
  if (path.starts_with("documents/") && file_name(path) == "document.yaml") {
    return {FileRole::document, {}, {}, std::string(file_name(folder(path)))};
  }
  if (path.ends_with(".md")) {
    return collection ? classify_text(path, *collection) : Classified{FileRole::unknown, {}, {}, {}};
  }
  if (path.ends_with(".yaml") || path.ends_with(".yml")) {
    const std::string_view asset = path.substr(0, path.rfind('.'));
    const bool names_a_file = file_name(asset).find('.') != std::string_view::npos;
    return {names_a_file ? FileRole::sidecar : FileRole::unknown, {}, {}, std::string(asset)};
  }
  return {FileRole::asset, {}, {}, {}};
}

std::string schema_of(const Classified& what) {
  switch (what.role) {
    case FileRole::site:
      return "site.yaml";
    case FileRole::redirects:
      return "redirects.yaml";
    case FileRole::answers:
      return "answers.yaml";
    case FileRole::school:
      return "school/" + what.id + ".yaml";
    case FileRole::person:
      return "person.yaml";
    case FileRole::consent:
      return "consent.yaml";
    case FileRole::document:
      return "document.yaml";
    case FileRole::sidecar:
      return "asset.yaml";
    case FileRole::entry_text:
      switch (what.collection) {
        case Collection::pages:
          return "page.yaml";
        case Collection::news:
          return "news.yaml";
        case Collection::events:
          return "event.yaml";
        case Collection::albums:
          return "album.yaml";
      }
      return {};
    default:
      return {};
  }
}

}  // namespace mektep
