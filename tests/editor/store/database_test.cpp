#include "editor/store/database.h"

#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <thread>

using namespace mektep::editor;

namespace {

struct Folder {
  Folder() {
    std::string pattern = std::filesystem::temp_directory_path() / "mektep-store-XXXXXX";
    path = ::mkdtemp(pattern.data());
    file = path + "/editor.sqlite";
  }
  ~Folder() { std::filesystem::remove_all(path); }
  std::string path, file;
};

constexpr std::array first{
    Migration{"notes", 1, "CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT UNIQUE);"}};
constexpr std::array second{first[0],
                            Migration{"notes", 2, "ALTER TABLE notes ADD COLUMN size INTEGER DEFAULT 4;"}};

std::unique_ptr<Database> open(const std::string& file, std::span<const Migration> steps) {
  const std::array all{steps};
  auto database = Database::open(file, all);
  return database ? std::move(*database) : nullptr;
}

}  // namespace

TEST_CASE("the_file_belongs_to_its_owner_alone") {  // security line 35
  Folder folder;
  const auto database = open(folder.file, first);
  REQUIRE(database);
  REQUIRE(database->change("INSERT INTO notes (text) VALUES (?)", {std::string("a")}));
  for (const auto& entry : std::filesystem::directory_iterator(folder.path)) {
    struct stat about{};
    REQUIRE(::stat(entry.path().c_str(), &about) == 0);
    CHECK((about.st_mode & 0077) == 0);
  }
}

TEST_CASE("migrations_run_once_and_a_newer_file_is_not_touched") {
  Folder folder;
  REQUIRE(open(folder.file, first)->change("INSERT INTO notes (text) VALUES ('a')"));
  const auto database = open(folder.file, second);
  REQUIRE(database);
  CHECK(database->query("SELECT size FROM notes")->front().integer(0) == 4);
  CHECK(open(folder.file, second));
  const std::array all{std::span<const Migration>(first)};
  const auto older = Database::open(folder.file, all);
  REQUIRE_FALSE(older);
  CHECK(older.error().kind == StoreError::Kind::newer);
}

TEST_CASE("values_come_back_as_they_went_in") {
  Folder folder;
  const auto database = open(folder.file, first);
  const std::string odd("a'b\0c;--", 8);
  REQUIRE(database->change("INSERT INTO notes (id, text) VALUES (?, ?)", {std::int64_t{1} << 60, odd}));
  const auto rows = database->query("SELECT id, text, NULL, 1.5 FROM notes WHERE text = ?", {odd});
  REQUIRE(rows->size() == 1);
  CHECK(rows->front().integer(0) == std::int64_t{1} << 60);
  CHECK(rows->front().text(1) == odd);
  CHECK(rows->front().is_null(2));
  CHECK(rows->front().real(3) == 1.5);
}

TEST_CASE("a_transaction_that_fails_leaves_nothing") {
  Folder folder;
  const auto database = open(folder.file, first);
  const auto done = database->transact([](Transaction& transaction) -> Stored<void> {
    for (int i = 0; i < 2; ++i) {
      const auto added = transaction.change("INSERT INTO notes (text) VALUES ('same')");
      if (!added) return std::unexpected(added.error());
    }
    return {};
  });
  REQUIRE_FALSE(done);
  CHECK(done.error().kind == StoreError::Kind::constraint);
  CHECK(database->query("SELECT * FROM notes")->empty());
  CHECK(database->verify()->empty());
}

TEST_CASE("readers_and_writers_in_many_threads_lose_nothing") {
  Folder folder;
  const auto database = open(folder.file, first);
  {
    std::vector<std::jthread> threads;
    for (int t = 0; t < 6; ++t) {
      threads.emplace_back([&, t] {
        for (int i = 0; i < 20; ++i) {
          (void)database->change("INSERT INTO notes (text) VALUES (?)", {std::to_string(t * 100 + i)});
          (void)database->query("SELECT count(*) FROM notes");
        }
      });
    }
  }
  CHECK(database->query("SELECT count(*) FROM notes")->front().integer(0) == 120);
}

TEST_CASE("what_is_deleted_leaves_no_bytes") {
  Folder folder;
  const auto database = open(folder.file, first);
  REQUIRE(database->change("INSERT INTO notes (text) VALUES (?)", {std::string("Бермет Осмонова")}));
  CHECK(database->bytes()->contains("Бермет Осмонова"));
  REQUIRE(database->change("DELETE FROM notes"));
  REQUIRE(database->compact());
  CHECK(database->bytes()->starts_with("SQLite format 3"));
  CHECK_FALSE(database->bytes()->contains("Бермет Осмонова"));
}

TEST_CASE("another_program_writes_while_the_bytes_are_read_and_nothing_is_lost") {
  Folder folder;
  const auto database = open(folder.file, first);
  const auto program = [&](const std::string& statement) {
    const std::string script =
        "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); "
        "c.execute(sys.argv[2]); c.commit(); c.close()";
    const std::string command = "python3 -c '" + script + "' '" + folder.file + "' \"" + statement + "\"";
    return std::system(command.c_str()) == 0;
  };
  for (const std::string text : {"a", "b", "c"}) {
    REQUIRE(database->bytes());
    REQUIRE(program("INSERT INTO notes (text) VALUES ('theirs " + text + "')"));
    REQUIRE(database->change("INSERT INTO notes (text) VALUES (?)", {"ours " + text}));
  }
  CHECK(database->query("SELECT count(*) FROM notes")->front().integer(0) == 6);
  // As the next program sees it.
  CHECK(program("INSERT INTO notes SELECT 100, 'all' WHERE (SELECT count(*) FROM notes) = 6"));
  CHECK(database->query("SELECT count(*) FROM notes")->front().integer(0) == 7);
  CHECK(database->verify()->empty());
}

TEST_CASE("what_is_no_database_is_told") {
  Folder folder;
  std::filesystem::create_directory(folder.file);
  CHECK_FALSE(open(folder.file, first));
  CHECK_FALSE(open(folder.path + "/none/editor.sqlite", first));
}
