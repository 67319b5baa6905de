// The bytes of files of the media library, and small copies of its pictures.
#include <filesystem>
#include <fstream>

#include "editor/actions/failures.h"
#include "editor/http/routes/media_item.h"
#include "editor/http/routes/routes.h"

namespace mektep::editor {
namespace {

constexpr std::uint32_t thumbnail_side = 360;

Response send_file(const MediaItem& item, std::string bytes) {
  Response response;
  response.type = mime_type(item.type);
  response.body = std::move(bytes);
  // Security line 25: only pictures are shown in place.
  const std::string name = item.path.substr(item.path.rfind('/') + 1);
  if (!item.is_picture)
    response.headers.emplace_back("Content-Disposition", fmt::format("attachment; filename=\"{}\"", name));
  return response;
}

Response show_file(Call& call) {
  const auto opened = open_media(call);
  if (!opened) return call.refused(opened.error());
  auto bytes = opened->snapshot->read_asset(*opened->snapshot->find(opened->item.path));
  if (!bytes) return call.refused(not_there());
  return send_file(opened->item, std::move(*bytes));
}

// Made once and kept in the state folder, by the digest of the picture.
Response show_thumbnail(Call& call) {
  const auto opened = open_media(call);
  if (!opened) return call.refused(opened.error());
  const auto& [snapshot, item] = *opened;
  if (!item.is_picture) return call.refused(not_there());
  const SourceFile& file = *snapshot->find(item.path);
  const std::string folder = call.services.state_folder + "/thumbnails";
  const std::string kept = fmt::format("{}/{}.jpg", folder, item.oid.empty() ? file.blob : item.oid);
  std::ifstream stream(kept, std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(stream)), {});
  if (bytes.empty()) {
    const auto original = snapshot->read_asset(file);
    auto small = original ? call.services.workshop.thumbnail(*original, thumbnail_side)
                          : std::unexpected(UploadFault::damaged);
    if (!small) return call.refused(not_there());
    bytes = std::move(*small);
    std::error_code error;
    std::filesystem::create_directory(folder, error);
    const std::string part = fmt::format("{}.{}", kept, call.services.machine.milliseconds());
    std::ofstream(part, std::ios::binary) << bytes;
    std::filesystem::rename(part, kept, error);
  }
  Response response;
  response.type = "image/jpeg";
  response.body = std::move(bytes);
  return response;
}

}  // namespace

void add_media_file_routes(Router& router, Services&) {
  router.get("/media/file/{path*}", show_file);
  router.get("/media/thumbnail/{path*}", show_thumbnail);
}

}  // namespace mektep::editor
