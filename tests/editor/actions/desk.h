// An editor without its server, for one test: a school's repository, a database, two people.
#pragma once
#include "editor/accounts/tables.h"
#include "editor/actions/services.h"
#include "editor/publication/tables.h"
#include "tests/editor/repository/scratch.h"

namespace mektep::editor::testing {

class Desk {
 public:
  explicit Desk(const Files& files) : scratch(files) {
    machine.milliseconds = [this] { return now * 1000; };
    machine.random_bytes = [](std::size_t count) { return std::string(count, 'r'); };
    start();
  }
  Desk(const Desk&) = delete;
  ~Desk() { stop(); }

  // The server stops and starts again.
  void restart() {
    stop();
    start();
  }

  std::string text(const std::string& path) const {
    return repository->read(path).value().value_or("(no such file)");
  }

  Scratch scratch;
  std::int64_t now = start_time;
  Machine machine;
  const Actor aigul{.account = 1, .name = "Айгүл", .email = "a@example.kg", .role = Role::editor};
  const Actor bakyt{.account = 2, .name = "Бакыт", .email = "b@example.kg", .role = Role::administrator};
  const Actor nurgul{.account = 3, .name = "Нургүл", .email = "n@example.kg", .role = Role::contributor};
  const Actor director{.account = 4, .name = "Директор", .email = "d@example.kg", .role = Role::reviewer};
  std::unique_ptr<Database> database;
  std::unique_ptr<Repository> repository;
  std::optional<Services> services;

 private:
  void start() {
    repository = scratch.open();
    database = std::move(*Database::open(
        scratch.path("editor.sqlite"),
        std::array{account_migrations(), draft_migrations(), trash_migrations(), publication_migrations(),
                   message_migrations(), upkeep_migrations(), consent_migrations()}));
    audit_ = std::move(*AuditLog::open(scratch.path("audit.jsonl"), machine));
    accounts_.emplace(*database, machine);
    sessions_.emplace(*database, machine);
    drafts_.emplace(*database, machine);
    presence_.emplace(machine);
    trash_.emplace(*database, machine);
    approvals_.emplace(*database, machine);
    reviews_.emplace(*database, machine);
    ledger_.emplace(*database, machine);
    releases_.emplace(*Releases::open(scratch.path("public")));
    publisher_.emplace(PublisherParts{
        .machine = machine,
        .repository = *repository,
        .approvals = *approvals_,
        .ledger = *ledger_,
        .releases = *releases_,
        .audit = *audit_,
        .build = [](const auto&, const auto&, const auto&, const auto&) { return BuiltSite{}; }});
    inbox_.emplace(*database, machine);
    private_register_.emplace(*database, machine);
    state_traces_.emplace(*database, scratch.path(""));
    forms_ = std::move(*FormLibrary::load(MEKTEP_ROOT));
    factors_.emplace(*database, machine);
    throttle_.emplace(*database, machine);
    password_rules_.emplace("");
    usage_.emplace(*database, machine);
    tokens_.emplace(*database, machine);
    reports_ = std::make_unique<CheckReports>(*repository, site_work_, machine,
                                              CheckReportOptions{.data_folder = MEKTEP_ROOT});
    preview_ = std::make_unique<Preview>(PreviewOptions{scratch.bare(), MEKTEP_ROOT, {}}, machine);
    preview_links_.emplace(machine);
    upkeep_.emplace(UpkeepParts{.machine = machine,
                                .database = *database,
                                .audit = *audit_,
                                .drafts = *drafts_,
                                .repository = scratch.bare()});
    workshop_.emplace("");  // no test here decodes a picture
    uploads_.emplace(scratch.path("uploads"), machine);
    imports_.emplace(machine);
    services.emplace(Services{.machine = machine,
                              .database = *database,
                              .accounts = *accounts_,
                              .sessions = *sessions_,
                              .factors = *factors_,
                              .throttle = *throttle_,
                              .password_rules = *password_rules_,
                              .usage = *usage_,
                              .tokens = *tokens_,
                              .audit = *audit_,
                              .repository = *repository,
                              .approvals = *approvals_,
                              .reviews = *reviews_,
                              .ledger = *ledger_,
                              .releases = *releases_,
                              .publisher = *publisher_,
                              .reports = *reports_,
                              .inbox = *inbox_,
                              .private_register = *private_register_,
                              .state_traces = *state_traces_,
                              .forms = *forms_,
                              .workshop = *workshop_,
                              .uploads = *uploads_,
                              .imports = *imports_,
                              .drafts = *drafts_,
                              .presence = *presence_,
                              .trash = *trash_,
                              .preview = *preview_,
                              .preview_links = *preview_links_,
                              .upkeep = *upkeep_,
                              .data_folder = MEKTEP_ROOT,
                              .state_folder = scratch.path("")});
  }
  void stop() {
    services.reset();
    publisher_.reset();
    upkeep_.reset();
    reports_.reset();
    preview_.reset();
    repository.reset();
    database.reset();
  }

  std::unique_ptr<AuditLog> audit_;
  std::optional<Accounts> accounts_;
  std::optional<Sessions> sessions_;
  std::optional<Drafts> drafts_;
  std::optional<Presence> presence_;
  std::optional<Trash> trash_;
  std::optional<Approvals> approvals_;
  std::optional<Reviews> reviews_;
  std::optional<Ledger> ledger_;
  std::optional<Releases> releases_;
  std::optional<Publisher> publisher_;
  std::optional<Inbox> inbox_;
  std::optional<PrivateRegister> private_register_;
  std::optional<StateTraces> state_traces_;
  std::unique_ptr<FormLibrary> forms_;
  std::optional<Workshop> workshop_;
  std::optional<PendingUploads> uploads_;
  std::optional<PendingImports> imports_;
  std::optional<SecondFactor> factors_;
  std::optional<Throttle> throttle_;
  std::optional<PasswordRules> password_rules_;
  std::optional<Usage> usage_;
  std::optional<ApiTokens> tokens_;
  SiteWork site_work_;
  std::unique_ptr<CheckReports> reports_;
  std::unique_ptr<Preview> preview_;
  std::optional<PreviewLinks> preview_links_;
  std::optional<Upkeep> upkeep_;
};

}  // namespace mektep::editor::testing
