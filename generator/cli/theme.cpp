// mektep theme check, mektep theme new: what theme authors work with.
#include <filesystem>
#include <fstream>
#include <ostream>

#include "base/text.h"
#include "cli/commands.h"
#include "cli/data_folder.h"
#include "cli/report/report.h"

namespace mektep::cli {
namespace {

namespace fs = std::filesystem;

bool has(const fs::path& folder, const char* file) {
  std::error_code error;
  return fs::is_regular_file(folder / file, error);
}

std::string without_slash(std::string path) {
  while (path.size() > 1 && path.ends_with('/')) path.pop_back();
  return path;
}

// Fills in what is to be checked: a school's repository with its own theme, or a theme on the demonstration
// school. False: `named` is neither.
bool choose_subject(std::string named, Request& request) {
  named = without_slash(named.empty() ? "." : std::move(named));
  const std::string& data = request.data_folder;
  if (has(named, "site.yaml")) {
    request.repository = named;
    return true;
  }
  std::string folder = named;
  if (!has(folder, "theme.yaml")) folder = data + "/themes/" + named;
  if (named.starts_with('.') && !has(named, "theme.yaml")) folder = data + "/themes/default";
  if (!has(folder, "theme.yaml")) return false;
  std::error_code error;
  request.theme_folder = without_slash(fs::weakly_canonical(folder, error).string());
  request.repository = data + "/content";
  return true;
}

int check(const Context& context) {
  Request request;
  if (!make_request(context, "", request)) return exit_failed;
  const std::string named = context.arguments.rest.empty() ? std::string() : context.arguments.rest.front();
  if (!choose_subject(named, request))
    return fail(context, say(context.language, Text::theme_not_found, visible(named)));
  const auto answer = context.invocation.engine->check_theme(request);
  if (!answer) return fail(context, answer.error());
  write_report(context.out(), *answer, report_options(context, request));
  return any_blocks(answer->findings) ? exit_blocked : exit_clear;
}

// A copy of the default theme under another name.
int start(const Context& context) {
  const std::string named =
      without_slash(context.arguments.rest.empty() ? std::string() : context.arguments.rest.front());
  if (named.empty())
    return fail(context, say(context.language, Text::argument_missing, context.arguments.command->rest));
  const auto data = find_data_folder(context);
  if (!data) return fail(context, data.error());
  const fs::path from = *data + "/themes/default", to = named;
  std::error_code error;
  if (fs::exists(to, error) && !fs::is_empty(to, error))
    return fail(context, say(context.language, Text::folder_not_empty, visible(named)));
  std::size_t files = 0;
  const auto refused = [&](const fs::path& path) {
    return fail(context, say(context.language, Text::cannot_write, visible(path.string()), error.message()));
  };
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(from, error)) {
    const fs::path inside = fs::relative(entry.path(), from);
    // Scripts are taken from the default theme as they are: see `extends`.
    if (!entry.is_regular_file() || inside.string().starts_with("scripts/") ||
        inside.string().starts_with("screenshot") || inside.extension() == ".js")
      continue;
    const fs::path target = to / inside;
    fs::create_directories(target.parent_path(), error);
    if (error || !fs::copy_file(entry.path(), target, error)) return refused(target);
    ++files;
  }
  if (error) return refused(from);
  std::string manifest;
  {
    std::ifstream stream(to / "theme.yaml", std::ios::binary);
    manifest.assign(std::istreambuf_iterator<char>(stream), {});
  }
  const std::string name = fs::path(named).filename().string();
  std::ofstream stream(to / "theme.yaml", std::ios::binary | std::ios::trunc);
  stream << replace_all(manifest, "name: default\n", "name: " + name + "\nextends: default\n");
  stream.close();
  if (stream.fail()) {
    error = std::make_error_code(std::errc::io_error);
    return refused(to / "theme.yaml");
  }
  context.out() << say(context.language, Text::theme_created, visible(named), files) << '\n'
                << say(context.language, Text::theme_created_next, "mektep theme check " + visible(named))
                << '\n';
  return exit_clear;
}

}  // namespace

int run_theme(const Context& context) {
  if (context.arguments.rest.size() > 1)
    return fail(context, say(context.language, Text::too_many_arguments, visible(context.arguments.rest[1])));
  return context.arguments.argument == "new" ? start(context) : check(context);
}

}  // namespace mektep::cli
