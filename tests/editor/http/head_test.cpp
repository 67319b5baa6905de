#include "editor/http/head.h"

#include <catch2/catch.hpp>

#include "editor/http/connection.h"
#include "editor/http/form.h"
#include "editor/http/router.h"

using namespace mektep::editor;

namespace {

int fault(const std::string& bytes) {
  const auto head = parse_head(bytes, {});
  return head ? 0 : head.error();
}

}  // namespace

TEST_CASE("a_head_is_read_into_its_parts") {
  const auto head = parse_head(
      "GET /edit/news/%D0%B0?a=1&b=x+y HTTP/1.1\r\nHost: h\r\nCookie: a=1\r\nCookie: b=2\r\n\r\n", {});
  REQUIRE(head);
  CHECK(head->request.path == "/edit/news/а");
  CHECK(head->request.parameter("b") == "x y");
  CHECK(head->request.cookie("b") == "2");
  CHECK_FALSE(head->request.cookie("c"));
  CHECK(head->keep_alive);
}

TEST_CASE("paths_that_climb_or_hide_are_refused") {  // security line 30
  for (const char* path :
       {"/../x", "/a/%2e%2e/b", "/a/./b", "/a%5cb", "/a%00b", "/a%0d%0ab", "/%ff", "/%", "/%4", "a"})
    CHECK(fault(std::string("GET ") + path + " HTTP/1.1\r\nHost: h\r\n\r\n") == 400);
}

TEST_CASE("what_a_head_may_hold_has_limits") {  // security line 13
  CHECK(fault("GET /" + std::string(9000, 'a') + " HTTP/1.1\r\nHost: h\r\n\r\n") == 414);
  CHECK(fault("GET / HTTP/1.1\r\nHost: h\r\nX: " + std::string(9000, 'a') + "\r\n\r\n") == 431);
  CHECK(fault("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 20971521\r\n\r\n") == 413);
  CHECK(fault("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 20971520\r\n\r\n") == 0);
}

TEST_CASE("line_ends_never_reach_a_header") {  // security line 16
  Response response;
  response.headers.emplace_back("Location", "/x\r\nSet-Cookie: a=b");
  const std::string wire = to_wire(response, false, true);
  CHECK(wire.find("\r\nSet-Cookie") == std::string::npos);
  CHECK(Response::redirect("//evil.example").headers.front().second == "/");
}

TEST_CASE("forms_of_both_kinds_say_the_same") {
  const auto plain = parse_form("a=1&b=%D0%B0%0D%0A&a=2", "application/x-www-form-urlencoded", 10);
  REQUIRE(plain);
  CHECK(plain->get("b") == "а\n");
  CHECK(plain->all("a").size() == 2);
  const std::string body =
      "--X\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--X\r\n"
      "Content-Disposition: form-data; name=\"f\"; filename=\"x.png\"\r\nContent-Type: "
      "image/png\r\n\r\nA\r\nB\r\n--X--\r\n";
  const auto parts = parse_form(body, "multipart/form-data; boundary=X", 10);
  REQUIRE(parts);
  CHECK(parts->get("a") == "1");
  REQUIRE(parts->files.size() == 1);
  CHECK(parts->files[0].bytes == "A\r\nB");
}

TEST_CASE("faulty_and_half_forms_are_refused") {
  for (const char* body : {"a=%zz", "a=%ff", "a=%00"})
    CHECK_FALSE(parse_form(body, "application/x-www-form-urlencoded", 10));
  CHECK_FALSE(parse_form("a=1&b=2&c=3", "application/x-www-form-urlencoded", 2));
  CHECK_FALSE(parse_form("a=1", "text/plain", 10));
  const std::string type = "multipart/form-data; boundary=X";
  for (const char* body :
       {"", "--X", "--X\r\n\r\n--X--", "--X\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nhalf",
        "--X\r\nContent-Disposition: attachment\r\n\r\n1\r\n--X--"})
    CHECK_FALSE(parse_form(body, type, 10));
  CHECK_FALSE(parse_form("--X--", "multipart/form-data", 10));
}

TEST_CASE("routes_capture_parts_and_rests_of_paths") {
  Router router;
  const auto nothing = [](Call&) { return Response(); };
  router.get("/entries/{collection}", nothing);
  router.post("/edit/{id*}", nothing);
  CHECK(router.find("GET", "/entries/news")->captures.at("collection") == "news");
  CHECK(router.find("HEAD", "/entries/news")->route);
  CHECK(router.find("POST", "/edit/news/2026/x")->captures.at("id") == "news/2026/x");
  CHECK_FALSE(router.find("GET", "/edit/news/2026/x")->route);  // not with this method
  for (const char* path : {"/entries", "/entries/", "/entries/a/b", "/edit/", "/edit/a//b"})
    CHECK_FALSE(router.find("POST", path));
}
