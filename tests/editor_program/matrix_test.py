"""Security line 37: every role at every route. The routes are read from the sources; one that is not in the table below fails, so
whoever adds a route says who may use it. A role that may not is told 403 whatever it asks for; the others are told something else."""
import json
import re
import unittest
import urllib.parse

from school import Browser, ROOT, School, key_of, person

ROLES = ("administrator", "editor", "reviewer", "contributor", "auditor")
A, E, R, C, U = ROLES
ALL, READERS = set(ROLES), set(ROLES)
WRITERS, DRAFTERS, APPROVERS, OVERSEERS, ANSWERERS = {A, E}, {A, E, C}, {A, R}, {A, R, U}, {A, E}

# Who may use what beside reading, which all may: (method, pattern) → roles.
ALLOWED = {
    ("GET", "/users"): {A}, ("POST", "/users"): {A}, ("POST", "/users/{id}"): {A}, ("POST", "/users/{id}/reset"): {A},
    ("GET", "/api/v1/accounts"): {A}, ("POST", "/api/v1/accounts"): {A}, ("POST", "/api/v1/accounts/{id}"): {A},
    ("POST", "/api/v1/accounts/{id}/reset"): {A},
    ("GET", "/log"): OVERSEERS, ("GET", "/api/v1/log"): OVERSEERS, ("GET", "/api/v1/upkeep"): OVERSEERS,
    ("GET", "/messages"): OVERSEERS | ANSWERERS, ("GET", "/messages/{id}"): OVERSEERS | ANSWERERS,
    ("GET", "/api/v1/messages"): OVERSEERS | ANSWERERS, ("POST", "/messages"): {A}, ("POST", "/api/v1/messages"): {A},
    ("POST", "/messages/{id}"): ANSWERERS, ("POST", "/api/v1/messages/{id}"): ANSWERERS,
    ("POST", "/publish"): WRITERS, ("POST", "/publish/{id}/roll-back"): WRITERS, ("POST", "/api/v1/publications"): WRITERS,
    ("POST", "/api/v1/publications/{id}/roll-back"): WRITERS,
    ("POST", "/media/upload"): WRITERS, ("POST", "/media/item/{path}"): WRITERS, ("POST", "/media/crop/{path}"): WRITERS,
    ("POST", "/media/replace/{path}"): WRITERS, ("POST", "/api/v1/media"): WRITERS, ("PUT", "/api/v1/media/{path}"): WRITERS,
    ("POST", "/api/v1/crops/{path}"): WRITERS, ("POST", "/api/v1/uploads"): DRAFTERS,
    ("POST", "/api/v1/entries/{id}"): WRITERS, ("DELETE", "/api/v1/entries/{id}"): WRITERS, ("POST", "/api/v1/versions/{id}"): WRITERS,
    ("POST", "/api/v1/addresses/{id}"): WRITERS, ("POST", "/api/v1/conflicts/{id}"): WRITERS, ("POST", "/api/v1/trash/{id}"): WRITERS,
    ("POST", "/history/{id}"): WRITERS, ("POST", "/undo/{id}"): WRITERS, ("POST", "/api/v1/undo/{id}"): WRITERS, ("POST", "/trash/{id}"): WRITERS, ("POST", "/delete/{id}"): WRITERS, ("POST", "/rename/{id}"): WRITERS,
    ("DELETE", "/api/v1/drafts/{id}"): DRAFTERS, ("POST", "/drafts/{id}"): DRAFTERS, ("POST", "/conflict/{id}"): WRITERS,
    ("GET", "/consents/report"): ALL - {C}, ("POST", "/consents/{id}/name"): WRITERS, ("GET", "/consents/{id}/withdraw"): WRITERS,
    ("POST", "/consents/{id}/withdraw"): WRITERS, ("POST", "/repair"): WRITERS,
    ("GET", "/api/v1/consents/report"): ALL - {C}, ("POST", "/api/v1/consents/{id}/name"): WRITERS,
    ("GET", "/api/v1/consents/{id}/withdrawal"): WRITERS, ("POST", "/api/v1/consents/{id}/withdrawal"): WRITERS,
    ("GET", "/api/v1/journal"): APPROVERS, ("POST", "/api/v1/journal/previews"): {A}, ("POST", "/api/v1/journal/imports"): {A},
    ("POST", "/api/v1/journal/inspections"): APPROVERS,
    ("POST", "/edit/{id}"): WRITERS, ("GET", "/journal"): APPROVERS, ("POST", "/journal/preview"): {A}, ("POST", "/journal/import"): {A}, ("POST", "/journal/inspect"): APPROVERS,
    ("PUT", "/api/v1/drafts/{id}"): DRAFTERS, ("PUT", "/api/v1/writing/{id}"): DRAFTERS,
}

ENTRY = "pages/matrix"
FILE = ENTRY + "/index.ky.md"
OBJECTS = {"id": ENTRY, "entry": ENTRY, "path": "site.yaml", "collection": "news", "page": "start", "topic": "start", "folder": "pages"}
NUMBERED = ("/users", "/api/v1/accounts", "/messages", "/api/v1/messages", "/publish", "/api/v1/publications", "/trash", "/api/v1/trash", "/account",
            "/api/v1/me", "/api/v1/uploads")


def routes():
    found = set()
    for source in sorted((ROOT / "editor/http/routes").glob("*.cpp")):
        text = source.read_text(encoding="utf-8")
        for method, path in re.findall(r'router\.(get|post)\(\s*"(/[^"]+)"', text):
            found.add((method.upper(), path.replace("*}", "}")))
        for method, path in re.findall(r'router\.add\(\s*"(\w+)",\s*"(/[^"]+)"', text):
            found.add((method, path.replace("*}", "}")))
    return sorted(found)


def address(pattern):
    if pattern.startswith(("/consents/", "/api/v1/consents/")):
        return pattern.replace("{id}", "c-0001")
    numbered = any(pattern.startswith(start + "/") for start in NUMBERED)
    return re.sub(r"\{(\w+)\}", lambda name: "1" if numbered and name[1] == "id" else OBJECTS[name[1]], pattern)


class Matrix(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.school = School().__enter__()
        cls.admin = Browser(cls.school)
        cls.admin.set_up()
        cls.key = key_of(cls.admin)
        cls.people = {role: person(cls.school, role) for role in ROLES}

    @classmethod
    def tearDownClass(cls):
        cls.school.__exit__()

    def make_entry(self):
        headers = [("Authorization", "Bearer " + self.key), ("Content-Type", "application/json")]
        head = json.loads(self.admin.ask("GET", "/api/v1/drafts/" + ENTRY, headers=headers).text)["head"]
        body = json.dumps({"base": head, "files": {FILE: "---\ntitle: А\n---\n"}})
        self.admin.ask("POST", "/api/v1/entries/" + ENTRY, body, headers)

    def ask(self, role, method, path):
        """As a browser would: forms to screens, JSON to the API."""
        browser = self.people[role]
        browser.get("/account")
        if method == "POST" and path.startswith(("/media/upload", "/media/replace", "/api/v1/media", "/api/v1/journal/previews", "/api/v1/journal/inspections")):
            body = ("--b\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n" + browser.csrf + "\r\n--b\r\n"
                    "Content-Disposition: form-data; name=\"entry\"\r\n\r\n" + ENTRY + "\r\n--b\r\n"
                    "Content-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\n\r\nx\r\n--b--\r\n")
            return browser.ask(method, path, body, [("X-CSRF-Token", browser.csrf), ("Content-Type", "multipart/form-data; boundary=b")]).status
        if path.startswith("/api/"):
            head = json.loads(browser.get("/api/v1/drafts/" + ENTRY).text)["head"]
            body = {"base": head, "version": 0, "files": {FILE: "---\ntitle: А\n---\n"}, "values": [["ky.title", "А"]], "role": "auditor",
                    "email": "x", "name": "x", "do": "answer", "answer": "x", "revision": head, "slug": "matrix-2", "texts": [], "fields": {}}
            return browser.ask(method, path, None if method == "GET" else json.dumps(body),
                               [("X-CSRF-Token", browser.csrf), ("Content-Type", "application/json")]).status
        if method == "GET":
            return browser.get(path).status
        fields = {"csrf": browser.csrf, "do": "answer", "answer": "x", "role": "auditor", "email": "x", "name": "x", "base": ""}
        return browser.ask(method, path, urllib.parse.urlencode(fields), [("Content-Type", "application/x-www-form-urlencoded")]).status

    def test_37_each_role_at_each_route(self):
        skipped = {"/logout", "/login", "/login/second", "/setup", "/welcome", "/account/password", "/account/factor", "/contact", "/contact/ru",
                   "/account/recovery-codes", "/account/sessions/{id}", "/api/v1/me/sessions/{id}", "/metrics"}
        wrong = []
        for method, pattern in routes():
            if pattern in skipped:
                continue
            allowed = ALLOWED.get((method, pattern), READERS)
            for role in ROLES:
                self.make_entry()
                status = self.ask(role, method, address(pattern))
                if (status == 403) == (role in allowed) or status >= 500 and status != 503:
                    wrong.append(f"{method} {pattern} as {role}: {status}")
        self.assertEqual(wrong, [], "\n" + "\n".join(wrong))

    def test_every_line_of_the_table_is_a_route(self):
        self.assertEqual(set(ALLOWED) - set(routes()), set())


if __name__ == "__main__":
    unittest.main()
