// The manual page mektep(1), made from the grammar.
#include "base/text.h"
#include "cli/commands.h"

namespace mektep::cli {
namespace {

std::string roff(std::string_view text) {
  std::string out = replace_all(replace_all(text, "\\", "\\e"), "-", "\\-");
  if (out.starts_with('.') || out.starts_with('\'')) out.insert(0, "\\&");
  return out;
}

void write_option(std::string& out, const OptionSpec& option) {
  out += ".TP\n";
  if (!option.short_name.empty()) out += fmt::format("\\fB{}\\fR, ", roff(option.short_name));
  out += fmt::format("\\fB{}\\fR", roff(option.name));
  if (!option.value.empty()) out += fmt::format(" \\fI{}\\fR", roff(option.value));
  out += "\n" + roff(text(option.help, Language::en));
  if (!option.choices.empty()) out += fmt::format(" ({})", fmt::join(option.choices, ", "));
  out += "\n";
}

}  // namespace

std::string manual_page() {
  std::string out = fmt::format(".TH MEKTEP 1 \"\" \"mektep {}\"\n.SH NAME\nmektep \\- {}\n", version(),
                                "build school websites");
  out += ".SH SYNOPSIS\n";
  for (const CommandSpec& command : commands()) {
    out += fmt::format(".B mektep {}\n", command.name);
    if (!command.argument.empty())
      out += command.argument_required ? fmt::format("\\fI{}\\fR\n", command.argument)
                                       : fmt::format("[\\fI{}\\fR]\n", command.argument);
    if (!command.rest.empty()) out += fmt::format("[\\fI{}\\fR...]\n", command.rest);
    if (!command.options.empty()) out += "[\\fIoptions\\fR]\n";
    out += ".br\n";
  }
  out +=
      ".SH DESCRIPTION\nMektep reads the content repository of a school, says what is missing or wrong in "
      "it, and\n"
      "makes the static website from it.\n.SH COMMANDS\n";
  for (const CommandSpec& command : commands()) {
    out += fmt::format(".SS {}\n{}.\n", command.name, roff(text(command.summary, Language::en)));
    if (!command.argument.empty())
      out += fmt::format(".TP\n\\fI{}\\fR\n{}\n", command.argument,
                         roff(text(command.argument_help, Language::en)));
    if (!command.rest.empty())
      out +=
          fmt::format(".TP\n\\fI{}\\fR...\n{}\n", command.rest, roff(text(command.rest_help, Language::en)));
    for (const OptionSpec& option : command.options) write_option(out, option);
  }
  out += ".SH GENERAL OPTIONS\n";
  for (const OptionSpec& option : global_options()) write_option(out, option);
  out +=
      ".SH EXIT STATUS\n.TP\n0\nnothing blocks\n.TP\n1\nfindings block publication\n.TP\n2\ncould not run\n";
  out +=
      ".SH ENVIRONMENT\n.TP\nMEKTEP_DATA\nfolder that holds schema/ and themes/\n"
      ".TP\nLC_ALL, LC_MESSAGES, LANG\nlanguage of messages (ky, ru, else English)\n"
      ".TP\nNO_COLOR\nno colours, even on a terminal\n"
      ".TP\nSOURCE_DATE_EPOCH\nthe moment that counts as now\n";
  return out;
}

}  // namespace mektep::cli
