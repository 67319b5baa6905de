"""The JSON API keeps what its description (OpenAPI 3.1) says: every route is described, every description is a route, and answers have
the members that it promises."""
import json
import re
import time
import unittest

from school import Browser, ROOT, School, key_of, person

DESCRIPTION = json.loads((ROOT / "editor/http/openapi.json").read_text(encoding="utf-8"))


def routes():
    found = set()
    for source in (ROOT / "editor/http/routes").glob("*.cpp"):
        text = source.read_text(encoding="utf-8")
        for method, path in re.findall(r'router\.(get|post)\(\s*"(/api/v1/[^"]+)"', text):
            found.add((method, path.replace("*}", "}")))
        for method, path in re.findall(r'router\.add\(\s*"(\w+)",\s*"(/api/v1/[^"]+)"', text):
            found.add((method.lower(), path.replace("*}", "}")))
    return found


def complaints(value, schema, where="answer"):
    """What of `value` is not as the schema says: the part of JSON Schema that the description uses."""
    if "$ref" in schema:
        schema = DESCRIPTION["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]]
    if "oneOf" in schema:
        tried = [complaints(value, one, where) for one in schema["oneOf"]]
        return [] if any(not one for one in tried) else tried[0]
    kinds = {"object": dict, "array": list, "string": str, "integer": int, "boolean": bool, "null": type(None)}
    wanted = schema.get("type", [])
    wanted = [wanted] if isinstance(wanted, str) else wanted
    if wanted and not any(isinstance(value, kinds[kind]) for kind in wanted):
        return [f"{where}: {value!r} is no {wanted}"]
    if "enum" in schema and value not in schema["enum"]:
        return [f"{where}: {value!r} is none of {schema['enum']}"]
    found = []
    if isinstance(value, dict):
        found += [f"{where}: no {name}" for name in schema.get("required", []) if name not in value]
        if "properties" in schema and "additionalProperties" not in schema:
            found += [f"{where}: {name} is not described" for name in value if name not in schema["properties"]]
        for name, part in value.items():
            described = schema.get("properties", {}).get(name, schema.get("additionalProperties"))
            found += complaints(part, described, f"{where}.{name}") if described else []
    if isinstance(value, list) and "items" in schema:
        for part in value:
            found += complaints(part, schema["items"], where + "[]")
    return found


class Api(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.school = School().__enter__()
        cls.editor = person(cls.school, "editor")
        cls.key = key_of(cls.editor)
        admin = Browser(cls.school)
        admin.set_up()
        cls.admin_key = key_of(admin)
        cls.director_key = key_of(person(cls.school, "reviewer"))

    @classmethod
    def tearDownClass(cls):
        cls.school.__exit__()

    def ask(self, method, path, body=None, kind="application/json", key=None):
        headers = [("Authorization", "Bearer " + (key or self.key))]
        if method != "GET":
            headers.append(("Content-Type", kind))
        if isinstance(body, dict):
            body = json.dumps(body)
        answer = Browser(self.school).ask(method, path, body if method == "GET" else body or "", headers)
        template = max((one for one in DESCRIPTION["paths"]
                        if re.fullmatch(re.sub(r"\{\w+\}", ".+", one), path.split("?")[0])), key=len)
        described = DESCRIPTION["paths"][template][method.lower()]["responses"]
        self.assertIn(str(answer.status), described, f"{method} {path}: {answer.text[:200]}")
        content = described[str(answer.status)].get("content")
        value = json.loads(answer.text) if content else None
        if content:
            self.assertEqual(complaints(value, content["application/json"]["schema"]), [], f"{method} {path}")
        return answer.status, value

    def test_every_route_is_described_and_the_other_way_round(self):
        described = {(method, path) for path, item in DESCRIPTION["paths"].items() for method in item if method != "parameters"}
        self.assertEqual(described, routes())
        names = [item[method]["operationId"] for item in DESCRIPTION["paths"].values() for method in item if method != "parameters"]
        self.assertEqual(len(names), len(set(names)))

    def test_the_description_is_served_to_everybody(self):
        self.assertEqual(json.loads(Browser(self.school).get("/api/v1/openapi.json").text)["openapi"], "3.1.0")

    def test_answers_are_as_described(self):
        self.assertEqual(self.ask("GET", "/api/v1/me")[1]["role"], "editor")
        status, report = self.ask("GET", "/api/v1/report")
        if status == 200:
            self.assertGreater(report["items"], 0)
        entry = "pages/contract"
        file = entry + "/index.ky.md"
        text = "---\ntitle: Келишим\n---\n\nТекст.\n"
        head = self.ask("GET", "/api/v1/drafts/" + entry)[1]["head"]
        self.assertEqual(self.ask("PUT", "/api/v1/drafts/" + entry, {"base": head, "version": 0, "files": {file: text}})[0], 200)
        self.assertEqual(self.ask("GET", "/api/v1/drafts/" + entry)[1]["draft"]["files"][file], text)
        self.ask("POST", "/api/v1/presence/" + entry, {"typed": True})
        status, saved = self.ask("POST", "/api/v1/entries/" + entry, {"base": head, "files": {file: text}, "summary": "Жаңы барак"})
        self.assertEqual(status, 200, saved)
        self.assertEqual(self.ask("GET", "/api/v1/history/" + entry)[1]["versions"][0]["id"], saved["revision"])
        self.ask("DELETE", "/api/v1/drafts/" + entry, {})
        self.assertEqual(self.ask("DELETE", f"/api/v1/entries/{entry}?base={saved['revision']}", {})[0], 200)
        trashed = self.ask("GET", "/api/v1/trash")[1]["entries"]
        self.assertEqual(trashed[0]["entry"], entry)
        self.assertEqual(self.ask("POST", f"/api/v1/trash/{trashed[0]['id']}", {})[1]["entry"], entry)

    def test_every_mandatory_item_is_counted_and_leads_to_its_field(self):
        report = None
        for _ in range(6):  # the first one may take longer than the server keeps a request waiting
            status, report = self.ask("GET", "/api/v1/report")
            if status == 200:
                break
        states = {one["item"]: one for one in report["disclosure"]}
        self.assertEqual(len(states), 62)
        self.assertEqual(sum(one["settled"] for one in states.values()), report["settled"])
        founded = states["org.founded"]
        self.assertEqual((founded["file"], founded["field"], founded["settled"]), ("school/organisation.yaml", "founded", False))
        link = 'href="/edit/school/organisation#founded"'
        dashboard, items = self.editor.get("/").text, self.editor.get("/entries/school").text
        self.assertIn(f'62 ичинен {report["settled"]}', dashboard)
        for page in (dashboard, items):
            self.assertIn(link, page)
        self.assertIn('href="/entries/people"', dashboard)  # nobody is listed yet
        self.assertIn('id="permits"', items)
        self.assertIn('name="founded"', self.editor.get("/edit/school/organisation").text)

    def test_a_last_day_on_the_site_is_asked_for_and_told(self):
        entry = "news/2026/last-day"
        text = "---\ntitle: Акыркы күн\ndate: 2026-01-02\nshown_until: {}\n---\n\nТекст.\n"
        for day, words in (("2026-01-31", "сайттан алынган, акыркы күнү: 2026-ж., 31-январь"), ("2099-01-31", "сайттагы акыркы күнү: 2099-ж., 31-январь")):
            head = self.ask("GET", "/api/v1/drafts/" + entry)[1]["head"]
            self.assertEqual(self.ask("POST", "/api/v1/entries/" + entry, {"base": head, "files": {entry + "/index.ky.md": text.format(day)}})[0], 200)
            self.assertIn(words, self.editor.get("/entries/news").text.replace("\u00a0", " "))
            self.assertIn(f'name="ky.shown_until" type="date" value="{day}"', self.editor.get("/edit/" + entry).text)

    def test_the_writing_screen_is_answered_as_described(self):
        self.ask("POST", "/api/v1/letters", {"language": "ky", "texts": ["мeктеп"]})
        entry = "pages/letters"
        values = {"values": [["ky.title", "Сыноо"], ["ky.text", "Текст"]]}
        self.ask("PUT", "/api/v1/writing/" + entry, values)
        self.ask("POST", "/api/v1/preview/" + entry, values)
        self.ask("GET", "/api/v1/places/" + entry)
        self.ask("GET", "/api/v1/translation/" + entry)
        self.ask("PUT", "/api/v1/writing/" + entry, "no json")

    def test_accounts_are_invited_changed_and_watched(self):
        def admin(*asked):
            return self.ask(*asked, key=self.admin_key)

        self.assertEqual(self.ask("GET", "/api/v1/accounts")[0], 403)
        status, invited = admin("POST", "/api/v1/accounts", {"email": "new@school.example", "name": "Жаңы Мугалим", "role": "contributor"})
        self.assertEqual(status, 201, invited)
        Browser(self.school).accept(invited["link"])
        self.assertEqual(admin("POST", "/api/v1/accounts", {"email": "no address", "name": "x", "role": "editor"})[0], 422)
        new = next(one for one in admin("GET", "/api/v1/accounts")[1]["accounts"] if one["email"] == "new@school.example")
        self.assertEqual(admin("POST", f"/api/v1/accounts/{new['id']}", {"role": "auditor", "disabled": True})[0], 200)
        self.assertIn("/welcome?code=", admin("POST", f"/api/v1/accounts/{new['id']}/reset", {"factor": True})[1]["link"])
        self.assertEqual(admin("POST", "/api/v1/accounts/9999", {"role": "auditor"})[0], 404)
        log = admin("GET", "/api/v1/log?limit=5")[1]
        self.assertEqual((len(log["events"]), log["broken_at"]), (5, None))
        self.assertEqual(self.ask("GET", "/api/v1/log")[0], 403)
        self.assertEqual(admin("GET", "/api/v1/upkeep")[1]["faults"], [])

    def test_own_sessions_and_keys_are_listed_and_ended(self):
        one = person(self.school, "editor", "own@school.example")
        key = key_of(one)
        session = self.ask("GET", "/api/v1/me/sessions", key=key)[1]["sessions"][0]
        self.assertEqual(self.ask("DELETE", f"/api/v1/me/sessions/{session['id']}", {}, key=key)[0], 200)
        self.assertEqual(one.get("/account").status, 303)
        self.assertEqual(self.ask("POST", "/api/v1/me/language", {"language": "en"}, key=key)[0], 200)
        self.assertEqual(self.ask("GET", "/api/v1/me", key=key)[1]["language"], "en")
        mine = self.ask("GET", "/api/v1/me/keys", key=key)[1]["keys"][0]
        self.assertEqual(self.ask("DELETE", f"/api/v1/me/keys/{mine['id']}", {}, key=key)[0], 200)
        self.assertEqual(self.ask("GET", "/api/v1/me", key=key)[0], 401)

    def test_an_entry_is_reviewed_and_approved_and_a_publication_asked_for(self):
        entry = "pages/reviewed"
        head = self.ask("GET", "/api/v1/drafts/" + entry)[1]["head"]
        files = {entry + "/index.ky.md": "---\ntitle: Каралган\n---\n\nТекст.\n"}
        first = self.ask("POST", "/api/v1/entries/" + entry, {"base": head, "files": files})[1]["revision"]
        self.assertEqual(self.ask("GET", "/api/v1/entries/" + entry)[1]["files"], files)
        listed = [one["id"] for one in self.ask("GET", "/api/v1/entries?collection=pages")[1]["entries"]]
        self.assertIn(entry, listed)
        self.assertEqual(self.ask("GET", "/api/v1/entries?collection=no")[0], 404)
        compared = self.ask("GET", f"/api/v1/comparisons/{entry}?from=&to={first}")[1]["files"]
        self.assertTrue(compared[0]["added"])
        waiting = {one["entry"]: one for one in self.ask("GET", "/api/v1/reviews")[1]["entries"]}
        self.assertEqual(waiting[entry]["why"], "new")
        self.assertEqual(self.ask("POST", "/api/v1/reviews/" + entry, {"do": "ask", "text": "Караңызчы"})[1]["done"], "review_asked")
        director = dict(key=self.director_key)
        review = self.ask("GET", "/api/v1/reviews/" + entry, **director)[1]
        self.assertEqual((review["approved"], review["comments"][0]["text"]), (False, "Караңызчы"))
        self.assertEqual(self.ask("POST", "/api/v1/reviews/" + entry, {"do": "comment", "text": "Жакшы"}, **director)[0], 200)
        self.assertIn(self.ask("POST", "/api/v1/reviews/" + entry, {"do": "approve", "digest": "stale"}, **director)[0], (409, 422))
        done = self.ask("POST", "/api/v1/reviews/" + entry, {"do": "approve", "digest": review["digest"]}, **director)
        self.assertEqual(done[1], {"done": "approved"})
        self.assertTrue(self.ask("GET", "/api/v1/reviews/" + entry)[1]["approved"])
        self.assertEqual(self.ask("POST", "/api/v1/publications", {}, **director)[0], 403)
        status, asked = self.ask("POST", "/api/v1/publications", {})
        self.assertEqual(status, 202)
        for _ in range(200):
            state = self.ask("GET", f"/api/v1/publications/{asked['id']}")[1]
            if state["state"] in ("shown", "failed"):
                break
            time.sleep(0.2)
        self.assertIn(asked["id"], [one["id"] for one in self.ask("GET", "/api/v1/publications")[1]["publications"]])
        self.assertEqual(self.ask("GET", "/api/v1/publications/9999")[0], 404)
        # A new school lacks what the law wants: nothing is shown, and every reason is told.
        self.assertEqual(state["state"], "failed")
        self.assertTrue(any(one["blocks"] for one in state["findings"]))
        self.assertEqual(self.ask("POST", f"/api/v1/publications/{asked['id']}/roll-back", {})[0], 404)
        self.assertEqual(self.ask("GET", "/api/v1/site?day=2001-01-01")[0], 404)
        self.assertEqual(self.ask("GET", "/api/v1/site?day=yesterday")[0], 422)

    def test_messages_are_read_and_answered_by_whoever_may(self):
        self.assertEqual(self.ask("POST", "/api/v1/messages", {"open": True})[0], 403)
        self.assertEqual(self.ask("POST", "/api/v1/messages", {"open": True}, key=self.admin_key)[1]["done"], "form_opened")
        visitor = Browser(self.school)
        visitor.get("/contact")
        self.assertEqual(visitor.post("/contact", name="Ата-эне", contact="a@b.kg", text="Качан?").status, 200)
        message = self.ask("GET", "/api/v1/messages")[1]["messages"][0]
        self.assertEqual(message["text"], "Качан?")
        contributor = key_of(person(self.school, "contributor"))
        self.assertEqual(self.ask("GET", "/api/v1/messages", key=contributor)[0], 403)
        place = f"/api/v1/messages/{message['id']}"
        self.assertEqual(self.ask("POST", place, {"do": "answer", "answer": "Эртең."}, key=self.director_key)[0], 403)
        self.assertEqual(self.ask("POST", place, {"do": "answer", "answer": "Эртең."})[1]["done"], "message_answered")
        self.assertEqual(self.ask("POST", place, {"do": "dance"})[0], 422)
        self.assertEqual(self.ask("POST", place, {"do": "delete"})[1]["done"], "message_deleted")
        self.assertEqual(self.ask("POST", place, {"do": "aside"})[0], 404)

    def test_pictures_are_listed_described_and_cut(self):
        picture = next((ROOT / "content").rglob("*.jpg")).read_bytes()
        program = Browser(self.school)
        border = "a-border"
        parts = f'--{border}\r\nContent-Disposition: form-data; name="entry"\r\n\r\npages/pictures\r\n--{border}\r\n' \
                f'Content-Disposition: form-data; name="file"; filename="bell.jpg"\r\nContent-Type: image/jpeg\r\n\r\n'
        body = parts.encode() + picture + f"\r\n--{border}--\r\n".encode()
        answer = program.ask("POST", "/api/v1/media", body, [("Authorization", "Bearer " + self.key),
                                                             ("Content-Type", "multipart/form-data; boundary=" + border)])
        self.assertEqual(answer.status, 201, answer.text)
        path = json.loads(answer.text)["path"]
        self.assertIn(path, [one["path"] for one in self.ask("GET", "/api/v1/media?entry=pages/pictures")[1]["media"]])
        item = self.ask("GET", "/api/v1/media/" + path)[1]
        self.assertTrue(item["picture"] and item["lacks_alt"])
        described = {"base": item["base"], "alt.ky": "Коңгуроо", "alt.ru": "Звонок", "people": "nobody"}
        status, told = self.ask("PUT", "/api/v1/media/" + path, described)
        self.assertEqual(status, 200, told)
        self.assertEqual(self.ask("GET", "/api/v1/media/" + path)[1]["alt_ru"], "Звонок")
        self.assertEqual(self.ask("POST", "/api/v1/crops/" + path, {"left": 10, "top": 10, "width": 50, "height": 50})[0], 200)
        self.assertEqual(self.ask("GET", "/api/v1/media/pages/no.jpg")[0], 404)

    def test_a_change_is_undone_and_an_older_page_is_shown(self):
        entry = "pages/undone"
        head = self.ask("GET", "/api/v1/drafts/" + entry)[1]["head"]

        def save(base, text):
            files = {entry + "/index.ky.md": f"---\ntitle: Т\n---\n\n{text}\n"}
            return self.ask("POST", "/api/v1/entries/" + entry, {"base": base, "files": files})[1]["revision"]
        first = save(head, "Биринчи.")
        second = save(first, "Экинчи.")
        status, undone = self.ask("POST", "/api/v1/undo/" + entry, {"before": first, "after": second})
        self.assertEqual(status, 200, undone)
        self.assertIn("Биринчи.", self.ask("GET", "/api/v1/entries/" + entry)[1]["files"][entry + "/index.ky.md"])
        self.assertEqual(self.ask("POST", "/api/v1/undo/" + entry, {"before": first, "after": second})[0], 409)
        self.assertEqual(self.ask("GET", "/api/v1/history/" + entry)[1]["versions"][0]["deed"], "undo")
        pages = self.ask("GET", f"/api/v1/versions/{entry}?revision={second}")[1]["pages"]
        self.assertRegex(pages["ky"], r"^http://127\.0\.0\.1:\d+/.+/undone/$")
        self.assertEqual(self.ask("GET", f"/api/v1/versions/{entry}?revision={head}")[0], 404)

    def test_consents_are_listed_read_and_taken_back(self):
        consent = "consents/c-7777.yaml"
        text = "person: asanova\nscopes: [internet]\ncovers: [name]\nfrom: 2026-01-01\n"
        head = self.ask("GET", "/api/v1/drafts/consents/c-7777")[1]["head"]
        self.ask("POST", "/api/v1/entries/consents/c-7777", {"base": head, "files": {consent: text}}, key=self.admin_key)
        listed = self.ask("GET", "/api/v1/consents")[1]["consents"]
        self.assertIn("c-7777", [one["id"] for one in listed])
        self.assertEqual(self.ask("GET", "/api/v1/consents/c-7777")[1]["id"], "c-7777")
        self.assertEqual(self.ask("GET", "/api/v1/consents/no")[0], 404)
        self.assertEqual(self.ask("GET", "/api/v1/consents/report")[0], 200)
        self.assertEqual(self.ask("POST", "/api/v1/consents/c-7777/name", {"surname": "Асанова", "given": "А"})[0], 404)
        status, plan = self.ask("GET", "/api/v1/consents/c-7777/withdrawal")
        self.assertEqual((status, plan["steps"][0]["kind"]), (200, "record"))
        self.assertEqual(self.ask("POST", "/api/v1/consents/c-7777/withdrawal", {}, key=self.director_key)[0], 403)
        self.assertEqual(self.ask("POST", "/api/v1/consents/c-7777/withdrawal", {})[0], 200)
        self.assertEqual(self.ask("GET", "/api/v1/consents/c-7777")[1]["state"], "withdrawn")

    def test_class_journals_are_previewed_stored_and_inspected(self):
        border = "a-border"

        journal = "класс;ученик;предмет;отметка\n9-А;Үсөнов Өмүрбек;Алгебра;5\n9-А;Ботоева Жаңыл;Алгебра;4\n".encode()

        def send(path, key):
            fields = "".join(f'--{border}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
                             for name, value in (("year", "2025-2026"), ("period", "q1")))
            body = (fields + f'--{border}\r\nContent-Disposition: form-data; name="files"; filename="marks.csv"\r\n'
                    'Content-Type: text/csv\r\n\r\n').encode() + journal + f"\r\n--{border}--\r\n".encode()
            return self.ask("POST", path, body, "multipart/form-data; boundary=" + border, key)
        self.assertEqual(self.ask("GET", "/api/v1/journal")[0], 403)
        self.assertEqual(self.ask("GET", "/api/v1/journal", key=self.director_key)[1]["terms"], [])
        status, preview = send("/api/v1/journal/previews", self.admin_key)
        self.assertEqual((status, preview["can_store"]), (200, True), preview)
        self.assertEqual(send("/api/v1/journal/previews", self.director_key)[0], 403)
        stored = self.ask("POST", "/api/v1/journal/imports", {"id": preview["id"]}, key=self.admin_key)
        self.assertEqual(stored[0], 200, stored)
        self.assertEqual(self.ask("GET", "/api/v1/journal", key=self.admin_key)[1]["terms"][0]["period"], "q1")
        self.assertIn(self.ask("POST", "/api/v1/journal/imports", {"id": preview["id"]}, key=self.admin_key)[0], (404, 409, 422))
        status, inspection = send("/api/v1/journal/inspections", self.director_key)
        self.assertEqual(status, 200, inspection)
        self.assertTrue(inspection["checks"])

    def test_what_is_no_json_is_told_in_words(self):
        for body in ("", "[]", "{", "null", '{"a":1,"a":2}', "\xff"):
            status, refusal = self.ask("POST", "/api/v1/entries/pages/contract-2", body)
            self.assertEqual(status, 422, body)
            self.assertTrue(refusal["error"]["message"])
        for values in ({}, {"values": "x"}, {"values": [["ky.title"]]}):
            status, refusal = self.ask("PUT", "/api/v1/writing/pages/contract-2", values)
            self.assertEqual((status, bool(refusal["message"])), (422, True), values)


if __name__ == "__main__":
    unittest.main()
