#include "media/child.h"

#include <catch2/catch.hpp>
#include <filesystem>

using namespace mektep;
using namespace std::chrono_literals;

namespace {

std::expected<std::string, ChildFault> run(std::vector<std::string> words, std::string_view input = {},
                                           ChildLimits limits = {}) {
  const std::string program = words.front();
  words.erase(words.begin());
  return run_child(program, words, input, limits);
}
std::expected<std::string, ChildFault> shell(std::string script, ChildLimits limits = {}) {
  return run({"/bin/sh", "-c", std::move(script)}, {}, limits);
}
void expect(const std::expected<std::string, ChildFault>& result, ChildFault fault) {
  REQUIRE_FALSE(result);
  CHECK(result.error() == fault);
}

}  // namespace

TEST_CASE("a child reads its input and answers") {
  const std::string input(300'000, 'x');  // more than a pipe holds
  CHECK(run({"/bin/cat"}, input) == input);
  CHECK(run({"/bin/echo", "-n", "$HOME `id`; a  b"}) == "$HOME `id`; a  b");
}

TEST_CASE("a child sees neither our environment nor our files") {
  CHECK(run({"/usr/bin/env"}) == "LC_ALL=C.UTF-8\n");
  CHECK(shell("ls /proc/self/fd | tr '\\n' ' '") == "0 1 2 3 ");  // 3: ls reads the folder
}

TEST_CASE("a child that fails, crashes or is not there is told apart") {
  expect(shell("exit 3"), ChildFault::failed);
  expect(shell("kill -SEGV $$"), ChildFault::killed);
  expect(run({"/no/such/program"}), ChildFault::not_started);
}

TEST_CASE("a child that takes too long is ended with all that it started") {
  expect(shell("sleep 1000 & sleep 1000", {.wall = 100ms}), ChildFault::too_long);
  expect(shell("exec >&-; sleep 1000", {.wall = 100ms}), ChildFault::too_long);
}

TEST_CASE("a child that writes too much is ended") {
  expect(shell("yes", {.output = 1000}), ChildFault::too_much_output);
}

TEST_CASE("a child that burns the processor is ended") {
  expect(shell("while :; do :; done", {.cpu_seconds = 1}), ChildFault::killed);
}

TEST_CASE("a child that wants all memory does not get it") {
  expect(run({"/usr/bin/python3", "-c", "x = bytearray(1 << 30)"}, {}, {.memory = 512u << 20}),
         ChildFault::failed);
}

TEST_CASE("a child writes no file") {
  expect(shell("echo x > /tmp/mektep-child-test"), ChildFault::failed);
}

TEST_CASE("a child that is watched tells what it does, and ends when nobody wants it any longer") {
  std::stop_source wish;
  std::string told;
  const ChildWatch watch{.output =
                             [&](std::string_view part) {
                               told += part;
                               wish.request_stop();
                             },
                         .stop = wish.get_token()};
  const std::vector<std::string> words{"-c", "echo begun; sleep 1000"};
  expect(run_child("/bin/sh", words, {}, {}, watch), ChildFault::stopped);
  CHECK(told == "begun\n");
}

TEST_CASE("a child writes files only where it may, and with the share of the processors that it gets") {
  const std::string file = (std::filesystem::temp_directory_path() / "mektep-child-test").string();
  const std::string script = "echo x > " + file + " && nice && rm " + file;
  CHECK_FALSE(shell(script));
  CHECK(shell(script, {.writes_files = true, .niceness = 7}) == "7\n");
  std::filesystem::remove(file);
}
