"""The JSON API keeps what its description (OpenAPI 3.1) says: every route is described, every description is a route, and answers have
the members that it promises."""
import json
import re
import unittest

from school import Browser, ROOT, School, person

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
        cls.editor.get("/account")
        page = cls.editor.post("/account/tokens", label="test").text
        cls.key = re.search(r"mektep_[\w-]{43}", page)[0]

    @classmethod
    def tearDownClass(cls):
        cls.school.__exit__()

    def ask(self, method, path, body=None, kind="application/json"):
        headers = [("Authorization", "Bearer " + self.key)]
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

    def test_the_writing_screen_is_answered_as_described(self):
        self.ask("POST", "/api/v1/letters", {"language": "ky", "texts": ["мeктеп"]})
        entry = "pages/letters"
        values = {"values": [["ky.title", "Сыноо"], ["ky.text", "Текст"]]}
        self.ask("PUT", "/api/v1/writing/" + entry, values)
        self.ask("POST", "/api/v1/preview/" + entry, values)
        self.ask("GET", "/api/v1/places/" + entry)
        self.ask("GET", "/api/v1/translation/" + entry)
        self.ask("PUT", "/api/v1/writing/" + entry, "no json")

    def test_what_is_no_json_is_told_in_words(self):
        for body in ("", "[]", "{", "null", '{"a":1,"a":2}', "\xff"):
            status, refusal = self.ask("POST", "/api/v1/entries/pages/contract-2", body)
            self.assertEqual(status, 422, body)
            self.assertTrue(refusal["error"]["message"])


if __name__ == "__main__":
    unittest.main()
