#include "editor/cli/options.h"

#include <CLI/CLI.hpp>
#include <ostream>

#include "editor/cli/commands.h"
#include "editor/cli/texts.h"

namespace mektep::editor {
namespace {

using Command = CommandOptions::Command;

// Makes the commands with their options, described in one language.
class Grammar {
 public:
  Grammar(CommandOptions& options, Language language)
      : options_(options), language_(language), app_(text(texts::about), "mektep-editor") {
    app_.require_subcommand(1);
    app_.get_formatter()->label("Usage", text(texts::usage));
    app_.get_formatter()->label("REQUIRED",
                                "*");  // columns are counted in bytes: letters of ours would shift them
    dress(app_);
    add_serve();
    CLI::App* init = command(app_, "init", texts::init, Command::init);
    option(*init, "--from", options_.from, texts::from);
    command(app_, "fsck", texts::fsck, Command::fsck);
    command(app_, "gc", texts::gc, Command::gc);
    add_user();
  }

  CLI::App& app() { return app_; }

 private:
  std::string text(const Message& message) const { return std::string(message.in(language_)); }

  void dress(CLI::App& app) {
    app.option_defaults()->group(text(texts::options_group));
    app.set_help_flag("-h,--help", text(texts::help))->group(text(texts::options_group));
    app.footer(text(texts::star));
    app.add_option("--lang", lang_, text(texts::lang))->check(CLI::IsMember({"ky", "ru", "en"}));
  }
  CLI::App* group(CLI::App& above, const char* name, const Message& about) {
    CLI::App* made = above.add_subcommand(name, text(about));
    made->group(text(texts::commands_group));
    dress(*made);
    return made;
  }
  CLI::App* command(CLI::App& above, const char* name, const Message& about, Command which) {
    CLI::App* made = group(above, name, about);
    option(*made, "--repo", options_.repository, texts::repo)->required();
    option(*made, "--state", options_.state, texts::state);
    option(*made, "--data", options_.data, texts::data);
    made->callback([this, which] { options_.command = which; });
    return made;
  }
  template <class Value>
  CLI::Option* option(CLI::App& app, const char* name, Value& value, const Message& about) {
    return app.add_option(name, value, text(about));
  }
  void add_serve() {
    CLI::App* serve = command(app_, "serve", texts::serve, Command::serve);
    option(*serve, "--listen", options_.listen, texts::listen)->capture_default_str();
    option(*serve, "--preview-origin", options_.preview_origin, texts::preview_origin);
    option(*serve, "--preview-listen", options_.preview_listen, texts::preview_listen)->capture_default_str();
    option(*serve, "--origin", options_.origin, texts::origin);
    option(*serve, "--proxy", options_.proxies, texts::proxy)->capture_default_str();
  }
  void add_user() {
    CLI::App* user = group(app_, "user", texts::user);
    user->require_subcommand(1);
    CLI::App* add = command(*user, "add", texts::user_add, Command::user_add);
    CLI::App* disable = command(*user, "disable", texts::user_disable, Command::user_disable);
    CLI::App* reset = command(*user, "reset", texts::user_reset, Command::user_reset);
    for (CLI::App* each : {add, disable, reset}) {
      option(*each, "--origin", options_.origin, texts::link_origin);
      option(*each, "--email", options_.email, texts::email)->required();
    }
    option(*add, "--name", options_.name, texts::name)->required();
    option(*add, "--role", options_.role, texts::role)
        ->check(CLI::IsMember({"administrator", "editor", "reviewer", "contributor", "auditor"}))
        ->capture_default_str();
    reset->add_flag("--factor", options_.factor, text(texts::factor));
  }

  CommandOptions& options_;
  Language language_;
  std::string lang_;  // read before: it decides the words of this grammar
  CLI::App app_;
};

// Mends in `words` what the complaint is about, so that the next one is heard. False: it cannot be mended.
bool mend(std::vector<std::string>& words, const CLI::ParseError& error) {
  const std::string said = error.what();
  const std::string first = said.substr(0, said.find_first_of(" :"));
  const std::size_t before = words.size();
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) {
    const std::string extra = " " + said.substr(said.rfind(": ") + 2) + " ";
    std::erase_if(words, [&](const std::string& word) { return extra.contains(" " + word + " "); });
  } else if (first.starts_with('-') && dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
    words.insert(words.end(), {first, "x"});
    return true;
  } else if (first.starts_with('-')) {
    const auto at = std::ranges::find(words, first);
    std::erase_if(words, [&](const std::string& word) { return word.starts_with(first + "="); });
    if (words.size() == before && at != words.end()) {
      const bool has_value = at + 1 != words.end() && !(at + 1)->starts_with('-');
      words.erase(at, at + (has_value ? 2 : 1));
    }
  }
  return words.size() != before;
}

// The language that --lang asks for, even when other words are faulty.
Language language_in(const std::vector<std::string>& words, Language otherwise) {
  constexpr std::string_view option = "--lang";
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = words[i];
    if (word == option && i + 1 < words.size()) return parse_language(words[i + 1]).value_or(otherwise);
    if (word.starts_with("--lang="))
      return parse_language(word.substr(option.size() + 1)).value_or(otherwise);
  }
  return otherwise;
}

// The library complains in English; the name of the option comes first in its words, an unknown word last.
std::string complaint(const CLI::ParseError& error, const std::vector<std::string>& words,
                      Language language) {
  const std::string said = error.what();
  const std::string first = said.substr(0, said.find_first_of(" :"));
  const bool is_required = dynamic_cast<const CLI::RequiredError*>(&error) != nullptr;
  if (is_required && first.starts_with('-')) return texts::say(language, texts::lacks, first);
  if (is_required) {  // a command: none was given, or one that there is not
    const bool names_one = !words.empty() && !words.back().starts_with('-') && words.back() != "user";
    return names_one ? texts::say(language, texts::unknown_word, words.back())
                     : texts::say(language, texts::no_command);
  }
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr)
    return texts::say(language, texts::unknown_word, said.substr(said.rfind(": ") + 2));
  if (first.starts_with('-')) return texts::say(language, texts::bad_value, first);
  return said;
}

}  // namespace

std::expected<CommandOptions, CommandEnd> read_options(const std::vector<std::string>& words,
                                                       Language language) {
  CommandOptions options;
  options.language = language_in(words, language);
  // The library stops at the first mistake; people want to hear of all of them at once.
  constexpr int most_complaints = 20;
  std::vector<std::string> rest = words;
  std::string complaints;
  for (int count = 0; count < most_complaints; ++count) {
    Grammar grammar(options, options.language);
    try {
      std::vector<std::string> reversed(rest.rbegin(), rest.rend());
      grammar.app().parse(reversed);
      break;
    } catch (const CLI::CallForHelp& asked) {
      std::ostringstream out;
      grammar.app().exit(asked, out, out);
      return std::unexpected(CommandEnd{0, out.str()});
    } catch (const CLI::ParseError& error) {
      complaints += fmt::format("mektep-editor: {}\n", complaint(error, rest, options.language));
      if (!mend(rest, error)) break;
    }
  }
  if (!complaints.empty()) {
    return std::unexpected(
        CommandEnd{2, fmt::format("{}{}\n", complaints, texts::try_help.in(options.language))});
  }
  if (options.state.empty()) options.state = options.repository + ".state";
  return options;
}

int fail(std::ostream& err, std::string_view why) {
  err << "mektep-editor: " << why << std::endl;
  return 2;
}

}  // namespace mektep::editor
