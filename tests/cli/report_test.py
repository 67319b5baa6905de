"""JSON and SARIF reports of the program fit their schemas (validated by ajv)."""
import json
import subprocess
import unittest

from support import ROOT, Folder, run

VALIDATE = ROOT / "tests/cli/validate.mjs"


class Reports(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = Folder()
        folder = cls.folder.__enter__()
        cls.school = folder / "school"
        assert run("new", cls.school).returncode == 0
        with (cls.school / "site.yaml").open("a", encoding="utf-8") as site:
            site.write("theme: \"a\ttheme\"\ntheme: default\n")
        (cls.school / "news").mkdir(exist_ok=True)
        (cls.school / "news/кат уланган.md").write_bytes(b"---\ntitle: \xff\n")

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def validate(self, kind, report):
        done = subprocess.run(["node", str(VALIDATE), kind], input=report, text=True, capture_output=True)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_json_fits_its_schema(self):
        report = run("check", self.school, "--format", "json").stdout
        self.assertGreater(len(json.loads(report)["findings"]), 0)
        self.validate("json", report)

    def test_json_of_a_build_fits_its_schema(self):
        with Folder() as out:
            for draft in ([], ["--draft"]):
                self.validate("json", run("build", self.school, "--out", out / "site", "--format", "json", *draft).stdout)

    def test_sarif_fits_the_official_schema(self):
        for language in ("ky", "ru", "en"):
            report = run("check", self.school, "--format", "sarif", "--lang", language).stdout
            self.assertGreater(len(json.loads(report)["runs"][0]["results"]), 0)
            self.validate("sarif", report)

    def test_the_validator_notices_faults(self):
        report = json.loads(run("check", self.school, "--format", "sarif").stdout)
        del report["runs"][0]["tool"]
        done = subprocess.run(["node", str(VALIDATE), "sarif"], input=json.dumps(report), text=True, capture_output=True)
        self.assertEqual(done.returncode, 1)

    def test_github_annotations_are_one_line_each(self):
        for line in run("check", self.school, "--format", "github").stdout.splitlines()[:-1]:
            self.assertRegex(line, r"^::(error|warning|notice) (file=[^,]+,)?(line=\d+,)?(col=\d+,)?title=[a-z0-9-]+::.")


if __name__ == "__main__":
    unittest.main()
