// Files beside pages: the theme's under hashed names, pictures of the school as renditions, its other files
// as they are under the address of their entry.
#include <unordered_set>

#include "facts/publication.h"
#include "outputs/passes.h"
#include "outputs/plan.h"

namespace mektep {

namespace {

void add_copy(const SiteContext& site, PageSet& pages, const PublishableAsset& publishable) {
  const Asset& asset = publishable.asset();
  pages.add({output_file(site.facts.permalinks.of_asset(asset.path)),
             {asset.path, {}},
             {asset.path},
             [&site, &asset](std::string& out) -> std::expected<void, Finding> {
               const SourceFile* file = site.snapshot.find(asset.path);
               auto bytes = site.snapshot.read_asset(*file);
               if (!bytes) return std::unexpected(std::move(bytes.error()));
               out += *bytes;
               return {};
             }});
}

// The renditions of a picture, once for all assets that hold the same bytes.
void add_renditions(const SiteContext& site, PageSet& pages, const PublishableAsset& publishable,
                    std::unordered_set<std::string_view>& planned) {
  const Picture* picture = site.media.picture(publishable);
  if (!picture || !planned.insert(picture->largest().file).second) return;
  const std::string& path = publishable.asset().path;
  const auto maker =
      std::make_shared<RenditionMaker>(site.snapshot, publishable, *picture, site.media.cache());
  for (std::size_t i = 0; i < picture->renditions.size(); ++i) {
    pages.add({picture->renditions[i].file,
               {path, {}},
               {path},
               [maker, i](std::string& out) -> std::expected<void, Finding> {
                 auto bytes = maker->take(i);
                 if (!bytes) return std::unexpected(std::move(bytes.error()));
                 out += *bytes;
                 return {};
               }});
  }
}

// The published entry in whose folder an asset lies, or in a folder below that.
bool belongs_to_published_entry(const SiteContext& site, std::string_view path) {
  for (std::size_t slash = path.rfind('/'); slash != std::string_view::npos && slash > 0;
       slash = path.rfind('/', slash - 1)) {
    if (const Entry* entry = site.model.entry(path.substr(0, slash)))
      return is_published(*entry, site.facts.today);
  }
  return false;
}

}  // namespace

void plan_assets(const SiteContext& site, PageSet& pages, Findings&) {
  for (const ThemeAsset& asset : site.theme.assets) {
    pages.add({asset.output_file,
               {asset.source, {}},
               {asset.source},
               [&asset](std::string& out) -> std::expected<void, Finding> {
                 out += asset.bytes;
                 return {};
               }});
  }
  std::unordered_set<std::string_view> documents, photos, renditions;
  for (const Document& document : site.model.documents) {
    for (const auto* list : {&document.files, &document.annexes}) {
      for (const DocumentFile& file : *list) documents.insert(file.path);
    }
  }
  for (const Person& person : site.model.people) {
    if (!site.facts.consents.publish(person).photo().empty()) photos.insert(person.photo);
  }
  for (const Asset& asset : site.model.assets) {
    const bool wanted = documents.contains(asset.path) || photos.contains(asset.path) ||
                        belongs_to_published_entry(site, asset.path);
    if (!wanted) continue;
    const auto publishable = site.facts.consents.publish(asset);
    if (!publishable) continue;
    if (const Thumbnail* thumbnail = site.media.thumbnail(*publishable);
        thumbnail && renditions.insert(thumbnail->file).second) {
      pages.add({thumbnail->file,
                 {asset.path, {}},
                 {asset.path},
                 [thumbnail](std::string& out) -> std::expected<void, Finding> {
                   out += thumbnail->bytes;
                   return {};
                 }});
    }
    if (Media::has_renditions(asset)) {
      add_renditions(site, pages, *publishable, renditions);
    } else {
      add_copy(site, pages, *publishable);
    }
  }
}

}  // namespace mektep
