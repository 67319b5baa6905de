// Accounts from the terminal of the server: for the first director, for a lost phone, for somebody who left.
#include <ostream>

#include "editor/cli/commands.h"
#include "editor/cli/engine.h"
#include "editor/cli/texts.h"

namespace mektep::editor {
namespace {

using Command = CommandOptions::Command;

constexpr std::int64_t day = 24 * 3600;

int print_link(Engine& engine, const CommandOptions& options, const OneTimeLink& link, std::ostream& out,
               std::ostream& err) {
  const auto secret = engine.accounts().make_link(link);
  if (!secret) return fail(err, secret.error().detail);
  const std::string base = options.origin.empty() ? "http://" + options.listen : options.origin;
  out << base << "/welcome?code=" << *secret << std::endl;
  return 0;
}

void note_on_terminal(Engine& engine, std::string what, const std::string& email) {
  engine.audit().append({.what = std::move(what), .object = email, .details = {{"where", "terminal"}}});
}

}  // namespace

int run_user(const CommandOptions& options, std::ostream& out, std::ostream& err) {
  auto opened = Engine::open(options);
  if (!opened) return fail(err, opened.error());
  Engine& engine = **opened;
  const std::string email = normal_email(options.email);
  if (email.empty()) return fail(err, texts::wants_email.in(options.language));
  const auto account = engine.accounts().find(std::string_view(email));
  if (!account) return fail(err, account.error().detail);
  const std::int64_t now = engine.machine().now();

  if (options.command == Command::user_add) {
    if (*account) return fail(err, texts::account_there.in(options.language));
    note_on_terminal(engine, "account.invite", email);
    return print_link(engine, options,
                      {.purpose = OneTimeLink::Purpose::invitation,
                       .invited = {email, options.name, *parse_role(options.role), Language::ky},
                       .expires = now + 3 * day},
                      out, err);
  }
  if (!*account) return fail(err, texts::no_account.in(options.language));
  const std::int64_t id = (*account)->id;
  if (options.command == Command::user_disable) {
    if (auto done = engine.accounts().set_disabled(id, true); !done) return fail(err, done.error().detail);
  } else if (options.factor) {
    if (auto done = engine.factors().reset(id); !done) return fail(err, done.error().detail);
  }
  if (auto ended = engine.sessions().end_all(id); !ended) return fail(err, ended.error().detail);
  if (options.command == Command::user_disable) {
    note_on_terminal(engine, "account.disable", email);
    return 0;
  }
  note_on_terminal(engine, "account.reset", email);
  return print_link(engine, options,
                    {.purpose = OneTimeLink::Purpose::reset,
                     .account = id,
                     .invited = {.email = email},
                     .expires = now + day},
                    out, err);
}

}  // namespace mektep::editor
