"""A school changes a piece, a colour, a word, its emblem and the menu of its site by one file each, as themes/README.md says."""
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
EMBLEM = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><circle cx="16" cy="16" r="15" fill="#0b6e4f"/></svg>'


def build(change, theme="default"):
    """Home page and style sheets of the demonstration school with `change` made in its repository."""
    with tempfile.TemporaryDirectory() as folder:
        school, out = pathlib.Path(folder, "school"), pathlib.Path(folder, "site")
        shutil.copytree(ROOT / "content", school)
        about = school / "site.yaml"
        about.write_text(about.read_text(encoding="utf-8").replace("theme: default", f"theme: {theme}"), encoding="utf-8")
        (school / "theme/partials").mkdir(parents=True, exist_ok=True)
        (school / "theme/assets").mkdir(exist_ok=True)
        change(school)
        done = subprocess.run([os.environ["MEKTEP"], "build", school, "--out", out, "--today", "2026-11-21", "--data", ROOT,
                               "--lang", "en"], capture_output=True, text=True, timeout=300)
        assert done.returncode == 0, done.stdout[-4000:]
        sheets = "".join(path.read_text(encoding="utf-8") for path in sorted(out.glob("assets/*.css")))
        return (out / "index.html").read_text(encoding="utf-8"), sheets


def everything(school):
    def write(path, text):
        (school / path).write_text(text, encoding="utf-8")
    write("theme/partials/colophon.html", '<p class="colophon">Our own line</p>')
    write("theme/tokens.yaml", 'light: {accent: "#0b6e4f"}\n')
    write("theme/assets/emblem.svg", EMBLEM)
    write("theme/strings.yaml", "figures: {ky: Санарип, ru: Счёт}\n")
    about = (school / "site.yaml").read_text(encoding="utf-8")
    write("site.yaml", about.replace("{ky: Кызматкерлер, ru: Сотрудники}", "{ky: Жамаат, ru: Коллектив}"))


class Overrides(unittest.TestCase):
    def test_one_file_changes_a_piece_a_colour_a_word_the_emblem_and_the_menu(self):
        plain, plain_sheets = build(lambda school: None)
        home, sheets = build(everything)
        self.assertTrue("Our own line" in home)
        self.assertIn("--accent:#0b6e4f", sheets)
        self.assertNotIn("--accent:#0b6e4f", plain_sheets)
        self.assertIn('<h2 id="figures">Санарип</h2>', home)
        self.assertRegex(home, r'<img class="mark" src="assets/emblem\.\w+\.svg"')
        self.assertRegex(home, r'<link rel="icon" href="assets/emblem\.\w+\.svg"')
        self.assertIn(">Жамаат</a>", home)
        for own in ("Our own line", "Санарип", "Жамаат"):
            self.assertFalse(own in plain, own)

    def test_the_emblem_stands_in_the_other_theme_as_well(self):
        home, _ = build(lambda school: (school / "theme/assets/emblem.svg").write_text(EMBLEM, encoding="utf-8"), "kitep")
        self.assertTrue(re.search(r'<img class="emblem" src="assets/emblem\.\w+\.svg"', home))


if __name__ == "__main__":
    unittest.main()
