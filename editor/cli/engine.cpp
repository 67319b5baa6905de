#include "editor/cli/engine.h"

#include <sys/stat.h>

#include <fstream>

#include "editor/accounts/tables.h"
#include "editor/actions/withdraw_consent.h"
#include "editor/cli/commands.h"
#include "editor/cli/texts.h"
#include "editor/publication/site_builder.h"
#include "editor/publication/tables.h"
#include "source/rules.h"

namespace mektep::editor {

using texts::say;

struct Engine::Parts {
  Machine machine = this_machine();
  SiteWork site_work{site_worker()};
  std::unique_ptr<Database> database;
  std::unique_ptr<AuditLog> audit;
  std::unique_ptr<Accounts> accounts;
  std::unique_ptr<Sessions> sessions;
  std::unique_ptr<SecondFactor> factors;
  std::unique_ptr<Throttle> throttle;
  std::unique_ptr<PasswordRules> password_rules;
  std::unique_ptr<Usage> usage;
  std::unique_ptr<ApiTokens> tokens;
  std::unique_ptr<Repository> repository;
  std::unique_ptr<Approvals> approvals;
  std::unique_ptr<Reviews> reviews;
  std::unique_ptr<Ledger> ledger;
  std::unique_ptr<Releases> releases;
  std::unique_ptr<PrivateRegister> private_register;  // before whoever reads names in a thread
  std::unique_ptr<StateTraces> state_traces;
  std::unique_ptr<Publisher> publisher;
  std::unique_ptr<CheckReports> reports;
  std::unique_ptr<Inbox> inbox;
  std::unique_ptr<FormLibrary> forms;
  std::unique_ptr<Workshop> workshop;
  std::unique_ptr<PendingUploads> uploads;
  std::unique_ptr<PendingImports> imports;
  std::unique_ptr<Drafts> drafts;
  std::unique_ptr<Presence> presence;
  std::unique_ptr<Trash> trash;
  std::unique_ptr<Preview> preview;
  std::unique_ptr<PreviewLinks> preview_links;
  std::unique_ptr<Upkeep> upkeep;
  std::unique_ptr<Services> services;
};

namespace {

decltype(PreviewOptions::snapshot) snapshots_for_preview(Repository& repository) {
  return
      [&repository](const std::string& revision) -> std::expected<std::shared_ptr<const Snapshot>, Finding> {
        auto files = repository.snapshot(revision);
        if (files) return std::move(*files);
        return std::unexpected(Finding(rules::source_unknown_revision, Place{repository.folder(), {}}, {},
                                       revision, {{"revision", revision}}));
      };
}

}  // namespace

Engine::Engine(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Engine::~Engine() = default;

std::expected<std::unique_ptr<Engine>, std::string> Engine::open(const CommandOptions& options) {
  const Language language = options.language;
  if (::mkdir(options.state.c_str(), 0700) != 0 && errno != EEXIST)
    return std::unexpected(say(language, texts::no_state_folder, options.state));
  ::chmod(options.state.c_str(), 0700);

  auto parts = std::make_unique<Parts>();
  const std::array migrations{account_migrations(),     draft_migrations(),   trash_migrations(),
                              publication_migrations(), message_migrations(), upkeep_migrations(),
                              consent_migrations()};
  auto database = Database::open(options.state + "/editor.sqlite", migrations);
  if (!database) return std::unexpected(say(language, texts::no_database, database.error().detail));
  parts->database = std::move(*database);
  const std::string log = options.state + "/audit.jsonl";
  auto audit = AuditLog::open(log, parts->machine);
  if (!audit) return std::unexpected(say(language, texts::no_log, log));
  parts->audit = std::move(*audit);
  parts->accounts = std::make_unique<Accounts>(*parts->database, parts->machine);
  parts->sessions = std::make_unique<Sessions>(*parts->database, parts->machine);
  parts->factors = std::make_unique<SecondFactor>(*parts->database, parts->machine);
  parts->throttle = std::make_unique<Throttle>(*parts->database, parts->machine);
  parts->tokens = std::make_unique<ApiTokens>(*parts->database, parts->machine);
  parts->usage = std::make_unique<Usage>(*parts->database, parts->machine);
  parts->drafts = std::make_unique<Drafts>(*parts->database, parts->machine);
  parts->upkeep = std::make_unique<Upkeep>(UpkeepParts{.machine = parts->machine,
                                                       .database = *parts->database,
                                                       .audit = *parts->audit,
                                                       .drafts = *parts->drafts,
                                                       .repository = options.repository});
  return std::unique_ptr<Engine>(new Engine(std::move(parts)));
}

std::expected<void, std::string> Engine::start(const CommandOptions& options) {
  const Language language = options.language;
  const std::string data = find_data(options.data);
  if (data.empty()) return std::unexpected(say(language, texts::no_data));
  std::ifstream common(data + "/editor/accounts/common-passwords.txt", std::ios::binary);
  if (!common) return std::unexpected(say(language, texts::no_common_passwords, data));
  parts_->password_rules = std::make_unique<PasswordRules>(
      std::string(std::istreambuf_iterator<char>(common), std::istreambuf_iterator<char>()));
  auto repository = Repository::open(options.repository, {.now = [this] { return machine().now(); }});
  if (!repository) {
    return std::unexpected(std::string(explain(repository.error().fault).in(options.language)) + " (" +
                           repository.error().detail + ")");
  }
  parts_->repository = std::move(*repository);
  parts_->preview =
      std::make_unique<Preview>(PreviewOptions{.repository = options.repository,
                                               .data_folder = data,
                                               .cache_folder = options.state + "/cache",
                                               .snapshot = snapshots_for_preview(*parts_->repository)},
                                parts_->machine);
  parts_->preview_links = std::make_unique<PreviewLinks>(parts_->machine);
  auto releases = Releases::open(options.state + "/public");
  if (!releases) return std::unexpected(say(language, texts::no_site_folder, releases.error()));
  parts_->releases = std::make_unique<Releases>(std::move(*releases));
  parts_->approvals = std::make_unique<Approvals>(*parts_->database, parts_->machine);
  parts_->reviews = std::make_unique<Reviews>(*parts_->database, parts_->machine);
  parts_->ledger = std::make_unique<Ledger>(*parts_->database, parts_->machine);
  parts_->private_register = std::make_unique<PrivateRegister>(*parts_->database, parts_->machine);
  parts_->state_traces = std::make_unique<StateTraces>(*parts_->database, options.state);
  parts_->publisher = std::make_unique<Publisher>(
      PublisherParts{.machine = parts_->machine,
                     .repository = *parts_->repository,
                     .approvals = *parts_->approvals,
                     .ledger = *parts_->ledger,
                     .releases = *parts_->releases,
                     .audit = *parts_->audit,
                     .build = make_site_builder({.repository = options.repository,
                                                 .data_folder = data,
                                                 .cache_folder = options.state + "/cache",
                                                 .private_register = parts_->private_register.get()},
                                                parts_->site_work, parts_->machine),
                     .ended = [this] {
                       settle_withdrawals(*parts_->ledger, *parts_->releases, *parts_->private_register,
                                          *parts_->state_traces);
                     }});
  parts_->reports =
      std::make_unique<CheckReports>(*parts_->repository, parts_->site_work, parts_->machine,
                                     CheckReportOptions{.data_folder = data,
                                                        .cache_folder = options.state + "/cache",
                                                        .private_register = parts_->private_register.get()});
  parts_->inbox = std::make_unique<Inbox>(*parts_->database, parts_->machine);
  // Read before the repository is served: without schema/ no form can be made.
  auto forms = FormLibrary::load(data);
  if (!forms) return std::unexpected(say(language, texts::no_schema, data));
  parts_->forms = std::move(*forms);
  parts_->workshop = std::make_unique<Workshop>(media_worker());
  parts_->uploads = std::make_unique<PendingUploads>(options.state + "/uploads", parts_->machine);
  parts_->imports = std::make_unique<PendingImports>(parts_->machine);
  parts_->presence = std::make_unique<Presence>(parts_->machine);
  parts_->trash = std::make_unique<Trash>(*parts_->database, parts_->machine);
  parts_->services.reset(new Services{.machine = parts_->machine,
                                      .database = *parts_->database,
                                      .accounts = *parts_->accounts,
                                      .sessions = *parts_->sessions,
                                      .factors = *parts_->factors,
                                      .throttle = *parts_->throttle,
                                      .password_rules = *parts_->password_rules,
                                      .usage = *parts_->usage,
                                      .tokens = *parts_->tokens,
                                      .audit = *parts_->audit,
                                      .repository = *parts_->repository,
                                      .approvals = *parts_->approvals,
                                      .reviews = *parts_->reviews,
                                      .ledger = *parts_->ledger,
                                      .releases = *parts_->releases,
                                      .publisher = *parts_->publisher,
                                      .reports = *parts_->reports,
                                      .inbox = *parts_->inbox,
                                      .private_register = *parts_->private_register,
                                      .state_traces = *parts_->state_traces,
                                      .forms = *parts_->forms,
                                      .workshop = *parts_->workshop,
                                      .uploads = *parts_->uploads,
                                      .imports = *parts_->imports,
                                      .drafts = *parts_->drafts,
                                      .presence = *parts_->presence,
                                      .trash = *parts_->trash,
                                      .preview = *parts_->preview,
                                      .preview_links = *parts_->preview_links,
                                      .upkeep = *parts_->upkeep,
                                      .data_folder = data,
                                      .state_folder = options.state});
  return {};
}

Services& Engine::services() {
  return *parts_->services;
}

Accounts& Engine::accounts() {
  return *parts_->accounts;
}

const Machine& Engine::machine() const {
  return parts_->machine;
}

Upkeep& Engine::upkeep() {
  return *parts_->upkeep;
}

SecondFactor& Engine::factors() {
  return *parts_->factors;
}

Sessions& Engine::sessions() {
  return *parts_->sessions;
}

AuditLog& Engine::audit() {
  return *parts_->audit;
}

std::string Engine::setup_link(const std::string& base) {
  const auto empty = parts_->accounts->empty();
  if (!empty || !*empty) return {};
  const auto code = parts_->accounts->make_link(
      {.purpose = OneTimeLink::Purpose::setup, .expires = parts_->machine.now() + 24 * 3600});
  return code ? base + "/setup?code=" + *code : std::string();
}

}  // namespace mektep::editor
