#include "editor/views/dashboard.h"

#include "base/text.h"
#include "checks/repair.h"
#include "editor/permissions/permissions.h"
#include "editor/repository/entry_id.h"
#include "editor/views/completeness.h"
#include "editor/views/entry_names.h"

namespace mektep::editor {
namespace {

enum class Group : std::uint8_t { blocks, expires, translation, doubts };

Group group_of(const Finding& finding) {
  const std::string_view id = finding.rule->id;
  if (id == "disclosure-expired" || id == "disclosure-expiring" || id == "disclosure-stale" ||
      id == "consent-ends-soon" || id == "person-leaves-soon" || id == "entry-runs-out")
    return finding.blocks() ? Group::blocks : Group::expires;
  if (finding.blocks()) return Group::blocks;
  if (id == "disclosure-untranslated" || id.starts_with("language-")) return Group::translation;
  return Group::doubts;
}

Value finding_value(const Finding& finding, Language language, bool repairs) {
  return make_record({{"message", upper_first(finding.message(language))},
                      {"hint", finding.hint(language)},
                      {"where", finding.place.file},
                      {"clauses", std::string(finding.clause_list())},
                      {"repairable", repairs && is_repairable(finding)},
                      {"line", static_cast<std::int64_t>(finding.place.mark.line)},
                      {"column", static_cast<std::int64_t>(finding.place.mark.column)},
                      {"href", mending_place(finding)}});
}

// At most `limit` lines; the template says how many more there are.
constexpr std::size_t limit = 12;

Value group_value(const Findings& findings, Group group, Language language, bool repairs = false) {
  ValueList lines;
  std::size_t count = 0;
  for (const Finding& finding : findings) {
    if (finding.severity == Severity::notes || group_of(finding) != group) continue;
    if (++count <= limit) lines.push_back(finding_value(finding, language, repairs));
  }
  const std::size_t shown = lines.size();
  return make_record({{"lines", std::move(lines)}, {"count", count}, {"more", count - shown}});
}

Value reviews_value(Services& services, const Actor& actor, Language language) {
  ValueList lines;
  const EntryNames names(services, language);
  const auto open = services.reviews.open();
  for (const Review& review : open.value_or(std::vector<Review>())) {
    const bool mine = review.account == actor.account;
    lines.push_back(make_record({{"title", names.of(review.entry)},
                                 {"name", review.name},
                                 {"created", review.created},
                                 {"mine", mine},
                                 {"yours", !mine && may(actor.role, Ability::approve)},
                                 {"href", "/review/" + encode_url(review.entry)}}));
  }
  return lines;
}

// What this person began and did not save.
Value drafts_value(Services& services, const Actor& actor, Language language) {
  constexpr std::size_t most = 5;
  ValueList lines;
  const EntryNames names(services, language);
  for (const Draft& draft : services.drafts.list(actor.account).value_or(std::vector<Draft>())) {
    if (lines.size() == most) break;
    const auto whole = services.drafts.find(actor.account, draft.entry);
    const std::string title = whole && *whole ? names.of(**whole) : names.of(draft.entry);
    lines.push_back(make_record({{"entry", draft.entry}, {"title", title}, {"saved", draft.saved / 1000}}));
  }
  return lines;
}

Value publication_value(Services& services) {
  const auto shown = services.ledger.shown();
  if (!shown || !*shown) return nullptr;
  return make_record({{"finished", (*shown)->finished},
                      {"name", (*shown)->name},
                      {"changes", (*shown)->changes.size()},
                      {"href", fmt::format("/publish/{}", (*shown)->id)}});
}

}  // namespace

std::string place_of_file(std::string_view file, std::string_view field) {
  if (file.empty()) return "/entries/school";
  // What a whole folder lacks is begun where its entries are listed.
  if (file == "people" || file == "documents") return fmt::format("/entries/{}", file);
  // What is said about a picture is mended where the picture is.
  for (const std::string_view type : {".jpg", ".png", ".webp"}) {
    if (const std::size_t at = file.rfind(type); at != std::string_view::npos)
      return "/media/item/" + encode_url(file.substr(0, at + type.size()));
  }
  std::string href = "/edit/" + encode_url(entry_of(file));
  if (!field.empty()) href += "#" + encode_url(field);
  return href;
}

std::string mending_place(const Finding& finding) {
  return place_of_file(finding.place.file, finding.field);
}

Values dashboard_values(Services& services, const Actor& actor, Language language) {
  const auto answer = services.reports.newest();
  static const CheckReport nothing;
  const CheckReport& report = answer.report ? *answer.report : nothing;
  return {{"ready", answer.report != nullptr},
          {"outdated", answer.outdated},
          {"completeness", completeness_value(report, services.forms.schemas().catalogue, language)},
          {"blocks", group_value(report.findings, Group::blocks, language, may(actor.role, Ability::write))},
          {"expires", group_value(report.findings, Group::expires, language)},
          {"translation", group_value(report.findings, Group::translation, language)},
          {"doubts", group_value(report.findings, Group::doubts, language)},
          {"reviews", reviews_value(services, actor, language)},
          {"drafts", drafts_value(services, actor, language)},
          {"publication", publication_value(services)},
          {"writes", may(actor.role, Ability::write_own)}};
}

}  // namespace mektep::editor
