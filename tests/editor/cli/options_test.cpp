#include "editor/cli/options.h"

#include <catch2/catch.hpp>

namespace mektep::editor {
namespace {

CommandEnd end_of(const std::vector<std::string>& words, Language language = Language::en) {
  auto read = read_options(words, language);
  return read ? CommandEnd{-1, "was accepted"} : read.error();
}

TEST_CASE("the commands are read with their options and defaults") {
  const auto options =
      read_options({"user", "reset", "--repo", "s.git", "--email", "a@b.kg", "--factor"}, Language::en);
  REQUIRE(options.has_value());
  CHECK(options->command == CommandOptions::Command::user_reset);
  CHECK(options->factor);
  CHECK(options->state == "s.git.state");
  CHECK(options->listen == "127.0.0.1:8080");
}

TEST_CASE("the language of the environment speaks, and --lang is heard even among faulty words") {
  CHECK(end_of({"serve"}, Language::ky).text.contains("--repo көрсөтүлгөн жок"));
  CHECK(end_of({"serve", "--lang", "ru"}, Language::ky).text.contains("не указан параметр --repo"));
  CHECK(end_of({"--lang=ky", "dance"}).text.contains("белгисиз сөз: dance"));
  CHECK(read_options({"serve", "--repo", "s", "--lang", "ky"}, Language::en)->language == Language::ky);
}

TEST_CASE("what is wrong is named, with a way to the help, and ends with 2") {
  const auto is_told = [](const std::vector<std::string>& words, std::string_view said) {
    const CommandEnd end = end_of(words);
    CAPTURE(end.text);
    CHECK(end.code == 2);
    CHECK(end.text.contains(said));
    CHECK(end.text.contains("mektep-editor --help"));
  };
  is_told({}, "no command is given");
  is_told({"user"}, "no command is given");
  is_told({"user", "dance"}, "unknown word: dance");
  is_told({"fsck", "--repo", "s", "--quick"}, "unknown word: --quick");
  is_told({"fsck", "--repo"}, "--repo");
  is_told({"serve", "--repo", "s", "--lang", "de"}, "--lang");
}

TEST_CASE("all that is wrong is told at once") {
  const CommandEnd end = end_of(
      {"user", "add", "--email", "a@b.kg", "--role=king", "--colour", "red", "--lang", "ru"}, Language::en);
  CAPTURE(end.text);
  CHECK(end.code == 2);
  for (const char* wrong : {"--repo", "--name", "--role", "--colour"}) CHECK(end.text.contains(wrong));
  CHECK_FALSE(end.text.contains("--email"));
}

TEST_CASE("help comes in each language and ends with 0") {
  for (const auto& [language, word] :
       {std::pair{Language::ky, "Колдонуу"}, std::pair{Language::ru, "Использование"},
        std::pair{Language::en, "Usage"}}) {
    const CommandEnd end = end_of({"user", "add", "--help"}, language);
    CHECK(end.code == 0);
    CHECK(end.text.contains(word));
    CHECK(end.text.contains("--email"));
  }
}

}  // namespace
}  // namespace mektep::editor
