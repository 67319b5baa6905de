// ICT-20: names of pupils that only whoever runs a check knows.
#include <catch2/catch.hpp>
#include <fstream>

#include "consent/private_names.h"
#include "consent/withdrawal.h"
#include "publish/publishable_site.h"
#include "support/demonstration.h"

using namespace mektep;
using namespace mektep::test;

namespace {

const PrivateNames names{{"pupil-0042", "Чомоева", "Бегимай", ""}};

std::string consent(const std::string& until = "2027-06-30") {
  return "subject: pupil\npseudonym: pupil-0042\nrepresentative: parent\nscopes: [news]\ncovers: [name]\n"
         "from: 2026-09-01\nuntil: " +
         until +
         "\nevidence: {number: \"09-91\", date: 2026-09-01}\n"
         "risks_explained: {by: nurbek-sydykov, on: 2026-09-01}\n";
}

std::string news(const std::string& front, const std::string& words) {
  return "---\ntitle: Мелдеш\ndate: 2026-11-01\n" + front + "---\n\n" + words + "\n";
}

std::shared_ptr<const PreparedSite> school(Edits edits) {
  return prepare_demonstration(std::move(edits), Date{2026, 11, 21}, names);
}

std::vector<std::string> rules_of(const PreparedSite& site) {
  std::vector<std::string> rules;
  for (const Finding& finding : site.findings) {
    if (finding.rule->id.starts_with("pupil-")) rules.emplace_back(finding.rule->id);
    for (const Language language : {Language::ky, Language::ru, Language::en})
      CHECK(finding.message(language).find("Чомоева") == std::string::npos);
  }
  return rules;
}

}  // namespace

TEST_CASE("a pupil whom the register of this machine knows is found in every form of the name") {
  for (const std::string words :
       {"Чомоева Бегимай биринчи орунду алды.", "Бегимай Чомоеванын эмгеги.", "**Чомо**ева Б. катышты.",
        "Грамота вручена Чомоевой Бегимай.", "[Сүрөт](/begimay-chomoeva/)"}) {
    INFO(words);
    const auto site = school({{"news/2026/named/index.ky.md", news("", words)}});
    CHECK_FALSE(rules_of(*site).empty());
    CHECK_FALSE(PublishableSite::pass(site));
  }
}

TEST_CASE("a text lists the consent of the pupil whom it names") {
  const std::string words = "Чомоева Бегимай биринчи орунду алды.";
  const auto unlisted =
      school({{"consents/c-0991.yaml", consent()}, {"news/2026/named/index.ky.md", news("", words)}});
  CHECK(rules_of(*unlisted) == std::vector<std::string>{"pupil-not-listed"});
  const auto listed = school({{"consents/c-0991.yaml", consent()},
                              {"news/2026/named/index.ky.md", news("consents: [c-0991]\n", words)}});
  CHECK(rules_of(*listed).empty());
  CHECK(PublishableSite::pass(listed));
  const auto ended = school({{"consents/c-0991.yaml", consent("2026-11-20")},
                             {"news/2026/named/index.ky.md", news("consents: [c-0991]\n", words)}});
  CHECK(PublishableSite::pass(ended));
  for (const auto& [file, bytes] : render_all(*ended)) {
    INFO(file);
    CHECK(bytes.find("Чомоева") == std::string::npos);
  }
}

TEST_CASE("a surname alone is no pupil") {
  const auto site = school({{"news/2026/named/index.ky.md", news("", "Чомоева деген фамилия көп.")}});
  CHECK(rules_of(*site).empty());
}

TEST_CASE("a withdrawal takes the texts that name the pupil off the site") {
  const Edits before{
      {"consents/c-0991.yaml", consent()},
      {"news/2026/named/index.ky.md", news("consents: [c-0991]\n", "Бегимай Чомоеванын эмгеги.")}};
  const auto site = school(before);
  const auto plan = plan_withdrawal(*site, "c-0991");
  REQUIRE(plan);
  CHECK(find_traces(plan->traces, *site).size() >= 2);
  Edits after = before;
  after.insert(after.end(), plan->edits.begin(), plan->edits.end());
  CHECK(find_traces(plan->traces, *school(after)).empty());
}

TEST_CASE("the table of names is read, and its faults are told with their place") {
  const std::string file = std::filesystem::temp_directory_path() / "mektep-pupils.csv";
  std::ofstream(file) << "pseudonym;surname;given;patronymic\npupil-0001;Асанов;Бакыт;\npupil-0002;;;\n";
  const auto read = read_private_names(file);
  REQUIRE(read);
  REQUIRE(read->size() == 1);
  CHECK(read->front().given == "Бакыт");
  std::ofstream(file) << "pseudonym,surname\npupil-0001,Асанов\n";
  const auto faulty = read_private_names(file);
  REQUIRE_FALSE(faulty);
  CHECK(faulty.error().rule->id == "csv-missing-column");
  CHECK(faulty.error().found == "given");
  std::filesystem::remove(file);
  CHECK_FALSE(read_private_names(file));
}
