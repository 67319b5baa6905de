"""The guide of theme authors (themes/README.md) names every value that templates see, every layout, partial and shortcode.

The values are asked of the program itself: layouts of a school that print the names of all that they see, all the way down.
"""
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
GUIDE = (ROOT / "themes/README.md").read_text(encoding="utf-8")
DUMP = """{%- macro dump(value, path) -%}
{%- if value is mapping %}{% for name in value %}{{ path }}.{{ name }}
{{ dump(value[name], path ~ '.' ~ name) }}{% endfor %}
{%- elif value is sequence and value is not string and value is not escaped %}{% for each in value[:2] %}{{ dump(each, path) }}{% endfor %}
{%- endif %}
{%- endmacro -%}"""
LAYOUT = """{{%- from 'partials/dump.html' import dump -%}}
<!DOCTYPE html>
<html lang="{{{{ page.locale }}}}"><head><meta charset="utf-8"><title>{{{{ page.title }}}}</title></head>
<body class="kind-{{{{ page.kind }}}}"><main id="main"><h1>{{{{ page.title }}}}</h1><pre>{dumps}</pre></main></body></html>"""


def words_in_code(text):
    prose = re.sub(r"^```.*?^```", "", text, flags=re.M | re.S)
    return set(re.findall(r"[a-z][a-z0-9_]*", " ".join(re.findall(r"`([^`]+)`", prose))))


def layouts(guide):
    """The layouts of the guide's table, each with the names that only it sees."""
    table = guide.split("## Layouts, their page.kind")[1].split("\n\n")[1]
    rows = re.findall(r"^\| `([a-z0-9-]+)` \|.*?\| ([^|]*) \|$", table, re.M)
    return {name: re.findall(r"`([a-z]+)`", more) for name, more in rows}


def members(guide, heading):
    part = guide.split(f"\n### {heading}\n")[1].split("\n#")[0]
    return {name for row in re.findall(r"^\| (`[^|]*`) \|", part, re.M) for name in re.findall(r"`([a-z_0-9]+)`", row)}


def seen_values():
    """Paths of all values that the layouts see on the pages of the demonstration school: site.menu.title."""
    with tempfile.TemporaryDirectory() as folder:
        school, out = pathlib.Path(folder, "school"), pathlib.Path(folder, "site")
        shutil.copytree(ROOT / "content", school)
        for name, more in layouts(GUIDE).items():
            file = school / "theme/layouts" / f"{name}.html"
            file.parent.mkdir(parents=True, exist_ok=True)
            dumps = "".join(f"{{{{ dump({each}, '{each}') }}}}" for each in ["page", "site", *more])
            file.write_text(LAYOUT.format(dumps=dumps), encoding="utf-8")
        (school / "theme/partials").mkdir(exist_ok=True)
        (school / "theme/partials/dump.html").write_text(DUMP, encoding="utf-8")
        done = subprocess.run([os.environ["MEKTEP"], "build", school, "--out", out, "--today", "2026-11-21", "--data", ROOT,
                               "--lang", "en"], capture_output=True, text=True, timeout=300)
        assert done.returncode == 0, done.stdout[-4000:]
        paths = set()
        for page in out.rglob("*.html"):
            for text in re.findall(r"<pre>(.*?)</pre>", page.read_text(encoding="utf-8"), re.S):
                paths.update(text.split())
        return paths


def undocumented(paths, guide):
    known = words_in_code(guide)
    return sorted(path for path in paths if path.rpartition(".")[2] not in known)


def unlisted_files(guide):
    """Layouts, partials and shortcodes of the default theme without a row in their table."""
    complaints = []
    theme = ROOT / "themes/default"
    for folder, heading in (("layouts", "## Layouts, their page.kind"), ("partials", "## Partials"),
                            ("partials/shortcodes", "## Shortcodes")):
        part = re.search(r"(?:^\|.*\n)+", guide.split(f"\n{heading}")[1], re.M).group()
        listed = {name for cell in re.findall(r"^\| (`[^|]*`) \|", part, re.M) for name in re.findall(r"`([a-z0-9-]+)`", cell)}
        files = {path.stem for path in (theme / folder).glob("*.html")} - {"base"}
        complaints += [f"{folder}/{name}.html is not in the guide" for name in sorted(files - listed)]
        complaints += [f"{folder}/{name}.html is in the guide only" for name in sorted(listed - files)]
    return complaints


class Guide(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.paths = seen_values()

    def test_every_value_is_documented(self):
        self.assertGreater(len(self.paths), 400)
        self.assertEqual(undocumented(self.paths, GUIDE), [])
        self.assertIn("site.school_name", undocumented(self.paths, GUIDE.replace("`school_name`", "")))

    def test_every_documented_value_is_there(self):
        for what in ("site", "page"):
            missing = {f"{what}.{name}" for name in members(GUIDE, what)} - self.paths
            self.assertEqual(missing, set())
        self.assertNotIn("page.colour", self.paths)

    def test_every_layout_partial_and_shortcode_is_documented(self):
        self.assertEqual(unlisted_files(GUIDE), [])
        self.assertTrue(unlisted_files(GUIDE.replace("| `figure` |", "| `other` |")))


if __name__ == "__main__":
    unittest.main()
