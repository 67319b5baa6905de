"""The built demonstration site in memory: files by path, pages as trees.

A check is a function from a Site to a list of complaints. `Site.but` makes a site with one file changed, so that every check
can be seen failing: see `Checks.fails`.
"""
import functools
import json
import os
import pathlib
import re
import subprocess
import unittest
from html.parser import HTMLParser

ROOT = pathlib.Path(__file__).resolve().parents[2]
BASE_URL = "https://jaz-bulak.school.example/"
VOID = set("area base br col embed hr img input link meta source track wbr".split())


class Element:
    __slots__ = ("tag", "attributes", "parent", "children")

    def __init__(self, tag, attributes, parent):
        self.tag, self.attributes, self.parent, self.children = tag, attributes, parent, []

    def get(self, name):
        return self.attributes.get(name)

    def ancestors(self):
        element = self.parent
        while element is not None:
            yield element
            element = element.parent

    def text(self):
        return "".join(child if isinstance(child, str) else child.text() for child in self.children)


class _Builder(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.root = Element("#document", {}, None)
        self.open = self.root
        self.elements = []
        self.faults = []
        self.doctype = ""

    def handle_decl(self, declaration):
        self.doctype = declaration

    def handle_starttag(self, tag, attributes):
        names = [name for name, _ in attributes]
        if len(names) != len(set(names)):
            self.faults.append(f"<{tag}> has an attribute twice")
        element = Element(tag, {name: value if value is not None else "" for name, value in attributes}, self.open)
        self.open.children.append(element)
        self.elements.append(element)
        if tag not in VOID:
            self.open = element

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        if self.open.tag == tag:
            self.open = self.open.parent
        else:
            self.faults.append(f"</{tag}> closes <{self.open.tag}>")

    def handle_data(self, data):
        self.open.children.append(data)


class Page:
    def __init__(self, data):
        self.source = data.decode("utf-8")
        builder = _Builder()
        builder.feed(self.source)
        builder.close()
        self.faults, self.elements, self.doctype = builder.faults, builder.elements, builder.doctype
        if builder.open is not builder.root:
            self.faults.append(f"<{builder.open.tag}> is not closed")

    def all(self, *tags):
        return [element for element in self.elements if element.tag in tags]

    def one(self, tag, **attributes):
        for element in self.all(tag):
            if all(element.get(name) == value for name, value in attributes.items()):
                return element
        return None

    @functools.cached_property
    def ids(self):
        return [element.get("id") for element in self.elements if element.get("id") is not None]

    @property
    def is_redirect(self):
        return any((element.get("http-equiv") or "").lower() == "refresh" for element in self.all("meta"))


@functools.cache
def _parsed(data):
    return Page(data)


class Site:
    """Files by path without a leading slash."""

    def __init__(self, files):
        self.files = files

    @staticmethod
    @functools.cache
    def built():
        folder = pathlib.Path(os.environ["MEKTEP_SITE"])
        files = {path.relative_to(folder).as_posix(): path.read_bytes()
                 for path in sorted(folder.rglob("*")) if path.is_file()}
        return Site(files)

    def but(self, path, old, new, count=1):
        """The same site with `old` replaced in one file; the text must be there, so that a check cannot pass by accident."""
        data = self.files.get(path, b"")
        old, new = old.encode(), new.encode()
        assert old in data, f"{old!r} is not in {path}"
        return Site({**self.files, path: data.replace(old, new, count)})

    def without(self, path):
        assert path in self.files, path
        return Site({name: data for name, data in self.files.items() if name != path})

    def plus(self, path, data):
        return Site({**self.files, path: data})

    def page(self, path):
        return _parsed(self.files[path])

    @property
    def pages(self):
        return {path: self.page(path) for path in self.files if path.endswith(".html")}

    @property
    def documents(self):
        """Pages that people read: no redirects."""
        return {path: page for path, page in self.pages.items() if not page.is_redirect}

    def target(self, url):
        """Path of the file that an absolute path of the site shows, or None."""
        path = url.lstrip("/")
        if path in self.files and not url.endswith("/"):
            return path
        index = (path.rstrip("/") + "/" if path else "") + "index.html"
        return index if index in self.files and (url.endswith("/") or not path) else None


def address(path):
    """Address of a page's file, from the root of the server."""
    return "/" + re.sub(r"index\.html$", "", path)


def records(*paths):
    """YAML files of the repository as dictionaries, by path; read with the npm package that the schema tests use."""
    program = ("import {parse} from 'yaml'; import fs from 'node:fs';"
               "console.log(JSON.stringify(process.argv.slice(1).map(p => parse(fs.readFileSync(p, 'utf8'))), null, 0))")
    done = subprocess.run(["node", "--input-type=module", "-e", program, *[str(ROOT / path) for path in paths]],
                          cwd=ROOT / "tests", capture_output=True, text=True, timeout=60)
    if done.returncode != 0:
        raise RuntimeError(f"cannot read YAML (is script/setup done?): {done.stderr}")
    return dict(zip(map(str, paths), json.loads(done.stdout)))


class Checks(unittest.TestCase):
    site = None

    @classmethod
    def setUpClass(cls):
        cls.site = Site.built()

    def holds(self, check):
        complaints = check(self.site)
        self.assertFalse(complaints, f"{len(complaints)} complaints:\n" + "\n".join(complaints[:40]))

    def fails(self, check, broken, about):
        complaints = check(broken)
        self.assertTrue(any(about in complaint for complaint in complaints),
                        f"{check.__name__} does not see the fault {about!r}: {complaints[:5]}")
