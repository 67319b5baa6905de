#include "editor/audit/audit_log.h"

#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>

using namespace mektep::editor;

namespace {

struct LogAtHand {
  LogAtHand() {
    std::string pattern = std::filesystem::temp_directory_path() / "mektep-audit-XXXXXX";
    folder = ::mkdtemp(pattern.data());
    file = folder + "/audit.jsonl";
    machine.milliseconds = [] { return std::int64_t{1'800'000'000'000}; };
    open();
  }
  ~LogAtHand() { std::filesystem::remove_all(folder); }
  void open() {
    log.reset();
    log = std::move(*AuditLog::open(file, machine));
  }
  std::string bytes() const {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  void write(const std::string& text) const { std::ofstream(file, std::ios::binary) << text; }

  std::string folder, file;
  Machine machine;
  std::unique_ptr<AuditLog> log;
};

Event event(std::string what) {
  return {
      .what = std::move(what), .account = 7, .name = "Айгүл", .address = "10.0.0.1", .object = "news/2026/x"};
}

}  // namespace

TEST_CASE("events_are_lines_of_json_that_only_the_owner_reads") {  // security line 38
  LogAtHand at;
  REQUIRE(at.log->append(event("entry.save")));
  CHECK(at.bytes().starts_with(
      "{\"number\":1,\"time\":\"2027-01-15T08:00:00Z\",\"what\":\"entry.save\",\"account\":7"));
  struct stat about{};
  REQUIRE(::stat(at.file.c_str(), &about) == 0);
  CHECK((about.st_mode & 0777) == 0600);
}

TEST_CASE("line_ends_never_reach_a_line_of_the_log") {  // security line 16
  LogAtHand at;
  Event forged = event("entry.save");
  forged.object = "x\"}\r\n{\"number\":2,\"what\":\"account.create\"}";
  REQUIRE(at.log->append(forged));
  const std::string bytes = at.bytes();
  CHECK(std::ranges::count(bytes, '\n') == 1);
  CHECK(at.log->latest(10).front().event.object == forged.object);
  CHECK_FALSE(at.log->verify().broken_at);
}

TEST_CASE("a_changed_removed_or_added_line_breaks_the_chain") {  // security line 38
  LogAtHand at;
  for (const char* what : {"login", "entry.save", "site.publish", "logout"})
    REQUIRE(at.log->append(event(what)));
  CHECK_FALSE(at.log->verify().broken_at);
  CHECK(at.log->verify().lines == 4);
  const std::string whole = at.bytes();
  std::vector<std::size_t> ends;
  for (std::size_t i = 0; i < whole.size(); ++i)
    if (whole[i] == '\n') ends.push_back(i + 1);

  std::string changed = whole;
  changed.replace(changed.find("entry.save"), 10, "entry.read");
  at.write(changed);
  CHECK(at.log->verify().broken_at == 2);
  at.write(whole.substr(0, ends[0]) + whole.substr(ends[1]));
  CHECK(at.log->verify().broken_at == 2);
  at.write(whole.substr(0, ends[1]) + whole.substr(ends[0]));
  CHECK(at.log->verify().broken_at == 3);
  at.write(whole.substr(0, ends[2]));
  CHECK(at.log->verify().broken_at == 4);
}

TEST_CASE("half_a_line_after_a_power_cut_is_cut_off_and_the_chain_goes_on") {
  LogAtHand at;
  REQUIRE(at.log->append(event("login")));
  const std::string whole = at.bytes();
  at.write(whole + "{\"number\":2,\"ti");
  at.open();
  REQUIRE(at.log->append(event("logout")));
  CHECK(at.log->verify().lines == 2);
  CHECK_FALSE(at.log->verify().broken_at);
  CHECK(at.log->latest(10).front().event.what == "logout");
}

TEST_CASE("two_processes_keep_one_chain") {
  LogAtHand at;
  const auto twin = std::move(*AuditLog::open(at.file, at.machine));
  for (int i = 0; i < 3; ++i) {
    REQUIRE(at.log->append(event("server")));
    REQUIRE(twin->append(event("terminal")));
  }
  CHECK(at.log->verify().lines == 6);
  CHECK_FALSE(at.log->verify().broken_at);
  CHECK_FALSE(twin->verify().broken_at);
}

TEST_CASE("the_newest_events_of_an_object_or_an_account_come_first") {
  LogAtHand at;
  REQUIRE(at.log->append(event("a")));
  Event other = event("b");
  other.account = 8;
  other.object = "people/x";
  other.allowed = false;
  REQUIRE(at.log->append(other));
  CHECK(at.log->latest(1).front().event.what == "b");
  CHECK(utc_time(at.log->latest(1).front().seconds()) == at.log->latest(1).front().time);
  CHECK_FALSE(at.log->latest(1).front().event.allowed);
  CHECK(at.log->latest(9, "news/2026/x").size() == 1);
  CHECK(at.log->latest(9, "", 8).size() == 1);
}
