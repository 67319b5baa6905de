#include "editor/cli/options.h"

#include <CLI/CLI.hpp>

namespace mektep::editor {
namespace {

using Command = CommandOptions::Command;

void add_common(CLI::App& command, CommandOptions& options) {
  command.add_option("--repo", options.repository, "Bare git repository of the school's content")->required();
  command.add_option("--state", options.state, "Folder of accounts, drafts and jobs; default: REPO.state");
  command.add_option("--data", options.data, "Folder that holds schema/, themes/ and editor/");
}

}  // namespace

std::expected<CommandOptions, CommandEnd> read_options(const std::vector<std::string>& words,
                                                       Language language) {
  CommandOptions options;
  options.language = language;
  CLI::App app("Edit a school's content repository in a browser", "mektep-editor");
  app.require_subcommand(1);
  CLI::App* serve = app.add_subcommand("serve", "Serve the editor");
  add_common(*serve, options);
  serve->add_option("--listen", options.listen, "Address and port; only this machine may reach it")
      ->capture_default_str();
  serve->add_option("--preview-origin", options.preview_origin,
                    "Public address of the preview, behind a proxy");
  serve->add_option("--preview-listen", options.preview_listen, "Address and port of the preview")
      ->capture_default_str();
  serve->add_option("--origin", options.origin,
                    "Public address behind the proxy: https://editor.school.example");
  serve->add_option("--proxy", options.proxies, "Addresses whose X-Forwarded-For is believed")
      ->capture_default_str();
  CLI::App* init = app.add_subcommand("init", "Make a bare repository and print the link of the set-up");
  add_common(*init, options);
  init->add_option("--from", options.from, "Folder whose files become the first commit");
  CLI::App* fsck =
      app.add_subcommand("fsck", "Look whether repository, database and log are whole; the editor may run");
  add_common(*fsck, options);
  CLI::App* gc =
      app.add_subcommand("gc", "Pack the files of many saves; remove what has run out; the editor may run");
  add_common(*gc, options);
  CLI::App* user = app.add_subcommand("user", "Accounts of people");
  user->require_subcommand(1);
  CLI::App* add = user->add_subcommand("add", "Print a link with which somebody makes an account");
  CLI::App* disable = user->add_subcommand("disable", "End all sessions of an account and let it in no more");
  CLI::App* reset = user->add_subcommand("reset", "Print a link for a new password");
  for (CLI::App* command : {add, disable, reset}) {
    add_common(*command, options);
    command->add_option("--origin", options.origin, "Public address of the editor, for links");
    command->add_option("--email", options.email, "Address of the person")->required();
  }
  add->add_option("--name", options.name, "Name that the history of changes shows")->required();
  add->add_option("--role", options.role, "What the person may do")
      ->check(CLI::IsMember({"administrator", "editor", "reviewer", "contributor", "auditor"}))
      ->capture_default_str();
  reset->add_flag("--factor", options.factor, "Remove the second factor too: the phone is lost");
  try {
    std::vector<std::string> reversed(words.rbegin(), words.rend());
    app.parse(reversed);
  } catch (const CLI::ParseError& error) {
    std::ostringstream out;
    const int code = app.exit(error, out, out);
    return std::unexpected(CommandEnd{code == 0 ? 0 : 2, out.str()});
  }
  if (app.got_subcommand(init)) options.command = Command::init;
  if (app.got_subcommand(fsck)) options.command = Command::fsck;
  if (app.got_subcommand(gc)) options.command = Command::gc;
  if (user->got_subcommand(add)) options.command = Command::user_add;
  if (user->got_subcommand(disable)) options.command = Command::user_disable;
  if (user->got_subcommand(reset)) options.command = Command::user_reset;
  if (options.state.empty()) options.state = options.repository + ".state";
  return options;
}

}  // namespace mektep::editor
