#include "editor/publication/publisher.h"

#include <set>

#include "base/date.h"
#include "base/system_error.h"
#include "editor/publication/selection.h"
#include "editor/repository/entry_id.h"

namespace mektep::editor {
namespace {

using Kind = Publication::Kind;

constexpr std::int64_t after_midnight = 5 * 60;  // seconds: the day of every clock has begun

Label label(const Message& message) {
  return {std::string(message.ky), std::string(message.ru), std::string(message.en)};
}

KeptFinding kept(const Finding& finding) {
  const auto in_all = [&](std::string (Finding::*text)(Language) const) {
    return Label{(finding.*text)(Language::ky), (finding.*text)(Language::ru), (finding.*text)(Language::en)};
  };
  return {finding.place.file,        finding.field,         finding.place.mark.line, finding.blocks(),
          in_all(&Finding::message), in_all(&Finding::hint)};
}

std::vector<KeptFinding> kept(const Findings& findings) {
  std::vector<KeptFinding> list;
  for (const Finding& finding : findings) list.push_back(kept(finding));
  return list;
}

std::vector<KeptFinding> kept(const RepositoryError& error) {
  return {{.file = error.paths.empty() ? std::string() : error.paths.front(),
           .blocks = true,
           .message = label(explain(error.fault))}};
}

std::vector<KeptFinding> machine_fault() {
  return {{.blocks = true,
           .message = {"Сервердин дисги жазууга мүмкүндүк бербей жатат; сайт мурунку бойдон калды",
                       "Диск сервера не даёт записать; сайт остался прежним",
                       "The disk of the server does not let us write; the site stays as it was"},
           .hint = {"Сервердин администраторуна айтыңыз: диск толгон же окууга гана ачык",
                    "Сообщите администратору сервера: диск заполнен или доступен только для чтения",
                    "Tell the administrator of the server: the disk is full or read-only"}}};
}

std::vector<KeptFinding> broken_off() {
  return {
      {.blocks = true,
       .message = {"Сайтты жасоо бүтпөй үзүлүп калды; сайт мурунку бойдон калды",
                   "Сборка сайта прервалась; сайт остался прежним",
                   "The building of the site broke off; the site stays as it was"},
       .hint = {"Кайра жарыялап көрүңүз; кайталанса, серверге эс жетпей жатканын администраторго айтыңыз",
                "Опубликуйте ещё раз; если повторится, сообщите администратору, что серверу, видимо, не "
                "хватает памяти",
                "Publish once more; if it happens again, tell the administrator that the server is likely "
                "short of memory"}}};
}

Author author_of(const Publication& publication) {
  if (publication.account == 0) return {"Mektep", "mektep@localhost"};
  return {publication.name, publication.email};
}

}  // namespace

std::expected<std::vector<Edit>, RepositoryError> newest_consents(const Repository& repository,
                                                                  const std::string& revision) {
  const auto newest = repository.snapshot();
  if (!newest) return std::unexpected(newest.error());
  const auto older = repository.snapshot(revision);
  if (!older) return std::unexpected(older.error());
  std::vector<Edit> edits;
  for (const SourceFile& file : (*older)->under("consents/")) {
    if (!(*newest)->find(file.path)) edits.push_back({file.path, std::nullopt});
  }
  for (const SourceFile& file : (*newest)->under("consents/")) {
    const SourceFile* there = (*older)->find(file.path);
    if (there && there->blob == file.blob) continue;
    auto bytes = (*newest)->read(file);
    if (!bytes) return std::unexpected(RepositoryError{Fault::damaged, file.path, {file.path}});
    edits.push_back({file.path, std::move(*bytes)});
  }
  return edits;
}

std::vector<std::string> changed_entries(const Snapshot& before, const Snapshot& after) {
  std::set<std::string> changed;
  const auto compare = [&](const Snapshot& one, const Snapshot& other) {
    for (const SourceFile& file : one.files()) {
      const SourceFile* there = other.find(file.path);
      if (!there || there->blob != file.blob) changed.insert(entry_of(file.path));
    }
  };
  compare(before, after);
  compare(after, before);
  return {changed.begin(), changed.end()};
}

Publisher::Publisher(PublisherParts parts) : parts_(std::move(parts)) {}

Publisher::~Publisher() {
  stop();
}

void Publisher::start() {
  (void)parts_.ledger.recover();
  thread_ = std::thread([this] { run(); });
}

void Publisher::stop() {
  {
    const std::scoped_lock lock(mutex_);
    stopped_ = true;
  }
  stop_.request_stop();
  changed_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void Publisher::wake() {
  {
    const std::scoped_lock lock(mutex_);
    woken_ = true;
  }
  changed_.notify_all();
}

BuildProgress Publisher::progress() const {
  const std::scoped_lock lock(mutex_);
  return progress_;
}

void Publisher::run() {
  for (;;) {
    work();
    // Looks at least once a minute: somebody may set the clock.
    const auto pause = std::chrono::seconds(std::clamp<std::int64_t>(seconds_to_next(), 1, 60));
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, pause, [this] { return woken_ || stopped_; });
    if (stopped_) return;
    woken_ = false;
  }
}

void Publisher::work() {
  ask_for_what_is_due();
  for (;;) {
    {
      const std::scoped_lock lock(mutex_);
      if (stopped_) return;
    }
    const auto publication = parts_.ledger.next();
    if (!publication || !*publication) return;
    publish(**publication);
    parts_.ended();
    const std::scoped_lock lock(mutex_);
    progress_ = {};
  }
}

std::int64_t Publisher::seconds_to_next() const {
  const std::int64_t now = parts_.machine.now();
  const auto due = parts_.approvals.next_due(now);
  return due && *due ? **due - now : 60;
}

// Approvals that have fallen due since the last look, and the new day.
void Publisher::ask_for_what_is_due() {
  const auto shown = parts_.ledger.shown();
  const auto newest = parts_.ledger.newest(1);
  if (!shown || !*shown || !newest || newest->empty()) return;  // nothing is public yet
  const std::int64_t now = parts_.machine.now();
  const std::int64_t last = newest->front().asked;
  const auto approvals = parts_.approvals.all(now);
  if (!approvals) return;
  const bool due = std::ranges::any_of(*approvals, [&](const auto& entry) {
    const auto& approval = entry.second.shown;
    return approval && approval->not_before > last;
  });
  const auto day = [&](std::int64_t time) { return date_at(time - after_midnight, parts_.offset_minutes); };
  if (due) {
    (void)parts_.ledger.ask(Kind::scheduled, nullptr);
  } else if (day(now) > day(last)) {
    (void)parts_.ledger.ask(Kind::daily, nullptr);
  }
}

void Publisher::publish(const Publication& publication) {
  Repository& repository = parts_.repository;
  if (!parts_.ledger.begin(publication.id)) return;
  {
    const std::scoped_lock lock(mutex_);
    progress_ = {.publication = publication.id, .phase = "read"};
  }
  const auto fail = [&](const std::vector<KeptFinding>& findings) {
    (void)parts_.ledger.fail(publication.id, findings);
    parts_.audit.append({.what = "site.publish",
                         .allowed = false,
                         .account = publication.account,
                         .name = publication.name,
                         .object = fmt::format("publication {}", publication.id)});
  };

  const std::string before = repository.published();
  const auto staged = stage(publication);
  if (!staged) return fail(kept(staged.error()));
  const std::string old = parts_.releases.shown();
  const auto release = parts_.releases.prepare();
  if (!release) return fail(machine_fault());
  const BuiltSite built = parts_.build(
      *staged, parts_.releases.path(*release),
      [&](std::string_view phase, std::size_t done, std::size_t of) {
        const std::scoped_lock lock(mutex_);
        progress_ = {publication.id, std::string(phase), done, of};
      },
      stop_.get_token());
  if (!built.complete) {
    parts_.releases.drop(*release);
    if (stop_.stop_requested()) return;  // begun as it is, it is taken up at the next start
    return fail(built.broke_off ? broken_off() : kept(built.findings));
  }
  if (!parts_.releases.show(*release)) {
    parts_.releases.drop(*release);
    return fail(machine_fault());
  }
  if (const auto published = repository.publish(*staged); !published) {
    if (!old.empty()) (void)parts_.releases.show(old);
    parts_.releases.drop(*release);
    return fail(kept(published.error()));
  }
  std::vector<std::string> changes;
  const auto after = repository.snapshot(*staged);
  const auto earlier = before.empty() ? std::shared_ptr<const Snapshot>(make_memory_snapshot({}))
                                      : repository.snapshot(before).value_or(nullptr);
  if (after && earlier) changes = changed_entries(*earlier, **after);
  const std::string tag = fmt::format(
      "publication/{}-{:06}", date_at(parts_.machine.now(), parts_.offset_minutes).iso(), publication.id);
  (void)repository.tag(tag, *staged, author_of(publication), "Жарыяланды · Опубликовано");
  (void)parts_.ledger.succeed(publication.id, *staged, *release, changes, kept(built.findings));
  parts_.audit.append({.what = "site.publish",
                       .account = publication.account,
                       .name = publication.name,
                       .object = tag,
                       .details = {{"revision", *staged}, {"kind", std::string(code(publication.kind))}}});
  parts_.releases.keep_newest(parts_.kept_releases);
}

// The commit that the site is built from.
std::expected<std::string, RepositoryError> Publisher::stage(const Publication& publication) {
  Repository& repository = parts_.repository;
  PublicationRequest request{.revision = {}, .edits = {}, .author = author_of(publication), .message = {}};
  if (publication.kind == Kind::roll_back || publication.kind == Kind::daily) {
    request.revision = publication.kind == Kind::daily ? repository.published() : publication.revision;
    auto consents = newest_consents(repository, request.revision);
    if (!consents) return std::unexpected(std::move(consents.error()));
    request.edits = std::move(*consents);
    request.message = publication.kind == Kind::daily ? "Күндүк жаңыртуу · Ежедневное обновление"
                                                      : "Мурункуга кайтаруу · Возврат к прежнему";
  } else {
    const auto approvals = parts_.approvals.all(parts_.machine.now());
    if (!approvals) return std::unexpected(RepositoryError{Fault::io, approvals.error().detail, {}});
    auto selection = select_content(repository, repository.head(), *approvals);
    if (!selection) return std::unexpected(std::move(selection.error()));
    request.revision = std::move(selection->revision);
    request.edits = std::move(selection->edits);
    request.message = "Жарыялоо · Публикация";
  }
  return repository.stage(request);
}

}  // namespace mektep::editor
