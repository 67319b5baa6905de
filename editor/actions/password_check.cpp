#include "editor/actions/password_check.h"

#include "base/text.h"
#include "editor/actions/refusals.h"
#include "editor/actions/rules.h"
#include "syntax/yaml/yaml.h"

namespace mektep::editor {
namespace {

// Names that the school publishes: its title in all languages and its domain.
std::vector<std::string> school_names(Services& services) {
  const auto bytes = services.repository.read("site.yaml");
  if (!bytes || !*bytes) return {};
  Findings told_by_the_check;
  const Node site = parse_yaml(**bytes, "site.yaml", told_by_the_check);
  std::vector<std::string> names{std::string(site.text_of("base_url"))};
  if (const Node* title = site.get("title")) {
    names.push_back(title->text);
    for (const Node::Member& member : title->members) names.push_back(member.value.text);
  }
  return names;
}

// Letters and digits only, so that "n.asanova@school5.kg" gives its words.
std::string words_of(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    append_utf8(out, is_letter(c) || (c >= '0' && c <= '9') ? c : U' ');
  }
  return out;
}

}  // namespace

std::optional<Refusal> check_password(Services& services, std::string_view password, const std::string& email,
                                      const std::string& name) {
  std::vector<std::string> names = school_names(services);
  names.push_back(email);
  names.push_back(name);
  for (std::string& words : names) words = words_of(words);
  switch (services.password_rules.judge(password, names)) {
    case PasswordFault::too_short:
      return invalid(rules::password_short, "password");
    case PasswordFault::too_long:
      return invalid(rules::password_long, "password");
    case PasswordFault::common:
      return invalid(rules::password_common, "password");
    case PasswordFault::own_names:
      return invalid(rules::password_own_names, "password");
    case PasswordFault::none:
      break;
  }
  return std::nullopt;
}

}  // namespace mektep::editor
