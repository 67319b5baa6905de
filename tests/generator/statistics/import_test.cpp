// Importing the documented CSV profiles, and what is wrong with bad files.
#include "statistics/import/import.h"

#include <catch2/catch.hpp>

#include "generator/statistics/support.h"
#include "statistics/store.h"

using namespace mektep;
using testing::import_text;
using testing::Imported;

namespace {

// Tables of the only term, as they would be stored.
std::string stored(const Imported& imported, TableKind kind) {
  for (const auto& [term, tables] : imported.file().tables)
    if (const auto it = tables.find(kind); it != tables.end()) return format_table(kind, it->second);
  return {};
}

using Reported = std::vector<std::string>;

}  // namespace

TEST_CASE("counts of marks, in Russian, with semicolons") {
  const Imported imported = import_text(
      "Класс;Предмет;«5»;«4»;«3»;«2»;н/а;осв\n9-А;Алгебра;5;10;8;2;0;0\n9а;Физика;3,0;7;9;1;2;1\n");
  CHECK(imported.reported() == Reported{});
  CHECK(imported.file().profile == "counts");
  CHECK(stored(imported, TableKind::marks) ==
        "class,subject,n5,n4,n3,n2,n1,not_attested,exempt,missing\n"
        "9-А,algebra,5,10,8,2,0,0,0,0\n9-А,physics,3,7,9,1,0,2,1,0\n");
}

TEST_CASE("marks of pupils become counts and levels of the class") {
  const Imported imported = import_text(
      "класс,окуучу,предмет,баа\n"
      "9-А,Үсөнов А.,Алгебра,5\n9-А,Үсөнов А.,Физика,4\n"  // one «4»
      "9-А,Ботоева Б.,Алгебра,5\n9-А,Ботоева Б.,Физика,5\n"
      "9-А,Калыкова К.,Алгебра,3\n9-А,Калыкова К.,Физика,4\n"
      "9-А,Дооронов Д.,Алгебра,2\n9-А,Дооронов Д.,Физика,н/а\n"
      "9-А,Эсенова Э.,Алгебра,осв\n9-А,Эсенова Э.,Физика,н/а\n"
      "9-А,Жээнова Ж.,Алгебра,\n9-А,Жээнова Ж.,Физика,5\n"
      "9-А,Зулпуев З.,Алгебра,осв.\n9-А,Зулпуев З.,Физика,осв\n");
  CHECK(imported.file().profile == "marks");
  CHECK(imported.reported() == Reported{"statistics-marks-missing 2:0"});
  CHECK(stored(imported, TableKind::marks) ==
        "class,subject,n5,n4,n3,n2,n1,not_attested,exempt,missing\n"
        "9-А,algebra,2,0,1,1,0,0,2,1\n9-А,physics,2,2,0,0,0,2,1,0\n");
  CHECK(stored(imported, TableKind::pupils) ==
        "class,pupils,excellent,good,one_four,satisfactory,one_three,failing,not_attested,missing,without_"
        "marks\n"
        "9-А,5,1,1,1,1,1,1,1,1,1\n");
}

TEST_CASE("attendance, movement, contingent, levels, hours and lessons") {
  CHECK(stored(import_text("класс;уроки;болезнь;уважительная;неуважительная;опоздания\n9-А;1000;10;20;5;3\n"),
               TableKind::attendance) ==
        "class,lessons,ill,excused,unexcused,unstated,late,days,days_ill,days_excused,days_unexcused,days_"
        "unstated\n"
        "9-А,1000,10,20,5,0,3,0,0,0,0,0\n");
  CHECK(stored(import_text("class,pupil,lessons,ill,excused,unexcused\n9-А,a,100,1,0,0\n9-А,b,100,0,2,0\n"),
               TableKind::attendance)
            .find("9-А,200,1,2,0,") != std::string::npos);
  CHECK(
      stored(import_text(
                 "класс;на начало;прибыло;выбыло;на конец\n9-А;25;2;1;26\n9-Б;20;0;0;20\nИтого;45;2;1;46\n"),
             TableKind::movement) ==
      "class,start,arrived,departed,moved_in,moved_out,end\n9-А,25,2,1,0,0,26\n9-Б,20,0,0,0,0,20\n");
  CHECK(stored(import_text("класс;балдар;кыздар;тил\n9-А;12;13;кыргызча\n1-А;9;9;орусча\n"),
               TableKind::contingent) ==
        "class,programme,language,boys,girls\n1-А,primary,ru,9,9\n9-А,basic,ky,12,13\n");
  CHECK(stored(import_text("класс;фио;пол\n9-А;Үсөнов А.;м\n9-А;Ботоева Б.;ж\n9-А;Калыкова К.;ж\n"),
               TableKind::contingent) == "class,programme,language,boys,girls\n9-А,basic,,1,2\n");
  CHECK(stored(import_text("класс;всего учеников;отличники;хорошисты;неуспевающие\n9-А;25;3;8;2\n"),
               TableKind::pupils)
            .find("9-А,25,3,8,0,12,0,2,0,0,0") != std::string::npos);
  CHECK(stored(import_text("класс;предмет;учебный план;ктп\n9-А;Алгебра;102;100\n"), TableKind::hours) ==
        "class,subject,curriculum,plan\n9-А,algebra,102,100\n");
  CHECK(stored(import_text(
                   "класс;предмет;дата;тема;домашнее задание;дата внесения\n"
                   "9-А;Алгебра;15.09.2025;Тема;№ 5;15.09.2025 14:10\n9-А;Алгебра;2025-09-17;;;18.09.2025\n"),
               TableKind::lessons) ==
        "class,subject,held,with_topic,with_homework,on_time\n9-А,algebra,2,1,1,1\n");
}

TEST_CASE("byte-order mark, tabs, quotes, Windows-1251") {
  CHECK(import_text("\xEF\xBB\xBFкласс\tпредмет\tn5\tn4\tn3\tn2\r\n\"9 «А»\"\tАлгебра\t5\t5\t5\t0\r\n")
            .reported() == Reported{});
  // «класс;предмет;n5;n4;n3;n2 / 9-А;Алгебра;5;5;5;0»
  const Imported old = import_text(
      "\xEA\xEB\xE0\xF1\xF1;\xEF\xF0\xE5\xE4\xEC\xE5\xF2;n5;n4;n3;n2\n9-\xC0;\xC0\xEB\xE3\xE5\xE1\xF0\xE0;5;"
      "5;5;0\n");
  CHECK(old.reported() == Reported{"statistics-windows-1251 0:0"});
  CHECK(stored(old, TableKind::marks).find("9-А,algebra,5,5,5,0") != std::string::npos);
}

TEST_CASE("every fault is a finding at its row and column") {
  const std::string marks = "класс;ученик;предмет;отметка\n";
  const auto faults = [&](const std::string& rows) { return import_text(marks + rows).reported(); };
  CHECK(faults("9-А;Үсөнов А.;Алгебра;6\n") == Reported{"statistics-not-a-mark 2:4"});
  CHECK(faults("9-А;Үсөнов А.;Алгебра;4,5\n") == Reported{"statistics-not-a-mark 2:4"});
  CHECK(faults("9-А;Үсөнов А.;Алгебра;=C2\n") == Reported{"statistics-formula 2:4"});
  CHECK(faults("Үсөнов А.;9-А;Алгебра;5\n") == Reported{"statistics-not-a-class 2:1"});
  CHECK(faults("9-А;Үсөнов А.;Алгибра;5\n") == Reported{"statistics-subject-misspelt 2:3"});
  CHECK(faults("9-А;Алгебра;Үсөнов А.;5\n") == Reported{"statistics-unknown-subject 2:3"});
  CHECK(faults("9-А;;Алгебра;5\n") == Reported{"statistics-empty-cell 2:2"});
  CHECK(faults("9-А;Үсөнов А.;Алгебра;5\n9-А;Үсөнов А.;Алгебра;4\n")[1] == "statistics-pupil-twice 3:2");
  CHECK(faults("9-А;Үсөнов А.\n") == Reported{"statistics-ragged-row 2:1"});
  CHECK(faults("9-А;\"Үсөнов А.;Алгебра;5\n") == Reported{"statistics-open-quote 2:2"});
  CHECK(faults("2-А;Үсөнов А.;Алгебра;5\n") == Reported{"statistics-unmarked-grade 2:1"});
  CHECK(faults("") == Reported{"statistics-empty-file 0:0"});

  CHECK(
      import_text("класс;предмет;n5;n4;n3;n2\n9-А;Алгебра;x;1;1;3\n").findings.at(0).message(Language::ru) ==
      "В столбце «5» стоит не целое число");
  CHECK(import_text("").reported() == Reported{"statistics-empty-file 0:0"});
  CHECK(import_text("класс|предмет\n").reported() == Reported{"statistics-separator 1:1"});
  CHECK(import_text("а;б\n1;2\n").reported() == Reported{"statistics-no-header 1:1"});
  CHECK(import_text("класс;предмет;n5;n4;n3\n9-А;Алгебра;1;1;1\n").reported() ==
        Reported{"statistics-missing-column 1:1"});
  CHECK(import_text("класс;предмет;отметки;н/а\n9-А;Алгебра;1;1\n")
            .findings.at(0)
            .message(Language::en)
            .contains("Counts of marks"));  // of the profiles that lack something the one that lacks least of
                                            // what is there
  CHECK(import_text("класс;предмет;n5;n4;n3;n2;n5\n9-А;Алгебра;9;1;1;1;1\n").reported() ==
        Reported{"statistics-doubled-column 1:7"});
  CHECK(import_text("класс;предмет;n5;n4;n3;n2\n9-А;Алгебра;x;-1;1,5;3\n").reported() ==
        Reported{"statistics-not-a-count 2:3", "statistics-not-a-count 2:4", "statistics-not-a-count 2:5"});
  CHECK(import_text("класс;предмет;всего учеников;n5;n4;n3;n2\n9-А;Алгебра;10;5;5;5;0\n").reported() ==
        Reported{"statistics-total 2:3"});
  CHECK(import_text("класс;на начало;прибыло;выбыло;на конец\n9-А;25;2;1;25\n").reported() ==
        Reported{"statistics-total 2:5"});
  CHECK(import_text("класс;на начало;прибыло;выбыло;на конец\n9-А;25;2;1;26\nИтого;24;2;1;25\n").reported() ==
        Reported{"statistics-total 3:2", "statistics-total 3:5"});
  CHECK(import_text("класс;предмет;n5;n4;n3;n2\n9-А;Алгебра;9;9;0;0\n9-А;Алгебра;9;9;0;0\n").reported() ==
        Reported{"statistics-row-twice 3:1"});
  CHECK(import_text("класс;предмет;чейрек;n5;n4;n3;n2\n9-А;Алгебра;2-чейрек;9;9;0;0\n").reported() ==
        Reported{"statistics-other-term 2:3"});
  CHECK(import_text("класс;предмет;дата;тема\n9-А;Алгебра;15.02.2026;x\n").reported() ==
        Reported{"statistics-other-term 2:3"});
  CHECK(import_text("класс;предмет;n5;n4;n3;n2\n9-А;Алгебра;1;0;0;0\n").reported() ==
        Reported{"statistics-small-class 2:0"});
  const std::string list = "класс;ученик;пол;программа;язык\n";
  CHECK(import_text(list + "9-А;a;х;basic;ky\n").reported() == Reported{"statistics-not-a-sex 2:3"});
  CHECK(import_text(list + "9-А;a;м;other;ky\n").reported() == Reported{"statistics-not-a-programme 2:4"});
  CHECK(import_text(list + "9-А;a;м;basic;xx\n").reported() == Reported{"statistics-not-a-language 2:5"});
  CHECK(import_text("класс;предмет;дата;тема\n9-А;Алгебра;31.02.2026;x\n").reported() ==
        Reported{"statistics-not-a-date 2:3"});
  CHECK(import_text("класс;предмет;чейрек;n5;n4;n3;n2\n9-А;Алгебра;9;9;9;0;0\n").reported() ==
        Reported{"statistics-not-a-term 2:3"});
  CHECK(import_text(std::string("\xFF\xFE"
                                "a\0",
                                4))
            .reported() == Reported{"statistics-encoding 0:0"});
  CHECK(import_text(std::string("a;b\0c;d\n", 8)).reported() == Reported{"statistics-not-a-table 0:0"});
}

TEST_CASE("a class that the lists of the year do not know is told where it stands first") {
  Findings findings;
  ImportOptions options = testing::usual_options();
  options.known_classes = {{SchoolYear{2025}, *parse_class_name("9-А")},
                           {SchoolYear{2025}, *parse_class_name("9-Б")}};
  import_files({{"a.csv", "класс;предмет;n5;n4;n3;n2\n9-А;Алгебра;9;9;0;0\n9-Г;Алгебра;9;9;0;0\n"}}, options,
               findings);
  CHECK(testing::reported(findings) == Reported{"statistics-unknown-class 3:0"});
}

TEST_CASE("the term comes from the options or from the file") {
  ImportOptions options = testing::usual_options();
  options.year.reset();
  options.period.reset();
  Findings findings;
  import_files({{"a.csv", "класс;предмет;n5;n4;n3;n2\n9-А;Алгебра;9;9;0;0\n"}}, options, findings);
  CHECK(testing::reported(findings) == Reported{"statistics-no-term 0:0"});
  findings.clear();
  const auto files =
      import_files({{"a.csv",
                     "класс;предмет;окуу жылы;чейрек;n5;n4;n3;n2\n9-А;Алгебра;2024-2025;2-чейрек;9;9;0;0\n"
                     "9-А;Алгебра;2024-2025;3;9;9;0;0\n"}},
                   options, findings);
  CHECK(testing::reported(findings) == Reported{});
  CHECK(files[0].tables.size() == 2);
  CHECK(files[0].tables.begin()->first == Term{{2024}, Period::q2});
}

TEST_CASE("another system's columns by a mapping file, with another scale") {
  ImportOptions options = testing::usual_options();
  Findings findings;
  options.mapping =
      read_mapping(testing::yaml("profile: marks\nscale: ten\ncolumns: {class: Сынып, pupil: Бала, subject: "
                                 "Пән, mark: Балл}\n"),
                   "m.yaml", *options.policies, findings);
  const auto files =
      import_files({{"a.csv", "Пән;Сынып;Бала;Балл\nАлгебра;9-А;a;9\nАлгебра;9-А;b;7\nАлгебра;9-А;c;1\n"}},
                   options, findings);
  CHECK(testing::reported(findings) == Reported{"statistics-small-class 2:0"});
  CHECK(format_table(TableKind::marks, files[0].tables.begin()->second.at(TableKind::marks))
            .find("9-А,algebra,1,1,0,0,1,0,0,0") != std::string::npos);
  findings.clear();
  read_mapping(testing::yaml("profile: x\nscale: y\ncolumns: {z: Z}\nw: 1\n"), "m.yaml", *options.policies,
               findings);
  CHECK(testing::reported(findings)[0] == "statistics-mapping 1:10");
  CHECK(findings.size() == 4);
}

TEST_CASE("two files of one table and class are refused") {
  ImportOptions options = testing::usual_options();
  Findings findings;
  const std::string text = "класс;предмет;n5;n4;n3;n2\n9-А;Алгебра;9;9;0;0\n";
  import_files({{"a.csv", text}, {"b.csv", text}}, options, findings);
  CHECK(testing::reported(findings) == Reported{"statistics-two-files 0:0"});
}

TEST_CASE("a million faults give a hundred findings") {
  std::string text = "класс;предмет;n5;n4;n3;n2\n";
  for (int i = 0; i < 20'000; ++i) text += "9-А;Алгебра;x\n";
  CHECK(import_text(text).findings.size() == 100);
}

TEST_CASE("no finding and no stored byte holds a pupil's name") {
  // names in every column, shifted columns, no header, a quote left open
  const std::vector<std::string> files{
      "класс;ученик;предмет;отметка\nҮсөнов;Үсөнов;Үсөнов;Үсөнов\n9-А;Үсөнов;Үсөнов;5\n9-А;Үсөнов;Алгебра;"
      "Үсөнов\n",
      "Үсөнов;Үсөнов;Үсөнов\n9-А;Үсөнов;5\n",
      "класс;Үсөнов;n5;n4;n3;n2\n9-А;Үсөнов;9;9;9;9\n",
      "класс;ученик;пол;программа;язык\n9-А;Үсөнов;Үсөнов;Үсөнов;Үсөнов\n",
      "класс;ученик;пол;программа\n9-А;Үсөнов;м;Үсөнов\n9-А;Үсөнов;м;\n9-А;Үсөнов;м;\n",
      "класс;ученик;предмет;отметка\n9-А;\"Үсөнов;Алгебра;5\n",
      "класс;ученик;предмет;отметка;год;период\n9-А;Үсөнов;Алгебра;5;Үсөнов;Үсөнов\n9-А;Үсөнов;Алгебра;5;;"
      "Үсөнов\n",
      "класс;предмет;дата;тема\n9-А;Алгебра;Үсөнов;Үсөнов\n",
      "класс;уроки;болезнь;уважительная;неуважительная\nҮсөнов;Үсөнов;1;1;1\n9-А;Үсөнов;1;1;1\n",
  };
  for (const std::string& file : files) {
    const Imported imported = import_text(file);
    INFO(file);
    CHECK_FALSE(imported.findings.empty());
    for (const Finding& finding : imported.findings)
      for (const Language language : {Language::ky, Language::ru, Language::en}) {
        const std::string shown = finding.message(language) + finding.expected(language) +
                                  finding.hint(language) + finding.found + finding.field;
        CHECK(shown.find("сөнов") == std::string::npos);
      }
    for (const auto& [term, tables] : imported.file().tables)
      for (const auto& [kind, table] : tables)
        CHECK(format_table(kind, table).find("сөнов") == std::string::npos);
  }
}
