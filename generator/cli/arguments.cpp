#include "cli/arguments.h"

#include <CLI/CLI.hpp>
#include <charconv>

#include "base/text.h"

namespace mektep::cli {
namespace {

std::optional<unsigned> parse_number(std::string_view text) {
  unsigned number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number > max_number) return std::nullopt;
  return number;
}

bool is_web_address(std::string_view text) {
  // Addresses of pages are made by appending to it: no query, no fragment, nothing that would have to be
  // escaped.
  for (const char c : text)
    if (static_cast<unsigned char>(c) <= 0x20 || c == 0x7F || std::string_view("?#\"'<>\\").contains(c))
      return false;
  for (std::string_view scheme : {"https://", "http://"})
    if (text.starts_with(scheme) && text.size() > scheme.size() && text[scheme.size()] != '/') return true;
  return false;
}

// Builds sentences about mistakes. They are collected, so that all of them are told at once.
class Complaint {
 public:
  Complaint(Language language, const CommandSpec* command) : language_(language), command_(command) {}

  UsageError operator()(const std::vector<std::string>& faults) const {
    const std::string help = command_ ? fmt::format("mektep {} --help", command_->name) : "mektep --help";
    return {join(faults, "\nmektep: ") + "\n" + say(language_, Text::try_help, help)};
  }
  std::string unknown(Text what, std::string_view word, const std::vector<std::string>& known) const {
    std::string message = say(language_, what, word);
    if (const auto near = did_you_mean(word, known))
      message += "; " + say(language_, Text::did_you_mean, *near);
    return message;
  }
  std::string unknown_command(std::string_view word) const {
    std::vector<std::string> known;
    for (const CommandSpec& c : commands()) known.emplace_back(c.name);
    return unknown(Text::unknown_command, word, known);
  }
  std::string unknown_option(std::string_view word) const {
    std::vector<std::string> known;
    if (command_)
      for (const OptionSpec& o : command_->options) known.emplace_back(o.name);
    for (const OptionSpec& o : global_options()) known.emplace_back(o.name);
    return unknown(Text::unknown_option, word.substr(0, word.find('=')), known);
  }
  // Nullopt when `value` suits.
  std::optional<std::string> value(std::string_view name, ValueKind kind,
                                   std::span<const std::string_view> choices,
                                   const std::string& value) const {
    switch (kind) {
      case ValueKind::choice: {
        if (std::find(choices.begin(), choices.end(), value) != choices.end()) return std::nullopt;
        const std::vector<std::string> known(choices.begin(), choices.end());
        return unknown_choice(name, value, known);
      }
      case ValueKind::date:
        if (parse_date(value)) return std::nullopt;
        return say(language_, Text::not_a_date, name, value);
      case ValueKind::number:
        if (parse_number(value)) return std::nullopt;
        return say(language_, Text::not_a_number, name, value, max_number);
      case ValueKind::url:
        if (is_web_address(value)) return std::nullopt;
        return say(language_, Text::not_a_url, name, value);
      default:
        return std::nullopt;
    }
  }

 private:
  std::string unknown_choice(std::string_view name, const std::string& value,
                             const std::vector<std::string>& known) const {
    std::string message = say(language_, Text::not_a_choice, name, value, join(known, ", "));
    if (const auto near = did_you_mean(value, known))
      message += "; " + say(language_, Text::did_you_mean, *near);
    return message;
  }

  Language language_;
  const CommandSpec* command_;
};

// One CLI11 parser of the options that are valid with `command`; values are collected as they stand.
struct Parser {
  CLI::App app{"mektep"};
  std::map<std::string, std::vector<std::string>, std::less<>> values;
  std::vector<std::string> positionals;

  explicit Parser(const CommandSpec* command) {
    app.set_help_flag();
    app.allow_extras();
    const auto add = [&](const OptionSpec& spec) {
      std::string names(spec.name);
      if (!spec.short_name.empty()) names += "," + std::string(spec.short_name);
      std::vector<std::string>& slot = values[std::string(spec.name)];
      if (spec.value.empty()) {
        app.add_flag_function(names, [&slot](std::int64_t count) {
          for (std::int64_t i = 0; i < count; ++i) slot.emplace_back();
        });
      } else {
        app.add_option(names, slot)
            ->expected(1)
            ->allow_extra_args(false)
            ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
      }
    };
    for (const OptionSpec& spec : global_options()) add(spec);
    if (command)
      for (const OptionSpec& spec : command->options) add(spec);
    app.add_option("words", positionals)->expected(0, -1);
  }
};

// The first word that is neither an option nor the value of one.
std::optional<std::size_t> find_command_word(const std::vector<std::string>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (word == "--") return i + 1 < words.size() ? std::optional(i + 1) : std::nullopt;
    if (!word.starts_with('-') || word == "-") return i;
    const OptionSpec* option = find_option(nullptr, word);
    if (option && !option->value.empty()) ++i;
  }
  return std::nullopt;
}

Arguments collect(Parser& parser, const CommandSpec* command, const Complaint& complain, Language language,
                  std::vector<std::string>& faults) {
  // An option without its value, or an unknown one: a word may be its value, and what is missing may be
  // meant.
  bool unknown = !faults.empty();
  for (const std::string& word : parser.app.remaining()) {
    if (!word.starts_with('-') || word == "-" || word == "--") continue;
    faults.push_back(complain.unknown_option(word));
    unknown = true;
  }
  Arguments arguments;
  arguments.command = command;
  for (auto& [name, given] : parser.values) {
    if (given.empty()) continue;
    const OptionSpec& spec = *find_option(command, name);
    if (given.size() > 1) faults.push_back(say(language, Text::given_twice, name));
    for (const std::string& value : given)
      if (auto fault = complain.value(name, spec.kind, spec.choices, value)) faults.push_back(*fault);
    arguments.options[name] = std::move(given.front());
  }
  std::vector<std::string>& words = parser.positionals;
  if (arguments.has("--help") || arguments.has("--version") || !command) return arguments;
  const std::size_t most = command->argument.empty() ? 0 : 1;
  if (words.size() > most && command->rest.empty() && !unknown)
    faults.push_back(say(language, Text::too_many_arguments, words[most]));
  if (!words.empty() && most == 1) {
    if (auto fault =
            complain.value(command->argument, command->argument_kind, command->argument_choices, words[0]))
      faults.push_back(*fault);
    arguments.argument = words[0];
    arguments.rest.assign(words.begin() + 1, words.end());
  }
  if (unknown) return arguments;
  if (command->argument_required && arguments.argument.empty())
    faults.push_back(say(language, Text::argument_missing, command->argument));
  for (const OptionSpec& spec : command->options)
    if (spec.required && !arguments.has(spec.name))
      faults.push_back(say(language, Text::argument_missing, fmt::format("{} {}", spec.name, spec.value)));
  return arguments;
}

// CLI11 would take the next option for a value. Options whose value is missing or not wanted leave `words`.
void take_out_faulty_values(std::vector<std::string>& words, const CommandSpec* command, Language language,
                            std::vector<std::string>& faults) {
  const auto fault = [&](std::size_t& at, std::string message) {
    faults.push_back(std::move(message));
    words.erase(words.begin() + static_cast<std::ptrdiff_t>(at--));
  };
  for (std::size_t i = 0; i < words.size() && words[i] != "--"; ++i) {
    const std::size_t equals = words[i].find('=');
    const OptionSpec* option = find_option(command, words[i].substr(0, equals));
    if (!option) continue;
    if (equals != std::string::npos) {
      if (option->value.empty())
        fault(i, say(language, Text::unexpected_value, option->name));
      else if (equals + 1 == words[i].size())
        fault(i, say(language, Text::value_missing, option->name, option->value));
      continue;
    }
    if (option->value.empty()) continue;
    if (i + 1 == words.size() || (words[i + 1].starts_with('-') && words[i + 1].size() > 1))
      fault(i, say(language, Text::value_missing, option->name, option->value));
    else
      ++i;
  }
}

}  // namespace

std::string Arguments::get(std::string_view option, std::string_view otherwise) const {
  const auto it = options.find(option);
  return it == options.end() ? std::string(otherwise) : it->second;
}
unsigned Arguments::number(std::string_view option, unsigned otherwise) const {
  const auto it = options.find(option);
  return it == options.end() ? otherwise : parse_number(it->second).value_or(otherwise);
}
std::optional<Date> Arguments::date(std::string_view option) const {
  const auto it = options.find(option);
  return it == options.end() ? std::nullopt : parse_date(it->second);
}

std::expected<Arguments, UsageError> parse_arguments(const std::vector<std::string>& words,
                                                     Language language) {
  std::vector<std::string> rest = words;
  const CommandSpec* command = nullptr;
  if (const auto at = find_command_word(words)) {
    command = find_command(words[*at]);
    const Complaint complain(language, nullptr);
    if (!command) return std::unexpected(complain({complain.unknown_command(words[*at])}));
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(*at));
  }
  const Complaint complain(language, command);
  std::vector<std::string> faults;
  take_out_faulty_values(rest, command, language, faults);
  Parser parser(command);
  try {
    const auto hyphens = std::find(rest.begin(), rest.end(), "--");
    std::vector<std::string> reversed(std::make_reverse_iterator(hyphens), rest.rend());
    parser.app.parse(reversed);
    if (hyphens != rest.end()) parser.positionals.insert(parser.positionals.end(), hyphens + 1, rest.end());
  } catch (const CLI::Error& error) {
    faults.emplace_back(error.what());
    return std::unexpected(complain(faults));
  }
  Arguments arguments = collect(parser, command, complain, language, faults);
  if (!faults.empty()) return std::unexpected(complain(faults));
  return arguments;
}

std::optional<Language> language_in(const std::vector<std::string>& words) {
  for (std::size_t i = 0; i < words.size() && words[i] != "--"; ++i) {
    const std::string_view word = words[i];
    if (word.starts_with("--lang=")) return parse_language(word.substr(7));
    if (word == "--lang" && i + 1 < words.size()) return parse_language(words[i + 1]);
  }
  return std::nullopt;
}

}  // namespace mektep::cli
