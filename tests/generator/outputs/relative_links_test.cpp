#include "outputs/relative_links.h"

#include <catch2/catch.hpp>

using namespace mektep;

namespace {

std::string relative(std::string_view html, std::string_view file = "ru/news/x/index.html",
                     std::string_view base_path = "/", LinkForm form = LinkForm::folders) {
  std::string out;
  append_with_relative_links(html, {file, base_path, form}, out);
  return out;
}

std::string in_files(std::string_view html, std::string_view file = "ru/news/x/index.html") {
  return relative(html, file, "/", LinkForm::files);
}

}  // namespace

TEST_CASE("addresses_become_relative_to_the_page") {
  CHECK(relative("<a href=\"/ru/news/\">") == "<a href=\"../\">");
  CHECK(relative("<a href=\"/ru/news/y/\">") == "<a href=\"../y/\">");
  CHECK(relative("<a href=\"/\">") == "<a href=\"../../../\">");
  CHECK(relative("<a href=\"/ru/news/x/\">") == "<a href=\"./\">");
  CHECK(relative("<a href=\"/ru/news/xy/\">") == "<a href=\"../xy/\">");
  CHECK(relative("<a href=\"/about/\">", "index.html") == "<a href=\"about/\">");
  CHECK(relative("<a href=\"/\">", "index.html") == "<a href=\"./\">");
  CHECK(relative("<img src='/p.jpg'>") == "<img src='../../../p.jpg'>");
  CHECK(relative("<img src=/p.jpg>") == "<img src=../../../p.jpg>");
  CHECK(relative("<a class=\"b\" href = \"/p/\">") == "<a class=\"b\" href = \"../../../p/\">");
  CHECK(relative("<form action=\"/ru/search/\">") == "<form action=\"../../search/\">");
  CHECK(relative("<video poster=\"/a/p.jpg\">") == "<video poster=\"../../../a/p.jpg\">");
  CHECK(relative("<script src=\"/a.js\" data-index=\"/i.json\">") ==
        "<script src=\"../../../a.js\" data-index=\"../../../i.json\">");
}

TEST_CASE("a_link_into_the_page_itself_is_only_its_fragment") {
  CHECK(relative("<a href=\"/ru/news/x/#y\">") == "<a href=\"#y\">");
  CHECK(in_files("<a href=\"/ru/news/x/#y\">") == "<a href=\"#y\">");
  CHECK(relative("<a href=\"/ru/news/#y\">") == "<a href=\"../#y\">");
}

TEST_CASE("every_address_of_a_list_becomes_relative") {
  CHECK(relative("<img srcset=\"/a/1.jpg 400w, /a/2.jpg 800w,\n /b.jpg\">", "a/index.html") ==
        "<img srcset=\"1.jpg 400w, 2.jpg 800w,\n ../b.jpg\">");
  CHECK(relative("<img srcset=\"/1.jpg, https://x.example/2.jpg 2x\">", "index.html") ==
        "<img srcset=\"1.jpg, https://x.example/2.jpg 2x\">");
}

TEST_CASE("redirects_become_relative") {
  CHECK(relative("<meta http-equiv=\"refresh\" content=\"0; url=/ru/about/\">") ==
        "<meta http-equiv=\"refresh\" content=\"0; url=../../about/\">");
  CHECK(relative("<meta name=\"x\" content=\"0; url=/ru/about/\">") ==
        "<meta name=\"x\" content=\"0; url=/ru/about/\">");
}

TEST_CASE("what_is_no_address_of_the_site_stays") {
  for (const char* same :
       {"<link rel=\"canonical\" href=\"https://x.example/ru/\">", "<a href=\"//x.example/\">",
        "<a href=\"#top\">", "<a href=\"mailto:a@x.example\">", "<p>href=\"/ru/\"</p>",
        "<p title=\"href='/ru/'\">", "<p title=\"/ru/\">", "<meta content=\"/ru/\">",
        "<script type=\"application/ld+json\">{\"url\":\"/ru/\"}</script>", "a=/b",
        "<a href=\"https://x.example/?href=/ru/\">", "=/", "\"/", "/", "", "<!-- href=\"/ru/\" -->",
        "<a href=\"/ru"}) {
    CHECK(relative(same) == same);
  }
}

TEST_CASE("only_the_site_s_own_folder_of_the_server_is_meant") {
  CHECK(relative("<a href=\"/school/ru/\"><a href=\"/forum/\">", "ru/a/index.html", "/school/") ==
        "<a href=\"../\"><a href=\"/forum/\">");
  CHECK(relative("<a href=\"/school/\">", "index.html", "/school/") == "<a href=\"./\">");
}

TEST_CASE("a_site_for_a_disk_names_files") {
  CHECK(in_files("<a href=\"/ru/news/\">") == "<a href=\"../index.html\">");
  CHECK(in_files("<a href=\"/ru/news/#y\">") == "<a href=\"../index.html#y\">");
  CHECK(in_files("<a href=\"/ru/news/x/\">") == "<a href=\"index.html\">");
  CHECK(in_files("<a href=\"/\">", "index.html") == "<a href=\"index.html\">");
  CHECK(in_files("<a href=\"/a.pdf\">", "index.html") == "<a href=\"a.pdf\">");
}

TEST_CASE("no_relative_address_reads_as_a_scheme") {
  CHECK(relative("<a href=\"/a:b/c\">", "index.html") == "<a href=\"./a:b/c\">");
}

TEST_CASE("no_relative_address_begins_at_a_root") {
  CHECK(relative("<a href=\"/school//x\">", "index.html", "/school/") == "<a href=\".//x\">");
}

TEST_CASE("links_far_into_a_page_are_found_at_any_offset") {
  for (std::size_t length = 0; length < 40; ++length) {
    const std::string text(length, 'x');
    CHECK(relative(text + "<a href=\"/b/\">" + text, "index.html") == text + "<a href=\"b/\">" + text);
  }
}

TEST_CASE("only_pages_for_any_address_keep_whole_paths") {
  CHECK(is_shown_anywhere("404.html"));
  CHECK(is_shown_anywhere("ru/404.html"));
  CHECK_FALSE(is_shown_anywhere("ru/index.html"));
}
