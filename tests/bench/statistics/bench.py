"""A million marks of pupils (CSV) to finished tables: mektep beside SQLite and DuckDB, on the same file, in one run.

    python3 tests/bench/statistics/bench.py build/release/generator/mektep [--runs N]

Wall time (median) and peak memory, on tmpfs, two processors. Only ratios within one run mean anything.
"""
import argparse
import os
import pathlib
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
SUBJECTS = """Алгебра;Геометрия;Физика;Химия;Биология;География;Информатика;Тарых;Кыргыз тили;Орус тили;Англис тили;Адабият;Музыка;
Технология;Чийүү;Астрономия;Экономика;Укук;Дене тарбия;Математика;Немис тили;Француз тили;Түрк тили;Кытай тили;Окуу;Адеп;ИЗО;
Манас таануу;Дүйнөлүк тарых;Кыргызстандын тарыхы""".replace("\n", "").split(";")


def write_marks(path):
    """264 classes × 32 pupils × 30 subjects × 4 quarters = 1,013,760 rows, invented."""
    generator = random.Random(1)
    marks = ["5"] * 4 + ["4"] * 8 + ["3"] * 6 + ["2", "н/а", "осв"]
    with open(path, "w", encoding="utf-8") as out:
        out.write("period,class,subject,pupil,mark\n")
        for period in ("q1", "q2", "q3", "q4"):
            for grade in range(4, 12):
                for letter in "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯҮ":
                    for subject in SUBJECTS:
                        for pupil in range(32):
                            out.write(f"{period},{grade}-{letter},{subject},Окуучу {pupil:02} {grade}{letter},{generator.choice(marks)}\n")


def once(command):
    begin = time.perf_counter()
    done = subprocess.run(["taskset", "-c", "0,1", "/usr/bin/time", "-v", *map(str, command)], capture_output=True, text=True,
                          env={**os.environ, "MEKTEP_DATA": str(ROOT)})
    seconds = time.perf_counter() - begin
    if done.returncode != 0:
        sys.exit(f"{command}\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return seconds, int(re.search(r"Maximum resident set size \(kbytes\): (\d+)", done.stderr).group(1)) / 1024


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("mektep")
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir="/dev/shm") as folder:
        place = pathlib.Path(folder)
        marks = place / "marks.csv"
        write_marks(marks)
        shutil.copy(HERE / "queries.sql", place)
        shutil.copy(HERE / "duckdb.mjs", place)
        for name in ("package.json", "package-lock.json"):
            shutil.copy(HERE / name, place)
        duckdb = subprocess.run(["npm", "ci", "--silent"], cwd=place).returncode == 0
        (place / "load.sql").write_text(f".mode csv\n.import {marks} marks\n.read {place}/queries.sql\n")
        school = place / "school"
        commands = {
            "mektep statistics import": [options.mektep, "statistics", "import", marks, "--into", school, "--year", "2024-2025"],
            "mektep statistics show": [options.mektep, "statistics", "show", school, "--format", "csv"],
            "sqlite3": ["sqlite3", ":memory:", f".read {place}/load.sql"],
        }
        if duckdb:
            commands["duckdb (node)"] = ["node", place / "duckdb.mjs", marks, place / "queries.sql"]
        results = {name: [] for name in commands}
        for _ in range(options.runs):
            shutil.rmtree(school, ignore_errors=True)
            school.mkdir()
            for name, command in commands.items():
                results[name].append(once(command))
        print(f"{marks.stat().st_size / 2**20:.0f} MiB, 1,013,760 marks{'':8}{'wall':>10}{'peak':>10}")
        for name, runs in results.items():
            print(f"{name:34}{statistics.median(r[0] for r in runs):8.3f} s{max(r[1] for r in runs):6.0f} MiB")


if __name__ == "__main__":
    main()
