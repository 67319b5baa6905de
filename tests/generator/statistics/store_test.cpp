// What lies in a content repository: written once, corrected on purpose, never half.
#include "statistics/store.h"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>

#include "generator/statistics/support.h"
#include "statistics/import/decode.h"

using namespace mektep;
namespace fs = std::filesystem;

namespace {

constexpr Date today{2026, 11, 21}, tomorrow{2026, 11, 22};
const std::string marks = "класс;предмет;n5;n4;n3;n2\n9-А;Алгебра;5;10;8;2\n10-А;Алгебра;1;5;5;0\n";

// A folder of its own, removed at the end.
struct Folder {
  fs::path path = fs::temp_directory_path() / fmt::format("mektep-store-{}", ::getpid());
  Folder() { fs::create_directories(path); }
  ~Folder() { fs::remove_all(path); }
  StoredStatistics load() const {
    Findings findings;
    auto stored = load_statistics(**open_working_tree(path.string()), findings);
    CHECK(findings.empty());
    return stored;
  }
  StoreChange import(const std::string& text, Date day) const {
    testing::Imported imported = testing::import_text(text);
    REQUIRE_FALSE(any_blocks(imported.findings));
    Findings findings;
    const StoreChange change = plan_store(load(), imported.files, {day, false}, findings);
    CHECK(write_store(path.string(), change).has_value());
    return change;
  }
};

std::vector<std::string> damage(const std::string& path, const std::string& text) {
  Findings findings;
  load_statistics(*make_memory_snapshot({{path, text}}), findings);
  return testing::reported(findings);
}

}  // namespace

TEST_CASE("what was stored is read back, importing again changes no byte") {
  const Folder folder;
  CHECK(folder.import(marks, today).added == 2);
  const StoredStatistics stored = folder.load();
  const CountTable* table = stored.counts.find({{2025}, Period::q1}, TableKind::marks);
  REQUIRE(table);
  CHECK(format_table(TableKind::marks, *table) ==
        "class,subject,n5,n4,n3,n2,n1,not_attested,exempt,missing\n9-А,algebra,5,10,8,2,0,0,0,0\n10-А,"
        "algebra,1,5,5,0,"
        "0,0,0,0\n");
  const StoreChange again = folder.import(marks, tomorrow);
  CHECK(again.files.empty());
  CHECK(again.unchanged == 2);
}

TEST_CASE("a correction replaces its rows and is recorded, other rows stay") {
  const Folder folder;
  folder.import(marks, today);
  const StoreChange change = folder.import("класс;предмет;n5;n4;n3;n2\n9-А;Алгебра;6;10;8;2\n", tomorrow);
  CHECK(change.corrected == 1);
  const StoredStatistics stored = folder.load();
  const auto& records = stored.records.at({{2025}, Period::q1});
  REQUIRE(records.size() == 2);
  CHECK(records[0].corrected.empty());
  CHECK(records[1].corrected == std::vector<std::string>{"9-А algebra"});
  CHECK(records[1].date == tomorrow);
  CHECK(records[1].digest.size() == 64);
  CHECK(stored.counts.find({{2025}, Period::q1}, TableKind::marks)->rows.size() == 2);
}

TEST_CASE("nothing is written when the repository cannot be") {
  StoreChange change;
  change.files["statistics/2025-2026/q1/marks.csv"] = "x";
  const auto written = write_store("/proc/nowhere", change);
  REQUIRE_FALSE(written);
  CHECK(std::string(written.error().rule->id) == "statistics-write-failed");
  const Folder folder;
  folder.import(marks, today);
  fs::create_directories(folder.path / "statistics/2025-2026/q2/marks.csv");  // in the way of the second file
  change.files["statistics/2025-2026/q2/marks.csv"] = "x";
  CHECK_FALSE(write_store(folder.path.string(), change));
  CHECK(testing::file_text((folder.path / "statistics/2025-2026/q1/marks.csv").string()).size() > 1);
  std::size_t entries = 0;
  for ([[maybe_unused]] const auto& entry : fs::directory_iterator(folder.path)) ++entries;
  CHECK(entries == 1);
}

TEST_CASE("damaged tables are statistics-stored findings and left out") {
  const std::string path = "statistics/2025-2026/q1/movement.csv";
  const std::string head = "class,start,arrived,departed,moved_in,moved_out,end\n";
  using Reported = std::vector<std::string>;
  CHECK(damage(path, head + "9-А,25,1,1,0,0,25\n") == Reported{});
  CHECK(damage(path, "class,start\n9-А,25\n") == Reported{"statistics-stored 1:1"});
  CHECK(damage(path, head + "9-А,25,1,1,0,0,26\n") == Reported{"statistics-stored 2:1"});
  CHECK(damage(path, head + "9-А,25,1,1,0,0,25\n9-А,25,1,1,0,0,25\n") == Reported{"statistics-stored 3:1"});
  CHECK(damage(path, head + "x,25,1,1,0,0,25\n") == Reported{"statistics-stored 2:1"});
  CHECK(damage(path, head + "9-А,-1,1,1,0,0,25\n") == Reported{"statistics-stored 2:5"});
  CHECK(damage("statistics/2025-2026/q1/imports.yaml", "imports:\n  - {table: x}\n") ==
        Reported{"statistics-stored 2:5"});
  CHECK(damage("statistics/2025-2026/q1/other.txt", "x") == Reported{});
}

TEST_CASE("movement is held against the classes and the term before") {
  SchoolCounts counts;
  const RowKey a{*parse_class_name("9-А"), {}}, b{*parse_class_name("9-Б"), {}};
  counts.terms[{{2025}, Period::q1}][TableKind::movement].rows = {{a, {25, 0, 0, 0, 0, 25}},
                                                                  {b, {20, 0, 0, 0, 0, 20}}};
  counts.terms[{{2025}, Period::q2}][TableKind::movement].rows = {{a, {25, 0, 0, 1, 0, 26}},
                                                                  {b, {21, 0, 0, 0, 0, 21}}};
  Findings findings;
  check_movement(counts, {{2025}, Period::q1}, findings);
  CHECK(findings.empty());
  check_movement(counts, {{2025}, Period::q2}, findings);
  CHECK(testing::reported(findings) ==
        std::vector<std::string>{"statistics-movement-gap 0:0", "statistics-moves 0:0"});
}

TEST_CASE("files that cannot be read at all") {
  CHECK(std::string(read_import_file("/nowhere/a.csv").error().rule->id) == "statistics-unreadable");
  CHECK(std::string(read_import_file("/tmp").error().rule->id) == "statistics-unreadable");
  const Folder folder;
  const std::string path = (folder.path / "big.csv").string();
  std::ofstream(path).put('a');
  fs::resize_file(path, std::uintmax_t{1} << 30);  // a hole: nothing is read
  CHECK(std::string(read_import_file(path).error().rule->id) == "statistics-too-big");
}
