#!/usr/bin/env python3
"""Bad input end to end: whatever a repository holds, the program answers with findings, soon, and without a crash."""
import os
import pathlib
import random
import re
import shutil
import signal
import subprocess
import sys
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from support import (MEKTEP, NEWS, ROOT, SITE, Case, as_nobody, dangers, mounted, news, tree)  # noqa: E402

RED = "redirects.yaml"


class BadText(Case):
    """Faults of single files: rule, line, and a site that stays as it was."""

    CASES = [
        ("invalid UTF-8 in YAML", RED, b"- {from: /a/,\n  to: /\xff/}\n", "text-invalid-utf8", 2),
        ("invalid UTF-8 in Markdown", NEWS, news("Коңгуроо", "x").encode() + b"\n\xc0\xaf\n", "text-invalid-utf8", 8),
        ("UTF-16", RED, "- {from: /a/, to: /}\n".encode("utf-16"), "text-invalid-utf8", 1),
        ("surrogates", RED, b"# \xed\xa0\x80\n", "text-invalid-utf8", 1),
        ("byte order mark in YAML", RED, "\ufeff- {from: /a/, to: /news/}\n", "text-byte-order-mark", 1),
        ("byte order mark in Markdown", NEWS, "\ufeff" + news("Коңгуроо", "x"), "text-byte-order-mark", 1),
        ("CRLF", RED, "- {from: /a/, to: /news/}\r\n", "text-crlf", 1),
        ("NUL", RED, b"- a\x00b\n", "text-control-character", 1),
        ("tab", RED, "- from: /a/\n\tto: /news/\n", "yaml-tab", 2),
        ("duplicate key", RED, "- from: /a/\n  to: /news/\n  to: /\n", "yaml-duplicate-key", 3),
        ("unknown key", RED, "- {from: /a/, to: /news/,\n   tu: /}\n", "schema-unknown-key", 2),
        ("anchor", RED, "- &a {from: /a/, to: /news/}\n", "yaml-anchor", 1),
        ("alias", RED, "- {from: /a/, to: /news/}\n- *a\n", "yaml-anchor", 2),
        ("alias bomb", RED, "a: &a [x]\n" + "".join(f"{c}: &{c} [{(f'*{p},' * 9)[:-1]}]\n" for p, c in zip("abcdefgh", "bcdefghi")),
         "yaml-anchor", 1),
        ("alias of itself", RED, "a: &a [*a]\n", "yaml-anchor", 1),
        ("tag", RED, "- !!python/object/apply:os.system [id]\n", "yaml-tag", 1),
        ("deep flow", RED, "[" * 100000, "yaml-too-deep", 1),
        ("deep flow of maps", RED, "{a: " * 100000, "yaml-too-deep", 1),
        ("deep blocks", RED, "- " * 100000, "yaml-too-deep", 1),
        ("stairs", RED, "".join(" " * i + "a:\n" for i in range(1200)), "yaml-too-deep", 65),
        ("deep front matter", NEWS, "---\ntitle: " + "[" * 100000 + "\n---\n", "yaml-too-deep", 2),
        ("unterminated quote", RED, "- from: \"/a/\n  to: /news/\n", "yaml-open-quote", 1),
        ("unterminated front matter", NEWS, "---\ntitle: Коңгуроо\n\nСалам\n", "front-matter-open", 1),
        ("YAML of 50 MB", RED, b"- {from: /aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/, to: /news/}\n" * 750000, "text-too-big", 0),
        ("Markdown of 50 MB", NEWS, news("Коңгуроо", "").encode() + "Салам мектеп\n".encode() * 2200000, "text-too-big", 0),
        ("a line of 50 MB", RED, b"a" * 50000000, "text-too-big", 0),
        ("PDF that is a PNG", "news/2026/bell/plan.pdf", (ROOT / "content/albums/2026/oyumdar/ornament-1.png"), "content-asset-type", 0),
        ("PNG that is nothing", "news/2026/bell/photo.png", b"", "content-asset-type", 0),
    ]

    def test_each_fault_is_a_finding_at_its_line(self):
        before = self.check().rules
        for name, file, data, rule, line in self.CASES:
            with self.subTest(name):
                self.assertNotIn(rule, before)
                old = (self.school / file).read_bytes() if (self.school / file).exists() else None
                self.write(file, data.read_bytes() if isinstance(data, pathlib.Path) else data)
                answer = self.check()
                self.assertFinding(answer, rule, file, line or None)
                self.assertLess(len(answer.out), 200000, "the report repeats the file")
                if old is None:
                    (self.school / file).unlink()
                else:
                    self.write(file, old)
        self.assertEqual(self.check().rules, before)

    def test_deep_and_quadratic_markdown_ends_soon(self):
        many = 100000
        texts = {
            "quotes": "> " * many, "quotes without spaces": ">" * many, "bullets": "- " * many, "numbers": "1. " * many,
            "mixed": "> - 1. " * many, "brackets": "[" * many, "images": "![" * many, "closing": "[" * many + "](x)" * many,
            "emphasis": "*a **b " * many, "emphasis closing": "a** b* " * many, "code": "".join("`" * i + " " for i in range(1, 1200)),
            "www": "www._" * many, "declarations": "<!A" * many, "instructions": "<?" * many, "cdata": "<![CDATA[" * many,
            "comments": "<!-- " * many, "wide table": "|" * 20000 + "\n" + "|-" * 20000 + "\n" + "|\n" * 200,
            "table rows": "|a|\n|-|\n" + "|" * 3000 + "\n" + "|a|\n" * 20000, "autolinks": "http://a" * many,
            "addresses": "a@b." * many, "underscores": "_" * many, "tildes": "~a~~b" * many,
            "footnotes": "".join(f"[^{i}]" for i in range(20000)) + "\n\n[^1]: x",
            "references": "".join(f"[{i}]: /x\n" for i in range(20000)) + "[a]" * 20000, "links": "[a](<" * many,
            "titles": "[a](x '" * many, "entities": "&#x" * many, "html": "<a " * many, "quotes in html": "<a b='" * many,
            "shortcodes": "{{< " * many, "closed shortcodes": "{{< figure >}}" * 5000, "headings": "# " * many,
            "setext": "a\n" * many + "---\n", "blank lines": "\n" * 1000000, "spaces": " " * 1000000, "backslashes": "\\" * many,
            "nested items": "".join("  " * i + "- a\n" for i in range(600)), "typography": "\"'" * many, "dashes": "-- " * many,
        }
        bombs = {"quotes", "bullets", "numbers", "mixed", "images", "closing", "emphasis", "code", "www", "declarations", "instructions",
                 "cdata", "wide table", "table rows", "autolinks", "links", "nested items"}
        self.assertLessEqual(bombs, set(texts))
        for name, text in texts.items():
            with self.subTest(name):
                self.write(NEWS, news("Коңгуроо", text))
                answer = self.check()
                self.assertLessEqual(answer.rules - {"markdown-too-complex", "markdown-raw-html", "link-broken", "heading-skipped",
                                                     "markdown-shortcode-open", "markdown-shortcode-syntax", "language-no-russian",
                                                     "outputs-shortcode-argument", "picture-external", "disclosure-missing",
                                                     "disclosure-should", "outputs-unknown-shortcode"}, set())
                refused = "markdown-too-complex" in answer.rules
                if name in bombs:  # these would take the parser minutes
                    self.assertTrue(refused)
                if answer.code == 0:
                    self.build()

    def test_ten_thousand_findings_are_counted_and_not_all_printed(self):
        for part in range(100):
            self.write(f"news/2026/n{part}/index.ky.md", news("Коңгуроо", "[x](/nowhere/)\n\n" * 100))
        answer = self.run_mektep("check", self.school, "--today", "2026-11-21", "--lang", "en")
        self.assertEqual(answer.code, 1)
        self.assertLess(len(answer.out), 60000)
        self.assertRegex(answer.out.decode(), r"10[ ,\u202f\u00a0]?\d\d\d")
        everything = self.check()
        self.assertEqual(len(everything.places("link-broken")), 10000)
        self.assertLess(len(everything.out), 20_000_000)


class Refusals(Case):
    """A build that is refused leaves the old site with every byte and every time."""
    complete = True

    def test_faulty_texts(self):
        rules = {"yaml-duplicate-key", "front-matter-open", "yaml-open-quote", "text-invalid-utf8", "text-too-big"}
        for name, file, data, rule, line in BadText.CASES:
            if rule in rules:
                rules.remove(rule)
                with self.subTest(name):
                    self.setUp()
                    answer = self.assertOldSiteStays(lambda: self.write(file, data))
                    self.assertFinding(answer, rule, file, line or None)

    def test_an_empty_school(self):
        self.assertOldSiteStays(lambda: shutil.rmtree(self.school) or self.school.mkdir())

    def test_a_mandatory_item_that_goes_missing(self):
        self.assertFinding(self.assertOldSiteStays((self.school / "school/licences.yaml").unlink), "disclosure-missing")


class Payloads(Case):
    """Nothing that a browser would run gets from a text into a page."""

    def test_no_disguise_of_javascript_gets_through(self):
        scheme = ["javascript:alert(1)", "JavaScript:alert(1)", "jAvAsCrIpT:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)",
                  "java&#10;script:alert(1)", "java&#9;script:alert(1)", "java&NewLine;script:alert(1)", "javascript&colon;alert(1)",
                  "javascript&#58;alert(1)", "javascript&#x3A;alert(1)", "&#106;avascript:alert(1)", "&#x6A;avascript:alert(1)",
                  "&#0000106avascript:alert(1)", "\\javascript:alert(1)", "javascript\\:alert(1)", "%6Aavascript:alert(1)",
                  "&#1;javascript:alert(1)", "\u00a0javascript:alert(1)", "\u200bjavascript:alert(1)", "\ufeffjavascript:alert(1)",
                  "vbscript:msgbox(1)", "livescript:alert(1)", "data:text/html,<script>alert(1)</script>",
                  "data:text/html;base64,PHNjcmlwdD4=", "DATA:image/svg+xml,<svg onload=alert(1)>", "file:///etc/passwd",
                  "blob:https://x/1", "view-source:javascript:alert(1)", "feed:javascript:alert(1)", "jar:javascript:alert(1)!/",
                  "//javascript:alert(1)", "javascript://%0aalert(1)", "x-javascript:alert(1)", "about:blank", "ms-settings:x"]
        forms = ["[a]({0})", "[a](<{0}>)", "<{0}>", "![a]({0})", "[a][r]\n\n[r]: {0}", "[a][r]\n\n[r]: <{0}> 'x'",
                 "{{{{< video url=\"{0}\" title=\"x\" >}}}}", "{{{{< map url=\"{0}\" title=\"x\" >}}}}", "{{{{< figure src=\"{0}\" >}}}}"]
        for at, form in enumerate(forms):
            with self.subTest(form):
                self.write(NEWS, news("Коңгуроо", "\n\n".join(form.replace("[r]", f"[r{i}]").format(s) for i, s in enumerate(scheme))))
                self.build("--draft", out=self.folder / f"site{at}")
                self.assertTrue((self.folder / f"site{at}/news/2026/bell/index.html").exists())
                self.assertEqual(dangers(self.folder / f"site{at}"), [])

    def test_no_payload_gets_through(self):
        calls = ["alert(1)", "alert`1`", "confirm(1)", "top['al'+'ert'](1)"]
        shapes = ["<script>{0}</script>", "<ScRiPt>{0}</sCrIpT>", "<script/x>{0}</script>", "<script\n>{0}</script\n>",
                  "<img src=x onerror={0}>", "<img/src=x/onerror={0}>", "<svg onload={0}>", "<svg><script>{0}</script></svg>",
                  "<svg><animate onbegin={0} attributeName=x>", "<body onload={0}>", "<iframe srcdoc='<script>{0}</script>'>",
                  "<iframe src=javascript:{0}>", "<math><a xlink:href=javascript:{0}>x", "<a href=javascript:{0}>x</a>",
                  "<input onfocus={0} autofocus>", "<details open ontoggle={0}>", "<video><source onerror={0}>",
                  "<object data=javascript:{0}>", "<embed src=javascript:{0}>", "<form action=javascript:{0}><input type=submit>",
                  "<style>@import 'javascript:{0}';</style>", "<link rel=stylesheet href=javascript:{0}>",
                  "<meta http-equiv=refresh content='0;url=javascript:{0}'>", "<base href=javascript:{0}//>",
                  "<noscript><p title=\"</noscript><img src=x onerror={0}>\">", "<!--><img src=x onerror={0}>-->",
                  "<![CDATA[<script>{0}</script>]]>", "<xmp><p title=\"</xmp><script>{0}</script>\">",
                  "</title><script>{0}</script>", "\"><script>{0}</script>", "' onmouseover='{0}", "\" onmouseover=\"{0}"]
        payloads = [shape.format(call) for shape in shapes for call in calls]
        self.assertGreaterEqual(len(payloads), 120)
        quoted = [p.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ") for p in payloads]
        body = "\n\n".join(payloads) + "\n\n" + "\n\n".join(f"# {p}\n\n- {p}\n\n`{p}` [{p}](/news/ \"{q}\")" for p, q in zip(payloads, quoted))
        body += "\n\n|a|\n|-|\n" + "\n".join(f"|{p}|".replace("\n", " ") for p in payloads)
        body += "\n\n" + "\n\n".join(f"{{{{< callout title=\"{q}\" text=\"{q}\" >}}}}" for q in quoted)
        body += "\n\n```" + payloads[0] + "\n" + "\n".join(payloads) + "\n```\n"
        self.write(NEWS, news('"x"', body))
        for i, q in enumerate(quoted):
            self.write(f"news/2026/p{i}/index.ky.md", f"---\ntitle: \"{q}\"\nsummary: \"{q}\"\ndate: 2026-09-01\nauthor: \"{q}\"\n---\n\nx\n")
            self.write(f"pages/p{i}/index.ky.md", f"---\ntitle: \"{q}\"\nmenu_title: \"{q}\"\n---\n\nx\n")
        self.write("events/2026/e/index.ky.md", f"---\ntitle: \"{quoted[4]}\"\nstart: 2026-12-01\nplace: \"{quoted[5]}\"\n---\n\nx\n")
        self.write("site.yaml", SITE.replace("Ак-Булак мектеби", f'"{quoted[0]}"').replace("Школа Ак-Булак", f'"{quoted[28 * 4]}"'))
        answer = self.build("--draft")
        self.assertEqual(answer.code, 0, answer.out[-800:])
        self.assertEqual(dangers(self.out), [])
        for name in ("feed.xml", "sitemap.xml", "ru/feed.xml"):
            import xml.etree.ElementTree
            xml.etree.ElementTree.parse(self.out / name)

    def test_an_address_that_can_be_no_file_is_a_finding_and_stops_no_draft(self):
        for key in ("slug: ../../x", "slug: a/b", 'slug: "![a](https://x.kg/a.png"', 'tags: ["../x"]', 'tags: ["<b>"]',
                    "aliases: [/../x/]", "aliases: [/a//b/]", "aliases: [/a?b=1]", 'aliases: ["/a\\\\b/"]', 'aliases: ["/a\\x01b/"]',
                    f"aliases: [/{'x' * 250}/]", "aliases: [/./]"):
            with self.subTest(key):
                self.write(NEWS, news("Коңгуроо", "Текст.").replace("---\n", f"---\n{key}\n", 1))
                self.assertEqual(self.check().code, 1)
                answer = self.build("--draft")
                self.assertEqual(answer.code, 0, answer.out[-800:])
                self.assertTrue((self.out / "news/2026/bell/index.html").exists())

    def test_a_picture_in_svg_brings_no_script(self):
        svg = "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'><script>alert(1)</script></svg>"
        self.write("news/2026/bell/x.svg", svg)
        self.write("news/2026/bell/x.svg.yaml", "decorative: true\npeople: nobody-recognisable\nstated_by: a\nstated_on: 2026-09-01\n")
        self.write(NEWS, news("Коңгуроо", "![x](x.svg) [x](x.svg)"))
        self.build("--draft")
        kept = [p for p in self.out.rglob("*.svg") if b"<script" in p.read_bytes() or b"onload" in p.read_bytes()]
        self.assertEqual(kept, [])


class Repositories(Case):
    """Paths, links and repositories that are not what they seem."""

    # A commit whose tree holds these paths, which no file system need allow.
    def commit_paths(self, paths, mode="100644"):
        if not (self.school / ".git").exists():
            self.commit()
        blob = self.git("hash-object", "-w", "--stdin", input=b"text").decode()
        # An index refuses the worst names; a tree takes them all. One level is enough: a/b/c gets trees from the inside out.
        entries = self.git("ls-tree", "HEAD")
        for path in paths:
            parts = path.encode().split(b"/") if isinstance(path, str) else path.split(b"/")
            line = b"%s %s %s\t%s" % (mode.encode(), b"commit" if mode == "160000" else b"blob",
                                      b"1" * 40 if mode == "160000" else blob.encode(), parts[-1])
            for part in reversed(parts[:-1]):
                sub = self.git("mktree", "-z", "--missing", input=line + b"\0")
                line = b"040000 tree %s\t%s" % (sub, part)
            entries += b"\n" + line
        top = self.git("mktree", "-z", "--missing", input=entries.replace(b"\n", b"\0") + b"\0").decode()
        commit = self.git("commit-tree", "-m", "x", top).decode()
        self.git("update-ref", "refs/heads/bad", commit)
        return "bad"

    def test_treacherous_names_in_a_git_tree_are_findings(self):
        names = {
            "a\\b.txt": "source-name-character", "con.txt": "source-name-device", "aux": "source-name-device",
            "COM1.png": "source-name-device", "plan.": "source-name-ending", "plan ": "source-name-ending",
            "a:b": "source-name-character", "a\nb": "source-name-character", "\x1b[31m": "source-name-character",
            "\u202etxt.exe": "source-name-character", "и\u0306.txt": "source-name-not-nfc", b"\xff.txt": "source-name-not-utf8",
            "..": "source-name-dots", ".": "source-name-dots", ".git": "source-git-inside", ".GIT": "source-git-inside",
            "git~1": "source-git-inside", ".gitmodules": "source-git-inside", "n" * 300: "source-name-too-long",
        }
        for name, rule in names.items():
            with self.subTest(name=name):
                top = b"zz/" if isinstance(name, bytes) else "zz/"
                revision = self.commit_paths([top + name])
                answer = self.check("--at", revision)
                self.assertFinding(answer, rule)
                self.assertEqual(answer.code, 1)
                built = self.build("--at", revision, "--draft")
                self.assertNotIn(b"\x1b", built.out + built.err)
                self.assertEqual([p for p in tree(self.folder) if "zz" in p and not p.startswith("school")], [])

    def test_twins_in_a_git_tree_are_findings(self):
        for pair in (("zz/plan.txt", "zy/../x"), ("News/x.txt", "news2/x"), ("SITE.yaml", "zz/a")):
            with self.subTest(pair=pair):
                revision = self.commit_paths(list(pair))
                self.assertIn(self.check("--at", revision).code, (1,))
        self.assertFinding(self.check("--at", self.commit_paths(["SITE.yaml"])), "source-name-twin")

    def test_submodules_and_links_in_a_git_tree_are_findings(self):
        self.assertFinding(self.check("--at", self.commit_paths(["zz"], mode="160000")), "source-submodule", "zz")
        self.assertFinding(self.check("--at", self.commit_paths(["zz"], mode="120000")), "source-symlink", "zz")

    def test_symbolic_links_are_not_followed(self):
        secret = self.write("secret.txt", "SECRET", base=self.folder)
        links = {"passwd": "/etc/passwd", "folder": "/etc", "dangling": "/nonexistent/x", "loop": "loop", "above": "..", "near": secret}
        for name, target in links.items():
            (self.school / "news/2026/bell" / name).symlink_to(target)
        (self.school / "pages").symlink_to(self.school / "news")
        answer = self.check()
        self.assertEqual(len(answer.places("source-symlink")), 7)
        self.build("--draft")
        for file in self.out.rglob("*"):
            if file.is_file():
                self.assertNotIn(b"SECRET", file.read_bytes())
                self.assertNotIn(b"root:x:", file.read_bytes())

    def test_twins_on_disk_are_findings(self):
        self.write("news/2026/bell/plan.txt", "a")
        self.write("news/2026/bell/PLAN.txt", "b")
        self.assertFinding(self.check(), "source-name-twin")

    def test_empty_folders_and_repositories(self):
        empty = self.folder / "empty"
        empty.mkdir()
        self.assertFinding(self.check(school=empty), "content-no-site", "site.yaml")
        self.assertRefused(self.check("--at", "HEAD", school=empty), "source-not-a-repository")
        self.git("init", "-q", folder=empty)
        self.assertFinding(self.check(school=empty), "content-no-site")
        self.assertRefused(self.check("--at", "HEAD", school=empty), "source-empty-repository")
        self.assertRefused(self.check(school=self.folder / "nothing"), "source-not-a-folder")
        self.assertRefused(self.check(school=self.school / "site.yaml"), "source-not-a-folder")

    def test_unknown_revisions(self):
        self.commit()
        for revision in ("nowhere", "HEAD~5", "0" * 40, "HEAD:site.yaml", "--upload-pack=x", "", "^{/", "..", "a" * 5000):
            with self.subTest(revision=revision[:20]):
                answer = self.run_mektep("check", self.school, f"--at={revision}")
                self.assertEqual(answer.code, 2)
                if revision in ("nowhere", "HEAD~5", "0" * 40):
                    self.assertIn(b"source-unknown-revision", answer.err)

    def test_bare_and_shallow_repositories_work(self):
        self.commit()
        self.write(NEWS, news("Коңгуроо", "Экинчи"))
        self.git("commit", "-qam", "Second")
        self.git("clone", "-q", "--bare", self.school, self.folder / "bare")
        self.git("clone", "-q", "--depth", "1", f"file://{self.school}", self.folder / "shallow")
        self.assertEqual(self.build("--at", "HEAD", out=self.folder / "a").code, 0)
        self.assertEqual(self.build("--at", "HEAD", school=self.folder / "bare", out=self.folder / "b").code, 0)
        self.assertEqual(self.build("--at", "HEAD", school=self.folder / "shallow", out=self.folder / "c").code, 0)
        self.assertEqual(tree(self.folder / "a"), tree(self.folder / "b"))
        self.assertEqual(tree(self.folder / "a"), tree(self.folder / "c"))

    @unittest.skipUnless(as_nobody(), "needs to be root")
    def test_a_repository_of_another_owner_is_refused(self):
        self.commit()
        subprocess.run(["chmod", "-R", "a+rX", self.folder], check=True)
        words = ("check", self.school, "--at", "HEAD")
        self.assertRefused(self.run_mektep(*words, prefix=as_nobody()), "source-foreign-repository")


class Outputs(Case):
    """Where the site goes."""

    def test_a_foreign_folder_is_left_alone(self):
        self.write("thesis.txt", "ten years of work", base=self.out)
        before = tree(self.out, times=True)
        self.assertRefused(self.build(), "output-foreign-folder")
        self.assertEqual(tree(self.out, times=True), before)

    def test_files_and_links_are_no_output_folder(self):
        file = self.write("file", "x", base=self.folder)
        self.assertRefused(self.build(out=file), "output-not-a-folder")
        target = self.folder / "target"
        target.mkdir()
        for name, to in (("link", target), ("dangling", self.folder / "nothing"), ("loop", self.folder / "loop")):
            (self.folder / name).symlink_to(to)
            with self.subTest(name):
                self.assertRefused(self.build(out=self.folder / name), "output-not-a-folder")
        self.assertEqual(list(target.iterdir()), [])
        self.assertRefused(self.build(out=self.folder / "no/such/place"), "output-unusable")
        self.assertEqual(self.build(out="/").code, 2)
        self.assertEqual(file.read_text(), "x")

    def test_a_removed_page_disappears_and_a_foreign_file_stays(self):
        self.write("news/2026/gone/index.ky.md", news("Кетет", "x"))
        self.assertEqual(self.build().code, 0)
        self.assertTrue((self.out / "news/2026/gone/index.html").exists())
        self.write("google123.html", "verification", base=self.out)
        self.write("old/page.html", "kept by hand", base=self.out)
        shutil.rmtree(self.school / "news/2026/gone")
        self.assertEqual(self.build().code, 0)
        self.assertFalse((self.out / "news/2026/gone").exists())
        self.assertEqual((self.out / "google123.html").read_text(), "verification")
        self.assertEqual((self.out / "old/page.html").read_text(), "kept by hand")

    def test_a_foreign_file_in_the_way_of_a_page_stays(self):
        self.assertEqual(self.build().code, 0)
        self.write("pages/about/index.ky.md", news("Мектеп", "x").replace("date: 2026-09-01\n", ""))
        self.write("about/index.html", "by hand", base=self.out)
        before = tree(self.out, times=True)
        answer = self.build()
        self.assertRefused(answer, "output-in-the-way")
        self.assertEqual(tree(self.out, times=True), before)

    def test_the_second_build_touches_nothing(self):
        self.assertEqual(self.build().code, 0)
        before = tree(self.out, times=True)
        self.assertGreater(len(before), 20)
        inodes = {p: p.stat().st_ino for p in self.out.rglob("*") if p.is_file()}
        self.assertEqual(self.build().code, 0)
        after = tree(self.out, times=True)
        self.assertEqual(after, before)
        self.assertEqual(inodes, {p: p.stat().st_ino for p in inodes})

    def test_threads_folders_and_environments_change_no_byte(self):
        # Of the pictures the portraits do: each is made into renditions again in every build.
        for copy in ("demo", "elsewhere/demo Ө"):
            shutil.copytree(ROOT / "content", self.folder / copy, ignore=lambda folder, names: [
                name for name in names if name.endswith(".jpg") and not folder.endswith("people")])
        self.build("-j1", school=self.folder / "demo", bound=60)
        first = tree(self.out)
        self.assertGreater(len(first), 100)
        variants = [("-j2",), ("-j16",)]
        environments = [{}, {"LANG": "ru_RU.UTF-8", "LC_ALL": "tr_TR.UTF-8", "TZ": "America/New_York", "MEKTEP_X": "1", "HOME": "/"},
                        {"LC_ALL": "C", "TZ": "Pacific/Kiritimati", "COLUMNS": "20", "TERM": "dumb"}]
        for at, (words, env) in enumerate([(v, {}) for v in variants] + [(("-j2",), e) for e in environments]):
            with self.subTest(words=words, env=env):
                out = self.folder / f"other{at}"
                self.build(*words, school=self.folder / "elsewhere/demo Ө", out=out, env=env, cwd="/", bound=60)
                self.assertEqual(tree(out), first)

    def test_a_base_url_with_a_path(self):
        self.assertEqual(self.build("--base-url", "https://host.example/schools/7/").code, 0)
        page = (self.out / "news/2026/bell/index.html").read_text()
        self.assertIn('href="https://host.example/schools/7/news/2026/bell/"', page)
        self.assertNotIn("school.example/", page.replace("host.example", ""))
        for bad in ("javascript:alert(1)", "ftp://x/", "https://", "x", "https://a b/", "https://x/?q", "https://x/#a"):
            with self.subTest(bad):
                self.assertEqual(self.run_mektep("build", self.school, "-o", self.folder / "no", f"--base-url={bad}").code, 2)
                self.assertFalse((self.folder / "no").exists())

    def test_an_output_folder_inside_the_repository(self):
        self.commit()
        inside = self.school / "public"
        self.write(".gitignore", "public/\n")
        self.assertEqual(self.build(out=inside).code, 0)
        first = tree(inside)
        self.assertEqual(self.build(out=inside).code, 0)
        self.assertEqual(tree(inside), first)
        self.assertRefused(self.build(out=self.school), "output-foreign-folder")
        self.assertTrue((self.school / "site.yaml").exists())

    @unittest.skipUnless(as_nobody(), "needs to be root")
    def test_an_unwritable_parent(self):
        parent = self.folder / "locked"
        parent.mkdir(mode=0o755)
        subprocess.run(["chmod", "-R", "a+rX", self.folder], check=True)
        data = self.copy_data()
        subprocess.run(["chmod", "-R", "a+rX", self.folder], check=True)
        self.assertRefused(self.build("--data", data, out=parent / "site", prefix=as_nobody()), "output-unusable")
        self.assertEqual(list(parent.iterdir()), [])

    def test_a_full_disk(self):
        disk = self.folder / "disk"
        with mounted(disk, "3m") as small:
            if not small:
                print("\nno small disk can be mounted here: the full disk is not tested")
                return
            out = disk / "site"
            self.assertEqual(self.build(out=out).code, 0)
            before = tree(out, times=True)
            for part in range(600):
                self.write(f"news/2026/n{part}/index.ky.md", news("Коңгуроо", "Салам " * 500))
            self.assertRefused(self.build(out=out), "output-write-failed")
            self.assertEqual(tree(out, times=True), before)
            self.assertEqual([p.name for p in disk.iterdir()], ["site"])

    def test_twenty_kills_leave_the_old_site_or_the_new_one(self):
        for part in range(150):
            self.write(f"news/2026/n{part}/index.ky.md", news(f"Кабар {part}", "Салам " * 50))

        def change(turn):  # the title stands in every page
            self.write("site.yaml", SITE.replace("Ак-Булак мектеби", f"Мектеп {turn}").replace("Школа Ак-Булак", f"Мектеп {turn}"))

        def titles():
            return {re.search(r"Мектеп \d+", p.read_text()).group() for p in self.out.rglob("*.html")}

        change(100)
        self.assertEqual(self.build().code, 0)
        files = len(tree(self.out))
        env = {"PATH": os.environ["PATH"], "MEKTEP_DATA": str(ROOT)}
        words = [MEKTEP, "build", self.school, "--draft", "--today", "2026-11-21", "-o"]
        start = time.monotonic()
        subprocess.run([*words, self.folder / "time"], env=env, capture_output=True, check=True)
        whole = time.monotonic() - start
        chance = random.Random(7)
        killed, shown = 0, {"Мектеп 100"}
        for turn in range(101, 121):
            change(turn)
            process = subprocess.Popen([*words, self.out], env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(whole * chance.uniform(0.2, 1.2))
            process.send_signal(signal.SIGKILL)
            killed += process.wait() == -signal.SIGKILL
            now = titles()
            self.assertIn(now, (shown, {f"Мектеп {turn}"}))  # the old site, or the whole new one
            self.assertEqual(len(tree(self.out)), files)
            shown = now
        self.assertGreaterEqual(killed, 5)
        self.assertEqual(self.build().code, 0)
        self.build(out=self.folder / "clean")
        self.assertEqual(tree(self.out), tree(self.folder / "clean"))
        self.assertEqual([p.name for p in self.folder.iterdir() if ".mektep-" in p.name], [])


class Installations(Case):
    """The program's own files, damaged."""

    def test_missing_data(self):
        empty = self.folder / "empty"
        empty.mkdir()
        self.assertEqual(self.run_mektep("check", self.school, "--data", empty).code, 2)
        data = self.copy_data()
        shutil.rmtree(data / "themes/default")
        self.assertRefused(self.run_mektep("check", self.school, "--data", data), "build-no-data")

    def test_a_theme_without_a_layout(self):
        data = self.copy_data()
        (data / "themes/default/layouts/news.html").unlink()
        self.assertFinding(self.check("--data", data), "outputs-no-layout", "theme/layouts/news.html")

    def test_faulty_schemas(self):
        data = self.copy_data()
        schema = data / "schema/redirects.yaml"
        self.write(RED, "- {from: /a/, to: /news/}\n")
        good = schema.read_text()
        schema.write_text(good.replace("additionalProperties: false", "additionalProperties: false\n  not: {required: [from]}"))
        self.assertFinding(self.check("--data", data), "schema-not-allowed", RED, 1)
        schema.write_text(good.replace("type: array", "type: arrray"))
        self.assertFinding(self.check("--data", data), "schema-faulty")


if __name__ == "__main__":
    unittest.main(verbosity=1)
