"""What is installed runs from where it was installed, without the sources."""
import json
import os
import pathlib
import re
import subprocess
import unittest
import urllib.request

from support import Folder, run

ROOT = pathlib.Path(__file__).resolve().parents[2]


class Install(unittest.TestCase):
    def test_an_installed_program_finds_its_data(self):
        with Folder() as folder:
            subprocess.run([os.environ["CMAKE"], "--install", os.environ["MEKTEP_BUILD"], "--prefix", "/usr"],
                           check=True, capture_output=True, env={**os.environ, "DESTDIR": str(folder)})
            usr = folder / "usr"
            for name in ("bin/mektep", "bin/mektep-editor", "bin/mektep-media-worker", "bin/mektep-site-worker", "share/man/man8/mektep-editor.8.gz", "lib/sysusers.d/mektep.conf",
                         "share/mektep/editor/views/assets/write.js", "share/mektep/editor/http/openapi.json", "lib/systemd/system/mektep-editor.service", "share/mektep/editor/views/templates/layout.html",
                         "share/mektep/editor/accounts/common-passwords.txt", "share/mektep/editor/deploy/nginx.conf", "share/mektep/schema", "share/mektep/themes/default", "share/mektep/themes/default/assets/search.js", "share/man/man1/mektep.1.gz",
                         "share/bash-completion/completions/mektep", "share/zsh/vendor-completions/_mektep",
                         "share/fish/vendor_completions.d/mektep.fish", "share/doc/mektep/copyright", "share/doc/mektep/components.json", "share/mektep/editor/deploy/forget"):
                self.assertTrue((usr / name).exists(), name)
            parts = json.loads((usr / "share/doc/mektep/components.json").read_text())["components"]
            self.assertTrue(all(part["version"] for part in parts), parts)
            self.assertLessEqual({"git2", "sqlite", "sodium", "yaml-cpp", "prosemirror-model"}, {part["name"] for part in parts})
            self.assertFalse((usr / "share/mektep/themes/default/scripts").exists())
            school = folder / "school"
            mektep = str(usr / "bin/mektep")
            env = {"MEKTEP_DATA": ""}
            self.assertEqual(run("new", school, program=mektep, env=env).returncode, 0)
            # It is really the installed data that is read: without it a program that cannot see the sources is lost.
            done = run("build", school, "--draft", "--out", folder / "site", program=mektep, env=env)
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
            self.assertTrue((folder / "site/index.html").is_file())
            starter = usr / "share/mektep/schema/starter"
            self.assertTrue(starter.is_dir())
            marker = starter / "pages/marker.txt"
            marker.parent.mkdir(exist_ok=True)
            marker.write_text("x")
            run("new", folder / "second", program=mektep, env=env)
            self.assertTrue((folder / "second/pages/marker.txt").is_file())

    def test_an_installed_editor_sets_a_school_up_and_serves_it(self):
        with Folder() as folder:
            subprocess.run([os.environ["CMAKE"], "--install", os.environ["MEKTEP_BUILD"], "--prefix", "/usr"],
                           check=True, capture_output=True, env={**os.environ, "DESTDIR": str(folder)})
            editor, school = folder / "usr/bin/mektep-editor", folder / "school.git"
            data = folder / "usr/share/mektep"
            made = subprocess.run([editor, "init", "--repo", school, "--data", data, "--from", data / "schema/starter"], capture_output=True, text=True)
            self.assertEqual(made.returncode, 0, made.stderr)
            self.assertIn("/setup?code=", made.stdout)
            served = subprocess.Popen([editor, "serve", "--repo", school, "--data", data, "--listen", "127.0.0.1:0", "--preview-listen", "127.0.0.1:0"],
                                      stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
            try:
                address = served.stdout.readline().removeprefix("Editor: ").strip()
                page = urllib.request.urlopen(address + "login").read().decode()
                assets = re.findall(r'(?:href|src)="(/assets/[^"]+)"', page)
                self.assertTrue(assets)
                for asset in assets:
                    self.assertEqual(urllib.request.urlopen(address.rstrip("/") + asset).status, 200, asset)
            finally:
                served.terminate()
                self.assertEqual(served.wait(60), 0)
                served.stdout.close()

    def test_the_manual_of_the_editor_names_every_command_and_option(self):
        page = (ROOT / "editor/deploy/mektep-editor.8").read_text(encoding="utf-8")
        source = (ROOT / "editor/cli/options.cpp").read_text(encoding="utf-8")
        for name in re.findall(r'add_(?:option|flag)\("(--[\w-]+)"', source) + re.findall(r'add_subcommand\("(\w+)"', source):
            self.assertIn(name, page)
        if pathlib.Path("/usr/bin/groff").exists():
            done = subprocess.run(["/usr/bin/groff", "-man", "-Tutf8", "-ww"], input=page, text=True, capture_output=True)
            self.assertEqual(done.stderr, "")

    def test_the_manual_page_is_readable(self):
        page = run("help", "--man").stdout
        self.assertTrue(page.startswith(".TH MEKTEP 1"))
        for tool in ("/usr/bin/man", "/usr/bin/groff"):
            if pathlib.Path(tool).exists() and tool.endswith("groff"):
                done = subprocess.run([tool, "-man", "-Tutf8", "-ww"], input=page, text=True, capture_output=True)
                self.assertEqual(done.stderr, "")


if __name__ == "__main__":
    unittest.main()
