#include "consent/withdrawal.h"

#include <catch2/catch.hpp>

#include "consent/edit_lines.h"
#include "publish/publishable_site.h"
#include "support/demonstration.h"

using namespace mektep;
using namespace mektep::test;

namespace {

// The site after the edits of a withdrawal.
std::shared_ptr<const PreparedSite> after(const Edits& before, const Withdrawal& withdrawal) {
  Edits edits = before;
  edits.insert(edits.end(), withdrawal.edits.begin(), withdrawal.edits.end());
  return prepare_demonstration(std::move(edits));
}

const std::string* edited(const Withdrawal& withdrawal, std::string_view file) {
  for (const auto& [path, bytes] : withdrawal.edits)
    if (path == file && bytes) return &*bytes;
  return nullptr;
}

}  // namespace

TEST_CASE("a withdrawal takes an employee off the site and leaves no trace") {
  const auto before = prepare_demonstration({});
  const auto plan = plan_withdrawal(*before, before->model.person("gulnara-asanova")->consent);
  REQUIRE(plan);
  CHECK(find_traces(plan->traces, *before).size() > 5);
  const auto site = after({}, *plan);
  CHECK(find_traces(plan->traces, *site).empty());
  CHECK(PublishableSite::pass(site));
  const std::string* record = edited(*plan, "consents/c-0014.yaml");
  REQUIRE(record);
  CHECK(record->find("asanova") == std::string::npos);
  CHECK(record->find("withdrawn: 2026-11-21") != std::string::npos);
}

TEST_CASE("a text that names the employee becomes a draft") {
  const Edits named{{"news/2026/named/index.ky.md",
                     "---\ntitle: Сабак\ndate: 2026-11-01\n---\n\nАсанова Гүлнара сабак өттү.\n"}};
  const auto before = prepare_demonstration(named);
  const auto plan = plan_withdrawal(*before, before->model.person("gulnara-asanova")->consent);
  REQUIRE(plan);
  const std::string* text = edited(*plan, "news/2026/named/index.ky.md");
  REQUIRE(text);
  CHECK(text->starts_with("---\ndraft: true\ntitle: Сабак\n"));
  CHECK(find_traces(plan->traces, *after(named, *plan)).empty());
}

TEST_CASE("pictures of a pupil go with their references, and the text stays") {
  const std::string sidecar =
      "alt: {ky: Окуучулар, ru: Ученики}\npeople: [c-0991]\nstated_by: nurbek-sydykov\nstated_on: "
      "2026-11-10\n";
  const Edits shown{
      {"consents/c-0991.yaml",
       "subject: pupil\npseudonym: pupil-0042\nrepresentative: parent\nscopes: [photo]\ncovers: [photo]\n"
       "from: 2026-09-01\nevidence: {number: \"09-91\", date: 2026-09-01}\n"
       "risks_explained: {by: nurbek-sydykov, on: 2026-09-01}\n"},
      {"news/2026/shown/index.ky.md",
       "---\ntitle: Мелдеш\ndate: 2026-11-01\nimage: face.jpg\n---\n\nМелдеш өттү. "
       "![Жеңүүчүлөр](face.jpg)\n\nАягы.\n"},
      {"news/2026/shown/face.jpg", bytes_of("people/gulnara-asanova.jpg") + "x"},
      {"news/2026/shown/face.jpg.yaml", sidecar}};
  const auto before = prepare_demonstration(shown);
  const auto plan = plan_withdrawal(*before, "c-0991");
  REQUIRE(plan);
  CHECK_FALSE(find_traces(plan->traces, *before).empty());
  CHECK(*edited(*plan, "news/2026/shown/index.ky.md") ==
        "---\ntitle: Мелдеш\ndate: 2026-11-01\n---\n\nМелдеш өттү. \n\nАягы.\n");
  const auto site = after(shown, *plan);
  CHECK(find_traces(plan->traces, *site).empty());
  CHECK(site->model.asset("news/2026/shown/face.jpg") == nullptr);
  CHECK(site->model.consent("c-0991")->withdrawn == Date{2026, 11, 21});
}

TEST_CASE("a text that stands on the consent is withheld as it is, and its pages are told") {
  const Edits named{
      {"consents/c-0991.yaml",
       "subject: pupil\npseudonym: pupil-0042\nrepresentative: parent\nscopes: [news]\ncovers: [name]\n"
       "from: 2026-09-01\nevidence: {number: \"09-91\", date: 2026-09-01}\n"
       "risks_explained: {by: nurbek-sydykov, on: 2026-09-01}\n"},
      {"news/2026/named/index.ky.md",
       "---\ntitle: Мелдеш\ndate: 2026-11-20\nconsents: [c-0991]\n---\n\nЧомоева Бегимай жеңди.\n"}};
  const auto before = prepare_demonstration(named);
  const auto plan = plan_withdrawal(*before, "c-0991");
  REQUIRE(plan);
  CHECK(edited(*plan, "news/2026/named/index.ky.md") == nullptr);
  for (const std::string_view file : {"news/2026/named/index.html", "news/index.html", "index.html"}) {
    INFO(file);
    CHECK(std::ranges::any_of(plan->steps, [&](const WithdrawalStep& step) {
      return step.kind == WithdrawalStep::Kind::page && step.what == file;
    }));
  }
  const auto site = after(named, *plan);
  CHECK(std::ranges::none_of(site->pages.outputs(), [](const PlannedOutput& output) {
    return output.file.find("news/2026/named") != std::string::npos;
  }));
}

TEST_CASE("an unknown consent is told with the one that was probably meant") {
  const auto plan = plan_withdrawal(*prepare_demonstration({}), "c-00014");
  REQUIRE_FALSE(plan);
  CHECK(plan.error().rule->id == "consent-unknown");
}

TEST_CASE("lines are taken out of a file and the rest stays byte for byte") {
  EditLines lines("a: 1\r\nlist: [x.jpg, y.jpg]\n- z.jpg\nend");
  lines.remove_item(2, "x.jpg");
  lines.remove_item(3, "z.jpg");
  lines.append("more: 2");
  CHECK(lines.text() == "a: 1\r\nlist: [y.jpg]\nend\nmore: 2\n");
}
