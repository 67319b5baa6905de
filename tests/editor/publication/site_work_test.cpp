#include "editor/publication/site_work.h"

#include <catch2/catch.hpp>
#include <thread>

#include "build/rules.h"
#include "editor/publication/check_report.h"
#include "tests/editor/repository/scratch.h"

using namespace mektep;
using namespace mektep::editor;
using namespace mektep::editor::testing;
namespace fs = std::filesystem;

namespace {

// A school that the generator knows how to build.
Files school() {
  return {{"site.yaml", "base_url: https://mektep.example\ntheme: default\nlocales: [ky, ru]\n"},
          {"pages/kabinet/index.ky.md", "---\ntitle: Кабинет\n---\n\nТекст.\n"}};
}

SiteJob job_of(Scratch& scratch) {
  return {.repository = scratch.bare(),
          .revision = scratch.open()->head(),
          .data_folder = MEKTEP_ROOT,
          .cache_folder = {},
          .today = *parse_date("2026-09-01"),
          .jobs = 1,
          .private_names = {},
          .folder = {}};
}

std::vector<std::string> told(const Findings& findings) {
  std::vector<std::string> lines;
  for (const Finding& finding : findings) {
    lines.push_back(fmt::format("{} {}:{} {} {} {}", finding.rule->id, finding.place.file,
                                finding.place.mark.line, finding.field, finding.message(Language::ky),
                                finding.clause_list()));
  }
  return lines;
}

// A program in the place of the worker.
std::string program(const Scratch& scratch, const std::string& script) {
  const std::string path = scratch.path("worker.sh");
  std::ofstream(path) << "#!/bin/sh\n" << script << "\n";
  fs::permissions(path, fs::perms::owner_all);
  return path;
}

}  // namespace

TEST_CASE("a job and its result survive being told to another process") {
  const SiteJob job{.repository = "/srv/a \"b\"",
                    .revision = "0123",
                    .data_folder = "/d",
                    .cache_folder = "/c",
                    .today = *parse_date("2026-02-28"),
                    .jobs = 2,
                    .private_names = {{"pupil-1", "Асанова", "Айжан\n", ""}},
                    .folder = "/f"};
  const auto read = read_site_job(text_of(job));
  REQUIRE(read);
  CHECK(text_of(*read) == text_of(job));
  CHECK(read->private_names.at(0).given == "Айжан\n");
  CHECK(text_of(job).find('\n') == std::string::npos);
  const SiteResult result{
      .findings = {Finding(rules::build_no_theme, Place{"site.yaml", {3, 1}}, "theme", "«x»\n")},
      .items = {{"org.founded", DisclosureState::stated_absent, true, "school/organisation.yaml", "founded"},
                {"licence.file", DisclosureState::missing, false, "documents/licence/document.yaml", ""}},
      .complete = true};
  const auto answer = read_site_result(text_of(result));
  REQUIRE(answer);
  CHECK(told(answer->findings) == told(result.findings));
  REQUIRE(answer->items.size() == 2);
  CHECK(answer->items[0].state == DisclosureState::stated_absent);
  CHECK(answer->items[0].settled);
  CHECK(answer->items[0].field == "founded");
  CHECK_FALSE(answer->items[1].settled);
  CHECK(answer->items[1].file == "documents/licence/document.yaml");
  CHECK(answer->complete);
  CHECK_FALSE(read_site_job("{}"));
  CHECK_FALSE(read_site_result("{\"findings\": [{\"rule\": \"no-such-rule\"}]}"));
}

TEST_CASE("the worker reports what this process would") {
  Scratch scratch(school());
  SiteWork here, there(MEKTEP_SITE_WORKER);
  const auto one = here.run(job_of(scratch), {}), other = there.run(job_of(scratch), {});
  REQUIRE(one);
  REQUIRE(other);
  REQUIRE_FALSE(one->findings.empty());
  CHECK(told(other->findings) == told(one->findings));
  REQUIRE(one->items.size() == 62);
  REQUIRE(other->items.size() == 62);
  for (std::size_t i = 0; i < one->items.size(); ++i) {
    CHECK(other->items[i].state == one->items[i].state);
    CHECK(other->items[i].file == one->items[i].file);
    CHECK(other->items[i].field == one->items[i].field);
  }
}

TEST_CASE("no site is built where findings block") {
  Scratch scratch(school());
  for (const char* worker : {"", MEKTEP_SITE_WORKER}) {
    SiteJob job = job_of(scratch);
    job.folder = scratch.path("site");
    const auto done = SiteWork(worker).run(job, {});
    REQUIRE(done);
    CHECK_FALSE(done->complete);
    CHECK_FALSE(fs::exists(job.folder));
  }
}

TEST_CASE("the worker tells how far it is") {
  Scratch scratch(school());
  SiteWork work(MEKTEP_SITE_WORKER);
  std::vector<std::string> phases;
  REQUIRE(work.run(job_of(scratch), {.progress = [&](std::string_view phase, std::size_t, std::size_t) {
                     if (phases.empty() || phases.back() != phase) phases.emplace_back(phase);
                   }}));
  CHECK_FALSE(phases.empty());
}

TEST_CASE("a worker that ends without an answer has broken off") {
  Scratch scratch(school());
  for (const char* script : {"exit 1", "kill -KILL $$", "exit 0", "echo 'result {'"}) {
    SiteWork work(program(scratch, script));
    const auto done = work.run(job_of(scratch), {});
    REQUIRE_FALSE(done);
    CHECK(done.error() == SiteFault::broke_off);
  }
}

TEST_CASE("who stops waits neither for the worker nor for a turn") {
  Scratch scratch(school());
  SiteWork work(program(scratch, "sleep 1000"));
  const SiteJob job = job_of(scratch);
  std::vector<std::expected<SiteResult, SiteFault>> ends(2, SiteResult());
  {
    std::jthread first([&](const std::stop_token& stop) { ends[0] = work.run(job, {.stop = stop}); });
    std::jthread second([&](const std::stop_token& stop) { ends[1] = work.run(job, {.stop = stop}); });
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  for (const auto& end : ends) {
    REQUIRE_FALSE(end);
    CHECK(end.error() == SiteFault::stopped);
  }
}

TEST_CASE(
    "a report that is being made is given up when the server stops, and another one stays when it breaks "
    "off") {
  Scratch scratch(school());
  const auto repository = scratch.open();
  const Machine machine = this_machine();
  SiteWork slow(program(scratch, "sleep 1000"));
  {
    CheckReports reports(*repository, slow, machine, {.data_folder = MEKTEP_ROOT});
    CHECK(reports.wait(50).outdated);
  }
  const std::string switched = scratch.path("broken");
  SiteWork sometimes(program(scratch, "test -e " + switched + " && exit 1; exec " MEKTEP_SITE_WORKER));
  CheckReports reports(*repository, sometimes, machine, {.data_folder = MEKTEP_ROOT});
  const auto first = reports.wait(60'000);
  REQUIRE(first.report);
  CHECK_FALSE(first.outdated);
  std::ofstream(switched) << "x";
  REQUIRE(repository->commit(change("pages/kabinet/index.ky.md", "---\ntitle: Башка\n---\n")));
  const auto second = reports.wait(500);
  CHECK(second.report == first.report);
  CHECK(second.outdated);
}
