// mektep help: made from the grammar.
#include <ostream>

#include "cli/commands.h"

namespace mektep::cli {
namespace {

// Two columns: what one types, and what it does.
class Table {
 public:
  void add(std::string left, std::string right) { rows_.emplace_back(std::move(left), std::move(right)); }
  std::string print(const Style& style) const {
    std::size_t width = 0;
    for (const auto& [left, right] : rows_) width = std::max(width, display_width(left));
    std::string out;
    for (const auto& [left, right] : rows_)
      out += fmt::format("  {}{}  {}\n", style(Colour::strong, left),
                         std::string(width - display_width(left), ' '), right);
    return out;
  }

 private:
  std::vector<std::pair<std::string, std::string>> rows_;
};

std::string choices_of(std::span<const std::string_view> choices) {
  return choices.empty() ? std::string() : fmt::format(" ({})", fmt::join(choices, ", "));
}

void add_options(Table& table, std::span<const OptionSpec> options, Language language) {
  for (const OptionSpec& option : options) {
    std::string left;
    if (!option.short_name.empty()) left += fmt::format("{}, ", option.short_name);
    left += option.name;
    if (!option.value.empty()) left += fmt::format(" {}", option.value);
    table.add(std::move(left), std::string(text(option.help, language)) + choices_of(option.choices));
  }
}

std::string usage_of(const CommandSpec& command) {
  std::string line = fmt::format("mektep {}", command.name);
  if (!command.argument.empty())
    line += command.argument_required ? fmt::format(" {}", command.argument)
                                      : fmt::format(" [{}]", command.argument);
  if (!command.rest.empty()) line += fmt::format(" [{}…]", command.rest);
  for (const OptionSpec& option : command.options) {
    std::string use(option.name);
    if (!option.value.empty()) use += fmt::format(" {}", option.value);
    line += option.required ? " " + use : " [" + use + "]";
  }
  return line;
}

std::string exit_codes(Language language, const Style& style) {
  Table table;
  table.add("0", std::string(text(Text::exit_0, language)));
  table.add("1", std::string(text(Text::exit_1, language)));
  table.add("2", std::string(text(Text::exit_2, language)));
  return fmt::format("\n{}\n{}", style(Colour::strong, text(Text::exit_codes, language)), table.print(style));
}

std::string command_help(const CommandSpec& command, Language language, const Style& style) {
  const auto heading = [&](Text which) {
    return fmt::format("\n{}\n", style(Colour::strong, text(which, language)));
  };
  std::string out = fmt::format("{}\n", text(command.summary, language));
  out += heading(Text::usage) + "  " + usage_of(command) + "\n";
  if (!command.argument.empty()) {
    Table table;
    table.add(std::string(command.argument),
              std::string(text(command.argument_help, language)) + choices_of(command.argument_choices));
    if (!command.rest.empty())
      table.add(fmt::format("{}…", command.rest), std::string(text(command.rest_help, language)));
    out += heading(Text::arguments) + table.print(style);
  }
  if (!command.options.empty()) {
    Table table;
    add_options(table, command.options, language);
    out += heading(Text::options) + table.print(style);
  }
  Table table;
  add_options(table, global_options(), language);
  out += heading(Text::global_options) + table.print(style);
  if (command.name == "check" || command.name == "build") out += exit_codes(language, style);
  return out;
}

}  // namespace

std::string help_text(const CommandSpec* command, Language language, const Style& style) {
  if (command) return command_help(*command, language, style);
  const auto heading = [&](Text which) {
    return fmt::format("\n{}\n", style(Colour::strong, text(which, language)));
  };
  std::string out = fmt::format("mektep {} · {}\n", version(), text(Text::about, language));
  out += heading(Text::usage);
  out += "  mektep COMMAND [OPTION…]\n";
  Table table;
  for (const CommandSpec& c : commands()) {
    std::string left(c.name);
    if (!c.argument.empty())
      left += c.argument_required ? fmt::format(" {}", c.argument) : fmt::format(" [{}]", c.argument);
    table.add(std::move(left), std::string(text(c.summary, language)));
  }
  out += heading(Text::commands) + table.print(style);
  Table options;
  add_options(options, global_options(), language);
  out += heading(Text::global_options) + options.print(style);
  out += exit_codes(language, style);
  out += fmt::format("\n{}\n", text(Text::more_help, language));
  return out;
}

int run_help(const Context& context) {
  if (context.arguments.has("--man")) {
    context.out() << manual_page();
    return exit_clear;
  }
  const CommandSpec* command = find_command(context.arguments.argument);
  context.out() << help_text(command, context.language, context.out_style());
  return exit_clear;
}

}  // namespace mektep::cli
