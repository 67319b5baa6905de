#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "cli/starter.h"
#include "fake.h"

namespace mektep::cli {
namespace {

namespace fs = std::filesystem;

struct Folder {
  fs::path path;
  Folder() {
    std::string name = (fs::temp_directory_path() / "mektep-new-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    path = name;
  }
  ~Folder() {
    std::error_code error;
    fs::remove_all(path, error);
  }
};

void write(const fs::path& path, std::string_view bytes) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
}
std::string read(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

TEST_CASE("placeholders are filled and escaped inside double quotes") {
  Folder folder;
  write(folder.path / "site.yaml", "title: \"{{name}}\"\nday: {{today}}\nother: {{unknown}}\n");
  write(folder.path / "{{today}}/x", "a");
  const StarterFiles files =
      read_starter(folder.path.string(), {{"name", "№ 5 \"Ак\\Бата\""}, {"today", "2026-09-01"}});
  REQUIRE(files.size() == 2);
  CHECK(files[0].first == "2026-09-01/x");
  CHECK(files[1].second == "title: \"№ 5 \\\"Ак\\\\Бата\\\"\"\nday: 2026-09-01\nother: {{unknown}}\n");
}

TEST_CASE("a starter repository is committed to git and its tree is that of the folder") {
  Folder folder;
  World world;
  const std::string target = (folder.path / "a" / "school").string();
  const Outcome outcome = world.run_words({"new", target, "--name", "№ 5 мектеп", "--name-ru", "Школа № 5"});
  INFO(outcome.err);
  REQUIRE(outcome.code == exit_clear);
  CHECK(outcome.out.find("mektep check " + target) != std::string::npos);
  CHECK(read(target + "/site.yaml").find("№ 5 мектеп") != std::string::npos);
  CHECK(read(target + "/site.yaml").find("Школа № 5") != std::string::npos);
  CHECK(read(target + "/site.yaml").find("{{") == std::string::npos);
  const auto tree = open_git_tree(target, "main");
  REQUIRE(tree);
  const auto folder_now = open_working_tree(target);
  REQUIRE(folder_now);
  CHECK((*tree)->files().size() == (*folder_now)->files().size());
  CHECK((*tree)->findings().empty());
}

TEST_CASE("a folder that holds something is left alone") {
  Folder folder;
  World world;
  write(folder.path / "thesis.txt", "years of work");
  const Outcome outcome = world.run_words({"new", folder.path.string()});
  CHECK(outcome.code == exit_failed);
  CHECK(outcome.err.find("is not empty") != std::string::npos);
  CHECK(std::distance(fs::directory_iterator(folder.path), fs::directory_iterator()) == 1);
}

TEST_CASE("a folder that cannot be made is code 2") {
  World world;
  CHECK(world.run_words({"new", "/proc/nothing/here"}).code == exit_failed);
}

}  // namespace mektep::cli
