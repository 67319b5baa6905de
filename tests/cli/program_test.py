"""Exit codes, languages, colours, streams and completion of the program."""
import json
import re
import shutil
import subprocess
import unittest

from support import ROOT, Folder, run, run_on_terminal


class Program(unittest.TestCase):
    def test_version_and_help_succeed(self):
        version = re.search(r"project\(mektep VERSION ([\d.]+)", (ROOT / "CMakeLists.txt").read_text()).group(1)
        self.assertEqual(run("version").stdout, f"mektep {version}\n")
        self.assertEqual(run("--version").stdout, f"mektep {version}\n")
        self.assertEqual(run("--help").returncode, 0)

    def test_mistakes_in_arguments_are_code_2_on_the_error_stream(self):
        for words in ([], ["chekc"], ["check", "--fromat", "json"], ["build"], ["check", "--today", "tomorrow"]):
            done = run(*words)
            self.assertEqual((done.returncode, done.stdout), (2, ""), words)
            self.assertNotEqual(done.stderr, "")

    def test_a_folder_that_does_not_exist_is_code_2(self):
        with Folder() as folder:
            done = run("check", folder / "nothing")
            self.assertEqual((done.returncode, done.stdout), (2, ""))
            done = run("build", folder / "nothing", "--out", folder / "out")
            self.assertEqual((done.returncode, done.stdout), (2, ""))
            self.assertFalse((folder / "out").exists())

    def test_languages(self):
        self.assertIn("нет команды", run("chekc", env={"LANG": "ru_RU.UTF-8"}).stderr)
        self.assertIn("буйрук жок", run("chekc", env={"LANG": "ru_RU.UTF-8", "LC_ALL": "ky_KG"}).stderr)
        self.assertIn("there is no command", run("chekc", "--lang", "en", env={"LANG": "ru_RU.UTF-8"}).stderr)

    def test_a_lost_report_is_code_2(self):
        with open("/dev/full", "w") as full:
            done = subprocess.run([__import__("os").environ["MEKTEP"], "help"], stdout=full, stderr=subprocess.PIPE)
        self.assertEqual(done.returncode, 2)

    def test_colours_and_progress_only_on_a_terminal(self):
        with Folder() as folder:
            school = folder / "school"
            run("new", school)
            piped = run("check", school)
            self.assertNotIn("\x1b", piped.stdout + piped.stderr)
            _, shown = run_on_terminal("check", school)
            self.assertRegex(shown, r"\x1b\[[0-9;]+m")
            _, shown = run_on_terminal("check", school, env={"NO_COLOR": "1"})
            self.assertNotRegex(shown, r"\x1b\[[0-9;]+m")

    def test_completion_scripts_are_valid(self):
        for shell in ("bash", "zsh", "fish"):
            script = run("completion", shell, "--lang", "ru").stdout
            self.assertIn("mektep", script)
            if shutil.which(shell):
                done = subprocess.run([shell, "-n"], input=script, text=True, capture_output=True)
                self.assertEqual((done.returncode, done.stderr), (0, ""), shell)

    def test_completion_in_bash(self):
        def complete(*words):
            script = run("completion", "bash").stdout
            code = (f"{script}\nCOMP_WORDS=({' '.join(words)!s}); COMP_CWORD={len(words) - 1}; _mektep\n"
                    'printf "%s\\n" "${COMPREPLY[@]}"')
            return subprocess.run(["bash", "-c", code], text=True, capture_output=True).stdout.split()
        self.assertEqual(complete("mektep", "ch"), ["check"])
        self.assertEqual(complete("mektep", "check", "--fo"), ["--format"])
        self.assertEqual(complete("mektep", "check", "--format", "s"), ["sarif"])
        self.assertEqual(complete("mektep", "--lang", "r"), ["ru"])
        self.assertEqual(complete("mektep", "completion", "f"), ["fish"])

    def test_a_new_school_is_a_repository_whose_findings_are_its_to_do_list(self):
        with Folder() as folder:
            school = folder / "school"
            done = run("new", school, "--name", "№ 5 мектеп", "--name-ru", "Школа № 5")
            self.assertEqual(done.returncode, 0, done.stderr)
            git = ["git", "-c", "safe.directory=*", "-C", str(school)]
            self.assertEqual(subprocess.check_output([*git, "status", "--porcelain"], text=True), "")
            self.assertEqual(subprocess.check_output([*git, "rev-list", "--count", "main"], text=True), "1\n")
            report = json.loads(run("check", school, "--format", "json").stdout)
            self.assertEqual(report["revision"], subprocess.check_output([*git, "rev-parse", "HEAD"], text=True).strip())
            self.assertGreater(len(report["findings"]), 10)
            self.assertEqual([f for f in report["findings"] if f["rule"].startswith(("yaml-", "template-", "language-"))], [])
            # The same tree by revision gives the same findings.
            at = json.loads(run("check", school, "--format", "json", "--at", "main").stdout)
            self.assertEqual(at["findings"], report["findings"])
            again = run("new", school)
            self.assertEqual(again.returncode, 2)

    def test_a_new_school_renders_at_once(self):
        with Folder() as folder:
            school = folder / "school"
            run("new", school, "--name", "№ 5 мектеп", "--name-ru", "Школа № 5")
            done = run("build", school, "--out", folder / "site", "--draft")
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
            self.assertIn("№ 5 мектеп", (folder / "site/index.html").read_text(encoding="utf-8"))
            self.assertIn("Школа № 5", (folder / "site/ru/index.html").read_text(encoding="utf-8"))

    def test_the_map_draws_some_of_many_pages_and_lists_all(self):
        with Folder() as folder:
            school, out = folder / "school", folder / "out"
            run("new", school)
            for number in range(60):
                page = school / f"pages/p{number}"
                page.mkdir()
                (page / "index.ky.md").write_text(f"---\ntitle: Барак {number}\n---\n\nТекст.\n")
            done = run("build", school, "--out", out, "--draft", cwd=folder)
            self.assertEqual(done.returncode, 0, done.stderr)
            map_page = (out / "site-map/index.html").read_text()
            drawing = re.search(r"<svg[^>]*diagram.*?</svg>", map_page, re.S).group(0)
            self.assertLess(drawing.count("<rect"), 60)
            self.assertRegex(drawing, r"Дагы: \d+")
            for number in range(60):
                self.assertIn(f">Барак {number}</a>", map_page)

    def test_build_again_into_a_relative_folder_that_is_not_there_yet(self):
        with Folder() as folder:
            run("new", folder / "school")
            for wanted in (r"\b0 unchanged", r"\b0 written"):
                done = run("build", "school", "--out", "site", "--draft", "--lang", "en", "--cache", "cache",
                           "--today", "2026-11-20", cwd=folder)
                self.assertEqual(done.returncode, 0, done.stderr)
                self.assertRegex(done.stdout + done.stderr, wanted)

    def test_blocked_build_writes_nothing(self):
        with Folder() as folder:
            school = folder / "school"
            run("new", school)
            (school / "site.yaml").write_text("title: x\ntitle: y\n")
            done = run("build", school, "--out", folder / "site")
            self.assertEqual(done.returncode, 1, done.stderr)
            self.assertFalse((folder / "site").exists())
            self.assertIn("site.yaml:2:1", done.stdout)

    def test_a_fault_has_code_1_and_its_place(self):
        with Folder() as folder:
            school = folder / "school"
            run("new", school)
            with (school / "site.yaml").open("a", encoding="utf-8") as site:
                site.write("theme: default\ntheme: default\n")
            done = run("check", school)
            self.assertEqual(done.returncode, 1)
            self.assertIn("^", done.stdout)


if __name__ == "__main__":
    unittest.main()
