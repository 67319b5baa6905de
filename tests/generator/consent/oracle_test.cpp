// ICT-20…22: many people with consents by chance, against a rule of ten lines: nothing that it denies stands
// in any file of the site.
#include <catch2/catch.hpp>
#include <random>

#include "publish/publishable_site.h"
#include "support/demonstration.h"

using namespace mektep;
using namespace mektep::test;

namespace {

const Date today{2026, 11, 21};

struct Paper {
  bool own = true, internet = true, news = true, name = true, email = true, withdrawn = false;
  Date from = today, until = today, signed_on = today;
};

struct Someone {
  std::string id, surname, email;
  std::optional<Paper> paper;
  std::optional<Date> leaves;
  bool may(bool Paper::* scope, bool Paper::* what) const {
    return paper && paper->own && (*paper).*scope && (*paper).*what && !paper->withdrawn &&
           paper->from <= today && today <= paper->until && paper->signed_on <= today &&
           !(leaves && *leaves < today);
  }
  // Had consented, and that is over: texts that name them go by themselves.
  bool is_over() const {
    return paper && paper->own && paper->signed_on <= today && paper->from <= today &&
           (paper->withdrawn || paper->until < today || (leaves && *leaves < today));
  }
};

class Chance {
 public:
  explicit Chance(unsigned seed) : engine_(seed) {}
  unsigned below(unsigned n) { return static_cast<unsigned>(engine_() % n); }
  bool often() { return below(4) != 0; }
  Date day(int before, int behind) {
    return Date::from_days(today.days() - before +
                           static_cast<int>(below(static_cast<unsigned>(before + behind + 1))));
  }
  // A surname that nobody has.
  std::string word() {
    constexpr std::array<std::string_view, 10> parts{"жу", "кы", "ра", "мо", "ле",
                                                     "ти", "шы", "бо", "не", "да"};
    std::string all;
    for (int i = 0; i < 5; ++i) all += parts[below(parts.size())];
    return all;
  }

 private:
  std::mt19937 engine_;
};

Someone make(Chance& chance, int number) {
  Someone one;
  one.id = fmt::format("oracle-{}", number);
  one.surname = "Щ" + chance.word() + "бекова";
  one.email = fmt::format("oracle{}x{}@oracle.example", number, chance.below(100000));
  if (chance.below(6) == 0) one.leaves = chance.day(40, 200);
  if (chance.below(8) == 0) return one;
  Paper paper;
  paper.own = chance.below(8) != 0;
  paper.internet = chance.often(), paper.news = chance.often();
  paper.name = chance.often(), paper.email = chance.often();
  paper.signed_on = chance.below(6) == 0 ? chance.day(0, 20) : chance.day(300, 0);
  paper.from = paper.signed_on;
  paper.until = std::max(paper.from, chance.day(30, 300));
  paper.withdrawn = chance.below(6) == 0;
  one.paper = paper;
  return one;
}

std::string list(std::initializer_list<std::pair<bool, std::string_view>> words) {
  std::string all;
  for (const auto& [said, word] : words)
    if (said) all += (all.empty() ? "" : ", ") + std::string(word);
  return "[" + all + "]";
}

void write(const Someone& one, Edits& edits) {
  const std::string consent = "c-" + one.id;
  std::string person =
      "name: {surname: {ky: " + one.surname + ", ru: " + one.surname +
      "}, given: {ky: Зыйнат, ru: Зыйнат}}\nkind: teacher\npost: {ky: Мугалим, ru: Учитель}\n"
      "email: " +
      one.email + "\n";
  if (one.leaves) person += "leaves: " + one.leaves->iso() + "\n";
  if (one.paper) person += "consent: " + consent + "\n";
  edits.emplace_back("people/" + one.id + ".yaml", person);
  if (!one.paper) return;
  const Paper& paper = *one.paper;
  std::string text =
      "person: " + (paper.own ? one.id : std::string("gulnara-asanova")) + "\nscopes: " +
      list({{paper.internet, "internet"}, {paper.news, "news"}, {true, "information-system"}}) +
      "\ncovers: " + list({{paper.name, "name"}, {paper.email, "email"}, {true, "photo"}}) +
      "\nfrom: " + paper.from.iso() + "\nuntil: " + paper.until.iso() + "\nevidence: {number: \"" + one.id +
      "\", date: " + paper.signed_on.iso() +
      "}\nrisks_explained: {by: nurbek-sydykov, on: " + paper.signed_on.iso() + "}\n";
  if (paper.withdrawn) text += "withdrawn: " + today.iso() + "\n";
  edits.emplace_back("consents/" + consent + ".yaml", text);
}

bool stands_in(const std::map<std::string, std::string>& site, const std::string& word) {
  return std::ranges::any_of(site, [&](const auto& file) {
    return file.first.find(word) != std::string::npos || file.second.find(word) != std::string::npos;
  });
}

}  // namespace

TEST_CASE("whatever consents there are, nothing that they do not allow stands in any file of the site") {
  int shown = 0, hidden = 0;
  for (const unsigned seed : {1U, 2U, 3U, 4U, 5U}) {
    Chance chance(seed);
    std::vector<Someone> people;
    Edits edits;
    for (int i = 0; i < 24; ++i) {
      people.push_back(make(chance, i));
      const Someone& one = people.back();
      write(one, edits);
      const bool over = one.is_over();
      edits.emplace_back("pages/about/" + one.id + ".txt", "Комиссияда: Зыйнат " + one.surname + "\n");
      if (over || one.may(&Paper::news, &Paper::name))
        edits.emplace_back(
            "news/2026/" + one.id + "/index.ky.md",
            "---\ntitle: Сабак\ndate: 2026-11-01\n---\n\nСабакты Зыйнат " + one.surname + " өттү.\n");
    }
    const std::shared_ptr<const PreparedSite> site = prepare_demonstration(std::move(edits), today);
    const auto files = render_all(*site);
    for (const Someone& one : people) {
      INFO("seed " << seed << ", " << one.id << " " << one.surname);
      const bool named = one.may(&Paper::internet, &Paper::name);
      const bool in_news = one.may(&Paper::news, &Paper::name);
      if (!named && !in_news) CHECK_FALSE(stands_in(files, one.surname));
      if (!one.may(&Paper::internet, &Paper::email)) CHECK_FALSE(stands_in(files, one.email));
      ++(named ? shown : hidden);
      if (named) CHECK(stands_in(files, one.surname));
    }
  }
  CHECK(shown > 10);
  CHECK(hidden > 40);
}
