// A made-up outside world for the command line: an engine that answers what the test says, streams, an
// environment.
#pragma once
#include <map>
#include <sstream>

#include "base/text.h"
#include "cli/commands.h"
#include "source/snapshot.h"

namespace mektep::cli {

inline const Rule sample_rule{"sample-rule",
                              Severity::blocks,
                              "DISC-52 LANG-1",
                              {"Мааниси туура эмес", "Значение неверно", "The value is wrong"},
                              {"туура маани", "верное значение", "a right value"},
                              {"Оңдоңуз", "Исправьте", "Mend it"},
                              {"Себеби", "Потому", "Because"}};
inline const Rule gentle_rule{"gentle-rule",
                              Severity::warns,
                              "",
                              {"Эскирди", "Устарело", "Out of date"},
                              {},
                              {},
                              {"Себеби", "Потому", "Because"}};

class FakeEngine final : public Engine {
 public:
  CheckAnswer answer;
  std::optional<Finding> failure;
  Request request;  // the last one
  std::string out;

  std::expected<CheckAnswer, Finding> check(const Request& asked) override {
    request = asked;
    if (failure) return std::unexpected(*failure);
    return answer;
  }
  std::expected<CheckAnswer, Finding> check_theme(const Request& asked) override { return check(asked); }
  std::expected<std::vector<TranslationRow>, Finding> translations(const Request&) override {
    return std::vector<TranslationRow>{
        {"news/2026/bell", {TranslationState::original, TranslationState::stale}},
        {"pages/about", {TranslationState::original, TranslationState::missing}}};
  }

  std::expected<BuildAnswer, Finding> build(const Request& asked, const std::string& folder) override {
    request = asked;
    out = folder;
    if (failure) return std::unexpected(*failure);
    BuildAnswer built;
    built.check = answer;
    built.published = asked.draft || !any_blocks(answer.findings);
    built.pages = 812;
    built.written = 3;
    built.unchanged = 809;
    return built;
  }
  std::expected<std::string, Finding> server_configuration(const Request& asked,
                                                           std::string_view server) override {
    request = asked;
    return "configuration of " + std::string(server) + "\n";
  }
  std::expected<std::optional<UrlAnswer>, Finding> explain_url(const Request& asked, const std::string& url,
                                                               Language) override {
    request = asked;
    if (url != "/known/") return std::nullopt;
    return UrlAnswer{url, {{"source", "pages/known/index.ky.md"}}};
  }
};

struct Outcome {
  int code = 0;
  std::string out, err;
};

struct World {
  FakeEngine engine;
  std::map<std::string, std::string, std::less<>> variables{{"MEKTEP_DATA", MEKTEP_ROOT}};
  bool terminal = false;

  Outcome run(const std::string& words) { return run_words(split_words(words)); }
  Outcome run_words(std::vector<std::string> words) {
    std::ostringstream out, err;
    Invocation invocation;
    invocation.words = std::move(words);
    invocation.variable = [this](std::string_view name) -> std::optional<std::string> {
      const auto it = variables.find(name);
      return it == variables.end() ? std::nullopt : std::optional(it->second);
    };
    invocation.now = 1'788'220'800;  // 2026-09-01 00:00 UTC
    invocation.cores = 2;
    invocation.out_is_terminal = invocation.err_is_terminal = terminal;
    invocation.out = &out;
    invocation.err = &err;
    invocation.engine = &engine;
    const int code = cli::run(invocation);
    return {code, out.str(), err.str()};
  }

 private:
  static std::vector<std::string> split_words(const std::string& words) {
    std::vector<std::string> list;
    for (std::string_view word : split(words, ' '))
      if (!word.empty()) list.emplace_back(word);
    return list;
  }
};

}  // namespace mektep::cli
