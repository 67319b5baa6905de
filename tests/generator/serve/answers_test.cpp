#include "serve/answers.h"

#include <catch2/catch.hpp>

#include "serve/watcher.h"

using namespace mektep;

TEST_CASE("only_names_of_this_machine_are_answered") {
  for (const char* own : {"localhost", "localhost:8000", "127.0.0.1", "127.0.0.1:1", "[::1]", "[::1]:8000"}) {
    CHECK(is_local_host(own));
  }
  for (const char* foreign : {"", "school.example", "school.example:8000", "localhost.example",
                              "127.0.0.1.example", "localhost:80@x", "x:localhost", "127.0.0.2:a", ":8000"}) {
    CHECK_FALSE(is_local_host(foreign));
  }
}

TEST_CASE("files_have_the_types_that_browsers_need") {
  CHECK(content_type("a/index.html") == "text/html; charset=utf-8");
  CHECK(content_type("ru/feed.xml") == "application/atom+xml; charset=utf-8");
  CHECK(content_type("sitemap.xml") == "application/xml; charset=utf-8");
  CHECK(content_type("manifest.webmanifest") == "application/manifest+json; charset=utf-8");
  CHECK(content_type(".htaccess") == "application/octet-stream");
}

TEST_CASE("what_editors_make_beside_a_file_is_no_change") {
  for (const char* name : {".index.md.swp", "index.md~", "4913", "#index.md#", ".git", "a.tmp"})
    CHECK(is_editor_file(name));
  for (const char* name : {"index.ky.md", "a.yaml", "4914", "#a"}) CHECK_FALSE(is_editor_file(name));
}

TEST_CASE("before_the_first_build_the_preview_says_so") {
  const Preview preview(BuildOptions{}, 7);
  const PreviewAnswer page = answer(preview, "/", Language::ru, std::chrono::milliseconds(0));
  CHECK(page.status == 503);
  CHECK(page.body.find("Сайт пока не собран") != std::string::npos);
  CHECK(page.body.find("data-page=\"") != std::string::npos);
}

TEST_CASE("a_fault_of_the_repository_is_told_and_another_number_is_given") {
  BuildOptions options;
  options.repository = MEKTEP_ROOT "/no-such-school";
  options.data_folder = MEKTEP_ROOT;
  options.today = Date{2026, 11, 21};
  Preview preview(options, 7);
  preview.refresh();
  CHECK(preview.is_complete());
  const auto state = preview.wait(7, std::chrono::milliseconds(0));
  CHECK(state->number == 8);
  CHECK_FALSE(state->site);
  CHECK(state->outdated);
  REQUIRE(state->findings.size() == 1);
  const PreviewAnswer told = answer(preview, "/.mektep/state/7/", Language::ky, std::chrono::milliseconds(0));
  CHECK(told.status == 200);
  CHECK(told.body.find("/no-such-school") != std::string::npos);
}
