// The search for names in texts: MB per second of CPU time, with a register of so many people.
//   names_bench [MEGABYTES] [PEOPLE]
// The texts are the sentences of the corpus of names, over and over, in pieces of a page each.
#include <fmt/format.h>

#include <cstdlib>
#include <ctime>
#include <fstream>
#include <string>

#include "names/name_finder.h"

namespace {

// The sentences without their marks, as pages of about 4 KB.
std::vector<std::string> read_pages() {
  std::vector<std::string> pages(1);
  for (const char* file : {"tuned.txt", "held_out.txt", "fresh.txt"}) {
    std::ifstream stream(std::string(MEKTEP_ROOT "/tests/generator/names/corpus/") + file);
    for (std::string line; std::getline(stream, line);) {
      if (pages.back().size() > 4096) pages.emplace_back();
      for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '<' && i + 2 < line.size() && line[i + 2] == ' ')
          i += 2;
        else if (line[i] != '>')
          pages.back() += line[i];
      }
      pages.back() += '\n';
    }
  }
  return pages;
}

}  // namespace

int main(int argc, char** argv) {
  const std::size_t megabytes = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 100;
  const std::size_t people = argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 1000;
  constexpr std::string_view surnames[] = {"Асанов", "Токтосунов", "Сыдыков", "Исаков", "Жолдошбаев"};
  constexpr std::string_view given[] = {"Бакыт", "Эрмек", "Үсөн", "Андрей", "Нурлан", "Чынгыз", "Тилек"};
  mektep::NameFinder finder;
  for (std::uint32_t i = 0; i < people; ++i)
    finder.add({fmt::format("{}{}ов", surnames[i % 5].substr(0, 8), given[i / 5 % 7]),
                std::string(given[i % 7]), fmt::format("{}ович", given[i / 35 % 7])},
               i);
  const std::vector<std::string> pages = read_pages();
  std::vector<mektep::PersonalFind> found;
  std::size_t bytes = 0, finds = 0;
  const std::clock_t start = std::clock();
  for (std::size_t page = 0; bytes < megabytes * 1'000'000; page = (page + 1) % pages.size()) {
    finder.find(pages[page], found);
    bytes += pages[page].size();
    finds += found.size();
  }
  const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  fmt::print("{} MB, {} people in the register, {} finds: {:.2f} s of CPU, {:.1f} MB/s\n", bytes / 1'000'000,
             people, finds, seconds, static_cast<double>(bytes) / 1e6 / seconds);
  return 0;
}
