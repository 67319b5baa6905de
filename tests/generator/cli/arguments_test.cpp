#include "cli/arguments.h"

#include <catch2/catch.hpp>

namespace mektep::cli {
namespace {

Arguments good(const std::vector<std::string>& words) {
  const auto parsed = parse_arguments(words, Language::en);
  INFO((parsed ? std::string() : parsed.error().message));
  REQUIRE(parsed);
  return *parsed;
}
std::string bad(const std::vector<std::string>& words, Language language = Language::en) {
  const auto parsed = parse_arguments(words, language);
  REQUIRE_FALSE(parsed);
  return parsed.error().message;
}
bool says(const std::string& message, std::string_view what) {
  return message.find(what) != std::string::npos;
}

}  // namespace

TEST_CASE("a command takes its argument and its options in any order") {
  const Arguments a =
      good({"--lang", "ru", "build", "school", "--out", "site", "-j", "3", "--today=2026-09-01"});
  CHECK(a.command->name == "build");
  CHECK(a.argument == "school");
  CHECK(a.get("--out") == "site");
  CHECK(a.number("--jobs", 0) == 3);
  CHECK(a.date("--today") == Date{2026, 9, 1});
  CHECK(a.get("--lang") == "ru");
  CHECK_FALSE(a.has("--draft"));
  CHECK(good({"build", "--draft", "-o", "x"}).has("--draft"));
  CHECK(good({"build", "-ox"}).get("--out") == "x");
}

TEST_CASE("all mistakes are told at once") {
  const std::string told =
      bad({"check", "school", "more", "--today", "tomorrow", "--jobs", "many", "--lang", "xx"});
  CHECK(says(told, "tomorrow"));
  CHECK(says(told, "many"));
  CHECK(says(told, "xx"));
  CHECK(says(told, "“more”"));
  const std::string near = bad({"build", "--ouy", "site", "--limt", "3", "--jobs"});
  CHECK(says(near, "--out"));
  CHECK(says(near, "--limit"));
  CHECK(says(near, "--jobs lacks its value"));
  CHECK_FALSE(says(near, "missing"));  // --ouy was meant for it
  CHECK_FALSE(says(near, "“3”"));
}

TEST_CASE("a folder may begin with a hyphen behind two hyphens") {
  CHECK(good({"check", "--", "-odd"}).argument == "-odd");
  CHECK(good({"check", "--format=json", "--", "-odd"}).argument == "-odd");
}

TEST_CASE("a misspelt command or option is answered with the likely one") {
  CHECK(says(bad({"chekc"}), "did you mean “check”?"));
  CHECK(says(bad({"check", "--fromat", "json"}), "did you mean “--format”?"));
  CHECK(says(bad({"check", "--fromat=json"}), "there is no option “--fromat”"));
  CHECK(says(bad({"check", "--draft"}), "there is no option “--draft”"));
  CHECK(says(bad({"check", "--format", "jsno"}), "did you mean “json”?"));
  CHECK(says(bad({"chekc"}, Language::ky), "«chekc» деген буйрук жок; балким, «check»?"));
  CHECK(says(bad({"chekc"}, Language::ru), "нет команды «chekc»; возможно, «check»?"));
}

TEST_CASE("values are checked before anything runs") {
  CHECK(says(bad({"check", "--today", "2026-02-30"}), "not a date"));
  CHECK(says(bad({"check", "--today", "01.09.2026"}), "not a date"));
  CHECK(says(bad({"check", "--jobs", "many"}), "not a whole number"));
  CHECK(says(bad({"check", "--jobs=-1"}), "not a whole number"));
  CHECK(says(bad({"check", "--jobs", "99999999999"}), "not a whole number"));
  CHECK(says(bad({"build", "--out", "x", "--base-url", "school.kg"}), "not an address"));
  CHECK(says(bad({"completion", "tcsh"}), "choose from bash, zsh, fish"));
}

TEST_CASE("missing, superfluous and repeated arguments are mistakes") {
  CHECK(says(bad({"build"}), "--out DIR is missing"));
  CHECK(says(bad({"new"}), "DIR is missing"));
  CHECK(says(bad({"check", "--format"}), "option --format lacks its value"));
  CHECK(says(bad({"check", "--format="}), "option --format lacks its value"));
  CHECK(says(bad({"build", "--out", "--draft"}), "option --out lacks its value"));
  CHECK(says(bad({"check", "a", "b"}), "one argument too many: “b”"));
  CHECK(says(bad({"check", "--jobs", "1", "--jobs", "2"}), "given twice"));
  CHECK(says(bad({"build", "--draft=yes", "--out", "x"}), "takes no value"));
}

TEST_CASE("every message about arguments ends with the way to the help") {
  CHECK(says(bad({"build"}), "\nHelp: mektep build --help"));
  CHECK(says(bad({"bulid"}), "\nHelp: mektep --help"));
}

TEST_CASE("help can be asked for without what the command requires") {
  CHECK(good({"build", "--help"}).has("--help"));
  CHECK(good({"-h"}).has("--help"));
  CHECK(good({}).command == nullptr);
}

TEST_CASE("the language of messages is known even when other arguments are faulty") {
  CHECK(language_in({"--lang", "ky", "--nonsense"}) == Language::ky);
  CHECK(language_in({"check", "--lang=ru"}) == Language::ru);
  CHECK_FALSE(language_in({"check", "--lang"}));
  CHECK_FALSE(language_in({"check", "--lang", "de"}));
}

}  // namespace mektep::cli
