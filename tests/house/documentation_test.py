"""The documentation is complete, and the check of it notices what is missing."""
import pathlib
import shutil
import tempfile
import unittest

import documentation

ROOT = pathlib.Path(__file__).resolve().parents[2]


class Documentation(unittest.TestCase):
    def copy(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        root = pathlib.Path(folder.name)
        for name in ("generator", "script", "themes", "schema", "editor"):
            shutil.copytree(ROOT / name, root / name)
        (root / "tests").mkdir()
        for name in ("README.md", "CHANGELOG.md", "CMakePresets.json", "LICENSE"):
            shutil.copy(ROOT / name, root / name)
        return root

    def edit(self, path, old, new):
        text = path.read_text(encoding="utf-8")
        self.assertIn(old, text)
        path.write_text(text.replace(old, new), encoding="utf-8")

    def test_everything_is_documented(self):
        self.assertEqual(documentation.problems(ROOT), [])

    def test_an_undocumented_option_is_found(self):
        root = self.copy()
        self.edit(root / "generator/cli/README.md", "`--draft", "`--d")
        self.assertEqual(documentation.options_described(root), ["generator/cli/README.md: option --draft is missing"])

    def test_a_rule_outside_the_list_is_found(self):
        root = self.copy()
        with (root / "generator/content/rules.h").open("a", encoding="utf-8") as header:
            header.write("extern const Rule content_forgotten;\n")
        found = "\n".join(documentation.rules_listed(root))
        self.assertIn("content_forgotten is not listed", found)
        self.assertIn("content_forgotten is never reported", found)

    def test_a_module_whose_rules_cannot_be_explained_is_found(self):
        root = self.copy()
        self.edit(root / "generator/publish/all_rules.cpp", "add(content_rules())", "")
        self.assertIn("content_rules() of generator/content/rules.h is missing", "\n".join(documentation.rules_listed(root)))

    def test_a_command_that_does_not_exist_is_found(self):
        root = self.copy()
        with (root / "README.md").open("a", encoding="utf-8") as guide:
            guide.write("\n```sh\nscript/fly --far\nscript/run --fly\ncmake --preset fly\nfly\n```\n")
        found = "\n".join(documentation.commands_known(root))
        for part in ("script/fly does not exist", "script/run does not know --fly", "no preset fly", "to try “fly”"):
            self.assertIn(part, found)

    def test_a_dead_link_is_found(self):
        root = self.copy()
        with (root / "README.md").open("a", encoding="utf-8") as guide:
            guide.write("\n[gone](gone.md)\n")
        self.assertIn("README.md: link to gone.md, which does not exist", documentation.links_work(root))

    def test_an_unused_golden_is_found(self):
        root = self.copy()
        golden = root / "tests/golden"
        for name in ("yaml-duplicate-key", "yaml-former-rule", "small-site"):
            (golden / name).mkdir(parents=True)
        (golden / "golden_test.cpp").write_text('compare("small-site");')
        self.assertEqual(documentation.goldens_used(root),
                         ["tests/golden/yaml-former-rule: no rule and no test uses this golden"])


if __name__ == "__main__":
    unittest.main()
