// A school with a repository, a database and a publisher whose sites are lists of what they were made of.
#pragma once
#include <catch2/catch.hpp>
#include <fstream>

#include "editor/publication/publisher.h"
#include "editor/publication/tables.h"
#include "editor/repository/entry_id.h"
#include "tests/editor/repository/scratch.h"

namespace mektep::editor::testing {

class PublishingSchool {
 public:
  explicit PublishingSchool(const Files& files) : scratch(files) {
    machine.milliseconds = [this] { return scratch.now * 1000; };
    machine.random_bytes = [](std::size_t count) { return std::string(count, 'r'); };
    repository = scratch.open();
    const std::array migrations{publication_migrations()};
    database = std::move(*Database::open(scratch.path("state.sqlite"), migrations));
    audit = std::move(*AuditLog::open(scratch.path("audit.jsonl"), machine));
    releases = std::make_unique<Releases>(*Releases::open(scratch.path("public")));
    approvals = std::make_unique<Approvals>(*database, machine);
    ledger = std::make_unique<Ledger>(*database, machine);
    publisher = make_publisher();
  }

  std::unique_ptr<Publisher> make_publisher() {
    return std::make_unique<Publisher>(PublisherParts{
        .machine = machine,
        .repository = *repository,
        .approvals = *approvals,
        .ledger = *ledger,
        .releases = *releases,
        .audit = *audit,
        .build =
            [this](const std::string& revision, const std::string& folder, const auto&,
                   const std::stop_token& stop) {
              if (stops_meanwhile) publisher->stop();
              if (stop.stop_requested()) return BuiltSite{};
              const auto snapshot = repository->snapshot(revision);
              if (fails || !snapshot) return BuiltSite{};
              std::filesystem::create_directories(folder);
              std::string listing;
              for (const auto& [path, bytes] : files_of(**snapshot)) {
                if (path != ".gitattributes") listing += path + "=" + bytes + "\n";
              }
              std::filesystem::remove(folder + "/index.html");
              std::ofstream(folder + "/index.html") << listing;
              return BuiltSite{.findings = {}, .complete = true};
            },
    });
  }

  // The site that a web server would send.
  std::string site() const {
    std::ifstream file(releases->site() + "/index.html");
    return {std::istreambuf_iterator<char>(file), {}};
  }
  std::string save(const std::string& path, std::optional<std::string> bytes) const {
    return *repository->commit(change(path, std::move(bytes)));
  }
  void approve(const std::string& entry, std::int64_t not_before = 0) const {
    const std::string head = repository->head();
    const auto snapshot = repository->snapshot(head);
    REQUIRE(approvals->approve(director, entry, digest_of_entry(**snapshot, entry), head, not_before));
  }
  Publication publish(Publication::Kind kind = Publication::Kind::by_hand,
                      const std::string& revision = {}) const {
    const auto id = ledger->ask(kind, &director, revision);
    REQUIRE(id);
    publisher->work();
    return **ledger->find(*id);
  }

  const Actor director{7, "Бакыт Осмонов", "b@example.kg", Role::reviewer, Language::ky};
  bool fails = false;
  bool stops_meanwhile = false;  // somebody stops the server while the site is being built
  Scratch scratch;
  Machine machine;
  std::unique_ptr<Repository> repository;
  std::unique_ptr<Database> database;
  std::unique_ptr<AuditLog> audit;
  std::unique_ptr<Releases> releases;
  std::unique_ptr<Approvals> approvals;
  std::unique_ptr<Ledger> ledger;
  std::unique_ptr<Publisher> publisher;
};

}  // namespace mektep::editor::testing
