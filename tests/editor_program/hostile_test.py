"""What a repository, an entry or a file may bring along: the lines 20–36 of the security requirements at the real server, and the
faults of a machine. One test each; the number of the line stands in the name."""
import html.parser
import json
import os
import pathlib
import re
import sqlite3
import stat
import subprocess
import time
import unittest
import zipfile
import io

from school import Browser, PASSWORD, ROOT, School, key_of, person

GIT = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null", "PATH": os.environ["PATH"],
       **{f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER") for what, value in (("NAME", "x"), ("EMAIL", "x@y.kg"))}}

# What Markdown and fields are attacked with: nothing of it may reach a page as more than text.
ATTACKS = ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "<iframe src=//evil.example></iframe>",
           "[a](javascript:alert(1))", "[a](JaVaScRiPt:alert(1))", "[a](java\tscript:alert(1))", "[a](&#106;avascript:alert(1))",
           "[a](data:text/html;base64,PHNjcmlwdD4=)", "[a](vbscript:x)", "![a](data:image/svg+xml,<svg onload=alert(1)>)",
           "<a href='javascript&colon;alert(1)'>a</a>", "[a]: javascript:alert(1)\n\n[a]", "<javascript:alert(1)>",
           "<style>@import '//evil.example'</style>", "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
           "<object data='data:text/html,x'></object>", "<base href='//evil.example/'>", "<meta http-equiv=refresh content='0;//evil.example'>",
           "`<script>`", "<!--><script>alert(1)</script>-->", "{{ site.url }}", "{% include 'x' %}", "{{< html >}}"]


class Page(html.parser.HTMLParser):
    """Collects what of a page could run or lead somewhere."""

    def __init__(self, text):
        super().__init__()
        self.bad = []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        if tag in ("iframe", "object", "embed", "base", "math", "form") and not any(name == "role" for name, _ in attributes):
            self.bad.append(tag)
        for name, value in attributes:
            plain = re.sub(r"[\x00-\x20]", "", value or "").lower()
            if name.startswith("on") or (name in ("href", "src", "action") and plain.startswith(("javascript:", "data:", "vbscript:"))):
                self.bad.append(f"{tag} {name}={value}")
            if name in ("href", "src") and "evil.example" in plain:
                self.bad.append(f"{tag} {name}={value}")
        if tag == "script" and not any(name == "src" for name, _ in attributes) and ("type", "application/ld+json") not in attributes:
            self.bad.append("script")


class Hostile(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.school = School().__enter__()
        cls.admin = Browser(cls.school)
        cls.admin.set_up()
        cls.key = key_of(cls.admin)

    @classmethod
    def tearDownClass(cls):
        cls.school.__exit__()

    def ask(self, method, path, body=None, key=None):
        headers = [("Authorization", "Bearer " + (key or self.key)), ("Content-Type", "application/json")]
        answer = Browser(self.school).ask(method, path, json.dumps(body) if body is not None else None if method == "GET" else "{}", headers)
        return answer.status, json.loads(answer.text) if answer.text.startswith(("{", "[")) else answer.text

    def head(self):
        return self.ask("GET", "/api/v1/drafts/pages/any")[1]["head"]

    def save(self, entry, files, **more):
        return self.ask("POST", "/api/v1/entries/" + entry, {"base": self.head(), "files": files, **more})

    def upload(self, name, data, entry="pages/files"):
        border = "a-border"
        head = f'--{border}\r\nContent-Disposition: form-data; name="entry"\r\n\r\n{entry}\r\n--{border}\r\n' \
               f'Content-Disposition: form-data; name="file"; filename="{name}"\r\nContent-Type: image/jpeg\r\n\r\n'
        answer = Browser(self.school).ask("POST", "/api/v1/media", head.encode() + data + f"\r\n--{border}--\r\n".encode(),
                                          [("Authorization", "Bearer " + self.key), ("Content-Type", "multipart/form-data; boundary=" + border)])
        return answer.status, json.loads(answer.text)

    def git(self, *words, folder=None, check=True):
        return subprocess.run(["git", *words], cwd=folder or self.school.repository, env=GIT, check=check, capture_output=True, text=True, errors="replace", timeout=60)

    def picture(self):
        return sorted((ROOT / "content").rglob("*.jpg"))[0].read_bytes()

    def test_08_an_idle_session_is_over_on_the_servers_clock_and_the_draft_is_still_there(self):
        editor = person(self.school, "editor", "eight@school.example")
        entry, file = "pages/idle", "pages/idle/index.ky.md"
        sent = {"base": self.head(), "version": 0, "files": {file: "---\ntitle: А\n---\n"}}
        editor.get("/account")
        headers = [("X-CSRF-Token", editor.csrf), ("Content-Type", "application/json")]
        answer = editor.ask("PUT", "/api/v1/drafts/" + entry, json.dumps(sent), headers)
        self.assertEqual(answer.status, 200, answer.text)
        with sqlite3.connect(self.school.state / "editor.sqlite") as state:
            state.execute("UPDATE sessions SET seen = seen - 1900 WHERE account = (SELECT id FROM accounts WHERE email = 'eight@school.example')")
        self.assertEqual(editor.ask("PUT", "/api/v1/drafts/" + entry, json.dumps({**sent, "version": 1}), headers).status, 401)
        self.assertEqual(editor.get("/").getheader("Location")[:6], "/login")
        editor.get("/login")
        editor.post("/login", email="eight@school.example", password=PASSWORD)
        draft = json.loads(editor.get("/api/v1/drafts/" + entry).text)["draft"]
        self.assertEqual(draft["files"][file], "---\ntitle: А\n---\n")
        with sqlite3.connect(self.school.state / "editor.sqlite") as state:  # eight hours after the log-in, however busy
            state.execute("UPDATE sessions SET created = created - 28900 WHERE account = (SELECT id FROM accounts WHERE email = 'eight@school.example')")
        self.assertEqual(editor.get("/").status, 303)

    def test_20_21_22_what_attacks_stays_text_in_the_preview(self):
        entry = "pages/attack"
        values = [["ky.title", "<script>alert(1)</script> {{ site }}"], ["ky.text", "\n\n".join(ATTACKS)]]
        status, shown = self.ask("POST", "/api/v1/preview/" + entry, {"values": values})
        self.assertEqual(status, 200, shown)
        address = f"{shown['origin']}/{shown['link']}{shown['pages']['ky']}"
        page = subprocess.run(["curl", "-s", "--noproxy", "*", address], capture_output=True, text=True, timeout=60).stdout
        self.assertIn("{{ site }}", page)  # it was no template
        self.assertIn("&lt;script&gt;", page)
        self.assertEqual([bad for bad in Page(page).bad if "preview.js" not in bad], [])

    def test_23_yaml_with_tricks_is_not_saved(self):
        bomb = "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\n"
        for text in ("name: !!python/object x\n", "name: &a x\nother: *a\n", bomb, "name: 1\nname: 2\n", "a: " + "[" * 40 + "]" * 40 + "\n",
                     "a: " + "x" * 300_000 + "\n", "name: \xff\ud800\n".encode("utf-16", "surrogatepass").decode("latin-1")):
            status, told = self.save("people/tricky", {"people/tricky.yaml": text})
            self.assertIn(status, (413, 422), text[:60])

    def test_25_27_a_file_is_what_it_holds_and_drawings_are_refused(self):
        svg = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
        for name, data in (("a.svg", svg), ("a.png", svg), ("a.jpg", b"%PDF-1.4\n"), ("a.pdf", self.picture()), ("a.html", b"<html>"),
                           ("a.exe", b"MZ\x90\x00"), ("a.jpg", b""), ("a.php.jpg", b"<?php")):
            status, told = self.upload(name, data)
            self.assertEqual(status, 422, name)
            self.assertTrue(told["message"], name)
        status, done = self.upload("../../Фото «A»\\x.jpg", self.picture())
        self.assertEqual(status, 201, done)
        self.assertRegex(done["path"], r"^pages/files/[a-z0-9-]+\.jpg$")

    def test_25_documents_come_back_as_attachments(self):
        pdf = next(path for path in sorted((ROOT / "content").rglob("*.pdf")) if path.read_bytes().startswith(b"%PDF"))
        status, done = self.upload("charter.pdf", pdf.read_bytes())
        self.assertEqual(status, 201, done)
        answer = self.admin.get("/media/file/" + done["path"])
        self.assertTrue(answer.getheader("Content-Disposition").startswith("attachment"))
        self.assertEqual(answer.getheader("X-Content-Type-Options"), "nosniff")

    def test_26_what_the_camera_wrote_is_gone(self):
        spy = b"Exif\0\0GPS 42.87N 74.59E"
        picture = self.picture()
        status, done = self.upload("spy.jpg", picture[:2] + b"\xff\xe1" + (len(spy) + 2).to_bytes(2, "big") + spy + picture[2:])
        self.assertEqual(status, 201, done)
        pointer = self.git("show", "main:" + done["path"]).stdout
        oid = re.search(r"sha256:(\w+)", pointer)[1]
        kept = next(self.school.repository.joinpath("lfs/objects").rglob(oid)).read_bytes()
        self.assertTrue(kept.startswith(b"\xff\xd8"))
        for word in (b"Exif", b"GPS", b"42.87N"):
            self.assertNotIn(word, kept)

    def test_28_29_archives_and_pictures_that_cost_too_much_are_an_error_for_their_uploader_alone(self):
        bomb = io.BytesIO()
        with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("[Content_Types].xml", "<Types/>")
            archive.writestr("xl/workbook.xml", b"0" * (120 << 20))
        huge = bytes.fromhex("89504e470d0a1a0a0000000d49484452") + (60_000).to_bytes(4, "big") * 2 + bytes.fromhex("0802000000") + b"\0" * 40
        for name, data in (("a.xlsx", bomb.getvalue()), ("a.png", huge), ("a.jpg", self.picture()[:2000] + b"\0" * 2000)):
            status, told = self.upload(name, data)
            self.assertEqual(status, 422, f"{name}: {told}")
        self.assertEqual(Browser(self.school).get("/health").text, "ok\n")

    def test_30_paths_that_climb_hide_or_look_alike_are_refused(self):
        for path in ("pages/../site.yaml", "pages/x/..", "/etc/passwd", "pages\\x\\index.ky.md", "pages/x/index.ky.md\0.txt", "pages/aux/index.ky.md",
                     "pages/x./index.ky.md", "pages/x /index.ky.md", ".git/config", "pages/.git/hooks/post-update", "pages/x/.GIT/config",
                     "pages/e\u0301/index.ky.md", "pages//x/index.ky.md", "pages/x/con.yaml", "pages/x/a:b.md", "lfs/objects/x"):
            status, told = self.save("pages/x", {path: "x"})
            self.assertIn(status, (404, 422), f"{path!r}: {told}")
        for address in ("/edit/pages%2f..%2fsite", "/edit/%2e%2e/%2e%2e/etc/passwd", "/media/file/../../../etc/passwd", "/media/file/%2e%2e/site.yaml",
                        "/files/pages%00/x.jpg", "/edit/pages%5c..%5csite"):
            self.assertIn(self.admin.get(address).status, (400, 404), address)

    def test_31_links_and_repositories_in_repositories_are_not_followed(self):
        with School() as other:
            clone = other.folder / "clone"
            self.git("clone", "-q", other.repository, clone)
            (clone / "pages").mkdir(exist_ok=True)
            (clone / "pages/passwd.yaml").symlink_to("/etc/passwd")
            (clone / "pages/.gitmodules").write_text("[submodule \"x\"]\n\tpath = x\n\turl = ssh://evil.example/x\n")
            self.git("add", "-A", folder=clone)
            self.git("update-index", "--add", "--cacheinfo", "160000," + "1" * 40 + ",pages/module", folder=clone)
            self.git("commit", "-qm", "links", folder=clone)
            self.git("push", "-q", "origin", "HEAD:main", folder=clone, check=False)
            visitor = Browser(other)
            visitor.set_up()
            key = key_of(visitor)
            headers = [("Authorization", "Bearer " + key)]
            told = visitor.ask("GET", "/api/v1/report", headers=headers).text
            self.assertNotIn("root:x:0:0", told)
            for address in ("/edit/pages/passwd", "/media/file/pages/passwd.yaml", "/api/v1/entries/pages/passwd"):
                self.assertNotIn("root:x:0:0", visitor.ask("GET", address, headers=headers).text)
            self.assertEqual(other.run("fsck", check=False).returncode, 1)

    def test_32_hooks_filters_and_settings_of_a_hostile_repository_never_run(self):
        with School() as other:
            other.stop()
            marker, trap = other.folder / "marker", other.folder / "trap"
            trap.write_text(f"#!/bin/sh\ntouch {marker}\n")
            trap.chmod(0o755)
            hooks = other.repository / "hooks"
            hooks.mkdir(exist_ok=True)
            for name in ("pre-commit", "post-commit", "pre-receive", "update", "post-update", "reference-transaction", "post-index-change",
                         "pre-auto-gc", "post-rewrite", "proc-receive", "fsmonitor-watchman"):
                (hooks / name).write_bytes(trap.read_bytes())
                (hooks / name).chmod(0o755)
            with open(other.repository / "config", "a") as settings:
                settings.write(f"[core]\n\tfsmonitor = {trap}\n\tsshCommand = {trap}\n\tpager = {trap}\n\teditor = {trap}\n\thooksPath = {hooks}\n"
                               f"[filter \"lfs\"]\n\tclean = {trap}\n\tsmudge = {trap}\n\tprocess = {trap}\n\trequired = true\n"
                               f"[diff]\n\texternal = {trap}\n[gpg]\n\tprogram = {trap}\n[commit]\n\tgpgSign = true\n[credential]\n\thelper = {trap}\n")
            other.start()
            visitor = Browser(other)
            visitor.set_up()
            headers = [("Authorization", "Bearer " + key_of(visitor)), ("Content-Type", "application/json")]
            text = {"pages/x/index.ky.md": "---\ntitle: А\n---\n", "pages/x/.gitattributes": None}
            files = {"pages/x/index.ky.md": text["pages/x/index.ky.md"]}
            head = json.loads(visitor.get("/api/v1/drafts/pages/x").text)["head"]
            saved = visitor.ask("POST", "/api/v1/entries/pages/x", json.dumps({"base": head, "files": files}), headers)
            self.assertEqual(saved.status, 200, saved.text)
            visitor.ask("GET", "/api/v1/history/pages/x", headers=headers)
            visitor.ask("POST", "/api/v1/publications", "{}", headers)
            other.run("fsck", check=False)
            other.run("gc", check=False)
            self.assertEqual(other.stop(), 0)
            self.assertFalse(marker.exists())
            other.start()

    def test_33_the_author_is_who_is_logged_in_whatever_the_form_says(self):
        link = self.school.run("user add", "--email", "thirtythree@school.example", "--name", "Айбек\r\nCommitter: Директор <d@x.kg>", "--role",
                               "editor").stdout
        editor = Browser(self.school)
        editor.accept(link)
        status, saved = self.ask("POST", "/api/v1/entries/pages/author", {
            "base": self.head(), "files": {"pages/author/index.ky.md": "---\ntitle: А\n---\n"}, "summary": "Бир\r\nauthor x <x> 0 +0000",
            "author": "Директор <d@x.kg>", "branch": "refs/heads/evil", "name": "Директор"}, key=key_of(editor))
        self.assertEqual(status, 200, saved)
        commit = self.git("cat-file", "-p", saved["revision"]).stdout
        self.assertEqual(len(re.findall(r"(?m)^(?:author|committer) ", commit.split("\n\n")[0])), 2)
        for line in re.findall(r"(?m)^(?:author|committer) .*$", commit.split("\n\n")[0]):
            self.assertIn("<thirtythree@school.example>", line)
        self.assertEqual(self.git("for-each-ref", "refs/heads/evil").stdout, "")

    def test_34_an_object_that_was_cut_short_is_told_in_words_and_keeps_nobody_waiting(self):
        with School() as other:
            visitor = Browser(other)
            visitor.set_up()
            tree = self.git("rev-parse", "main^{tree}", folder=other.repository).stdout.strip()
            file = other.repository / "objects" / tree[:2] / tree[2:]
            file.chmod(0o644)
            file.write_bytes(file.read_bytes()[:9])
            other.stop()
            other.start()
            visitor = Browser(other)
            begun = time.monotonic()
            answer = visitor.get("/health")
            self.assertEqual((answer.status, answer.text), (503, "failing\n"))
            self.assertLess(time.monotonic() - begun, 10)
            for _ in range(50):
                metrics = visitor.get("/metrics").text
                if re.search(r"(?m)^mektep_faults [1-9]", metrics):
                    break
                time.sleep(0.2)
            self.assertRegex(metrics, r"(?m)^mektep_faults [1-9]")
            self.assertNotEqual(other.run("fsck", check=False).returncode, 0)

    def test_35_keys_and_personal_numbers_are_not_saved(self):
        for text in ("-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXk\n-----END OPENSSH PRIVATE KEY-----", "ghp_" + "a1B2" * 9,
                     "ПИН: 21505199001234", "Ачкыч: " + self.key):
            status, told = self.save("pages/secret", {"pages/secret/index.ky.md": "---\ntitle: А\n---\n\n" + text + "\n"})
            self.assertEqual(status, 422, text[:40])

    def test_36_what_is_forgotten_is_in_no_commit_and_no_file(self):
        with School() as other:
            visitor = Browser(other)
            visitor.set_up()
            headers = [("Authorization", "Bearer " + key_of(visitor)), ("Content-Type", "application/json")]
            head = json.loads(visitor.get("/api/v1/drafts/people/x").text)["head"]
            text = "name: {ky: Унутулган Адам, ru: Забытый Человек}\n"
            saved = visitor.ask("POST", "/api/v1/entries/people/forgotten", json.dumps({"base": head, "files": {"people/forgotten.yaml": text}}), headers)
            self.assertEqual(saved.status, 200, saved.text)
            revision = json.loads(saved.text)["revision"]
            kept = {"base": revision, "files": {"pages/kept/index.ky.md": "---\ntitle: Калат\n---\n"}}
            self.assertEqual(visitor.ask("POST", "/api/v1/entries/pages/kept", json.dumps(kept), headers).status, 200)
            forget = [ROOT / "editor/deploy/forget", other.repository, "people/forgotten.yaml"]
            busy = subprocess.run(forget, capture_output=True, text=True)
            self.assertEqual((busy.returncode, "running" in busy.stderr), (2, True), busy.stderr)
            other.stop()
            done = subprocess.run(forget, capture_output=True, text=True)
            self.assertEqual(done.returncode, 0, done.stderr)
            everything = self.git("cat-file", "--batch-all-objects", "--batch", folder=other.repository).stdout
            self.assertNotIn("Унутулган", everything)
            self.assertIn("Калат", everything)
            self.assertEqual(subprocess.run([ROOT / "editor/deploy/forget", other.repository, "../x"], capture_output=True).returncode, 2)
            other.start()
            self.assertEqual(Browser(other).get("/health").text, "ok\n")
            self.assertEqual(other.run("fsck").returncode, 0)
            self.assertIn("Калат", visitor.ask("GET", "/api/v1/entries/pages/kept", headers=headers).text)

    def test_a_push_behind_the_editors_back_is_picked_up_or_told(self):
        clone = self.school.folder / "clone"
        entry, file = "pages/pushed", "pages/pushed/index.ky.md"
        base = self.save(entry, {file: "---\ntitle: А\n---\n\nБир.\n\nЭки.\n"})[1]["revision"]
        self.git("clone", "-q", self.school.repository, clone)
        (clone / file).write_text("---\ntitle: А\n---\n\nБир бөлөк.\n\nЭки.\n", encoding="utf-8")
        self.git("commit", "-qam", "from outside", folder=clone)
        self.git("push", "-q", "origin", "HEAD:main", folder=clone)
        mine = {"base": base, "files": {file: "---\ntitle: А\n---\n\nБир.\n\nЭки менин.\n"}}
        status, saved = self.ask("POST", "/api/v1/entries/" + entry, mine)
        self.assertEqual((status, saved.get("merged")), (200, True), saved)
        text = self.ask("GET", "/api/v1/entries/" + entry)[1]["files"][file]
        self.assertIn("Бир бөлөк.", text)
        self.assertIn("Эки менин.", text)
        status, told = self.ask("POST", "/api/v1/entries/" + entry, {"base": base, "files": {file: "---\ntitle: А\n---\n\nБашка.\n\nЭки.\n"}})
        self.assertEqual(status, 409)

    def test_long_lists_come_in_pages(self):
        with School() as many:  # of its own: nobody else is to find these
            admin = Browser(many)
            admin.set_up()
            clone = many.folder / "clone"
            self.git("clone", "-q", many.repository, clone)
            for number in range(52):
                (clone / f"pages/long-{number}").mkdir(parents=True)
                (clone / f"pages/long-{number}/index.ky.md").write_text(f"---\ntitle: Узун {number}\n---\n", encoding="utf-8")
            self.git("add", "-A", folder=clone)
            self.git("commit", "-qm", "many pages", folder=clone)
            self.git("push", "-q", "origin", "HEAD:main", folder=clone)
            with sqlite3.connect(many.state / "editor.sqlite") as state:
                for number in range(2000):
                    state.execute("INSERT INTO trash (entry, revision, title, account, name, deleted) VALUES (?, ?, ?, 1, 'А', ?)",
                                  (f"pages/gone-{number}", "0" * 40, f"Жок {number}", 1_700_000_000 + number))
                    state.execute("INSERT INTO messages (state, time, name, contact, text) VALUES ('fresh', ?, ?, '', 'Суроо')",
                                  (int(time.time()), f"Ата-эне {number}"))
                    state.execute("INSERT INTO drafts VALUES (1, ?, '', 1, ?)", (f"news/2026/d{number}", number))
            for path, row, last in (("/trash", "<strong>Жок", 40), ("/messages", "Ата-эне", 40), ("/drafts", 'href="/edit/news/2026/d', 40), ("/review", "Узун", 2)):
                first, end, beyond = (admin.get(f"{path}?page={page}").text for page in (1, last, 99999))
                self.assertEqual(first.count(row), 50, path)
                self.assertIn(f'href="?page={last}"', first, path)
                self.assertIn(f'href="?page={last}" aria-current="page"', end, path)
                self.assertEqual(re.sub(r'"[\w-]{43}"', "", end), re.sub(r'"[\w-]{43}"', "", beyond), path)

    def test_a_stale_bookmark_and_an_unknown_revision_are_told(self):
        for address in ("/history/pages/never", "/compare/pages/never?from=" + "1" * 40, "/edit/pages/never/there/at-all", "/publish/99999",
                        "/review/pages/never", "/trash", "/media/item/pages/no.jpg"):
            self.assertIn(self.admin.get(address).status, (200, 404), address)
        status, _ = self.ask("POST", "/api/v1/entries/pages/x", {"base": "1" * 40, "files": {"pages/x/index.ky.md": "---\ntitle: А\n---\n"}})
        self.assertIn(status, (200, 404, 409))

    def test_two_tabs_of_one_person_lose_nothing(self):
        entry, file = "pages/tabs", "pages/tabs/index.ky.md"
        first = self.ask("PUT", "/api/v1/drafts/" + entry, {"base": self.head(), "version": 0, "files": {file: "биринчи"}})[1]
        second = self.ask("PUT", "/api/v1/drafts/" + entry, {"base": self.head(), "version": 0, "files": {file: "экинчи"}})[1]
        self.assertTrue(second["replaced_another"])
        self.assertGreater(second["version"], first["version"])
        self.assertIn("биринчи", self.admin.get("/drafts").text + sqlite3.connect(self.school.state / "editor.sqlite").execute(
            "SELECT group_concat(bytes) FROM draft_copy_files").fetchone()[0])

    def test_a_second_click_on_publish_is_the_same_wish(self):
        ids = {self.ask("POST", "/api/v1/publications", {})[1]["id"] for _ in range(2)}
        waiting = [one for one in self.ask("GET", "/api/v1/publications")[1]["publications"] if one["state"] == "waiting"]
        self.assertLessEqual(len(waiting), 1)
        self.assertLessEqual(len(ids), 2)

    def test_an_upload_that_stops_half_way_goes_on_later(self):
        picture = self.picture()
        headers = [("Authorization", "Bearer " + self.key), ("Content-Type", "application/octet-stream")]
        program = Browser(self.school)
        begun = json.loads(program.ask("POST", f"/api/v1/uploads?name=half.jpg&size={len(picture)}", "", headers).text)
        place = "/api/v1/uploads/" + begun["id"]
        program.ask("PUT", place + "?offset=0", picture[:5000], headers)
        self.school.stop(how=9)
        self.school.start()
        known = json.loads(Browser(self.school).ask("GET", place, headers=headers).text)
        self.assertEqual(known["received"], 5000)
        at = 5000
        while at < len(picture):
            piece = picture[at:at + 500_000]
            answer = program.ask("PUT", f"{place}?offset={at}", piece, headers)
            self.assertEqual(answer.status, 200, answer.text)
            at += len(piece)
        done = program.ask("POST", place + "?entry=pages/half", "", headers)
        self.assertEqual(done.status, 201, done.text)

    def test_the_draft_of_somebody_who_was_disabled_stays_and_comes_back_with_the_account(self):
        editor = person(self.school, "editor", "gone@school.example")
        key = key_of(editor)
        entry, file = "pages/gone", "pages/gone/index.ky.md"
        self.ask("PUT", "/api/v1/drafts/" + entry, {"base": self.head(), "version": 0, "files": {file: "сөз"}}, key=key)
        self.school.run("user disable", "--email", "gone@school.example")
        self.assertEqual(self.ask("GET", "/api/v1/drafts/" + entry, key=key)[0], 401)
        self.assertEqual(self.save(entry, {file: "---\ntitle: Б\n---\n"})[0], 200)  # nobody is kept from the entry
        number = next(one["id"] for one in self.ask("GET", "/api/v1/accounts")[1]["accounts"] if one["email"] == "gone@school.example")
        self.assertEqual(self.ask("POST", f"/api/v1/accounts/{number}", {"role": "editor", "disabled": False})[0], 200)
        again = Browser(self.school)
        again.get("/login")
        again.post("/login", email="gone@school.example", password=PASSWORD)
        self.assertEqual(json.loads(again.get("/api/v1/drafts/" + entry).text)["draft"]["files"][file], "сөз")

    def test_a_clock_that_jumps_keeps_what_was_saved_in_order(self):
        entry, file = "pages/clock", "pages/clock/index.ky.md"
        revisions = []
        clone = self.school.folder / "clock"
        self.git("clone", "-q", self.school.repository, clone)
        (clone / "pages/clock").mkdir(parents=True)
        (clone / file).write_text("---\ntitle: Кечээ\n---\n", encoding="utf-8")
        self.git("add", "-A", folder=clone)
        subprocess.run(["git", "commit", "-qm", "an hour ahead"], cwd=clone, check=True, env={
            **GIT, "GIT_COMMITTER_DATE": str(int(time.time()) + 3600), "GIT_AUTHOR_DATE": str(int(time.time()) + 3600)})
        self.git("push", "-q", "origin", "HEAD:main", folder=clone)
        for text in ("Бир", "Эки"):
            revisions.append(self.save(entry, {file: f"---\ntitle: {text}\n---\n"})[1]["revision"])
        versions = self.ask("GET", "/api/v1/history/" + entry)[1]["versions"]
        self.assertEqual([one["id"] for one in versions[:2]], revisions[::-1])
        self.assertEqual(sorted((one["time"] for one in versions), reverse=True), [one["time"] for one in versions])


if __name__ == "__main__":
    unittest.main()
