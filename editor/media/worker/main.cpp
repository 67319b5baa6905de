// mektep-media-worker: does what may go wrong with somebody else's file, in a process of its own. Reads the
// file from standard input and writes what it made of it to standard output. The editor starts it within
// limits.
//   mektep-media-worker picture jpeg|png|webp SIDE [LEFT TOP WIDTH HEIGHT]
//   mektep-media-worker archive
// The answer is '+' and the bytes, or '-' and the number of the fault (UploadFault).

#include <charconv>
#include <cstdint>
#include <cstdlib>
#include <span>
#include <string>
#include <string_view>

#include "editor/media/work.h"
#include "editor/store/standard_streams.h"

namespace {

using namespace mektep;
using namespace mektep::editor;

constexpr int usage_fault = 2;

template <class Number>
Number number(std::string_view text) {
  Number value{};
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

int answer(const std::expected<std::string, UploadFault>& made) {
  const std::string text = made ? "+" + *made : "-" + std::to_string(static_cast<int>(made.error()));
  return write_output(text) ? EXIT_SUCCESS : EXIT_FAILURE;
}

int picture(std::span<char*> words) {
  const FileType type = file_type_of_name(std::string("a.") + words[0]);
  Crop crop;
  if (words.size() == 6) {
    crop = {number<double>(words[2]), number<double>(words[3]), number<double>(words[4]),
            number<double>(words[5])};
  }
  const std::string input = read_input();
  return answer(work_on_picture(input, type, number<std::uint32_t>(words[1]), crop));
}

}  // namespace

int main(int count, char** words) {
  const std::span<char*> all(words, static_cast<std::size_t>(count));
  if (count >= 4 && std::string_view(words[1]) == "picture") return picture(all.subspan(2));
  if (count == 2 && std::string_view(words[1]) == "archive") {
    const std::string input = read_input();
    const auto sound = look_through_archive(input);
    return answer(sound ? std::expected<std::string, UploadFault>("") : std::unexpected(sound.error()));
  }
  return usage_fault;
}
