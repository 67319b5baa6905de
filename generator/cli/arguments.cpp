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

// Builds sentences about mistakes.
class Complaint {
 public:
  Complaint(Language language, const CommandSpec* command) : language_(language), command_(command) {}

  UsageError operator()(const std::string& message) const {
    const std::string help = command_ ? fmt::format("mektep {} --help", command_->name) : "mektep --help";
    return {message + "\n" + say(language_, Text::try_help, help)};
  }
  UsageError unknown(Text what, std::string_view word, const std::vector<std::string>& known) const {
    std::string message = say(language_, what, word);
    if (const auto near = did_you_mean(word, known))
      message += "; " + say(language_, Text::did_you_mean, *near);
    return (*this)(message);
  }
  UsageError unknown_command(std::string_view word) const {
    std::vector<std::string> known;
    for (const CommandSpec& c : commands()) known.emplace_back(c.name);
    return unknown(Text::unknown_command, word, known);
  }
  UsageError unknown_option(std::string_view word) const {
    std::vector<std::string> known;
    if (command_)
      for (const OptionSpec& o : command_->options) known.emplace_back(o.name);
    for (const OptionSpec& o : global_options()) known.emplace_back(o.name);
    return unknown(Text::unknown_option, word.substr(0, word.find('=')), known);
  }
  // Nullopt when `value` suits.
  std::optional<UsageError> value(std::string_view name, ValueKind kind,
                                  std::span<const std::string_view> choices, const std::string& value) const {
    switch (kind) {
      case ValueKind::choice: {
        if (std::find(choices.begin(), choices.end(), value) != choices.end()) return std::nullopt;
        const std::vector<std::string> known(choices.begin(), choices.end());
        return unknown_choice(name, value, known);
      }
      case ValueKind::date:
        if (parse_date(value)) return std::nullopt;
        return (*this)(say(language_, Text::not_a_date, name, value));
      case ValueKind::number:
        if (parse_number(value)) return std::nullopt;
        return (*this)(say(language_, Text::not_a_number, name, value, max_number));
      case ValueKind::url:
        if (is_web_address(value)) return std::nullopt;
        return (*this)(say(language_, Text::not_a_url, name, value));
      default:
        return std::nullopt;
    }
  }

 private:
  UsageError unknown_choice(std::string_view name, const std::string& value,
                            const std::vector<std::string>& known) const {
    std::string message = say(language_, Text::not_a_choice, name, value, join(known, ", "));
    if (const auto near = did_you_mean(value, known))
      message += "; " + say(language_, Text::did_you_mean, *near);
    return (*this)(message);
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

std::expected<Arguments, UsageError> collect(Parser& parser, const CommandSpec* command,
                                             const Complaint& complain, Language language) {
  for (const std::string& word : parser.app.remaining())
    if (word.starts_with('-') && word != "-" && word != "--")
      return std::unexpected(complain.unknown_option(word));
  Arguments arguments;
  arguments.command = command;
  for (auto& [name, given] : parser.values) {
    if (given.empty()) continue;
    const OptionSpec& spec = *find_option(command, name);
    if (given.size() > 1) return std::unexpected(complain(say(language, Text::given_twice, name)));
    if (auto error = complain.value(name, spec.kind, spec.choices, given.front()))
      return std::unexpected(*error);
    arguments.options[name] = std::move(given.front());
  }
  std::vector<std::string>& words = parser.positionals;
  if (arguments.has("--help") || arguments.has("--version") || !command) return arguments;
  const std::size_t most = command->argument.empty() ? 0 : 1;
  if (words.size() > most && command->rest.empty())
    return std::unexpected(complain(say(language, Text::too_many_arguments, words[most])));
  if (!words.empty()) {
    if (auto error =
            complain.value(command->argument, command->argument_kind, command->argument_choices, words[0]))
      return std::unexpected(*error);
    arguments.argument = words[0];
    arguments.rest.assign(words.begin() + 1, words.end());
  }
  if (command->argument_required && arguments.argument.empty())
    return std::unexpected(complain(say(language, Text::argument_missing, command->argument)));
  for (const OptionSpec& spec : command->options)
    if (spec.required && !arguments.has(spec.name))
      return std::unexpected(
          complain(say(language, Text::argument_missing, fmt::format("{} {}", spec.name, spec.value))));
  return arguments;
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
    if (!command) return std::unexpected(Complaint(language, nullptr).unknown_command(words[*at]));
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(*at));
  }
  const Complaint complain(language, command);
  // CLI11 would take the next option for a value.
  for (std::size_t i = 0; i < rest.size() && rest[i] != "--"; ++i) {
    const std::size_t equals = rest[i].find('=');
    const OptionSpec* option = find_option(command, rest[i].substr(0, equals));
    if (!option) continue;
    if (equals != std::string::npos) {
      if (option->value.empty())
        return std::unexpected(complain(say(language, Text::unexpected_value, option->name)));
      if (equals + 1 == rest[i].size())
        return std::unexpected(complain(say(language, Text::value_missing, option->name, option->value)));
      continue;
    }
    if (option->value.empty()) continue;
    if (i + 1 == rest.size() || (rest[i + 1].starts_with('-') && rest[i + 1].size() > 1))
      return std::unexpected(complain(say(language, Text::value_missing, option->name, option->value)));
    ++i;
  }
  Parser parser(command);
  try {
    const auto hyphens = std::find(rest.begin(), rest.end(), "--");
    std::vector<std::string> reversed(std::make_reverse_iterator(hyphens), rest.rend());
    parser.app.parse(reversed);
    if (hyphens != rest.end()) parser.positionals.insert(parser.positionals.end(), hyphens + 1, rest.end());
  } catch (const CLI::Error& error) {
    return std::unexpected(complain(error.what()));
  }
  return collect(parser, command, complain, language);
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
