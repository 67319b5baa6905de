"""Each line of bad input: a finding at its row, and nothing half imported."""
import os
import subprocess
import unittest

from support import MEKTEP, ROOT, School

HEAD = "класс;предмет;n5;n4;n3;n2;н/а\n"
MARKS = "класс;ученик;предмет;отметка\n"


class BadInput(unittest.TestCase):
    def setUp(self):
        self.school = School()
        self.school.__enter__()

    def tearDown(self):
        self.school.__exit__()

    def refused(self, text, rule, place=None):
        path = self.school.write("a.csv", text)
        done = self.school.load(path)
        self.assertEqual(done.returncode, 1, done.stdout + done.stderr)
        self.assertIn(f"[{rule}]", done.stderr)
        if place:
            self.assertIn(f"a.csv:{place}", done.stderr)
        self.assertEqual(self.school.stored(), {})
        return done

    def taken(self, text, *rules):
        done = self.school.load(self.school.write("a.csv", text))
        self.assertEqual(done.returncode, 0, done.stderr)
        for rule in rules:
            self.assertIn(f"[{rule}]", done.stderr)
        return done

    def test_wrong_encoding(self):
        self.taken((HEAD + "9-А;Физика;5;5;5;0;0\n").encode("cp1251"), "statistics-windows-1251")
        self.assertIn("9-А,physics", self.school.stored()["statistics/2024-2025/q1/marks.csv"])

    def test_other_encodings_are_refused(self):
        self.refused((HEAD + "9-А;Физика;5;5;5;0;0\n").encode("utf-16"), "statistics-encoding")

    def test_wrong_separator(self):
        self.refused(HEAD.replace(";", "|") + "9-А|Физика|5|5|5|0|0\n", "statistics-separator", "1")

    def test_missing_and_doubled_columns(self):
        self.refused("класс;предмет;n5;n4\n9-А;Физика;5;5\n", "statistics-missing-column", "1")
        self.refused("класс;предмет;n5;n4;n3;n2;n5\n9-А;Физика;5;5;5;0;5\n", "statistics-doubled-column", "1:7")

    def test_marks_outside_the_scale(self):
        self.refused(MARKS + "9-А;а;Физика;5\n9-А;б;Физика;6\n", "statistics-not-a-mark", "3:4")
        self.refused(MARKS + "9-А;а;Физика;0\n", "statistics-not-a-mark", "2:4")

    def test_unknown_class_or_subject_with_a_suggestion(self):
        self.taken("класс;мальчики;девочки\n9-А;10;12\n9-Б;9;9\n")
        done = self.school.load(self.school.write("b.csv", HEAD + "9-В;Физика;5;5;5;0;0\n"))
        self.assertEqual(done.returncode, 1)
        self.assertIn("[statistics-unknown-class]", done.stderr)
        self.assertIn("perhaps: 9-А", done.stderr)

    def test_misspelt_subject(self):
        done = self.refused(HEAD + "9-А;Физека;5;5;5;0;0\n", "statistics-subject-misspelt", "2:2")
        self.assertIn("physics", done.stderr)

    def test_totals_that_do_not_add_up(self):
        self.refused("класс;мальчики;девочки;всего\n9-А;10;12;23\n", "statistics-total", "2:4")
        self.refused(HEAD + "9-А;Физика;5;5;5;0;0\nИтого;;5;5;6;0;0\n", "statistics-total", "3:5")

    def test_a_file_of_another_period(self):
        self.refused("период;" + HEAD + "2-чейрек;9-А;Физика;5;5;5;0;0\n", "statistics-other-term", "2:1")

    def test_a_class_of_one(self):
        self.taken(HEAD + "9-А;Физика;1;0;0;0;0\n", "statistics-small-class")
        shown = self.school.run("show", self.school.path).stdout
        self.assertIn("100", shown)

    def test_a_programme_without_a_name_is_called_after_its_level(self):
        self.taken("класс;мальчики;девочки\n9-А;12;13\n")
        shown = self.school.run("show", self.school.path).stdout
        self.assertIn("basic school", shown)
        self.assertNotIn("basic  ", shown)

    def test_a_school_of_nine_pupils_publishes_no_share(self):
        self.taken("класс;всего учеников;отличники;хорошисты;неуспевающие\n9-А;9;2;3;1\n")
        shown = self.school.run("show", self.school.path, "--format", "csv").stdout
        self.assertIn("55.56", shown)  # inside the school the exact figure

    def test_all_marks_equal(self):
        self.taken(HEAD + "9-А;Физика;25;0;0;0;0\n")
        shown = self.school.run("show", self.school.path, "--format", "csv").stdout
        self.assertIn(",quality,", shown)
        self.assertIn("100.00", shown)

    def test_zero_denominators(self):
        self.taken(HEAD + "9-А;Физика;0;0;0;0;0\n")
        shown = self.school.run("show", self.school.path)
        self.assertEqual(shown.returncode, 0)
        self.assertIn("nobody to count", shown.stdout)
        self.assertNotIn("nan", shown.stdout.lower())

    def test_formulas_in_cells(self):
        self.refused(HEAD + "9-А;Физика;=1+1;5;5;0;0\n", "statistics-formula", "2:3")

    def test_a_file_of_a_gigabyte_is_not_read(self):
        path = self.school.files / "big.csv"
        with open(path, "wb") as out:
            out.truncate(1 << 30)
        done = self.school.load(path)
        self.assertEqual(done.returncode, 1)
        self.assertIn("[statistics-too-big]", done.stderr)

    def test_a_cut_file(self):
        whole = MARKS + "9-А;а;Физика;5\n9-А;б;\"Физ"
        self.refused(whole, "statistics-open-quote", "3")
        self.refused(MARKS + "9-А;а;Физика;5\n9-А;б;Фи", "statistics-ragged-row", "3")

    def test_a_pupil_twice(self):
        self.refused(MARKS + "9-А;а;Физика;5\n9-А;а;Физика;5\n", "statistics-pupil-twice", "3:2")


class Corrections(unittest.TestCase):
    def test_a_correction_keeps_what_may_have_been_published(self):
        with School() as school:
            first = school.write("a.csv", HEAD + "9-А;Физика;5;9;9;2;0\n9-Б;Физика;6;9;9;1;0\n")
            second = school.write("b.csv", HEAD + "9-А;Физика;5;9;9;1;0\n9-Б;Физика;6;9;9;1;0\n")
            self.assertEqual(school.load(first).returncode, 0)
            self.assertEqual(list(school.stored()), ["statistics/2024-2025/q1/imports.yaml", "statistics/2024-2025/q1/marks.csv"])
            self.assertIn("Everything is stored already", school.load(first).stdout)
            done = school.load(second)
            self.assertIn("--unpublished", done.stdout)
            stored = school.stored()
            self.assertIn("9-А,physics,5,9,9,2,", stored["statistics/2024-2025/q1/earlier/2026-11-21/marks.csv"])
            self.assertIn("corrected: [9-А physics]", stored["statistics/2024-2025/q1/imports.yaml"])
            self.assertEqual(school.load(first).returncode, 0)
            self.assertIn("statistics/2024-2025/q1/earlier/2026-11-21-2/marks.csv", school.stored())
            before = len(school.stored())
            self.assertEqual(school.load(second, more=("--unpublished",)).returncode, 0)
            self.assertEqual(len(school.stored()), before)

    def test_faults_in_the_settings_are_found(self):
        with School() as school:
            (school.path / "statistics").mkdir()
            settings = school.path / "statistics/settings.yaml"
            path = school.write("a.csv", HEAD + "9-А;Физика;5;9;9;2;0\n")
            for text, rule in (("denominator: halves\n", "statistics-settings"), ("threshold: 3\n", "statistics-settings"),
                               ("disclosure: {threshold: 2, reason: {ky: а, ru: а}}\n", "privacy-policy-weak"),
                               ("disclosure: {threshold: 8, min_group: 20}\n", "privacy-policy-no-reason"),
                               ("disclosure: {threshold: many}\n", "statistics-settings"), ("disclosure: 7\n", "statistics-settings")):
                settings.write_text(text)
                done = school.load(path)
                self.assertEqual(done.returncode, 1, text)
                self.assertIn(f"[{rule}]", done.stderr)
            settings.write_text("denominator: marks\ndisclosure: {threshold: 8, min_group: 20, reason: {ky: Айыл, ru: Село}}\n")
            self.assertEqual(school.load(path).returncode, 0)

    def test_a_term_keeps_the_denominator_that_it_was_published_by(self):
        with School() as school:
            path = school.write("a.csv", HEAD + "9-А;Физика;3;7;9;1;2\n")
            self.assertEqual(school.load(path).returncode, 0)
            self.assertIn("denominator: pupils\n", school.stored()["statistics/2024-2025/q1/imports.yaml"])
            (school.path / "statistics/settings.yaml").write_text("denominator: marks\n")

            def quality(period):
                shown = school.run("show", school.path, "--year", "2024-2025", "--period", period, "--format", "csv").stdout
                return [line.split(",") for line in shown.splitlines() if ",school,,quality," in line][0]
            self.assertEqual(quality("q1")[6:8], ["pupils", "45.45"])
            self.assertEqual(school.load(path, period="q2").returncode, 0)
            self.assertEqual(quality("q2")[6:10], ["marks", "50.00", "", ""], "what is divided otherwise is not compared")
            done = school.run("show", school.path)
            self.assertIn("[statistics-denominator-kept]", done.stderr)
            again = school.write("b.csv", HEAD + "9-А;Физика;4;6;9;1;2\n")
            self.assertEqual(school.load(again).returncode, 0)
            self.assertEqual(quality("q1")[6], "pupils")
            self.assertEqual(school.load(path, more=("--unpublished",)).returncode, 0)
            self.assertEqual(quality("q1")[6], "marks")

    def test_learners_stated_otherwise_than_counted_are_told(self):
        with School() as school:
            self.assertEqual(school.load(school.write("a.csv", "класс;мальчики;девочки\n9-А;10;12\n")).returncode, 0)
            (school.path / "school").mkdir()
            education = school.path / "school/education.yaml"
            for count, told in ((22, False), (25, True)):
                education.write_text(f"programmes:\n  - id: basic\n    learners: {{count: {count}, as_of: 2024-11-05}}\n")
                done = subprocess.run([MEKTEP, "check", school.path, "--lang", "en", "--today", "2026-11-21"], capture_output=True,
                                      text=True, env={**os.environ, "MEKTEP_DATA": str(ROOT)})
                self.assertEqual("[statistics-learners-differ]" in done.stdout + done.stderr, told)


if __name__ == "__main__":
    unittest.main()
