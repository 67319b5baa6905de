#include <catch2/catch.hpp>

#include "fake.h"
#include "publish/all_rules.h"

namespace mektep::cli {
namespace {

bool says(const std::string& text, std::string_view what) {
  return text.find(what) != std::string::npos;
}

}  // namespace

TEST_CASE("a mistake in the arguments is code 2 and goes to the error stream") {
  World world;
  const Outcome outcome = world.run("chekc");
  CHECK(outcome.code == exit_failed);
  CHECK(outcome.out.empty());
  CHECK(says(outcome.err, "mektep: there is no command “chekc”; did you mean “check”?\n"));
  CHECK(world.run("").code == exit_failed);
  CHECK(world.run("").out.empty());
}

TEST_CASE("what cannot run is code 2 with the finding of the library") {
  World world;
  world.engine.failure = Finding(sample_rule, {});
  for (const char* words : {"check", "build --out x"}) {
    const Outcome outcome = world.run(words);
    CHECK(outcome.code == exit_failed);
    CHECK(outcome.out.empty());
    CHECK(says(outcome.err, "The value is wrong"));
  }
}

TEST_CASE("the language comes from --lang, else from the locale") {
  World world;
  CHECK(says(world.run("check").out, "No findings"));
  world.variables["LANG"] = "ru_RU.UTF-8";
  CHECK(says(world.run("check").out, "Замечаний нет"));
  world.variables["LC_MESSAGES"] = "ky_KG.UTF-8";
  CHECK(says(world.run("check").out, "Кемчилик табылган жок"));
  world.variables["LC_ALL"] = "C";
  CHECK(says(world.run("check").out, "No findings"));
  CHECK(says(world.run("check --lang ky").out, "Кемчилик табылган жок"));
  CHECK(says(world.run("--lang ru bulid").err, "нет команды"));
}

TEST_CASE("colours appear on a terminal only, and never with NO_COLOR") {
  World world;
  world.engine.answer.findings.push_back(Finding(sample_rule, {"a.md", {}}));
  CHECK_FALSE(says(world.run("check").out, "\x1b["));
  world.terminal = true;
  CHECK(says(world.run("check").out, "\x1b[1;31m"));
  CHECK_FALSE(says(world.run("check --format json").out, "\x1b["));
  world.variables["NO_COLOR"] = "1";
  CHECK_FALSE(says(world.run("check").out, "\x1b["));
  world.variables["NO_COLOR"] = "";
  CHECK(says(world.run("check").out, "\x1b["));
  world.variables["TERM"] = "dumb";
  CHECK_FALSE(says(world.run("check").out, "\x1b["));
}

TEST_CASE("today is --today, else the epoch of the sources, else the clock in Bishkek") {
  World world;
  world.run("check");
  CHECK(world.engine.request.today == Date{2026, 9, 1});
  world.variables["SOURCE_DATE_EPOCH"] =
      "1767203999";  // 2025-12-31 17:59:59 UTC is still December in Bishkek
  world.run("check");
  CHECK(world.engine.request.today == Date{2025, 12, 31});
  world.variables["SOURCE_DATE_EPOCH"] = "1767204000";
  world.run("check");
  CHECK(world.engine.request.today == Date{2026, 1, 1});
  world.run("check --today 2030-02-03");
  CHECK(world.engine.request.today == Date{2030, 2, 3});
}

TEST_CASE("a data folder that is named must hold schema and themes") {
  World world;
  CHECK(world.run("check --data /nonexistent").code == exit_failed);
  CHECK(says(world.run("check --data /nonexistent").err, "does not hold schema/ and themes/"));
  world.variables["MEKTEP_DATA"] = "/nonexistent";
  CHECK(world.run("check").code == exit_failed);
  CHECK(world.run_words({"check", "--data", MEKTEP_ROOT}).code == exit_clear);
  CHECK(world.engine.request.data_folder == MEKTEP_ROOT);
}

TEST_CASE("help names every command and every option in every language") {
  World world;
  for (const char* language : {"ky", "ru", "en"}) {
    const std::string lang = std::string(" --lang ") + language;
    const Outcome all = world.run("help" + lang);
    CHECK(all.code == exit_clear);
    for (const CommandSpec& command : commands()) {
      CHECK(says(all.out, std::string("  ") + std::string(command.name)));
      for (const std::string& words :
           {std::string(command.name) + " --help", "help " + std::string(command.name)}) {
        const Outcome one = world.run(words + lang);
        CHECK(one.code == exit_clear);
        for (const OptionSpec& option : command.options) CHECK(says(one.out, option.name));
        for (const OptionSpec& option : global_options()) CHECK(says(one.out, option.name));
      }
    }
  }
  CHECK(world.run("--help").out == world.run("help").out);
}

TEST_CASE("the manual page names every command and option") {
  const std::string page = manual_page();
  const auto roff = [](std::string_view name) { return replace_all(name, "-", "\\-"); };
  for (const CommandSpec& command : commands()) {
    CHECK(says(page, ".SS " + std::string(command.name)));
    for (const OptionSpec& option : command.options) CHECK(says(page, roff(option.name)));
  }
}

TEST_CASE("completion scripts know every command and option") {
  World world;
  for (const char* shell : {"bash", "zsh", "fish"}) {
    const Outcome outcome = world.run(std::string("completion ") + shell);
    CHECK(outcome.code == exit_clear);
    for (const CommandSpec& command : commands()) {
      CHECK(says(outcome.out, command.name));
      for (const OptionSpec& option : command.options) CHECK(says(outcome.out, option.name.substr(2)));
    }
  }
}

TEST_CASE("every rule can be explained in every language") {
  World world;
  for (const Rule* rule : all_rules())
    for (const char* language : {"ky", "ru", "en"}) {
      const Outcome outcome = world.run("explain " + std::string(rule->id) + " --lang " + language);
      INFO("rule: " << rule->id);
      CHECK(outcome.code == exit_clear);
      CHECK(says(outcome.out, rule->why.in(*parse_language(language))));
    }
}

TEST_CASE("explain names files and fields as they are, and leaves gaps where a finding says what it found") {
  World world;
  CHECK(says(world.run("explain DISC-52 --lang en").out,
             "school/licences.yaml: licences › document → documents/*/document.yaml: number\n"));
  CHECK(says(world.run("explain DISC-1 --lang en").out, "school/organisation.yaml: founded\n"));
  CHECK(says(world.run("explain yaml-duplicate-key --lang en").out, "The field \"…\" is written again"));
}

TEST_CASE("explain translations shows how every entry stands in both languages") {
  World world;
  const Outcome outcome = world.run("explain translations --lang en");
  CHECK(outcome.code == exit_clear);
  CHECK(outcome.out == "news/2026/bell  ky: original  ru: stale\npages/about  ky: original  ru: missing\n");
}

TEST_CASE("explain finds addresses and helps with misspelt names") {
  World world;
  CHECK(says(world.run("explain /known/").out, "source: pages/known/index.ky.md"));
  CHECK(world.run("explain /unknown/").code == exit_failed);
  REQUIRE_FALSE(all_rules().empty());
  std::string misspelt(all_rules().front()->id);
  misspelt.pop_back();
  const Outcome outcome = world.run("explain " + misspelt);
  CHECK(outcome.code == exit_failed);
  CHECK(says(outcome.err, "did you mean “" + std::string(all_rules().front()->id) + "”?"));
  CHECK(says(world.run("explain --list").out, std::string(all_rules().front()->id) + "\n"));
}

TEST_CASE("a lost report is no success") {
  World world;
  Invocation invocation;
  invocation.words = {"check"};
  invocation.variable = [](std::string_view name) -> std::optional<std::string> {
    return name == "MEKTEP_DATA" ? std::optional<std::string>(MEKTEP_ROOT) : std::nullopt;
  };
  std::ostringstream out, err;
  out.setstate(std::ios::badbit);
  invocation.out = &out;
  invocation.err = &err;
  invocation.engine = &world.engine;
  CHECK(run(invocation) == exit_failed);
  CHECK(says(err.str(), "could not be written"));
}

}  // namespace mektep::cli
