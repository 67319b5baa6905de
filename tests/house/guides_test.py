"""Runs the `mektep` commands of every guide, in order, each guide in a fresh folder that holds a school called `school`."""
import os
import pathlib
import signal
import subprocess
import tempfile
import unittest

import documentation

ROOT = pathlib.Path(__file__).resolve().parents[2]
MEKTEP = os.environ["MEKTEP"]


class Guides(unittest.TestCase):
    def preview(self, command, place, env):
        """`mektep serve` works until it is stopped."""
        command = command.split("#")[0].replace("--open", "")
        server = subprocess.Popen(["bash", "-c", f"exec {command}"], cwd=place, env=env, text=True, stdout=subprocess.PIPE)
        try:
            while "http://127.0.0.1:" not in (line := server.stdout.readline()):
                self.assertTrue(line, "it has ended")
            server.send_signal(signal.SIGINT)
            self.assertEqual(server.wait(20), 0)
        finally:
            server.kill()
            server.stdout.close()

    def test_the_commands_of_the_guides_run(self):
        run = 0
        for guide in documentation.guides(ROOT):
            commands = [(line, command) for line, block in documentation.sh_blocks(guide.read_text(encoding="utf-8"))
                        for command in block if command.split()[0] in ("mektep", "source", "cd")]
            if not any(command.startswith("mektep") for _, command in commands):
                continue
            with tempfile.TemporaryDirectory() as folder:
                os.symlink(MEKTEP, pathlib.Path(folder) / "mektep")
                env = {**os.environ, "PATH": f"{folder}:{os.environ['PATH']}", "LC_ALL": "C", "MEKTEP_DATA": str(ROOT)}
                place = pathlib.Path(folder) / "work"
                place.mkdir()
                for line, command in commands:
                    with self.subTest(guide=str(guide.relative_to(ROOT)), line=line, command=command):
                        if command.startswith("cd "):
                            place = place / command[3:]
                            self.assertTrue(place.is_dir(), f"{place} does not exist")
                            continue
                        if command.startswith("mektep serve"):
                            self.preview(command, place, env)
                            run += 1
                            continue
                        done = subprocess.run(["bash", "-c", command], cwd=place, env=env, text=True,
                                              capture_output=True, timeout=800)
                        # A new school has findings that block: 1 is an answer, 2 is a broken guide.
                        self.assertIn(done.returncode, (0, 1), done.stdout + done.stderr)
                        run += 1
        self.assertGreater(run, 3)


if __name__ == "__main__":
    unittest.main()
