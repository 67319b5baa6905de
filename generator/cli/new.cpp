// mektep new: a starter repository whose findings are the school's to-do list.
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <ostream>

#include "cli/commands.h"
#include "cli/data_folder.h"
#include "cli/starter.h"

namespace mektep::cli {
namespace {

namespace fs = std::filesystem;

bool write_file(const fs::path& path, const std::string& bytes) {
  std::error_code error;
  fs::create_directories(path.parent_path(), error);
  std::ofstream stream(path, std::ios::binary);
  stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  stream.close();
  return !stream.fail();
}

}  // namespace

int run_new(const Context& context) {
  const auto data = find_data_folder(context);
  if (!data) return fail(context, data.error());
  const Arguments& arguments = context.arguments;
  const fs::path folder = arguments.argument;
  std::error_code error;
  if (fs::exists(folder, error) && !fs::is_empty(folder, error))
    return fail(context, say(context.language, Text::folder_not_empty, visible(arguments.argument)));

  std::string base_url = arguments.get("--base-url", "https://mektep.example/");
  if (!base_url.ends_with('/')) base_url += '/';
  const std::string source = *data + "/schema/starter";
  const StarterFiles files = read_starter(
      source, {{"name_ky", arguments.get("--name", text(Text::default_name, Language::ky))},
               {"name_ru",
                arguments.get("--name-ru", arguments.get("--name", text(Text::default_name, Language::ru)))},
               {"base_url", base_url},
               {"today", today(context).iso()},
               {"year", std::to_string(today(context).year)}});
  if (files.empty()) return fail(context, say(context.language, Text::no_starter, visible(source)));

  for (const auto& [path, bytes] : files)
    if (!write_file(folder / path, bytes))
      return fail(context, say(context.language, Text::cannot_write, visible((folder / path).string()),
                               std::strerror(errno)));
  const std::string message = std::string(text(Text::first_commit, context.language)) + "\n";
  if (const auto committed = commit_all(folder.string(), message, context.invocation.now); !committed)
    return fail(context, say(context.language, Text::git_failed, visible(committed.error())));

  context.out() << say(context.language, Text::created, visible(arguments.argument), files.size()) << '\n'
                << say(context.language, Text::created_next,
                       fmt::format("mektep check {}", visible(arguments.argument)))
                << '\n';
  return exit_clear;
}

}  // namespace mektep::cli
