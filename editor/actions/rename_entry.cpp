#include "editor/actions/rename_entry.h"

#include "base/slug.h"
#include "editor/actions/demand.h"
#include "editor/actions/failures.h"
#include "editor/forms/yaml/patch.h"
#include "facts/permalinks.h"
#include "syntax/front_matter.h"

namespace mektep::editor {
namespace {

constexpr Message fixed{.ky = "Бул жазуунун дареги өзгөрбөйт: башка файлдар аны ушул аталышы менен табат.",
                        .ru = "Адрес этой записи не меняется: другие файлы находят её по этому имени.",
                        .en = "The address of this entry stays: other files know it by this name."};
constexpr Message bad_slug{
    .ky =
        "Даректе кичине латын тамгалары, сандар жана дефис гана болот: «биринчи-конгуроо» эмес, "
        "«birinchi-konguroo».",
    .ru =
        "В адресе допустимы только строчные латинские буквы, цифры и дефис: не «первый-звонок», а "
        "«pervyi-zvonok».",
    .en = "An address has lower-case Latin letters, digits and hyphens only, such as “first-bell”."};
constexpr Message taken{.ky = "Мындай даректеги жазуу бар. Башка аталыш тандаңыз.",
                        .ru = "Запись с таким адресом уже есть. Выберите другое имя.",
                        .en = "There is an entry of that address already. Choose another name."};
constexpr Message has_pages_below{
    .ky =
        "Бул барактын алдында башка барактар бар, алардын даректери да өзгөрмөк. Адегенде аларды жылдырыңыз.",
    .ru = "Под этой страницей есть другие, и их адреса тоже изменились бы. Сначала переместите их.",
    .en = "There are pages below this one, and their addresses would change too. Move those first."};

bool can_move(std::string_view entry) {
  return entry != "pages/home" &&
         std::ranges::any_of(std::array{"news/", "pages/", "events/", "albums/"},
                             [&](const char* start) { return entry.starts_with(start); });
}

// The site path of a text of the entry before it moves; empty when that does not change.
std::string old_address(std::string_view entry, const Node& data, Locale locale) {
  if (data.given("slug")) return {};
  const std::string_view path = entry.starts_with("pages/") ? entry.substr(6) : entry;
  return fmt::format("{}{}/", locale_root(locale), path);
}

// The text with its old address among the aliases.
std::string with_alias(const std::string& text, const std::string& path, std::string_view entry) {
  Findings findings;
  FrontMatter front = parse_front_matter(text, path, findings);
  const Locale locale = path.ends_with(".ru.md") ? Locale::ru : Locale::ky;
  const std::string address = old_address(entry, front.data, locale);
  if (any_blocks(findings) || address.empty() || !front.data.is_map()) return text;
  Node alias{.kind = Node::Kind::scalar, .text = address};
  auto member = std::ranges::find(front.data.members, "aliases", &Node::Member::key);
  if (member == front.data.members.end()) {
    front.data.members.push_back({"aliases", {}, Node{.kind = Node::Kind::list}});
    member = front.data.members.end() - 1;
  }
  if (!member->value.is_list()) return text;
  member->value.items.push_back(std::move(alias));
  return patch_front_matter(text, front.data).value_or(text);
}

}  // namespace

Outcome<void> RenameEntry::check(Services& services, const Actor& actor) const {
  if (auto refusal = demand(services, actor, Ability::write, "entry.rename", entry))
    return std::unexpected(std::move(*refusal));
  if (!can_move(entry)) return std::unexpected(refuse(Refusal::Kind::invalid, fixed));
  if (!is_slug(slug)) return std::unexpected(refuse(Refusal::Kind::invalid, bad_slug));
  return {};
}

Outcome<std::string> RenameEntry::execute(Services& services, const Actor& actor) const {
  if (auto checked = check(services, actor); !checked) return std::unexpected(std::move(checked.error()));
  Repository& repository = services.repository;
  const std::string shown = base.empty() ? repository.head() : base;
  const std::string renamed = entry.substr(0, entry.rfind('/') + 1) + slug;
  if (renamed == entry) return entry;
  const auto snapshot = repository.snapshot(shown);
  if (!snapshot) return std::unexpected(refusal_of(snapshot.error()));
  if (!(*snapshot)->under(renamed + "/").empty())
    return std::unexpected(refuse(Refusal::Kind::conflict, taken));
  auto files = read_entry(repository, entry, shown);
  if (!files) return std::unexpected(std::move(files.error()));
  if (files->empty()) return std::unexpected(not_there());
  if ((*snapshot)->under(entry + "/").size() != files->size())
    return std::unexpected(refuse(Refusal::Kind::conflict, has_pages_below));

  // Not by write_entry: the edits belong to two entries.
  std::vector<Edit> edits;
  for (Edit& file : *files) {
    std::string text = file.path.ends_with(".md") ? with_alias(*file.bytes, file.path, entry) : *file.bytes;
    edits.push_back({renamed + file.path.substr(entry.size()), std::move(text)});
    edits.push_back({std::move(file.path), std::nullopt});
  }
  const auto revision = repository.commit(
      {.base = shown,
       .edits = std::move(edits),
       .author = {actor.name, actor.email},
       .message = fmt::format("Rename {} to {}\n\nMektep-Deed: {}\n", entry, renamed, code(Deed::rename))});
  if (!revision) return std::unexpected(refusal_of(revision.error()));
  if (auto moved = services.drafts.rename(entry, renamed); !moved)
    return std::unexpected(refusal_of(moved.error()));
  note(services, actor, "entry.rename", entry, {{"to", renamed}, {"revision", *revision}});
  return renamed;
}

}  // namespace mektep::editor
