"""The figures of random schools, recomputed in SQL from the same file of marks of pupils."""
import csv
import fractions
import io
import random
import sqlite3
import unittest

from support import School

SUBJECTS = {"Алгебра": "algebra", "Физика": "physics", "Тарых": "history"}
SCOPES = {"school": "1", "level-primary": "grade <= 4", "level-basic": "grade between 5 and 9", "level-secondary": "grade >= 10"}


def rounded(value, decimals=2):
    """Half away from zero, of an exact fraction."""
    scaled = abs(value) * 10 ** decimals
    whole = (scaled * 2 + 1) // 2
    text = f"{int(whole) // 10 ** decimals}.{int(whole) % 10 ** decimals:0{decimals}}"
    return "-" + text if value < 0 and whole else text


class Figures(unittest.TestCase):
    def rows(self, seed):
        generator = random.Random(seed)
        for grade in range(3, 12):
            for letter in "АБ"[:generator.randint(1, 2)]:
                for pupil in range(generator.randint(1, 30)):
                    for subject in SUBJECTS:
                        mark = generator.choice(["5", "5", "4", "4", "3", "2", "1", "н/а", "осв"])
                        yield grade, letter, f"p{pupil}", subject, mark

    def expected(self, base, where, denominator):
        counts = dict(base.execute(f"select mark, count(*) from marks where {where} group by mark").fetchall())
        n = [counts.get(str(i), 0) for i in range(6)]
        none = counts.get("н/а", 0)
        marks = sum(n[1:])
        whole = marks + (none if denominator == "pupils" else 0)
        weight = 100 * n[5] + 64 * n[4] + 36 * n[3] + 16 * n[2] + 7 * n[1] + (7 * none if denominator == "pupils" else 0)
        def share(part, of, factor=100):
            return rounded(fractions.Fraction(part * factor, of)) if of else ""
        return {"success": share(n[5] + n[4] + n[3], whole), "quality": share(n[5] + n[4], whole),
                "sou": share(weight, whole, 1), "average": share(sum(i * n[i] for i in range(6)), marks, 1),
                "n5": str(n[5]), "not_attested": str(none), "exempt": str(counts.get("осв", 0))}

    def test_figures_agree_with_sql(self):
        for seed in range(6):
            with School() as school:
                base = sqlite3.connect(":memory:")
                base.execute("create table marks (grade int, class text, pupil text, subject text, mark text)")
                rows = list(self.rows(seed))
                base.executemany("insert into marks values (?,?,?,?,?)",
                                 [(g, f"{g}-{c}", p, s, m) for g, c, p, s, m in rows])
                path = school.write("marks.csv", "mark,class,subject,pupil\n"
                                    + "".join(f"{m},{g}{c},{s},{p}\n" for g, c, p, s, m in rows))
                done = school.load(path)
                self.assertEqual(done.returncode, 0, done.stderr)
                for denominator in ("pupils", "marks"):
                    shown = school.run("show", school.path, "--format", "csv", "--denominator", denominator)
                    found = {(r["scope"], r["subject"], r["measure"]): r["value"]
                             for r in csv.DictReader(io.StringIO(shown.stdout)) if r["table"] == "marks"}
                    scopes = dict(SCOPES)
                    for grade, letter, *_ in rows:
                        scopes[f"grade-{grade}"] = f"grade = {grade}"
                        scopes[f"{grade}-{letter}"] = f"class = '{grade}-{letter}'"
                    checked = 0
                    for scope, where in scopes.items():
                        for subject, code in [*SUBJECTS.items(), (None, "")]:
                            condition = where + (f" and subject = '{subject}'" if subject else "")
                            for measure, value in self.expected(base, condition, denominator).items():
                                self.assertEqual(found[scope, code, measure], value, (seed, scope, subject, measure))
                                checked += 1
                    self.assertGreater(checked, 400)
                    levels = base.execute("""
                        select count(*), sum(low = 0 and none = 0 and three = 0 and four = 0), sum(low = 0 and none = 0 and three = 0 and four > 0),
                               sum(low > 0), sum(low = 0 and none > 0)
                        from (select sum(mark in ('1','2')) low, sum(mark = 'н/а') none, sum(mark = '3') three, sum(mark = '4') four,
                                     sum(mark <> 'осв') given from marks group by class, pupil) where given > 0""").fetchone()
                    pupils = {r["measure"]: r["value"] for r in csv.DictReader(io.StringIO(shown.stdout))
                              if r["table"] == "pupils" and r["scope"] == "school"}
                    self.assertEqual([pupils[k] for k in ("pupils", "excellent", "good", "failing", "not_attested")],
                                     [str(n) for n in levels])
                    self.assertEqual(pupils["quality"], rounded(fractions.Fraction(100 * (levels[1] + levels[2]), levels[0])))
                    self.assertEqual(pupils["success"],
                                     rounded(fractions.Fraction(100 * (levels[0] - levels[3] - levels[4]), levels[0])))

    def test_attendance_movement_and_contingent_agree_with_sql(self):
        generator = random.Random(7)
        with School() as school:
            base = sqlite3.connect(":memory:")
            missed = ["ill", "excused", "unexcused", "unstated"]
            columns = {"attendance": ["lessons", *missed, "late", "days", *(f"days_{why}" for why in missed)],
                       "movement": ["start", "arrived", "departed", "moved_in", "moved_out", "end"], "contingent": ["boys", "girls"]}
            files = {name: [["class", *names]] for name, names in columns.items()}
            for name, names in columns.items():
                base.execute(f"create table {name} (grade int, class text, {', '.join(f'[{c}] int' for c in names)})")
            for grade in range(1, 12):
                for letter in "АБ":
                    start, arrived, departed = generator.randint(5, 30), generator.randint(0, 3), generator.randint(0, 3)
                    moved = (0, 1) if letter == "А" else (1, 0)
                    rows = {"attendance": [2000, *(generator.randint(0, 40) for _ in range(5)), 300, *(generator.randint(0, 9) for _ in range(4))],
                            "movement": [start, arrived, departed, *moved, start + arrived + moved[0] - departed - moved[1]],
                            "contingent": [generator.randint(0, 15), generator.randint(0, 15)]}
                    for name, row in rows.items():
                        files[name].append([f"{grade}{letter}", *row])
                        base.execute(f"insert into {name} values ({', '.join('?' * (len(row) + 2))})", [grade, f"{grade}-{letter}", *row])
            paths = [school.write(f"{name}.csv", "".join(";".join(map(str, row)) + "\n" for row in rows)) for name, rows in files.items()]
            done = school.load(*paths)
            self.assertEqual(done.returncode, 0, done.stderr)
            shown = csv.DictReader(io.StringIO(school.run("show", school.path, "--format", "csv").stdout))
            found = {(r["table"], r["scope"], r["measure"]): r["value"] for r in shown if not r["subject"]}
            scopes = {**SCOPES, **{f"grade-{g}": f"grade = {g}" for g in range(1, 12)}, "9-А": "class = '9-А'"}
            for scope, where in scopes.items():
                def total(table, expression):
                    return base.execute(f"select sum({expression}) from {table} where {where}").fetchone()[0]
                for table, names in columns.items():
                    for name in names:
                        if not name.startswith("moved") and (table != "movement" or scope != "9-А"):
                            self.assertEqual(found[table, scope, name], str(total(table, f"[{name}]")), (table, scope, name))
                for measure, whole, absent in (("attendance", "lessons", "+".join(missed)),
                                               ("attendance_days", "days", "+".join(f"days_{why}" for why in missed))):
                    there, of = total("attendance", f"{whole} - ({absent})"), total("attendance", whole)
                    self.assertEqual(found["attendance", scope, measure], rounded(fractions.Fraction(100 * there, of)), (scope, measure))

    def test_changes_against_the_term_before_and_the_year_before(self):
        with School() as school:
            for year, period, fives in (("2023-2024", "q2", 5), ("2024-2025", "q1", 10), ("2024-2025", "q2", 20)):
                path = school.write("a.csv", f"класс;предмет;n5;n4;n3;n2\n9-А;Алгебра;{fives};0;{30 - fives};0\n")
                self.assertEqual(school.load(path, year=year, period=period).returncode, 0)
            shown = school.run("show", school.path, "--year", "2024-2025", "--period", "q2", "--format", "csv").stdout
            line = next(line for line in shown.splitlines() if ",school,,quality," in line)
            self.assertEqual(line.split(",")[7:10], ["66.67", "+33.33", "+50.00"])


if __name__ == "__main__":
    unittest.main()
