#include "editor/views/help.h"

#include <fstream>

#include "editor/actions/writing.h"
#include "editor/views/rules.h"
#include "syntax/markdown/html.h"

namespace mektep::editor {
namespace {

constexpr std::array reading_order{"start",   "write",   "forms",    "media",    "review",  "publish",
                                   "journal", "history", "messages", "consents", "accounts"};

// Help has links to other pages of help, and neither pictures nor shortcodes.
class HelpHooks final : public MarkdownHooks {
 public:
  std::string link(const MdNode& link) override { return std::string(link.extra); }
  void image(std::string&, const MdNode&, std::string_view) override {}
  void shortcode(std::string&, const Shortcode&, bool) override {}
};

std::optional<std::string> read(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(in), {});
}

// The first part of a screen's address and the page that explains the screen.
constexpr std::array<std::pair<std::string_view, std::string_view>, 23> explained{{
    {"write", "write"},       {"entries", "write"},     {"edit", "forms"},       {"media", "media"},
    {"review", "review"},     {"publish", "publish"},   {"journal", "journal"},  {"history", "history"},
    {"compare", "history"},   {"undo", "history"},      {"past", "history"},     {"delete", "history"},
    {"rename", "history"},    {"conflict", "history"},  {"drafts", "history"},   {"trash", "history"},
    {"messages", "messages"}, {"consents", "consents"}, {"account", "accounts"}, {"users", "accounts"},
    {"log", "accounts"},      {"login", "accounts"},    {"new", "write"},
}};

}  // namespace

std::expected<std::unique_ptr<Help>, Findings> Help::load(const std::string& folder) {
  auto help = std::make_unique<Help>();
  Findings findings;
  for (const std::string_view name : reading_order) {
    auto& pages = help->pages_[std::string(name)];
    for (const Locale locale : all_locales) {
      const std::string file = fmt::format("{}/{}.{}.md", folder, name, code(locale));
      const auto text = read(file);
      if (!text || !text->starts_with("# ")) {
        findings.emplace_back(rules::help_page_faulty, Place{file, {1, 1}});
        continue;
      }
      const std::size_t line_end = text->find('\n');
      HelpPage& page = pages[index(locale)];
      page.name = name;
      page.title = text->substr(2, line_end - 2);
      page.locale = locale;
      const Markdown tree = parse_markdown(std::string_view(*text).substr(line_end + 1), file, findings,
                                           {.first_line = 2, .locale = locale});
      HelpHooks hooks;
      render_markdown(page.html, tree, hooks, {.locale = locale});
    }
  }
  if (!findings.empty()) return std::unexpected(std::move(findings));
  return help;
}

const HelpPage* Help::find(std::string_view name, Language language) const {
  const auto found = pages_.find(name);
  if (found == pages_.end()) return nullptr;
  return &found->second[index(language == Language::ky ? Locale::ky : Locale::ru)];
}

std::string_view help_for(std::string_view path) {
  const std::string_view part = path.substr(std::min<std::size_t>(path.size(), 1));
  const std::string_view first = part.substr(0, part.find('/'));
  // News, pages, events and albums are written, everything else is filled in.
  if (first == "edit" && is_writing(part.substr(std::min(part.size(), first.size() + 1)))) return "write";
  for (const auto& [screen, page] : explained) {
    if (screen == first) return page;
  }
  return reading_order[0];
}

std::vector<const HelpPage*> Help::list(Language language) const {
  std::vector<const HelpPage*> pages;
  for (const std::string_view name : reading_order) {
    if (const HelpPage* page = find(name, language)) pages.push_back(page);
  }
  return pages;
}

}  // namespace mektep::editor
