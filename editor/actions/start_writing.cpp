#include "editor/actions/start_writing.h"

#include "base/slug.h"
#include "base/text.h"
#include "base/zone.h"
#include "content/entry.h"
#include "editor/actions/demand.h"

namespace mektep::editor {

namespace {

bool is_taken(Services& services, const Snapshot& snapshot, const std::string& entry) {
  if (!snapshot.under(entry + "/").empty()) return true;
  const auto drafts = services.drafts.of_entry(entry);
  return !drafts || !drafts->empty();
}

}  // namespace

Outcome<std::string> StartWriting::execute(Services& services, const Actor& actor) const {
  if (auto refusal = demand(services, actor, Ability::write_own, "entry.start", collection))
    return std::unexpected(std::move(*refusal));
  const std::string_view title = trim(title_ky).empty() ? trim(title_ru) : trim(title_ky);
  const bool known =
      std::ranges::any_of(all_collections, [&](Collection each) { return folder_of(each) == collection; });
  if (title.empty() || !known) {
    return std::unexpected(Refusal{.kind = Refusal::Kind::invalid,
                                   .message = {"Аталышын жазыңыз: дарек ошондон түзүлөт.",
                                               "Напишите заголовок: из него составляется адрес.",
                                               "Write a title: the address is made from it."}});
  }
  const auto snapshot = services.repository.snapshot();
  if (!snapshot) return std::unexpected(Refusal{.detail = snapshot.error().detail});
  std::string slug = slugify(title, trim(title_ky).empty() ? Locale::ru : Locale::ky);
  if (slug.empty()) slug = collection;
  const Date today = date_at(services.machine.now(), bishkek_minutes);
  const std::string folder =
      collection == "pages" ? std::string("pages") : fmt::format("{}/{}", collection, today.year);
  std::string entry = fmt::format("{}/{}", folder, slug);
  for (int number = 2; is_taken(services, **snapshot, entry); ++number)
    entry = fmt::format("{}/{}-{}", folder, slug, number);

  const auto writing = writing_at(services, entry, {});
  if (!writing) return std::unexpected(writing.error());
  WritingValues values{{"ky.title", title_ky}, {"ru.title", title_ru}};
  if (!trim(title_ky).empty()) {
    if (collection == "news" || collection == "albums") values.emplace_back("ky.date", today.iso());
    if (collection == "events") values.emplace_back("ky.start", today.iso());
  }
  auto edits = put_values(services, *writing, values);
  if (!edits) return std::unexpected(edits.error());
  DraftSave save{actor.account, entry, writing->base, 0, {}};
  for (Edit& edit : *edits) save.files.push_back({std::move(edit.path), std::move(edit.bytes)});
  if (const auto saved = services.drafts.save(save); !saved)
    return std::unexpected(Refusal{.detail = saved.error().detail});
  return entry;
}

}  // namespace mektep::editor
