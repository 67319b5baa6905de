"""Nonsense at every route, from somebody who may do everything: an answer each time, never a fault of the server.

The routes are read from the sources, so a new one is attacked by itself. ATTACK_SEED and ATTACK_TURNS ask for other and more nonsense.
"""
import os
import random
import re
import unittest
import urllib.parse

from school import Browser, ROOT, School

# What would end the session or the account that attacks.
SPARED = re.compile(r"/logout|/sessions|/users|/accounts|/account/(password|factor|recovery)")
PLACES = ["%00", "..", "%2e%2e%2f", "a%5cb", "-", "0", "-1", "99999999999999999999999", "%F0%9F%92%A9", "%C3%28", "news", "news/", "news//x",
          "school", "school/organisation", "school/organisation/x", "pages/home", "pages/home/index", "site", "people/x", "consents/x", "HEAD",
          "refs/heads/main", "a" * 300, "news/" + "a/" * 100, "news/2026/" + "a" * 190, "CON", "news/2026/aux.md", ".git/config", "x.",
          "%E2%80%AEx", "%0d%0aX:%20y", "{}", "'%22%3E%3Cscript%3E", "$(id)", "news/2026/x%3Fy", "%25"]
PARAMETERS = ["page", "q", "before", "from", "to", "view", "language", "collection", "revision", "day", "date", "at", "base", "next", "kind", "state"]
BODIES = ["", "[]", "null", "{", '{"a":' * 70 + "1" + "}" * 70, '{"base":{},"version":[],"files":[],"values":{}}', '{"base":"","files":{"../x":"y"}}',
          '{"base":"HEAD","files":{"site.yaml":null}}', '{"values":[[1],["a","b","c"],{}]}', '{"x":1,"y":-1,"width":0,"height":1e999}',
          '{"values":[["ky.title[][][]","x"],["ky.tags[l0][l1]","y"],["ky.","z"],[".",""]]}', '{"decisions":{"x":[{"take":"own"}]}}',
          '{"base":"' + "0" * 40 + '","files":{}}', '{"texts":"x"}', '{"x":"\\ud83d\\ude00\\u0000"}', '{"day":"2026-02-31"}',
          '{"step":"approve","comment":[]}', '{"size":-1,"name":"../../x"}', '{"size":99999999999999999999,"name":"x.jpg","sha256":"zz"}']
FORMS = [[("do", "x")], [("base", "HEAD"), ("version", "-9")], [("a" * 2000, "b")], [("[]", "x"), ("a[b][c]", "d"), ("a[", "e"), ("]", "f")],
         [("name", "x\x00y")], [("title_ky", "ө" * 5000), ("title_ru", "")], [("slug", "../../etc")], [("take", "own"), ("text", "x")],
         [("when", "2026-99-99T99:99"), ("at", "x")], [("x", "1e999"), ("y", "-1"), ("width", "0"), ("height", "nan")], [("file", "x")],
         [("base", "0" * 40)], [("day", "2026-11-31"), ("rows", "9999999999")]]


def routes():
    found = {("GET", "/edit/news/{id*}"), ("POST", "/edit/news/{id*}"), ("POST", "/new/news"), ("POST", "/new/people")}
    for source in (ROOT / "editor/http/routes").glob("*.cpp"):
        text = source.read_text(encoding="utf-8")
        found |= {(method.upper(), path) for method, path in re.findall(r'router\.(get|post)\(\s*"([^"]+)"', text)}
        found |= set(re.findall(r'router\.add\(\s*"(\w+)",\s*"([^"]+)"', text))
    return sorted(found)


class Attack(unittest.TestCase):
    def setUp(self):
        self.school = School().__enter__()
        self.addCleanup(self.school.__exit__)
        self.admin = Browser(self.school)
        self.admin.set_up()
        self.chance = random.Random(int(os.environ.get("ATTACK_SEED", "1")))

    def send(self, method, path):
        target = re.sub(r"\{[^}]+\}", lambda _: self.chance.choice(PLACES), path)
        query = [f"{self.chance.choice(PARAMETERS)}={self.chance.choice(PLACES)}" for _ in range(self.chance.randint(0, 3))]
        target += "?" + "&".join(query) if query else ""
        if method == "GET":
            return target, "", self.admin.get(target)
        if "/api/" in path:
            body, kind = self.chance.choice(BODIES), "application/json"
        else:
            body = urllib.parse.urlencode([*self.chance.choice(FORMS), ("csrf", self.admin.csrf)])
            kind = "application/x-www-form-urlencoded"
        return target, body, self.admin.ask(method, target, body.encode(), [("Content-Type", kind), ("X-CSRF-Token", self.admin.csrf)])

    def test_nonsense_at_every_route_is_refused_and_breaks_nothing(self):
        for method, path in routes():
            if SPARED.search(path):
                continue
            for _ in range(int(os.environ.get("ATTACK_TURNS", "4"))):
                target, body, answer = self.send(method, path)
                with self.subTest(method=method, target=target[:200], body=body[:200]):
                    self.assertLess(answer.status, 500)
        self.assertEqual(self.admin.get("/health").status, 200)
        self.assertEqual(self.admin.get("/").status, 200)


if __name__ == "__main__":
    unittest.main()
