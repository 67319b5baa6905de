"""Workbooks of Kundoluk, hostile files, all or nothing, and nothing left of a pupil."""
import os
import pathlib
import tempfile
import unittest
import zipfile

from support import School, kundoluk, workbook

PUPILS = ["Үсөнов Өмүрбек", "Ботоева Жаңыл", "Калыкова Чынара", "Дооронов Эрлан", "Эсенова Айжаркын", "Зулпуев Таалай"]
MARKS = [5, 5, 4, 3, 2, "н/а"]


def algebra(names=PUPILS, marks=MARKS, **more):
    cells = [["5", "5·2", None], ["2·Н", "Н", "Б"], [4, None, "ОП"], [None, None, None], ["3", "3", "3"], ["Н", "Н", "Н"]]
    return kundoluk([(n, cells[i % 6], m) for i, (n, m) in enumerate(zip(names, marks))], **more)


class Workbooks(unittest.TestCase):
    def rules(self, done):
        return sorted({line.split("[")[1].split("]")[0] for line in done.stderr.splitlines()
                       if line.startswith(("error[", "warning[", "note["))})

    def refused(self, school, path, rule, **more):
        done = school.load(path, **more)
        self.assertEqual(done.returncode, 1, done.stdout + done.stderr)
        self.assertIn(rule, self.rules(done))
        self.assertEqual(school.stored(), {}, "nothing half imported")
        return done

    def test_the_layout_of_kundoluk_in_all_its_ways_of_writing(self):
        for inline in (True, False):
            for index in (True, False):
                for head, term, month in (("Ученики", "1 ЧТ", "Сентябрь"), ("Окуучулар", "1-чейрек", "сентябрь")):
                    with School() as school:
                        path = workbook(school.files / "9-А.xlsx",
                                        [("Алгебра (1 гр.)", algebra(head=head, term=term, month=month, index=index)),
                                         ("Алгебра (2 гр.)", algebra(["а", "б"], [5, 4], index=index)),
                                         ("Физика", algebra(days=(2, 4, 45901), index=index))], inline=inline)
                        done = school.load(path)
                        self.assertEqual(done.returncode, 0, done.stderr)
                        stored = school.stored()
                        self.assertEqual(stored["statistics/2024-2025/q1/marks.csv"].splitlines()[1:],
                                         ["9-А,algebra,3,2,1,1,0,1,0,0", "9-А,physics,2,1,1,1,0,1,0,0"])
                        self.assertEqual(stored["statistics/2024-2025/q1/pupils.csv"].splitlines()[1:],
                                         ["9-А,8,3,2,1,1,0,1,1,0,0"])
                        # 3 lessons × (6 + 2 + 6) pupils; Н twice in the cells of one pupil, thrice of another
                        self.assertEqual(stored["statistics/2024-2025/q1/attendance.csv"].splitlines()[1],
                                         "9-А,42,3,0,0,12,2,0,0,0,0,0")

    def test_faults_of_a_workbook_name_sheet_row_and_column(self):
        with School() as school:
            def sheets(*list_):
                return workbook(school.files / "9-А.xlsx", list_)
            done = self.refused(school, sheets(("Алгебра", algebra(marks=[5, 5, 6, 3, 2, 2]))), "statistics-not-a-mark")
            self.assertIn("Алгебра!F6", done.stderr)
            self.assertIn(":6:6", done.stderr)
            self.refused(school, sheets(("Алгебра", algebra(marks=[("=A1", 5), 5, 4, 3, 2, 2]))), "statistics-formula")
            self.refused(school, sheets(("Алгебра", algebra()), ("алгебра", algebra())), "statistics-sheet-twice")
            self.refused(school, sheets(("Алгибра", algebra())), "statistics-subject-misspelt")
            self.refused(school, sheets(("Үсөнов", algebra())), "statistics-unknown-subject")
            self.refused(school, sheets(("Алгебра", algebra(names=PUPILS[:1] * 6))), "statistics-pupil-twice")
            self.refused(school, sheets(("Алгебра", algebra(term="2 ЧТ"))), "statistics-other-term")
            self.refused(school, sheets(("Алгебра", algebra(month="Февраль"))), "statistics-other-term")
            self.refused(school, sheets(("Алгебра", [["a", "b"], [1, 2]])), "statistics-no-header")
            self.refused(school, workbook(school.files / "журнал.xlsx", [("Алгебра", algebra())]), "statistics-no-class")
            self.refused(school, workbook(school.files / "2-А.xlsx", [("Окуу", algebra())]), "statistics-unmarked-grade")
            headless = algebra()
            headless[0][5] = headless[1][5] = None
            self.refused(school, sheets(("Алгебра", headless)), "statistics-no-final-marks")
            nameless = algebra()
            nameless[4][0] = None
            self.refused(school, sheets(("Алгебра", nameless)), "statistics-empty-cell")

    def test_the_class_by_an_option_and_a_profile_on_a_sheet(self):
        with School() as school:
            path = workbook(school.files / "журнал.xlsx", [("Алгебра", algebra())])
            self.assertEqual(school.load(path, more=("--class", "9а")).returncode, 0)
            self.assertIn("9-А,algebra", school.stored()["statistics/2024-2025/q1/marks.csv"])
            path = workbook(school.files / "x.xlsx", [("Лист1", [["Класс", "Предмет", "n5", "n4", "n3", "n2", "н/а"],
                                                              ["9-Б", "Физика", 5, 5, 5, 0], ["9-В", "Физика", 1, 9, 5, 0, 2]])])
            self.assertEqual(school.load(path).returncode, 0)
            self.assertIn("9-В,physics,1,9,5,0,0,2,0,0", school.stored()["statistics/2024-2025/q1/marks.csv"])

    def test_hostile_workbooks(self):
        with School() as school:
            def book(parts):
                return workbook(school.files / "9-А.xlsx", [("Алгебра", algebra())], parts=parts)
            sheet = "xl/worksheets/sheet1.xml"
            self.refused(school, book({sheet: "<worksheet>" + " " * 80_000_000 + "</worksheet>"}), "xlsx-too-big")
            self.refused(school, book({sheet: '<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>'}),
                         "xlsx-dtd")
            self.refused(school, book({sheet: '<!DOCTYPE x SYSTEM "file:///etc/passwd"><worksheet/>'}), "xlsx-dtd")
            self.refused(school, book({sheet: None}), "xlsx-damaged")
            self.refused(school, book({"xl/workbook.xml": "<workbook><she"}), "xlsx-damaged")
            self.refused(school, book({"xl/workbook.xml": "<workbook/>"}), "xlsx-damaged")
            row = '<row r="{0}"><c r="A{0}"><v>1</v></c></row>'
            self.refused(school, book({sheet: "<worksheet><sheetData>" + row.format(5) + row.format(5)
                                       + "</sheetData></worksheet>"}), "xlsx-damaged")
            self.refused(school, book({sheet: '<worksheet><sheetData><row r="1"><c r="ZZZZZ1"><v>1</v></c></row>'
                                       "</sheetData></worksheet>"}), "xlsx-damaged")
            self.refused(school, book({sheet: "<worksheet><sheetData>" + "<x>" * 200_000 + "</sheetData></worksheet>"}),
                         "xlsx-damaged")
            whole = book({}).read_bytes()
            for size in (30, 200, len(whole) // 2, len(whole) - 10):
                self.refused(school, school.write("9-А.xlsx", whole[:size]), "xlsx-damaged")
            many = school.files / "9-Б.xlsx"
            with zipfile.ZipFile(many, "w") as archive:
                for i in range(3000):
                    archive.writestr(f"xl/{i}", "")
            self.refused(school, many, "xlsx-damaged")
            self.refused(school, school.write("9-А.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)), "statistics-not-a-table")

    def test_one_bad_file_stops_all(self):
        with School() as school:
            good = school.write("a.csv", "класс;предмет;n5;n4;n3;n2\n9-А;Алгебра;5;5;5;0\n")
            bad = school.write("b.csv", "класс;предмет;n5;n4;n3;n2\n9-Б;Алгебра;5;5;5\n")
            self.refused(school, good, "statistics-ragged-row", more=(str(bad),))
            self.assertEqual(school.load(good, more=("--dry-run",)).returncode, 0)
            self.assertEqual(school.stored(), {})

    def test_levels_need_all_subjects_of_a_class_at_once(self):
        with School() as school:
            head = "класс;ученик;предмет;отметка\n"
            one = school.write("a.csv", head + "".join(f"9-А;{n};Алгебра;5\n" for n in PUPILS))
            two = school.write("b.csv", head + "".join(f"9-А;{n};Физика;4\n" for n in PUPILS))
            self.assertEqual(school.load(one, two).returncode, 0)
            self.assertIn("9-А,6,0,6,6,", school.stored()["statistics/2024-2025/q1/pupils.csv"])
            three = school.write("b.csv", head + "".join(f"9-А;{n};Физика;3\n" for n in PUPILS))
            done = school.load(three)
            self.assertEqual(done.returncode, 0)
            self.assertEqual(self.rules(done), ["statistics-levels-partial"])
            self.assertNotIn("9-А", school.stored()["statistics/2024-2025/q1/pupils.csv"])

    def test_nothing_of_a_pupil_is_left(self):
        """Names in good and in faulty files, in every column; then every byte that was printed or written is searched."""
        with School() as school, tempfile.TemporaryDirectory() as temporary:
            os.environ["TMPDIR"] = temporary
            head = "класс;ученик;предмет;отметка\n"
            rows = [f"9-А;{name};Алгебра;{mark}\n" for name, mark in zip(PUPILS, MARKS)]
            files = [school.write("good.csv", head + "".join(rows)),
                     workbook(school.files / "9-Б.xlsx", [("Алгебра", algebra())])]
            faulty = [school.write(f"bad{i}.csv", text) for i, text in enumerate([
                head + "".join(rows) + rows[0], "".join(rows), head.replace("ученик;предмет", "предмет;ученик") + "".join(rows),
                head + "".join(rows)[:-20], head + rows[0].replace("5", PUPILS[1]), head + rows[0].replace("9-А", PUPILS[2]),
                PUPILS[0] + ";" + head + rows[0], head + '9-А;"' + PUPILS[0] + ";Алгебра;5\n",
                head + "".join(rows).replace("Алгебра", PUPILS[3])])]
            faulty += [workbook(school.files / f"9-{c}.xlsx", [(PUPILS[0], algebra()), ("Алгебра", algebra(marks=PUPILS))])
                       for c in "ВГ"]
            seen = ""
            for file in faulty:
                done = school.load(file)
                self.assertEqual(done.returncode, 1, file)
                seen += done.stdout + done.stderr
            for words in (("--dry-run",), ()):
                done = school.load(*files, more=words)
                self.assertEqual(done.returncode, 0, done.stderr)
                seen += done.stdout + done.stderr
            done = school.run("show", school.path)
            seen += done.stdout + done.stderr
            for path in [*school.path.rglob("*"), *pathlib.Path(temporary).rglob("*")]:
                seen += str(path) + (path.read_text(errors="replace") if path.is_file() else "")
            del os.environ["TMPDIR"]
            for name in PUPILS:
                for part in name.split():
                    self.assertNotIn(part.lower(), seen.lower())


if __name__ == "__main__":
    unittest.main()
