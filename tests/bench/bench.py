"""Measures `mektep build` in one run beside what it is compared with: wall time (median) and peak memory.

    bench.py MEKTEP [--pages N] [--entries N] [--runs N]

Everything lies on tmpfs; two processors at most. A ratio below 1 means that mektep is faster or smaller.
"""
import argparse
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]


def once(command, cwd=None):
    """Seconds and MiB of one run under /usr/bin/time."""
    begin = time.perf_counter()
    done = subprocess.run(["/usr/bin/time", "-v", *map(str, command)], cwd=cwd, capture_output=True, text=True)
    seconds = time.perf_counter() - begin
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    kib = int(re.search(r"Maximum resident set size \(kbytes\): (\d+)", done.stderr).group(1))
    return seconds, kib / 1024


def measure(runs, command, clean=(), cwd=None):
    results = []
    for _ in range(runs):
        for path in clean:
            shutil.rmtree(path, ignore_errors=True)
        results.append(once(command, cwd))
    return statistics.median(r[0] for r in results), max(r[1] for r in results)


def size_of(folder):
    files = [p for p in folder.rglob("*") if p.is_file()]
    return len(files), sum(p.stat().st_size for p in files) / 2**20


def table(title, rows):
    """rows: (name, seconds, MiB); the last one is what the others are compared with."""
    print(f"\n{title}\n{'':34}{'wall':>10}{'peak':>10}{'ratio of wall':>16}")
    base = rows[-1][1]
    for name, seconds, mib in rows:
        print(f"{name:34}{seconds:8.3f} s{mib:6.0f} MiB{seconds / base:16.2f}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("mektep")
    parser.add_argument("--pages", type=int, default=4000)
    parser.add_argument("--entries", type=int, default=10000)
    parser.add_argument("--photos", type=int, default=100)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    mektep = pathlib.Path(options.mektep).resolve()
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:2])
    with tempfile.TemporaryDirectory(dir="/dev/shm", prefix="mektep-bench-") as name:
        folder = pathlib.Path(name)
        cache = folder / "cache"
        build = [mektep, "build", "--data", ROOT, "--cache", cache, "--draft", "--today", "2026-11-20", "--limit", "1", "--lang", "en"]

        def generate(*words):
            subprocess.run([sys.executable, HERE / "generate.py", *map(str, words)], check=True)

        generate("pages", folder / "pages", options.pages)
        out = folder / "out"
        ours = measure(options.runs, [*build, folder / "pages/mektep", "--out", out], clean=[out])
        count, mib = size_of(out)
        hugo_out = folder / "hugo-out"
        hugo = measure(options.runs, ["hugo", "--quiet", "-s", folder / "pages/hugo", "-d", hugo_out], clean=[hugo_out])
        count_hugo, mib_hugo = size_of(hugo_out)
        table(f"{options.pages} small pages, one-line layout "
              f"(mektep: {count} files, {mib:.0f} MiB; hugo: {count_hugo} files, {mib_hugo:.0f} MiB)",
              [("mektep build, clean", *ours), ("hugo, clean", *hugo)])
        shutil.rmtree(out, ignore_errors=True)

        school = folder / "school"
        generate("school", school, options.entries)
        ours = measure(options.runs, [*build, school, "--out", out], clean=[out])
        again = measure(options.runs, [*build, school, "--out", out])
        entry = next(school.glob("news/*/bench-7/index.ky.md"))
        changed = []
        for number in range(options.runs):
            entry.write_text(entry.read_text(encoding="utf-8") + f"\n{number}\n", encoding="utf-8")
            changed.append(once([*build, school, "--out", out]))
        count, mib = size_of(out)
        copy = folder / "copy"
        cp = measure(options.runs, ["cp", "-r", out, copy], clean=[copy])
        table(f"{options.entries} entries × 2 languages, default theme ({count} files, {mib:.0f} MiB)",
              [("mektep build, clean", *ours), ("mektep build, nothing changed", *again),
               ("mektep build, one entry changed", statistics.median(c[0] for c in changed), max(c[1] for c in changed)),
               ("cp -r of the site", *cp)])
        for path in (out, copy, school):
            shutil.rmtree(path)

        album = folder / "album"
        generate("album", album, options.photos)
        subprocess.run([mektep.parents[1] / "tests/bench/photos", album / "albums/2026/bench", str(options.photos)], check=True)
        cold = measure(min(options.runs, 2), [*build, album, "--out", out], clean=[out, cache])
        warm = measure(options.runs, [*build, album, "--out", out], clean=[out])
        again = measure(options.runs, [*build, album, "--out", out])
        table(f"an album of {options.photos} photographs of 12 megapixels",
              [("mektep build, empty cache", *cold), ("mektep build, clean", *warm),
               ("mektep build, nothing changed", *again)])


if __name__ == "__main__":
    main()
