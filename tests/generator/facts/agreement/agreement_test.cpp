#include "facts/agreement/agreement.h"

#include <catch2/catch.hpp>
#include <fstream>

using namespace mektep;

namespace {

KnownFacts facts() {
  KnownFacts known;
  known.pupils = 312;
  known.teachers = {19, 22};
  known.founded = 1938;
  known.director = {{"Мамбетова", "Гүлзат"}, {"Мамбетова", "Гульзат"}};
  known.emails = {"mektep@jaz-bulak.school.example", "direktor@jaz-bulak.school.example"};
  known.streets = {"Мектеп көчөсү, 12", "ул. Мектеп, 12"};
  known.places = known.streets;
  known.postal_code = "722999";
  known.licences = {"LS210000417"};
  known.licence_years = {2021};
  known.licence_days = {Date{2021, 6, 14}};
  known.study_days = 5;
  known.hours = {{480, 1020}};
  known.phones = {"+996352200101"};
  known.main_phone = "+996352200101";
  known.names = {"Токтоназар Эсенбеков атындагы Жаз-Булак орто мектеби",
                 "Средняя школа Жаз-Булак имени Токтоназара Эсенбекова"};
  known.year = 2026;
  return known;
}

struct Measured {
  int right = 0, missed = 0, wrong = 0, lines = 0;
  std::string mistakes;
};

void find(std::string_view text, const KnownFacts& known, std::vector<Contradiction>& found) {
  TextWords words;
  words.read(text);
  find_contradictions(text, words, known, found);
}

Measured measure(const std::string& file) {
  Measured all;
  std::ifstream stream(MEKTEP_ROOT "/tests/generator/facts/agreement/" + file);
  std::vector<Contradiction> found;
  for (std::string line; std::getline(stream, line);) {
    if (line.size() < 3) continue;
    ++all.lines;
    find(std::string_view(line).substr(2), facts(), found);
    const bool contradicts = line[0] == '+';
    if (contradicts && !found.empty()) ++all.right;
    if (contradicts && found.empty()) ++all.missed, all.mistakes += "missed: " + line + "\n";
    if (!contradicts && !found.empty()) ++all.wrong, all.mistakes += "wrong: " + line + "\n";
  }
  return all;
}

void check(const std::string& file) {
  const Measured all = measure(file);
  const double recall = static_cast<double>(all.right) / (all.right + all.missed),
               precision = static_cast<double>(all.right) / (all.right + all.wrong);
  INFO(all.mistakes);
  INFO(fmt::format("{} lines, recall {:.3f}, precision {:.3f}", all.lines, recall, precision));
  CHECK(recall >= 0.95);
  CHECK(precision >= 0.95);
}

}  // namespace

TEST_CASE("the corpus of contradictions has two hundred cases and more") {
  CHECK(measure("tuned.txt").lines + measure("held_out.txt").lines >= 200);
}

TEST_CASE("contradictions are found in the sentences that the comparison was written with") {
  check("tuned.txt");
}

TEST_CASE("contradictions are found in sentences that the comparison was not written with") {
  check("held_out.txt");
}

TEST_CASE("contradictions are found in sentences that were written when the comparison was finished") {
  check(GENERATE("fresh.txt", "fresh2.txt", "fresh3.txt", "fresh4.txt", "fresh5.txt", "fresh6.txt",
                 "fresh7.txt", "fresh8.txt", "fresh9.txt", "fresh10.txt"));
}

TEST_CASE("a contradiction tells its place and what is true") {
  const std::string text = "Мектепте 320 окуучу окуйт. Мектеп 1940-жылы негизделген.";
  std::vector<Contradiction> found;
  find(text, facts(), found);
  REQUIRE(found.size() == 2);
  CHECK(text.substr(found[0].begin, found[0].end - found[0].begin) == "320");
  CHECK(found[0].expected == "312");
  CHECK(found[1].kind == FactKind::founded);
}

TEST_CASE("without facts nothing contradicts") {
  std::vector<Contradiction> found;
  find("Мектепте 320 окуучу окуйт. a@b.kg, Мектеп көчөсү, 5", KnownFacts(), found);
  CHECK(found.empty());
}
