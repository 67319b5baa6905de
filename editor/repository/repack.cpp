#include "editor/repository/repack.h"

#include <git2/odb.h>
#include <git2/odb_backend.h>
#include <git2/oid.h>
#include <git2/pack.h>

#include <filesystem>

#include "base/owned.h"
#include "editor/repository/git.h"
#include "editor/repository/start.h"

namespace mektep::editor {
namespace {

namespace fs = std::filesystem;

using Builder = Owned<git_packbuilder, git_packbuilder_free>;
using Odb = Owned<git_odb, git_odb_free>;
using Object = Owned<git_odb_object, git_odb_object_free>;

std::unexpected<RepositoryError> failed(const std::string& doing) {
  return std::unexpected(RepositoryError{Fault::io, doing, {}});
}

// A small file that holds one object.
struct Loose {
  git_oid id;
  fs::path path;
};

std::vector<Loose> find_loose(const std::string& objects) {
  std::vector<Loose> all;
  std::error_code error;
  for (const auto& folder : fs::directory_iterator(objects, error)) {
    const std::string start = folder.path().filename();
    if (start.size() != 2 || !folder.is_directory(error)) continue;
    for (const auto& file : fs::directory_iterator(folder.path(), error)) {
      Loose loose{.id = {}, .path = file.path()};
      const std::string id = start + file.path().filename().string();
      if (id.size() == GIT_OID_HEXSZ && git_oid_fromstr(&loose.id, id.c_str()) == 0) all.push_back(loose);
    }
  }
  return all;
}

std::vector<fs::path> find_packs(const std::string& objects) {
  std::vector<fs::path> packs;
  std::error_code error;
  for (const auto& file : fs::directory_iterator(objects + "/pack", error)) {
    if (file.path().extension() == ".idx") packs.push_back(file.path());
  }
  return packs;
}

Odb open_pack(const fs::path& index) {
  git_odb* raw = nullptr;
  if (git_odb_new(&raw) != 0) return nullptr;
  Odb odb(raw);
  git_odb_backend* backend = nullptr;
  if (git_odb_backend_one_pack(&backend, index.c_str()) != 0 ||
      git_odb_add_backend(odb.get(), backend, 1) != 0)
    return nullptr;
  return odb;
}

bool can_read(git_odb* odb, const git_oid& id) {
  git_odb_object* raw = nullptr;
  const int code = git_odb_read(&raw, odb, &id);
  const Object object(raw);
  return code == 0;
}

int collect_id(const git_oid* id, void* ids) {
  static_cast<std::vector<git_oid>*>(ids)->push_back(*id);
  return 0;
}

GitResult<std::vector<git_oid>> ids_in(const std::vector<fs::path>& packs) {
  std::vector<git_oid> ids;
  for (const fs::path& pack : packs) {
    const Odb odb = open_pack(pack);
    if (!odb || git_odb_foreach(odb.get(), collect_id, &ids) != 0) return failed(pack);
  }
  return ids;
}

// Writes a pack of the objects; it is on the disk and was read back when there is no error. Its index file.
GitResult<fs::path> write_pack(const Git& git, const std::string& objects, const std::vector<git_oid>& ids) {
  git_packbuilder* raw = nullptr;
  if (git_packbuilder_new(&raw, git.raw()) != 0) return failed("pack");
  const Builder builder(raw);
  git_packbuilder_set_threads(builder.get(), 1);  // saves go on meanwhile
  for (const git_oid& id : ids) {
    if (git_packbuilder_insert(builder.get(), &id, nullptr) != 0) return failed("pack: object");
  }
  if (git_packbuilder_write(builder.get(), nullptr, 0444, nullptr, nullptr) != 0)
    return failed("pack: write");
  const fs::path index = fmt::format("{}/pack/pack-{}.idx", objects, git_packbuilder_name(builder.get()));
  const fs::path pack = fs::path(index).replace_extension(".pack");
  if (!sync_file(index) || !sync_file(pack)) return failed("pack: sync");
  const Odb odb = open_pack(index);
  for (const git_oid& id : ids) {
    if (!odb || !can_read(odb.get(), id)) return failed(index);
  }
  return index;
}

void remove_pack(const fs::path& index) {
  std::error_code error;
  fs::path file = index;
  if (fs::exists(file.replace_extension(".keep"), error)) return;
  for (const char* extension : {".idx", ".pack", ".rev", ".bitmap", ".mtimes"})
    fs::remove(file.replace_extension(extension), error);
}

}  // namespace

std::expected<RepackReport, RepositoryError> repack(const std::string& folder, const RepackOptions& options) {
  const auto git = Git::open(folder);
  if (!git) return std::unexpected(git.error());
  const auto lock = ProcessLock::take(folder, "mektep-editor.repack");
  if (!lock) return std::unexpected(lock.error());
  const std::string objects = folder + "/objects";
  const std::vector<Loose> loose = find_loose(objects);
  std::vector<fs::path> packs = find_packs(objects);
  RepackReport report{.loose = loose.size(), .packs = packs.size()};
  const bool into_one = packs.size() > options.most_packs;
  if (loose.size() < options.least_loose && !into_one) return report;
  if (!into_one) packs.clear();
  auto ids = ids_in(packs);
  if (!ids) return std::unexpected(ids.error());
  for (const Loose& each : loose) ids->push_back(each.id);
  if (ids->empty()) return report;
  const auto index = write_pack(**git, objects, *ids);
  if (!index) return std::unexpected(index.error());
  report.packed = ids->size();
  std::error_code error;
  for (const Loose& each : loose) fs::remove(each.path, error);
  for (const fs::path& old : packs) {
    if (old != *index) remove_pack(old);
  }
  return report;
}

}  // namespace mektep::editor
