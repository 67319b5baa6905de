#include "media/cache.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "base/parallel.h"

using namespace mektep;
namespace fs = std::filesystem;

namespace {

struct Folder {
  std::string path = (fs::temp_directory_path() / "mektep-cache-XXXXXX").string();
  Folder() { REQUIRE(::mkdtemp(path.data())); }
  ~Folder() { fs::remove_all(path); }
};
std::size_t files_in(const std::string& folder) {
  std::size_t count = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) count += entry.is_regular_file() ? 1 : 0;
  return count;
}

}  // namespace

TEST_CASE("what is kept is found again, by recipe and key") {
  const Folder folder;
  const MediaCache cache(folder.path + "/deep/below");
  CHECK(cache.find("text-1", "abcd") == std::nullopt);
  const std::string bytes("a\0b\n", 4);
  cache.keep("text-1", "abcd", bytes);
  CHECK(cache.find("text-1", "abcd") == bytes);
  CHECK(cache.find("text-2", "abcd") == std::nullopt);
  CHECK(cache.find("text-1", "abce") == std::nullopt);
  cache.keep("text-1", "abcd", "");
  CHECK(cache.find("text-1", "abcd") == "");
}

TEST_CASE("a damaged or cut file of the cache counts as absent and is made again") {
  const Folder folder;
  const MediaCache cache(folder.path);
  cache.keep("r", "abcd", "some bytes");
  const std::string file = folder.path + "/r/ab/abcd";
  for (const auto& damage : {std::string("mektep-cache 1 0000"), std::string(), std::string(60, 'x')}) {
    std::ofstream(file, std::ios::binary) << damage;
    CHECK(cache.find("r", "abcd") == std::nullopt);
  }
  cache.keep("r", "abcd", "some bytes");
  {
    std::ofstream out(file, std::ios::binary | std::ios::app);
    out << "more";
  }
  CHECK(cache.find("r", "abcd") == std::nullopt);
  cache.keep("r", "abcd", "some bytes");
  CHECK(cache.find("r", "abcd") == "some bytes");
}

TEST_CASE("many threads may keep and find the same at once, and nothing else is left") {
  const Folder folder;
  const MediaCache cache(folder.path);
  const std::string bytes(100'000, 'z');
  std::atomic<int> wrong{0};
  parallel_for(
      200, 8,
      [&](std::size_t i) {
        const std::string key = fmt::format("{:04x}", i % 5);
        cache.keep("r", key, bytes);
        if (cache.find("r", key) != bytes) ++wrong;
      },
      1);
  CHECK(wrong == 0);
  CHECK(files_in(folder.path) == 5);
}

TEST_CASE("without a folder, or with one that cannot be written, nothing is kept and nothing is wrong") {
  const MediaCache none;
  none.keep("r", "abcd", "x");
  CHECK(none.find("r", "abcd") == std::nullopt);
  const MediaCache refused("/proc/mektep-cache");
  refused.keep("r", "abcd", "x");
  CHECK(refused.find("r", "abcd") == std::nullopt);
}
