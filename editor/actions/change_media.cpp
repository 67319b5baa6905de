#include "editor/actions/change_media.h"

#include <algorithm>

#include "base/date.h"
#include "base/digest.h"
#include "base/zone.h"
#include "editor/actions/demand.h"
#include "editor/actions/failures.h"
#include "editor/actions/ownership.h"
#include "editor/actions/write_entry.h"
#include "editor/forms/posted.h"
#include "editor/forms/yaml/patch.h"
#include "editor/media/library.h"
#include "editor/repository/entry_id.h"
#include "editor/repository/lfs_store.h"
#include "syntax/yaml/yaml.h"

namespace mektep::editor {
namespace {

constexpr Message no_entry{.ky = "Файл кайсы жазууга тиешелүү экенин тандаңыз.",
                           .ru = "Выберите запись, к которой относится файл.",
                           .en = "Choose the entry that the file belongs to."};
constexpr Message another_type{.ky = "Алмаштыруу үчүн ошол эле түрдөгү файлды тандаңыз.",
                               .ru = "Для замены выберите файл того же типа.",
                               .en = "To replace it choose a file of the same type."};
constexpr Message not_patchable{.ky = "Сүрөттүн маалымат файлында ката бар. Аны текст катары оңдоңуз.",
                                .ru = "В файле сведений об изображении ошибка. Исправьте его как текст.",
                                .en = "The file about this picture has a fault. Mend it as text."};
constexpr Message changed_meanwhile{
    .ky = "Бул файлды ошол эле учурда башка адам өзгөрттү. Баракты кайра ачыңыз.",
    .ru = "Этот файл одновременно изменил другой человек. Откройте страницу заново.",
    .en = "Somebody else changed this file meanwhile. Open the page again."};

Refusal refuse_upload(UploadFault fault) {
  return refuse(Refusal::Kind::invalid, explain(fault));
}

// Entries with a folder of their own; a person's picture lies beside the record.
std::string folder_of_entry(const std::string& entry) {
  if (entry.starts_with("people/") || entry.starts_with("school/")) return "people/";
  return entry + "/";
}
bool may_hold_files(const Snapshot& snapshot, const std::string& entry) {
  for (const char* collection : {"news/", "events/", "pages/", "albums/", "documents/", "people/"}) {
    if (entry.starts_with(collection) && entry.size() > std::string_view(collection).size()) {
      return !files_of_entry(snapshot, entry).empty() || !entry.starts_with("people/");
    }
  }
  return false;
}

// The picture of a person is named like the person, so that it belongs to that entry.
std::string file_name(const std::string& entry, const Upload& upload) {
  if (!entry.starts_with("people/")) return upload.name;
  return entry.substr(entry.find('/') + 1) + upload.name.substr(upload.name.rfind('.'));
}

// Whoever may write the entry may change its files.
std::optional<Refusal> demand_media(Services& services, const Actor& actor, std::string_view what,
                                    const std::string& object, bool is_entry = false) {
  const std::string entry = is_entry ? object : entry_of(object);
  return demand_write(services, actor, owner_of(services, actor, entry), what, object);
}

// Bytes into the store, a pointer into git.
Outcome<Written> keep(Services& services, const Actor& actor, const std::string& path,
                      std::string_view bytes) {
  LfsStore store(services.repository.lfs_folder());
  const auto pointer = store.put(bytes);
  if (!pointer) return std::unexpected(refusal_of(pointer.error()));
  auto written = write_entry(services, actor,
                             {.entry = entry_of(path),
                              .base = services.repository.head(),
                              .edits = {{path, format_lfs_pointer(*pointer)}}});
  if (written && written->conflict)
    return std::unexpected(refuse(Refusal::Kind::conflict, changed_meanwhile));
  return written;
}

Node text_node(std::string text, bool quoted = true) {
  Node node;
  node.kind = Node::Kind::scalar;
  node.quoted = quoted;
  node.text = std::move(text);
  return node;
}
void set(Node& map, std::string_view key, Node value) {
  const auto found = std::ranges::find(map.members, key, &Node::Member::key);
  if (found != map.members.end()) {
    if (!means(found->value, value)) found->value = std::move(value);
  } else {
    map.members.push_back({std::string(key), {}, std::move(value)});
  }
}

// Who is on the picture, from the three choices of the form.
void state_people(Node& values, const Posted& posted, const std::string& today,
                  const std::string& stated_by) {
  const std::string_view choice = posted.get("people?");
  const Node before = values;
  if (choice == "nobody") {
    set(values, "people", text_node("nobody-recognisable"));
  } else if (choice == "listed") {
    Node list;
    list.kind = Node::Kind::list;
    for (const std::string_view consent : posted.all("consents")) {
      if (!consent.empty()) list.items.push_back(text_node(std::string(consent)));
    }
    if (!list.items.empty()) set(values, "people", std::move(list));
  } else if (posted.has("people?")) {
    std::erase_if(values.members, [](const Node::Member& member) {
      return member.key == "people" || member.key == "stated_by" || member.key == "stated_on";
    });
  }
  const bool stated = values.get("people") != nullptr;
  if (!stated || (means(before, values) && values.get("stated_on") != nullptr)) return;
  if (!stated_by.empty()) set(values, "stated_by", text_node(stated_by));
  set(values, "stated_on", text_node(today, false));
}

}  // namespace

Outcome<UploadedMedia> upload_media(Services& services, const Actor& actor, const UploadMedia& input) {
  const std::string& object = input.replace.empty() ? input.entry : input.replace;
  if (auto refusal = demand_media(services, actor, "media.upload", object, input.replace.empty()))
    return std::unexpected(std::move(*refusal));
  const auto snapshot = services.repository.snapshot();
  if (!snapshot) return std::unexpected(refusal_of(snapshot.error()));
  std::string path = input.replace;
  if (!path.empty() && !find_media(**snapshot, path)) return std::unexpected(not_there());
  if (path.empty() && !may_hold_files(**snapshot, input.entry))
    return std::unexpected(refuse(Refusal::Kind::invalid, no_entry));

  const auto upload = services.workshop.take(input.name, input.bytes);
  if (!upload) return std::unexpected(refuse_upload(upload.error()));
  if (path.empty()) {
    path = free_path(**snapshot, folder_of_entry(input.entry), file_name(input.entry, *upload));
  } else if (file_type_of_name(path) != upload->type) {
    return std::unexpected(refuse(Refusal::Kind::invalid, another_type));
  }
  const auto written = keep(services, actor, path, upload->bytes);
  if (!written) return std::unexpected(written.error());
  note(services, actor, "media.upload", path, {{"revision", written->revision}});
  UploadedMedia done{.path = path, .revision = written->revision, .size = upload->size, .twins = {}};
  done.twins = twins_of(**snapshot, sha256_hex(upload->bytes), path);
  return done;
}

Outcome<std::string> describe_media(Services& services, const Actor& actor, const DescribeMedia& input) {
  if (auto refusal = demand_media(services, actor, "media.describe", input.path))
    return std::unexpected(std::move(*refusal));
  const auto snapshot = services.repository.snapshot();
  if (!snapshot) return std::unexpected(refusal_of(snapshot.error()));
  const auto item = find_media(**snapshot, input.path);
  const Schema* schema = services.forms.schemas().schemas.find("asset.yaml");
  if (!item || !item->is_picture || schema == nullptr) return std::unexpected(not_there());
  const auto before = services.repository.read(item->sidecar, input.base);
  if (!before) return std::unexpected(refusal_of(before.error()));
  const std::string text = before->value_or("");

  Findings findings;
  const Node now = parse_yaml(text, item->sidecar, findings);
  if (any_blocks(findings)) return std::unexpected(refuse(Refusal::Kind::invalid, not_patchable));
  const Posted posted(input.fields);
  Node values = read_posted(*schema, now, posted);
  state_people(values, posted, date_at(services.machine.now(), bishkek_minutes).iso(), input.stated_by);
  const auto patched = patch_yaml(text, values);
  if (!patched) return std::unexpected(refuse(Refusal::Kind::invalid, not_patchable));
  if (*patched == text) return services.repository.head();
  const auto written = write_entry(
      services, actor, {.entry = item->entry, .base = input.base, .edits = {{item->sidecar, *patched}}});
  if (!written) return std::unexpected(written.error());
  if (written->conflict) return std::unexpected(refuse(Refusal::Kind::conflict, changed_meanwhile));
  note(services, actor, "media.describe", input.path, {{"revision", written->revision}});
  return written->revision;
}

Outcome<std::string> crop_media(Services& services, const Actor& actor, const std::string& path,
                                const Crop& crop) {
  if (auto refusal = demand_media(services, actor, "media.crop", path))
    return std::unexpected(std::move(*refusal));
  const auto snapshot = services.repository.snapshot();
  if (!snapshot) return std::unexpected(refusal_of(snapshot.error()));
  const SourceFile* file = (*snapshot)->find(path);
  const auto bytes =
      file != nullptr ? (*snapshot)->read_asset(*file) : std::expected<std::string, SourceError>("");
  if (!bytes || bytes->empty()) return std::unexpected(not_there());
  const auto cut = services.workshop.crop(path, *bytes, crop);
  if (!cut) return std::unexpected(refuse_upload(cut.error()));
  const auto written = keep(services, actor, path, cut->bytes);
  if (!written) return std::unexpected(written.error());
  note(services, actor, "media.crop", path, {{"revision", written->revision}});
  return written->revision;
}

}  // namespace mektep::editor
