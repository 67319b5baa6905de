"""The consent register on the command line: a withdrawal from a site that is published, bytes of Git LFS, compressed twins, the report
of a day, names that stand in no repository, one-step repairs, files that are too large."""
import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import unittest

from support import Folder, ROOT, run

sys.path.insert(0, str(ROOT / "tests/support"))
from traces import files_with, picture

TODAY = ["--today", "2026-11-21"]
CACHE = pathlib.Path(os.environ["MEKTEP_BUILD"]) / "demonstration-cache"  # pictures are made once
PUPIL = """subject: pupil
pseudonym: pupil-0042
representative: parent
scopes: [news, photo]
covers: [name, photo]
from: 2026-09-01
until: 2027-06-30
evidence: {number: "09-91", date: 2026-09-01}
risks_explained: {by: nurbek-sydykov, on: 2026-09-01}
"""
NEWS = """---
title: Мелдеш өттү
date: 2026-11-01
image: winner.png
consents: [c-0991]
---

Чомоева Бегимай биринчи орунду алды.
"""
SIDECAR = """alt: {ky: Жеңүүчү кубок менен, ru: Победитель с кубком}
people: [c-0991]
stated_by: nurbek-sydykov
stated_on: 2026-11-10
"""


def git(folder, *words, day="2026-11-10"):
    moment = f"{day}T12:00:00+06:00"
    clean = {"PATH": os.environ["PATH"], "HOME": "/nonexistent", "GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment}
    subprocess.run(["git", "-C", folder, "-c", "user.name=Test", "-c", "user.email=t@example.kg", *map(str, words)], env=clean,
                   check=True, capture_output=True)


def write(path, data):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())


def make_school(folder):
    """The demonstration school with a pupil in the news, whose photograph is an object of Git LFS; committed on two days."""
    school = folder / "school"
    shutil.copytree(ROOT / "content", school)
    site = school / "site.yaml"
    write(site, site.read_text(encoding="utf-8").replace("theme: default", "theme: default\ncompress: [gzip]"))
    git(school, "init", "-q")
    git(school, "add", "-A")
    git(school, "commit", "-qm", "first", day="2026-10-01")
    photo = picture()
    oid = hashlib.sha256(photo).hexdigest()
    write(school / ".git/lfs/objects" / oid[:2] / oid[2:4] / oid, photo)
    news = school / "news/2026/jengish"
    write(news / "winner.png", f"version https://git-lfs.github.com/spec/v1\noid sha256:{oid}\nsize {len(photo)}\n")
    write(news / "winner.png.yaml", SIDECAR)
    write(news / "index.ky.md", NEWS)
    write(school / "consents/c-0991.yaml", PUPIL)
    git(school, "add", "-A")
    git(school, "commit", "-qm", "second", day="2026-11-12")
    write(folder / "pupils.csv", "pseudonym,surname,given\npupil-0042,Чомоева,Бегимай\n")
    return school, oid


class ConsentTest(unittest.TestCase):
    def build(self, school, site, *words, today="2026-11-21", code=0):
        done = run("build", school, "-o", site, "--cache", CACHE, "--lang", "en", "--today", today, *words)
        self.assertEqual(done.returncode, code, done.stdout[-3000:] + done.stderr)
        return done

    def test_a_withdrawal_from_a_published_site_leaves_nothing(self):
        with Folder() as folder:
            school, oid = make_school(folder)
            site, names = folder / "site", ["--pupils", folder / "pupils.csv"]
            self.build(school, site, *names)
            traces = ["Чомоева", "jengish"]
            before = files_with(site, *traces)
            self.assertTrue(any(file.endswith(".gz") for file in before), before)
            for kind in ("index.html", ".xml", ".js"):
                self.assertTrue(any(file.endswith(kind) for file in before), kind)
            object_file = school / ".git/lfs/objects" / oid[:2] / oid[2:4] / oid
            command = ["consent", "withdraw", "c-0991", "--repo", school, "--lang", "en", "--site", site, "--cache", CACHE, *names, *TODAY]
            dry = run(*command, "--dry-run")
            self.assertEqual(dry.returncode, 0, dry.stderr)
            for what in (oid, "news/2026/jengish/winner.png", "consents/c-0991.yaml", ".html.gz", "jaz-bulak.school.example"):
                self.assertIn(what, dry.stdout)
            self.assertTrue(object_file.is_file())
            done = run(*command)
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
            self.assertFalse(object_file.exists())
            self.assertNotIn("Чомоева", done.stdout)
            self.build(school, site, *names)
            self.assertEqual(files_with(site, *traces), [])
            record = (school / "consents/c-0991.yaml").read_text(encoding="utf-8")
            self.assertIn("withdrawn: 2026-11-21", record)
            # The same picture, cropped and compressed anew, is known again.
            write(school / "news/2026/jengish/other.png", picture(30, 20, 190, 200))
            write(school / "news/2026/jengish/other.png.yaml", SIDECAR.replace("[c-0991]", "nobody-recognisable"))
            check = run("check", school, "--lang", "en", "--format", "json", "--cache", CACHE, *TODAY)
            self.assertEqual(check.returncode, 1)
            self.assertIn("picture-reused", check.stdout)

    def test_what_git_keeps_of_a_withdrawn_person_is_on_the_list(self):
        """The photograph was committed as it is, then as a pointer, then cropped; the name stands in texts, a message, a commit that
        only the reflog has, and in a pack. Every byte is searched afterwards."""
        with Folder() as folder:
            school, oid = make_school(folder)
            news, store = school / "news/2026/jengish", school / ".git/lfs/objects"
            pointer = (news / "winner.png").read_bytes()
            photo = picture()
            write(news / "winner.png", photo)
            git(school, "commit", "-qam", "Сүрөт: Чомоева Бегимай", day="2026-11-13")
            older = picture(5, 5, 230, 230)
            older_oid = hashlib.sha256(older).hexdigest()
            write(store / older_oid[:2] / older_oid[2:4] / older_oid, older)
            write(news / "winner.png", pointer.replace(oid.encode(), older_oid.encode()).replace(str(len(photo)).encode(), str(len(older)).encode()))
            git(school, "commit", "-qam", "crop", day="2026-11-14")
            git(school, "gc", "-q")
            write(news / "winner.png", pointer)
            write(school / "news/2026/eki/index.ky.md", NEWS.replace("image: winner.png\n", "").replace("Чомоева Бегимай", "Бегимай Чомоеванын"))
            git(school, "add", "-A")
            git(school, "commit", "-qm", "undone", day="2026-11-15")
            git(school, "rm", "-qr", "news/2026/eki")
            git(school, "commit", "-q", "--amend", "-m", "whole", day="2026-11-15")
            site, names = folder / "site", ["--pupils", folder / "pupils.csv"]
            self.build(school, site, *names)
            done = run("consent", "withdraw", "c-0991", "--repo", school, "--lang", "en", "--site", site, "--cache", CACHE, *names, *TODAY)
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
            self.build(school, site, *names)
            git(school, "add", "-A")
            git(school, "commit", "-qm", "withdrawn", day="2026-11-21")

            # No byte of it in the site, the work tree (the text is withheld by the register) and the store of Git LFS.
            traces = ["Чомоев", "Бегимай"]
            self.assertEqual(files_with(site, *traces, "jengish"), [])
            whole = [file for file in files_with(school, *traces) if not file.startswith(".git/")]
            self.assertEqual(whole, ["news/2026/jengish/index.ky.md"])
            left = {path.read_bytes() for path in store.rglob("*") if path.is_file()}
            self.assertFalse({photo, older} & left)

            # What the objects of git still hold, packed or not, reached or not, is on the list with what to do.
            every = subprocess.run(["git", "-C", school, "cat-file", "--batch-all-objects", "--batch"], check=True,
                                   capture_output=True).stdout
            found = {b"blob": 0, b"commit": 0}
            while every:
                head, every = every.split(b"\n", 1)
                _, kind, size = head.split()
                data, every = every[:int(size)], every[int(size) + 1:]
                if kind != b"tree" and (data == photo or any(trace.encode() in data for trace in traces)):
                    found[kind] += 1
            listed = [line.split(": ")[1].rsplit(" × ", 1) for line in done.stdout.splitlines() if "stays in the history of git: " in line]
            counts = {place: int(count) for place, count in listed}
            self.assertEqual(counts.pop("commit"), found[b"commit"])
            # One more: the text as it is now, without the picture, which the list tells to take the name out of.
            self.assertIn("news/2026/jengish/index.ky.md", [line.rsplit(": ", 1)[-1] for line in done.stdout.splitlines() if "take it out" in line])
            self.assertEqual(sum(counts.values()) + 1, found[b"blob"])
            self.assertEqual(set(counts), {"news/2026/jengish/index.ky.md", "news/2026/jengish/winner.png", "news/2026/eki/index.ky.md"})
            self.assertIn("forget", done.stdout)

    def test_on_the_day_a_consent_ends_the_next_build_is_without_it(self):
        with Folder() as folder:
            school, _ = make_school(folder)
            consent = school / "consents/c-0991.yaml"
            write(consent, consent.read_text(encoding="utf-8").replace("2027-06-30", "2026-11-20"))
            site, names = folder / "site", ["--pupils", folder / "pupils.csv"]
            self.build(school, site, *names, today="2026-11-20")
            self.assertTrue(files_with(site, "Чомоева"))
            self.build(school, site, *names)
            self.assertEqual(files_with(site, "Чомоева", "jengish"), [])

    def test_a_name_that_only_the_table_knows_stops_the_publication(self):
        with Folder() as folder:
            school, _ = make_school(folder)
            write(school / "news/2026/eki/index.ky.md", NEWS.replace("consents: [c-0991]\n", "").replace("image: winner.png\n", ""))
            done = run("check", school, "--pupils", folder / "pupils.csv", "--lang", "en", "--cache", CACHE, *TODAY)
            self.assertEqual(done.returncode, 1, done.stdout + done.stderr)
            self.assertIn("[pupil-not-listed]: pupil-0042", done.stdout)
            with open(folder / "pupils.csv", "a", encoding="utf-8") as table:  # of whom there is no paper at all
                table.write("pupil-0077,Токтосунова,Айпери\n")
            write(school / "news/2026/eki/index.ky.md", NEWS.replace("Чомоева Бегимай", "Токтосунова Айпери").replace("consents: [c-0991]\n", "")
                  .replace("image: winner.png\n", ""))
            done = run("check", school, "--pupils", folder / "pupils.csv", "--lang", "en", "--cache", CACHE, *TODAY)
            self.assertEqual(done.returncode, 1, done.stdout + done.stderr)
            self.assertIn("error[pupil-without-consent]", done.stdout)
            self.assertIn("pupil-0077", done.stdout)
            write(folder / "pupils.csv", "pseudonym,surname\n")
            done = run("check", school, "--pupils", folder / "pupils.csv", "--lang", "en")
            self.assertEqual(done.returncode, 2)
            self.assertIn("given", done.stderr)

    def test_the_report_of_a_day_tells_what_was_published_then(self):
        with Folder() as folder:
            school, _ = make_school(folder)

            def report(*words):
                done = run("consent", "report", "--repo", school, "--format", "json", "--cache", CACHE, *words)
                self.assertEqual(done.returncode, 0, done.stderr)
                value = json.loads(done.stdout)
                return value, {row["what"] for row in value["published"]}

            first = report("--at", "2026-10-15")
            self.assertEqual(first[0]["day"], "2026-10-15")
            self.assertNotIn("news/2026/jengish", first[1])
            self.assertIn("people/gulnara-asanova.yaml", first[1])
            second = report("--at", "2026-11-20")
            self.assertIn("news/2026/jengish", second[1])
            row = next(row for row in second[0]["published"] if row["what"] == "news/2026/jengish/winner.png")
            self.assertEqual((row["consent"], row["subject"], row["paper"], row["until"]),
                             ("c-0991", "pupil-0042", "09-91, 2026-09-01", "2027-06-30"))
            by_revision = report("--at", "HEAD~1", *TODAY)
            self.assertNotIn("news/2026/jengish", by_revision[1])
            self.assertEqual(run("consent", "report", "--repo", school, "--at", "1999-01-01").returncode, 2)
            self.assertEqual(run("consent", "report", "--repo", school, "--at", "nonsense").returncode, 2)

    def test_what_contradicts_a_fact_is_repaired_in_one_step(self):
        with Folder() as folder:
            school = folder / "school"
            shutil.copytree(ROOT / "content", school)
            page = school / "pages/tarykh-x/index.ru.md"
            text = ("---\ntitle: История\nsummary: Школа основана в 1902 году.\norder: 99\n---\n\nШкола основана в 1902 году. "
                    "Директор школы – Эшимов Данияр Токтогулович.\n\nПочта: info@jaz-bulak.school.example.\n")
            write(page, text)
            write(page.with_name("index.ky.md"), "---\ntitle: Тарыхы\norder: 99\n---\n\nМектеп 1902-жылы негизделген.\n")
            dry = run("repair", school, "--dry-run", "--lang", "en", "--cache", CACHE, *TODAY)
            self.assertIn("«1902» →", dry.stdout)
            self.assertEqual(page.read_text(encoding="utf-8"), text)
            done = run("repair", school, "--lang", "en", "--cache", CACHE, *TODAY)
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
            mended = page.read_text(encoding="utf-8")
            self.assertIn('основана в {{< fact path="school/organisation#founded" >}} году.', mended)
            self.assertIn('Директор школы – {{< fact path="school/director#person" >}}.', mended)
            self.assertNotIn("info@", mended)
            self.assertNotIn("summary: Школа основана в 1902", mended)
            self.assertNotIn("summary: Школа основана в {{", mended)
            check = run("check", school, "--lang", "en", "--cache", CACHE, *TODAY)
            self.assertEqual(check.returncode, 0, check.stdout)

    def test_a_pdf_of_200_megabytes_is_told_and_costs_little(self):
        with Folder() as folder:
            school = folder / "school"
            shutil.copytree(ROOT / "content", school)
            write(school / "documents/big/document.yaml", "type: other\ntitle: {ky: Чоң файл, ru: Большой файл}\ndate: 2026-09-01\n"
                                                          "files:\n  - {file: big.pdf, language: ky}\n")
            with open(school / "documents/big/big.pdf", "wb") as file:
                file.write(b"%PDF-1.4\n")
                for _ in range(200):
                    file.write(b"%" + b"x" * 1048574 + b"\n")
                file.write(b"%%EOF\n")
            done = run("check", school, "--lang", "en", "--format", "json", "--cache", CACHE, *TODAY)
            rules = {finding["rule"] for finding in json.loads(done.stdout)["findings"] if "big.pdf" in finding.get("file", "")}
            self.assertIn("content-asset-too-big", rules)
            self.assertIn("media-pdf-unreadable", rules)


if __name__ == "__main__":
    unittest.main()
