#include "editor/actions/approve_entry.h"

#include <set>

#include "editor/actions/demand.h"
#include "editor/actions/store_refusal.h"
#include "editor/publication/publisher.h"
#include "editor/publication/reviews.h"
#include "editor/publication/selection.h"
#include "editor/repository/entry_id.h"

namespace mektep::editor {
namespace {

constexpr std::size_t most_commits = 200;  // of one file that are looked through for its authors

}  // namespace

bool may_approve(Role role, std::string_view entry) {
  return may(role, Ability::approve) || (may(role, Ability::publish) && !needs_four_eyes(entry));
}

bool wrote_it(Services& services, const Actor& actor, std::string_view entry) {
  if (!needs_four_eyes(entry)) return false;
  const Repository& repository = services.repository;
  std::set<std::string> paths;
  std::int64_t since = 0;  // of the version approved before
  std::string approved;
  if (const auto list = services.approvals.of_entry(entry); list && !list->empty()) {
    approved = list->front().revision;
    if (const auto commit = repository.find(approved)) since = commit->seconds;
    if (const auto snapshot = repository.snapshot(approved)) {
      for (const SourceFile* file : files_of_entry(**snapshot, entry)) paths.insert(file->path);
    }
  }
  if (const auto snapshot = repository.snapshot()) {
    for (const SourceFile* file : files_of_entry(**snapshot, entry)) paths.insert(file->path);
  }
  for (const std::string& path : paths) {
    const auto commits = repository.history(path, most_commits);
    if (!commits) return true;  // nobody can say: somebody else shall look
    for (const Commit& commit : *commits) {
      if (commit.id == approved || commit.seconds < since) break;
      if (commit.author.email == actor.email) return true;
    }
  }
  return false;
}

Outcome<void> ApproveEntry::check(Services& services, const Actor& actor) const {
  if (!may_approve(actor.role, entry)) {
    if (auto refusal = demand(services, actor, Ability::approve, "entry.approve", entry))
      return std::unexpected(std::move(*refusal));
  }
  const auto snapshot = services.repository.snapshot();
  if (!snapshot) return std::unexpected(refusal_of(snapshot.error()));
  const bool known = digest_of_entry(**snapshot, entry) != "absent" ||
                     !services.approvals.of_entry(entry).value_or(std::vector<Approval>()).empty();
  if (!known) {
    return std::unexpected(
        Refusal{.kind = Refusal::Kind::not_found,
                .message = {"Мындай жазуу жок.", "Такой записи нет.", "There is no such entry."}});
  }
  if (digest_of_entry(**snapshot, entry) != digest) {
    return std::unexpected(Refusal{
        .kind = Refusal::Kind::conflict,
        .message = {"Сиз караган убакта бул жазуу өзгөрдү. Жаңы текстти карап, кайра чечиңиз.",
                    "Пока вы смотрели, запись изменили. Просмотрите новый текст и решите снова.",
                    "The entry changed while you looked at it. Look at the new text and decide again."}});
  }
  if (wrote_it(services, actor, entry)) {
    return std::unexpected(Refusal{
        .kind = Refusal::Kind::forbidden,
        .message = {
            "Милдеттүү маалыматты аны жазган адам өзү беките албайт: башка адам карап чыксын.",
            "Обязательные сведения не может утвердить тот, кто их написал: пусть посмотрит другой человек.",
            "Mandatory information cannot be approved by who wrote it: somebody else has to look at it."}});
  }
  if (not_before != 0 && not_before <= services.machine.now()) {
    return std::unexpected(
        Refusal{.kind = Refusal::Kind::invalid,
                .message = {"Жарыялоо убактысы өтүп кеткен. Келечектеги убакытты тандаңыз.",
                            "Время публикации уже прошло. Выберите время в будущем.",
                            "The time of publication is past. Choose one in the future."}});
  }
  return {};
}

Outcome<void> ApproveEntry::execute(Services& services, const Actor& actor) const {
  if (auto allowed = check(services, actor); !allowed) return allowed;
  const std::string head = services.repository.head();
  if (auto approved = services.approvals.approve(actor, entry, digest, head, not_before); !approved)
    return std::unexpected(refusal_of(approved.error()));
  if (const auto review = services.reviews.open_of(entry); review && *review)
    (void)services.reviews.close((*review)->id, Review::State::approved);
  note(services, actor, "entry.approve", entry, {{"revision", head}, {"digest", digest.substr(0, 16)}});
  services.publisher.wake();
  return {};
}

}  // namespace mektep::editor
