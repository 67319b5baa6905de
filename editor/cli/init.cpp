#include <filesystem>
#include <ostream>

#include "editor/cli/commands.h"
#include "editor/cli/engine.h"

namespace mektep::editor {

int run_init(const CommandOptions& options, std::ostream& out, std::ostream& err) {
  std::error_code error;
  if (!std::filesystem::exists(options.repository + "/HEAD", error)) {
    const auto created = create_repository(options.repository, options.from, this_machine().now());
    if (!created) {
      err << "mektep-editor: " << created.error() << std::endl;
      return 2;
    }
    out << "Repository: " << options.repository << '\n';
  }
  auto engine = Engine::open(options);
  if (!engine) {
    err << "mektep-editor: " << engine.error() << std::endl;
    return 2;
  }
  const std::string base = options.origin.empty() ? "http://" + options.listen : options.origin;
  const std::string link = (*engine)->setup_link(base);
  out << "State: " << options.state << '\n';
  if (!link.empty()) out << "Set up the first administrator (valid for 24 hours): " << link << '\n';
  out.flush();
  return 0;
}

}  // namespace mektep::editor
