#include "facts/consent_conflicts.h"

#include <catch2/catch.hpp>

#include "base/text.h"
#include "facts/consent.h"
#include "facts/publication.h"
#include "support/school.h"

using namespace mektep;
using namespace mektep::test;

namespace {

constexpr Date today{2026, 11, 21};

std::string paper(const std::string& number, const std::string& more = {},
                  const std::string& subject = "pupil-0042") {
  return "subject: pupil\npseudonym: " + subject +
         "\nscopes: [news, photo]\ncovers: [name, photo]\nfrom: 2026-09-01\n"
         "evidence: {number: \"" +
         number + "\", date: 2026-09-01}\nrisks_explained: {by: a, on: 2026-09-01}\n" + more;
}

using Kind = ConsentConflict::Kind;

std::vector<Kind> conflicts(const std::string& one, const std::string& other) {
  const auto school =
      load_school({{"site.yaml", site_yaml}, {"consents/c-1.yaml", one}, {"consents/c-2.yaml", other}});
  std::vector<Kind> kinds;
  for (const ConsentConflict& conflict : find_consent_conflicts(school.model)) kinds.push_back(conflict.kind);
  return kinds;
}

}  // namespace

TEST_CASE("two papers of one pupil for the same time overlap, those of two pupils do not") {
  CHECK(conflicts(paper("1"), paper("2")) == std::vector{Kind::overlap});
  CHECK(conflicts(paper("1"), paper("2", "", "pupil-0043")).empty());
  CHECK(conflicts(paper("1", "until: 2026-08-31\n"), paper("2")).empty());
}

TEST_CASE("an older paper does not outlive the withdrawal of another one") {
  CHECK(conflicts(paper("1"), paper("2", "withdrawn: 2026-10-01\n")) == std::vector{Kind::contradiction});
}

TEST_CASE("a withdrawn paper that is entered again is told, whoever it is said to be about") {
  const std::string withdrawn =
      replace_all(paper("1", "withdrawn: 2026-10-01\n"), "pupil-0042", "employee-1");
  CHECK(conflicts(paper("1"), withdrawn) == std::vector{Kind::entered_again});
}

TEST_CASE("what is contradicted, or dated in the future, counts as no consent") {
  const auto counts = [](const std::string& one, const std::string& other) {
    const auto school =
        load_school({{"site.yaml", site_yaml}, {"consents/c-1.yaml", one}, {"consents/c-2.yaml", other}});
    return ConsentRegister(school.model, today).counts(*school.model.consent("c-1"));
  };
  CHECK(counts(paper("1"), paper("2", "", "pupil-0043")));
  CHECK_FALSE(counts(paper("1"), paper("2", "withdrawn: 2026-10-01\n")));
  CHECK_FALSE(
      counts(replace_all(paper("1"), "date: 2026-09-01", "date: 2026-12-01"), paper("2", "", "pupil-0043")));
  CHECK_FALSE(
      counts(replace_all(paper("1"), "on: 2026-09-01", "on: 2026-12-01"), paper("2", "", "pupil-0043")));
}

TEST_CASE("a text that names a pupil is published while the consent lasts and not a day longer") {
  const auto school =
      load_school({{"site.yaml", site_yaml},
                   {"consents/c-1.yaml", paper("1", "until: 2026-11-30\n")},
                   {"news/a/index.ky.md", "---\ntitle: А\ndate: 2026-08-01\nconsents: [c-1]\n---\nТекст\n"},
                   {"news/b/index.ky.md", "---\ntitle: Б\ndate: 2026-08-01\nconsents: [c-9]\n---\nТекст\n"}});
  const Entry& entry = *school.model.entry("news/a");
  CHECK_FALSE(is_published(entry, Date{2026, 8, 31}));
  CHECK(is_published(entry, Date{2026, 9, 1}));
  CHECK(is_published(entry, Date{2026, 11, 30}));
  CHECK_FALSE(is_published(entry, Date{2026, 12, 1}));
  CHECK_FALSE(is_published(*school.model.entry("news/b"), today));
}

TEST_CASE("whoever has left is withheld from the next day on") {
  const auto school = load_school(
      {{"site.yaml", site_yaml},
       {"people/a.yaml",
        "name: {surname: {ky: Асанова, ru: Асанова}, given: {ky: Айнура, ru: Айнура}}\nkind: teacher\n"
        "post: {ky: Мугалим, ru: Учитель}\nconsent: c-1\nleaves: 2026-11-20\n"},
       {"consents/c-1.yaml", "person: a\nscopes: [internet]\ncovers: [name]\nfrom: 2026-09-01\n"}});
  const auto withheld = [&](Date day) {
    return ConsentRegister(school.model, day).publish(school.model.people.at(0)).name_withheld();
  };
  CHECK_FALSE(withheld(Date{2026, 11, 20}));
  CHECK(withheld(Date{2026, 11, 21}));
}
