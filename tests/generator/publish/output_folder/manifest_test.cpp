#include "publish/output_folder/manifest.h"

#include <catch2/catch.hpp>

using namespace mektep;

TEST_CASE("a manifest is read back, and any damage to it is noticed") {
  const std::vector<ManifestEntry> entries{{"a b.html", digest("a"), 1}, {"ж/index.html", digest("b"), 2}};
  const std::string text = format_manifest(entries);
  const auto manifest = parse_manifest(text);
  REQUIRE(manifest.has_value());
  REQUIRE(manifest->entries.size() == 2);
  CHECK(manifest->find("ж/index.html")->size == 2);
  CHECK(manifest->find("a b.html")->digest == digest("a"));
  CHECK(manifest->find("a") == nullptr);
  CHECK(parse_manifest(format_manifest({}))->entries.empty());
  for (std::size_t i = 0; i < text.size(); ++i) {
    CAPTURE(i);
    CHECK_FALSE(parse_manifest(text.substr(0, i)).has_value());
    std::string changed = text;
    changed[i] = changed[i] == '7' ? '8' : '7';
    CHECK_FALSE(parse_manifest(changed).has_value());
  }
  CHECK_FALSE(parse_manifest(text + "x").has_value());
}

TEST_CASE("a manifest of the first version, which had times, is still read") {
  std::string text = "mektep-manifest 1\n0000000000000000000000000000000a 7 1764288000000000000 index.html\n";
  const Digest whole = digest(text);
  text += fmt::format("end 1 {:016x}{:016x}\n", whole.high, whole.low);
  const auto manifest = parse_manifest(text);
  REQUIRE(manifest.has_value());
  REQUIRE(manifest->find("index.html") != nullptr);
  CHECK(manifest->find("index.html")->size == 7);
}
