"""The lines of the security requirements that show at the real server, one test each, with the number of the line. What needs no
server is tested in tests/editor/: 1, 2 and 4 in accounts/, 37 in permissions/, 38 in audit/."""
import json
import os
import re
import socket
import stat
import time
import unittest

from school import Browser, PASSWORD, ROOT, School, key_of, person, read_all, totp


def setUpModule():
    global school, admin
    school = School()
    school.__enter__()
    admin = Browser(school)
    admin.set_up()


def tearDownModule():
    school.__exit__()


def status(answer):
    return int(answer.split(b" ", 2)[1]) if answer.startswith(b"HTTP/1.1 ") else None


class Identity(unittest.TestCase):
    def test_03_no_default_account_and_the_setup_code_works_once(self):
        other = Browser(school)
        other.get("/setup?code=" + school.setup)
        answer = other.post("/setup", code=school.setup, name="Чужой", email="x@school.example", password=PASSWORD)
        self.assertEqual(answer.status, 422)
        for email, password in (("admin", "admin"), ("admin@localhost", "admin"), ("root@localhost", "")):
            other.get("/login")
            self.assertEqual(other.post("/login", email=email, password=password).status, 422)

    def test_04_administrators_and_directors_do_nothing_before_the_second_factor(self):
        link = school.run("user add", "--email", "director@school.example", "--name", "Директор", "--role", "reviewer").stdout
        director = Browser(school)
        code = re.search(r"code=(\S+)", link)[1]
        director.get("/welcome?code=" + code)
        self.assertEqual(director.post("/setup", code=code, password=PASSWORD).getheader("Location"), "/login/second")
        for path in ("/", "/account", "/log", "/entries/news"):
            answer = director.get(path)
            self.assertEqual((answer.status, answer.getheader("Location")), (303, "/login/second"), path)
        self.assertEqual(director.post("/account/password", present=PASSWORD, wanted=PASSWORD + "!").status, 401)

    def test_05_the_same_answer_for_unknown_people_and_wrong_passwords_then_waiting(self):
        person(school, "contributor", "known@school.example")
        said = []
        for email in ("known@school.example", "unknown@school.example"):
            visitor = Browser(school)
            visitor.get("/login")
            answer = visitor.post("/login", email=email, password="wrong wrong wrong")
            said.append((answer.status, answer.text.replace(email, "").replace(visitor.csrf, "")))
        self.assertEqual(said[0], said[1])
        visitor = Browser(school)
        visitor.get("/login")
        codes = [visitor.post("/login", email="slow@school.example", password="wrong wrong").status for _ in range(6)]
        self.assertEqual(codes, [422] * 5 + [429])

    def test_06_the_session_has_128_bits_is_stored_hashed_and_is_new_after_login(self):
        editor = person(school, "editor", "six@school.example")
        token = editor.cookies["mektep"]
        self.assertGreaterEqual(len(token), 22)
        self.assertNotIn(token.encode(), (school.state / "editor.sqlite").read_bytes())
        visitor = Browser(school)
        visitor.get("/login")
        before = visitor.cookies["mektep"]
        visitor.post("/login", email="six@school.example", password=PASSWORD)
        self.assertNotEqual(before, visitor.cookies["mektep"])
        stale = Browser(school)
        stale.cookies["mektep"] = before
        self.assertEqual(stale.get("/").status, 303)

    def test_07_the_cookie_is_for_the_server_alone(self):
        line = Browser(school).get("/login").getheader("Set-Cookie")
        for part in ("Path=/", "HttpOnly", "SameSite=Lax"):
            self.assertIn(part, line)
        self.assertNotIn("Domain", line)
        with School("--origin", "https://editor.school.example") as secure:
            visitor = Browser(secure)
            line = visitor.get("/login", Host="editor.school.example").getheader("Set-Cookie")
            self.assertTrue(line.startswith("__Host-mektep="), line)
            self.assertIn("Secure", line)

    def test_09_logout_a_new_password_and_disabling_end_sessions(self):
        editor = person(school, "editor", "nine@school.example")
        twin = Browser(school)
        twin.get("/login")
        twin.post("/login", email="nine@school.example", password=PASSWORD)
        self.assertEqual(twin.get("/account").status, 200)
        editor.get("/account")
        answer = editor.post("/account/password", present=PASSWORD, wanted="башка сырсөз керек болду")
        self.assertEqual(answer.status, 303)
        self.assertEqual(twin.get("/account").status, 303)
        self.assertEqual(editor.get("/account").status, 200)
        kept = dict(editor.cookies)
        editor.post("/logout")
        editor.cookies = kept
        self.assertEqual(editor.get("/account").status, 303)
        again = Browser(school)
        again.get("/login")
        again.post("/login", email="nine@school.example", password="башка сырсөз керек болду")
        self.assertEqual(again.get("/account").status, 200)
        school.run("user disable", "--email", "nine@school.example")
        self.assertEqual(again.get("/account").status, 303)


class Requests(unittest.TestCase):
    def test_10_forms_from_elsewhere_are_refused(self):
        editor = person(school, "editor", "ten@school.example")
        editor.get("/account")
        good = dict(language="ru")
        self.assertEqual(editor.post("/account/language", **good).status, 303)
        self.assertEqual(editor.post("/account/language", csrf="", **good).status, 403)
        self.assertEqual(editor.post("/account/language", csrf=admin.csrf, **good).status, 403)
        for headers in ({"Origin": "https://evil.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"},
                        {"Sec-Fetch-Site": "same-site"}):
            self.assertEqual(editor.post("/account/language", headers=headers, **good).status, 403, headers)
        # GET changes nothing.
        self.assertEqual(editor.get("/logout").status, 405)

    def test_11_only_our_names_are_answered_and_only_the_proxy_is_believed(self):
        for name in ("evil.example", "127.0.0.1", f"127.0.0.1.evil.example:{school.port}", f"evil@127.0.0.1:{school.port}"):
            self.assertEqual(admin.get("/login", Host=name).status, 421, name)
        log = school.folder / "log"
        with School("--proxy", "192.0.2.1") as lonely:
            Browser(lonely).get("/login", **{"X-Forwarded-For": "203.0.113.9", "X-Forwarded-Host": "evil.example"})
            self.assertIn('"address":"127.0.0.1"', (lonely.folder / "log").read_text())
        Browser(school).get("/login", **{"X-Forwarded-For": "203.0.113.66, 203.0.113.9"})
        self.assertIn('"address":"203.0.113.9"', log.read_text())
        self.assertNotIn('"address":"203.0.113.66"', log.read_text())

    def test_12_redirects_lead_nowhere_else(self):
        person(school, "editor", "twelve@school.example")
        for wanted in ("//evil.example", "/\\evil.example", "https://evil.example", "/x\r\nSet-Cookie: a=b", "\t//evil.example"):
            visitor = Browser(school)
            visitor.get("/login")
            answer = visitor.post("/login", email="twelve@school.example", password=PASSWORD, next=wanted)
            self.assertEqual((answer.status, answer.getheader("Location")), (303, "/"), wanted)
        visitor = Browser(school)
        visitor.get("/login")
        answer = visitor.post("/login", email="twelve@school.example", password=PASSWORD, next="/account")
        self.assertEqual(answer.getheader("Location"), "/account")

    def test_13_what_is_too_large_or_too_slow_is_refused_before_it_is_read(self):
        head = f"Host: 127.0.0.1:{school.port}\r\n".encode()
        form = b"Content-Type: application/x-www-form-urlencoded\r\n"
        self.assertEqual(status(school.raw(b"GET /" + b"a" * 9000 + b" HTTP/1.1\r\n" + head + b"\r\n")), 414)
        self.assertEqual(status(school.raw(b"GET / HTTP/1.1\r\n" + head + b"X: " + b"a" * 9000 + b"\r\n\r\n")), 431)
        many = b"".join(b"X-%d: a\r\n" % i for i in range(120))
        self.assertEqual(status(school.raw(b"GET / HTTP/1.1\r\n" + head + many + b"\r\n")), 431)
        # Only the head is sent: the answer comes without a byte of the body.
        for size in (2 << 20, 1 << 40, 99999999999999999999):
            self.assertEqual(status(school.raw(b"POST /login HTTP/1.1\r\n" + head + form + b"Content-Length: %d\r\n\r\n" % size)),
                             400 if size > 10**12 else 413, size)
        visitor = Browser(school)
        visitor.get("/contact")
        visitor.get("/login")
        fields = "&".join(f"f{i}=1" for i in range(1100))
        answer = visitor.ask("POST", "/logout", f"csrf={visitor.csrf}&{fields}",
                             [("Content-Type", "application/x-www-form-urlencoded")])
        self.assertEqual(answer.status, 400)

    def test_13_json_of_very_many_values_is_refused_before_a_tree_is_made_of_it(self):
        key = key_of(person(school, "editor", "thirteen@school.example"))
        for path, method, body in (("/api/v1/writing/news/2026/x", "PUT", '{"values": [' + "1," * 900_000 + "1]}"),
                                   ("/api/v1/letters", "POST", '{"language": "ky", "texts": [' + '"",' * 300_000 + '""]}'),
                                   ("/api/v1/drafts/news/2026/x", "PUT", '{"files": {' + ",".join(f'"a{i}": ""' for i in range(6000)) + "}}"),
                                   ("/api/v1/presence/news/2026/x", "POST", "[" * 1_000_000)):
            answer = Browser(school).ask(method, path, body, [("Authorization", "Bearer " + key), ("Content-Type", "application/json")])
            self.assertEqual(answer.status, 422, path)
        # Commas in a text are none.
        answer = Browser(school).ask("POST", "/api/v1/letters", json.dumps({"language": "ky", "texts": ['a",[{' * 9000]}),
                                     [("Authorization", "Bearer " + key), ("Content-Type", "application/json")])
        self.assertEqual(answer.status, 200)

    def test_14_what_two_servers_could_read_differently_is_refused_and_closes(self):
        host = f"Host: 127.0.0.1:{school.port}\r\n".encode()
        smuggled = b"GET /health HTTP/1.1\r\n" + host + b"\r\n"
        cases = {
            "two hosts": (b"GET /health HTTP/1.1\r\n" + host + b"Host: evil.example\r\n\r\n", 400),
            "no host": (b"GET /health HTTP/1.1\r\n\r\n", 400),
            "two lengths": (b"POST /login HTTP/1.1\r\n" + host + b"Content-Length: 0\r\nContent-Length: 5\r\n\r\n", 400),
            "a list of lengths": (b"POST /login HTTP/1.1\r\n" + host + b"Content-Length: 0, 0\r\n\r\n", 400),
            "a signed length": (b"POST /login HTTP/1.1\r\n" + host + b"Content-Length: +5\r\n\r\n", 400),
            "both framings": (b"POST /login HTTP/1.1\r\n" + host + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 501),
            "chunks": (b"POST /login HTTP/1.1\r\n" + host + b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 501),
            "compressed": (b"POST /login HTTP/1.1\r\n" + host + b"Content-Encoding: gzip\r\nContent-Length: 1\r\n\r\nx", 415),
            "no length": (b"POST /login HTTP/1.1\r\n" + host + b"\r\n", 411),
            "bare line feeds": (b"GET /health HTTP/1.1\n" + host.replace(b"\r", b"") + b"\n", 400),
            "a folded header": (b"GET /health HTTP/1.1\r\n" + host + b"X: a\r\n b\r\n\r\n", 400),
            "a space before the colon": (b"GET /health HTTP/1.1\r\n" + host + b"Content-Length : 5\r\n\r\n", 400),
            "a NUL": (b"GET /health HTTP/1.1\r\n" + host + b"X: a\0b\r\n\r\n", 400),
            "a whole address": (b"GET http://evil.example/ HTTP/1.1\r\n" + host + b"\r\n", 400),
            "another version": (b"GET /health HTTP/2.0\r\n" + host + b"\r\n", 505),
            "noise": (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 400),
        }
        for name, (request, wanted) in cases.items():
            with self.subTest(name):
                answer = school.raw(request + smuggled)
                self.assertEqual(status(answer), wanted)
                self.assertEqual(answer.count(b"HTTP/1.1 "), 1)  # closed: what follows is not a request
                self.assertIn(b"Connection: close", answer)

    def test_16_line_ends_reach_no_header_and_no_line_of_the_log(self):
        answer = school.raw(f"GET /login%0d%0aSet-Cookie:%20a=b HTTP/1.1\r\nHost: 127.0.0.1:{school.port}\r\n\r\n".encode())
        self.assertEqual(status(answer), 400)
        visitor = Browser(school)
        visitor.get("/login")
        visitor.post("/login", email='x@y.kg\r\n{"number":1,"what":"forged"}', password="wrong wrong wrong")
        for line in (school.folder / "log").read_text().splitlines() + (school.state / "audit.jsonl").read_text().splitlines():
            self.assertNotEqual(json.loads(line).get("what"), "forged")


class Headers(unittest.TestCase):
    def test_17_scripts_and_frames_are_ours_alone(self):
        for path in ("/login", "/", "/no-such-page", "/health"):
            policy = admin.get(path).getheader("Content-Security-Policy")
            for part in ("default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data: blob:",
                         "connect-src 'self'", "form-action 'self'", "base-uri 'none'", "object-src 'none'", "frame-ancestors 'none'"):
                self.assertIn(part, policy, path)
            self.assertNotIn("unsafe", policy)
        for path in ("/", "/account", "/users", "/log", "/entries/news"):
            text = admin.get(path).text
            self.assertNotRegex(text, r"<script(?![^>]*\bsrc=)", path)
            self.assertNotRegex(text, r"<[^>]+\s(style|on\w+)=", path)

    def test_18_every_answer_has_its_headers(self):
        for path in ("/login", "/", "/no-such-page"):
            answer = admin.get(path)
            for name, value in (("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "same-origin"),
                                ("Cross-Origin-Opener-Policy", "same-origin"), ("Cross-Origin-Resource-Policy", "same-origin"),
                                ("Cache-Control", "no-store")):
                self.assertEqual(answer.getheader(name), value, path)
            self.assertIn("geolocation=()", answer.getheader("Permissions-Policy"))
            self.assertIsNone(answer.getheader("Strict-Transport-Security"))
        with School("--origin", "https://editor.school.example") as secure:
            answer = Browser(secure).get("/login", Host="editor.school.example")
            self.assertIn("max-age=31536000", answer.getheader("Strict-Transport-Security"))


class AccessAndLogs(unittest.TestCase):
    def test_35_what_is_secret_belongs_to_the_owner_alone(self):
        for path in [school.state, *school.state.glob("editor.sqlite*"), school.state / "audit.jsonl"]:
            self.assertEqual(path.stat().st_mode & 0o077, 0, path)
        self.assertFalse(list(school.repository.rglob("*.sqlite")))

    def test_37_every_role_at_every_screen_and_denials_are_logged(self):
        allowed = {"/users": {"administrator"}, "/log": {"administrator", "reviewer", "auditor"},
                   "/": {"administrator", "editor", "reviewer", "contributor", "auditor"},
                   "/account": {"administrator", "editor", "reviewer", "contributor", "auditor"}}
        for role in ("editor", "reviewer", "contributor", "auditor"):
            one = person(school, role, f"thirty-seven-{role}@school.example")
            for path, roles in allowed.items():
                self.assertEqual(one.get(path).status, 200 if role in roles else 403, f"{role} {path}")
            one.get("/")
            for path, fields in (("/users", dict(name="x", email="x@y.kg", role="editor")), ("/users/1", dict(role="auditor")),
                                 ("/users/1/reset", {})):
                self.assertEqual(one.post(path, **fields).status, 403, f"{role} {path}")
        events = [json.loads(line) for line in (school.state / "audit.jsonl").read_text().splitlines()]
        self.assertTrue(any(event.get("denied") and event["what"] == "account.reset" for event in events))

    def test_38_no_password_token_or_text_of_a_form_is_logged(self):
        logged = (school.folder / "log").read_text() + (school.state / "audit.jsonl").read_text()
        for secret in (PASSWORD, admin.cookies["mektep"], school.setup, admin.csrf):
            self.assertNotIn(secret, logged)
        self.assertEqual(school.run("fsck", check=False).returncode, 0)

    def test_40_faults_tell_nothing_and_nothing_is_listed(self):
        host = f"Host: 127.0.0.1:{school.port}\r\n".encode()
        self.assertEqual(status(school.raw(b"TRACE / HTTP/1.1\r\n" + host + b"Content-Length: 0\r\n\r\n")), 405)
        for path in ("/assets/", "/assets/../templates/layout.html", "/.git/config", "/assets/%2e%2e/strings/core.yaml", "/editor.sqlite"):
            self.assertIn(admin.get(path).status, (400, 404), path)
        for path in ("/no-such-page", "/users/abc", "/edit/no/such/entry", "/edit/..%2f..%2fetc/passwd"):
            self.assertNotRegex(admin.get(path).text, r"/work/|\.cpp|terminate|std::|SELECT ", path)


class Keys(unittest.TestCase):
    def test_a_key_of_the_api_acts_for_its_person_until_it_is_revoked(self):
        editor = person(school, "editor", "keys@school.example")
        editor.get("/account")
        page = editor.post("/account/tokens", label="Архив").text
        key = re.search(r"mektep_[\w-]{43}", page)[0]
        program = Browser(school)
        answer = program.get("/api/v1/me", Authorization="Bearer " + key)
        self.assertEqual(json.loads(answer.text)["role"], "editor")
        self.assertIsNone(answer.getheader("Set-Cookie"))
        self.assertEqual(program.get("/api/v1/me").status, 401)
        self.assertEqual(program.get("/account", Authorization="Bearer " + key).status, 303)  # not beyond the API
        number = re.search(r"/account/tokens/(\d+)", page)[1]
        editor.post("/account/tokens/" + number)
        self.assertEqual(program.get("/api/v1/me", Authorization="Bearer " + key).status, 401)


class Running(unittest.TestCase):
    def test_health_and_metrics_are_there_and_it_stops_cleanly(self):
        with School() as other:
            visitor = Browser(other)
            self.assertEqual(visitor.get("/health").text, "ok\n")
            metrics = visitor.get("/metrics").text
            self.assertRegex(metrics, r'mektep_requests_total\{class="2xx"\} [1-9]')
            self.assertNotEqual(visitor.get("/metrics", **{"X-Forwarded-For": "203.0.113.9"}).status, 200)
            for line in (other.folder / "log").read_text().splitlines():
                json.loads(line)
            self.assertEqual(other.stop(), 0)
            other.start()

    def test_a_second_server_and_a_listening_address_of_the_world_are_refused(self):
        twin = school.run("serve", "--listen", "127.0.0.1:0", check=False)
        self.assertEqual(twin.returncode, 2)
        self.assertEqual(school.run("serve", "--listen", "0.0.0.0:0", check=False).returncode, 2)

    def test_accounts_from_the_terminal(self):
        person(school, "editor", "terminal@school.example")
        link = school.run("user reset", "--email", "terminal@school.example", "--factor").stdout
        one = Browser(school)
        one.accept(link)
        self.assertEqual(one.get("/account").status, 200)
        self.assertEqual(school.run("user reset", "--email", "nobody@school.example", check=False).returncode, 2)
        self.assertEqual(school.run("gc").returncode, 0)


if __name__ == "__main__":
    unittest.main()
