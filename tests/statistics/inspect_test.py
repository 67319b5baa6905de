"""Inspection of the journal: each clause has a faulty journal that it finds, and nothing is kept or named."""
import csv
import io
import re
import unittest

from support import School, kundoluk, workbook


class Inspect(unittest.TestCase):
    def inspect(self, school, *files, period="q1", year="2024-2025"):
        done = school.run("inspect", *files, "--into", school.path, "--year", year, "--period", period, "--format", "csv",
                          "--today", "2024-11-05")
        self.assertIn(done.returncode, (0, 1), done.stderr)
        self.assertEqual(school.stored(), {})
        return [(row["rule"], row["row"], row["column"]) for row in csv.DictReader(io.StringIO(done.stdout))], done

    def test_lessons_are_entered_on_their_day_with_topic_homework_and_in_their_language(self):
        with School() as school:
            path = school.write("l.csv", "класс;предмет;дата;тема;домашнее задание;дата внесения;язык\n"
                                "9-А;Алгебра;16.09.2024;Уравнения;№ 5;16.09.2024 15:00;ru\n"
                                "9-А;Алгебра;17.09.2024;;;20.09.2024;ru\n9-А;Алгебра;18.09.2024;Теңдеме;№ 6;;ru\n")
            self.assertEqual(self.inspect(school, path)[0],
                             [("journal-no-topic", "3", "4"), ("journal-no-homework", "3", "5"), ("journal-late-entry", "3", "6"),
                              ("journal-language", "4", "4"), ("journal-not-entered", "4", "6")])
            path = school.write("l.csv", "класс;предмет;дата;тема;язык\n"
                                + "".join(f"9-А;Алгебра;{d}.09.2024;Уравнения;ky\n" for d in range(16, 22)))
            self.assertEqual(self.inspect(school, path)[0], [("journal-language", "2", "4")])

    def test_one_russian_topic_among_kyrgyz_ones_and_a_lesson_entered_before_it_was_held(self):
        with School() as school:
            path = school.write("l.csv", "класс;предмет;дата;тема;дата внесения;язык\n"
                                "9-А;Алгебра;16.09.2024;Функция жана анын графиги;16.09.2024;кыргызча\n"
                                "9-А;Алгебра;17.09.2024;График функции и её свойства;17.09.2024;кыргызча\n"
                                "9-А;Алгебра;18.09.2024;Решение уравнений;18.09.2024;ky\n"
                                "9-А;Алгебра;19.09.2024;Барабардык;18.09.2024;ky\n")
            found, done = self.inspect(school, path)
            self.assertEqual(found, [("journal-language", "3", "4"), ("journal-language", "4", "4"), ("journal-late-entry", "5", "5")])
            self.assertIn("1 days before", done.stdout)

    def test_letters_and_words_that_both_languages_have_are_no_russian_topics(self):
        with School() as school:
            topics = ["С тамгасы", "О, о тыбышы", "От жана суу", "Функция", "Манас. Из", "Проекция жана симметрия", "Чайковский", "Үй"]
            path = school.write("l.csv", "класс;предмет;дата;тема;язык\n"
                                + "".join(f"9-А;Алгебра;{16 + i}.09.2024;{topic};ky\n" for i, topic in enumerate(topics)))
            self.assertEqual(self.inspect(school, path)[0], [])

    def test_hours_inspections_class_data_and_movement(self):
        with School() as school:
            files = [school.write("h.csv", "класс;предмет;учебный план;ктп\n9-А;Алгебра;102;100\n9-А;Физика;68;68\n"),
                     school.write("i.csv", "дата;проверка\n05.09.2024;да\n20.09.2024;да\n03.10.2024;да\n"),
                     school.write("c.csv", "класс;сверено\n9-А;05.09.2024\n9-Б;05.06.2024\n"),
                     school.write("m.csv", "класс;на начало;прибыло;выбыло;на конец\n9-А;25;1;0;25\n")]
            found, done = self.inspect(school, *files)
            self.assertEqual([rule for rule, _, _ in found],
                             ["journal-class-check", "journal-plan-hours", "journal-inspections", "statistics-total"])
            self.assertIn("9-Б", done.stdout)
            self.assertIn("statistics-only-inspected", school.load(files[1]).stderr)

    def test_marks_of_a_workbook(self):
        days = [f"{d:02}" for d in range(2, 32, 2)]
        def pupil(name, marks, final):
            return name, marks + [None] * (len(days) - len(marks)), final
        with School() as school:
            rows = [pupil("Үсөнов", ["5", "4·5", "Н", "5"], 5), pupil("Ботоева", ["5", "Н", "4"], 4),
                    pupil("Калыкова", ["4", "4", "5"], 4), pupil("Эсенова", ["3", "3", "3", "2"], 5)]
            path = workbook(school.files / "9-А.xlsx", [("Физика", kundoluk(rows, days))])
            found, done = self.inspect(school, path)
            self.assertEqual([(rule, row) for rule, row, _ in found],
                             [("journal-too-few-marks", "5"), ("journal-few-marks", "6"), ("journal-mark-contradicts", "7")])
            for name in ("сөнов", "отоева", "алыкова", "сенова"):
                self.assertNotIn(name, done.stdout + done.stderr)
            path = workbook(school.files / "2-А.xlsx", [("Окуу", kundoluk(rows[:1], days))])
            self.assertEqual([rule for rule, _, _ in self.inspect(school, path)[0]], ["journal-marks-forbidden"])

    def test_the_sheet_to_print_has_a_block_for_signature_and_seal(self):
        with School() as school:
            path = school.write("=x.csv", "класс;предмет;дата;тема\n9-А;Алгебра;16.09.2024;\n")
            done = school.run("inspect", path, "--into", school.path, "--year", "2024-2025", "--period", "q1", "--format", "html")
            self.assertIn("Seal", done.stdout)
            self.assertEqual(len(re.findall("<tr><td>JRN-", done.stdout)), 10)
            self.assertNotRegex(done.stdout, "<script|https?://")
            done = school.run("inspect", path, "--into", school.path, "--format", "json")
            self.assertEqual((done.returncode, done.stdout), (2, ""))
            self.assertIn("text, html, csv", done.stderr)


if __name__ == "__main__":
    unittest.main()
