#include <filesystem>
#include <ostream>

#include "editor/cli/commands.h"
#include "editor/cli/engine.h"
#include "editor/cli/texts.h"
#include "editor/repository/create.h"

namespace mektep::editor {
namespace {

// What a school brings along was on its site already: it counts as approved and is published at the first
// start.
std::expected<void, std::string> take_over(Engine& engine, const CommandOptions& options) {
  if (auto started = engine.start(options); !started) return started;
  Services& services = engine.services();
  const std::string head = services.repository.head();
  const auto snapshot = services.repository.snapshot(head);
  if (!snapshot) return std::unexpected(snapshot.error().detail);
  if (auto taken = services.approvals.take_over(**snapshot, head); !taken)
    return std::unexpected(taken.error().detail);
  if (auto asked = services.ledger.ask(Publication::Kind::by_hand, nullptr); !asked)
    return std::unexpected(asked.error().detail);
  return {};
}

}  // namespace

int run_init(const CommandOptions& options, std::ostream& out, std::ostream& err) {
  std::error_code error;
  const bool is_new = !std::filesystem::exists(options.repository + "/HEAD", error);
  if (is_new) {
    const auto files = options.from.empty()
                           ? std::expected<std::unique_ptr<Snapshot>, SourceError>(make_memory_snapshot({}))
                           : open_working_tree(options.from);
    if (!files) return fail(err, files.error().message(options.language));
    const auto created = create_repository(
        options.repository, **files, {.author = {"Mektep", "mektep@localhost"}, .now = this_machine().now()});
    if (!created) {
      return fail(err, fmt::format("{} ({})", explain(created.error().fault).in(options.language),
                                   created.error().detail));
    }
    out << texts::say(options.language, texts::made_repository, options.repository) << '\n';
  }
  auto engine = Engine::open(options);
  if (!engine) return fail(err, engine.error());
  if (is_new && !options.from.empty()) {
    if (auto taken = take_over(**engine, options); !taken) return fail(err, taken.error());
  }
  const std::string base = options.origin.empty() ? "http://" + options.listen : options.origin;
  out << texts::say(options.language, texts::made_state, options.state) << '\n';
  if (const std::string link = (*engine)->setup_link(base); !link.empty())
    out << texts::say(options.language, texts::setup_link, link) << '\n';
  out.flush();
  return 0;
}

}  // namespace mektep::editor
