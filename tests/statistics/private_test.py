"""What stays inside the school: columns of other systems, the archive of a year, the forecast."""
import hashlib
import os
import random
import re
import subprocess
import unittest

from support import School, kundoluk, workbook

NAMES = ["Үсөнов Өмүрбек", "Ботоева Жаңыл", "Калыкова Чынара", "=Дооронов Эрлан", "Эсенова Айжаркын"]


def terms_csv(quarters, pupils=24, classes=("8-А", "9-А"), subjects=("Алгебра", "Физика"), seed=1):
    """Marks of pupils who are mostly as good as they were, over some quarters."""
    generator = random.Random(seed)
    rows = ["период;класс;ученик;предмет;отметка"]
    for class_ in classes:
        for pupil in range(pupils):
            for subject in subjects:
                level = generator.choice([3, 3, 4, 4, 5])
                for quarter in range(1, quarters + 1):
                    mark = min(5, max(2, level + generator.choice([0, 0, 0, 0, 1, -1])))
                    rows.append(f"q{quarter};{class_};Окуучу {pupil:02};{subject};{mark}")
    return "\n".join(rows) + "\n"


class Columns(unittest.TestCase):
    def test_the_wizard_guesses_by_name_and_by_contents_and_its_file_imports(self):
        with School() as school:
            text = "Сынып,Оқушы,Пән атауы,Қорытынды балл,Ескерту\n" + "".join(
                f"9-А,{name},Физика,{mark},x\n" for name, mark in zip(NAMES[:3], (10, 7, 5)))
            path = school.write("other.csv", text)
            mapping = school.files / "mapping.yaml"
            done = school.run("columns", path, "--into", school.path, "--out", mapping)
            self.assertEqual(done.returncode, 0, done.stderr)
            yaml = mapping.read_text()
            self.assertIn("profile: marks\nscale: ten\n", yaml)
            self.assertIn('class: "Сынып"  # class, by its contents: 3 of 3 cells', yaml)
            self.assertIn('pupil: "Оқушы"', yaml)
            self.assertIn('# Columns that are not used: "Ескерту"', yaml)
            for name in NAMES:
                self.assertNotIn(name.split()[0], done.stdout + done.stderr + yaml)
            done = school.load(path, more=("--profile", str(mapping)))
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertIn("9-А,physics,1,1,1,0,0,0,0,0", school.stored()["statistics/2024-2025/q1/marks.csv"])

    def test_what_the_wizard_does_not_find_it_says(self):
        with School() as school:
            done = school.run("columns", school.write("a.csv", "класс;ученик;предмет\n9-А;аа бб;Физика\n"), "--into", school.path,
                              "--profile", "marks")
            self.assertIn('# mark: ""  # mark: not found', done.stdout)
            headless = school.run("columns", school.write("b.csv", "9-А;Үсөнов Өмүрбек;5\n9-А;Ботоева Жаңыл;4\n"), "--into", school.path)
            self.assertEqual(headless.returncode, 1)
            self.assertIn("statistics-no-header", headless.stderr)
            self.assertNotIn("сөнов", headless.stdout + headless.stderr)


class Archive(unittest.TestCase):
    def archive(self, school, *files, out="archive"):
        return school.run("archive", *files, "--into", school.path, "--year", "2024-2025", "--out", school.files / out, "--today",
                          "2025-05-26")

    def test_sheets_csv_and_hashes_of_a_year(self):
        with School() as school:
            book = workbook(school.files / "9-А.xlsx",
                            [("Алгебра", kundoluk([(n, ["5", None, "4"], m) for n, m in zip(NAMES, (5, 4, 3, 2, "н/а"))])),
                             ("Физика", kundoluk([(n, ["5", None, "4"], 4) for n in NAMES]))])
            self.assertEqual(school.load(book).returncode, 0)
            done = self.archive(school, book)
            self.assertEqual(done.returncode, 0, done.stderr)
            folder = school.files / "archive"
            files = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
            sheets = [f"{name}.{kind}" for name in ("9-А/progress", "9-А/q1-marks", "figures/q1") for kind in ("csv", "pdf")]
            self.assertEqual(files, sorted([*sheets, "SHA256SUMS"]))
            self.assertEqual(os.stat(folder).st_mode & 0o777, 0o700)
            for line in (folder / "SHA256SUMS").read_text().splitlines():
                digest, name = line.split("  ", 1)
                self.assertEqual(hashlib.sha256((folder / name).read_bytes()).hexdigest(), digest)
            marks = (folder / "9-А/q1-marks.csv").read_text()
            self.assertIn("'=Дооронов Эрлан,2,4", marks)
            self.assertLess(marks.index("Ботоева"), marks.index("Эсенова"))
            pdf = folder / "9-А/q1-marks.pdf"
            fonts = subprocess.run(["pdffonts", pdf], capture_output=True, text=True).stdout
            self.assertRegex(fonts, r"PT-?Serif.*yes yes yes")
            text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True).stdout
            for word in ("Үсөнов Өмүрбек", "Ботоева Жаңыл", "Director", "Class teacher", "Seal", "2024-2025"):
                self.assertIn(word, text)
            again = self.archive(school, book, out="again")
            self.assertEqual(again.returncode, 0)
            self.assertEqual((folder / "SHA256SUMS").read_bytes(), (school.files / "again/SHA256SUMS").read_bytes())

    def test_names_are_never_written_into_the_repository(self):
        with School() as school:
            path = school.write("m.csv", terms_csv(1))
            self.assertEqual(school.run("import", path, "--into", school.path, "--year", "2024-2025").returncode, 0)
            before = school.stored()
            done = school.run("archive", path, "--into", school.path, "--year", "2024-2025", "--out", school.path / "archive")
            self.assertEqual(done.returncode, 2)
            self.assertFalse((school.path / "archive").exists())
            self.assertEqual(self.archive(school, path).returncode, 0)
            self.assertEqual(self.archive(school, path).returncode, 2, "an archive is never overwritten")
            self.assertEqual(school.stored(), before)

    def test_a_long_class_takes_several_pages_with_the_heading_on_each(self):
        with School() as school:
            subjects = ["Алгебра", "Геометрия", "Физика", "Химия", "Биология", "География", "Тарых", "Информатика", "Англис тили", "Музыка"]
            path = school.write("m.csv", terms_csv(1, pupils=60, classes=("8-А",), subjects=subjects))
            self.assertEqual(self.archive(school, path).returncode, 0)
            pdf = school.files / "archive/8-А/q1-marks.pdf"
            info = subprocess.run(["pdfinfo", pdf], capture_output=True, text=True).stdout
            pages = int(re.search(r"Pages:\s+(\d+)", info).group(1))
            self.assertGreater(pages, 1)
            text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True).stdout
            self.assertEqual(len(re.findall("Окуучу 59", text)), 1)
            for page, words in enumerate(text.split("\f")[:pages], 1):
                self.assertIn("Геометрия", words, "the heading of the table")
                # pdftotext may leave out narrow spaces
                self.assertRegex(words, rf"\b{page} ?/ ?{pages}\b")


class Forecast(unittest.TestCase):
    def test_a_forecast_states_how_it_did_on_what_is_known(self):
        with School() as school:
            path = school.write("m.csv", terms_csv(3))
            done = school.run("forecast", path, "--into", school.path, "--year", "2024-2025")
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertIn("2024-2025, quarter 4: forecast. For internal use only", done.stdout)
            trials = int(re.search(r"tried on (\d+) known marks", done.stdout).group(1))
            self.assertEqual(trials, 2 * 24 * 2 * 2)
            shares = re.findall(r"(School|8-А|9-А): quality \(by marks\) ([\d,]+) %, in the last term ([\d,]+) %; .* ([\d,]+)–([\d,]+) %", done.stdout)
            self.assertEqual([s[0] for s in shares], ["School", "8-А", "9-А"])
            for _, likely, _, low, high in shares:
                self.assertLess(float(low.replace(",", ".")), float(likely.replace(",", ".")))
                self.assertLess(float(likely.replace(",", ".")), float(high.replace(",", ".")))
            self.assertEqual(len(re.findall(r"Окуучу \d\d  \w+: [2-5] \(", done.stdout)), 96)
            self.assertEqual(school.stored(), {})

    def test_the_stated_error_holds_on_a_quarter_that_was_kept_back(self):
        """80 % intervals of classes, over 30 invented schools."""
        inside = total = 0
        with School() as school:
            for seed in range(30):
                whole = terms_csv(4, seed=seed)
                path = school.write("m.csv", "".join(line for line in whole.splitlines(True) if not line.startswith("q4")))
                done = school.run("forecast", path, "--into", school.path, "--year", "2024-2025")
                for class_, low, high in re.findall(r"(8-А|9-А): quality .* ([\d,]+)–([\d,]+) %", done.stdout):
                    marks = [line.rsplit(";", 1)[1] for line in whole.splitlines() if line.startswith(f"q4;{class_};")]
                    share = 100 * sum(m in "45" for m in marks) / len(marks)
                    inside += float(low.replace(",", ".")) <= share <= float(high.replace(",", "."))
                    total += 1
        self.assertEqual(total, 60)
        self.assertGreaterEqual(inside / total, 0.7)

    def test_without_a_trial_there_is_no_forecast(self):
        with School() as school:
            done = school.run("forecast", school.write("m.csv", terms_csv(1)), "--into", school.path, "--year", "2024-2025")
            self.assertEqual(done.returncode, 1)
            self.assertIn("no forecast", done.stderr)


if __name__ == "__main__":
    unittest.main()
