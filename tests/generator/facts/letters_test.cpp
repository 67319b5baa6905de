#include "facts/letters/letters.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <iostream>

#include "base/text.h"
#include "facts/letters/mixed.h"

using namespace mektep;

namespace {

std::vector<LetterFault> faults_in(std::string_view text, std::optional<Locale> locale) {
  std::vector<LetterFault> faults;
  find_letter_faults(text, locale, faults);
  return faults;
}

// "kind: wrong word → right word" of each fault.
std::vector<std::string> brief(std::string_view text, std::optional<Locale> locale) {
  constexpr std::string_view kinds[] = {"latin",   "cyrillic", "digit",     "foreign",
                                        "russian", "hidden",   "decomposed"};
  std::vector<std::string> lines;
  for (const LetterFault& fault : faults_in(text, locale)) {
    lines.push_back(fmt::format("{}: {} → {}", kinds[static_cast<std::size_t>(fault.kind)],
                                text.substr(fault.word, fault.size), fault.repaired));
  }
  return lines;
}
using Lines = std::vector<std::string>;
constexpr auto ky = Locale::ky, ru = Locale::ru;

// A sentence of the corpus: «Билим [беруу|берүү]».
struct Sentence {
  std::string text;
  std::vector<std::pair<std::size_t, std::string>> marks;  // offset of the wrong word, the right word
};

std::vector<Sentence> read_corpus(const std::string& name) {
  std::ifstream file(std::string(MEKTEP_ROOT "/tests/data/letters/") + name);
  REQUIRE(file);
  std::vector<Sentence> sentences;
  for (std::string line; std::getline(file, line);) {
    Sentence sentence;
    for (std::size_t at = 0; at < line.size();) {
      const std::size_t open = std::min(line.find('[', at), line.size());
      sentence.text += line.substr(at, open - at);
      if (open == line.size()) break;
      const std::size_t bar = line.find('|', open), close = line.find(']', bar);
      sentence.marks.emplace_back(sentence.text.size(), line.substr(bar + 1, close - bar - 1));
      sentence.text += line.substr(open + 1, bar - open - 1);
      at = close + 1;
    }
    sentences.push_back(std::move(sentence));
  }
  return sentences;
}

struct Score {
  std::size_t sentences = 0, marked = 0, hit = 0, false_alarms = 0, mended = 0;
  double recall() const {
    return static_cast<double>(hit) / static_cast<double>(std::max<std::size_t>(marked, 1));
  }
  double precision() const {
    return static_cast<double>(hit) / static_cast<double>(std::max<std::size_t>(hit + false_alarms, 1));
  }
  Score& operator+=(const Score& more) {
    sentences += more.sentences, marked += more.marked, hit += more.hit, false_alarms += more.false_alarms,
        mended += more.mended;
    return *this;
  }
};

Score score(const std::string& file, Locale locale) {
  Score score;
  for (const Sentence& sentence : read_corpus(file)) {
    ++score.sentences;
    score.marked += sentence.marks.size();
    for (const LetterFault& fault : faults_in(sentence.text, locale)) {
      const auto mark =
          std::ranges::find(sentence.marks, fault.word, &std::pair<std::size_t, std::string>::first);
      if (mark == sentence.marks.end()) {
        ++score.false_alarms;
        UNSCOPED_INFO("false alarm: " << sentence.text.substr(fault.word, fault.size) << " in "
                                      << sentence.text);
        continue;
      }
      ++score.hit;
      if (fault.repaired == mark->second) ++score.mended;
    }
  }
  return score;
}

}  // namespace

TEST_CASE("a Latin letter in a Cyrillic word is found and replaced") {
  CHECK(brief("Мектeп", ky) == Lines{"latin: Мектeп → Мектеп"});
  CHECK(brief("Mектеп", ru) == Lines{"latin: Mектеп → Мектеп"});
  CHECK(brief("Шкoлa № 5", ru) == Lines{"latin: Шкoлa → Школа"});
  CHECK(brief("БEКИТЕМ", ky) == Lines{"latin: БEКИТЕМ → БЕКИТЕМ"});
  const auto faults = faults_in("Бул мектeп", ky);
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].wrong == U'e');
  CHECK(faults[0].letter == std::string_view("Бул мект").size());
}

TEST_CASE("in a Kyrgyz word a Latin letter may stand for a Kyrgyz one") {
  CHECK(brief("кyн", ky) == Lines{"latin: кyн → күн"});
  CHECK(brief("жvргvзvv", ky) == Lines{"latin: жvргvзvv → жүргүзүү"});
  CHECK(brief("бɵлүм", ky) == Lines{"latin: бɵлүм → бөлүм"});
}

TEST_CASE("names with endings, abbreviations and addresses are left alone") {
  for (const auto* text : {"Wi-Fi",
                           "USB-флешка",
                           "PDF-файл",
                           "PDFти",
                           "3D-принтер",
                           "COVID-19",
                           "XXI кылым",
                           "IV чейрек",
                           "WhatsAppтан",
                           "TikTokто",
                           "Zoomдо",
                           "МегаCom",
                           "мектеп@school.kg",
                           "https://kg.example/мектeп",
                           "www.мектeп.kg",
                           "H2O",
                           "9-А",
                           "YouTubeдан",
                           "CTOго",
                           "за́мок",
                           "café",
                           "pHты",
                           "2022-ж.",
                           "09:00дөн",
                           "10-тен"}) {
    INFO(text);
    CHECK(brief(text, ky).empty());
    CHECK(brief(text, ru).empty());
  }
}

TEST_CASE("a Cyrillic letter in a Latin word or Roman numeral is found") {
  CHECK(brief("ХXI", ky) == Lines{"cyrillic: ХXI → XXI"});
  CHECK(brief("ХІX", ru) == Lines{"cyrillic: ХІX → XIX"});
  CHECK(brief("Wоrd", ru) == Lines{"cyrillic: Wоrd → Word"});
  CHECK(brief("Еxcel", ky) == Lines{"cyrillic: Еxcel → Excel"});
}

TEST_CASE("letters of other alphabets that look like Kyrgyz ones are found") {
  CHECK(brief("жүгүртмѳсү", ky) == Lines{"foreign: жүгүртмѳсү → жүгүртмөсү"});
  CHECK(brief("Үӊкүр", ky) == Lines{"foreign: Үӊкүр → Үңкүр"});
  CHECK(brief("қазақ тілі ұлы", ky).empty());
}

TEST_CASE("a digit for a letter is found only between letters") {
  CHECK(brief("б0луп", ky) == Lines{"digit: б0луп → болуп"});
  CHECK(brief("А3 форматы, 3кабинет, 30га", ky).empty());
}

TEST_CASE("characters that turn the direction of reading are faults anywhere") {
  CHECK(brief("Мек\u202Eтеп", ky) == Lines{"hidden: Мек\u202Eтеп → Мектеп"});
  CHECK(brief("\u2067Школа\u2069", ru) == Lines{"hidden: \u2067Школа\u2069 → Школа"});
  CHECK(brief("а \u202E б", ky).size() == 1);
}

TEST_CASE("invisible characters are faults inside words only") {
  CHECK(brief("мек\u00ADтеп", ky) == Lines{"hidden: мек\u00ADтеп → мектеп"});
  CHECK(brief("\u200Bмектеп \U0001F469\u200D\U0001F3EB", ky).empty());
}

TEST_CASE("й of two characters is a fault") {
  CHECK(brief("Айгүл мои\u0306", ky) == Lines{"decomposed: мои\u0306 → мой"});
}

TEST_CASE("Russian letters in Kyrgyz stems and endings are replaced") {
  CHECK(brief("билим берууну кучотулот", ky) ==
        Lines{"russian: берууну → берүүнү", "russian: кучотулот → күчөтүлөт"});
  CHECK(brief("Онуктуруу ДЕНГЭЭЛИ", ky) ==
        Lines{"russian: Онуктуруу → Өнүктүрүү", "russian: ДЕНГЭЭЛИ → ДЕҢГЭЭЛИ"});
  CHECK(brief("балдар менен иштоо жонундо", ky) ==
        Lines{"russian: иштоо → иштөө", "russian: жонундо → жөнүндө"});
  CHECK(brief("келиниз, жазыныз", ky) == Lines{"russian: келиниз → келиңиз", "russian: жазыныз → жазыңыз"});
  CHECK(brief("онуктуруу", ru).empty());
  CHECK(brief("онуктуруу", std::nullopt).empty());
}

TEST_CASE("a half repaired word is still a fault, at its first wrong letter") {
  const auto faults = faults_in("берүүну", ky);
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].letter == std::string_view("берүүн").size());
  CHECK(faults[0].repaired == "берүүнү");
}

TEST_CASE("words that are right with Russian letters too are left alone") {
  CHECK(
      brief(
          "кол көл бол бөл уч үч тон уй үй отун котор ораза суроо сунуштоо окуучулар урматтоо колунда жолдо",
          ky)
          .empty());
  CHECK(brief("институттун ресурстук редуктору вакуум Төрөкул Гүлнур Күлчоро Жетисуу Бекуулу үчбурчтук "
              "фотосүрөттөр",
              ky)
            .empty());
}

TEST_CASE("what one word cannot tell its neighbour tells") {
  CHECK(brief("жаны жыл", ky) == Lines{"russian: жаны → жаңы"});
  CHECK(brief("анын жаны тынчыды", ky).empty());
  CHECK(brief("уй-було", ky) == Lines{"russian: уй → үй", "russian: було → бүлө"});
  CHECK(brief("аты-жону", ky) == Lines{"russian: жону → жөнү"});
}

TEST_CASE("any bytes of valid text are survived") {
  std::string text = std::string(500, 'x') + "ы";
  for (int number = 0; number < 60; ++number) text += "ү";
  text += "\u0301\u200D\U0010FFFF\u00AD";
  for (const auto locale : {std::optional(ky), std::optional(ru), std::optional<Locale>()}) {
    for (std::size_t at = 0; at < text.size(); ++at) {
      if ((static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U)
        faults_in(std::string_view(text).substr(at), locale);
    }
  }
}

TEST_CASE("every stem of the list is recognised in its Russian spelling and right in its own") {
  std::string_view list = letters::stems_with_kyrgyz_letters();
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t end = std::min(list.find_first_of(" \n", at), list.size());
    std::string_view stem = list.substr(at, end - at);
    at = end + 1;
    if (stem.starts_with('=')) stem.remove_prefix(1);
    if (stem.empty()) continue;
    INFO(stem);
    const std::string folded = fold_for_search(stem);
    CHECK(folded != stem);
    CHECK(faults_in(stem, ky).empty());
    CHECK(faults_in(folded, ky).size() == 1);
  }
}

TEST_CASE("the labelled corpus is recognised with few misses and hardly a false alarm") {
  Score latin = score("ky-latin.txt", ky), russian = score("ky-russian-letters.txt", ky),
        clean = score("ky-clean.txt", ky);
  latin += score("ru-latin.txt", ru);
  clean += score("ru-clean.txt", ru);
  Score all = latin;
  all += russian;
  all += clean;
  for (const auto& [name, part] : {std::pair("other alphabets", latin),
                                   {"Russian letters", russian},
                                   {"all, clean ones included", all}}) {
    std::cout << fmt::format(
        "letters, {}: {} sentences, {} faults, precision {:.3f}, recall {:.3f}, mended {:.3f}\n", name,
        part.sentences, part.marked, part.precision(), part.recall(),
        static_cast<double>(part.mended) / static_cast<double>(part.hit));
  }
  CHECK(all.sentences >= 250);
  CHECK(clean.sentences >= 120);
  CHECK(clean.marked == 0);
  CHECK(clean.false_alarms == 0);
  CHECK(all.precision() >= 0.97);
  CHECK(latin.recall() >= 0.98);
  CHECK(russian.recall() >= 0.9);
  CHECK(all.mended >= all.hit * 95 / 100);
}
