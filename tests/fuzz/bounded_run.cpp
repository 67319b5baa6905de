// A bounded run of one fuzz target without libFuzzer: its seeds, then mutations of them, always the same
// ones. What libFuzzer's guided search finds (preset `fuzz`, by hand) becomes a seed and stays tested here.
//   <name>_bounded CORPUS_FOLDER ROUNDS
#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

// What parsers of text and of containers trip over.
constexpr std::array<std::string_view, 36> tokens{"\n",
                                                  "\r\n",
                                                  "\t",
                                                  " ",
                                                  ":",
                                                  "- ",
                                                  "\"",
                                                  "'",
                                                  "{",
                                                  "}",
                                                  "[",
                                                  "]",
                                                  "{{",
                                                  "}}",
                                                  "{%",
                                                  "%}",
                                                  "---\n",
                                                  "|",
                                                  ">",
                                                  "#",
                                                  "&a",
                                                  "*a",
                                                  "!!",
                                                  "<",
                                                  "</",
                                                  "\\",
                                                  ";",
                                                  ",",
                                                  "\xFF",
                                                  "\xD0",
                                                  "\xEF\xBB\xBF",
                                                  "\xC2\xAD",
                                                  "65535",
                                                  "-1",
                                                  "\xFF\xFF\xFF\xFF",
                                                  "PK\x03\x04"};

std::string read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

class Mutator {
 public:
  explicit Mutator(const std::vector<std::string>& seeds) : seeds_(seeds) {}

  std::string next() {
    std::string text = any_seed();
    const std::size_t steps = 1 + below(6);
    for (std::size_t i = 0; i < steps; ++i) mutate(text);
    if (text.size() > longest) text.resize(longest);
    return text;
  }

 private:
  static constexpr std::size_t longest = 4096;

  std::size_t below(std::size_t n) { return n == 0 ? 0 : random_() % n; }
  const std::string& any_seed() { return seeds_[below(seeds_.size())]; }

  void mutate(std::string& text) {
    const std::size_t at = below(text.size() + 1),
                      length = below(std::min<std::size_t>(text.size() - at, 64) + 1);
    switch (below(7)) {
      case 0:
        if (at < text.size()) text[at] = static_cast<char>(below(256));
        break;
      case 1:
        text.erase(at, length);
        break;
      case 2:
        text.insert(at, text.substr(at, length));
        break;
      case 3:
        text.insert(at, tokens[below(tokens.size())]);
        break;
      case 4: {
        const std::string& other = any_seed();
        const std::size_t from = below(other.size() + 1);
        text.replace(at, length, other, from, below(200));
        break;
      }
      case 5:
        text.resize(at);
        break;
      default: {
        const std::string_view token = tokens[below(tokens.size())];
        for (std::size_t i = 1 + below(100); i > 0; --i) text.insert(at, token);
      }
    }
  }

  const std::vector<std::string>& seeds_;
  std::mt19937 random_{20261121};
};

void run(const std::string& input) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
}

}  // namespace

int main(int argc, char** argv) {
  std::size_t rounds = 0;
  if (argc != 3 ||
      std::from_chars(argv[2], argv[2] + std::string_view(argv[2]).size(), rounds).ec != std::errc())
    return 2;
  std::vector<std::filesystem::path> files;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(argv[1], error)) files.push_back(entry.path());
  std::ranges::sort(files);
  std::vector<std::string> seeds;
  for (const auto& file : files) seeds.push_back(read(file));
  if (seeds.empty()) {
    std::fprintf(stderr, "no seeds in %s\n", argv[1]);
    return 2;
  }
  for (const std::string& seed : seeds) run(seed);
  Mutator mutator(seeds);
  for (std::size_t i = 0; i < rounds; ++i) run(mutator.next());
  return 0;
}
