#include "editor/actions/save_entry.h"

#include <catch2/catch.hpp>

#include "editor/actions/save_draft.h"
#include "tests/editor/actions/desk.h"

namespace mektep::editor {
namespace {

using namespace testing;

constexpr const char* bell = "news/2026/bell";
constexpr const char* bell_ky = "news/2026/bell/index.ky.md";
const Files school{{"site.yaml", "name: a\n"},
                   {bell_ky, "---\ntitle: Коңгуроо\n---\n\nБир.\n\nЭки.\n"},
                   {"people/asanova.yaml", "name: Асанова\npost: {ky: мугалим, ru: учитель}\n"}};

std::int64_t type(Desk& desk, const Actor& actor, const std::string& entry, const std::string& path,
                  const std::string& text, const std::string& base, std::int64_t version = 0) {
  const auto saved = SaveDraft{entry, base, version, {{path, text}}}.execute(*desk.services, actor);
  REQUIRE(saved.has_value());
  return saved->version;
}

Written save(Desk& desk, const Actor& actor, const std::string& entry) {
  auto written = SaveEntry{.entry = entry}.execute(*desk.services, actor);
  REQUIRE(written.has_value());
  return *written;
}

TEST_CASE("a draft becomes a commit of its author and is gone then") {
  Desk desk(school);
  type(desk, desk.aigul, bell, bell_ky, "---\ntitle: К\n---\n", desk.repository->head());
  desk.restart();
  const Written written = save(desk, desk.aigul, bell);
  CHECK(desk.text(bell_ky) == "---\ntitle: К\n---\n");
  const auto commit = desk.repository->find(written.revision);
  CHECK(commit->author.name == "Айгүл");
  CHECK(deed_of(commit->message) == Deed::save);
  CHECK(commit->message.starts_with("Save news/2026/bell\n"));
  CHECK_FALSE(desk.services->drafts.find(1, bell).value().has_value());
  CHECK(SaveEntry{.entry = bell}.execute(*desk.services, desk.aigul).error().kind == Refusal::Kind::invalid);
}

TEST_CASE("what two people changed in different places is merged") {
  Desk desk(school);
  const std::string base = desk.repository->head();
  type(desk, desk.aigul, bell, bell_ky, "---\ntitle: Коңгуроо\n---\n\nБир!\n\nЭки.\n", base);
  type(desk, desk.bakyt, bell, bell_ky, "---\ntitle: Биринчи коңгуроо\n---\n\nБир.\n\nЭки.\n\nҮч.\n", base);
  CHECK_FALSE(save(desk, desk.aigul, bell).merged);
  CHECK(save(desk, desk.bakyt, bell).merged);
  CHECK(desk.text(bell_ky) == "---\ntitle: Биринчи коңгуроо\n---\n\nБир!\n\nЭки.\n\nҮч.\n");
}

TEST_CASE("what two people changed in the same place is kept twice until somebody decides") {
  Desk desk(school);
  const std::string base = desk.repository->head();
  const std::string path = "people/asanova.yaml";
  type(desk, desk.aigul, "people/asanova", path, "name: Асанова А.\npost: {ky: мугалим, ru: учитель}\n",
       base);
  type(desk, desk.bakyt, "people/asanova", path, "name: Асанова Б.\npost: {ky: завуч, ru: учитель}\n", base);
  save(desk, desk.aigul, "people/asanova");
  const Written refused = save(desk, desk.bakyt, "people/asanova");
  REQUIRE(refused.conflict.has_value());
  CHECK(refused.revision.empty());
  CHECK(desk.text(path).contains("Асанова А."));
  CHECK(desk.services->drafts.find(2, "people/asanova").value().has_value());
  const auto conflict = find_conflict(*desk.services, desk.bakyt, "people/asanova");
  REQUIRE((conflict && *conflict));
  CHECK((*conflict)->files[0].merge.conflicts()[0]->field == "name");

  using Take = Resolution::Take;
  ResolveConflict decision{"people/asanova", (*conflict)->head, {}};
  CHECK(decision.execute(*desk.services, desk.bakyt).error().kind == Refusal::Kind::invalid);
  decision.decisions = {{path, {{Take::mine, {}}}}};
  SECTION("it becomes a commit on the head that was shown") {
    REQUIRE(decision.execute(*desk.services, desk.bakyt).value().conflict == std::nullopt);
    CHECK(desk.text(path) == "name: Асанова Б.\npost: {ky: завуч, ru: учитель}\n");
  }
  SECTION("somebody who saved again meanwhile makes another conflict") {
    type(desk, desk.aigul, "people/asanova", path, "name: Асанова В.\npost: {ky: мугалим, ru: учитель}\n",
         desk.repository->head());
    save(desk, desk.aigul, "people/asanova");
    CHECK(decision.execute(*desk.services, desk.bakyt).value().conflict.has_value());
    CHECK(desk.text(path).contains("Асанова В."));
  }
}

TEST_CASE("a file that one deleted and another changed is a conflict") {
  Desk desk(school);
  const std::string base = desk.repository->head();
  type(desk, desk.aigul, bell, bell_ky, "---\ntitle: Х\n---\n", base);
  REQUIRE(
      SaveDraft{bell, base, 0, {{bell_ky, std::nullopt}}}.execute(*desk.services, desk.bakyt).has_value());
  save(desk, desk.aigul, bell);
  const Written refused = save(desk, desk.bakyt, bell);
  REQUIRE(refused.conflict.has_value());
  CHECK(refused.conflict->files[0].mine_removed);
  const ResolveConflict keep{bell, refused.conflict->head, {{bell_ky, {{Resolution::Take::theirs, {}}}}}};
  REQUIRE(keep.execute(*desk.services, desk.bakyt).has_value());
  CHECK(desk.text(bell_ky) == "---\ntitle: Х\n---\n");
}

TEST_CASE("a form without a script is kept as a draft before anything else happens to it") {
  Desk desk(school);
  const std::string base = desk.repository->head();
  const SaveEntry broken{
      .entry = "people/asanova", .base = base, .files = {{"people/asanova.yaml", "a: [\n"}}};
  const auto refused = broken.execute(*desk.services, desk.aigul);
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().kind == Refusal::Kind::invalid);
  CHECK_FALSE(refused.error().findings.empty());
  CHECK(desk.services->drafts.find(1, "people/asanova").value()->files[0].bytes == "a: [\n");
  CHECK(desk.repository->head() == base);
}

TEST_CASE("secrets and personal numbers are not saved") {
  Desk desk(school);
  for (const std::string& text :
       std::vector<std::string>{"ПИН: 20101199012345", "-----BEGIN RSA PRIVATE KEY-----", "паспорт ID1234567",
                                "bot 123456789:AAF-abcdefghijklmnopqrstuvwxyz01234"}) {
    CAPTURE(text);
    const SaveEntry request{.entry = bell, .base = desk.repository->head(), .files = {{bell_ky, text}}};
    const auto refused = request.execute(*desk.services, desk.aigul);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().findings.size() == 1);
    CHECK_FALSE(refused.error().findings[0].found.contains(text));
  }
}

TEST_CASE("roles that may not write are refused, contributors keep drafts only") {
  Desk desk(school);
  const std::string base = desk.repository->head();
  const SaveDraft draft{bell, base, 0, {{bell_ky, "x"}}};
  CHECK(draft.execute(*desk.services, desk.director).error().kind == Refusal::Kind::forbidden);
  CHECK(draft.execute(*desk.services, desk.nurgul).has_value());
  CHECK(SaveEntry{.entry = bell}.execute(*desk.services, desk.nurgul).error().kind ==
        Refusal::Kind::forbidden);
  const SaveEntry site{.entry = "site", .base = base, .files = {{"site.yaml", "name: b\n"}}};
  CHECK(site.execute(*desk.services, desk.aigul).error().kind == Refusal::Kind::forbidden);
  CHECK(site.execute(*desk.services, desk.bakyt).has_value());
}

TEST_CASE("files of other entries and treacherous names are refused") {
  Desk desk(school);
  for (const std::string& path : std::vector<std::string>{
           "site.yaml", "news/2026/bell/../x", "news/2026/bell/.git/x", "news/2026/bell2/index.ky.md", ""}) {
    CAPTURE(path);
    const SaveDraft draft{bell, desk.repository->head(), 0, {{path, "x"}}};
    CHECK(draft.execute(*desk.services, desk.aigul).error().kind == Refusal::Kind::invalid);
    const SaveEntry entry{.entry = bell, .base = desk.repository->head(), .files = {{path, "x"}}};
    CHECK(entry.execute(*desk.services, desk.aigul).error().kind == Refusal::Kind::invalid);
  }
}

TEST_CASE("a copy of a draft can be taken back") {
  Desk desk(school);
  const std::string base = desk.repository->head();
  type(desk, desk.aigul, bell, bell_ky, "первый", base);
  REQUIRE(DiscardDraft{bell}.execute(*desk.services, desk.aigul).has_value());
  type(desk, desk.aigul, bell, bell_ky, "второй", base);
  const auto copies = desk.services->drafts.copies(1, bell).value();
  REQUIRE(copies.size() == 1);
  REQUIRE(TakeDraftCopy{bell, copies[0].version, copies[0].saved}
              .execute(*desk.services, desk.aigul)
              .has_value());
  CHECK(desk.services->drafts.find(1, bell).value()->files[0].bytes == "первый");
  CHECK(desk.services->drafts.copies(1, bell).value()[0].files[0].bytes == "второй");
}

}  // namespace
}  // namespace mektep::editor
