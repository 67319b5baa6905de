"""The consent register as the school uses it: the list, the paper, the name behind a pseudonym, a withdrawal from the site that is
shown, and every byte of it searched afterwards (ICT-20…24)."""
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

from school import ROOT, School, person

sys.path.insert(0, str(ROOT / "tests/support"))
from traces import files_with, picture

PUPIL = """subject: pupil
pseudonym: pupil-0042
representative: parent
scopes: [news, photo]
covers: [name, photo]
from: 2026-01-12
evidence: {number: "01-91", date: 2026-01-12}
risks_explained: {by: nurbek-sydykov, on: 2026-01-12}
"""
NEWS = """---
title: Мелдеш өттү
date: 2026-01-20
consents: [c-0991]
---

Чомоева Бегимай биринчи орунду алды.

![Жеңүүчү](winner.png)
"""
SIDECAR = """alt: {ky: Жеңүүчү кубок менен, ru: Победитель с кубком}
people: [c-0991]
stated_by: nurbek-sydykov
stated_on: 2026-01-20
"""
CONTRADICTION = """---
title: Мектептин тарыхы
order: 99
---

Мектеп 1902-жылы негизделген.
"""


def school_folder(place):
    """The demonstration school with a pupil in the news."""
    folder = pathlib.Path(place) / "content"
    shutil.copytree(ROOT / "content", folder)
    news = folder / "news/2026/jengish"
    news.mkdir(parents=True)
    (news / "index.ky.md").write_text(NEWS, encoding="utf-8")
    (news / "winner.png").write_bytes(picture())
    (news / "winner.png.yaml").write_text(SIDECAR, encoding="utf-8")
    (folder / "consents/c-0991.yaml").write_text(PUPIL, encoding="utf-8")
    return folder


class Consents(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.place = tempfile.TemporaryDirectory()
        cls.school = School(source=school_folder(cls.place.name)).__enter__()
        cls.editor = person(cls.school, "editor")
        cls.reader = person(cls.school, "auditor")
        cls.site = cls.school.state / "public/site"

    @classmethod
    def tearDownClass(cls):
        cls.school.__exit__()
        cls.place.cleanup()

    def save(self, entry, text):
        self.editor.get("/account")
        key = re.search(r"mektep_[\w-]{43}", self.editor.post("/account/tokens", label="test").text)[0]
        headers = [("Authorization", "Bearer " + key), ("Content-Type", "application/json")]
        body = json.dumps({"base": "", "files": {entry + "/index.ky.md": text}}, ensure_ascii=False).encode()
        saved = self.editor.ask("POST", "/api/v1/entries/" + entry, body, headers)
        self.assertEqual(saved.status, 200, saved.text)

    def publish(self):
        before = self.editor.get("/publish").text
        self.editor.post("/publish")
        return self.settle(before)

    def settle(self, before=""):
        """Waits until nothing is being built; the page of publications then."""
        for _ in range(3000):
            page = self.editor.get("/publish").text
            if page != before and 'http-equiv="refresh"' not in page:
                return page
            time.sleep(0.2)
        self.fail(page)

    def findings(self):
        newest = re.search(r'href="/publish/(\d+)"', self.editor.get("/publish").text)
        return self.editor.get("/publish/" + newest[1]).text if newest else ""

    def wait_for_site(self):
        for _ in range(3000):
            if (self.site / "index.html").is_file():
                return
            time.sleep(0.2)
        self.fail(re.sub(r"<[^>]+>|\s+", " ", self.findings())[-3000:])

    def test_1_the_register_is_read_by_whoever_may(self):
        page = self.editor.get("/consents").text
        self.assertIn('href="/consents/c-0991"', page)
        self.assertIn("pupil-0042", page)
        self.assertIn('href="/entries/consents/new"', page)
        self.assertNotIn('href="/consents/c-0991"', self.editor.get("/consents?state=withdrawn").text)
        page = self.reader.get("/consents").text
        self.assertNotIn('href="/entries/consents/new"', page)
        self.assertIn('href="/consents/report"', page)

    def test_2_the_paper_is_printed(self):
        page = self.editor.get("/consents/c-0991/paper").text
        self.assertIn("pupil-0042", page)
        self.assertIn("2.15–2.17", page)
        self.assertIn("font", self.editor.get("/consents/paper.css").text)
        self.assertIn("Сыдыков", self.editor.get("/consents/nurbek-sydykov/paper").text)

    def test_3_the_name_of_a_pupil_stays_on_this_machine(self):
        self.editor.get("/consents/c-0991")
        answer = self.editor.post("/consents/c-0991/name", surname="Чомоева", given="")
        self.assertEqual(answer.status, 422)
        answer = self.editor.post("/consents/c-0991/name", surname="Чомоева", given="Бегимай", patronymic="")
        self.assertEqual(answer.status, 303)
        self.assertIn("Чомоева Бегимай", self.editor.get("/consents").text)
        self.assertNotIn("Чомоева", self.reader.get("/consents").text)
        self.assertNotIn("Чомоева", self.reader.get("/consents/c-0991").text)
        self.reader.get("/consents")
        self.assertEqual(self.reader.post("/consents/c-0991/name", surname="А", given="Б").status, 403)
        self.assertNotIn("Чомоева", (self.school.state / "audit.jsonl").read_text(encoding="utf-8"))
        self.assertEqual((self.school.state / "editor.sqlite").stat().st_mode & 0o077, 0)

    def test_4_a_text_that_names_her_without_the_consent_is_stopped(self):
        self.publish()
        self.wait_for_site()
        self.assertTrue(files_with(self.site, "Чомоева"))
        text = NEWS.replace("consents: [c-0991]\n", "").replace("![Жеңүүчү](winner.png)\n", "")
        entry = "news/2026/ekinchi"
        self.save(entry, text)
        for _ in range(3000):
            page = self.editor.get("/").text
            if 'http-equiv="refresh"' not in page:
                break
            time.sleep(0.2)
        self.assertIn("c-0991", page)
        self.assertIn("pupil-0042", page)
        gone = self.editor.get("/delete/" + entry)
        self.assertEqual(self.editor.post("/delete/" + entry).status, 303, gone.text)

    def test_5_a_contradiction_is_repaired_by_one_button(self):
        entry = "pages/tarykh-x"
        self.save(entry, CONTRADICTION)
        for _ in range(3000):
            page = self.editor.get("/").text
            if 'http-equiv="refresh"' not in page and "/repair" in page:
                break
            time.sleep(0.2)
        form = re.search(r'action="/repair">(.*?)</form>', page, re.S)[1]
        fields = dict(re.findall(r'name="(file|line|column)" value="([^"]*)"', form))
        self.assertEqual(fields["file"], entry + "/index.ky.md")
        self.reader.get("/")
        self.assertEqual(self.reader.post("/repair", **fields).status, 403)
        self.assertEqual(self.editor.post("/repair", **fields).status, 303)
        text = self.git("show", "main:" + entry + "/index.ky.md")
        self.assertIn('Мектеп {{< fact path="school/organisation#founded" >}}-жылы негизделген.', text)
        self.assertEqual(self.editor.post("/repair", **fields).status, 409)

    def git(self, *words):
        return subprocess.run(["git", "-C", self.school.repository, *words], check=True, capture_output=True, text=True).stdout

    def test_6_a_withdrawal_takes_everything_off_the_site_that_is_shown(self):
        traces = ["Чомоева", "Бегимай Чомоева", "winner", "jengish"]
        self.assertTrue(files_with(self.site, *traces))
        self.assertEqual(self.reader.get("/consents/c-0991/withdraw").status, 403)
        page = self.editor.get("/consents/c-0991/withdraw").text
        for what in ("news/2026/jengish/winner.png", "consents/c-0991.yaml", "news/2026/jengish/index.html"):
            self.assertIn(what, page)
        answer = self.editor.post("/consents/c-0991/withdraw")
        self.assertEqual(answer.status, 303, answer.text)
        for _ in range(3000):
            page = self.editor.get("/consents/c-0991").text
            if "Текшерилди: көрсөтүлүп" in page:
                break
            time.sleep(0.2)
        self.assertIn("Текшерилди: көрсөтүлүп", page, re.sub(r"<[^>]+>|\s+", " ", self.findings())[-3000:])
        public = self.school.state / "public"
        self.assertEqual(files_with(public, "Чомоева", "winner"), [])
        self.assertEqual(len(list((public / "releases").iterdir())), 1)
        self.assertEqual(files_with(self.school.state / "cache", "Чомоева"), [])
        self.assertEqual(self.editor.get("/consents/c-0991/withdraw").status, 409)
        record = self.git("show", "main:consents/c-0991.yaml")
        self.assertIn("withdrawn: 20", record)
        self.assertRegex(record, r"pictures:\n  - [0-9a-f]{256}")
        # What was searched for is forgotten.
        self.assertNotIn(b"winner", (self.school.state / "editor.sqlite").read_bytes())

    def test_7_the_report_proves_what_was_published_on_any_day(self):
        page = self.reader.get("/consents/report").text
        self.assertIn("people/gulnara-asanova.yaml", page)
        self.assertNotIn("Чомоева", page)
        day = time.strftime("%Y-%m-%d", time.gmtime(time.time() + 6 * 3600))  # of the school, in Bishkek
        answer = self.reader.get(f"/consents/report?at={day}&format=json")
        self.assertEqual(answer.getheader("Content-Type"), "application/json")
        self.assertEqual(self.reader.get("/consents/report?at=1999-01-01").status, 404)


if __name__ == "__main__":
    unittest.main()
