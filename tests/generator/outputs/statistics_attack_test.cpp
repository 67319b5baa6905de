// Somebody keeps every file that a school has ever published — all terms, the year, each correction — and
// knows the journal's rules: sums, movement, quarters that follow each other. They must never find a hidden
// count.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <random>

#include "generator/statistics/privacy/lp_attacker.h"
#include "generator/statistics/support.h"
#include "outputs/statistics/page_text.h"

using namespace mektep;
using privacy::CellId;
using privacy::Range;
using privacy::Shown;
using privacy::Symbol;

namespace {

constexpr std::int64_t threshold = 5;

// A school that grows: each step is what lies in the repository after one import.
class Growing {
 public:
  explicit Growing(std::uint32_t seed) : random_(seed) {
    for (int grade = 1; grade <= 11; ++grade)
      for (int letter = below(2); letter >= 0; --letter)
        pupils_[ClassName{static_cast<std::uint8_t>(grade), letter == 0 ? "А" : "Б"}] = 3 + below(24);
    school_.emplace(SchoolStatistics{{}, testing::usual_subjects(), testing::usual_policies()});
    for (const Period period : {Period::q1, Period::q2, Period::q3, Period::q4, Period::year}) {
      import(period);
      if (below(3) == 0)
        correct(static_cast<Period>(below(static_cast<int>(std::min(period, Period::q4)) + 1)));
    }
  }
  const std::vector<SchoolStatistics>& steps() const { return steps_; }

 private:
  int below(int bound) { return bound <= 0 ? 0 : static_cast<int>(random_() % static_cast<unsigned>(bound)); }

  Counts marks_of(std::int64_t pupils) {
    Counts row(8);
    const int failing = below(5) == 0 ? 1 + below(2) : 0, exempt = below(6) == 0 ? 1 : 0;
    for (std::int64_t i = 0; i < pupils; ++i)
      ++row[i < exempt             ? 6U
            : i < exempt + failing ? (below(2) == 0 ? 3U : 5U)
                                   : static_cast<unsigned>(below(3))];
    return row;
  }

  void import(Period period) {
    const Term term{{2024}, period};
    TermTables& tables = school_->stored.counts.terms[term];
    school_->stored.records[term].push_back({"marks", "counts", day_, std::string(64, '0'), 1, {}});
    const bool quarter = period <= Period::q4;
    for (auto& [class_, pupils] : pupils_) {
      if (quarter) {
        const std::int64_t arrived = below(5) == 0 ? 1 + below(2) : 0,
                           departed = below(6) == 0 ? std::min<std::int64_t>(pupils, 1) : 0;
        tables[TableKind::movement].rows[{class_, {}}] = {pupils, arrived, departed,
                                                          0,      0,       pupils + arrived - departed};
        pupils += arrived - departed;
        const std::int64_t lessons = pupils * 200, ill = below(30), excused = below(9), unexcused = below(4);
        tables[TableKind::attendance].rows[{class_, {}}] = {lessons, ill, excused, unexcused, 0, 0,
                                                            0,       0,   0,       0,         0};
      }
      const std::int64_t girls = pupils / 2 + (pupils > 4 ? below(3) - 1 : 0);
      tables[TableKind::contingent].rows[{class_,
                                          {class_.grade <= 4   ? "primary"
                                           : class_.grade <= 9 ? "basic"
                                                               : "secondary",
                                           "ky"}}] = {pupils - girls, girls};
      if (!school_->policies.in(term).is_marked(class_.grade)) continue;
      for (const char* const subject : {"algebra", "history", "physical-education"})
        tables[TableKind::marks].rows[{class_, {subject, {}}}] = marks_of(pupils);
      const std::int64_t excellent = below(static_cast<int>(pupils) / 4 + 1),
                         good = below(static_cast<int>(pupils) / 2 + 1),
                         failing = below(4) == 0 ? std::min<std::int64_t>(1, pupils - excellent - good) : 0;
      tables[TableKind::pupils].rows[{class_, {}}] = {
          pupils, excellent, good, 0, pupils - excellent - good - failing, 0, failing, 0, 0, 0};
    }
    next();
  }

  // Marks of two classes change a little, a pupil is struck off the arrivals and the leavers.
  void correct(Period period) {
    const Term term{{2024}, period};
    TermTables& tables = school_->stored.counts.terms[term];
    school_->stored.earlier[term].push_back({{day_, 1}, tables});
    for (int i = 0; i < 2; ++i)
      for (const TableKind kind : {TableKind::marks, TableKind::movement}) {
        auto& rows = tables[kind].rows;
        if (rows.empty()) continue;
        Counts& row = std::next(rows.begin(), below(static_cast<int>(rows.size())))->second;
        if (kind == TableKind::marks && row[1] > 0) {
          --row[1];
          ++row[static_cast<std::size_t>(below(2)) * 2];
        } else if (kind == TableKind::movement && row[1] > 0 && row[2] > 0) {
          --row[1];
          --row[2];
        }
      }
    next();
  }

  void next() {
    steps_.push_back(*school_);
    day_ = Date::from_days(day_.days() + 1);
  }

  std::mt19937 random_;
  Date day_{2024, 11, 1};
  std::map<ClassName, std::int64_t> pupils_;
  std::optional<SchoolStatistics> school_;
  std::vector<SchoolStatistics> steps_;
};

std::string level_of_grade(int grade) {
  return grade <= 4 ? "level-primary" : grade <= 9 ? "level-basic" : "level-secondary";
}

// How many the group has in truth: for the judge, not for the attacker.
std::int64_t real_group(const SchoolCounts& counts, const Term& term, std::string_view table,
                        const std::string& subject, const std::string& unit) {
  const TableKind kind = find_table(table)->kind;
  const auto [first, last] = quarters_of(term.period);
  std::int64_t all = 0;
  for (const auto& [stored, tables] : counts.terms) {
    const bool part = kind == TableKind::attendance && stored.year == term.year && first <= stored.period &&
                      stored.period <= last;
    const auto found = tables.find(kind);
    if ((stored != term && !part) || found == tables.end()) continue;
    for (const auto& [key, row] : found->second.rows) {
      const int grade = key.class_.grade;
      if (unit != "school" && unit != level_of_grade(grade) && unit != fmt::format("grade-{}", grade))
        continue;
      if (kind != TableKind::marks)
        all += row[0];
      else if (key.more[0] == subject)
        all += row[0] + row[1] + row[2] + row[3] + row[4] + row[5];
    }
  }
  return all;
}

// What can be read off the JSON files, as cells and equations of the attacker's own making.
class Reader {
 public:
  void keep(const std::vector<PublishedTerm>& terms, const SchoolCounts& counts) {
    for (const PublishedTerm& term : terms) {
      const std::string json = term_json(term, term.numbers->policy());
      std::string& last = last_[term.term.path()];
      if (json == last) continue;
      last = json;
      read(nlohmann::json::parse(json),
           [&](const std::string& table, const std::string& subject, const std::string& unit) {
             return real_group(counts, term.term, table, subject, unit);
           });
    }
  }

  std::vector<std::string> attack() {
    // Quarters follow each other, a year is their sum; as far as the latest versions go, which were made of
    // the same tables.
    for (const auto& [path, unused] : last_) link_terms(path);
    const auto ranges = testing::lp_attack(links_, cells_, figures_, {}, threshold - 1);
    std::vector<std::string> won;
    for (CellId id = 0; id < cells_.size(); ++id) {
      const bool below = cells_[id].symbol == Symbol::below;
      if (!below && cells_[id].symbol != Symbol::hidden) continue;
      // `<5` says one to four where nobody would be shown as 0: that much is told, no more may be found.
      const std::int64_t told = below && zero_is_shown_[id] ? 1 : 0;
      if (ranges[id].high - ranges[id].low < threshold - 1 - told)
        won.push_back(fmt::format("{} between {} and {}", cells_[id].key, ranges[id].low, ranges[id].high));
      ++hidden;
    }
    return won;
  }
  std::size_t hidden = 0;

 private:
  static std::string level_of(const std::string& unit) {
    return unit.starts_with("grade-") ? level_of_grade(std::stoi(unit.substr(6))) : "school";
  }

  // As the legend of the page says: in a group below 40, and of those who came and went, "nobody" looks like
  // `<5`; the sexes always show it.
  static bool shows_zero(const std::string& table, const std::string& measure, std::int64_t group) {
    if (table == "contingent") return true;
    if (table == "movement") return measure == "start" || measure == "end";
    return group >= 40;
  }

  static std::int64_t number(const std::string& text) {
    std::int64_t value = 0;
    for (const char c : text)
      if (c >= '0' && c <= '9') value = value * 10 + (c - '0');
    return text.starts_with("<") ? 0 : value;
  }

  // By the size of the group as it is shown, and as it is.
  struct ShowsZero {
    bool known, in_truth;
  };
  CellId cell(const std::string& key, const std::string& text, ShowsZero zero) {
    Shown shown{.key = key};
    if (text == "x")
      shown.symbol = Symbol::not_available;
    else if (text == "z")
      shown.symbol = Symbol::not_applicable;
    else if (text.starts_with("<")) {
      shown.symbol = Symbol::below;
      shown.lowest = zero.known ? 1 : 0;
    } else if (text != "c") {
      shown.symbol = Symbol::exact;
      shown.value = number(text);
    }
    cells_.push_back(shown);
    zero_is_shown_.push_back(zero.in_truth);
    return links_.add({.key = key});
  }

  template <class RealGroup>
  void read(const nlohmann::json& file, RealGroup real) {
    const std::string version = fmt::format("{}/{}#{}", file["year"].get<std::string>(),
                                            file["period"].get<std::string>(), ++versions_);
    Ids ids;
    std::map<std::pair<std::string, std::string>, std::int64_t> totals;  // shown ones, of table and unit
    for (const auto& line : file["numbers"])
      if (line["measure"] == "total")
        totals[{line["table"].get<std::string>() + "/" + line.value("subject", ""), line["unit"]}] =
            number(line["value"]);
    for (const auto& number : file["numbers"]) {
      const std::string kind = number["table"], subject = number.value("subject", "");
      const std::string table = kind + "/" + subject;
      const std::string unit = number["unit"], measure = number["measure"], text = number["value"];
      if (measure == "success" || measure == "quality" || measure == "sou" || measure == "attendance") {
        add_figure(ids, table, unit, measure, text);
        continue;
      }
      ids[{table, unit, measure}] = cell(version + " " + table + " " + unit + " " + measure, text,
                                         {shows_zero(kind, measure, totals[{table, unit}]),
                                          shows_zero(kind, measure, real(kind, subject, unit))});
    }
    for (const auto& [key, id] : ids) {
      const auto& [table, unit, measure] = key;
      if (measure == "total") {
        const bool merged = ids.contains({table, unit, "others"});  // `failing` are among them
        std::vector<CellId> of;
        for (const auto& [other, cell] : ids) {
          const auto& [in_table, of_unit, name] = other;
          if (in_table == table && of_unit == unit && name != "total" && !(merged && name == "failing"))
            of.push_back(cell);
        }
        links_.add_total(id, of);
      }
      if (unit.starts_with("grade-")) continue;
      std::vector<CellId> of;
      for (const auto& [other, cell] : ids)
        if (std::get<0>(other) == table && std::get<2>(other) == measure && std::get<1>(other) != "school" &&
            (unit == "school" ? std::get<1>(other).starts_with("level-")
                              : level_of(std::get<1>(other)) == unit))
          of.push_back(cell);
      if (!of.empty()) links_.add_total(id, of);
      const auto of_unit = [&](const char* name) { return ids.find({"movement/", unit, name}); };
      if (table == "movement/" && measure == "end") {
        links_.add_balance(of_unit("start")->second, of_unit("arrived")->second, of_unit("departed")->second,
                           id);
        if (const auto all = ids.find({"contingent/", unit, "total"}); all != ids.end())
          links_.add_total(id, {&all->second, 1});
      }
    }
    latest_[fmt::format("{}/{}", file["year"].get<std::string>(), file["period"].get<std::string>())] = ids;
  }

  using Ids = std::map<std::tuple<std::string, std::string, std::string>, CellId>;

  void add_figure(const Ids& ids, const std::string& table, const std::string& unit,
                  const std::string& measure, const std::string& text) {
    Shown shown;
    if (text.starts_with("≥") || text.starts_with("≤"))
      shown.symbol = text.starts_with("≥") ? Symbol::at_least : Symbol::at_most;
    else if (text == "c" || text == "x" || text == "z")
      return;
    else
      shown.symbol = Symbol::exact;
    const auto digits = std::string_view(text).substr(shown.symbol == Symbol::exact ? 0 : 3);
    bool comma = false;
    for (const char c : digits) {
      if (c == ',') comma = true;
      if (c < '0' || c > '9') continue;
      shown.value = shown.value * 10 + (c - '0');
      shown.decimals += comma ? 1 : 0;
    }
    const std::map<std::string, int> sou{
        {"n5", 100}, {"n4", 64}, {"n3", 36}, {"n2", 16}, {"not_attested", 7}};
    const std::set<std::string> good{"n5", "n4", "excellent", "good"}, fair{"n3", "satisfactory"};
    std::vector<privacy::Term> numerator;
    for (const auto& [key, id] : ids) {
      const auto& [in_table, of_unit, name] = key;
      if (in_table != table || of_unit != unit) continue;
      if (measure == "sou" && sou.contains(name)) numerator.push_back({id, sou.at(name)});
      if (measure == "attendance" && name == "attended") numerator.push_back({id, 100});
      if ((measure == "quality" || measure == "success") &&
          (good.contains(name) || (measure == "success" && fair.contains(name))))
        numerator.push_back({id, 100});
    }
    if (measure == "success" && ids.contains({table, unit, "others"}))
      numerator = {{ids.at({table, unit, "total"}), 100}, {ids.at({table, unit, "failing"}), -100}};
    links_.add_average("", numerator, ids.at({table, unit, "total"}), shown.decimals);
    figures_.push_back(shown);
  }

  void link_terms(const std::string& path) {
    const std::string year = path.substr(0, path.find('/')), period = path.substr(path.find('/') + 1);
    for (const auto& [key, id] : latest_[path]) {
      const auto& [table, unit, measure] = key;
      if (table == "movement/" && measure == "start" && period > "q1" && period < "q5") {
        const std::string before = year + "/q" + std::to_string(period[1] - '1');
        if (const auto end = latest_[before].find({table, unit, "end"}); end != latest_[before].end())
          links_.add_total(id, {&end->second, 1});
      }
      const bool sum =
          (table == "movement/" && (measure == "arrived" || measure == "departed")) || table == "attendance/";
      if (period != "year" || !sum) continue;
      std::vector<CellId> quarters;
      for (const char* const quarter : {"/q1", "/q2", "/q3", "/q4"})
        if (const auto part = latest_[year + quarter].find(key); part != latest_[year + quarter].end())
          quarters.push_back(part->second);
      if (quarters.size() == 4) links_.add_total(id, quarters);
    }
  }

  privacy::RawCounts links_;
  std::vector<Shown> cells_, figures_;
  std::vector<bool> zero_is_shown_;  // of each cell
  std::map<std::string, std::string> last_;
  std::map<std::string, Ids> latest_;
  int versions_ = 0;
};

int wished(const char* variable, int usual) {
  const char* const wish = std::getenv(variable);
  return wish != nullptr ? std::atoi(wish) : usual;
}

}  // namespace

TEST_CASE("whoever keeps all files of a school never finds a hidden count") {
  std::size_t hidden = 0, corrected = 0;
  const int first = wished("MEKTEP_ATTACKED_FROM", 0);
  for (int seed = first; seed < first + wished("MEKTEP_ATTACKED_SCHOOLS", 6); ++seed) {
    const Growing school(static_cast<std::uint32_t>(seed));
    INFO("school " << seed);
    Reader reader;
    for (const SchoolStatistics& step : school.steps()) {
      corrected += step.stored.earlier.size();
      Findings findings;
      reader.keep(publish_terms(step, findings), step.stored.counts);
      for (const Finding& finding : findings) FAIL_CHECK(finding.message(Language::en));
    }
    for (const std::string& won : reader.attack()) FAIL_CHECK(won);
    hidden += reader.hidden;
  }
  CHECK(hidden > 100);
  CHECK(corrected > 0);
}

TEST_CASE("what has been published of a term stays as it was when other terms come") {
  for (std::uint32_t seed = 100; seed < 104; ++seed) {
    const Growing school(seed);
    std::map<std::string, std::string> before;
    std::size_t versions = 0;
    for (const SchoolStatistics& step : school.steps()) {
      std::size_t now = 0;
      for (const auto& [term, list] : step.stored.earlier) now += list.size();
      Findings findings;
      for (const PublishedTerm& term : publish_terms(step, findings)) {
        const std::string json = term_json(term, {});
        std::string& last = before[term.term.path()];
        if (!last.empty() && now == versions) CHECK(json == last);
        last = json;
      }
      versions = now;
    }
  }
}
