#include "cli/data_folder.h"

#include <filesystem>

#include "cli/terminal.h"

namespace mektep::cli {
namespace {

namespace fs = std::filesystem;

bool holds_data(const fs::path& folder) {
  std::error_code error;
  return fs::is_directory(folder / "schema", error) && fs::is_directory(folder / "themes", error);
}

}  // namespace

std::expected<std::string, std::string> find_data_folder(const Context& context) {
  std::optional<std::string> named;
  if (context.arguments.has("--data"))
    named = context.arguments.get("--data");
  else if (auto variable = context.invocation.variable("MEKTEP_DATA"); variable && !variable->empty())
    named = variable;
  if (named) {
    if (holds_data(*named)) return *named;
    return std::unexpected(say(context.language, Text::no_such_data_folder, visible(*named)));
  }
  if (!context.invocation.executable.empty()) {
    const fs::path share =
        fs::path(context.invocation.executable).parent_path().parent_path() / "share" / "mektep";
    if (holds_data(share)) return share.string();
  }
#ifdef MEKTEP_SOURCE_DATA
  if (holds_data(MEKTEP_SOURCE_DATA)) return std::string(MEKTEP_SOURCE_DATA);
#endif
  return std::unexpected(std::string(text(Text::no_data_folder, context.language)));
}

}  // namespace mektep::cli
