// The arguments of one run, split and validated against the grammar.
#pragma once
#include <expected>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/locale.h"
#include "cli/grammar.h"

namespace mektep::cli {

struct Arguments {
  const CommandSpec* command = nullptr;                     // nullptr: none was named
  std::string argument;                                     // REPO, DIR…; empty = left out
  std::vector<std::string> rest;                            // FILE…
  std::map<std::string, std::string, std::less<>> options;  // by name, "--format"; flags have an empty value

  bool has(std::string_view option) const { return options.contains(option); }
  std::string get(std::string_view option, std::string_view otherwise = {}) const;
  unsigned number(std::string_view option, unsigned otherwise) const;
  std::optional<Date> date(std::string_view option) const;
};

// What is wrong with the arguments, said in `language`, with a line of help behind it.
struct UsageError {
  std::string message;
};

std::expected<Arguments, UsageError> parse_arguments(const std::vector<std::string>& words,
                                                     Language language);

// The language that --lang asks for, even when other arguments are faulty; nullopt when it does not.
std::optional<Language> language_in(const std::vector<std::string>& words);

}  // namespace mektep::cli
