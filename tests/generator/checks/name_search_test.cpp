#include "checks/name_search.h"

#include <array>
#include <catch2/catch.hpp>
#include <random>

namespace mektep {

namespace {

using Whose = std::vector<std::uint32_t>;

Whose found_in(const NameSearch& names, std::string_view text) {
  Whose found;
  names.find(text, found);
  return found;
}

}  // namespace

TEST_CASE("a name is found wherever its first word begins a word, with endings on its last one") {
  NameSearch names;
  names.add("Асанов Бакыт", 7);
  names.add("Бакыт Асанов", 7);
  names.add("Үсөнова Нур", 3);
  CHECK(found_in(names, "Асанов Бакыттын үйү") == Whose{7});
  CHECK(found_in(names, "«Бакыт Асанов», Үсөнова Нургүл") == Whose{3, 7});
  CHECK(found_in(names, "Бакыт Асанов жана Асанов Бакыт") == Whose{7});
  CHECK(found_in(names, "Асановдун Бакыты").empty());
  CHECK(found_in(names, "Асанов, Бакыт").empty());
  CHECK(found_in(names, "Асанов").empty());
  CHECK(found_in(names, "").empty());
}

TEST_CASE("searching for names finds what searching for each of them at every word finds") {
  std::mt19937 random(20261121);
  const auto any = [&](auto... choices) {
    const std::array<std::string_view, sizeof...(choices)> all{choices...};
    return all[random() % all.size()];
  };
  for (int round = 0; round < 3000; ++round) {
    NameSearch names;
    std::vector<std::string> forms;
    for (std::uint32_t i = 0; i < 4; ++i) {
      forms.push_back(fmt::format("{} {}", any("А", "Аб", "б", "Z", "Өң"), any("А", "Аб", "б", "x")));
      names.add(forms.back(), i);
    }
    std::string text;
    for (int i = 0; i < 12; ++i) text += any("А", "Аб", "б", "Z", "Өң", " ", " ", ".", "x", "-");
    Whose expected;
    for (std::uint32_t i = 0; i < 4; ++i) {
      for (std::size_t at = text.find(forms[i]); at != std::string::npos; at = text.find(forms[i], at + 1)) {
        const bool begins_word = at == 0 || std::string_view(" .-").contains(text[at - 1]);
        if (begins_word && (expected.empty() || expected.back() != i)) expected.push_back(i);
      }
    }
    INFO(text);
    REQUIRE(found_in(names, text) == expected);
  }
}

}  // namespace mektep
