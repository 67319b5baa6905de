"""A small school on disk, the program run on it as a user would, and what every answer must keep to."""
import contextlib
import hashlib
import html.parser
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import time
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
MEKTEP = os.environ["MEKTEP"]
BOUND = 10  # seconds of one run, in a debug build on a busy machine; the product's own bound is 1 s a file

SITE = """title: {ky: Ак-Булак мектеби, ru: Школа Ак-Булак}
base_url: https://school.example/
locales: [ky, ru]
theme: default
time_zone: Asia/Bishkek
menu:
  - {page: news}
"""
NEWS = "news/2026/bell/index.ky.md"


def news(title, text):
    return f"---\ntitle: {title}\ndate: 2026-09-01\n---\n\n{text}\n"


class Answer:
    def __init__(self, process, seconds):
        self.code, self.out, self.err, self.seconds = process.returncode, process.stdout, process.stderr, seconds

    @property
    def findings(self):
        return json.loads(self.out)["findings"]

    @property
    def rules(self):
        return {f["rule"] for f in self.findings}

    def places(self, rule):
        return [(f["file"], f["line"], f["column"]) for f in self.findings if f["rule"] == rule]


class Case(unittest.TestCase):
    maxDiff = 2000
    # Whether the school discloses all it must (what the demonstration school does); else it can be built as a draft only.
    complete = False

    def setUp(self):
        self.folder = pathlib.Path(self.enter(tempfile.TemporaryDirectory(prefix="mektep-hostile-")))
        self.school = self.folder / "school"
        self.out = self.folder / "site"
        if self.complete:
            for part in ("school", "people", "consents", "documents"):
                shutil.copytree(ROOT / "content" / part, self.school / part)
        self.write("site.yaml", SITE)
        self.write(NEWS, news("Коңгуроо", "Салам"))

    def enter(self, context):
        result = context.__enter__()
        self.addCleanup(context.__exit__, None, None, None)
        return result

    def write(self, path, data, base=None):
        file = (base or self.school) / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data if isinstance(data, bytes) else data.encode())
        return file

    # Our own data, to be damaged or to be read by another user.
    def copy_data(self):
        for name in ("schema", "themes"):
            shutil.copytree(ROOT / name, self.folder / "data" / name)
        return self.folder / "data"

    def run_mektep(self, *words, env=None, cwd=None, prefix=(), bound=BOUND, codes=(0, 1, 2)):
        clean = {"PATH": os.environ["PATH"], "HOME": str(self.folder / "home"), "MEKTEP_DATA": str(ROOT), **(env or {})}
        program = MEKTEP
        if prefix:  # another user, who need not see the folder of the project
            program = shutil.copy(MEKTEP, self.folder / "mektep")
            data = self.folder / "data"
            clean["MEKTEP_DATA"] = str(data if data.exists() else self.copy_data())
        start = time.monotonic()
        process = subprocess.run([*prefix, program, *map(str, words)], env=clean, cwd=cwd, capture_output=True,
                                 stdin=subprocess.DEVNULL, timeout=60)
        answer = Answer(process, time.monotonic() - start)
        self.assertIn(answer.code, codes, answer.err[-2000:] + answer.out[-500:])
        for noise in (b"terminate called", b"Traceback", b"Sanitizer", b"Assertion", b"core dumped", b"std::"):
            self.assertNotIn(noise, answer.err + (b"" if words[0] == "build" else answer.out)[:10000])
        self.assertLess(answer.seconds, bound, words)
        return answer

    def check(self, *words, school=None, **options):
        return self.run_mektep("check", school or self.school, "--today", "2026-11-21", "--format", "json", *words, **options)

    def build(self, *words, school=None, out=None, **options):
        draft = () if self.complete or "--draft" in words else ("--draft",)
        return self.run_mektep("build", school or self.school, *draft, "-o", out or self.out, "--today", "2026-11-21", "--format",
                               "json", *words, **options)

    def assertFinding(self, answer, rule, file=None, line=None):
        places = answer.places(rule)
        self.assertTrue(places, f"no {rule} among {sorted(answer.rules)}")
        if file is not None:
            self.assertIn((file, line) if line else file, [p[:2] if line else p[0] for p in places])

    # The program cannot run at all: exit code 2, and the rule named on the error stream.
    def assertRefused(self, answer, rule):
        self.assertEqual(answer.code, 2)
        self.assertIn(rule, answer.err.decode())

    # A good site, then the fault: the build is refused and the site keeps every byte and every time.
    def assertOldSiteStays(self, break_it, code=1, **options):
        self.assertEqual(self.build().code, 0)
        before = tree(self.out, times=True)
        break_it()
        answer = self.build(**options)
        self.assertEqual(answer.code, code, answer.out[-500:] + answer.err)
        self.assertEqual(tree(self.out, times=True), before)
        self.assertEqual(sorted(p.name for p in self.folder.iterdir() if ".mektep-" in p.name), [])
        return answer

    def git(self, *words, folder=None, **options):
        env = {"PATH": os.environ["PATH"], "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null",
               "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.kg", "GIT_COMMITTER_NAME": "a",
               "GIT_COMMITTER_EMAIL": "a@example.kg", "GIT_AUTHOR_DATE": "2026-09-01T00:00:00Z",
               "GIT_COMMITTER_DATE": "2026-09-01T00:00:00Z"}
        return subprocess.run(["git", *map(str, words)], cwd=folder or self.school, env=env, check=True,
                              capture_output=True, **options).stdout.strip()

    def commit(self):
        self.git("init", "-q", "-b", "main")
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "Start")


def tree(folder, times=False):
    """Path → digest (and time of change) of every file below a folder."""
    found = {}
    for path in sorted(pathlib.Path(folder).rglob("*")):
        name = str(path.relative_to(folder))
        if path.is_symlink():
            found[name] = "link " + os.readlink(path)
        elif path.is_file():
            found[name] = hashlib.sha256(path.read_bytes()).hexdigest()
            if times:
                found[name] += f" {path.stat().st_mtime_ns}"
    return found


class Page(html.parser.HTMLParser):
    """What of a page a browser would run."""
    ADDRESSES = {"href", "src", "action", "formaction", "data", "poster", "cite", "srcset", "xlink:href", "background"}
    ELEMENTS = {"script", "iframe", "object", "embed", "applet", "base", "form", "math", "template", "noscript", "frame", "link-import"}

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.dangers = []

    def handle_starttag(self, tag, attributes):
        names = dict(attributes)
        # The theme's own: its script from assets/ and the box of the search, which leads to a page of the site.
        ours = (tag == "script" and (names.get("type") == "application/ld+json"
                                     or re.fullmatch(r"(\.\./|\./|/)*assets/[\w.-]+\.js", names.get("src") or ""))
                or tag == "form" and names.get("role") == "search"
                and re.fullmatch(r"[./]*([a-z-]+/)*(index\.html)?", names.get("action") or ""))
        if tag in self.ELEMENTS and not ours:
            self.dangers.append(f"<{tag}>")
        if tag == "meta" and names.get("http-equiv", "").lower() == "refresh" and "script:" in names.get("content", "").lower():
            self.dangers.append("<meta refresh>")
        for name, value in attributes:
            address = "".join(c for c in (value or "") if c > " " and c != "\x7f").lower()
            if name.startswith("on") or name in ("srcdoc", "style"):
                self.dangers.append(f"{tag} {name}={value}")
            elif name in self.ADDRESSES and re.match("[a-z][a-z0-9+.-]*:", address):
                if not address.startswith(("http:", "https:", "mailto:", "tel:", "about:invalid")):
                    self.dangers.append(f"{tag} {name}={value}")

    handle_startendtag = handle_starttag


def dangers(folder):
    found = []
    for file in pathlib.Path(folder).rglob("*.html"):
        page = Page()
        page.feed(file.read_text())
        page.close()
        found += [f"{file.relative_to(folder)}: {danger}" for danger in page.dangers]
    return found


@contextlib.contextmanager
def mounted(folder, size):
    """A small disk of its own, where that is allowed; gives False where it is not."""
    folder.mkdir(exist_ok=True)
    done = os.geteuid() == 0 and subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder],
                                                capture_output=True).returncode == 0
    try:
        yield done
    finally:
        if done:
            subprocess.run(["umount", "-l", folder], check=True)


def as_nobody():
    """Words that run a command as an ordinary user; empty when we are one."""
    if os.geteuid() == 0 and shutil.which("setpriv"):
        return ("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups")
    return ()
