// mektep completion: scripts for bash, zsh and fish, made from the grammar.
#include <ostream>

#include "base/text.h"
#include "cli/commands.h"

namespace mektep::cli {
namespace {

std::string option_words(std::span<const OptionSpec> options) {
  std::string words;
  for (const OptionSpec& option : options) {
    words += fmt::format(" {}", option.name);
    if (!option.short_name.empty()) words += fmt::format(" {}", option.short_name);
  }
  return words.empty() ? words : words.substr(1);
}

std::string command_words() {
  std::string words;
  for (const CommandSpec& command : commands()) words += fmt::format(" {}", command.name);
  return words.substr(1);
}

// What bash and zsh run to list the values of a kind; empty when the user has to know.
std::string bash_values(ValueKind kind, std::span<const std::string_view> choices) {
  switch (kind) {
    case ValueKind::folder:
      return "compgen -d -- \"$cur\"";
    case ValueKind::choice:
      return fmt::format("compgen -W '{}' -- \"$cur\"", fmt::join(choices, " "));
    case ValueKind::subject:
      return "compgen -W \"$(mektep explain --list 2>/dev/null)\" -- \"$cur\"";
    case ValueKind::revision:
      return "compgen -W \"HEAD $(git for-each-ref --format='%(refname:short)' 2>/dev/null)\" -- \"$cur\"";
    default:
      return {};
  }
}

void bash_option_values(std::string& out, std::span<const OptionSpec> options) {
  for (const OptionSpec& option : options) {
    if (option.value.empty()) continue;
    const std::string values = bash_values(option.kind, option.choices);
    const std::string names = option.short_name.empty()
                                  ? std::string(option.name)
                                  : fmt::format("{}|{}", option.name, option.short_name);
    out += fmt::format("    {}) {}; return ;;\n", names,
                       values.empty() ? "COMPREPLY=()" : "mapfile -t COMPREPLY < <(" + values + ")");
  }
}

std::string bash_script() {
  std::string out =
      "# bash completion of mektep; load it by: source <(mektep completion bash)\n_mektep() {\n"
      "  local cur prev command word\n"
      "  cur=\"${COMP_WORDS[COMP_CWORD]}\"\n  prev=\"${COMP_WORDS[COMP_CWORD-1]}\"\n  command=\n"
      "  for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n    case \"$word\" in\n";
  out += fmt::format("      {}) command=\"$word\"; break ;;\n    esac\n  done\n",
                     replace_all(command_words(), " ", "|"));
  out += "  compopt -o filenames 2>/dev/null\n  case \"$prev\" in\n";
  std::string seen;
  bash_option_values(out, global_options());
  for (const CommandSpec& command : commands())
    for (const OptionSpec& option : command.options) {
      if (seen.find(std::string(option.name) + " ") != std::string::npos) continue;
      seen += std::string(option.name) + " ";
      bash_option_values(out, {&option, 1});
    }
  out += "  esac\n  case \"$command\" in\n";
  const std::string general = option_words(global_options());
  out += fmt::format("    '') mapfile -t COMPREPLY < <(compgen -W '{} {}' -- \"$cur\") ;;\n", command_words(),
                     general);
  for (const CommandSpec& command : commands()) {
    std::string values = bash_values(command.argument_kind, command.argument_choices);
    if (!command.rest.empty()) values += "; compgen -f -- \"$cur\"";
    out += fmt::format("    {}) if [[ \"$cur\" == -* ]]; then\n", command.name);
    out += fmt::format("        mapfile -t COMPREPLY < <(compgen -W '{} {}' -- \"$cur\")\n",
                       option_words(command.options), general);
    out += fmt::format("      else\n        {}\n      fi ;;\n",
                       values.empty() ? "COMPREPLY=()" : "mapfile -t COMPREPLY < <(" + values + ")");
  }
  out += "  esac\n}\ncomplete -F _mektep mektep\n";
  return out;
}

// Text inside '…' of zsh's _arguments, where brackets and colons have a meaning.
std::string zsh_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
    if (c == '\'') out += "'\\'";
    out += c;
  }
  return out;
}

std::string zsh_values(ValueKind kind, std::span<const std::string_view> choices) {
  switch (kind) {
    case ValueKind::folder:
      return "_files -/";
    case ValueKind::choice:
      return fmt::format("({})", fmt::join(choices, " "));
    case ValueKind::subject:
      return "($(mektep explain --list 2>/dev/null))";
    case ValueKind::revision:
      return "(HEAD $(git for-each-ref --format=\"%(refname\\:short)\" 2>/dev/null))";
    default:
      return " ";
  }
}

std::string zsh_option(const OptionSpec& option, Language language) {
  const std::string help = zsh_text(text(option.help, language));
  const std::string value =
      option.value.empty() ? ""
                           : fmt::format(":{}:{}", option.value, zsh_values(option.kind, option.choices));
  std::string out = fmt::format("        '{}[{}]{}'", option.name, help, value);
  if (!option.short_name.empty())
    out += fmt::format(" \\\n        '{}[{}]{}'", option.short_name, help, value);
  return out;
}

std::string zsh_script(Language language) {
  std::string out =
      "#compdef mektep\n# zsh completion of mektep; put it into a folder of $fpath as _mektep\n_mektep() {\n"
      "  local -a commands\n  commands=(\n";
  for (const CommandSpec& command : commands())
    out += fmt::format("    '{}:{}'\n", command.name, zsh_text(text(command.summary, language)));
  out +=
      "  )\n  if (( CURRENT == 2 )); then\n    _describe command commands\n    return\n  fi\n"
      "  local command=\"$words[2]\"\n  shift words\n  (( CURRENT-- ))\n  case \"$command\" in\n";
  for (const CommandSpec& command : commands()) {
    out += fmt::format("    {})\n      _arguments", command.name);
    for (const OptionSpec& option : command.options) out += " \\\n" + zsh_option(option, language);
    for (const OptionSpec& option : global_options()) out += " \\\n" + zsh_option(option, language);
    if (!command.argument.empty())
      out += fmt::format(" \\\n        '1:{}:{}'", command.argument,
                         zsh_values(command.argument_kind, command.argument_choices));
    if (!command.rest.empty()) out += fmt::format(" \\\n        '*:{}:_files'", command.rest);
    out += " ;;\n";
  }
  out +=
      "  esac\n}\nif [[ \"$funcstack[1]\" == _mektep ]]; then _mektep \"$@\"; else compdef _mektep mektep; "
      "fi\n";
  return out;
}

std::string fish_quoted(std::string_view text) {
  return "'" + replace_all(replace_all(text, "\\", "\\\\"), "'", "\\'") + "'";
}

std::string fish_values(ValueKind kind, std::span<const std::string_view> choices) {
  switch (kind) {
    case ValueKind::folder:
      return " -x -a '(__fish_complete_directories)'";
    case ValueKind::choice:
      return fmt::format(" -x -a '{}'", fmt::join(choices, " "));
    case ValueKind::subject:
      return " -x -a '(mektep explain --list 2>/dev/null)'";
    case ValueKind::revision:
      return " -x -a '(git for-each-ref --format=\"%(refname:short)\" 2>/dev/null)'";
    case ValueKind::none:
      return "";
    default:
      return " -x";
  }
}

std::string fish_option(std::string_view condition, const OptionSpec& option, Language language) {
  std::string out = "complete -c mektep";
  if (!condition.empty()) out += fmt::format(" -n '{}'", condition);
  out += fmt::format(" -l {}", option.name.substr(2));
  if (!option.short_name.empty()) out += fmt::format(" -s {}", option.short_name.substr(1));
  return out + fish_values(option.kind, option.choices) + " -d " + fish_quoted(text(option.help, language)) +
         "\n";
}

std::string fish_script(Language language) {
  std::string out =
      "# fish completion of mektep; put it into ~/.config/fish/completions/mektep.fish\n"
      "complete -c mektep -f\n";
  for (const OptionSpec& option : global_options()) out += fish_option("", option, language);
  for (const CommandSpec& command : commands()) {
    out += fmt::format("complete -c mektep -n __fish_use_subcommand -a {} -d {}\n", command.name,
                       fish_quoted(text(command.summary, language)));
    const std::string inside = fmt::format("__fish_seen_subcommand_from {}", command.name);
    for (const OptionSpec& option : command.options) out += fish_option(inside, option, language);
    if (!command.argument.empty())
      out += fmt::format("complete -c mektep -n '{}'{}\n", inside,
                         fish_values(command.argument_kind, command.argument_choices));
    if (!command.rest.empty()) out += fmt::format("complete -c mektep -n '{}' -F\n", inside);
  }
  return out;
}

}  // namespace

std::string completion_script(std::string_view shell, Language language) {
  return shell == "bash" ? bash_script() : shell == "zsh" ? zsh_script(language) : fish_script(language);
}

int run_completion(const Context& context) {
  context.out() << completion_script(context.arguments.argument, context.language);
  return exit_clear;
}

}  // namespace mektep::cli
