#include "editor/consents/private_register.h"

#include <catch2/catch.hpp>
#include <filesystem>

using namespace mektep;
using namespace mektep::editor;

namespace {

std::string fresh_folder() {
  std::string path = (std::filesystem::temp_directory_path() / "mektep-names-XXXXXX").string();
  REQUIRE(::mkdtemp(path.data()));
  return path;
}

struct State {
  State() {
    machine.milliseconds = [this] { return now * 1000; };
    const std::array migrations{consent_migrations()};
    database = std::move(*Database::open(folder + "/state.sqlite", migrations));
    names.emplace(*database, machine);
  }
  ~State() {
    database.reset();
    std::filesystem::remove_all(folder);
  }
  std::string folder = fresh_folder();
  std::int64_t now = 1'800'000'000;
  Machine machine;
  std::unique_ptr<Database> database;
  std::optional<PrivateRegister> names;
};

}  // namespace

TEST_CASE("a name is kept by its pseudonym, replaced and forgotten") {
  State state;
  const std::int64_t version = state.names->version();
  REQUIRE(state.names->set({"pupil-0002", "Чомоева", "Бегимай", ""}));
  REQUIRE(state.names->set({"pupil-0001", "Асанов", "Бакыт", "Эмилович"}));
  CHECK(state.names->version() > version);
  CHECK(state.names->names()->front().pseudonym == "pupil-0001");
  REQUIRE(state.names->set({"pupil-0001", "Асанова", "Айгүл", ""}));
  CHECK((*state.names->find("pupil-0001"))->given == "Айгүл");
  REQUIRE(state.names->set({"pupil-0001", "", "", ""}));
  CHECK_FALSE(*state.names->find("pupil-0001"));
  CHECK(state.names->names()->size() == 1);
}

TEST_CASE("a withdrawal is open until nothing is found, and then its traces are forgotten") {
  State state;
  WithdrawalRecord record{.consent = "c-0031", .by = "Айгүл", .publication = 7};
  record.traces.add("winner-640.webp");
  record.traces.add({"pupil-0042", "Чомоева", "Бегимай", ""});
  record.forgets = "pupil-0042";
  REQUIRE(state.names->set({"pupil-0042", "Чомоева", "Бегимай", ""}));
  REQUIRE(state.names->set({"pupil-0043", "Чомоева", "Айсулуу", ""}));
  REQUIRE(state.names->begin(record));
  const auto open = state.names->open();
  REQUIRE(open->size() == 1);
  CHECK(open->front().traces.bytes == record.traces.bytes);
  CHECK(open->front().traces.names.front().given == "Бегимай");
  CHECK(open->front().publication == 7);
  state.now += 60;
  REQUIRE(state.names->confirm(open->front(), "log: 2"));
  CHECK(state.names->open()->empty());
  const auto kept = *state.names->newest_of("c-0031");
  REQUIRE(kept);
  CHECK(kept->confirmed == state.now);
  CHECK(kept->traces.bytes.empty());
  CHECK(kept->traces.names.empty());
  CHECK(state.names->names()->size() == 1);
  CHECK_FALSE(*state.names->find("pupil-0042"));
  CHECK(kept->stays == "log: 2");
}

TEST_CASE("nobody else on the machine may read the names") {
  State state;
  const auto mode = std::filesystem::status(state.folder + "/state.sqlite").permissions();
  CHECK((mode & (std::filesystem::perms::group_all | std::filesystem::perms::others_all)) ==
        std::filesystem::perms::none);
}
