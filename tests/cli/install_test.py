"""What is installed runs from where it was installed, without the sources."""
import os
import pathlib
import subprocess
import unittest

from support import Folder, run


class Install(unittest.TestCase):
    def test_an_installed_program_finds_its_data(self):
        with Folder() as folder:
            subprocess.run([os.environ["CMAKE"], "--install", os.environ["MEKTEP_BUILD"], "--prefix", "/usr"],
                           check=True, capture_output=True, env={**os.environ, "DESTDIR": str(folder)})
            usr = folder / "usr"
            for name in ("bin/mektep", "bin/mektep-editor", "lib/systemd/system/mektep-editor.service", "share/mektep/editor/views/templates/layout.html",
                         "share/mektep/editor/accounts/common-passwords.txt", "share/mektep/editor/deploy/nginx.conf", "share/mektep/schema", "share/mektep/themes/default", "share/mektep/themes/default/assets/search.js", "share/man/man1/mektep.1.gz",
                         "share/bash-completion/completions/mektep", "share/zsh/vendor-completions/_mektep",
                         "share/fish/vendor_completions.d/mektep.fish", "share/doc/mektep/copyright"):
                self.assertTrue((usr / name).exists(), name)
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

    def test_the_manual_page_is_readable(self):
        page = run("help", "--man").stdout
        self.assertTrue(page.startswith(".TH MEKTEP 1"))
        for tool in ("/usr/bin/man", "/usr/bin/groff"):
            if pathlib.Path(tool).exists() and tool.endswith("groff"):
                done = subprocess.run([tool, "-man", "-Tutf8", "-ww"], input=page, text=True, capture_output=True)
                self.assertEqual(done.stderr, "")


if __name__ == "__main__":
    unittest.main()
