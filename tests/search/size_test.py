"""The index of a large site: in parts, each light enough for a telephone, the same for any number of threads; and what is not published is
in none of them."""
import gzip
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

import large_school

ROOT = pathlib.Path(__file__).resolve().parents[2]
COMPRESSED_1000_PAGES = 150_000
SCRIPTS = 5_000  # that a page loads before somebody searches


def build(school, out, jobs):
    subprocess.run([os.environ["MEKTEP"], "build", school, "--data", ROOT, "--out", out, "--today", "2026-11-21", "--draft", "--limit", "1",
                    "--jobs", str(jobs)], check=True, capture_output=True)
    return {str(path.relative_to(out)): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}


def read(script):
    return json.loads(script.decode().split("(", 1)[1].rstrip().rstrip(")"))


class Size(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        place = pathlib.Path(cls.folder.name)
        large_school.make(place / "school", 1200)
        hidden = place / "school/news/2026/hidden"
        hidden.mkdir(parents=True)
        (hidden / "index.ky.md").write_text("---\ntitle: Жашырылганжаңылык\ndate: 2026-11-01\ndraft: true\n---\n\nСырдуусөз.\n", encoding="utf-8")
        later = place / "school/news/2026/later"
        later.mkdir(parents=True)
        (later / "index.ky.md").write_text("---\ntitle: Келечектегижаңылык\ndate: 2027-03-01\n---\n\nСырдуусөз.\n", encoding="utf-8")
        cls.files = build(place / "school", place / "two", 2)
        cls.again = build(place / "school", place / "one", 1)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def index(self, folder):
        return [read(data) for name, data in self.files.items() if name.startswith(f"{folder}/index") and name.endswith(".js")]

    def test_a_thousand_pages_take_at_most_150_kb(self):
        for folder in ("search", "ru/search"):
            parts = [(name, data) for name, data in self.files.items() if name.startswith(f"{folder}/index") and name.endswith(".js")]
            self.assertEqual(len(parts), 2)
            for name, data in parts:
                pages, size = len(read(data)["kinds"]), len(gzip.compress(data, 6))
                print(f"{name}: {pages} pages, {size} bytes compressed")
                self.assertLessEqual(size, 20_000 + (COMPRESSED_1000_PAGES - 20_000) * pages / 1000)
                self.assertLessEqual(pages, 1000)

    def test_texts_of_every_page_are_there(self):
        for folder in ("search", "ru/search"):
            paths = [path for part in self.index(folder) for path in part["paths"].split("\n")]
            texts = {}
            for name, data in self.files.items():
                if name.startswith(f"{folder}/text-"):
                    texts |= read(data)
                    self.assertLess(len(gzip.compress(data)), 60_000, name)
            self.assertEqual(set(paths), set(texts))
            self.assertEqual(len(paths), len(set(paths)))
            for path in paths:
                page = folder.removesuffix("search") + path.split("#")[0] + "index.html"
                self.assertIn(page, self.files)

    def test_any_number_of_threads_writes_the_same(self):
        searched = [name for name in self.files if name.removeprefix("ru/").startswith("search/")]
        self.assertGreater(len(searched), 100)
        self.assertEqual([name for name in searched if self.files[name] != self.again.get(name)], [])

    def test_what_is_not_published_is_not_found(self):
        searched = "".join(data.decode() for name, data in self.files.items() if name.removeprefix("ru/").startswith("search/")).lower()
        self.assertTrue("кадырова" in searched)
        for secret in ("жашырылган", "сырдуус", "келечектеги", "темирова", "чороев"):
            self.assertFalse(secret in searched, secret)

    def test_a_page_loads_little_before_somebody_searches(self):
        home = self.files["index.html"].decode()
        scripts = [name for name in self.files if name.startswith("assets/") and name.endswith(".js") and f'src="{name}"' in home]
        self.assertTrue(scripts)
        self.assertFalse(any("search." in name for name in scripts))
        self.assertLessEqual(sum(len(gzip.compress(self.files[name])) for name in scripts), SCRIPTS)


if __name__ == "__main__":
    unittest.main()
