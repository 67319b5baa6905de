#include "editor/media/pending_uploads.h"

#include <filesystem>
#include <fstream>

using namespace mektep::editor;

namespace {

struct Place {
  std::string folder =
      (std::filesystem::temp_directory_path() / fmt::format("mektep-uploads-{}", ::getpid())).string();
  Machine machine = this_machine();
  PendingUploads uploads{folder, machine};
  ~Place() { std::filesystem::remove_all(folder); }
};

}  // namespace

TEST_CASE("an upload goes on where it stopped, also after a restart") {
  Place place;
  const auto id = place.uploads.begin(7, "сүрөт.jpg", 10);
  REQUIRE(id);
  CHECK(place.uploads.append(7, *id, 0, "01234") == 5);
  CHECK_FALSE(place.uploads.take(7, *id));
  PendingUploads again(place.folder, place.machine);
  CHECK(again.find(7, *id)->received == 5);
  CHECK(again.find(7, *id)->name == "сүрөт.jpg");
  CHECK_FALSE(again.append(7, *id, 3, "xx"));
  CHECK_FALSE(again.append(7, *id, 5, "567890"));
  CHECK(again.append(7, *id, 5, "56789") == 10);
  CHECK(again.take(7, *id) == "0123456789");
  CHECK_FALSE(again.find(7, *id));
}

TEST_CASE("an upload belongs to the account that began it") {
  Place place;
  const auto id = place.uploads.begin(7, "a.jpg", 3);
  CHECK_FALSE(place.uploads.find(8, *id));
  CHECK_FALSE(place.uploads.append(8, *id, 0, "abc"));
  place.uploads.forget(8, *id);
  CHECK(place.uploads.find(7, *id));
  CHECK_FALSE(place.uploads.find(7, "../../etc/passwd"));
}

TEST_CASE("uploads that are too large or too many are refused, old ones are cleared") {
  Place place;
  CHECK_FALSE(place.uploads.begin(7, "a.pdf", (20u << 20) + 1));
  CHECK_FALSE(place.uploads.begin(7, "a.pdf", 0));
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < PendingUploads::most_of_account; ++i)
    ids.push_back(*place.uploads.begin(7, "a.pdf", 1));
  CHECK_FALSE(place.uploads.begin(7, "a.pdf", 1));
  CHECK(place.uploads.begin(8, "a.pdf", 1));
  for (const auto& file : std::filesystem::directory_iterator(place.folder)) {
    std::filesystem::last_write_time(file,
                                     std::filesystem::file_time_type::clock::now() - std::chrono::hours(25));
  }
  CHECK(place.uploads.begin(7, "a.pdf", 1));
  CHECK_FALSE(place.uploads.find(7, ids[0]));
}
