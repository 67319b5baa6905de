// The grammar of the command line as data: parsing, help, the manual page and shell completion are all made
// from it.
#pragma once
#include <cstdint>
#include <span>
#include <string_view>

#include "cli/texts.h"

namespace mektep::cli {

enum class ValueKind : std::uint8_t { none, text, folder, choice, date, number, revision, url, subject };

struct OptionSpec {
  std::string_view name;        // "--format"
  std::string_view short_name;  // "-j"; may be empty
  std::string_view value;       // "FORMAT" in the help; empty = a flag
  ValueKind kind = ValueKind::none;
  Text help;
  std::span<const std::string_view> choices;
  bool required = false;
};

struct CommandSpec {
  std::string_view name;
  Text summary;
  std::string_view argument;  // "REPO"; empty = takes none
  ValueKind argument_kind = ValueKind::none;
  bool argument_required = false;
  Text argument_help = Text::argument_folder;
  std::span<const std::string_view> argument_choices;
  std::span<const OptionSpec> options;
  std::string_view rest;  // "FILE": any number of words behind the argument; empty = none
  Text rest_help = Text::argument_folder;
};

std::span<const CommandSpec> commands();
std::span<const OptionSpec> global_options();  // valid before and after the command
const CommandSpec* find_command(std::string_view name);
const OptionSpec* find_option(const CommandSpec* command, std::string_view name);

// Largest value of an option of kind `number`.
inline constexpr unsigned max_number = 1'000'000;

}  // namespace mektep::cli
